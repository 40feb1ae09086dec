import { type AssenzaDelRegistro, listAssenzeIngresso } from '../../db/reads/assenza.ts';
import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { isAvvenuta } from '../../domain/assenza.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { nomeScritto } from '../../domain/persona.ts';
import type { Parsed } from '../contract/index.ts';
import type { Contesto } from './contesto.ts';

type Date = Pick<
  Parsed<'assenze.register'>,
  'uscita' | 'oraUscita' | 'rientro' | 'oraRientro' | 'rientroPrevisto' | 'oraPrevista'
>;

/** @throws ErroreApprodo `assenza.*` */
export function assertDate(ctx: Contesto, p: PermanenzaDelRegistro, a: Date): void {
  const errore = (codice: string, messaggio: string) => new ErroreApprodo(`assenza.${codice}`, messaggio);
  if (a.uscita < p.dataIngresso || (p.dataDimissione !== null && a.uscita > p.dataDimissione))
    throw errore(
      'fuori_permanenza',
      `${nomeScritto(p)} non è in struttura ${formatGiorno(a.uscita)}: controllare il giorno di uscita.`,
    );
  if (a.rientro !== null && isPrima(a.rientro, a.oraRientro, a.uscita, a.oraUscita))
    throw errore('ordine', 'Il rientro viene prima dell’uscita: correggere uno dei due.');
  if (a.rientroPrevisto !== null && isPrima(a.rientroPrevisto, a.oraPrevista, a.uscita, a.oraUscita))
    throw errore('ordine', 'Il rientro previsto viene prima dell’uscita: correggere uno dei due.');
  if (a.rientro !== null && a.rientro > ctx.oggi())
    throw errore(
      'futuro',
      `Il ${formatGiorno(a.rientro)} deve ancora venire: scriverlo come rientro previsto, e segnare il rientro quando avviene.`,
    );
}

type Previsione = Pick<AssenzaDelRegistro, 'confermata' | 'uscitaPrevista' | 'oraUscitaPrevista'>;

/** An exit of a day or an hour to come is planned: somebody will say when the guest goes. */
export function previsioneDi(ctx: Contesto, { uscita, oraUscita, rientro }: Date): Previsione {
  const oggi = ctx.oggi();
  const daVenire = uscita > oggi || (uscita === oggi && oraUscita !== null && oraUscita > oraLocale(ctx.store.nowMs()));
  if (rientro !== null || !daVenire) return { confermata: true, uscitaPrevista: null, oraUscitaPrevista: null };
  return { confermata: false, uscitaPrevista: uscita, oraUscitaPrevista: oraUscita };
}

/** The day or the hour corrected: of a plan, the plan; of what happened, what happened, unless it is now still to come. */
export function spostaPrevisione(ctx: Contesto, riga: Date & Previsione): Partial<Previsione> {
  const nuova = previsioneDi(ctx, riga);
  if (!nuova.confermata) return nuova;
  if (isAvvenuta(riga)) return { confermata: true };
  return { uscitaPrevista: riga.uscita, oraUscitaPrevista: riga.oraUscita };
}

function isPrima(giorno: Giorno, ora: string | null, di: Giorno, oraDi: string | null): boolean {
  return giorno < di || (giorno === di && ora !== null && oraDi !== null && ora < oraDi);
}

/** Never out twice at once; what happens is not stopped by a plan. @throws ErroreApprodo `assenza.sovrapposta` */
export function assertNessunaAltra(
  ctx: Contesto,
  ingressoId: string,
  exceptId: string | null,
  a: Pick<Date, 'uscita' | 'rientro' | 'rientroPrevisto'> & Pick<Previsione, 'confermata'>,
): void {
  const oggi = ctx.oggi();
  const altra = listAssenzeIngresso(ctx.store, ingressoId).find(
    (b) =>
      b.id !== exceptId &&
      (!isAvvenuta(a) || isAvvenuta(b)) &&
      a.uscita < fineDi(b, oggi) &&
      b.uscita < fineDi(a, oggi),
  );
  if (!altra) return;
  if (!isAvvenuta(altra))
    throw new ErroreApprodo(
      'assenza.sovrapposta',
      `${nomeScritto(altra)} ha già un’uscita prevista ${formatGiorno(altra.uscita)}: correggere quella, o toglierla.`,
    );
  const periodo =
    altra.rientro === null
      ? `dal ${formatGiorno(altra.uscita)}`
      : `dal ${formatGiorno(altra.uscita)} al ${formatGiorno(altra.rientro)}`;
  throw new ErroreApprodo(
    'assenza.sovrapposta',
    `${nomeScritto(altra)} risulta già fuori ${periodo}: segnare prima quel rientro, o correggere i giorni.`,
  );
}

/** Where a time away ends, as far as it is known: the return, else what was planned for the days to come. */
function fineDi(a: Pick<Date, 'rientro' | 'rientroPrevisto'>, oggi: Giorno): Giorno {
  if (a.rientro !== null) return a.rientro;
  return a.rientroPrevisto !== null && a.rientroPrevisto > oggi ? a.rientroPrevisto : '9999-12-31';
}

/** `HH:MM` on the wall. */
export function oraLocale(ms: number): string {
  const istante = new Date(ms);
  return `${String(istante.getHours()).padStart(2, '0')}:${String(istante.getMinutes()).padStart(2, '0')}`;
}
