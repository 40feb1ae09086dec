import { describe, expect, test } from 'vitest';
import type { INCONTRI_CONTATTO } from '../../../domain/contatto.ts';
import { searchAgenda } from '../../../electron/services/agenda.ts';
import { addContatto } from '../../../electron/services/contatto.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import {
  getIncontro,
  listIncontriContatti,
  listIncontriProtetti,
  registerIncontro,
  saveIncontro,
} from '../../../electron/services/incontro.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';

const PERIODO = { struttura: 'CASA00', dal: '2025-01-01', al: '2025-12-31' } as const;
const INCONTRO = { struttura: 'CASA00', data: '2025-04-02', servizio: 'famiglia', modalita: 'presenza' } as const;

function padre(ctx: Contesto, ospiteId: string, incontri: (typeof INCONTRI_CONTATTO)[number], riservato = false) {
  const come = { ospiteId, legame: 'padre', nome: 'Mario Rossi', telefono: null, tipo: 'genitore' } as const;
  return addContatto(ctx, { ...come, incontri, riservato });
}

describe('protected meetings', () => {
  test('the kind says it: registered, corrected, and of one written before it did', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const nuovo = { ...INCONTRO, stato: 'fatto' as const, ospiti: [ospiteId] };
    const registro = () => listIncontriProtetti(ctx, PERIODO).map(({ id }) => id);
    const a = registerIncontro(ctx, { ...nuovo, tipoFamiglia: 'incontro_protetto', protetto: false });
    expect(registro()).toEqual([a.id]);
    expect(a.avvisi).toContainEqual(expect.stringContaining('chi ha osservato'));
    const b = registerIncontro(ctx, { ...nuovo, tipoFamiglia: 'incontro_famigliari' });
    saveIncontro(ctx, {
      ...{ id: b.id, prima: { tipoFamiglia: 'incontro_famigliari' }, dopo: { tipoFamiglia: 'incontro_protetto' } },
    });
    expect(registro().toSorted()).toEqual([a.id, b.id].toSorted());
    // as a workbook may bring it: the kind alone. It is in the register, and what the form saw is no conflict
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) =>
      tx.update('incontri', b.id, { protetto: false }),
    );
    expect(registro()).toHaveLength(2);
    expect(getIncontro(ctx, { id: b.id }).protetto).toBe(true);
    const visto = { tipoFamiglia: 'incontro_protetto', protetto: true };
    const esito = saveIncontro(ctx, {
      ...{ id: b.id, prima: visto, dopo: { tipoFamiglia: 'incontro_famigliari', protetto: false } },
    });
    expect(esito.contese).toEqual([]);
    expect(registro()).toEqual([a.id]);
  });
});

test('a report due before the meeting it is about is remarked', () => {
  const ctx = comunitaDiProva();
  const { ospiteId } = ospiteDiProva(ctx);
  const entro = (relazioneEntro: string) =>
    registerIncontro(ctx, { ...INCONTRO, stato: 'fatto', ospiti: [ospiteId], relazioneEntro }).avvisi.filter((avviso) =>
      avviso.includes('prima dell’incontro'),
    );
  expect(entro('2025-04-01')).toHaveLength(1);
  expect(entro('2025-04-02')).toEqual([]);
});

describe('who may not be met', () => {
  test.each([
    ['Mario Rossi', /^Mario Rossi \(padre\): gli incontri sono vietati/],
    ['Rossi Mario', /^Mario Rossi \(padre\): gli incontri sono vietati/],
    ['sig. Rossi', /^Tra chi è venuto può esserci Mario Rossi \(padre\): gli incontri sono vietati/],
    ['il padre', /^Tra chi è venuto può esserci Mario Rossi \(padre\)/],
    ['Mario G. Rossi', /^Mario Rossi/],
  ])('is said however it is written: «%s»', (partecipanti, frase) => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    padre(ctx, ospiteId, 'vietato');
    const incontro = { ...INCONTRO, tipoFamiglia: 'incontro_famigliari', ospiti: [ospiteId], partecipanti };
    expect(registerIncontro(ctx, { ...incontro, stato: 'previsto' }).avvisi).toEqual([expect.stringMatching(frase)]);
    expect(registerIncontro(ctx, { ...incontro, stato: 'annullato' }).avvisi).toEqual([]);
  });

  test('only protected meetings: said where the meeting is not one', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    padre(ctx, ospiteId, 'protetto');
    const incontro = { ...INCONTRO, stato: 'previsto' as const, ospiti: [ospiteId], partecipanti: 'Rossi Mario' };
    expect(registerIncontro(ctx, { ...incontro, tipoFamiglia: 'incontro_famigliari' }).avvisi).toEqual([
      'Mario Rossi (padre): solo incontri protetti, e questo non lo è. Controllare prima di confermare.',
    ]);
    expect(registerIncontro(ctx, { ...incontro, tipoFamiglia: 'incontro_protetto' }).avvisi).toEqual([]);
  });

  test('the persons around the guests are offered; under a code, only their code', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    padre(ctx, ospiteId, 'vietato', true);
    expect(listIncontriContatti(ctx, { ospiti: [ospiteId] })).toEqual([
      { ospiteId, nome: expect.stringMatching(/^C-/), legame: 'padre', incontri: 'vietato', riservato: true },
    ]);
    expect(listIncontriContatti(ctx, { ospiti: [] })).toEqual([]);
  });
});

test('a report sent before its meeting, or on a day to come, is saved, said, and among what is to be completed', () => {
  const ctx = comunitaDiProva();
  const { ospiteId } = ospiteDiProva(ctx);
  const nuovo = { ...INCONTRO, servizio: 'serd', stato: 'fatto' as const, ospiti: [ospiteId] };
  const daCompletare = () =>
    searchAgenda(ctx, { ...PERIODO, testo: '', genere: null, solo: 'ritardo', limite: 50 }).righe.map(({ id }) => id);
  const { id, avvisi } = registerIncontro(ctx, { ...nuovo, relazioneEntro: '2025-04-30', relazioneData: '2025-04-01' });
  expect(avvisi).toEqual(['Relazione: mar 1 apr viene prima dell’incontro (mer 2 apr): controllare il giorno.']);
  expect(daCompletare()).toEqual([id]);
  const domani = saveIncontro(ctx, {
    ...{ id, prima: { relazioneData: '2025-04-01' }, dopo: { relazioneData: '2025-04-04' } },
  });
  expect(domani.avvisi).toEqual([expect.stringContaining('ven 4 apr è nel futuro')]);
  expect(daCompletare()).toEqual([id]);
  saveIncontro(ctx, { id, prima: { relazioneData: '2025-04-04' }, dopo: { relazioneData: '2025-04-02' } });
  expect(daCompletare()).toEqual([]);
});
