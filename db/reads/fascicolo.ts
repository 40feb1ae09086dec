import { type Immagine, unpackImmagini, type VoceRegistro } from '../registro.ts';
import type { Riga, Tabella } from '../scrittura.ts';
import type { Store } from '../store.ts';

const SUOI = 't.ospite_id IN (SELECT id FROM ospiti WHERE persona_id = @personaId)';
const DI_SUE_PERMANENZE = `t.ingresso_id IN (SELECT i.id FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id
  WHERE o.persona_id = @personaId)`;
const PARTECIPA = (tabella: string, colonna: string) =>
  `t.id IN (SELECT e.${colonna} FROM ${tabella} e JOIN ospiti o ON o.id = e.ospite_id WHERE o.persona_id = @personaId)`;

/** How each tracked table finds the rows of one person. */
const DOVE = {
  ospiti: 't.persona_id = @personaId',
  ingressi: SUOI,
  assegnazioni: DI_SUE_PERMANENZE,
  presenze: DI_SUE_PERMANENZE,
  assenze: DI_SUE_PERMANENZE,
  misure: SUOI,
  udienze: SUOI,
  violazioni: SUOI,
  diario: SUOI,
  progetti: DI_SUE_PERMANENZE,
  relazioni: DI_SUE_PERMANENZE,
  visite: SUOI,
  incontri: PARTECIPA('incontri_ospiti', 'incontro_id'),
  attivita: PARTECIPA('attivita_ospiti', 'attivita_id'),
  note_riservate: SUOI,
  oscuramenti: SUOI,
  copie_consegnate: SUOI,
  contatti: SUOI,
  avvertenze: SUOI,
  allegati: SUOI,
  adempimenti: SUOI,
  promemoria: SUOI,
  alloggi: DI_SUE_PERMANENZE,
} as const satisfies Partial<Record<Tabella, string>>;

export type TabellaPersona = keyof typeof DOVE;
export type RighePersona = { readonly [T in TabellaPersona]: readonly Riga<T>[] };

/** Every row of every table about one person, oldest first; those taken away left out, except the darkenings that ended. */
export function loadRighePersona(store: Store, personaId: string): RighePersona {
  const entries = Object.entries(DOVE).map(([tabella, dove]) => {
    const vive = tabella === 'oscuramenti' ? '' : 'AND t.deleted_at_ms IS NULL';
    return [tabella, store.select(tabella as TabellaPersona, `${dove} ${vive} ORDER BY t.id`, { personaId })];
  });
  return Object.fromEntries(entries) as RighePersona;
}

export interface LineaPersona extends Pick<VoceRegistro, 'atMs' | 'utente' | 'azione'> {
  /** what it did to rows, of whoever they are */
  readonly immagini: readonly Immagine[];
}

/** The lines of the log that name one of these ospiti, oldest first. */
export function listLinee(store: Store, ospiti: readonly string[]): LineaPersona[] {
  const righe = store
    .prepare(
      `SELECT at_ms AS atMs, utente, azione, righe FROM registro
       WHERE ospite_id IN (SELECT value FROM json_each(?)) ORDER BY seq`,
    )
    .all(JSON.stringify(ospiti)) as Pick<VoceRegistro, 'atMs' | 'utente' | 'azione' | 'righe'>[];
  return righe.map(({ righe: immagini, ...linea }) => ({ ...linea, immagini: unpackImmagini(immagini) }));
}
