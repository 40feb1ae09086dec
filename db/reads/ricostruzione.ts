import type { Connessione } from '../scrittura.ts';

type Lettura = Pick<Connessione, 'prepare'>;

/** Whether nothing of a register is here yet: no struttura, no ospite, no parcel. */
export function isRegistroVuoto(store: Lettura): boolean {
  const sql = `SELECT EXISTS (SELECT 1 FROM strutture) + EXISTS (SELECT 1 FROM ospiti) + EXISTS (SELECT 1 FROM pacchi)`;
  return store.prepare(sql).pluck().get() === 0;
}

/** The one row of a stay and a month, deleted ones too: whatever its id, there is no room for another. */
export function findPresenzeId(store: Lettura, ingressoId: string, mese: string): string | undefined {
  const sql = 'SELECT id FROM presenze WHERE ingresso_id = ? AND mese = ?';
  return store.prepare(sql).pluck().get(ingressoId, mese) as string | undefined;
}

/** The one row of the state of a month, deleted ones too. */
export function findMeseId(store: Lettura, strutturaId: string, mese: string): string | undefined {
  const sql = 'SELECT id FROM mesi WHERE struttura_id = ? AND mese = ?';
  return store.prepare(sql).pluck().get(strutturaId, mese) as string | undefined;
}
