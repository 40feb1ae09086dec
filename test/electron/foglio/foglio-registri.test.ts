import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SezioneRelazione } from '../../../db/schema/relazione.ts';
import { leggiOra } from '../../../electron/foglio/foglio-ora.ts';
import {
  leggiComunicazioni,
  leggiSezioni,
  scriviComunicazioni,
  scriviSezioni,
} from '../../../electron/foglio/foglio-testi.ts';
import { exportFoglio, importFoglio } from '../../../electron/services/foglio.ts';
import { type FileDato, importa, type RigaScritta, registroVuoto, ritratto, senzaErrori } from './cartella.ts';
import { cartellaPiena } from './cartella-piena.ts';

type Cambi = Readonly<Record<string, Readonly<Record<string, RigaScritta>>>>;

/** The invented workbook with some cells of some rows, by id, written otherwise. */
function con(cambi: Cambi): Record<string, RigaScritta[]> {
  const cartella = cartellaPiena();
  for (const [foglio, righe] of Object.entries(cambi))
    for (const [id, celle] of Object.entries(righe)) {
      const riga = cartella[foglio]?.find((una) => una['id'] === id);
      if (riga) Object.assign(riga, celle);
      else cartella[foglio]?.push({ id, ...celle });
    }
  return cartella;
}

async function pieno() {
  const ctx = registroVuoto();
  senzaErrori(await importa(ctx, cartellaPiena()));
  return ctx;
}

const errori = async (cambi: Cambi, ctx = registroVuoto()) =>
  (await importa(ctx, con(cambi))).errori.map((e) => [e.foglio, e.riga, e.colonna, e.valore, e.messaggio]);

describe('the diary', () => {
  test('keeps the name of who wrote it, and is never changed', async () => {
    const ctx = await pieno();
    const righe = ctx.store.sqlite.prepare('SELECT autore, autore_id, testo FROM diario ORDER BY data').all();
    expect(righe[0]).toEqual({ autore: 'Ottavia Bergamaschi', autore_id: 'foglio', testo: 'Uscita serena.' });
    const prima = ritratto(ctx.store);
    for (const [colonna, valore] of [
      ['testo', 'Uscita agitata.'],
      ['importante', 'si'],
      ['autore', 'Altri'],
      ['ospite', ''],
    ] as const) {
      const [errore] = await errori({ diario: { D1: { [colonna]: valore } } }, ctx);
      expect(errore?.slice(0, 3)).toEqual(['diario', 2, colonna]);
      expect(errore?.[4]).toMatch(/non si cambia: .* aggiungerne un’altra/);
    }
    expect(ritratto(ctx.store)).toEqual(prima);
  });

  test('a correction may come before what it corrects', async () => {
    const cartella = con({ diario: { D1: { aggiunge_a: 'D2' }, D2: { aggiunge_a: '' } } });
    const ctx = registroVuoto();
    senzaErrori(await importa(ctx, cartella));
    const diritta = ctx.store.sqlite
      .prepare('SELECT a.testo FROM diario a JOIN diario b ON b.id = a.aggiunge_a')
      .pluck()
      .all();
    expect(diritta).toEqual(['Uscita serena.']);
  });
});

describe('a contact under a code', () => {
  const C2 = { ospite: 'O3', legame: 'amico', nome: 'C-K7M4QX', telefono: '', tipo: '', incontri: '', riservato: 'si' };

  test('is never made, opened or named by a workbook', async () => {
    const dalla = /nella pagina dell’ospite, dove il nome resta sotto codice/;
    for (const celle of [{ nome: 'Anna Nota' }, { telefono: '02 1' }, { nome: 'C-K7M4QY' }]) {
      const [errore] = await errori({ contatti: { C2: { ...C2, ...celle } } });
      expect(errore?.[4]).toMatch(dalla);
      expect(errore?.[3]).toBe('');
    }
    const [errore] = await errori({ contatti: { C1: { riservato: 'si' } } }, await pieno());
    expect(errore).toEqual(['contatti', 2, 'riservato', 'si', expect.stringMatching(dalla)]);
  });
});

