import { describe, expect, test } from 'vitest';
import { importFoglio } from '../../../electron/services/foglio.ts';
import {
  type Cartella,
  cartellina,
  csvFile,
  importa,
  ingresso,
  modulo,
  type RigaScritta,
  registroVuoto,
  ritratto,
  senzaErrori,
  somma,
  toCsv,
} from './cartella.ts';

/** sheet, row, column and a few words of what to do, of every error. */
async function errori(cartella: Cartella) {
  const esito = await importa(registroVuoto(), cartella);
  return esito.errori.map(({ foglio, riga, colonna, valore }) => [foglio, riga, colonna, valore]);
}

async function messaggi(cartella: Cartella) {
  const esito = await importa(registroVuoto(), cartella);
  return esito.errori.map(({ messaggio }) => messaggio);
}

type Cartellina = ReturnType<typeof cartellina>;

/** The small workbook with one row of one sheet changed. */
function con(foglio: keyof Cartellina, indice: number, campi: RigaScritta): Cartellina {
  const cartella = cartellina();
  cartella[foglio] = cartella[foglio].map((riga, i) => (i === indice ? { ...riga, ...campi } : riga));
  return cartella;
}

describe('a cell that is wrong', () => {
  test.each<[keyof Cartellina, number, RigaScritta, string]>([
    ['strutture', 0, { tipo: 'OSP' }, 'tipo'],
    ['moduli', 1, { posti_accreditati: 'molti' }, 'posti_accreditati'],
    ['moduli', 1, { valido_dal: '2020-02-30' }, 'valido_dal'],
    ['moduli', 1, { valido_al: '2019-12-31' }, 'valido_al'],
    ['ospiti', 1, { data_nascita: '20/11/90' }, 'data_nascita'],
    ['ospiti', 1, { sesso: '' }, 'sesso'],
    ['ingressi', 1, { data_dimissione: '2024-05-31' }, 'data_dimissione'],
    ['ingressi', 1, { data_dimissione: '' }, 'esito'],
    ['ingressi', 1, { esito: 'allontanamento o revoca' }, 'esito'],
    ['ingressi', 1, { data_ingresso: '1980-06-01' }, 'data_ingresso'],
    ['presenze', 1, { mese: '2025-14' }, 'mese'],
    ['presenze', 1, { g7: 'Q' }, 'g7'],
  ])('%s, row %i, %j: listed with its sheet, row and column', async (foglio, indice, campi, colonna) => {
    const [primo] = await errori(con(foglio, indice, campi));
    expect(primo).toEqual([
      foglio,
      indice + 2,
      colonna,
      campi[colonna] ?? (colonna === 'esito' ? 'concluso' : undefined),
    ]);
  });

  test('keeps its row out whole, and only the rows that refer to it', async () => {
    const ctx = registroVuoto();
    const esito = await importa(ctx, con('ospiti', 1, { data_nascita: '31/11/1990' }));
    expect(esito.errori.map(({ foglio, riga, colonna }) => [foglio, riga, colonna])).toEqual([
      ['ospiti', 3, 'data_nascita'],
      ['ingressi', 3, 'ospite'],
      ['presenze', 3, 'ingresso'],
    ]);
    expect(esito.inseriti).toEqual({ strutture: 1, moduli: 2, ospiti: 1, ingressi: 1, presenze: 1 });
    expect(esito.scartati).toEqual({ strutture: 0, moduli: 0, ospiti: 1, ingressi: 1, presenze: 1 });
    expect(esito.errori[1]?.messaggio).toBe(
      'Si riferisce a «O2», riga 3 del foglio ospiti, che è stata scartata: correggere prima quella.',
    );
  });

  test('all the bad cells of a row are said, the row counts once', async () => {
    const esito = await importa(registroVuoto(), con('ospiti', 0, { sesso: 'X', data_nascita: 'ieri', nome: '' }));
    expect(esito.errori.filter(({ foglio }) => foglio === 'ospiti').map(({ colonna }) => colonna)).toEqual([
      'nome',
      'sesso',
      'data_nascita',
    ]);
    expect(esito.scartati['ospiti']).toBe(1);
  });
});

describe('codes of days', () => {
  test('outside the stay: every such day is said and the row is not half imported', async () => {
    const ctx = registroVuoto();
    const cartella = con('presenze', 0, { mese: '2025-01' });
    const esito = await importa(ctx, cartella);
    expect(esito.errori.map(({ colonna }) => colonna)).toEqual(Array.from({ length: 9 }, (_, i) => `g${i + 1}`));
    expect(esito.errori[0]?.messaggio).toBe(
      '01/01/2025 è fuori dalla permanenza (ingresso 10/01/2025): togliere il codice o correggere le date dell’ingresso.',
    );
    expect(esito.scartati['presenze']).toBe(1);
    expect(ctx.store.sqlite.prepare('SELECT count(*) FROM presenze').pluck().get()).toBe(1);
  });

  test('on the day of dimissione, and beyond the end of the month', async () => {
    expect(await errori(con('presenze', 1, { mese: '2025-02' }))).toEqual(
      Array.from({ length: 29 }, (_, i) => ['presenze', 3, `g${i + 3}`, i === 2 ? 'U' : 'P']),
    );
    expect((await messaggi(con('presenze', 1, { mese: '2025-02' }))).at(-1)).toBe(
      'Il mese 2025-02 ha 28 giorni: togliere il codice.',
    );
  });
});

