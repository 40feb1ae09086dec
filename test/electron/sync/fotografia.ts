import type { Store } from '../../../db/store.ts';

const CAMPI = 'created_at_ms updated_at_ms dispositivo voce versione deleted_at_ms'.split(' ');
const TABELLE = 'strutture moduli posti ospiti ingressi assegnazioni presenze visite incontri attivita misure'.split(
  ' ',
);

type Raw = Record<string, unknown>;

/** Every living row that says something about people and strutture, without who wrote it and when: two stores with the same one are the same register. */
export function fotografia(store: Store): Record<string, Raw[]> {
  const rows = (sql: string) => store.sqlite.prepare(sql).all() as Raw[];
  const vivi = new Set(rows('SELECT id FROM ingressi WHERE deleted_at_ms IS NULL').map((riga) => riga['id']));
  const foto: Record<string, Raw[]> = {};
  for (const tabella of TABELLE)
    foto[tabella] = rows(`SELECT * FROM ${tabella} WHERE deleted_at_ms IS NULL ORDER BY id`)
      .filter((riga) => !('ingresso_id' in riga) || vivi.has(riga['ingresso_id']))
      .map((riga) => Object.fromEntries(Object.entries(riga).filter(([campo]) => !CAMPI.includes(campo))));
  for (const [tabella, evento] of [
    ['incontri_ospiti', 'incontri'],
    ['attivita_ospiti', 'attivita'],
  ])
    foto[tabella ?? ''] = rows(
      `SELECT p.* FROM ${tabella} p JOIN ${evento} e ON e.id = p.${evento === 'incontri' ? 'incontro' : 'attivita'}_id
       WHERE e.deleted_at_ms IS NULL ORDER BY 1, 2`,
    );
  foto['pacchi'] = rows('SELECT struttura_codice, mese, revisione, numero, stato FROM pacchi ORDER BY 1, 4');
  return foto;
}
