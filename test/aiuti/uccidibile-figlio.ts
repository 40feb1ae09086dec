// A process of its own at work on a store, made to be killed at any instant: `uccidibile-figlio.ts <lavoro> <dati> <chiave>`.
// Says `pronto` when it begins and a dot at each step.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Store } from '../../db/store.ts';
import type { Mese } from '../../domain/giorno.ts';
import { fileCartella } from '../../electron/cartella/cartella.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { closeMese, reopenMese } from '../../electron/services/mese.ts';
import { exportMese } from '../../electron/services/pacco.ts';
import { importPacchi } from '../../electron/services/pacco-import.ts';

const [lavoro = '', dati = '', chiave = ''] = process.argv.slice(2);
const store = Store.open({
  file: fileCartella(dati).archivio,
  key: Buffer.from(chiave, 'hex'),
  clock: Date.now,
  integrityCheck: false,
});
const ctx: Contesto = {
  store,
  dati,
  ruolo: lavoro === 'importa' ? 'centrale' : 'comunita',
  utente: { accountId: null, nome: 'PROVA Anna', ruolo: 'responsabile' },
  oggi: () => '2026-01-10',
  progress: () => Promise.resolve(),
};
const MESI: readonly Mese[] = ['2025-01', '2025-02', '2025-03', '2025-04'];
const step = () => process.stdout.write('.');

/** One call a parcel, in the order of their names. */
async function importa(): Promise<void> {
  const folder = join(dati, 'arrivati');
  for (const nome of readdirSync(folder).toSorted()) {
    await importPacchi(ctx, { file: [{ nome, bytes: new Uint8Array(readFileSync(join(folder, nome))) }] });
    step();
  }
}

/** Closes and reopens, for ever; picks up where a killed one left. */
function chiudi(mese: Mese): void {
  const input = { struttura: 'CASA00', mese };
  const stato = store.sqlite.prepare('SELECT stato FROM mesi WHERE mese = ?').pluck().get(mese);
  if (stato === 'chiuso') reopenMese(ctx, { ...input, motivo: 'prova' });
  closeMese(ctx, { ...input, conMancanti: true });
  step();
}

process.stdout.write('pronto\n');
if (lavoro === 'importa') await importa();
else
  for (;;)
    for (const mese of MESI) {
      chiudi(mese);
      if (lavoro === 'esporta') await exportMese(ctx, { struttura: 'CASA00', mese });
      step();
    }
store.close();
process.stdout.write('finito\n');
