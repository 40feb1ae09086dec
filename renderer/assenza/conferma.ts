import { useCallback } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import { useCommand } from '../api/index.ts';
import { useSalvato } from '../form/salvato.tsx';
import { avvisaErrore } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { formatOra, testi } from '../testi/index.ts';
import type { RigaAssenza } from './uscita-form.tsx';

/** When an exit planned happened, unless another moment is written: now, or, of a day gone by, as it was planned. */
export function quandoUscito(
  { uscita, oraUscita }: Pick<RigaAssenza, 'uscita' | 'oraUscita'>,
  oggi: Giorno,
): { uscita: Giorno; oraUscita: string | null } {
  return uscita < oggi ? { uscita, oraUscita } : { uscita: oggi, oraUscita: formatOra(Date.now()) };
}

/**
 * «È uscito» and «Non è uscito», each one gesture that one key undoes. What is said of them is said even when the line they were
 * on is gone by then.
 */
export function useConferma(oggi: Giorno): {
  uscito: (riga: RigaAssenza) => void;
  nonUscito: (riga: RigaAssenza) => void;
} {
  const conferma = useCommand('assenze.confirm').mutateAsync;
  const toglie = useCommand('assenze.remove').mutateAsync;
  const salvato = useSalvato();
  const formatNome = useFormatNome();
  const uscito = useCallback(
    ({ id, cognome, nome, ...riga }: RigaAssenza) =>
      void conferma({ id, ...quandoUscito(riga, oggi) }).then(
        (esito) => salvato(testi.assenze.uscito(formatNome(cognome, nome)), esito),
        avvisaErrore,
      ),
    [conferma, salvato, formatNome, oggi],
  );
  const nonUscito = useCallback(
    ({ id, cognome, nome }: RigaAssenza) =>
      void toglie({ id }).then(
        (esito) => salvato(testi.assenze.rimasto(formatNome(cognome, nome)), esito),
        avvisaErrore,
      ),
    [toglie, salvato, formatNome],
  );
  return { uscito, nonUscito };
}
