import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { importPacchi, planPacchi } from '../../../electron/services/pacco-import.ts';
import type { Identita } from '../../../electron/sync/identita.ts';
import { type Intestazione, writePacco } from '../../../electron/sync/pacco-write.ts';
import type { RighePacco } from '../../../electron/sync/righe.ts';
import { seal } from '../../../electron/sync/sigillo.ts';
import { readVettore } from '../../vettori/vettore.ts';
import { cartellaProva } from '../cartella-prova.ts';
import { apriCentrale, nuovaIdentita } from './aiuti.ts';
import { archivioIntero } from './archivio-intero.ts';
import { expectFrase } from './frase.ts';
import { type Guasto, paccoGuasto } from './guasti.ts';

const vettore = readVettore('pacco-1');
const righe: RighePacco = {
  ...vettore.righe,
  strutture: vettore.righe.strutture.map((struttura) => ({ ...struttura, codice: 'CASA00' })),
};
let centro: Identita;
let comunita: Identita;
let estraneo: Identita;
let ctx: Contesto;
let intestazione: Intestazione;
let buono: Uint8Array<ArrayBuffer>;
const dati = cartellaProva('rifiuti');

beforeAll(async () => {
  [centro, comunita, estraneo] = await Promise.all([nuovaIdentita(), nuovaIdentita(), nuovaIdentita()]);
  const { firmaPubblica: firma, sigilloPubblico: sigillo } = comunita;
  ctx = apriCentrale(centro, [{ nome: 'Casa Aurora', firma, sigillo, strutture: ['CASA00'] }], dati);
  intestazione = { ...vettore.intestazione, struttura: 'CASA00', destinatario: centro.sigilloPubblico };
  buono = new Uint8Array((await writePacco(intestazione, righe, comunita)).bytes);
});
afterAll(() => ctx.store.close());

/** Refused with that sentence, in the plan and in the import, and nothing in the store has moved. */
async function expectRifiuto(bytes: Uint8Array<ArrayBuffer>, motivo: RegExp): Promise<void> {
  const prima = archivioIntero(ctx.store);
  const file = [{ nome: 'prova.approdo', bytes }];
  const [piano] = await planPacchi(ctx, { file });
  const [esito] = await importPacchi(ctx, { file });
  expect(esito).toMatchObject({
    ...{ file: 'prova.approdo', stato: 'rifiutato', motivo: expect.stringMatching(motivo) },
    righe: { inserite: 0, aggiornate: 0, eliminate: 0 },
  });
  expect(piano).toMatchObject(esito ?? {});
  expectFrase(esito?.motivo);
  expect(archivioIntero(ctx.store)).toEqual(prima);
}

const guasta = (guasto: Guasto, h = intestazione, r = righe, chi = comunita) => paccoGuasto(h, r, chi, guasto);
const ALTERATO = /^Il file è incompleto o alterato/;
const NON_PER_NOI = /sigillato per un altro ufficio/;

describe('damaged on the way', () => {
  test('one byte flipped, anywhere', async () => {
    const prima = archivioIntero(ctx.store);
    const posti = [
      ...Array.from({ length: 180 }, (_, at) => at), // the whole age header
      ...Array.from({ length: 160 }, (_, n) => 180 + Math.floor((n * (buono.length - 181)) / 159)),
    ];
    const file = posti.map((at) => {
      const bytes = Uint8Array.from(buono);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      return { nome: `byte-${at}.approdo`, bytes };
    });
    const esiti = await importPacchi(ctx, { file });
    expect(esiti).toHaveLength(340);
    for (const { stato, motivo } of esiti) {
      expect(stato).toBe('rifiutato');
      expect(ALTERATO.test(motivo ?? '') || NON_PER_NOI.test(motivo ?? '')).toBe(true);
      expectFrase(motivo);
    }
    expect(archivioIntero(ctx.store)).toEqual(prima);
  });

  test('cut, at any length', async () => {
    for (const length of [0, 1, 21, 22, 100, 180, 200, buono.length - 17, buono.length - 16, buono.length - 1])
      await expectRifiuto(buono.slice(0, length), ALTERATO);
  });

  test('something glued to its end', async () => {
    await expectRifiuto(Uint8Array.from([...buono, 0]), ALTERATO);
  });

  test('not a parcel at all', async () => {
    for (const testo of ['', 'ciao', '%PDF-1.7\n', 'PK\u0003\u0004', 'age-encryption.org/v1\n'])
      await expectRifiuto(new TextEncoder().encode(testo), ALTERATO);
    await expectRifiuto(new Uint8Array(await seal(strToU8('non è uno zip'), centro.sigilloPubblico)), ALTERATO);
    await expectRifiuto(new Uint8Array(await seal(new Uint8Array(), centro.sigilloPubblico)), ALTERATO);
  });
});

