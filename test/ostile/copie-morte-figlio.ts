// A round of copies, or a restore in place, in a process of its own, to be killed at a write (gancio.mjs):
// `giro DATI CHIAVE LUOGO` | `ripristina DATI COPIA PASSWORD`. Says at the end how many writes it made.
import { readFileSync } from 'node:fs';
import { runGiro } from '../../electron/copie/giro.ts';
import { nomeProvvisorio } from '../../electron/copie/luogo.ts';
import { restoreCopia } from '../../electron/services/copia.ts';

/** Armed by the hook. */
interface Gancio {
  approdoArma?: () => void;
  approdoContate?: () => number;
}
const gancio = globalThis as Gancio;
const [cosa = '', dati = '', seconda = '', terza = ''] = process.argv.slice(2);
gancio.approdoArma?.();
if (cosa === 'giro') {
  const { esiti } = runGiro({
    ...{ dati, chiave: Buffer.from(readFileSync(seconda, 'utf8'), 'hex'), motivo: 'giorno', giorno: '2025-03-20' },
    ...{ luoghi: [{ percorso: terza, tipo: 'cartella' }], createdAtMs: Date.now(), provvisorio: nomeProvvisorio() },
  });
  if (esiti[0]?.errore) throw new Error(esiti[0].errore.messaggio);
} else await restoreCopia({ dati, da: seconda, password: terza, alPosto: { atMs: Date.now() } });
process.stdout.write(`scritture ${gancio.approdoContate?.() ?? 0}\n`);
process.exit(0);
