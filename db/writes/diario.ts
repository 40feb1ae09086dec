import type { Scrittura } from '../scrittura.ts';

/** The lines of the diary of a struttura that an account read one by one, with what was added to them up to a line of the log. */
export function addLetture(
  tx: Scrittura,
  { accountId, strutturaId, finoAVoce }: { accountId: string; strutturaId: string; finoAVoce: number },
  righe: readonly string[],
): void {
  tx.prepare(
    `INSERT OR IGNORE INTO letture_diario_righe (account_id, riga_id)
     SELECT @accountId, d.id FROM diario d, json_each(@righe) j
     WHERE d.struttura_id = @strutturaId AND d.voce <= @finoAVoce AND (d.id = j.value OR d.aggiunge_a = j.value)`,
  ).run({ accountId, strutturaId, finoAVoce, righe: JSON.stringify(righe) });
}

/** Up to which line of the log an account has read the diary; it never goes back. What was read line by line is in it. */
export function setLettura(tx: Scrittura, accountId: string, strutturaId: string, finoAVoce: number): void {
  tx.prepare(
    `INSERT INTO letture_diario (account_id, struttura_id, fino_a_voce) VALUES (?, ?, ?)
     ON CONFLICT (account_id, struttura_id) DO UPDATE SET fino_a_voce = max(fino_a_voce, excluded.fino_a_voce)`,
  ).run(accountId, strutturaId, finoAVoce);
  tx.prepare(
    `DELETE FROM letture_diario_righe WHERE account_id = ?
     AND riga_id IN (SELECT id FROM diario WHERE struttura_id = ? AND voce <= ?)`,
  ).run(accountId, strutturaId, finoAVoce);
}
