import type { CodicePresenza } from '../../domain/codice.ts';
import type { Giorno, Mese } from '../../domain/giorno.ts';
import type { CodiciMese } from '../../domain/presenza.ts';
import { unpackImmagini, type VoceRegistro } from '../registro.ts';
import type { Store } from '../store.ts';

export interface RigaPresenze {
  readonly id: string;
  readonly ingressoId: string;
  readonly mese: Mese;
  readonly codici: CodiciMese;
}

const COLUMNS = 'p.id, p.ingresso_id AS ingressoId, p.mese, p.codici';

/** The presence codes in force, in the order of the legend, with the label this office gave them (`voci_lista`) or their own. */
export function listCodici(store: Store): CodicePresenza[] {
  const rows = store.sqlite
    .prepare(
      `SELECT c.id AS voce, coalesce((SELECT v.etichetta FROM voci_lista v WHERE v.lista = 'presenza' AND v.valore = c.id
           AND v.deleted_at_ms IS NULL ORDER BY v.id DESC LIMIT 1), c.etichetta) AS etichetta,
         c.presente, c.pagata, c.occupa_posto AS occupaPosto
       FROM codici c WHERE c.deleted_at_ms IS NULL ORDER BY c.ordine`,
    )
    .all() as { voce: string; etichetta: string; presente: number; pagata: number; occupaPosto: number }[];
  return rows.map((row) => ({
    voce: row.voce,
    etichetta: row.etichetta,
    presente: row.presente === 1,
    pagata: row.pagata === 1,
    occupaPosto: row.occupaPosto === 1,
  }));
}

/** The month strings of one struttura's stays in one month. */
export function listPresenzeMese(store: Store, strutturaId: string, mese: Mese): RigaPresenze[] {
  return store.sqlite
    .prepare(
      `SELECT ${COLUMNS} FROM presenze p JOIN ingressi i ON i.id = p.ingresso_id
       WHERE p.mese = ? AND i.struttura_id = ? AND p.deleted_at_ms IS NULL AND i.deleted_at_ms IS NULL`,
    )
    .all(mese, strutturaId) as RigaPresenze[];
}

/** The month strings of one stay, oldest first. */
export function listPresenzeIngresso(store: Store, ingressoId: string): RigaPresenze[] {
  return store.sqlite
    .prepare(`SELECT ${COLUMNS} FROM presenze p WHERE p.ingresso_id = ? AND p.deleted_at_ms IS NULL ORDER BY p.mese`)
    .all(ingressoId) as RigaPresenze[];
}

/** The row of one stay and month whether alive or not: its key is unique. */
export function findPresenze(
  store: Store,
  ingressoId: string,
  mese: Mese,
): (RigaPresenze & { readonly deletedAtMs: number | null; readonly voce: number }) | undefined {
  return store.sqlite
    .prepare(
      `SELECT ${COLUMNS}, p.deleted_at_ms AS deletedAtMs, p.voce FROM presenze p WHERE p.ingresso_id = ? AND p.mese = ?`,
    )
    .get(ingressoId, mese) as
    | (RigaPresenze & { readonly deletedAtMs: number | null; readonly voce: number })
    | undefined;
}

export interface ModificaCella {
  readonly voce: VoceRegistro;
  readonly da: string | null;
  readonly a: string | null;
}

/** The last gesture that changed one day of one stay: walks the row's lines of the log backwards. */
export function findModificaCella(store: Store, ingressoId: string, giorno: Giorno): ModificaCella | undefined {
  const row = findPresenze(store, ingressoId, giorno.slice(0, 7));
  const day = Number(giorno.slice(8)) - 1;
  let seq = row?.voce;
  while (row && seq !== undefined && seq > 0) {
    const voce = store.registro.find(seq);
    const image = voce && unpackImmagini(voce.righe).find((i) => i.t === 'presenze' && i.id === row.id);
    if (!voce || !image) return undefined;
    const prima = stringOf(image.prima);
    const dopo = stringOf(image.dopo);
    if (dopo !== null && letter(prima, day) !== letter(dopo, day))
      return { voce, da: letter(prima, day), a: letter(dopo, day) };
    seq = image.prima === null || Array.isArray(image.prima) ? undefined : numberOf(image.prima, 'voce');
  }
  return undefined;
}

function stringOf(image: unknown): string | null {
  if (typeof image !== 'object' || image === null) return null;
  const codici = (image as Record<string, unknown>)['codici'];
  return typeof codici === 'string' ? codici : null;
}

function numberOf(image: unknown, key: string): number | undefined {
  const value = (image as Record<string, unknown>)[key];
  return typeof value === 'number' ? value : undefined;
}

function letter(codici: string | null, day: number): string | null {
  const value = codici?.charAt(day) ?? '.';
  return value === '.' || value === '' ? null : value;
}