describe('not from who it says, not for us', () => {
  test('signed by a stranger over the community’s own key', async () => {
    await expectRifiuto(await guasta({ firma: estraneo.firma }), /^La firma del pacco non corrisponde/);
  });

  test('re-signed by a stranger with its own key', async () => {
    const bytes = new Uint8Array((await writePacco(intestazione, righe, estraneo)).bytes);
    await expectRifiuto(bytes, /firmato da una chiave che non conosciamo/);
  });

  test('a signature cut or made of zeros', async () => {
    for (const firma of [new Uint8Array(), new Uint8Array(63), new Uint8Array(64)])
      await expectRifiuto(await guasta({ zip: (files) => ({ ...files, firma }) }), /^La firma del pacco/);
  });

  test('the manifest changed after the signature', async () => {
    const zip: Guasto['zip'] = (files) => ({
      ...files,
      'manifesto.json': strToU8(
        Buffer.from(files['manifesto.json'] as Uint8Array)
          .toString('utf8')
          .replace('"revisione":2', '"revisione":3'),
      ),
    });
    await expectRifiuto(await guasta({ zip }), /^La firma del pacco/);
  });

  test('sealed for someone else', async () => {
    const bytes = new Uint8Array(
      (await writePacco({ ...intestazione, destinatario: estraneo.sigilloPubblico }, righe, comunita)).bytes,
    );
    await expectRifiuto(bytes, NON_PER_NOI);
  });

  test('made for someone else and sealed again for us by a stranger', async () => {
    const altrove = { ...intestazione, destinatario: estraneo.sigilloPubblico };
    await expectRifiuto(await guasta({ per: centro.sigilloPubblico }, altrove), /preparato per un altro ufficio/);
  });

  test('of a struttura the signer does not speak for', async () => {
    const altra = { ...righe, strutture: righe.strutture.map((s) => ({ ...s, codice: 'CASA09' })) };
    const bytes = new Uint8Array((await writePacco({ ...intestazione, struttura: 'CASA09' }, altra, comunita)).bytes);
    await expectRifiuto(bytes, /non può parlare per la struttura CASA09/);
  });

  test('with the rows of another struttura than the one it declares', async () => {
    const altra = { ...righe, strutture: righe.strutture.map((s) => ({ ...s, codice: 'CASA09' })) };
    await expectRifiuto(
      new Uint8Array((await writePacco(intestazione, altra, comunita)).bytes),
      /tabella strutture, riga 1/,
    );
  });
});

describe('made by a newer version', () => {
  test('whatever it looks like, as long as it says so', async () => {
    const versione = /versione più recente di Approdo/;
    await expectRifiuto(await guasta({ manifesto: (m) => ({ ...m, formato: 2 }) }), versione);
    await expectRifiuto(await guasta({ manifesto: () => ({ formato: 7, tuttoDiverso: [] }) }), versione);
  });

  test('a format that is not a version is damage', async () => {
    await expectRifiuto(await guasta({ manifesto: (m) => ({ ...m, formato: 0 }) }), ALTERATO);
    await expectRifiuto(await guasta({ manifesto: (m) => ({ ...m, formato: '1' }) }), ALTERATO);
  });
});

