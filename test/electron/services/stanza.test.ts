import { describe, expect, test } from 'vitest';
import { postiDelGiorno } from '../../../domain/posti.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { exportFoglio, importFoglio } from '../../../electron/services/foglio.ts';
import { closeMese } from '../../../electron/services/mese.ts';
import { listOperatori, saveOperatore } from '../../../electron/services/operatore.ts';
import { removePosti, savePosti } from '../../../electron/services/posti.ts';
import { assignAlloggio, listStanze, saveStanza } from '../../../electron/services/stanza.ts';
import { listStrutture, saveModulo } from '../../../electron/services/struttura.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';
import { type FileDato, registroVuoto, senzaErrori } from '../foglio/cartella.ts';

const STANZA = {
  struttura: 'CASA00',
  nome: 'Stanza 1',
  modulo: 'CASA00-TR',
  letti: 1,
  dal: '2024-01-01',
  al: null,
};

describe('rooms', () => {
  test('who sleeps where, from a day on; more guests than beds is said', () => {
    const ctx = comunitaDiProva();
    const a = ospiteDiProva(ctx);
    const b = ospiteDiProva(ctx, { cognome: 'Bassi' });
    const uno = saveStanza(ctx, STANZA).id;
    const due = saveStanza(ctx, { ...STANZA, nome: 'Stanza 2', letti: 2, modulo: null }).id;
    const dove = (giorno: string) => {
      const { stanze, senzaStanza, letti } = listStanze(ctx, { struttura: 'CASA00', giorno });
      const dentro = Object.fromEntries(stanze.map((s) => [s.nome, s.chi.map((c) => c.cognome)]));
      return { ...dentro, senza: senzaStanza.map((c) => c.cognome), letti };
    };
    expect(dove('2025-04-03')).toEqual({ 'Stanza 1': [], 'Stanza 2': [], senza: ['Bassi', 'Ferrari'], letti: 3 });
    expect(
      assignAlloggio(ctx, { ingressoId: a.ingressoId, dal: '2025-01-13', stanzaId: uno, letto: 'A' }).avvisi,
    ).toEqual([]);
    const { avvisi } = assignAlloggio(ctx, { ingressoId: b.ingressoId, dal: '2025-02-01', stanzaId: uno, letto: null });
    expect(avvisi.join()).toContain('un letto e 2 ospiti');
    assignAlloggio(ctx, { ingressoId: a.ingressoId, dal: '2025-03-01', stanzaId: due, letto: null });
    expect(dove('2025-01-31')).toMatchObject({ 'Stanza 1': ['Ferrari'], senza: ['Bassi'] });
    expect(dove('2025-03-01')).toMatchObject({ 'Stanza 1': ['Bassi'], 'Stanza 2': ['Ferrari'], senza: [] });
    // an earlier change takes the place of the later ones; a same one is no gesture
    assignAlloggio(ctx, { ingressoId: a.ingressoId, dal: '2025-02-15', stanzaId: null, letto: null });
    expect(dove('2025-03-01')).toMatchObject({ 'Stanza 2': [], senza: ['Ferrari'] });
    expect(
      assignAlloggio(ctx, { ingressoId: a.ingressoId, dal: '2025-02-15', stanzaId: null, letto: null }).voce,
    ).toBeNull();
    // closed from March on: who slept there has no room
    saveStanza(ctx, { id: uno, prima: { al: null }, dopo: { al: '2025-02-28' } });
    expect(dove('2025-03-01')).toMatchObject({ senza: ['Bassi', 'Ferrari'], letti: 2 });
  });

  test('refused: outside the stay, a room closed or of another struttura, two rooms with a name', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx);
    const { id } = saveStanza(ctx, { ...STANZA, al: '2025-01-31' });
    const altrove = saveStanza(ctx, { ...STANZA, struttura: 'CASA01', modulo: null }).id;
    const nuovo = { ingressoId, dal: '2025-02-01', stanzaId: id, letto: null };
    expect(() => assignAlloggio(ctx, nuovo)).toThrow('non è in uso');
    expect(() => assignAlloggio(ctx, { ...nuovo, dal: '2025-01-12' })).toThrow('non è un giorno');
    expect(() => assignAlloggio(ctx, { ...nuovo, stanzaId: altrove })).toThrow('altra struttura');
    expect(() => saveStanza(ctx, { ...STANZA, nome: 'STANZA 1' })).toThrow('C’è già');
    expect(() => saveStanza(ctx, { ...STANZA, dal: '2025-02-01' })).not.toThrow();
    expect(() => saveStanza(ctx, { ...STANZA, nome: 'Altra', al: '2023-12-31' })).toThrow('prima');
  });
});

