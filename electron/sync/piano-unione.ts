import type { Tabella, TabellaPartecipanti } from '../../db/scrittura.ts';

/** One write the plan decided. Applied in order, inside one gesture. */
export type Operazione =
  | {
      readonly op: 'insert';
      readonly t: Tabella;
      readonly id: string;
      readonly riga: Record<string, unknown>;
      readonly viva: boolean;
    }
  | {
      readonly op: 'update';
      readonly t: Tabella;
      readonly id: string;
      readonly modifica: Record<string, unknown>;
      /** null = unchanged */
      readonly viva: boolean | null;
      readonly prima: Readonly<Record<string, unknown>>;
    }
  | {
      readonly op: 'partecipanti';
      readonly t: TabellaPartecipanti;
      readonly id: string;
      readonly ospiti: readonly string[];
    }
  | { readonly op: 'versione'; readonly t: Tabella; readonly ids: readonly string[]; readonly versione: number };

interface RigaEsistente {
  readonly id: string;
  readonly versione: number;
  readonly deletedAtMs: number | null;
}

/** A row as the parcel brings it: the columns it sets, and what it was known as here, if at all. */
export interface RigaPortata<E extends RigaEsistente> {
  readonly id: string;
  readonly valori: Record<string, unknown>;
  readonly esistente: E | undefined;
  readonly viva: boolean;
}

/**
 * Merges one table. A row brought is written only when the parcel is newer than what is known of it; a row in `ambito` (what
 * this parcel is authoritative for) that it no longer brings, and that is not newer, goes.
 * @returns the operations, and the ids that were written or marked as of this parcel
 */
export function unisci<E extends RigaEsistente>(
  t: Tabella,
  versione: number,
  portate: readonly RigaPortata<E>[],
  ambito: readonly E[],
): Operazione[] {
  const operazioni: Operazione[] = [];
  const uguali: string[] = [];
  const portati = new Set<string>();
  for (const { id, valori, esistente, viva } of portate) {
    portati.add(esistente?.id ?? id);
    if (!esistente) {
      operazioni.push({ op: 'insert', t, id, riga: { ...valori, versione }, viva });
      continue;
    }
    if (versione <= esistente.versione) continue;
    const modifica = differenze(campi(esistente), valori);
    const cambiaVita = viva !== (esistente.deletedAtMs === null);
    if (Object.keys(modifica).length === 0 && !cambiaVita) uguali.push(esistente.id);
    else
      operazioni.push({
        op: 'update',
        t,
        id: esistente.id,
        modifica: { ...modifica, versione },
        viva: cambiaVita ? viva : null,
        prima: campi(esistente),
      });
  }
  for (const riga of ambito)
    if (!portati.has(riga.id) && riga.deletedAtMs === null && riga.versione < versione)
      operazioni.push({ op: 'update', t, id: riga.id, modifica: {}, viva: false, prima: campi(riga) });
  if (uguali.length > 0) operazioni.push({ op: 'versione', t, ids: uguali, versione });
  return operazioni;
}

/** A typed row seen as its columns. */
function campi(riga: object): Readonly<Record<string, unknown>> {
  return riga as Readonly<Record<string, unknown>>;
}

/** The keys whose value is not the stored one; lists are compared by content. */
export function differenze(
  prima: Readonly<Record<string, unknown>>,
  dopo: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const diverse: Record<string, unknown> = {};
  for (const [chiave, valore] of Object.entries(dopo)) {
    const vecchio = prima[chiave] ?? null;
    const uguale = Array.isArray(valore) ? JSON.stringify(vecchio) === JSON.stringify(valore) : vecchio === valore;
    if (!uguale) diverse[chiave] = valore;
  }
  return diverse;
}
