import type { Database, Statement } from 'better-sqlite3';
import { type Periodo, ultimoGiorno } from '../../domain/giorno.ts';

/** What the hand-written SQL answers with: rows by query, still to be given the shape of the report. */
export interface RigheSql {
  readonly strutture: { codice: string; nome: string }[];
  readonly figure: RigaFigure[];
  readonly persone: { k: string; totale: number; M: number; F: number; T: number }[];
  readonly esiti: RigaEsiti[];
  readonly esitiPersone: RigaEsiti[];
  readonly profilo: { k: string; voce: string; valore: string; n: number }[];
  readonly flussi: RigaMese[];
  readonly giornate: { k: string; mese: string; presenza: number; pagate: number; liberi: number }[];
  readonly eventi: { tavola: string; codice: string; voce: string; n: number }[];
}

export interface RigaFigure {
  readonly k: string;
  readonly [figura: string]: string | number | null;
}

export interface RigaEsiti {
  readonly k: string;
  readonly esito: string | null;
  readonly n: number;
  readonly percentuale: number;
}

export interface RigaMese {
  readonly k: string;
  readonly mese: string;
  readonly presentiInizio: number;
  readonly ingressi: number;
  readonly dimessi: number;
  readonly presentiFine: number;
  readonly giorni: number;
}

/**
 * Stays, presences and groups of the period, once: everything else reads these three small tables in memory.
 * `k` names a group the report counts apart: `C:<struttura>:<0 adulti|1 minori>`, `G:<gruppo>`, `D:<sede>`.
 */
const TAVOLE = `
CREATE TEMP TABLE IF NOT EXISTS g (ingresso TEXT, mese TEXT, presenza INT, pagate INT, liberi INT, scritti INT);
CREATE TEMP TABLE IF NOT EXISTS s (n INTEGER PRIMARY KEY, id TEXT, persona TEXT, sesso TEXT, comunita TEXT, gruppo TEXT,
  ingresso TEXT, dimissione TEXT, esito TEXT, eta INT, entrata INT, uscita INT, fine INT, dimesso INT,
  presenza INT, pagate INT, liberi INT, scritti INT,
  stato_civile TEXT, figli_minori TEXT, istruzione TEXT, occupazione TEXT, provenienza TEXT, carcerazioni TEXT, dipendenza TEXT);
CREATE TEMP TABLE IF NOT EXISTS m (k TEXT, n INT, persona TEXT, prima INT);`;

/** Days as numbers, from here on: `entrata`, `uscita` of a stay, `fine` the first day that is no longer of the stay. */
const giorno = (testo: string) => `unixepoch(${testo}) / 86400`;

const STAYS = `
INSERT INTO s
SELECT NULL, i.id, o.persona_id, o.sesso, 'C:' || t.codice || ':' || (i.utenza IS 'MINORE'),
  CASE WHEN i.utenza IN ('DUS', 'DUA') THEN iif(t.tipo IN ('CT', 'NUC', 'BIA'), 'COOPERATIVA', 'DUS_DUA_ALTRE_STRUTTURE')
    WHEN i.utenza IN ('DGA', 'MINORE', 'ADULTO') THEN i.utenza ELSE 'NON_INDICATA' END,
  i.data_ingresso, i.data_dimissione, i.esito,
  substr(i.data_ingresso, 1, 4) - substr(o.data_nascita, 1, 4) - (substr(i.data_ingresso, 6) < substr(o.data_nascita, 6)),
  ${giorno('i.data_ingresso')}, ${giorno('i.data_dimissione')},
  coalesce(${giorno('i.data_dimissione')} + (i.data_dimissione = i.data_ingresso AND i.esito IS NOT 'trasferimento_interno'), 1e9),
  coalesce(i.data_dimissione <= @al, 0),
  coalesce(p.presenza, 0), coalesce(p.pagate, 0), coalesce(p.liberi, 0), coalesce(p.scritti, 0),
  i.stato_civile, i.figli_minori, i.istruzione, i.occupazione, i.provenienza, i.carcerazioni, i.dipendenza
FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id JOIN strutture t ON t.id = i.struttura_id
LEFT JOIN (SELECT ingresso, sum(presenza) AS presenza, sum(pagate) AS pagate, sum(liberi) AS liberi, sum(scritti) AS scritti
  FROM g GROUP BY ingresso) p ON p.ingresso = i.id
WHERE i.deleted_at_ms IS NULL AND i.data_ingresso <= @al AND (i.data_dimissione IS NULL OR i.data_dimissione >= @dal)`;

