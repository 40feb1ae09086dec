import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { getChiavePubblica, registerChiave } from '../../../electron/services/chiave.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { closeMese } from '../../../electron/services/mese.ts';
import { exportMese } from '../../../electron/services/pacco.ts';
import { importPacchi } from '../../../electron/services/pacco-import.ts';
import { registerPresenze } from '../../../electron/services/presenza.ts';
import { reportBilancio, reportGiornate } from '../../../electron/services/report.ts';
import { checkRicostruzione, prepareRicostruzione } from '../../../electron/services/ricostruzione.ts';
import { importRicostruzione } from '../../../electron/services/ricostruzione-import.ts';
import { runVerifica } from '../../../electron/services/verifica.ts';
import { apriArchivio, importaUnoAllaVolta, nuovaIdentita } from './aiuti.ts';
import { entra, invia } from './casa.ts';
import { apriComunita, MESI, vite, viviDavvero } from './comunita-vera.ts';
import { apriCentro, nuoveParti, type Parti } from './consegna-di-prova.ts';
import { STRUTTURE } from './storia.ts';

let parti: Parti;
beforeAll(async () => {
  parti = await nuoveParti();
});

const PERIODO = { dal: '2025-01-01', al: '2025-03-31' };
const cifre = (ctx: Contesto) =>
  JSON.parse(
    JSON.stringify([
      reportBilancio(ctx, PERIODO),
      ...(['struttura', 'modulo', 'ente_pagante'] as const).map((per) => reportGiornate(ctx, { ...PERIODO, per })),
    ]),
  ) as unknown;

/** A new computer that knows only the key of the central office. */
async function nuovoPc(centro: Contesto): Promise<Contesto> {
  const nuovo = apriArchivio('comunita', await nuovaIdentita());
  nuovo.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) =>
    tx.update('impostazioni', 'dispositivo', { valore: 'comunita-2' }),
  );
  const { testo } = await getChiavePubblica(centro);
  await registerChiave(nuovo, { testo });
  return nuovo;
}

async function ricostruisci(centro: Contesto, nuovo: Contesto, struttura = 'CASA00') {
  const chiave = (await getChiavePubblica(nuovo)).testo;
  const { bytes } = await prepareRicostruzione(centro, { struttura, chiave });
  return { bytes, esito: await importRicostruzione(nuovo, { bytes }) };
}

/** A community of two strutture with three months sent. */
async function unaComunita() {
  const casa = apriComunita(parti);
  const centro = apriCentro(parti);
  const a = entra(casa, '2025-01-03');
  entra(casa, '2025-01-10', 'CASA01', 'Bianchi');
  const stay = a.ingressoId;
  for (const mese of MESI) {
    const giorno = `${mese}-15`;
    registerPresenze(casa, {
      struttura: 'CASA00',
      mese,
      gesto: 'cella',
      cambi: [{ ingressoId: stay, giorno, codice: 'P' }],
    });
    for (const struttura of STRUTTURE) await importPacchi(centro, { file: [await invia(casa, mese, struttura)] });
  }
  return { casa, centro, stay };
}

