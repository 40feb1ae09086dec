import { describe, expect, test } from 'vitest';
import { undoModifica } from '../../../electron/services/annulla.ts';
import { type Contesto, gesto } from '../../../electron/services/contesto.ts';
import { closeMese } from '../../../electron/services/mese.ts';
import { modificaRiga } from '../../../electron/services/modifica.ts';
import { getSospeso, removeSospeso, saveSospeso } from '../../../electron/services/sospeso.ts';
import { getStruttura } from '../../../electron/services/struttura.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';

const altra = (ctx: Contesto): Contesto => ({
  ...ctx,
  utente: { ...ctx.utente, accountId: 'a2', nome: 'BIANCHI Ada' },
});

function scena() {
  const ctx = comunitaDiProva();
  const { ospiteId } = ospiteDiProva(ctx);
  const strutturaId = getStruttura(ctx.store, 'CASA00').id;
  const visita = ctx.store.write(gesto(ctx, 'prova'), (tx) => ({
    id: tx.insert('visite', { ospiteId, strutturaId, data: '2025-04-02', tipo: 'mmg' }),
    voce: tx.voce,
  }));
  const cambia = (chi: Contesto, prima: object, dopo: object) =>
    modificaRiga(chi, 'visite', 'prova', { ospiteId }, { id: visita.id, prima: { ...prima }, dopo: { ...dopo } });
  const letta = () => ctx.store.find('visite', visita.id);
  return { ctx, ospiteId, strutturaId, visita, cambia, letta };
}

describe('two people on one record', () => {
  test('different fields merge', () => {
    const { ctx, cambia, letta } = scena();
    expect(cambia(ctx, { luogo: null }, { luogo: 'Brescia' }).contese).toEqual([]);
    expect(cambia(altra(ctx), { esito: null }, { esito: 'tutto bene' }).contese).toEqual([]);
    expect(letta()).toMatchObject({ luogo: 'Brescia', esito: 'tutto bene' });
  });

  test('the same field asks with both sentences and who wrote the other; nothing is written', () => {
    const { ctx, cambia, letta } = scena();
    cambia(ctx, { luogo: null }, { luogo: 'Brescia' });
    cambia(ctx, { esito: null }, { esito: 'fatto' });
    const esito = cambia(altra(ctx), { luogo: null, tipo: 'mmg' }, { luogo: 'Manerbio', tipo: 'prelievo' });
    expect(esito.contese).toMatchObject([{ campo: 'luogo', mio: 'Manerbio', loro: 'Brescia', chi: 'ROSSI Maria' }]);
    expect(esito.voce).toBeNull();
    expect(letta()).toMatchObject({ luogo: 'Brescia', tipo: 'mmg' });
    // having seen the other, they decide
    expect(cambia(altra(ctx), { luogo: 'Brescia' }, { luogo: 'Manerbio' }).contese).toEqual([]);
    expect(letta()?.luogo).toBe('Manerbio');
  });

  test('both wrote the same: nothing to ask, nothing to write', () => {
    const { ctx, cambia } = scena();
    cambia(ctx, { luogo: null }, { luogo: 'Brescia' });
    expect(cambia(altra(ctx), { luogo: null }, { luogo: 'Brescia' })).toMatchObject({ voce: null, contese: [] });
  });

  test('a row taken away meanwhile is said in a sentence', () => {
    const { ctx, visita, cambia } = scena();
    ctx.store.write(gesto(ctx, 'prova'), (tx) => tx.remove('visite', visita.id));
    expect(() => cambia(ctx, {}, { luogo: 'Brescia' })).toThrow('non c’è più');
  });
});

describe('undoing the last saving', () => {
  test('a new row goes, a changed one is as it was, and the log tells both gestures', () => {
    const { ctx, visita, cambia, letta } = scena();
    const { voce } = cambia(ctx, { luogo: null }, { luogo: 'Brescia' });
    undoModifica(ctx, { voce: voce ?? 0 });
    expect(letta()?.luogo).toBeNull();
    expect(ctx.store.registro.last().seq).toBe((voce ?? 0) + 1);
    expect(() => undoModifica(ctx, { voce: visita.voce })).toThrow('è cambiata ancora');
  });

  test('what was just added is taken away; undoing that brings it back', () => {
    const { ctx, visita, letta } = scena();
    undoModifica(ctx, { voce: visita.voce });
    expect(letta()?.deletedAtMs).not.toBeNull();
    undoModifica(ctx, { voce: ctx.store.registro.last().seq });
    expect(letta()?.deletedAtMs).toBeNull();
  });

  test('participants come back with their meeting', () => {
    const { ctx, ospiteId, strutturaId } = scena();
    const id = ctx.store.write(gesto(ctx, 'prova'), (tx) => {
      const nuovo = tx.insert('incontri', { strutturaId, data: '2025-04-02', servizio: 'serd', modalita: 'presenza' });
      tx.setPartecipanti('incontri', nuovo, [ospiteId]);
      return nuovo;
    });
    const voce = ctx.store.write(gesto(ctx, 'prova'), (tx) => {
      tx.setPartecipanti('incontri', id, []);
      return tx.voce;
    });
    undoModifica(ctx, { voce });
    expect(ctx.store.write(gesto(ctx, 'prova'), (tx) => tx.listPartecipanti('incontri', id))).toEqual([ospiteId]);
  });

  test('only one’s own, only while the month is open, never a stay', () => {
    const { ctx, visita, ospiteId } = scena();
    expect(() => undoModifica(altra(ctx), { voce: visita.voce })).toThrow('un’altra persona');
    const stay = ctx.store.write(gesto(ctx, 'prova'), (tx) => {
      const [riga] = ctx.store.select('ingressi', 't.ospite_id = @ospiteId', { ospiteId });
      tx.update('ingressi', riga?.id ?? '', { dataDimissione: '2025-04-01' });
      return tx.voce;
    });
    expect(() => undoModifica(ctx, { voce: stay })).toThrow('non si annulla con un tasto');
    const chiusa = { ...ctx, oggi: () => '2025-05-03' };
    closeMese(chiusa, { struttura: 'CASA00', mese: '2025-04', conMancanti: true });
    expect(() => undoModifica(ctx, { voce: visita.voce })).toThrow('aprile 2025 è chiuso');
  });
});

describe('what somebody was typing', () => {
  test('is theirs, the last one, and no line of the log', () => {
    const { ctx } = scena();
    const prima = ctx.store.registro.last().seq;
    saveSospeso(ctx, { chiave: 'visita:nuova', dati: '{"luogo":"Bre"}' });
    saveSospeso(ctx, { chiave: 'visita:nuova', dati: '{"luogo":"Brescia"}' });
    expect(getSospeso(ctx, { chiave: 'visita:nuova' })).toMatchObject({ dati: '{"luogo":"Brescia"}' });
    expect(getSospeso(altra(ctx), { chiave: 'visita:nuova' })).toBeNull();
    expect(getSospeso(ctx, { chiave: 'visita:altra' })).toBeNull();
    expect(ctx.store.registro.last().seq).toBe(prima);
    removeSospeso(ctx, { chiave: 'visita:nuova' });
    expect(getSospeso(ctx, { chiave: 'visita:nuova' })).toBeNull();
  });
});