const GRUPPI = `
INSERT INTO m
SELECT k, n, persona, row_number() OVER (PARTITION BY k, persona ORDER BY ingresso, coalesce(dimissione, '9999-12-31'), id) = 1
FROM (
  SELECT comunita AS k, n, id, persona, ingresso, dimissione FROM s
  UNION ALL SELECT 'G:' || gruppo, n, id, persona, ingresso, dimissione FROM s
  UNION ALL SELECT 'D:' || coalesce((SELECT CASE mo.tipologia WHEN 'DGA' THEN 'residenziale' WHEN 'DGT' THEN 'territoriale' END
      FROM assegnazioni a JOIN moduli mo ON mo.id = a.modulo_id
      WHERE a.ingresso_id = s.id AND a.deleted_at_ms IS NULL AND a.dal <= max(s.ingresso, @dal) ORDER BY a.dal DESC LIMIT 1),
    'altriModuli'), n, id, persona, ingresso, dimissione FROM s WHERE gruppo = 'DGA')`;

/**
 * Places × days by group. The periods of a modulo are cut wherever one of them begins or ends, and each piece takes the newest that
 * holds there (works stand over the period before, which holds again after them); a day counts while the modulo and its struttura
 * are open.
 */
const POSTI = `
tagli AS (SELECT modulo_id, valido_dal AS da FROM posti WHERE deleted_at_ms IS NULL
  UNION SELECT modulo_id, date(valido_al, '+1 day') FROM posti WHERE deleted_at_ms IS NULL AND valido_al IS NOT NULL),
pezzi AS (SELECT modulo_id, da, lead(da) OVER (PARTITION BY modulo_id ORDER BY da) AS dopo FROM tagli),
righe AS (SELECT z.modulo_id, p.accreditati, p.disponibili,
    max(z.da, @dal, coalesce(mo.dal, @dal), coalesce(t.dal, @dal)) AS da,
    min(coalesce(date(z.dopo, '-1 day'), @al), @al, coalesce(mo.al, @al), coalesce(t.al, @al)) AS a
  FROM pezzi z JOIN moduli mo ON mo.id = z.modulo_id JOIN strutture t ON t.id = mo.struttura_id
  JOIN posti p ON p.id = (SELECT id FROM posti q WHERE q.modulo_id = z.modulo_id AND q.deleted_at_ms IS NULL
    AND q.valido_dal <= z.da AND coalesce(q.valido_al, z.da) >= z.da ORDER BY q.valido_dal DESC LIMIT 1)),
giorni_posto AS (SELECT modulo_id, sum(accreditati * n) AS accreditati, sum(disponibili * n) AS disponibili
  FROM (SELECT *, (unixepoch(a) - unixepoch(da)) / 86400 + 1 AS n FROM righe) WHERE n > 0 GROUP BY modulo_id),
del_modulo AS (SELECT t.codice, t.tipo, mo.tipologia, mo.conta = 'minori' AS minori, q.accreditati, q.disponibili
  FROM giorni_posto q JOIN moduli mo ON mo.id = q.modulo_id JOIN strutture t ON t.id = mo.struttura_id
  WHERE mo.deleted_at_ms IS NULL),
posti_k AS (SELECT k, sum(accreditati) AS accreditati, sum(disponibili) AS disponibili FROM (
  SELECT 'C:' || codice || ':' || minori AS k, accreditati, disponibili FROM del_modulo
  UNION ALL SELECT 'G:COOPERATIVA', accreditati, disponibili FROM del_modulo WHERE tipo IN ('CT', 'NUC', 'BIA') AND NOT minori
  UNION ALL SELECT 'G:MINORE', accreditati, disponibili FROM del_modulo WHERE minori
  UNION ALL SELECT 'G:DGA', accreditati, disponibili FROM del_modulo WHERE tipologia IN ('DGA', 'DGT') AND NOT minori
  UNION ALL SELECT iif(tipologia = 'DGA', 'D:residenziale', 'D:territoriale'), accreditati, disponibili
    FROM del_modulo WHERE tipologia IN ('DGA', 'DGT') AND NOT minori) GROUP BY k)`;