describe('a content that is not what the manifest says', () => {
  const ndjson = (list: readonly object[]) => list.map((riga) => `${JSON.stringify(riga)}\n`).join('');

  test('a table that is not the signed one, or is not there', async () => {
    const [primo] = righe.ospiti;
    const testo = ndjson([{ ...primo, cognome: 'Altro' }, ...righe.ospiti.slice(1)]);
    await expectRifiuto(await guasta({ tabella: { nome: 'ospiti', testo }, bugia: 'sha256' }), /tabella ospiti/);
    const senza: Guasto['zip'] = ({ 'righe/misure.ndjson': _via, ...files }) => files;
    await expectRifiuto(await guasta({ zip: senza }), /tabella misure/);
  });

  test('more or fewer rows than counted', async () => {
    for (const testo of ['', ndjson([...righe.presenze, ...righe.presenze])])
      await expectRifiuto(await guasta({ tabella: { nome: 'presenze', testo }, bugia: 'conteggi' }), /presenze/);
  });

  test('a missing last newline', async () => {
    const testo = ndjson(righe.presenze).slice(0, -1);
    await expectRifiuto(await guasta({ tabella: { nome: 'presenze', testo }, bugia: 'conteggi' }), /presenze/);
  });

  test('a row that is not of its table', async () => {
    for (const riga of [
      {},
      [],
      1,
      null,
      { ...righe.presenze[0], codici: 'P' },
      { ...righe.presenze[0], ingressoId: '' },
    ])
      await expectRifiuto(
        await guasta({ tabella: { nome: 'presenze', testo: `${JSON.stringify(riga)}\n` } }),
        /presenze, riga 1/,
      );
    const ingresso = { ...righe.ingressi[0], dataIngresso: '2025-02-30' };
    await expectRifiuto(await guasta({ tabella: { nome: 'ingressi', testo: ndjson([ingresso]) } }), /ingressi, riga 1/);
  });

  test('a line that is not JSON', async () => {
    const bytes = await guasta({ tabella: { nome: 'presenze', testo: 'ciao\n' } });
    await expectRifiuto(bytes, /incompleto o alterato|presenze, riga 1/);
  });
});

/** Rows each valid alone, that do not hold together: the table and the line that are named. */
describe('rows that contradict each other', () => {
  type Cambia = (r: { -readonly [T in keyof RighePacco]: RighePacco[T] }) => unknown;
  const casi: readonly [string, string, Cambia][] = [
    ['no struttura', 'strutture, riga 1', (r) => r.strutture.pop()],
    ['two strutture', 'strutture, riga 1', (r) => r.strutture.push({ ...first(r.strutture), id: 's-2' })],
    ['an id twice', 'ospiti, riga 3', (r) => r.ospiti.push(first(r.ospiti))],
    ['two moduli of one codice', 'moduli, riga 3', (r) => r.moduli.push({ ...first(r.moduli), id: 'm-3' })],
    ['places of no modulo', 'posti, riga 1', (r) => Object.assign(first(r.posti), { moduloId: 'm-9' })],
    [
      'places that end before they begin',
      'posti, riga 1',
      (r) => Object.assign(first(r.posti), { validoAl: '2009-01-01' }),
    ],
    ['a stay of nobody', 'ingressi, riga 1', (r) => Object.assign(first(r.ingressi), { ospiteId: 'o-9' })],
    ['a parent who is not there', 'ingressi, riga 1', (r) => Object.assign(first(r.ingressi), { genitoreId: 'o-9' })],
    [
      'a stay after the month',
      'ingressi, riga 1',
      (r) => Object.assign(first(r.ingressi), { dataIngresso: '2025-04-01', dataDimissione: null, esito: null }),
    ],
    [
      'a stay before the month',
      'ingressi, riga 1',
      (r) => Object.assign(first(r.ingressi), { dataDimissione: '2025-02-28' }),
    ],
    [
      'a dimissione before the ingresso',
      'ingressi, riga 1',
      (r) => Object.assign(first(r.ingressi), { dataIngresso: '2025-03-21' }),
    ],
    [
      'an outcome that does not exist',
      'ingressi, riga 1',
      (r) => Object.assign(first(r.ingressi), { esito: 'guarito' }),
    ],
    ['a sex that does not exist', 'ospiti, riga 1', (r) => Object.assign(first(r.ospiti), { sesso: 'X' })],
    ['a modulo of no one', 'assegnazioni, riga 1', (r) => Object.assign(first(r.assegnazioni), { moduloId: 'm-9' })],
    [
      'a modulo for a stay that is not there',
      'assegnazioni, riga 1',
      (r) => Object.assign(first(r.assegnazioni), { ingressoId: 'i-9' }),
    ],
    ['presenze of no stay', 'presenze, riga 1', (r) => Object.assign(first(r.presenze), { ingressoId: 'i-9' })],
    ['presenze twice', 'presenze, riga 3', (r) => r.presenze.push({ ...first(r.presenze), id: 'g-3' })],
    ['a code on the day of the dimissione', 'presenze, riga 1', (r) => setGiorno(first(r.presenze), 20, 'P')],
    ['a code before the ingresso', 'presenze, riga 2', (r) => setGiorno(r.presenze[1], 9, 'P')],
    ['a code that is not a letter', 'presenze, riga 1', (r) => setGiorno(first(r.presenze), 1, ' ')],
    ['a visit of another month', 'visite, riga 1', (r) => Object.assign(first(r.visite), { data: '2025-04-01' })],
    ['a visit of nobody', 'visite, riga 1', (r) => Object.assign(first(r.visite), { ospiteId: 'o-9' })],
    ['a meeting with nobody we know', 'incontri, riga 1', (r) => Object.assign(first(r.incontri), { ospiti: ['o-9'] })],
    [
      'an activity of another month',
      'attivita, riga 1',
      (r) => Object.assign(first(r.attivita), { data: '2025-02-28' }),
    ],
    ['a measure of nobody', 'misure, riga 1', (r) => Object.assign(first(r.misure), { ospiteId: 'o-9' })],
  ];

  test.each(casi)('%s: %s', async (_nome, dove, cambia) => {
    const sbagliate = structuredClone(righe);
    cambia(sbagliate);
    const bytes = new Uint8Array((await writePacco(intestazione, sbagliate, comunita)).bytes);
    await expectRifiuto(bytes, new RegExp(`tabella ${dove}`));
  });
});

