import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { addDiario, countDiario, listDiario, markReadDiario } from '../../../electron/services/diario.ts';
import { listUsciti } from '../../../electron/services/ospite-ricerca.ts';
import { listRegistro } from '../../../electron/services/registro.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva } from '../../aiuti/ospite.ts';

const OGGI = '2025-04-03';
const TUTTO = {
  ...{ struttura: 'CASA00', ospiteId: null, tipo: null, importanti: false, testo: '', dal: null, al: null },
  ...{ prima: null, limite: 100 },
};
const RIGA = {
  ...{
    struttura: 'CASA00',
    ospiteId: null,
    tipo: 'diario' as const,
    data: OGGI,
    ora: '21:30',
    testo: 'Serata tranquilla',
  },
  ...{ importante: false, aggiungeA: null },
};

function testi(ctx: Contesto, filtro: Partial<Parameters<typeof listDiario>[1]> = {}): string[] {
  return listDiario(ctx, { ...TUTTO, ...filtro }).righe.map(({ testo }) => testo);
}

describe('the diary', () => {
  test('a line is signed by who writes it, and read newest first whatever the order of writing', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    addDiario(ctx, { ...RIGA, ora: '21:30', testo: 'terza' });
    addDiario(ctx, { ...RIGA, ora: '09:05', testo: 'seconda', ospiteId });
    addDiario(come(ctx, 'educatore', 'BIANCHI Luca'), { ...RIGA, data: '2025-04-02', testo: 'prima' });
    expect(testi(ctx)).toEqual(['terza', 'seconda', 'prima']);
    const [, seconda, prima] = listDiario(ctx, TUTTO).righe;
    expect(prima?.autore).toBe('BIANCHI Luca');
    expect(seconda?.ospite).toMatchObject({ id: ospiteId, cognome: 'Ferrari' });
    expect(testi(ctx, { ospiteId, struttura: null })).toEqual(['seconda']);
    expect(testi(ctx, { al: '2025-04-02' })).toEqual(['prima']);
    expect(listDiario(ctx, { ...TUTTO, struttura: 'CASA01' }).righe).toEqual([]);
  });

  test('nothing of it can be changed: a correction is one more line under the first, about the same guest', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const { id } = addDiario(ctx, { ...RIGA, testo: 'rientrato alle 20', ospiteId });
    const altro = come(ctx, 'educatore');
    const { id: aggiunta } = addDiario(altro, { ...RIGA, testo: 'erano le 22', aggiungeA: id });
    // what adds to an addition adds to the first line
    addDiario(altro, { ...RIGA, testo: 'confermato', aggiungeA: aggiunta });
    const { righe } = listDiario(ctx, { ...TUTTO, struttura: null, ospiteId });
    expect(righe).toHaveLength(1);
    expect(righe[0]).toMatchObject({
      testo: 'rientrato alle 20',
      aggiunte: [{ testo: 'erano le 22' }, { testo: 'confermato' }],
    });
    expect(() => addDiario(ctx, { ...RIGA, aggiungeA: 'nessuna' })).toThrow('non c’è più');
    expect(() => addDiario(ctx, { ...RIGA, data: '2025-04-04' })).toThrow('deve venire');
  });

  test('new is what others wrote since the last reading; additions too', () => {
    const ctx = comunitaDiProva();
    const educatore = come(ctx, 'educatore');
    const { id } = addDiario(ctx, { ...RIGA, tipo: 'consegna', importante: true });
    addDiario(ctx, { ...RIGA, data: '2025-03-01', testo: 'vecchia' });
    addDiario(educatore, { ...RIGA, testo: 'mia' });
    // who never said they had read: the last seven days of the others
    expect(countDiario(educatore, RIGA)).toEqual({ nuove: 1, importanti: 1 });
    const { finoAVoce, righe } = listDiario(educatore, TUTTO);
    expect(righe.filter(({ nuova }) => nuova).map(({ testo }) => testo)).toEqual(['Serata tranquilla']);
    markReadDiario(educatore, { struttura: 'CASA00', finoAVoce });
    expect(countDiario(educatore, RIGA)).toEqual({ nuove: 0, importanti: 0 });
    addDiario(ctx, { ...RIGA, testo: 'aggiunta', aggiungeA: id });
    expect(countDiario(educatore, RIGA).nuove).toBe(1);
    const radice = listDiario(educatore, TUTTO).righe.find((riga) => riga.id === id);
    expect([radice?.nuova, radice?.aggiunte[0]?.nuova]).toEqual([false, true]);
    // it never goes back, and nobody else's mark is touched
    markReadDiario(educatore, { struttura: 'CASA00', finoAVoce: 1 });
    expect(countDiario(educatore, RIGA).nuove).toBe(1);
    expect(countDiario(come(ctx, 'sanitario'), RIGA).nuove).toBe(2 + 1);
    expect(listRegistro(ctx, { limite: 10 }).voci.map(({ azione }) => azione)).toContain('diario.markRead');
  });

  test('it is found by words, their beginnings, accents apart, in additions and by the guest’s name', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx, { cognome: 'Però' });
    const { id } = addDiario(ctx, { ...RIGA, testo: 'Colloquio sull’attività in città; è andato bene', ospiteId });
    addDiario(ctx, { ...RIGA, testo: 'Cena: due porzioni "avanzate" OR altro*' });
    addDiario(ctx, { ...RIGA, testo: 'la visita è rimandata', aggiungeA: id });
    expect(testi(ctx, { testo: 'citta colloq' })).toHaveLength(1);
    expect(testi(ctx, { testo: 'CITTÀ bene' })).toHaveLength(1);
    expect(testi(ctx, { testo: 'rimandata' })).toEqual(['Colloquio sull’attività in città; è andato bene']);
    expect(testi(ctx, { testo: 'pero bruno' })).toHaveLength(1);
    expect(testi(ctx, { testo: 'colloquio cena' })).toEqual([]);
    expect(testi(ctx, { testo: 'avanzate' })).toHaveLength(1);
    // apostrophes as typed, straight or not
    expect(testi(ctx, { testo: 'sull’attività' })).toHaveLength(1);
    expect(testi(ctx, { testo: "sull'attività è" })).toHaveLength(1);
    expect(testi(ctx, { testo: "dall'attività" })).toEqual([]);
    // a name and a word, a word of the line and one of what was added to it
    expect(testi(ctx, { testo: 'bruno colloquio' })).toHaveLength(1);
    expect(testi(ctx, { testo: 'colloquio rimandata' })).toHaveLength(1);
    expect(testi(ctx, { testo: 'bruno cena' })).toEqual([]);
    // whatever is typed is words, never a query
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (testo) => {
        expect(listDiario(ctx, { ...TUTTO, testo }).righe.length).toBeLessThanOrEqual(2);
      }),
    );
  });

  test('pages give every line once, in order', () => {
    const ctx = comunitaDiProva();
    for (let n = 0; n < 25; n++)
      addDiario(ctx, {
        ...RIGA,
        data: `2025-03-${String((n % 5) + 1).padStart(2, '0')}`,
        ora: n % 2 ? '08:00' : '20:00',
        testo: `${n}`,
      });
    const viste: string[] = [];
    let prima: Parameters<typeof listDiario>[1]['prima'] = null;
    do {
      const pagina = listDiario(ctx, { ...TUTTO, limite: 7, prima });
      viste.push(...pagina.righe.map(({ id }) => id));
      prima = pagina.altre;
    } while (prima !== null);
    expect(viste).toEqual(listDiario(ctx, TUTTO).righe.map(({ id }) => id));
    expect(new Set(viste).size).toBe(25);
  });

  test('ten years of lines: a page and a search answer within 200 ms', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      const strutturaId = listStrutturaId(ctx);
      for (let n = 0; n < 20_000; n++)
        tx.insert('diario', {
          ...{
            strutturaId,
            ospiteId: n % 3 ? ospiteId : null,
            tipo: 'diario',
            ora: '10:00',
            autoreId: 'x',
            autore: 'X',
          },
          data: `20${15 + Math.floor(n / 2000)}-0${1 + (n % 9)}-1${n % 10}`,
          testo: `riga ${n} con qualche parola in più perché il testo sia lungo quanto quelli veri ${n % 777 === 0 ? 'ago' : ''}`,
        });
    });
    const ms = (lavoro: () => unknown) => {
      const inizio = performance.now();
      lavoro();
      return performance.now() - inizio;
    };
    expect(ms(() => listDiario(ctx, { ...TUTTO, limite: 100 }))).toBeLessThan(200);
    expect(ms(() => expect(testi(ctx, { testo: 'ago' })).toHaveLength(26))).toBeLessThan(200);
    expect(ms(() => expect(testi(ctx, { testo: 'inesistente' })).toEqual([]))).toBeLessThan(200);
    expect(ms(() => countDiario(come(ctx, 'educatore'), RIGA))).toBeLessThan(200);
  });
});