describe('rows that contradict themselves or others', () => {
  test.each<[string, Cambi, readonly [string, string, RegExp]]>([
    [
      'an end before the beginning',
      { avvertenze: { Y1: { al: '2024-01-01' } } },
      ['avvertenze', 'al', /Finisce prima/],
    ],
    ['a measure of another guest', { udienze: { U1: { ospite: 'O1' } } }, ['udienze', 'misura', /di un altro ospite/]],
    [
      'a group of another house',
      { attivita: { A1: { struttura: 'BETULLA' } } },
      ['attivita', 'gruppo', /altra struttura/],
    ],
    [
      'a room of another house',
      { alloggi: { L1: { ingresso: 'I3', dal: '2025-03-02' } } },
      ['alloggi', 'stanza', /stanza non è/],
    ],
    [
      'a night before the stay',
      { alloggi: { L1: { dal: '2025-01-01' } } },
      ['alloggi', 'dal', /fuori dalla permanenza/],
    ],
    [
      'a modulo of another house',
      { stanze: { K9: { ...STANZA, modulo: 'ONTANO-TR' } } },
      ['stanze', 'modulo', /non è della struttura/],
    ],
    [
      'back before leaving',
      { assenze: { X2: { rientro: '2025-03-01' } } },
      ['assenze', 'rientro', /prima dell’uscita/],
    ],
    [
      'away before the stay',
      { assenze: { X2: { uscita: '2025-02-01' } } },
      ['assenze', 'uscita', /fuori dalla permanenza/],
    ],
    [
      'a code of presence',
      { assenze: { X2: { codice: 'P' } } },
      ['assenze', 'codice', /non è un codice di assenza: scrivere S, U, R/],
    ],
    ['an hour that is not', { visite: { V1: { ora: '25:00' } } }, ['visite', 'ora', /non è un’ora/]],
    [
      'evidence that is not there',
      { evidenze: { J1e: { registrazione: 'Z' } } },
      ['evidenze', 'registrazione', /foglio incontri/],
    ],
    [
      'a list that is not there',
      { voci_lista: { '': { lista: 'nessuna', valore: 'a', etichetta: 'A', ordine: '1' } } },
      ['voci_lista', 'lista', /nessuna lista/],
    ],
    [
      'a presence code that is not there',
      { voci_lista: { '': { lista: 'presenza', valore: 'Z', etichetta: 'Zona', ordine: '1' } } },
      ['voci_lista', 'valore', /non si aggiungono voci/],
    ],
    [
      'a duration in months and in days',
      {
        voci_lista: {
          '': {
            ...{ lista: 'tipologia_modulo', valore: 'Z', etichetta: 'Zona', ordine: '1' },
            ...{ durata_massima_mesi: '1', durata_massima_giorni: '30' },
          },
        },
      },
      ['voci_lista', 'durata_massima_giorni', /uno dei due/],
    ],
    [
      'a report without headings',
      { relazioni: { Q1: { sezioni: 'testo' } } },
      ['relazioni', 'sezioni', /senza titolo/],
    ],
    ['a family that is not there', { ingressi: { I2: { nucleo: 'N9' } } }, ['ingressi', 'nucleo', /foglio nuclei/]],
  ])('%s', async (_, cambi, [foglio, colonna, frase]) => {
    const trovati = await errori(cambi);
    const [primo] = trovati.filter((e) => e[0] === foglio);
    expect([primo?.[0], primo?.[2]]).toEqual([foglio, colonna]);
    expect(primo?.[4]).toMatch(frase);
    expect(primo?.[4]).toMatch(/[.)]$/);
  });

  test('what refers to a refused row is refused with it, and nothing else', async () => {
    const trovati = await errori({ progetti: { J1: { data: '2025-13-01' } } });
    expect(trovati.map((e) => e[0])).toEqual([
      'progetti',
      'obiettivi',
      'azioni',
      'verifiche_progetto',
      'evidenze',
      'evidenze',
    ]);
  });

  test('an id known for something else altogether is refused', async () => {
    const ctx = await pieno();
    const altra = { ospite: 'O3', tipo: 'altro', testo: 'tutt’altro', dal: '2025-06-01', al: '' };
    expect(
      (await errori({ avvertenze: { Y1: altra }, nuclei: { N1: { nome: 'I Bianchi' } } }, ctx)).map((e) => [
        e[0],
        e[2],
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['avvertenze', 'id'],
        ['nuclei', 'id'],
      ]),
    );
  });
});

const STANZA = { struttura: 'BETULLA', nome: 'Stanza 9', letti: '1', dal: '2024-01-01' };

