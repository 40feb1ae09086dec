import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { codiceDi } from '../../../electron/services/codice-ospite.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { exportFoglio, importFoglio } from '../../../electron/services/foglio.ts';
import { saveFoglio } from '../../../electron/services/foglio-copia.ts';
import { sealIdentita } from '../../../electron/services/identita.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva, scriviRiservato } from '../../aiuti/ospite.ts';

async function fogli(ctx: Contesto, soloCodici: boolean): Promise<Record<string, string>> {
  const { bytes } = await saveFoglio(ctx, { formato: 'csv', soloCodici });
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([nome, dati]) => [nome, strFromU8(dati)]));
}

function scena() {
  const ctx = comunitaDiProva();
  const ospite = ospiteDiProva(ctx, { cognome: 'Canarinetti' });
  scriviRiservato(ctx, ospite, {
    scheda: { hiv: 'si', provenienza: 'famiglia' },
    misure: [{ misura: 'affidamento_in_prova', dal: '2025-01-20' }],
  });
  ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
    tx.setRiferimento('ospiti', 'canarinetti-bruno', ospite.ospiteId);
    tx.setRiferimento('ingressi', 'canarinetti-1', ospite.ingressoId);
    const { strutturaId = '' } = tx.find('ingressi', ospite.ingressoId) ?? {};
    tx.insert('presenze', { ingressoId: ospite.ingressoId, mese: '2025-02', codici: 'P'.padEnd(31, '.') });
    const incontro = tx.insert('incontri', {
      ...{ strutturaId, data: '2025-02-02', servizio: 'SERD', modalita: 'presenza', oggetto: 'con Canarinetti' },
    });
    tx.setPartecipanti('incontri', incontro, [ospite.ospiteId]);
  });
  return { ctx, ...ospite };
}

describe('the register as a workbook that leaves the program', () => {
  test('with codes alone no name, no birth, no id made from a name; the rows still hold together', async () => {
    const { ctx, ospiteId } = scena();
    const codice = codiceDi(ctx.store, ospiteId);
    const file = await fogli(ctx, true);
    for (const [nome, testo] of Object.entries(file))
      expect(testo, nome).not.toMatch(/canarinetti|Bruno|1983-07-14|Brescia/i);
    expect(file['ospiti.csv']).toContain(`${codice};${codice};anonimo;M;1983-07-01`);
    expect(file['ingressi.csv']).toContain(`${codice}-1;${codice};CASA00`);
    expect(file['presenze.csv']).toContain(`${codice}-1;2025-02;P`);
    expect(file['incontri.csv']).toContain(`;${codice};`);
    expect(file['misure.csv']).toContain(codice);
  });

  test('what leaves is what the role reads', async () => {
    const { ctx } = scena();
    const dati = (testo: string | undefined) => (testo ?? '').trim().split('\r\n');
    const colonna = (testo: string | undefined, nome: string) => {
      const [testa = '', riga = ''] = dati(testo);
      return riga.split(';')[testa.split(';').indexOf(nome)];
    };
    const suoi = await fogli(ctx, false);
    expect(colonna(suoi['ingressi.csv'], 'hiv')).toBe('si');
    const altrui = await fogli(come(ctx, 'accoglienza'), false);
    expect(colonna(altrui['ingressi.csv'], 'hiv')).toBe('');
    expect(colonna(altrui['ingressi.csv'], 'provenienza')).toBe('famiglia');
    const nessuna = await fogli(come(ctx, 'direzione'), false);
    expect(dati(nessuna['misure.csv'])).toHaveLength(1);
  });

  test('each export is a line of the log that says how', async () => {
    const { ctx } = scena();
    const { nome } = await saveFoglio(ctx, { formato: 'xlsx', soloCodici: true });
    expect(nome).toBe('approdo-codici-2025-04-03.xlsx');
    expect(ctx.store.registro.find(ctx.store.registro.last().seq)).toMatchObject({
      azione: 'fogli.export',
      nota: 'xlsx, solo codici',
      numeroRighe: 0,
    });
  });

  test('a sealed identity is in no export, and an old workbook with the name does not bring it back', async () => {
    const { ctx, ospiteId } = scena();
    const vecchio = await exportFoglio(ctx, 'csv');
    sealIdentita(ctx, { ospiteId, ruoli: ['responsabile'], motivo: 'richiesta' });
    const file = vecchio.map(({ nome, bytes }) => ({ nome, bytes: new Uint8Array(bytes) }));
    const { errori } = await importFoglio(ctx, { file });
    expect(errori).toMatchObject([{ foglio: 'ospiti', colonna: 'id' }, ...errori.slice(1)]);
    const dopo = await fogli(ctx, false);
    expect(dopo['ospiti.csv']).not.toMatch(/Bruno|1983-07-14/);
    expect(dopo['ospiti.csv']).toContain('anonimo');
  });
});
