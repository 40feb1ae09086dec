import { ErroreApprodo } from '../../domain/errore.ts';
import { type Giorno, giornoLocale, isGiorno } from '../../domain/giorno.ts';

/** Today by the calendar on the wall. */
export function oggiLocale(): Giorno {
  return giornoLocale(Date.now());
}

/**
 * Today, or the day that `APPRODO_OGGI` fixes: for demonstrations, tests and repeatable scripts. Only the loopback host
 * and the command line ask for it, never the packaged window.
 * @throws ErroreApprodo `ambiente.oggi`
 */
export function oggiDaAmbiente(env: NodeJS.ProcessEnv): () => Giorno {
  const fisso = env['APPRODO_OGGI'];
  if (fisso === undefined || fisso === '') return () => oggiLocale();
  if (!isGiorno(fisso))
    throw new ErroreApprodo('ambiente.oggi', `APPRODO_OGGI vale «${fisso}» e non è una data: usare anno-mese-giorno.`);
  return () => fisso;
}
