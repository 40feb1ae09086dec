import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cartellaDiProva } from '../../aiuti/archivio.ts';
import { PASSWORD } from '../cartella-prova.ts';
import { approdo, CAMPIONE, json } from '../cli/approdo.ts';
import { apriCasa, type Casa } from './casa-con-copie.ts';

const STRUTTURE = ['CASA00', 'CASA01', 'CASA02'];
const MESI = Array.from({ length: 12 }, (_, n) => `2025-${String(n + 1).padStart(2, '0')}`);
const ANNO = { dal: '2025-01-01', al: '2025-12-31' };

/** The sample community with its year closed, month by month, each parcel taken by the central office. */
async function unAnno(cartella: string): Promise<{ casa: Casa; centro: Casa }> {
  const casa = apriCasa(join(cartella, 'casa'));
  const centro = apriCasa(join(cartella, 'centro'));
  for (const una of [casa, centro]) una.setGiorno('2026-01-03');
  await casa.call('sessione.create', { ruolo: 'comunita', password: PASSWORD, utente: 'Anna' });
  await centro.call('sessione.create', { ruolo: 'centrale', password: PASSWORD, utente: 'Carla' });
  const fogli = readdirSync(CAMPIONE).filter((nome) => nome.endsWith('.csv'));
  const file = fogli.map((nome) => ({ nome, bytes: new Uint8Array(readFileSync(join(CAMPIONE, nome))) }));
  await casa.call('fogli.import', { file });
  await centro.call('chiavi.register', { testo: (await casa.call('chiavi.getPubblica', {})).testo });
  await casa.call('chiavi.register', { testo: (await centro.call('chiavi.getPubblica', {})).testo });
  const pacchi = [];
  for (const struttura of STRUTTURE)
    for (const mese of MESI) {
      await casa.call('mesi.close', { struttura, mese, conMancanti: true });
      const { id } = await casa.call('pacchi.export', { struttura, mese });
      pacchi.push(await casa.call('pacchi.getFile', { id }));
    }
  const esiti = await centro.call('pacchi.import', {
    file: pacchi.map(({ nome, bytes }) => ({ nome, bytes: new Uint8Array(bytes) })),
  });
  expect(new Set(esiti.map((esito) => esito.stato))).toEqual(new Set(['importato']));
  return { casa, centro };
}

/** The figures of the year, as a person compares them. */
async function cifre(casa: Casa) {
  const giornate = [];
  for (const per of ['struttura', 'modulo', 'ente_pagante'] as const)
    giornate.push(await casa.call('report.giornate', { ...ANNO, per }));
  return { bilancio: await casa.call('report.bilancio', ANNO), giornate };
}

test('the PC is lost with no copy: a year comes back from the parcels, and the next month goes on from there', async () => {
  const cartella = cartellaDiProva();
  const { casa, centro } = await unAnno(cartella);
  const prima = await cifre(casa);
  for (const una of [casa, centro]) await una.call('sessione.lock', {});
  for (const una of [casa, centro]) await una.host.waitCopie();

  // the new computer: a register made as at first launch, its key given, the one of the Accoglienza registered
  const nuovo = join(cartella, 'nuovo');
  const centrale = join(cartella, 'centro');
  await json('init', '--dati', nuovo, '--ruolo', 'comunita');
  const [chiaveNuova, chiaveCentro] = [join(cartella, 'nuova.json'), join(cartella, 'centro.json')];
  writeFileSync(chiaveNuova, JSON.stringify(await json('chiave-pubblica', '--dati', nuovo)));
  writeFileSync(chiaveCentro, JSON.stringify(await json('chiave-pubblica', '--dati', centrale)));
  await json('registra-chiave', '--dati', nuovo, chiaveCentro);
  const file = join(cartella, 'casa.ricostruzione');
  const preparata = await json(
    ...['prepara-ricostruzione', '--dati', centrale, '--struttura', 'CASA01', '--chiave', chiaveNuova, '--in', file],
  );
  expect(preparata).toMatchObject({ pacchi: 36, strutture: STRUTTURE, chiaveNuova: true });
  const cognome = readFileSync(join(CAMPIONE, 'ospiti.csv'), 'utf8').split('\n')[1]?.split(/[;,]/)[1] ?? '';
  expect([cognome.length > 2, readFileSync(file).includes(cognome)]).toEqual([true, false]);
  const presa = await json<{ esito: string; strutture: { prossimoNumero: number; mesi: string[] }[] }>(
    ...['ricostruisci', '--dati', nuovo, file],
  );
  expect(presa.esito).toBe('nuovo');
  expect(presa.strutture.map((s) => [s.prossimoNumero, s.mesi.length])).toEqual([
    [13, 12],
    [13, 12],
    [13, 12],
  ]);
  const verifica = await approdo(['verifica', '--dati', nuovo]);
  expect([verifica.stato, verifica.out]).toEqual([0, expect.stringContaining('Tutto torna.')]);

  const dopo = apriCasa(nuovo);
  dopo.setGiorno('2026-02-03');
  await dopo.call('sessione.open', { password: PASSWORD });
  expect(await cifre(dopo)).toEqual(prima);
  await dopo.call('mesi.close', { struttura: 'CASA00', mese: '2026-01', conMancanti: true });
  const fatto = await dopo.call('pacchi.export', { struttura: 'CASA00', mese: '2026-01' });
  expect(fatto.numero).toBe(13);
  const { nome, bytes } = await dopo.call('pacchi.getFile', { id: fatto.id });
  await centro.call('sessione.open', { password: PASSWORD });
  const [esito] = await centro.call('pacchi.import', { file: [{ nome, bytes: new Uint8Array(bytes) }] });
  expect(esito).toMatchObject({ stato: 'importato' });
  const centroDopo = await centro.call('verifica.run', {});
  expect([centroDopo.esito, centroDopo.avvisi.filter((avviso) => /pacc/.test(avviso))]).toEqual([true, []]);
}, 180_000);
