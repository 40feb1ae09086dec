import { describe, expect, test } from 'vitest';
import { undoModifica } from '../../../electron/services/annulla.ts';
import { registerAssenza } from '../../../electron/services/assenza.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { type Dimissione, registerDimissione } from '../../../electron/services/dimissione.ts';
import { getDimissione } from '../../../electron/services/dimissione-uscita.ts';
import { changeModulo, getIngresso } from '../../../electron/services/ingresso.ts';
import { closeMese } from '../../../electron/services/mese.ts';
import { reopenDimissione } from '../../../electron/services/riapertura.ts';
import { registerVisita } from '../../../electron/services/visita.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';
import { assenza, dipingi, dipingiMese, dueVoci, lettere } from './assenza-scena.ts';

const OGGI = '2025-03-20';
const PIENO = `${'P'.repeat(20)}${'.'.repeat(11)}`;

function dimissione(ingressoId: string, dataDimissione: string, altro: Partial<Dimissione> = {}): Dimissione {
  const vuoti = { esito: 'concluso', destinazione: null, versoStruttura: null, versoModulo: null };
  return { ...vuoti, ingressoId, dataDimissione, ...altro };
}

/** Twenty days of March, a modulo changed on the 15th, leave granted for the 25th, a visit booked. */
function scena() {
  const ctx = comunitaDiProva(OGGI);
  ctx.store.oggi = ctx.oggi;
  const { ingressoId, ospiteId } = ospiteDiProva(ctx);
  dipingiMese(ctx, ingressoId, '2025-03', 'P', OGGI);
  changeModulo(ctx, { ingressoId, dal: '2025-03-15', modulo: 'CASA00-ALC' });
  const permesso = { rientroPrevisto: '2025-03-27', destinazione: 'a casa' };
  registerAssenza(ctx, assenza(ingressoId, '2025-03-25', null, permesso));
  registerVisita(ctx, {
    ...{ struttura: 'CASA00', ospiteId, data: '2025-03-24', tipo: 'mmg', stato: 'previsto', ora: null, luogo: null },
    ...{ mezzo: null, accompagnamento: null, accompagnatore: null, esito: null, prossima: null },
  });
  return { ctx, ingressoId, riapri: () => reopenDimissione(ctx, { ingressoId, motivo: 'data sbagliata' }).avvisi };
}

function stato(ctx: Contesto, ingressoId: string) {
  const vive = { where: 't.ingresso_id = @id AND t.deleted_at_ms IS NULL', id: ingressoId };
  return {
    lettere: lettere(ctx, ingressoId, '2025-03'),
    moduli: getIngresso(ctx, { ingressoId }).moduli,
    assenze: ctx.store
      .select('assenze', vive.where, { id: vive.id })
      .map(({ uscita, rientro, rientroPrevisto, destinazione }) => [uscita, rientro, rientroPrevisto, destinazione]),
    visite: ctx.store.select('visite', 't.deleted_at_ms IS NULL', {}).map((una) => una.stato),
  };
}