describe('rows that contradict others', () => {
  test('an id used twice: the first row is kept', async () => {
    const cartella = cartellina();
    cartella.ospiti.push({ id: 'O1', cognome: 'Altra', nome: 'Eva', sesso: 'F', data_nascita: '1970-01-01' });
    cartella.presenze.push({ ...cartella.presenze[0], g1: 'U' });
    const ctx = registroVuoto();
    const esito = await importa(ctx, cartella);
    expect(esito.errori.map(({ foglio, riga, messaggio }) => [foglio, riga, messaggio])).toEqual([
      ['ospiti', 4, 'id già usati alla riga 2: tenere una sola delle due righe.'],
      ['presenze', 4, 'ingresso e mese già usati alla riga 2: tenere una sola delle due righe.'],
    ]);
    expect(ctx.store.sqlite.prepare('SELECT cognome FROM ospiti ORDER BY 1').pluck().all()).toEqual(['Sarti', 'Valli']);
  });

  test('overlapping stays of one person, also under two ids', async () => {
    const cartella = cartellina();
    cartella.ospiti.push({ id: 'O3', cognome: 'SARTI', nome: 'ada', sesso: 'F', data_nascita: '1985-03-02' });
    cartella.ingressi.push(ingresso({ id: 'I3', ospite: 'O1', data_ingresso: '2025-02-01' }));
    cartella.ingressi.push(
      ingresso({
        id: 'I4',
        ospite: 'O3',
        data_ingresso: '2025-02-01',
        data_dimissione: '2025-02-10',
        esito: 'abbandono',
      }),
    );
    cartella.ingressi.push(ingresso({ id: 'I5', ospite: 'O2', data_ingresso: '2025-02-03' }));
    const esito = await importa(registroVuoto(), cartella);
    expect(esito.errori.map(({ foglio, riga }) => [foglio, riga])).toEqual([
      ['ingressi', 4],
      ['ingressi', 5],
    ]);
    expect(esito.errori[0]?.messaggio).toBe(
      'Ada Sarti'.split(' ').reverse().join(' ') +
        ' risulta già presente dal 10/01/2025: correggere le date, o registrare prima quella dimissione.',
    );
    expect(esito.avvisi).toEqual([
      'Foglio ospiti, riga 2: Sarti Ada c’è già con un altro id; restano due schede, contate come una persona sola.',
      'Foglio ospiti, riga 4: SARTI ada c’è già con un altro id; restano due schede, contate come una persona sola.',
    ]);
  });

  test('a transfer: the day of dimissione is the day of the next ingresso', async () => {
    const cartella = cartellina();
    cartella.ingressi.push(
      ingresso({
        id: 'I3',
        ospite: 'O2',
        data_ingresso: '2025-02-03',
        data_dimissione: '2025-02-03',
        esito: 'trasferimento_interno',
      }),
    );
    cartella.ingressi.push(ingresso({ id: 'I4', ospite: 'O2', data_ingresso: '2025-02-03' }));
    senzaErrori(await importa(registroVuoto(), cartella));
  });

  test('a modulo of another struttura, a codice used by two', async () => {
    const cartella = cartellina();
    cartella.strutture.push({ codice: 'ALTRA', nome: 'Altra', tipo: 'CT', utenza: '' });
    cartella.moduli.push(
      modulo({ codice: 'ALTRA-TR', struttura: 'ALTRA' }),
      modulo({ codice: 'casa-tr', struttura: 'ALTRA', valido_dal: '2021-01-01' }),
    );
    cartella.ingressi.push(ingresso({ id: 'I3', ospite: 'O2', modulo: 'ALTRA-TR', data_ingresso: '2025-03-01' }));
    expect(await errori(cartella)).toEqual([
      ['moduli', 5, 'codice', 'casa-tr'],
      ['ingressi', 4, 'modulo', 'ALTRA-TR'],
    ]);
  });

  test('periods of places that overlap; one left open is closed by the next', async () => {
    const cartella = cartellina();
    cartella.moduli = [
      modulo({ codice: 'CASA-TR', valido_dal: '2020-01-01', valido_al: '2023-12-31' }),
      modulo({ codice: 'CASA-TR', valido_dal: '2023-06-01' }),
      modulo({ codice: 'CASA-TR', valido_dal: '2024-01-01' }),
      modulo({ codice: 'CASA-TR', valido_dal: '2025-01-01', nome: 'Nuovo nome' }),
    ];
    const ctx = registroVuoto();
    const esito = await importa(ctx, cartella);
    expect(esito.errori.map(({ riga, colonna }) => [riga, colonna])).toEqual([[3, 'valido_dal']]);
    expect(esito.inseriti['moduli']).toBe(3);
    expect(ctx.store.sqlite.prepare('SELECT nome FROM moduli').pluck().all()).toEqual(['Nuovo nome']);
  });

  test('changes of modulo outside the stay, on its first day, to a modulo of elsewhere', async () => {
    const cambi_modulo = [
      { ingresso: 'I1', dal: '2025-02-01', modulo: 'CASA-ALC' },
      { ingresso: 'I1', dal: '2025-01-10', modulo: 'CASA-ALC' },
      { ingresso: 'I2', dal: '2025-02-03', modulo: 'CASA-ALC' },
      { ingresso: 'I1', dal: '2025-03-01', modulo: 'NESSUNO' },
      { ingresso: 'I9', dal: '2025-03-01', modulo: 'CASA-ALC' },
    ];
    const esito = await importa(registroVuoto(), { ...cartellina(), cambi_modulo });
    expect(esito.inseriti['cambi_modulo']).toBe(1);
    expect(esito.errori.map(({ riga, colonna }) => [riga, colonna])).toEqual([
      [3, 'dal'],
      [4, 'dal'],
      [5, 'modulo'],
      [6, 'ingresso'],
    ]);
  });

  test('a reference to nothing says where to add it', async () => {
    expect(await messaggi({ visite: [{ id: 'V1', data: '2025-03-01', ospite: 'O7', tipo: 'mmg' }] })).toEqual([
      '«O7» non c’è nel foglio ospiti né nel registro: aggiungerlo o correggere il riferimento.',
    ]);
    const incontri = [
      { id: 'C1', data: '2025-03-01', struttura: 'CASA', servizio: 'serd', modalita: 'presenza', ospiti: 'O1|O8' },
    ];
    expect(await errori({ ...cartellina(), incontri })).toEqual([['incontri', 2, 'ospiti', 'O8']]);
  });

  test('the same id in the workbook of another office is not taken for the same person', async () => {
    const ctx = registroVuoto();
    await importa(ctx, cartellina());
    const prima = ritratto(ctx.store);
    const esito = await importa(ctx, {
      ospiti: [{ id: 'O1', cognome: 'Bianchi', nome: 'Carlo', sesso: 'M', data_nascita: '1960-05-05' }],
      ingressi: [ingresso({ id: 'I7', ospite: 'O1', data_ingresso: '2025-06-01' })],
    });
    expect(esito.errori[0]?.messaggio).toMatch(/^L’id O1 è già di Sarti Ada: .*cambiare gli id/);
    expect(esito.scartati).toEqual({ ospiti: 1, ingressi: 1 });
    expect(ritratto(ctx.store)).toEqual(prima);
  });
});

