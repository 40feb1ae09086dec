import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrivati, fraseDi, meseInAttesa, parolaDi, segnoDi } from '../../../renderer/consegne/consegne-stato.ts';
import {
  anniDi,
  chiavePacco,
  daImportare,
  daRegistrare,
  gruppiDi,
  revisioneSeguente,
  unisci,
} from '../../../renderer/consegne/piano.ts';
import { anno, cella, esito, piano, rifiutato } from './consegne-di-prova.ts';

const file = (nome: string, testo = nome) => ({ nome, bytes: new TextEncoder().encode(testo) });

describe('a plan', () => {
  test('is grouped by what it would do, each group by struttura, month and revision', () => {
    const pacchi = [
      piano('b', { struttura: 'CASA01' }),
      rifiutato('x', 'Il file è alterato.'),
      piano('a2', { revisione: 2, stato: 'sostituito' }),
      piano('a1'),
      piano('vecchio', { stato: 'invariato', mese: '2025-01' }),
    ];
    const { nuovi, fermi, rifiutati } = gruppiDi(pacchi);
    expect(nuovi.map((p) => p.file)).toEqual(['a1', 'a2', 'b']);
    expect(fermi.map((p) => p.file)).toEqual(['vecchio']);
    expect(rifiutati.map((p) => p.file)).toEqual(['x']);
  });

  test('what is refused is not sent, everything else is', () => {
    const letti = [file('a'), file('b'), file('x')];
    const pacchi = [piano('a'), piano('b', { stato: 'invariato' }), rifiutato('x', 'no')];
    expect(daImportare(letti, pacchi).map((f) => f.nome)).toEqual(['a', 'b']);
  });

  test('a parcel already recorded has nothing left to do; an older revision not yet here has', () => {
    const ripetuto = piano('a', { stato: 'invariato' });
    const vecchio = piano('b', { stato: 'invariato', mese: '2025-02' });
    const ricevuti = new Set([chiavePacco({ struttura: 'CASA00', mese: '2025-03', revisione: 1 })]);
    expect(daRegistrare([ripetuto, vecchio], ricevuti)).toEqual([vecchio]);
  });

  test('says when a later revision of the same month is given together', () => {
    const insieme = [piano('r1'), piano('r2', { revisione: 2 }), piano('altro', { mese: '2025-02', revisione: 3 })];
    expect(revisioneSeguente(piano('r1'), insieme)).toBe(2);
    expect(revisioneSeguente(piano('r2', { revisione: 2 }), insieme)).toBeNull();
    expect(revisioneSeguente(rifiutato('x', 'no'), [...insieme, rifiutato('y', 'no')])).toBeNull();
  });

  test('adding files never loses one, never takes the same twice, and keeps every name distinct', () => {
    const voce = fc.record({ nome: fc.constantFrom('a', 'b', 'c'), testo: fc.constantFrom('1', '2', '3', '4') });
    fc.assert(
      fc.property(fc.array(voce), fc.array(voce), (prima, poi) => {
        const leggi = (voci: { nome: string; testo: string }[]) => voci.map((v) => file(v.nome, v.testo));
        const tutti = unisci(unisci([], leggi(prima)), leggi(poi));
        const contenuti = tutti.map((f) => new TextDecoder().decode(f.bytes));
        expect(new Set(contenuti)).toEqual(new Set([...prima, ...poi].map((v) => v.testo)));
        expect(new Set(contenuti).size).toBe(contenuti.length);
        expect(new Set(tutti.map((f) => f.nome)).size).toBe(tutti.length);
      }),
    );
  });

  test('the years changed are those of what was imported', () => {
    const esiti = [
      esito('a'),
      esito('b', { mese: '2024-12', stato: 'sostituito' }),
      esito('c', { mese: '2023-01', stato: 'invariato' }),
    ];
    expect(anniDi(esiti)).toEqual([2024, 2025]);
  });
});

describe('a cell of the board', () => {
  test('a month not yet over is not missing', () => {
    expect(segnoDi(cella('2025-03'), '2025-03')).toBe('mancante');
    expect(segnoDi(cella('2025-04'), '2025-03')).toBe('futuro');
    expect(segnoDi(cella('2025-04', { stato: 'ricevuto' }), '2025-03')).toBe('ricevuto');
  });

  test('says struttura, month, word, day, revision and number', () => {
    const dati = anno();
    const [aurora, brolo] = dati.righe;
    if (!aurora || !brolo) throw new Error('manca');
    const [gennaio, febbraio] = aurora.celle;
    if (!gennaio || !febbraio || !brolo.celle[1]) throw new Error('manca');
    expect(fraseDi(aurora, gennaio, dati.ultimoDovuto)).toBe(
      'Casa Aurora, gennaio 2025: ricevuto 05/02/2025, revisione 1, n. 1',
    );
    expect(parolaDi(febbraio, 'con_avvisi')).toBe('2 avvisi');
    expect(fraseDi(aurora, febbraio, dati.ultimoDovuto)).toContain('2 avvisi, ricevuto 05/02/2025');
    expect(fraseDi(brolo, brolo.celle[1], dati.ultimoDovuto)).toBe('Casa Brolo, febbraio 2025: manca');
  });

  test('how many have arrived of the month that matters', () => {
    const dati = anno();
    expect(meseInAttesa(dati)).toBe('2025-03');
    expect(arrivati(dati, '2025-03')).toBe(1);
    expect(meseInAttesa({ ...dati, ultimoDovuto: '2026-02' })).toBe('2025-12');
    expect(meseInAttesa({ ...dati, ultimoDovuto: '2024-12' })).toBeNull();
  });
});
