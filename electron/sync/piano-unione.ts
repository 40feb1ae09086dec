import type { Tabella, TabellaPartecipanti } from '../../db/scrittura.ts';

export type Valori = Readonly<Record<string, unknown>>;

/** One write the plan decided. Applied in order, inside one gesture. */
export type Operazione =
  | { readonly op: 'insert'; readonly t: Tabella; readonly id: string; readonly riga: Valori; readonly viva: boolean }
  | {
      readonly op: 'update';
      readonly t: Tabella;
      readonly id: string;
      readonly modifica: Valori;
      /** null = unchanged */
      readonly viva: boolean | null;
      readonly prima: Valori;
    }
  | {
      readonly op: 'partecipanti';
      readonly t: TabellaPartecipanti;
      readonly id: string;
      readonly ospiti: readonly string[];
    }
  /** rows that are as they were, now as of a newer parcel */
  | { readonly op: 'versione'; readonly t: Tabella; readonly ids: readonly string[]; readonly versione: number };

/** `versione` of a row whose only parcel was replaced by one without it: anything is newer. */
export const NESSUNA_VERSIONE = -1;

export interface RigaEsistente {
  readonly id: string;
  readonly versione: number;
  readonly deletedAtMs: number | null;
}

/** A row as a parcel brings it: the columns it sets, what parcel it is as of, and what it was known as here, if at all. */
export interface RigaPortata {
  readonly id: string;
  readonly valori: Valori;
  readonly versione: number;
  readonly esistente: RigaEsistente | undefined;
  /** null leaves it as it is (a new one lives) */
  readonly viva: boolean | null;
}

/** Writes the rows brought, each only when it is newer than what is known of it. */
export function unisci(t: Tabella, portate: readonly RigaPortata[]): Operazione[] {
  const operazioni: Operazione[] = [];
  const uguali: RigaPortata[] = [];
  for (const portata of portate) {
    const { id, valori, versione, esistente } = portata;
    if (!esistente) operazioni.push({ op: 'insert', t, id, riga: { ...valori, versione }, viva: portata.viva ?? true });
    else if (isPiuNuova(portata)) {
      const { modifica, viva } = cambia(portata, esistente);
      if (viva === null && Object.keys(modifica).length === 0) uguali.push(portata);
      else operazioni.push(update(t, esistente, { ...modifica, versione }, viva));
    }
  }
  return [...operazioni, ...versioni(t, uguali)];
}

/**
 * Makes a set of rows exactly those given, alive, whatever they were as of: the rows of a row that was just taken from a
 * newer parcel (its moduli, its measures), or of a month that belongs to this one.
 */
export function sostituisci(
  t: Tabella,
  portate: readonly RigaPortata[],
  esistenti: readonly RigaEsistente[],
): Operazione[] {
  const portati = new Set(portate.map((portata) => portata.esistente?.id ?? portata.id));
  const operazioni = portate.flatMap((portata): Operazione[] => {
    const { id, valori, versione, esistente } = portata;
    if (!esistente) return [{ op: 'insert', t, id, riga: { ...valori, versione }, viva: true }];
    const { modifica, viva } = cambia({ ...portata, viva: true }, esistente);
    const uguale = viva === null && Object.keys(modifica).length === 0 && esistente.versione > 0;
    return uguale ? [] : [update(t, esistente, { ...modifica, versione }, viva)];
  });
  return [
    ...operazioni,
    ...togli(
      t,
      esistenti.filter((riga) => !portati.has(riga.id)),
    ),
  ];
}

/** Whether a row brought takes the place of what is known of it. */
export function isPiuNuova({ versione, esistente }: Pick<RigaPortata, 'versione' | 'esistente'>): boolean {
  return !esistente || versione > esistente.versione;
}

/** Soft deletion of those still alive. They keep their `versione`: a newer parcel may bring them back. */
export function togli(t: Tabella, righe: readonly RigaEsistente[]): Operazione[] {
  return righe.filter(isViva).map((riga) => update(t, riga, {}, false));
}

export function isViva(riga: RigaEsistente): boolean {
  return riga.deletedAtMs === null;
}

export function update(t: Tabella, riga: RigaEsistente, modifica: Valori, viva: boolean | null): Operazione {
  return { op: 'update', t, id: riga.id, modifica, viva, prima: campi(riga) };
}

export function byId<E extends { readonly id: string }>(righe: readonly E[]): Map<string, E> {
  return new Map(righe.map((riga) => [riga.id, riga]));
}

function cambia({ valori, viva }: RigaPortata, esistente: RigaEsistente) {
  return { modifica: differenze(campi(esistente), valori), viva: viva === isViva(esistente) ? null : viva };
}

function versioni(t: Tabella, portate: readonly RigaPortata[]): Operazione[] {
  const perVersione = Map.groupBy(portate, (portata) => portata.versione);
  return [...perVersione].map(([versione, righe]) => ({
    ...{ op: 'versione', t, versione },
    ids: righe.map((riga) => riga.esistente?.id ?? riga.id),
  }));
}

/** A typed row seen as its columns. */
function campi(riga: object): Valori {
  return riga as Valori;
}

/** The keys whose value is not the stored one; lists are compared by content. */
function differenze(prima: Valori, dopo: Valori): Record<string, unknown> {
  const diverse: Record<string, unknown> = {};
  for (const [chiave, valore] of Object.entries(dopo)) {
    const vecchio = prima[chiave] ?? null;
    const uguale = Array.isArray(valore) ? JSON.stringify(vecchio) === JSON.stringify(valore) : vecchio === valore;
    if (!uguale) diverse[chiave] = valore;
  }
  return diverse;
}
