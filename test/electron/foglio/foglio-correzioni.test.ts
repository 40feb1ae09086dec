import { describe, expect, test } from 'vitest';
import { importFoglio } from '../../../electron/services/foglio.ts';
import { registerIngresso } from '../../../electron/services/ingresso.ts';
import {
  cartellina,
  csvFile,
  importa,
  ingresso,
  modulo,
  type RigaScritta,
  registroVuoto,
  ritratto,
  senzaErrori,
} from './cartella.ts';

const una = (ctx: ReturnType<typeof registroVuoto>, sql: string, ...valori: unknown[]) =>
  ctx.store.sqlite.prepare(sql).get(...valori) as Record<string, unknown> | undefined;

async function importata(cartella = cartellina()) {
  const ctx = registroVuoto();
  senzaErrori(await importa(ctx, cartella));
  return ctx;
}

describe('a corrected workbook', () => {
  test('a column that is not there leaves the value, an empty cell clears it', async () => {
    const ctx = await importata({
      ...cartellina(),
      ospiti: cartellina().ospiti.map((riga) => ({ ...riga, luogo_nascita: 'Roma', cittadinanza: 'IT' })),
    });
    const esito = await importa(ctx, {
      ospiti: [{ id: 'O1', cognome: 'Sarti', nome: 'Ada', sesso: 'F', data_nascita: '1985-03-02', luogo_nascita: '' }],
    });
    expect(esito.aggiornati).toEqual({ ospiti: 1 });
    expect(una(ctx, "SELECT luogo_nascita AS l, cittadinanza AS c FROM ospiti WHERE cognome = 'Sarti'")).toEqual({
      l: null,
      c: 'IT',
    });
  });

  test('a presenze row replaces its month, days without a column stay', async () => {
    const ctx = await importata();
    senzaErrori(await importa(ctx, { presenze: [{ ingresso: 'I1', mese: '2025-03', g1: 'R', g2: '' }] }));
    expect(una(ctx, "SELECT codici FROM presenze WHERE mese = '2025-03'")).toEqual({ codici: `R.${'P'.repeat(29)}` });
    senzaErrori(await importa(ctx, { presenze: [{ ingresso: 'I1', mese: '2025-03', ...giorni({ 31: 'S' }) }] }));
    expect(una(ctx, "SELECT codici FROM presenze WHERE mese = '2025-03'")).toEqual({ codici: `${'.'.repeat(30)}S` });
  });

  test('swapped dates of two stays are taken together, not one against the other', async () => {
    const cartella = cartellina();
    cartella.ingressi = [
      ingresso({
        id: 'A',
        ospite: 'O1',
        data_ingresso: '2024-01-01',
        data_dimissione: '2024-03-01',
        esito: 'concluso',
      }),
      ingresso({
        id: 'B',
        ospite: 'O1',
        data_ingresso: '2024-03-01',
        data_dimissione: '2024-05-01',
        esito: 'concluso',
      }),
    ];
    cartella.presenze = [];
    const { presenze: _, ...senzaPresenze } = cartella;
    const ctx = registroVuoto();
    senzaErrori(await importa(ctx, senzaPresenze));
    const scambiati = cartella.ingressi.map((riga, i) => ({
      ...riga,
      ...cartella.ingressi[1 - i],
      id: riga['id'] ?? '',
    }));
    const esito = await importa(ctx, { ingressi: scambiati });
    senzaErrori(esito);
    expect(esito.aggiornati).toEqual({ ingressi: 2 });
  });

  test('a change that is refused leaves the old stay, and who leaned on the change is refused too', async () => {
    const cartella = cartellina();
    cartella.ingressi = [
      ingresso({
        id: 'A',
        ospite: 'O1',
        data_ingresso: '2024-01-01',
        data_dimissione: '2024-03-01',
        esito: 'concluso',
      }),
      ingresso({
        id: 'B',
        ospite: 'O1',
        data_ingresso: '2024-04-01',
        data_dimissione: '2024-05-01',
        esito: 'concluso',
      }),
      ingresso({ id: 'C', ospite: 'O1', data_ingresso: '2024-06-01' }),
    ];
    const { presenze: _, ...senzaPresenze } = cartella;
    const ctx = registroVuoto();
    senzaErrori(await importa(ctx, senzaPresenze));
    const prima = ritratto(ctx.store);
    const esito = await importa(ctx, {
      ingressi: [
        ingresso({
          id: 'N',
          ospite: 'O1',
          data_ingresso: '2024-01-10',
          data_dimissione: '2024-01-20',
          esito: 'concluso',
        }),
        ingresso({
          id: 'A',
          ospite: 'O1',
          data_ingresso: '2024-06-10',
          data_dimissione: '2024-07-01',
          esito: 'concluso',
        }),
      ],
    });
    expect(esito.errori.map(({ riga, colonna }) => [riga, colonna])).toEqual([
      [2, 'data_ingresso'],
      [3, 'data_ingresso'],
    ]);
    expect(ritratto(ctx.store)).toEqual(prima);
  });

  test('a stay given to another person frees the first one, unless it is refused', async () => {
    const ctx = await importata();
    const dati = { data_ingresso: '2024-06-01', data_dimissione: '2025-02-03', esito: 'concluso' };
    const prima = ritratto(ctx.store);
    const rifiutata = await importa(ctx, {
      ingressi: [
        ingresso({ ...dati, id: 'I2', ospite: 'O1' }),
        ingresso({
          id: 'N',
          ospite: 'O2',
          data_ingresso: '2024-07-01',
          data_dimissione: '2024-08-01',
          esito: 'concluso',
        }),
      ],
    });
    expect(rifiutata.errori.map(({ riga }) => riga)).toEqual([2, 3]);
    expect(ritratto(ctx.store)).toEqual(prima);
    const accolta = await importa(ctx, {
      ingressi: [
        ingresso({ id: 'I1', ospite: 'O1', data_ingresso: '2025-02-03' }),
        ingresso({ ...dati, id: 'I2', ospite: 'O1' }),
        ingresso({
          id: 'N',
          ospite: 'O2',
          data_ingresso: '2024-07-01',
          data_dimissione: '2024-08-01',
          esito: 'concluso',
        }),
      ],
    });
    senzaErrori(accolta);
    expect([accolta.aggiornati, accolta.inseriti]).toEqual([{ ingressi: 2 }, { ingressi: 1 }]);
  });

  test('an earlier dimissione takes away the codes and the changes of modulo left outside, and says so', async () => {
    const ctx = await importata();
    senzaErrori(await importa(ctx, { cambi_modulo: [{ ingresso: 'I1', dal: '2025-03-20', modulo: 'CASA-ALC' }] }));
    const esito = await importa(ctx, {
      ingressi: [
        ingresso({
          id: 'I1',
          ospite: 'O1',
          data_ingresso: '2025-01-10',
          data_dimissione: '2025-03-11',
          esito: 'abbandono',
        }),
      ],
    });
    senzaErrori(esito);
    expect(esito.avvisi).toEqual([
      'Foglio ingressi, riga 2: i cambi di modulo rimasti fuori dalla permanenza sono stati tolti.',
      'Foglio ingressi, riga 2: con le nuove date sono stati tolti 21 codici di presenza rimasti fuori dalla permanenza.',
    ]);
    expect(una(ctx, "SELECT codici FROM presenze WHERE mese = '2025-03'")).toEqual({
      codici: 'P'.repeat(10) + '.'.repeat(21),
    });
    expect(una(ctx, 'SELECT count(*) AS n FROM assegnazioni WHERE deleted_at_ms IS NULL')).toEqual({ n: 2 });
  });

  test('a new first day moves the first modulo, a new modulo corrects it', async () => {
    const ctx = await importata();
    const riga = ingresso({ id: 'I1', ospite: 'O1', modulo: 'CASA-ALC', data_ingresso: '2025-01-05' });
    expect((await importa(ctx, { ingressi: [riga] })).aggiornati).toEqual({ ingressi: 1 });
    const sql =
      "SELECT a.dal, m.codice FROM assegnazioni a JOIN moduli m ON m.id = a.modulo_id JOIN ingressi i ON i.id = a.ingresso_id WHERE i.data_ingresso = '2025-01-05'";
    expect(una(ctx, sql)).toEqual({ dal: '2025-01-05', codice: 'CASA-ALC' });
  });

  test('places: the same first day is corrected, another is a new period', async () => {
    const ctx = await importata();
    const esito = await importa(ctx, {
      moduli: [
        modulo({ codice: 'casa-tr', posti_accreditati: '12', valido_al: '2024-12-31' }),
        modulo({ codice: 'CASA-TR', posti_accreditati: '8', valido_dal: '2025-01-01' }),
      ],
    });
    senzaErrori(esito);
    expect([esito.aggiornati, esito.inseriti]).toEqual([{ moduli: 1 }, { moduli: 1 }]);
    const posti = ctx.store.sqlite
      .prepare('SELECT accreditati, disponibili, valido_dal AS dal FROM posti ORDER BY dal, 1')
      .all();
    expect(posti).toContainEqual({ accreditati: 12, disponibili: 12, dal: '2020-01-01' });
    expect(posti).toContainEqual({ accreditati: 8, disponibili: 8, dal: '2025-01-01' });
  });

  test('a row taken away comes back with the workbook that still has it', async () => {
    const ctx = await importata();
    const prima = ritratto(ctx.store);
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'x' }, (tx) => {
      for (const tabella of ['presenze', 'assegnazioni', 'ingressi', 'ospiti'] as const)
        for (const id of ctx.store.sqlite.prepare(`SELECT id FROM ${tabella}`).pluck().all() as string[])
          tx.remove(tabella, id);
    });
    senzaErrori(await importa(ctx, cartellina()));
    expect(ritratto(ctx.store)).toEqual(prima);
  });
});