describe('a community back from its parcels', () => {
  test('any life of it: the closed months print the same figures, and the chain goes on', async () => {
    let completi = 0;
    await fc.assert(
      fc.asyncProperty(vite, async (gesti) => {
        const casa = apriComunita(parti);
        const centro = apriCentro(parti);
        try {
          const file = await viviDavvero(casa, gesti);
          await importaUnoAllaVolta(centro, file);
          const nuovo = await nuovoPc(centro);
          try {
            const { esito } = await ricostruisci(centro, nuovo);
            expect(esito.esito).toBe('nuovo');
            expect((await runVerifica(nuovo)).controlli.filter((c) => !c.esito)).toEqual([]);
            const chiusi = casa.store.sqlite.prepare("SELECT count(*) FROM mesi WHERE stato = 'chiuso'").pluck().get();
            if (chiusi !== MESI.length * STRUTTURE.length) return;
            completi++;
            expect(cifre(nuovo)).toEqual(cifre(casa));
            const mesi = 'SELECT mese, stato, revisione, mancanti FROM mesi ORDER BY struttura_id, mese';
            expect(nuovo.store.sqlite.prepare(mesi).all()).toEqual(casa.store.sqlite.prepare(mesi).all());
            const [dopo] = await importPacchi(centro, { file: [await invia(nuovo, '2025-03')] });
            expect(dopo).toMatchObject({ stato: 'sostituito' });
            expect((await runVerifica(centro)).avvisi).toEqual([]);
            expect(cifre(centro)).toEqual(cifre(nuovo));
          } finally {
            nuovo.store.close();
          }
        } finally {
          casa.store.close();
          centro.store.close();
        }
      }),
      { numRuns: Number(process.env['APPRODO_PROVE'] ?? 8) },
    );
    expect(completi).toBeGreaterThan(0);
  }, 600_000);

  test('the next parcel is number n + 1 and the central office takes it; the lost computer is no longer believed', async () => {
    const { casa, centro } = await unaComunita();
    const nuovo = await nuovoPc(centro);
    const chiave = (await getChiavePubblica(nuovo)).testo;
    expect(checkRicostruzione(centro, { struttura: 'CASA00', chiave })).toMatchObject({
      ...{ nome: 'Casa Aurora', strutture: ['CASA00', 'CASA01'], pacchi: 6, ultimoMese: '2025-03', chiaveNuova: true },
    });
    const { esito } = await ricostruisci(centro, nuovo);
    expect(esito.strutture).toEqual([
      { codice: 'CASA00', nome: 'Casa Aurora', mesi: [...MESI], prossimoNumero: 4 },
      { codice: 'CASA01', nome: 'Casa Aurora', mesi: [...MESI], prossimoNumero: 4 },
    ]);
    closeMese(nuovo, { struttura: 'CASA00', mese: '2025-04', conMancanti: true });
    const { numero } = await exportMese(nuovo, { struttura: 'CASA00', mese: '2025-04' });
    expect(numero).toBe(4);
    // a month already sent is the same file as before, byte for byte
    const { sha256 } = await exportMese(nuovo, { struttura: 'CASA00', mese: '2025-01' });
    expect(sha256).toBe((await exportMese(casa, { struttura: 'CASA00', mese: '2025-01' })).sha256);
    const [preso] = await importPacchi(centro, { file: [await invia(nuovo, '2025-04')] });
    expect(preso).toMatchObject({ stato: 'importato' });
    const [rubato] = await importPacchi(centro, { file: [await invia(casa, '2025-05')] });
    expect(rubato).toMatchObject({ stato: 'rifiutato' });
    expect(rubato?.motivo).toMatch(/non usa più/);
    expect((await runVerifica(nuovo)).esito).toBe(true);
  });

  test('taken twice it changes nothing; it is for one key, signed by the office that is known, and whole', async () => {
    const { centro } = await unaComunita();
    const nuovo = await nuovoPc(centro);
    const { bytes } = await ricostruisci(centro, nuovo);
    expect((await importRicostruzione(nuovo, { bytes })).esito).toBe('uguale');
    const terzo = await nuovoPc(centro);
    await expect(importRicostruzione(terzo, { bytes })).rejects.toMatchObject({ codice: 'ricostruzione.non_per_noi' });
    const senzaChiave = apriArchivio('comunita', await nuovaIdentita());
    await expect(importRicostruzione(senzaChiave, { bytes })).rejects.toMatchObject({ codice: 'ricostruzione.chiave' });
    const rotto = new Uint8Array(bytes);
    rotto[rotto.length >> 1] = (rotto[rotto.length >> 1] ?? 0) ^ 1;
    await expect(importRicostruzione(nuovo, { bytes: rotto })).rejects.toMatchObject({
      codice: 'ricostruzione.danneggiata',
    });
    const altroCentro = apriCentro(await nuoveParti());
    await registerChiave(nuovo, { testo: (await getChiavePubblica(altroCentro)).testo });
    await expect(importRicostruzione(nuovo, { bytes })).rejects.toMatchObject({ codice: 'ricostruzione.firma' });
  });

  test('never for the key of another community, never without a parcel, never over another register', async () => {
    const { centro } = await unaComunita();
    const vicina = apriComunita(await nuoveParti());
    const altraChiave = (await getChiavePubblica(vicina)).testo;
    const testoVicina = altraChiave;
    await expect(
      Promise.resolve().then(() => checkRicostruzione(centro, { struttura: 'CASA99', chiave: testoVicina })),
    ).rejects.toMatchObject({ codice: 'ricostruzione.sconosciuta' });
    const vuoto = apriCentro(parti);
    const nuovo = await nuovoPc(vuoto);
    const chiave = (await getChiavePubblica(nuovo)).testo;
    await expect(prepareRicostruzione(vuoto, { struttura: 'CASA00', chiave })).rejects.toMatchObject({
      codice: 'ricostruzione.vuota',
    });
    await registerChiave(vicina, { testo: (await getChiavePubblica(centro)).testo });
    await expect(ricostruisci(centro, vicina)).rejects.toMatchObject({ codice: 'ricostruzione.altro' });
  });
});
