import type { Colonna } from './foglio-colonna.ts';
import type { FoglioDiRighe, Piano } from './foglio-piano-base.ts';
import { campoDi, colonneDi, isNomeFoglio, type NomeFoglio } from './foglio-tabelle.ts';

/** Fields of a row by name, as the table has them. */
export type Campi = Readonly<Record<string, unknown>>;

/** Why a row is refused: the cell to look at, and what to do. */
export interface Rifiuto {
  readonly colonna: string;
  readonly valore?: unknown;
  readonly messaggio: string;
}

export type RigaDelFoglio = Campi & { readonly riga: number; readonly id: string };

export function isRifiuto(x: object): x is Rifiuto {
  return 'messaggio' in x;
}

/** A column and the field it becomes: a reference is the id of the row it leads to. */
export interface Campo {
  readonly nome: string;
  readonly colonna: Colonna<unknown>;
  /** the key of the row that was read */
  readonly letto: string;
  readonly campo: string;
  readonly riferisce: NomeFoglio | undefined;
}

export function campiDelFoglio(foglio: NomeFoglio): Campo[] {
  return colonneDi(foglio)
    .filter(([nome]) => nome !== 'id')
    .map(([nome, colonna]) => {
      const letto = campoDi(nome);
      const { genere } = colonna;
      const riferisce = genere.tipo === 'riferimento' && isNomeFoglio(genere.foglio) ? genere.foglio : undefined;
      // a column that names a noun holds its id; one that says how the row refers to another (aggiunge_a) keeps its name
      const campo = riferisce === undefined || nome.includes('_') ? letto : `${letto}Id`;
      return { nome, colonna, letto, campo, riferisce };
    });
}

/** The fields of a row; an absent column gives none, an empty cell null. Participants are not fields. */
export function leggiCampi(piano: Piano, colonne: readonly Campo[], riga: Campi): Campi | Rifiuto {
  const campi: Record<string, unknown> = {};
  for (const { nome, colonna, letto, campo, riferisce } of colonne) {
    const valore = riga[letto];
    if (valore === undefined || (riferisce && colonna.multipla)) continue;
    if (riferisce === undefined || valore === null) {
      campi[campo] = valore;
      continue;
    }
    const risolto = piano.notiDi(riferisce)?.resolve(String(valore));
    if (!risolto || 'messaggio' in risolto)
      return {
        colonna: nome,
        valore,
        messaggio: risolto?.messaggio ?? `Il foglio ${riferisce} non ha righe da nominare.`,
      };
    campi[campo] = risolto.noto.id;
  }
  return campi;
}

/** Ids of who took part; undefined when the sheet has no such column. */
export function partecipantiDi(piano: Piano, colonne: readonly Campo[], riga: Campi): string[] | Rifiuto | undefined {
  const colonna = colonne.find((c) => c.riferisce !== undefined && c.colonna.multipla);
  const scritti = colonna ? riga[colonna.letto] : undefined;
  if (!colonna || scritti === undefined) return undefined;
  const ids: string[] = [];
  for (const scritto of (scritti as string[] | null) ?? []) {
    const ospite = piano.ospiti.resolve(scritto);
    if ('messaggio' in ospite) return { colonna: colonna.nome, valore: scritto, messaggio: ospite.messaggio };
    ids.push(ospite.noto.id);
  }
  return ids;
}

/** Rows that name another row of their own sheet come after it; those that only name each other stay where they are. */
export function inOrdine(foglio: FoglioDiRighe, righe: readonly RigaDelFoglio[]): readonly RigaDelFoglio[] {
  const verso = campiDelFoglio(foglio).find(({ riferisce }) => riferisce === foglio)?.letto;
  if (verso === undefined) return righe;
  const attese = new Map(righe.map((riga) => [riga.id, riga]));
  const messe: RigaDelFoglio[] = [];
  for (const riga of righe) {
    const catena: RigaDelFoglio[] = [];
    for (let una = attese.get(riga.id); una; una = attese.get(String(una[verso]))) {
      attese.delete(una.id);
      catena.push(una);
    }
    messe.push(...catena.reverse());
  }
  return messe;
}
