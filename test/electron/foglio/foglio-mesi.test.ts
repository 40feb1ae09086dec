import { describe, expect, test } from 'vitest';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { cartellina, importa, ingresso, registroVuoto, ritratto, senzaErrori } from './cartella.ts';

function strutturaId(ctx: Contesto): string {
  return ctx.store.sqlite.prepare("SELECT id FROM strutture WHERE codice = 'CASA'").pluck().get() as string;
}

function chiudi(ctx: Contesto, mese: string, stato: 'chiuso' | 'riaperto' = 'chiuso'): void {
  ctx.store.write({ azione: 'prova', accountId: null, utente: 'x' }, (tx) => {
    const id = ctx.store.sqlite.prepare('SELECT id FROM mesi WHERE mese = ?').pluck().get(mese) as string | undefined;
    if (id) tx.update('mesi', id, { stato });
    else tx.insert('mesi', { strutturaId: strutturaId(ctx), mese, stato, revisione: 1 });
  });
}

function ricevi(ctx: Contesto, mese: string): void {
  ctx.store.write({ azione: 'prova', accountId: null, utente: 'x' }, (tx) => {
    const campi = { verso: 'ricevuto', strutturaCodice: 'CASA', mese, revisione: 1, numero: 1, stato: 'applicato' };
    tx.insert('pacchi', { ...campi, impronta: mese, sha256: mese, nomeFile: mese, firmatario: 'f' });
  });
}

async function conMesi(): Promise<Contesto> {
  const ctx = registroVuoto();
  senzaErrori(await importa(ctx, cartellina()));
  chiudi(ctx, '2025-01');
  return ctx;
}

const CHIUSO = 'Il mese 2025-01 di CASA (gennaio 2025) è chiuso: riaprirlo e importare di nuovo.';

describe('a closed month', () => {
  test('takes the same workbook again, unchanged', async () => {
    const ctx = await conMesi();
    const esito = await importa(ctx, cartellina());
    senzaErrori(esito);
    expect(esito.invariati).toEqual({ strutture: 1, moduli: 2, ospiti: 2, ingressi: 2, presenze: 2 });
  });

  test('takes no other codes, until it is reopened', async () => {
    const ctx = await conMesi();
    const cartella = {
      presenze: [
        { ...cartellina().presenze[1], g9: 'R' },
        { ...cartellina().presenze[0], g9: 'R' },
      ],
    };
    const esito = await importa(ctx, cartella);
    expect(esito.errori).toEqual([
      { foglio: 'presenze', riga: 2, colonna: 'mese', valore: '2025-01', messaggio: CHIUSO },
    ]);
    expect(esito.aggiornati).toEqual({ presenze: 1 });
    chiudi(ctx, '2025-01', 'riaperto');
    expect((await importa(ctx, cartella)).aggiornati).toEqual({ presenze: 1 });
  });

  test.each([
    ['a stay that begins in it', ingresso({ id: 'I9', ospite: 'O2', data_ingresso: '2025-02-20' }), false],
    [
      'a new stay that touches it',
      ingresso({
        id: 'I9',
        ospite: 'O1',
        data_ingresso: '2025-01-02',
        data_dimissione: '2025-01-05',
        esito: 'concluso',
      }),
      true,
    ],
    ['another first day', ingresso({ id: 'I1', ospite: 'O1', data_ingresso: '2025-01-11' }), true],
    [
      'another last day, later',
      ingresso({
        id: 'I2',
        ospite: 'O2',
        data_ingresso: '2024-06-01',
        data_dimissione: '2025-02-10',
        esito: 'concluso',
      }),
      false,
    ],
    [
      'a last day in it',
      ingresso({
        id: 'I2',
        ospite: 'O2',
        data_ingresso: '2024-06-01',
        data_dimissione: '2025-01-20',
        esito: 'concluso',
      }),
      true,
    ],
    ['another modulo', ingresso({ id: 'I1', ospite: 'O1', modulo: 'CASA-ALC', data_ingresso: '2025-01-10' }), true],
  ])('and %s: refused is %s', async (_, riga, rifiutata) => {
    const ctx = await conMesi();
    const prima = ritratto(ctx.store);
    const esito = await importa(ctx, { ingressi: [riga] });
    expect(esito.errori.map(({ messaggio }) => messaggio)).toEqual(rifiutata ? [CHIUSO] : []);
    if (rifiutata) expect(ritratto(ctx.store)).toEqual(prima);
  });

  test('takes no change of modulo and no event, but those of other months it does', async () => {
    const ctx = await conMesi();
    const esito = await importa(ctx, {
      cambi_modulo: [
        { ingresso: 'I1', dal: '2025-01-20', modulo: 'CASA-ALC' },
        { ingresso: 'I1', dal: '2025-02-01', modulo: 'CASA-ALC' },
      ],
      visite: [
        { id: 'V1', data: '2025-01-20', ospite: 'O1', struttura: 'CASA', tipo: 'mmg' },
        { id: 'V2', data: '2025-02-20', ospite: 'O1', struttura: 'CASA', tipo: 'mmg' },
      ],
    });
    expect(esito.errori.map(({ foglio, riga, messaggio }) => [foglio, riga, messaggio])).toEqual([
      ['cambi_modulo', 2, CHIUSO],
      ['visite', 2, CHIUSO],
    ]);
    expect(esito.inseriti).toEqual({ cambi_modulo: 1, visite: 1 });
    const spostata = { visite: [{ id: 'V2', data: '2025-01-21', ospite: 'O1', struttura: 'CASA', tipo: 'mmg' }] };
    expect((await importa(ctx, spostata)).errori).toHaveLength(1);
  });
});