describe('reopening gives back what the dimissione took', () => {
  test('codes, modulo, leave and appointments are as they were', () => {
    const { ctx, ingressoId, riapri } = scena();
    const prima = stato(ctx, ingressoId);
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-05', { annullaAppuntamenti: true }));
    expect(stato(ctx, ingressoId)).toMatchObject({ moduli: [{}], assenze: [], visite: ['annullato'] });
    expect(riapri()).toEqual([
      'Rimessi 16 codici di presenza: gli altri giorni dal mer 5 mar sono di nuovo da registrare.',
      'Rimessi com’erano prima della dimissione: i cambi di modulo, le assenze, le visite prenotate.',
    ]);
    expect(stato(ctx, ingressoId)).toEqual(prima);
  });

  test('through a correction of the day too', () => {
    const { ctx, ingressoId, riapri } = scena();
    const prima = stato(ctx, ingressoId);
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-12'));
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-01'));
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-10'));
    riapri();
    expect(stato(ctx, ingressoId)).toEqual(prima);
    // and again
    registerDimissione(ctx, dimissione(ingressoId, '2025-02-27'));
    riapri();
    expect(stato(ctx, ingressoId)).toEqual(prima);
  });

  test('what somebody wrote since stays theirs', () => {
    const { ctx, ingressoId, riapri } = scena();
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-05', { annullaAppuntamenti: true }));
    dipingi(ctx, ingressoId, ['2025-03-02', '2025-03-03'], 'U');
    const [visita] = ctx.store.select('visite', '1 = 1', {});
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.update('visite', visita?.id ?? '', { luogo: 'in reparto' });
    });
    riapri();
    expect(stato(ctx, ingressoId)).toMatchObject({
      lettere: `P${'UU'}${'P'.repeat(17)}${'.'.repeat(11)}`,
      visite: ['annullato'],
    });
  });

  test('a time away cut by the day is whole again, with what was written of it', () => {
    const { ctx, ingressoId, riapri } = scena();
    registerAssenza(ctx, assenza(ingressoId, '2025-03-10', '2025-03-14', { motivo: 'visita ai figli' }));
    const prima = stato(ctx, ingressoId);
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-12'));
    riapri();
    expect(stato(ctx, ingressoId)).toEqual(prima);
  });

  test('who was out is out, up to the day of the reopening', () => {
    const { ctx, ingressoId } = scena();
    registerAssenza(ctx, assenza(ingressoId, '2025-03-18', null, { tipo: 'ricovero', rientroPrevisto: '2025-03-24' }));
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-19'));
    const dopo = { ...ctx, oggi: () => '2025-03-22' };
    ctx.store.oggi = dopo.oggi;
    reopenDimissione(dopo, { ingressoId, motivo: 'data sbagliata' });
    expect(lettere(ctx, ingressoId, '2025-03').slice(16, 24)).toBe('PRRRRR..');
    const [ricovero] = ctx.store.select('assenze', "t.tipo = 'ricovero'", {});
    expect(ricovero).toMatchObject({ rientro: null, rientroPrevisto: '2025-03-24', deletedAtMs: null });
    const { griglia, assenze } = dueVoci(ctx, ingressoId, '2025-03-22');
    expect(griglia).toEqual(assenze);
  });

  test('a stay that came with its dimissione has nothing to give back', () => {
    const { ctx, ingressoId, riapri } = scena();
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-21'));
    expect(lettere(ctx, ingressoId, '2025-03')).toBe(PIENO);
    expect(riapri()[0]).toBe('I giorni dal ven 21 mar sono di nuovo da registrare.');
  });
});

describe('what was written of the exit', () => {
  const uscita = {
    ...{ oggettiResi: 'telefono, chiavi', noteDimissione: 'nota lunga', dataRelazione: '2025-03-06' },
    comunicazioni: [{ a: 'SerD, dott.ssa Riva', fattaIl: '2025-03-06', giuridica: false }],
  };

  test('is the draft of the next dimissione, and nothing of the stay meanwhile', () => {
    const { ctx, ingressoId, riapri } = scena();
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-05', { uscita }));
    riapri();
    expect(ctx.store.find('ingressi', ingressoId)).toMatchObject({ oggettiResi: null, comunicazioni: null });
    expect(getDimissione(ctx, { ingressoId })).toMatchObject({
      ...{ dataDimissione: null, daComunicare: [] },
      uscita: { ...uscita, dataRelazione: null },
    });
  });

  test('holds where the short form discharges, but what was said of the other day is to be said again', () => {
    const { ctx, ingressoId, riapri } = scena();
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-05', { uscita }));
    riapri();
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-18'));
    expect(ctx.store.find('ingressi', ingressoId)).toMatchObject({
      ...{ oggettiResi: 'telefono, chiavi', noteDimissione: 'nota lunga', dataRelazione: null },
      comunicazioni: [{ a: 'SerD, dott.ssa Riva', fattaIl: null, giuridica: false }],
    });
    expect(getDimissione(ctx, { ingressoId }).uscita.oggettiResi).toBe('telefono, chiavi');
  });
});