describe('values of the lists that the office added', () => {
  test('are read wherever their sheet is, by label and synonym, and stay known', async () => {
    const cartella = con({ incontri: { M1: { servizio: 'Punto Unico' } } });
    const { voci_lista: voci = [], ...altri } = cartella;
    const ctx = registroVuoto();
    senzaErrori(await importa(ctx, { ...altri, voci_lista: voci }));
    const servizio = () => ctx.store.sqlite.prepare('SELECT servizio FROM incontri').pluck().all();
    expect(servizio()).toEqual(['sportello_pieve']);
    senzaErrori(await importa(ctx, { incontri: cartella['incontri'] ?? [] }));
    const [errore] = await errori({ incontri: { M1: { servizio: 'Punto Doppio' } } });
    expect(errore?.[4]).toMatch(/non è nell’elenco «servizio»/);
    const [xlsx] = (await exportFoglio(ctx, 'xlsx')) as FileDato[];
    const altrove = registroVuoto();
    senzaErrori(await importFoglio(altrove, { file: xlsx ? [xlsx] : [] }));
    expect(ritratto(altrove.store)).toEqual(ritratto(ctx.store));
  });
});

describe('absent columns and empty cells', () => {
  test('an absent column leaves what is stored; an empty one clears it, or is what the column has at first', async () => {
    const ctx = await pieno();
    const { incontri: [primo] = [] } = cartellaPiena();
    const { protetto: _, stato: __, esito: ___, ...senza } = primo ?? {};
    senzaErrori(await importa(ctx, { incontri: [senza] }));
    const letto = () => ctx.store.sqlite.prepare('SELECT protetto, stato, esito FROM incontri').get();
    expect(letto()).toEqual({ protetto: 1, stato: 'fatto', esito: 'clima disteso' });
    senzaErrori(await importa(ctx, { incontri: [{ ...senza, protetto: '', stato: '', esito: '' }] }));
    expect(letto()).toEqual({ protetto: 0, stato: 'fatto', esito: null });
  });
});

describe('cells of several parts', () => {
  const parola = fc
    .string({ minLength: 1, maxLength: 12 })
    .map((t) => t.replace(/[\r\n]/g, ' ').trim())
    .filter(Boolean);
  const giorno = fc.constantFrom('2025-03-01', null);

  test('communications come back as they went', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: parola, fattaIl: giorno, giuridica: fc.boolean() }), { maxLength: 4 }),
        (comunicazioni) => {
          expect(leggiComunicazioni(scriviComunicazioni(comunicazioni), '2026-01-01')).toEqual({
            valore: comunicazioni,
          });
        },
      ),
    );
  });

  test('sections come back as they went, whatever their text begins with', () => {
    const righe = fc.array(fc.oneof(fc.constantFrom('## no', '\\', '\\## x', '', ' a'), parola), { maxLength: 4 });
    const testo = righe.map((r) => r.join('\n').replace(/\n+$/, ''));
    const titolo = parola.map((t) => t.replace(/\s+/g, ' '));
    fc.assert(
      fc.property(
        fc.array(fc.record({ titolo, testo, riservata: fc.constantFrom(null, 'giuridica', 'sostanze') }), {
          maxLength: 4,
        }),
        (sezioni) => {
          expect(leggiSezioni(scriviSezioni(sezioni))).toEqual({ valore: sezioni });
        },
      ),
    );
  });

  test('a report longer than a cell goes out cut, and does not come back', () => {
    const cella = scriviSezioni([{ titolo: 'A', testo: 'parola '.repeat(6000) }] as SezioneRelazione[]);
    expect(cella.length).toBeLessThan(32_767);
    expect(leggiSezioni(cella)).toMatchObject({ messaggio: expect.stringMatching(/uscita tagliata/) });
  });

  test.each([
    ['9', '09:00'],
    ['9.3', '09:30'],
    ['930', '09:30'],
    ['09:30:00', '09:30'],
    ['0.395833333333333', '09:30'],
    ['0,5', '12:00'],
    ['23:59', '23:59'],
  ])('the hour %s is %s', (scritta, letta) => {
    expect(leggiOra(scritta)).toEqual({ valore: letta });
  });

  test.each(['24:00', '9:75', 'mattina', '1234567', '-1'])('%s is no hour', (scritta) => {
    expect(leggiOra(scritta)).toMatchObject({ messaggio: expect.stringMatching(/hh:mm/) });
  });
});

test('saved again by LibreOffice, it is the same workbook', async () => {
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, 'registri-libreoffice.xlsx')));
  const ctx = registroVuoto();
  senzaErrori(await importFoglio(ctx, { file: [{ nome: 'registri.xlsx', bytes }] }));
  expect(ritratto(ctx.store)).toEqual(ritratto((await pieno()).store));
});
