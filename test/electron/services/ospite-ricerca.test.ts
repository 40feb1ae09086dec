import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import {
  addAvvertenza,
  listAvvertenzeDiOggi,
  removeAvvertenza,
  saveAvvertenza,
} from '../../../electron/services/avvertenza.ts';
import { getOspite } from '../../../electron/services/ospite.ts';
import { listOspiti, listSimiliA, searchOspiti } from '../../../electron/services/ospite-ricerca.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';

function scena() {
  const ctx = comunitaDiProva();
  const ferrari = ospiteDiProva(ctx).ospiteId;
  const niccolo = ospiteDiProva(ctx, { cognome: 'D’Angelò' }).ospiteId;
  const cerca = (testo: string) => searchOspiti(ctx, { testo, limite: 8 }).map(({ id }) => id);
  return { ctx, ferrari, niccolo, cerca };
}

describe('finding a guest', () => {
  test('accents, apostrophes, case and order of the words do not count; a wrong letter comes last', () => {
    const { ctx, ferrari, niccolo, cerca } = scena();
    expect(cerca('bruno FERR')).toEqual([ferrari]);
    expect(cerca('dangelo')).toEqual([niccolo]);
    expect(cerca('ferari')).toEqual([ferrari]);
    expect(cerca('ferrair bruno')).toEqual([ferrari]);
    expect(cerca('rossi')).toEqual([]);
    expect(searchOspiti(ctx, { testo: 'ferari', limite: 8 })[0]?.simile).toBe(true);
    expect(searchOspiti(ctx, { testo: 'ferrari', limite: 8 })[0]?.simile).toBe(false);
  });

  test('the list gives the near names only where nobody is called so, and says it', () => {
    const { ctx, ferrari } = scena();
    const lista = (testo: string) => listOspiti(ctx, { testo, stato: 'presenti', limite: 50 });
    expect(lista('ferari')).toMatchObject({ simili: true, totale: 1, ospiti: [{ id: ferrari }] });
    expect(lista('bruno')).toMatchObject({ simili: false, totale: 2 });
    expect(lista('rossi')).toMatchObject({ simili: false, totale: 0 });
  });

  test('a new name is found at once: the index follows the log', () => {
    const { ctx, cerca } = scena();
    expect(cerca('zamboni')).toEqual([]);
    const { ospiteId } = ospiteDiProva(ctx, { cognome: 'Zamboni' });
    expect(cerca('zamobni')).toEqual([ospiteId]);
  });

  test('who is being written may be somebody: each with why', () => {
    const { ctx, ferrari } = scena();
    const simili = (altro: object) =>
      listSimiliA(ctx, {
        ...{ cognome: '', nome: '', dataNascita: null, codiceFiscale: null, tranne: null },
        ...altro,
      }).map(({ id, perche }) => [id, perche]);
    expect(simili({ cognome: 'Ferari', nome: 'Brunno' })).toEqual([[ferrari, 'cognome e nome simili']]);
    expect(simili({ cognome: 'Ferari', nome: 'B', dataNascita: '1983-07-14' })).toEqual([
      [ferrari, 'stessa data di nascita, cognome simile'],
    ]);
    expect(simili({ cognome: 'Bruno', nome: 'Ferrari' })).toEqual([[ferrari, 'cognome e nome scambiati']]);
    expect(simili({ cognome: 'Ferari', nome: 'Bruno', tranne: ferrari })).toEqual([]);
    expect(simili({ cognome: 'Neri' })).toEqual([]);
  });

  test('ten thousand guests: how long a search takes is said, not asserted', () => {
    const { ctx } = scena();
    const sillabe = ['fer', 'ra', 'ri', 'bian', 'chi', 'mo', 'ret', 'ti', 'zan', 'et', 'co', 'lom', 'bo', 'gal', 'li'];
    const nome = (n: number) =>
      [0, 1, 2]
        .map((k) => sillabe[Math.floor(n / 15 ** k) % 15])
        .join('')
        .toUpperCase();
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      for (let n = 0; n < 10_000; n++) {
        const [cognome, dato] = [nome(n * 7 + 1), nome(n * 13 + 5)];
        const chi = { cognome, nome: dato, chiaveNome: `${cognome} ${dato}`, sesso: 'M' };
        tx.insert('ospiti', { ...chi, dataNascita: `19${50 + (n % 50)}-01-01`, personaId: `p${n}` });
      }
    });
    searchOspiti(ctx, { testo: 'x', limite: 8 });
    const righe = ['ferrari', 'moretri zan', 'bianchcolom'].map((testo) => {
      const inizio = performance.now();
      const quanti = searchOspiti(ctx, { testo, limite: 8 }).length;
      return `${testo}: ${(performance.now() - inizio).toFixed(1)} ms (${quanti})`;
    });
    const inizio = performance.now();
    const tutti = listOspiti(ctx, { testo: '', stato: 'tutti', limite: 20_000 });
    righe.push(`tutti: ${(performance.now() - inizio).toFixed(1)} ms (${tutti.ospiti.length})`);
    process.stderr.write(`10.000 ospiti: ${righe.join(', ')}\n`);
    expect(tutti.ospiti).toHaveLength(10_002);
  });
});

describe('alerts', () => {
  test('on the guest’s page and on the row of lists while they hold; corrected, taken away', () => {
    const { ctx, ferrari: ospiteId } = scena();
    const { id } = addAvvertenza(ctx, {
      ospiteId,
      tipo: 'allergia',
      testo: 'penicillina',
      dal: '2025-01-13',
      al: null,
    });
    addAvvertenza(ctx, { ospiteId, tipo: 'rischio', testo: 'passato', dal: '2025-01-13', al: '2025-02-01' });
    const inLista = () => listOspiti(ctx, { testo: 'ferrari', stato: 'tutti', limite: 5 }).ospiti[0]?.avvertenze;
    expect(inLista()).toEqual([{ tipo: 'allergia', testo: 'penicillina' }]);
    expect(listAvvertenzeDiOggi(ctx)).toEqual([
      { ospiteId, cognome: 'Ferrari', nome: 'Bruno', tipo: 'allergia', testo: 'penicillina' },
    ]);
    expect(getOspite(ctx, { ospiteId }).avvertenze).toHaveLength(2);
    saveAvvertenza(ctx, { id, prima: { testo: 'penicillina' }, dopo: { testo: 'amoxicillina' } });
    expect(inLista()).toEqual([{ tipo: 'allergia', testo: 'amoxicillina' }]);
    expect(() => saveAvvertenza(ctx, { id, prima: {}, dopo: { al: '2024-01-01' } })).toThrow('prima del primo');
    removeAvvertenza(ctx, { id });
    expect(inLista()).toEqual([]);
    expect(listAvvertenzeDiOggi(ctx)).toEqual([]);
  });

  test('the alerts of today are said under every ospite of the person, so that no form about them is without', () => {
    const { ctx, ferrari, niccolo } = scena();
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.update('ospiti', niccolo, { personaId: ferrari });
    });
    addAvvertenza(ctx, { ospiteId: ferrari, tipo: 'salute', testo: 'celiaco', dal: '2025-04-01', al: null });
    addAvvertenza(ctx, { ospiteId: ferrari, tipo: 'rischio', testo: 'domani', dal: '2025-04-04', al: null });
    expect(listAvvertenzeDiOggi(ctx).map(({ ospiteId, testo }) => [ospiteId, testo])).toEqual([
      [niccolo, 'celiaco'],
      [ferrari, 'celiaco'],
    ]);
  });
});