describe('a register that was filled by hand', () => {
  test('a stay typed in the window is the one of the workbook: same person, struttura and day', async () => {
    const ctx = registroVuoto();
    const { strutture, moduli, ospiti, ingressi, presenze } = cartellina();
    senzaErrori(await importa(ctx, { strutture, moduli }));
    registerIngresso(ctx, {
      struttura: 'CASA',
      modulo: 'CASA-TR',
      dataIngresso: '2025-01-10',
      tipoIngresso: null,
      utenza: null,
      servizioInviante: null,
      entePagante: null,
      ospite: {
        cognome: 'Sarti',
        nome: 'Ada',
        sesso: 'F',
        dataNascita: '1985-03-02',
        luogoNascita: null,
        cittadinanza: null,
        codiceFiscale: null,
        tipoIdentificativo: null,
      },
    });
    const esito = await importa(ctx, { ospiti, ingressi, presenze });
    senzaErrori(esito);
    expect(esito.inseriti).toEqual({ ospiti: 2, ingressi: 1, presenze: 2 });
    expect(esito.invariati['ingressi']).toBe(1);
    expect(esito.avvisi).toHaveLength(1);
    const ancora = await importa(ctx, { ospiti, ingressi, presenze });
    expect(ancora.invariati).toEqual({ ospiti: 2, ingressi: 2, presenze: 2 });
  });

  test('a visita without struttura is of where the ospite is that day', async () => {
    const ctx = await importata();
    const visite: RigaScritta[] = [
      { id: 'V1', data: '2025-02-01', ospite: 'O2', tipo: 'mmg' },
      { id: 'V2', data: '2025-09-01', ospite: 'O2', tipo: 'mmg' },
    ];
    const esito = await importa(ctx, { visite });
    expect(esito.inseriti).toEqual({ visite: 1 });
    expect(esito.errori.map(({ riga, colonna }) => [riga, colonna])).toEqual([[3, 'struttura']]);
  });

  test('every sheet goes in, and comes back unchanged', async () => {
    const ctx = await importata();
    const altri = {
      cambi_modulo: [{ ingresso: 'I1', dal: '2025-04-01', modulo: 'CASA-ALC' }],
      visite: [
        {
          id: 'V1',
          data: '2025-02-01',
          ospite: 'O1',
          struttura: 'casa',
          tipo: 'MMG',
          luogo: 'Asl',
          accompagnamento: 'Sì',
          esito: 'bene',
        },
      ],
      incontri: [
        {
          id: 'C1',
          data: '2025-02-02',
          struttura: 'CASA',
          servizio: 'SerD',
          modalita: 'telefono',
          accompagnamento: 'no',
          ospiti: 'O2|O1',
          oggetto: 'x',
        },
      ],
      attivita: [
        {
          id: 'A1',
          data: '2025-02-03',
          struttura: 'CASA',
          area: 'Con le famiglie',
          titolo: 'Pranzo',
          ore: '2,5',
          ospiti: '',
          operatori: '2',
          volontari: '',
        },
      ],
      misure: [
        {
          id: 'M1',
          ospite: 'O1',
          misura: 'Arresti domiciliari',
          dal: '2025-01-10',
          al: '',
          autorita: 'Tribunale',
          fine_pena: '31/12/2027',
        },
      ],
      segnalazioni: [
        {
          id: 'S1',
          data: '2025-01-02',
          servizio_inviante: 'SERD-BS',
          regione: 'Lombardia',
          sesso: 'F',
          cittadinanza: 'Romania',
          colloquio_data: '2025-01-05',
          colloquio_luogo: 'carcere',
          esito: 'inserita',
          motivo_diniego: '',
          struttura: 'CASA',
          data_esito: '2025-01-10',
        },
      ],
    };
    const esito = await importa(ctx, altri);
    senzaErrori(esito);
    expect(esito.inseriti).toEqual({
      cambi_modulo: 1,
      visite: 1,
      incontri: 1,
      attivita: 1,
      misure: 1,
      segnalazioni: 1,
    });
    expect((await importa(ctx, altri)).invariati).toEqual(esito.inseriti);
    expect(una(ctx, 'SELECT ore FROM attivita')).toEqual({ ore: 2.5 });
    expect(una(ctx, 'SELECT accompagnamento AS a FROM visite')).toEqual({ a: 1 });
    expect(una(ctx, 'SELECT count(*) AS n FROM incontri_ospiti')).toEqual({ n: 2 });
    expect(una(ctx, 'SELECT cittadinanza AS c FROM segnalazioni')).toEqual({ c: 'RO' });
  });

  test('a code of days of the register, not of the default set, is read', async () => {
    const ctx = await importata();
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'x' }, (tx) =>
      tx.insert('codici', {
        id: 'N',
        etichetta: 'Notte fuori',
        presente: true,
        pagata: false,
        occupaPosto: true,
        ordine: 9,
      }),
    );
    senzaErrori(
      await importFoglio(ctx, { file: [csvFile('presenze.csv', 'ingresso;mese;1;02\nI1;2025-04;notte fuori;n')] }),
    );
    expect(una(ctx, "SELECT codici FROM presenze WHERE mese = '2025-04'")).toEqual({ codici: `NN${'.'.repeat(29)}` });
  });
});

function giorni(scritti: Record<number, string>): RigaScritta {
  return Object.fromEntries(Array.from({ length: 31 }, (_, i) => [`g${i + 1}`, scritti[i + 1] ?? '']));
}