describe('undoing a riapertura with one key', () => {
  test('the stay ends again, with all that had gone', () => {
    const { ctx, ingressoId } = scena();
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-05', { annullaAppuntamenti: true }));
    const uscita = getDimissione(ctx, { ingressoId });
    const chiusa = stato(ctx, ingressoId);
    const { voce } = reopenDimissione(ctx, { ingressoId, motivo: 'data sbagliata' });
    expect(stato(ctx, ingressoId)).not.toEqual(chiusa);
    undoModifica(ctx, { voce: voce ?? 0 });
    expect(stato(ctx, ingressoId)).toEqual(chiusa);
    expect(getDimissione(ctx, { ingressoId })).toEqual(uscita);
    const { griglia, assenze } = dueVoci(ctx, ingressoId, OGGI);
    expect(griglia).toEqual(assenze);
    // and the stay can be opened again
    reopenDimissione(ctx, { ingressoId, motivo: 'data sbagliata' });
  });

  test('of a transfer, both sides are back', () => {
    const { ctx, ingressoId } = scena();
    const verso = { esito: 'trasferimento_interno', versoStruttura: 'CASA01', versoModulo: 'CASA01-TR' };
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-12', verso));
    const arrivo = ctx.store.select('ingressi', "t.tipo_ingresso = 'trasferimento'", {})[0]?.id ?? '';
    const { voce } = reopenDimissione(ctx, { ingressoId, motivo: 'non è partita' });
    expect(ctx.store.find('ingressi', arrivo)?.deletedAtMs).not.toBeNull();
    undoModifica(ctx, { voce: voce ?? 0 });
    expect(getIngresso(ctx, { ingressoId })).toMatchObject({
      dataDimissione: '2025-03-12',
      esito: 'trasferimento_interno',
    });
    expect(getIngresso(ctx, { ingressoId: arrivo }).moduli).toEqual([{ dal: '2025-03-12', modulo: 'CASA01-TR' }]);
  });

  test('not once a day beyond the end has been recorded, nor in a month closed since', () => {
    const { ctx, ingressoId } = scena();
    registerDimissione(ctx, dimissione(ingressoId, '2025-02-27'));
    const { voce } = reopenDimissione(ctx, { ingressoId, motivo: 'data sbagliata' });
    const uno = ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, () => stato(ctx, ingressoId));
    registerAssenza(ctx, assenza(ingressoId, '2025-04-10', null, { rientroPrevisto: '2025-04-12' }));
    expect(() => undoModifica(ctx, { voce: voce ?? 0 })).toThrow(/fuori dalla permanenza/);
    expect(stato(ctx, ingressoId).lettere).toBe(uno.lettere);
    const altra = scena();
    registerDimissione(altra.ctx, dimissione(altra.ingressoId, '2025-02-27'));
    const riaperta = reopenDimissione(altra.ctx, { ingressoId: altra.ingressoId, motivo: 'data sbagliata' });
    closeMese(altra.ctx, { struttura: 'CASA00', mese: '2025-02', conMancanti: true });
    expect(() => undoModifica(altra.ctx, { voce: riaperta.voce ?? 0 })).toThrow(/chiuso/);
  });
});

test('a correction of the day is not undone over days recorded since', () => {
  const { ctx, ingressoId } = scena();
  registerDimissione(ctx, dimissione(ingressoId, '2025-03-05'));
  const { voce } = registerDimissione(ctx, dimissione(ingressoId, '2025-03-20'));
  dipingi(ctx, ingressoId, ['2025-03-12'], 'P');
  expect(() => undoModifica(ctx, { voce: voce ?? 0 })).toThrow(/fuori dalla permanenza/);
});