describe('at the central office, a month that came with a parcel', () => {
  const PACCO = /^Il mese 2025-01 di CASA è già arrivato con il pacco della struttura: la correzione va fatta là/;

  async function centrale(): Promise<Contesto> {
    const ctx = registroVuoto('centrale');
    senzaErrori(await importa(ctx, cartellina()));
    ricevi(ctx, '2025-01');
    return ctx;
  }

  test('is the parcel’s: codes, events and stays that touch it are refused, other months are not', async () => {
    const ctx = await centrale();
    const esito = await importa(ctx, {
      ingressi: [
        ingresso({ id: 'I9', ospite: 'O2', data_ingresso: '2025-03-01' }),
        ingresso({ id: 'I1', ospite: 'O1', data_ingresso: '2025-01-20' }),
      ],
      presenze: [
        { ingresso: 'I2', mese: '2025-01', g1: 'U' },
        { ingresso: 'I2', mese: '2024-12', g1: 'U' },
      ],
      visite: [{ id: 'V1', data: '2025-01-20', ospite: 'O1', struttura: 'CASA', tipo: 'mmg' }],
    });
    expect(esito.errori.map(({ foglio, riga }) => [foglio, riga])).toEqual([
      ['ingressi', 3],
      ['presenze', 2],
      ['visite', 2],
    ]);
    for (const { messaggio } of esito.errori) expect(messaggio).toMatch(PACCO);
    expect(esito.inseriti).toEqual({ ingressi: 1, presenze: 1, visite: 0 });
  });

  test('a stay that came with a parcel keeps its data, and takes the months before Approdo', async () => {
    const ctx = registroVuoto('centrale');
    const { strutture, moduli, ospiti, ingressi } = cartellina();
    senzaErrori(await importa(ctx, { strutture, moduli }));
    // as a parcel leaves it: rows with a version, ids of the community
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'x' }, (tx) => {
      const ospite = { cognome: 'SARTI', nome: 'Ada', chiaveNome: 'SARTI ADA', sesso: 'F', dataNascita: '1985-03-02' };
      tx.insert('ospiti', { id: 'osp', personaId: 'osp', ...ospite, versione: 4 });
      const stay = { ospiteId: 'osp', strutturaId: strutturaId(ctx), dataIngresso: '2025-01-10', versione: 4 };
      tx.insert('ingressi', { id: 'ing', ...stay, istruzione: 'elementare' });
    });
    ricevi(ctx, '2025-03');
    const scheda = ingressi.map((riga) => ({ ...riga, istruzione: 'qualifica' }));
    const conFine = scheda.map((riga, i) =>
      i === 0 ? { ...riga, data_dimissione: '2025-05-05', esito: 'abbandono' } : riga,
    );
    const presenze = [
      { ingresso: 'I1', mese: '2025-02', g1: 'P' },
      { ingresso: 'I1', mese: '2025-03', g1: 'P' },
    ];
    const esito = await importa(ctx, { ospiti, ingressi: conFine, presenze });
    expect(esito.errori.map(({ foglio, riga }) => [foglio, riga])).toEqual([['presenze', 3]]);
    expect(esito.inseriti).toEqual({ ospiti: 2, ingressi: 1, presenze: 1 });
    expect(esito.avvisi.some((avviso) => avviso.includes('arriva con i pacchi della struttura'))).toBe(true);
    const righe = ctx.store.sqlite
      .prepare("SELECT data_dimissione AS d, istruzione AS i FROM ingressi WHERE id = 'ing'")
      .get();
    expect(righe).toEqual({ d: null, i: 'elementare' });
    const mesi = ctx.store.sqlite.prepare("SELECT mese FROM presenze WHERE ingresso_id = 'ing'").pluck().all();
    expect(mesi).toEqual(['2025-02']);
    expect((await importa(ctx, { ospiti, ingressi: conFine })).invariati).toEqual({ ospiti: 2, ingressi: 2 });
  });
});
