import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Store } from '../../../db/store.ts';
import { cartellaDiProva } from '../../aiuti/archivio.ts';
import { prepare, ritratto } from './cartella.ts';
import { scriviGrande } from './cartella-grande.ts';

const FIGLIO = join(import.meta.dirname, 'importa-figlio.ts');

function nuovoArchivio(): { file: string; key: Buffer } {
  const archivio = { file: join(cartellaDiProva(), 'approdo.db'), key: randomBytes(32) };
  const store = Store.open({ ...archivio, clock: Date.now });
  prepare(store);
  store.close();
  return archivio;
}

/** Runs the import in a process of its own; killed `dopoMs` after its last phase began, when given. */
function importaAltrove(
  { file, key }: { file: string; key: Buffer },
  cartella: string,
  memoria: number,
  dopoMs?: number,
) {
  return new Promise<string>((resolve, reject) => {
    const argomenti = [`--max-old-space-size=${memoria}`, FIGLIO, file, key.toString('hex'), cartella];
    const figlio = spawn(process.execPath, argomenti, { stdio: ['ignore', 'pipe', 'pipe'] });
    let uscita = '';
    let errori = '';
    figlio.stderr.on('data', (pezzo) => {
      errori += String(pezzo);
    });
    figlio.stdout.on('data', (pezzo) => {
      const primaDi = uscita;
      uscita += String(pezzo);
      if (dopoMs !== undefined && uscita.includes('Registrazione') && !primaDi.includes('Registrazione'))
        setTimeout(() => figlio.kill('SIGKILL'), dopoMs);
    });
    figlio.on('error', reject);
    figlio.on('exit', (codice) => {
      if (codice !== 0 && dopoMs === undefined) reject(new Error(errori));
      else resolve(uscita);
    });
  });
}

function apri({ file, key }: { file: string; key: Buffer }) {
  const store = Store.open({ file, key, clock: Date.now });
  const stato = { seq: store.registro.last().seq, catena: store.registro.findBroken(), ritratto: ritratto(store) };
  store.close();
  return stato;
}

describe('an import in a process of its own', { timeout: 240_000 }, () => {
  test('killed while it writes leaves the register as it was or as it had to be, never between', async () => {
    const cartella = cartellaDiProva();
    scriviGrande(cartella, 200, 24);
    const finito = nuovoArchivio();
    await importaAltrove(finito, cartella, 512);
    const dopo = apri(finito);
    const prima = apri(nuovoArchivio());
    for (const ms of [60, 110, 150]) {
      const archivio = nuovoArchivio();
      await importaAltrove(archivio, cartella, 512, ms);
      const ora = apri(archivio);
      expect(ora.catena).toBeNull();
      expect(ora).toEqual(ora.seq === prima.seq ? prima : dopo);
      // whatever was left, the same workbook goes in
      await importaAltrove(archivio, cartella, 512);
      expect(apri(archivio).ritratto).toEqual(dopo.ritratto);
    }
  });

  test('takes 100,000 rows in a small memory, good or bad', async () => {
    const buona = cartellaDiProva();
    scriviGrande(buona, 1000, 100);
    const esito = JSON.parse((await importaAltrove(nuovoArchivio(), buona, 384)).split('\n').at(-2) ?? '');
    expect(esito).toMatchObject({ inseriti: { presenze: 100_000, ingressi: 1000 }, errori: 0 });
    const cattiva = cartellaDiProva();
    scriviGrande(cattiva, 1000, 100, (i) => `MANCA${i}`);
    const errata = JSON.parse((await importaAltrove(nuovoArchivio(), cattiva, 384)).split('\n').at(-2) ?? '');
    expect(errata).toMatchObject({
      inseriti: { presenze: 0, ingressi: 1000 },
      scartati: { presenze: 100_000 },
      errori: 100_000,
    });
    console.info(
      `100.000 righe: buone ${esito.ms} ms ${esito.memoria} MiB, cattive ${errata.ms} ms ${errata.memoria} MiB`,
    );
  });
});