describe('places', () => {
  const moduloDi = (ctx: Contesto) => listStrutture(ctx)[0]?.moduli.find((m) => m.codice === 'CASA00-TR');
  const posti = (ctx: Contesto, giorno: string) => {
    return postiDelGiorno(
      (moduloDi(ctx)?.posti ?? []).map((p) => ({ ...p, moduloId: 'm' })),
      giorno,
    );
  };
  const LAVORI = {
    modulo: 'CASA00-TR',
    validoDal: '2025-05-01',
    validoAl: '2025-05-31',
    accreditati: 5,
    disponibili: 2,
    motivo: 'lavori al secondo piano',
  };

  test('works take places away for a while, then they are back by themselves; corrected, taken away', () => {
    const ctx = comunitaDiProva();
    const { id } = savePosti(ctx, LAVORI);
    expect(['2025-04-30', '2025-05-01', '2025-05-31', '2025-06-01'].map((g) => posti(ctx, g).disponibili)).toEqual([
      4, 2, 2, 4,
    ]);
    savePosti(ctx, { id, prima: { validoAl: '2025-05-31' }, dopo: { validoAl: '2025-06-15' } });
    expect(posti(ctx, '2025-06-10').disponibili).toBe(2);
    removePosti(ctx, { id });
    expect(posti(ctx, '2025-05-10').disponibili).toBe(4);
    expect(savePosti(ctx, { ...LAVORI, accreditati: 1 }).avvisi.join()).toContain('più degli accreditati');
  });

  test('works with more guests than the places left are told when they are written, not when they begin', () => {
    const ctx = comunitaDiProva();
    for (let n = 0; n < 3; n++) ospiteDiProva(ctx, { cognome: `Prova${'abc'[n]}` });
    const oltre = (disponibili: number) =>
      savePosti(ctx, { ...LAVORI, validoDal: `2025-05-0${disponibili + 1}`, disponibili }).avvisi.join();
    expect(oltre(1)).toContain('posti occupati su 1');
    expect(oltre(5)).toBe('');
  });

  test('a new accreditation with works planned: the works stand over it, and after them its places are there', () => {
    const ctx = comunitaDiProva();
    savePosti(ctx, LAVORI);
    const modulo = { struttura: 'CASA00', codice: 'CASA00-TR', nome: 'TR', tipologia: 'TR', conta: 'adulti' } as const;
    saveModulo(ctx, { ...modulo, validoDal: '2025-04-01', accreditati: 25, disponibili: 25 });
    const giorni = ['2025-03-31', '2025-04-01', '2025-05-01', '2025-05-31', '2025-06-01', '2030-01-01'];
    expect(giorni.map((g) => posti(ctx, g).disponibili)).toEqual([4, 25, 2, 2, 25, 25]);
  });

  test('a period that begins during works counts from its first day: it is said, with what to do', () => {
    const ctx = comunitaDiProva();
    savePosti(ctx, LAVORI);
    const nuovo = {
      ...LAVORI,
      validoDal: '2025-05-10',
      validoAl: null,
      accreditati: 25,
      disponibili: 25,
      motivo: null,
    };
    const { avvisi } = savePosti(ctx, nuovo);
    expect(avvisi.join()).toMatch(/contano 25 posti disponibili.*lavori al secondo piano.*i posti restano 2/);
    expect(posti(ctx, '2025-05-10').disponibili).toBe(25);
  });

  test('a workbook with works, inside a dated period and across its end, comes back as it went', async () => {
    const ctx = comunitaDiProva();
    savePosti(ctx, {
      ...LAVORI,
      validoDal: '2025-07-01',
      validoAl: '2025-12-31',
      motivo: null,
      accreditati: 8,
      disponibili: 8,
    });
    savePosti(ctx, { ...LAVORI, validoDal: '2025-08-01', validoAl: '2025-08-31' });
    savePosti(ctx, { ...LAVORI, validoDal: '2025-12-20', validoAl: '2026-01-10' });
    const [xlsx] = (await exportFoglio(ctx, 'xlsx')) as FileDato[];
    const altrove = registroVuoto();
    senzaErrori(await importFoglio(altrove, { file: xlsx ? [xlsx] : [] }));
    const periodi = (dove: Contesto) =>
      moduloDi(dove)?.posti.map((p) => [p.validoDal, p.validoAl, p.accreditati, p.disponibili, p.motivo]);
    expect(periodi(altrove)).toEqual(periodi(ctx));
    expect(periodi(altrove)).toHaveLength(4);
  });

  test('refused: two periods from one day, days upside down, what would alter a closed month', () => {
    const ctx = comunitaDiProva();
    expect(() => savePosti(ctx, { ...LAVORI, validoDal: '2020-01-01' })).toThrow('C’è già');
    expect(() => savePosti(ctx, { ...LAVORI, validoAl: '2025-04-30' })).toThrow('prima');
    closeMese(ctx, { struttura: 'CASA00', mese: '2025-02', conMancanti: false });
    const marzo = { ...LAVORI, validoDal: '2025-03-01' };
    expect(() => savePosti(ctx, { ...LAVORI, validoDal: '2025-02-10' })).toThrow('febbraio 2025 è chiuso');
    const { id } = savePosti(ctx, marzo);
    expect(() => savePosti(ctx, { id, prima: {}, dopo: { validoDal: '2025-02-28' } })).toThrow('chiuso');
    const vecchi = listStrutture(ctx)[0]?.moduli[0]?.posti[0]?.id ?? '';
    expect(() => removePosti(ctx, { id: vecchi })).toThrow('chiuso');
    const modulo = { struttura: 'CASA00', codice: 'CASA00-TR', nome: 'TR', tipologia: 'TR', conta: 'adulti' } as const;
    expect(() => saveModulo(ctx, { ...modulo, validoDal: '2025-02-15', accreditati: 9, disponibili: 9 })).toThrow(
      'chiuso',
    );
    expect(() => saveModulo(ctx, { ...modulo, validoDal: '2025-06-15', accreditati: 9, disponibili: 9 })).not.toThrow();
  });
});

test('staff, with the days: those who left last', () => {
  const ctx = comunitaDiProva();
  const anna = {
    struttura: 'CASA00',
    id: null,
    nome: 'VERDI Anna',
    qualifica: 'educatrice',
    dal: '2020-01-01',
    al: null,
  };
  const { id } = saveOperatore(ctx, anna);
  saveOperatore(ctx, { ...anna, nome: 'ZANI Ugo' });
  saveOperatore(ctx, { id, prima: { al: null }, dopo: { al: '2025-03-31' } });
  expect(listOperatori(ctx, { struttura: 'CASA00' }).map((o) => [o.nome, o.al])).toEqual([
    ['ZANI Ugo', null],
    ['VERDI Anna', '2025-03-31'],
  ]);
  expect(listOperatori(ctx, { struttura: 'CASA01' })).toEqual([]);
  expect(() => saveOperatore(ctx, { ...anna, al: '2019-01-01' })).toThrow('prima');
});
