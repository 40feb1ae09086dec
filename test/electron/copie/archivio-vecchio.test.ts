import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Output } from '../../../electron/contract/index.ts';
import { cartellaDiProva } from '../../aiuti/archivio.ts';
import { PASSWORD } from '../cartella-prova.ts';
import { apriCasa, type Casa, nuovaCasa } from './casa-con-copie.ts';

/** A community and a central office that know each other, each a store of its own. */
async function dueParti(cartella: string) {
  const casa = await nuovaCasa(join(cartella, 'casa'));
  const centro = apriCasa(join(cartella, 'centro'));
  await centro.call('sessione.create', { ruolo: 'centrale', password: PASSWORD, utente: 'Carla' });
  await centro.call('chiavi.register', { testo: (await casa.call('chiavi.getPubblica', {})).testo });
  await casa.call('chiavi.register', { testo: (await centro.call('chiavi.getPubblica', {})).testo });
  return { casa, centro };
}

async function chiudiEManda(casa: Casa, centro: Casa, mese: string): Promise<Output<'pacchi.import'>[number]> {
  const stato = (await casa.call('mesi.list', { struttura: 'CASA00', anno: 2025 })).find((m) => m.mese === mese)?.stato;
  if (stato === 'chiuso') await casa.call('mesi.reopen', { struttura: 'CASA00', mese, motivo: 'correzione' });
  await casa.call('mesi.close', { struttura: 'CASA00', mese, conMancanti: true });
  const { id } = await casa.call('pacchi.export', { struttura: 'CASA00', mese });
  const { nome, bytes } = await casa.call('pacchi.getFile', { id });
  const [esito] = await centro.call('pacchi.import', { file: [{ nome, bytes }] });
  if (!esito) throw new Error('one file, one answer');
  return esito;
}

/** Copies the store now and gives the file. */
async function copiaAdesso(casa: Casa, dove: string): Promise<string> {
  mkdirSync(dove, { recursive: true });
  await casa.call('copie.save', { luoghi: [{ percorso: dove, tipo: 'cartella' }] });
  const { esiti } = await casa.call('copie.run', {});
  return join(dove, esiti[0]?.file ?? '');
}

const giornate = (casa: Casa) =>
  casa.call('report.giornate', { dal: '2025-03-01', al: '2025-04-30', per: 'struttura' });

test('yesterday’s copy back on the same computer: it says what is missing, and the chain does not fork', async () => {
  const cartella = cartellaDiProva();
  const { casa, centro } = await dueParti(cartella);
  casa.setGiorno('2025-05-02');
  await casa.registra('P');
  await chiudiEManda(casa, centro, '2025-03');
  const file = await copiaAdesso(casa, join(cartella, 'copie'));
  expect(await chiudiEManda(casa, centro, '2025-04')).toMatchObject({ stato: 'importato' });
  expect((await casa.call('copie.getStato', {})).arretrato).toBe(false);
  const uscita = readdirSync(join(casa.dati, 'in-uscita'));

  await casa.call('sessione.lock', {});
  await casa.host.waitCopie();
  await casa.call('ripristino.run', { file, password: PASSWORD });
  await casa.call('sessione.open', { password: PASSWORD });
  expect(readdirSync(join(casa.dati, 'in-uscita'))).toEqual(uscita);
  expect((await casa.call('copie.getStato', {})).arretrato).toBe(true);
  const { arretrati } = await casa.call('copie.get', {});
  expect(arretrati[0]).toContain('CASA00 aprile 2025 r1 (pacco numero 2)');
  expect((await casa.call('verifica.run', {})).avvisi.join()).toContain('aprile 2025 r1');

  // done again, it is a revision more and the next number: the central office takes it as a correction
  const { id } = await casa
    .call('mesi.close', { struttura: 'CASA00', mese: '2025-04', conMancanti: true })
    .then(() => casa.call('pacchi.export', { struttura: 'CASA00', mese: '2025-04' }));
  const { nome, bytes } = await casa.call('pacchi.getFile', { id });
  expect(nome).toBe('CASA00-2025-04-r2.approdo');
  const [esito] = await centro.call('pacchi.import', { file: [{ nome, bytes }] });
  expect(esito).toMatchObject({ stato: 'sostituito', revisione: 2 });
  const verifica = await centro.call('verifica.run', {});
  expect([verifica.esito, verifica.avvisi]).toEqual([true, []]);
  // the parcel of before is still there, as it was
  expect(uscita.every((prima) => readdirSync(join(casa.dati, 'in-uscita')).includes(prima))).toBe(true);
});

test('on another computer nothing tells: the central office does, and its reconstruction gives the month back', async () => {
  const cartella = cartellaDiProva();
  const { casa, centro } = await dueParti(cartella);
  casa.setGiorno('2025-05-02');
  await casa.registra('P');
  await chiudiEManda(casa, centro, '2025-03');
  const file = await copiaAdesso(casa, join(cartella, 'copie'));
  await casa.registraIn('2025-04', 'U');
  await chiudiEManda(casa, centro, '2025-04');
  const prima = await giornate(casa);

  const nuova = apriCasa(join(cartella, 'nuova'));
  nuova.setGiorno('2025-05-03');
  await nuova.call('ripristino.run', { file, password: PASSWORD });
  await nuova.call('sessione.open', { password: PASSWORD });
  const rifiuto = await chiudiEManda(nuova, centro, '2025-04');
  expect(rifiuto).toMatchObject({ stato: 'rifiutato' });
  expect(rifiuto.motivo).toMatch(/numero 2 di CASA00 è già arrivato con un altro contenuto.*ricostruzione/);

  const chiave = (await nuova.call('chiavi.getPubblica', {})).testo;
  expect(await centro.call('ricostruzioni.check', { struttura: 'CASA00', chiave })).toMatchObject({
    chiaveNuova: false,
  });
  const { bytes } = await centro.call('ricostruzioni.prepare', { struttura: 'CASA00', chiave });
  const esito = await nuova.call('ricostruzioni.import', { bytes });
  expect(esito).toMatchObject({ esito: 'ripreso', strutture: [{ mesi: ['2025-04'], prossimoNumero: 3 }] });
  expect(esito.avvisi[0]).toMatch(/aprile 2025 r1: il pacco fatto qui dopo il ripristino non vale/);
  expect(await giornate(nuova)).toEqual(prima);
  expect((await nuova.call('verifica.run', {})).controlli.filter((c) => !c.esito)).toEqual([]);
  expect(await chiudiEManda(nuova, centro, '2025-04')).toMatchObject({ stato: 'sostituito', revisione: 2 });
  expect((await centro.call('verifica.run', {})).avvisi).toEqual([]);
});

test('the chain beside the store is ours or it is nobody’s: one byte changed and it is not believed', async () => {
  const cartella = cartellaDiProva();
  const { casa, centro } = await dueParti(cartella);
  casa.setGiorno('2025-05-02');
  await chiudiEManda(casa, centro, '2025-03');
  const catena = join(casa.dati, 'catena.json');
  const scritto = readFileSync(catena, 'utf8');
  expect(scritto).not.toContain('Zorzi');
  writeFileSync(catena, scritto.replace('"numero":1', '"numero":9'));
  expect((await casa.call('copie.getStato', {})).arretrato).toBe(false);
  expect(await chiudiEManda(casa, centro, '2025-04')).toMatchObject({ stato: 'importato' });
  expect((await centro.call('verifica.run', {})).avvisi).toEqual([]);
});