const FIGURE = `
WITH ${POSTI},
periodo AS (SELECT ${giorno('@dal')} AS primo, ${giorno('@al')} + 1 AS dopo, ${giorno('@al')} + 1 - ${giorno('@dal')} AS giorni),
f AS (SELECT m.k, count(*) AS trattati, sum(entrata < primo) AS presentiInizio, sum(entrata >= primo) AS ingressi,
    sum(dimesso) AS dimessi, sum(NOT dimesso) AS presentiFine,
    sum(max(0, min(fine, dopo) - max(entrata, primo))) AS giorniDiPermanenza,
    sum(presenza) AS giornatePresenza, sum(pagate) AS giornatePagate, sum(liberi) AS liberi, sum(scritti) AS scritti,
    (2 * sum(eta) + count(*)) / (2 * count(*)) AS etaMedia, min(eta) AS etaMin, max(eta) AS etaMax,
    (2 * sum(uscita - entrata) FILTER (WHERE dimesso) + sum(dimesso)) / nullif(2 * sum(dimesso), 0) AS durataMediaGiorni,
    count(DISTINCT s.persona) FILTER (WHERE entrata >= primo) AS ingressiTeste
  FROM m JOIN s ON s.n = m.n, periodo GROUP BY m.k),
o AS (SELECT *, giorniDiPermanenza - liberi AS giornateOccupate, giorniDiPermanenza - scritti AS giorniMancanti FROM f)
SELECT o.*, (20 * o.giornatePresenza + giorni) / (2 * giorni) / 10.0 AS mediaGiornaliera,
  (2000 * o.giornateOccupate + nullif(q.accreditati, 0)) / (2 * nullif(q.accreditati, 0)) / 10.0 AS saturazioneAccreditati,
  (2000 * o.giornateOccupate + nullif(q.disponibili, 0)) / (2 * nullif(q.disponibili, 0)) / 10.0 AS saturazioneDisponibili
FROM o LEFT JOIN posti_k q ON q.k = o.k, periodo`;

const PERSONE = `
SELECT m.k, count(*) AS totale, sum(s.sesso = 'M') AS M, sum(s.sesso = 'F') AS F, sum(s.sesso NOT IN ('M', 'F')) AS T
FROM m JOIN s ON s.n = m.n WHERE m.prima GROUP BY m.k`;

const ESITI = `
SELECT k, esito, n, (200 * n + totale) / (2 * totale) AS percentuale
FROM (SELECT m.k, s.esito, count(*) AS n, sum(count(*)) OVER (PARTITION BY m.k) AS totale
  FROM m JOIN s ON s.n = m.n WHERE dimesso GROUP BY m.k, s.esito)`;

const ESITI_PERSONE = `
SELECT k, esito, n, (200 * n + totale) / (2 * totale) AS percentuale
FROM (SELECT k, esito, count(*) AS n, sum(count(*)) OVER (PARTITION BY k) AS totale
  FROM (SELECT m.k, s.esito, row_number() OVER (PARTITION BY m.k, m.persona
      ORDER BY s.dimissione DESC, s.ingresso DESC, s.id DESC) AS posto
    FROM m JOIN s ON s.n = m.n WHERE dimesso AND s.esito IS NOT 'trasferimento_interno')
  WHERE posto = 1 GROUP BY k, esito)`;

const CAMPI = [
  'stato_civile',
  'figli_minori',
  'istruzione',
  'occupazione',
  'provenienza',
  'carcerazioni',
  'dipendenza',
] as const;

const PROFILO = `
WITH prime AS MATERIALIZED (SELECT m.k, ${CAMPI.join(', ')} FROM m JOIN s ON s.n = m.n WHERE m.prima AND m.k >= 'D:')
${CAMPI.map((campo) => `SELECT k, '${campo}' AS voce, coalesce(nullif(${campo}, ''), 'non_noto') AS valore, count(*) AS n FROM prime GROUP BY 1, 3`).join('\nUNION ALL ')}`;