describe('sheets', () => {
  test('without a required column: refused with one error, the others go on', async () => {
    const cartella = cartellina();
    cartella.presenze = cartella.presenze.map(({ mese: _, ...riga }) => riga);
    const ctx = registroVuoto();
    const esito = await importa(ctx, cartella);
    expect(esito.errori).toEqual([
      {
        foglio: 'presenze',
        riga: 0,
        colonna: 'mese',
        valore: '',
        messaggio: 'Manca la colonna «mese», che è obbligatoria: aggiungerla; il foglio non è stato importato.',
      },
    ]);
    expect(esito.scartati['presenze']).toBe(2);
    expect(esito.inseriti['ingressi']).toBe(2);
  });

  test('unknown columns are told and ignored, a repeated one refuses the sheet', async () => {
    const cartella = cartellina();
    const conNote = {
      ...cartella,
      ospiti: cartella.ospiti.map((riga) => ({ ...riga, 'Note interne': 'x', scarpe: '42' })),
    };
    const esito = await importa(registroVuoto(), conNote);
    expect(esito.colonneIgnorate).toEqual({ ospiti: ['Note interne', 'scarpe'] });
    senzaErrori(esito);
    const doppia = csvFile('ospiti.csv', 'id;cognome;nome;sesso;data_nascita;Sesso\nO1;A;B;F;1990-01-01;M');
    const rifiutato = await importFoglio(registroVuoto(), { file: [doppia] });
    expect(rifiutato.errori.map(({ riga, colonna }) => [riga, colonna])).toEqual([[0, 'sesso']]);
  });

  test('there twice, unknown, or none at all', async () => {
    const ctx = registroVuoto();
    const [strutture] = toCsv({ strutture: cartellina().strutture });
    if (!strutture) throw new Error('cartellina');
    const file = [strutture, { ...strutture, nome: 'Strutture.csv' }, csvFile('appunti.csv', 'a;b')];
    const esito = await importFoglio(ctx, { file });
    expect(esito.errori.map(({ foglio, riga }) => [foglio, riga])).toEqual([['strutture', 0]]);
    expect(esito.avvisi).toEqual(['Il foglio «appunti» non è tra quelli previsti: non è stato letto.']);
    await expect(importFoglio(ctx, { file: [csvFile('appunti.csv', 'a;b')] })).rejects.toThrow(
      /nessuno dei fogli previsti/,
    );
    await expect(
      importFoglio(ctx, { file: [{ nome: 'vecchio.xls', bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0) }] }),
    ).rejects.toThrow(/Salvarlo come .xlsx/);
  });

  test('a row with more cells than titles is out of place and refused', async () => {
    const testo =
      'id;cognome;nome;sesso;data_nascita\nO1;Rossi; detta Pina;Giuseppina;F;1990-01-01\nO2;Verdi;Ugo;M;1980-01-01;;';
    const esito = await importFoglio(registroVuoto(), { file: [csvFile('ospiti.csv', testo)] });
    expect(esito.errori.map(({ riga }) => riga)).toEqual([2]);
    expect(esito.errori[0]?.messaggio).toMatch(/più celle dell’intestazione/);
    expect(somma(esito.inseriti)).toBe(1);
  });

  test('empty rows, missing ends of rows and a sheet of titles only are no error', async () => {
    const testo = 'id;cognome;nome;sesso;data_nascita;luogo_nascita\n\nO1;Rossi;Pina;F;1990-01-01\n;;;;;\n';
    const esito = await importFoglio(registroVuoto(), {
      file: [csvFile('ospiti.csv', testo), csvFile('misure.csv', 'id;ospite;misura;dal')],
    });
    senzaErrori(esito);
    expect(esito.inseriti).toEqual({ ospiti: 1, misure: 0 });
  });

  test('a warning about a codice fiscale never refuses the row', async () => {
    const ctx = registroVuoto();
    const esito = await importa(ctx, con('ospiti', 0, { codice_fiscale: 'vll bnr 90s20 h501 x' }));
    expect(esito.inseriti['ospiti']).toBe(2);
    expect(esito.avvisi[0]).toMatch(/^Foglio ospiti, riga 2: .*codice fiscale/);
    const salvato = ctx.store.sqlite.prepare("SELECT codice_fiscale FROM ospiti WHERE cognome = 'Sarti'").pluck().get();
    expect(salvato).toBe('VLLBNR90S20H501X');
  });

  test('a stay in a modulo that is closed goes in, and is said: of the ingresso, of a change of modulo, by its struttura too', async () => {
    const chiuse = {
      ...cartellina(),
      strutture: [{ ...cartellina().strutture[0], dal: '2024-07-01' } as RigaScritta],
      moduli: [
        { ...modulo({ codice: 'CASA-TR' }), modulo_al: '2025-01-31' },
        { ...modulo({ codice: 'CASA-ALC' }), modulo_al: '2025-06-30' },
      ],
    };
    const frase = (riga: string, dove: string) =>
      `Foglio ${riga}: l’ospite è nel modulo ${dove}. È registrato così; controllare il modulo, le date o l’apertura.`;
    const ctx = registroVuoto();
    const esito = await importa(ctx, chiuse);
    senzaErrori(esito);
    expect(esito.inseriti['ingressi']).toBe(2);
    expect(esito.avvisi).toEqual([
      frase('ingressi, riga 2', 'CASA-TR, chiuso dal 01/02/2025'),
      frase('ingressi, riga 3', 'CASA-TR, aperto solo dal 01/07/2024'),
      frase('ingressi, riga 3', 'CASA-TR, chiuso dal 01/02/2025'),
    ]);
    // moved in time to another modulo, and that one closed too: it is the change that is said
    const cambi = { cambi_modulo: [{ ingresso: 'I1', modulo: 'CASA-ALC', dal: '2025-02-01' }] };
    const cambiata = await importa(ctx, cambi);
    senzaErrori(cambiata);
    expect(cambiata.avvisi).toEqual([frase('cambi_modulo, riga 2', 'CASA-ALC, chiuso dal 01/07/2025')]);
    // the register's own days hold for a sheet that does not say them
    const { ingressi } = cartellina();
    expect((await importa(ctx, { ingressi: [ingressi[1] as RigaScritta] })).avvisi).toHaveLength(2);
    // open again, nothing is said
    const aperti = [{ ...modulo({ codice: 'CASA-ALC' }), modulo_al: '' }];
    expect((await importa(ctx, { moduli: aperti, ...cambi })).avvisi).toEqual([]);
  });
});
