import type { Mese } from '../../domain/giorno.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

export type Pacco = Riga<'pacchi'>;

/** Parcels of one direction, by struttura, month and revision. */
export function listPacchi(
  store: Store,
  verso: 'inviato' | 'ricevuto',
  filtro: { readonly struttura?: string | undefined; readonly anno?: number | undefined } = {},
): Pacco[] {
  const where = `t.verso = @verso AND t.deleted_at_ms IS NULL AND (@struttura IS NULL OR t.struttura_codice = @struttura)
    AND (@anno IS NULL OR substr(t.mese, 1, 4) = @anno) ORDER BY t.struttura_codice, t.mese, t.revisione`;
  const { struttura = null, anno } = filtro;
  return store.select('pacchi', where, { verso, struttura, anno: anno === undefined ? null : String(anno) });
}

/** The end of a struttura's chain: the last parcel made for it, sealed for the key the central office has now. */
export function findUltimoInviato(store: Store, struttura: string): Pacco | undefined {
  return store.select(
    'pacchi',
    `t.verso = 'inviato' AND t.struttura_codice = @struttura AND t.stato = 'applicato' AND t.deleted_at_ms IS NULL
     ORDER BY t.numero DESC LIMIT 1`,
    { struttura },
  )[0];
}

/** The instant the last parcel made here says of itself (its `createdAtMs`), epoch ms; 0 when there is none. */
export function findUltimoIstante(store: Store): number {
  const sql = "SELECT coalesce(max(versione), 0) FROM pacchi WHERE verso = 'inviato' AND deleted_at_ms IS NULL";
  return store.prepare(sql).pluck().get() as number;
}

/** The parcel already made for a revision of a month, sealed for the key the central office has now. */
export function findInviato(store: Store, struttura: string, mese: Mese, revisione: number): Pacco | undefined {
  return store.select(
    'pacchi',
    `t.verso = 'inviato' AND t.struttura_codice = @struttura AND t.mese = @mese AND t.revisione = @revisione
     AND t.stato = 'applicato' AND t.deleted_at_ms IS NULL`,
    { struttura, mese, revisione },
  )[0];
}

/** The sealed bytes kept with a parcel. */
export function findPaccoFile(store: Store, paccoId: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = store.sqlite.prepare('SELECT bytes FROM pacchi_file WHERE pacco_id = ?').pluck().get(paccoId);
  return bytes === undefined ? undefined : new Uint8Array(bytes as Buffer);
}

/** The parcels received for one struttura, whatever their state. */
export function listRicevuti(store: Store, struttura: string): Pacco[] {
  return store.select(
    'pacchi',
    "t.verso = 'ricevuto' AND t.struttura_codice = @struttura AND t.deleted_at_ms IS NULL",
    {
      struttura,
    },
  );
}

export function listCorrispondenti(store: Store): Riga<'corrispondenti'>[] {
  return store.select('corrispondenti', 't.deleted_at_ms IS NULL ORDER BY t.nome', {});
}

/** The codes of the strutture whose parcels one of these keys has signed, by codice. */
export function listStruttureFirmate(store: Store, firmatari: readonly string[]): string[] {
  return store
    .prepare(
      `SELECT DISTINCT struttura_codice FROM pacchi WHERE verso = 'ricevuto' AND firmatario IN (SELECT value FROM json_each(?)) AND deleted_at_ms IS NULL
       ORDER BY struttura_codice`,
    )
    .pluck()
    .all(JSON.stringify(firmatari)) as string[];
}

/** Whether this very parcel was received already. */
export function isRicevuto(store: Store, impronta: string): boolean {
  const sql = "SELECT 1 FROM pacchi WHERE verso = 'ricevuto' AND impronta = ? AND deleted_at_ms IS NULL";
  return store.prepare(sql).get(impronta) !== undefined;
}
