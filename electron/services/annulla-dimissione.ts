import { listAssenzeIngresso } from '../../db/reads/assenza.ts';
import { findPermanenza, type PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { listPresenzeIngresso } from '../../db/reads/presenza.ts';
import { type Immagine, isVelata } from '../../db/registro.ts';
import type { Tabella } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { ritaglia } from '../../domain/presenza.ts';
import type { Contesto } from './contesto.ts';
import { assertNessunaSovrapposizione } from './ingresso.ts';
import { assertNonAltera } from './mese-aperto.ts';

/** What a dimissione writes, and its riapertura. */
const TABELLE: ReadonlySet<string> = new Set(
  'ingressi assegnazioni presenze assenze alloggi visite incontri'.split(' '),
);
/** What may have been written of a stay that the gesture made. */
export const DELLA_PERMANENZA = ['presenze', 'assenze', 'assegnazioni', 'alloggi', 'progetti', 'relazioni'] as const;

/** Whether an image of the line of a dimissione, or of its riapertura, can be brought back. */
export function isDellaDimissione(immagine: Immagine): boolean {
  return TABELLE.has(immagine.t) && !isVelata(immagine);
}

/**
 * One's own last dimissione brought back: the stays are as they were, the one a transfer opened is gone; of a riapertura, the
 * stays end again, and the one the transfer had opened is back. What closed months and what was recorded since do not allow is
 * refused.
 * @throws ErroreApprodo `annulla.superato`, `mese.chiuso`, `ingresso.sovrapposto`
 */
export function undoDimissione(ctx: Contesto, immagini: readonly Immagine[], riporta: () => void): void {
  assertSoloSuo(ctx, immagini, { ingressi: DELLA_PERMANENZA }, ARRIVO_SCRITTO);
  riportaPermanenze(ctx, immagini, riporta);
}

/**
 * Brings rows back, and looks at the stays they are of as they were and as they become.
 * @throws ErroreApprodo `mese.chiuso`, `ingresso.sovrapposto`
 */
export function riportaPermanenze(ctx: Contesto, immagini: readonly Immagine[], riporta: () => void): void {
  const { store } = ctx;
  const ids = new Set(immagini.flatMap(({ t, id }) => (t === 'ingressi' ? [id] : [])));
  for (const { t, id } of immagini) {
    const ingressoId = t === 'assegnazioni' ? store.find('assegnazioni', id)?.ingressoId : undefined;
    if (ingressoId !== undefined) ids.add(ingressoId);
  }
  const comeErano = new Map([...ids].map((id) => [id, findPermanenza(store, id)]));
  riporta();
  for (const [id, prima] of comeErano) {
    const dopo = findPermanenza(store, id);
    const strutturaId = (dopo ?? prima)?.strutturaId;
    if (strutturaId !== undefined) assertNonAltera(store, strutturaId, prima ?? null, dopo ?? null);
    if (dopo) assertSola(ctx, dopo);
    if (dopo) assertNullaFuori(store, dopo);
  }
}

/** What was written since beyond the days of the stay would be left outside it. @throws ErroreApprodo `annulla.superato` */
function assertNullaFuori(store: Store, p: PermanenzaDelRegistro): void {
  const fine = p.dataDimissione;
  const codici = listPresenzeIngresso(store, p.id).some((riga) => ritaglia(p, riga.mese, riga.codici) !== riga.codici);
  const moduli = p.assegnazioni.some(({ dal }) => dal < p.dataIngresso || (fine !== null && dal > fine));
  const assenze = fine !== null && listAssenzeIngresso(store, p.id).some(({ uscita }) => uscita > fine);
  if (codici || moduli || assenze) throw new ErroreApprodo('annulla.superato', FUORI);
}

const FUORI =
  'Dopo questo salvataggio sono stati registrati giorni che resterebbero fuori dalla permanenza: correggere la data dalla sua pagina.';

function assertSola({ store }: Contesto, p: PermanenzaDelRegistro): void {
  assertNessunaSovrapposizione(store, p.personaId, p.id, p);
}

const ARRIVO_SCRITTO =
  'Nella struttura di arrivo è già stato scritto altro: per tornare indietro si usa la riapertura, con il suo motivo.';

/** The column by which rows hang on a stay and on a guest. */
const COLONNA = { ingressi: 'ingresso_id', ospiti: 'ospite_id' } as const;
type Appese = Partial<Record<keyof typeof COLONNA, readonly Tabella[]>>;

/**
 * Nothing but what the gesture wrote hangs on the stays and guests it made.
 * @throws ErroreApprodo `annulla.superato`, with `frase`
 */
export function assertSoloSuo({ store }: Contesto, immagini: readonly Immagine[], appese: Appese, frase: string): void {
  const sue = new Set(immagini.map(({ t, id }) => `${t} ${id}`));
  for (const { t, id, prima } of immagini) {
    if (prima !== null || (t !== 'ingressi' && t !== 'ospiti')) continue;
    for (const tabella of appese[t] ?? [])
      for (const riga of store.select(tabella, `t.${COLONNA[t]} = @id AND t.deleted_at_ms IS NULL`, { id }))
        if (!sue.has(`${tabella} ${riga.id}`)) throw new ErroreApprodo('annulla.superato', frase);
  }
}