function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('the vector has one of each');
  return one;
}

function setGiorno(riga: RighePacco['presenze'][number] | undefined, giorno: number, lettera: string): void {
  if (riga) riga.codici = riga.codici.slice(0, giorno - 1) + lettera + riga.codici.slice(giorno);
}

/** Writes another uncompressed size in the central directory entry of a file: a zip that lies. */
function withDeclaredSize(zip: Uint8Array, nome: string, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const name = bytes.lastIndexOf(nome);
  bytes.writeUInt32LE(size, name - 46 + 24);
  return new Uint8Array(bytes);
}

describe('a zip that would not fit in memory', () => {
  const zeri = (mib: number): NonNullable<Guasto['zip']> => {
    const bytes = new Uint8Array(mib * 1024 * 1024);
    return (files) => ({ ...files, 'righe/zeri.ndjson': bytes });
  };

  test('declared too large: refused before inflating', async () => {
    const bytes = await guasta({ zip: zeri(65) });
    expect(bytes.length).toBeLessThan(500_000);
    await expectRifiuto(bytes, ALTERATO);
  });

  test('declared small and large inside: inflated no further than declared', async () => {
    const bytes = await guasta({ zip: zeri(65), bytes: (zip) => withDeclaredSize(zip, 'righe/zeri.ndjson', 10) });
    const prima = process.memoryUsage().arrayBuffers;
    const [piano] = await planPacchi(ctx, { file: [{ nome: 'a', bytes }] });
    // an entry that nobody signed is nobody's business: the parcel is good, or it is refused; the memory is not taken
    expect(['importato', 'rifiutato']).toContain(piano?.stato);
    expect(process.memoryUsage().arrayBuffers - prima).toBeLessThan(32 * 1024 * 1024);
  });

  test('a signed table whose declared size is a lie', async () => {
    const bytes = (zip: Uint8Array) => withDeclaredSize(zip, 'righe/ingressi.ndjson', 10);
    await expectRifiuto(await guasta({ bytes }), /tabella ingressi|incompleto o alterato/);
  });

  test('too many entries', async () => {
    const molte = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`righe/${n}.ndjson`, new Uint8Array(1)]));
    await expectRifiuto(await guasta({ zip: (files) => ({ ...files, ...molte }) }), ALTERATO);
  });
});

test('one bad file never stops the others, and the answers keep the order of the files', async () => {
  const rotto = Uint8Array.from(buono);
  rotto[300] = (rotto[300] ?? 0) ^ 1;
  const file = [
    { nome: 'rotto.approdo', bytes: rotto },
    { nome: 'buono.approdo', bytes: buono },
    { nome: 'vuoto.approdo', bytes: new Uint8Array() },
    { nome: 'buono-di-nuovo.approdo', bytes: Uint8Array.from(buono) },
  ];
  const esiti = await importPacchi(ctx, { file });
  expect(esiti.map(({ file: nome, stato }) => [nome, stato])).toEqual([
    ['rotto.approdo', 'rifiutato'],
    ['buono.approdo', 'importato'],
    ['vuoto.approdo', 'rifiutato'],
    ['buono-di-nuovo.approdo', 'invariato'],
  ]);
});
