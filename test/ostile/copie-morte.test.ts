import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyCopia } from '../../electron/copie/copia-file.ts';
import { listVerificate } from '../../electron/copie/luogo.ts';
import { closeStore } from '../../electron/services/archivio.ts';
import { inspectCartella, openStore } from '../../electron/services/sessione.ts';
import { cartellaProva, PASSWORD } from '../electron/cartella-prova.ts';
import { nuovaCasa } from '../electron/copie/casa-con-copie.ts';

const FIGLIO = join(import.meta.dirname, 'copie-morte-figlio.ts');
const GANCIO = join(import.meta.dirname, 'gancio.mjs');
const cartella = cartellaProva('morte-copie');
const chiaveFile = join(cartella, 'chiave');
let chiave: Buffer;
let prossima = 0;

/** A store with many copies in its place already, so that a round also takes some away. */
async function prepara(): Promise<void> {
  if (existsSync(chiaveFile)) return;
  const casa = await nuovaCasa(join(cartella, 'modello', 'dati'));
  await casa.call('copie.save', { luoghi: [{ percorso: join(cartella, 'modello', 'copie'), tipo: 'cartella' }] });
  for (let n = 1; n < 10; n++) {
    casa.setGiorno(`2025-03-0${n}`);
    await casa.call('copie.run', {});
  }
  chiave = Buffer.from(casa.host.getArchivio().chiave);
  writeFileSync(chiaveFile, chiave.toString('hex'));
  await casa.call('sessione.lock', {});
  await casa.host.waitCopie();
}

function nuovoGiro(): string {
  const qui = join(cartella, `giro-${prossima++}`);
  cpSync(join(cartella, 'modello'), qui, { recursive: true });
  return qui;
}

/** Runs it until it dies at that write (0 = never). @returns the writes made, when it got to the end */
function muori(argomenti: readonly string[], punto: number): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const figlio = spawn(process.execPath, ['--import', GANCIO, FIGLIO, ...argomenti], {
      env: { ...process.env, NODE_OPTIONS: '', APPRODO_MUORI_A: String(punto), APPRODO_FILO: 'main' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let uscita = '';
    let errori = '';
    figlio.stdout.on('data', (pezzo) => {
      uscita += String(pezzo);
    });
    figlio.stderr.on('data', (pezzo) => {
      errori += String(pezzo);
    });
    figlio.on('error', reject);
    figlio.on('close', (_codice, segnale) => {
      const scritture = /scritture (\d+)/.exec(uscita)?.[1];
      if (scritture === undefined && segnale !== 'SIGKILL') reject(new Error(errori));
      else resolve(scritture === undefined ? null : Number(scritture));
    });
  });
}

/** So many writes from the first to the last. */
function punti(totale: number, quanti: number): number[] {
  return [...new Set(Array.from({ length: quanti }, (_, n) => 1 + Math.round((n * (totale - 1)) / (quanti - 1))))];
}

describe('killed at a write, whichever', { timeout: 300_000 }, () => {
  test('a round of copies: what is called verified opens, the newest of before is there, repeating leaves no leftover', async () => {
    await prepara();
    const comeDi = (qui: string) => ['giro', join(qui, 'dati'), chiaveFile, join(qui, 'copie')];
    const intero = nuovoGiro();
    const totale = (await muori(comeDi(intero), 0)) ?? 0;
    const piene = readdirSync(join(intero, 'copie')).length;
    const ultima = [...listVerificate(join(cartella, 'modello', 'copie')).keys()].toSorted().at(-1) ?? '';
    for (const punto of punti(totale, 24)) {
      const qui = nuovoGiro();
      expect([punto, await muori(comeDi(qui), punto)]).toEqual([punto, null]);
      const verificate = [...listVerificate(join(qui, 'copie')).keys()];
      expect(verificate).toContain(ultima);
      for (const nome of verificate) verifyCopia(join(qui, 'copie', nome), chiave, join(qui, 'rilettura'));
      await muori(comeDi(qui), 0);
      expect(readdirSync(join(qui, 'copie')).filter((nome) => nome.endsWith('.tmp'))).toEqual([]);
      // the one that was killed may have been finished: then there is one more of that same day, or one less to take
      expect(Math.abs(readdirSync(join(qui, 'copie')).length - piene)).toBeLessThanOrEqual(1);
      rmSync(qui, { recursive: true });
    }
    console.info(`giro: 24 of ${totale} writes`);
  });

  test('a restore in place: the store of before or the copy, one of the two whole, and repeating ends it', async () => {
    await prepara();
    const nome = [...listVerificate(join(cartella, 'modello', 'copie')).keys()].toSorted().at(-1) ?? '';
    const comeDi = (qui: string) => ['ripristina', join(qui, 'dati'), join(qui, 'copie', nome), PASSWORD];
    const totale = (await muori(comeDi(nuovoGiro()), 0)) ?? 0;
    for (const punto of punti(totale, 12)) {
      const qui = nuovoGiro();
      const dati = join(qui, 'dati');
      mkdirSync(join(dati, 'in-uscita'), { recursive: true });
      writeFileSync(join(dati, 'in-uscita', 'x.approdo'), 'sigillato');
      expect([punto, await muori(comeDi(qui), punto)]).toEqual([punto, null]);
      const daParte = readdirSync(dati).filter((uno) => uno.startsWith('messo-da-parte-'));
      const dove = [dati, ...daParte.map((uno) => join(dati, uno))];
      expect(dove.some((una) => existsSync(join(una, 'approdo.db')))).toBe(true);
      expect(dove.some((una) => existsSync(join(una, 'chiavi.json')))).toBe(true);
      const apribile = inspectCartella(dati).stato === 'chiusa' && existsSync(join(dati, 'chiavi.json'));
      if (!apribile) await muori(comeDi(qui), 0);
      closeStore(await openStore({ dati, password: PASSWORD, clock: Date.now }));
      expect(readdirSync(join(dati, 'in-uscita'))).toEqual(['x.approdo']);
      rmSync(qui, { recursive: true });
    }
    console.info(`ripristino al posto: 12 of ${totale} writes`);
  });
});
