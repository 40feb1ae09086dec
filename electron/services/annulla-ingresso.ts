import { type Immagine, isVelata } from '../../db/registro.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import { linkPersone } from '../../db/writes/persona.ts';
import { assertSoloSuo, DELLA_PERMANENZA, riportaPermanenze } from './annulla-dimissione.ts';
import type { Contesto } from './contesto.ts';

const AZIONI: ReadonlySet<string> = new Set(
  'ingressi.register nuclei.register ingressi.correct ingressi.changeModulo ingressi.remove'.split(' '),
);
const TABELLE: ReadonlySet<string> = new Set('ingressi assegnazioni presenze assenze alloggi nuclei ospiti'.split(' '));
/** What may have been written since of a guest that the gesture made. */
const DELL_OSPITE = [
  'ingressi',
  'visite',
  'diario',
  'misure',
  'avvertenze',
  'contatti',
  'allegati',
  'note_riservate',
] as const;

/** Whether a line of the log is an admission, its correction, a change of modulo, or a stay taken away. */
export function isAzioneIngresso(azione: string): boolean {
  return AZIONI.has(azione);
}

/** Whether an image of such a line can be brought back: of a guest only the birth of the row, and who is one with whom. */
export function isDellIngresso(immagine: Immagine): boolean {
  const { t, prima } = immagine;
  if (!TABELLE.has(t) || isVelata(immagine)) return false;
  if (t !== 'ospiti') return true;
  // somebody under a code has an identity sealed apart: it goes by its own gestures
  if (prima === null) return !JSON.stringify(immagine.dopo).includes('"ANON"');
  return Object.keys(prima).every((colonna) => colonna === 'persona_id' || colonna === 'voce');
}

/**
 * One's own last admission, its correction, change of modulo or removal brought back: stays, moduli and codes are as they were,
 * who was new is not in the register any more.
 * @throws ErroreApprodo `annulla.superato`, `mese.chiuso`, `ingresso.sovrapposto`
 */
export function undoIngresso(ctx: Contesto, tx: Scrittura, immagini: readonly Immagine[], riporta: () => void): void {
  assertSoloSuo(ctx, immagini, { ingressi: DELLA_PERMANENZA, ospiti: DELL_OSPITE }, GIA_SCRITTO);
  riportaPermanenze(ctx, immagini, riporta);
  linkPersone(
    tx,
    immagini.flatMap(({ t, id }) => (t === 'ospiti' ? [id] : [])),
  );
}

const GIA_SCRITTO =
  'Di questo ingresso è già stato scritto altro: per toglierlo si usa «Togli l’ingresso» nelle Presenze, con il suo motivo.';