function listStrutturaId({ store }: Contesto): string {
  return store.select('strutture', "t.codice = 'CASA00'", {})[0]?.id ?? '';
}

describe('what is new, wherever it is', () => {
  const ids = (ctx: Contesto, filtro: Partial<Parameters<typeof listDiario>[1]> = {}) =>
    listDiario(ctx, { ...TUTTO, ...filtro }).righe.map(({ testo }) => testo);

  test('an old line with a new addition, a line written late: found, and one’s own never', () => {
    const ctx = comunitaDiProva();
    const altro = come(ctx, 'educatore', 'BIANCHI Luca');
    const { id: vecchia } = addDiario(ctx, { ...RIGA, data: '2025-01-10', testo: 'di gennaio' });
    addDiario(ctx, { ...RIGA, testo: 'mia' });
    markReadDiario(ctx, { struttura: 'CASA00', finoAVoce: listDiario(ctx, TUTTO).finoAVoce });
    expect(ids(ctx, { nuove: true })).toEqual([]);
    addDiario(altro, { ...RIGA, testo: 'correzione', aggiungeA: vecchia });
    addDiario(altro, { ...RIGA, data: '2025-02-01', testo: 'scritta tardi', tipo: 'consegna' });
    expect(ids(ctx, { nuove: true })).toEqual(['scritta tardi', 'di gennaio']);
    expect(ids(ctx, { nuove: true, tipo: 'consegna' })).toEqual(['scritta tardi']);
    expect(countDiario(ctx, { struttura: 'CASA00' }).nuove).toBe(2);
    // of who wrote them nothing is new but what was never said to be read in these days
    expect(ids(altro, { nuove: true })).toEqual(['mia']);
    expect(ids(ctx, { struttura: 'CASA01', nuove: true })).toEqual([]);
  });

  test('those a filter shows are read alone; what came after they were shown is not; everything read forgets them', () => {
    const ctx = comunitaDiProva();
    const altro = come(ctx, 'educatore', 'BIANCHI Luca');
    const { id: consegna } = addDiario(altro, { ...RIGA, testo: 'consegna', tipo: 'consegna' });
    addDiario(altro, { ...RIGA, testo: 'aggiunta', aggiungeA: consegna });
    addDiario(altro, { ...RIGA, testo: 'diario' });
    const { finoAVoce } = listDiario(ctx, TUTTO);
    addDiario(altro, { ...RIGA, testo: 'dopo', aggiungeA: consegna });
    markReadDiario(ctx, { struttura: 'CASA00', finoAVoce, righe: [consegna] });
    const [, prima] = listDiario(ctx, TUTTO).righe.toSorted((a, b) => (a.testo > b.testo ? -1 : 1));
    expect(prima).toMatchObject({ nuova: false, aggiunte: [{ nuova: false }, { nuova: true }] });
    expect(countDiario(ctx, { struttura: 'CASA00' }).nuove).toBe(2);
    expect(countDiario(come(ctx, 'sanitario', 'VERDI Anna'), { struttura: 'CASA00' }).nuove).toBe(4);
    // a line of another house is not read with them
    markReadDiario(ctx, { struttura: 'CASA01', finoAVoce: 1e6, righe: [consegna] });
    expect(countDiario(ctx, { struttura: 'CASA00' }).nuove).toBe(2);
    markReadDiario(ctx, { struttura: 'CASA00', finoAVoce: listDiario(ctx, TUTTO).finoAVoce });
    expect(countDiario(ctx, { struttura: 'CASA00' }).nuove).toBe(0);
    expect(ctx.store.prepare('SELECT count(*) FROM letture_diario_righe').pluck().get()).toBe(0);
  });

  test('a line of a workbook says so, with the day it says of itself', () => {
    const ctx = comunitaDiProva();
    const strutturaId = ctx.store.select('strutture', "t.codice = 'CASA00'", {})[0]?.id ?? '';
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      const riga = { strutturaId, ospiteId: null, tipo: 'diario', autoreId: 'foglio', autore: 'ROSSI' };
      const id = tx.insert('diario', { ...riga, data: '2025-01-02', ora: '10:00', testo: 'a' });
      tx.insert('diario', { ...riga, data: '2025-03-01', ora: '11:00', testo: 'b', aggiungeA: id });
    });
    addDiario(ctx, RIGA);
    expect(listDiario(ctx, TUTTO).righe).toMatchObject([
      { dalFoglio: false },
      { dalFoglio: true, aggiunte: [{ dalFoglio: true, data: '2025-03-01', ora: '11:00' }] },
    ]);
  });
});

test('who left a house in the last thirty days, that day included', () => {
  const ctx = comunitaDiProva();
  const uscite = ['2025-04-03', '2025-03-04', '2025-03-03'].map((giorno, n) => {
    const { ospiteId, ingressoId } = ospiteDiProva(ctx, { cognome: `Uscito${n}` });
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) =>
      tx.update('ingressi', ingressoId, { dataDimissione: giorno, esito: 'concluso' }),
    );
    return ospiteId;
  });
  ospiteDiProva(ctx, { cognome: 'Presente' });
  const usciti = listUsciti(ctx, { struttura: 'CASA00', giorno: OGGI });
  expect(usciti.map(({ ospiteId }) => ospiteId)).toEqual(uscite.slice(0, 2));
  expect(listUsciti(ctx, { struttura: 'CASA01', giorno: OGGI })).toEqual([]);
});