const MESI = `
WITH RECURSIVE date_mesi (primo, dopo) AS (
  SELECT date(@dal, 'start of month'), date(@dal, 'start of month', '+1 month')
  UNION ALL SELECT dopo, date(dopo, '+1 month') FROM date_mesi WHERE dopo <= @al),
mesi AS MATERIALIZED (SELECT substr(primo, 1, 7) AS mese, ${giorno('primo')} AS primo, ${giorno('dopo')} AS dopo FROM date_mesi)
SELECT comunita AS k, mese, sum(entrata < primo) AS presentiInizio, sum(entrata >= primo) AS ingressi,
  sum(uscita < dopo) AS dimessi, sum(uscita IS NULL OR uscita >= dopo) AS presentiFine,
  sum(max(0, min(fine, dopo) - max(entrata, primo))) AS giorni
FROM mesi JOIN s ON entrata < dopo AND (uscita IS NULL OR uscita >= primo)
GROUP BY comunita, mese`;

const GIORNATE = `
SELECT s.comunita AS k, g.mese, sum(g.presenza) AS presenza, sum(g.pagate) AS pagate, sum(g.liberi) AS liberi
FROM g JOIN s ON s.id = g.ingresso GROUP BY s.comunita, g.mese`;

const EVENTI = [
  ['incontri', 'servizio'],
  ['visite', 'tipo'],
  ['attivita', 'area'],
]
  .map(
    ([tavola, voce]) =>
      `SELECT '${tavola}' AS tavola, t.codice, e.${voce} AS voce, count(*) AS n FROM strutture t
       CROSS JOIN ${tavola} e ON e.struttura_id = t.id AND e.data BETWEEN @dal AND @al
       WHERE e.deleted_at_ms IS NULL GROUP BY t.codice, e.${voce}`,
  )
  .join('\nUNION ALL ');

/**
 * `report bilancio` as a person who knows SQL would write it for whole months: every statement prepared once, the stays
 * read once. It leans on what the store already promises (no code outside a stay, one letter a day).
 */
export class SqlBilancio {
  private readonly db: Database;
  private readonly statements = new Map<string, Statement>();
  private readonly giornate: string;

  constructor(db: Database) {
    this.db = db;
    db.exec(TAVOLE);
    this.giornate = countLetters(db);
  }

  run({ dal, al }: Periodo): RigheSql {
    if (!dal.endsWith('-01') || al !== ultimoGiorno(al.slice(0, 7)))
      throw new Error('the hand-written SQL counts whole months');
    return this.db.transaction((): RigheSql => {
      for (const tavola of ['g', 's', 'm']) this.get(`DELETE FROM temp.${tavola}`).run();
      this.get(this.giornate).run({ dal: dal.slice(0, 7), al: al.slice(0, 7) });
      this.get(STAYS).run({ dal, al });
      this.get(GRUPPI).run({ dal });
      return {
        strutture: this.all('SELECT codice, nome FROM strutture WHERE deleted_at_ms IS NULL ORDER BY codice'),
        figure: this.all(FIGURE, { dal, al }),
        persone: this.all(PERSONE),
        esiti: this.all(ESITI),
        esitiPersone: this.all(ESITI_PERSONE),
        profilo: this.all(PROFILO),
        flussi: this.all(MESI, { dal, al }),
        giornate: this.all(GIORNATE),
        eventi: this.all(EVENTI, { dal, al }),
      };
    })();
  }

  private get(sql: string): Statement {
    const known = this.statements.get(sql) ?? this.db.prepare(sql);
    this.statements.set(sql, known);
    return known;
  }

  private all<T>(sql: string, parameters: Record<string, string> = {}): T[] {
    return this.get(sql).all(parameters) as T[];
  }
}

/** Letters are counted by taking them away; what the letters mean is read from the store, once. */
function countLetters(db: Database): string {
  const codici = db
    .prepare('SELECT id, presente, pagata, occupa_posto AS occupaPosto FROM codici WHERE deleted_at_ms IS NULL')
    .all() as { id: string; presente: number; pagata: number; occupaPosto: number }[];
  const count = (letters: readonly { id: string }[]) =>
    `31 - length(${letters.reduce((sql, { id }) => `replace(${sql}, '${id}', '')`, 'codici')})`;
  return `INSERT INTO g SELECT ingresso_id, mese, ${count(codici.filter((c) => c.presente === 1))},
    ${count(codici.filter((c) => c.pagata === 1))}, ${count(codici.filter((c) => c.occupaPosto === 0))},
    31 - (${count([{ id: '.' }])}) FROM presenze WHERE mese BETWEEN @dal AND @al AND deleted_at_ms IS NULL`;
}
