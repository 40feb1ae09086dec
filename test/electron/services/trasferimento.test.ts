import { describe, expect, test } from 'vitest';
import { undoModifica } from '../../../electron/services/annulla.ts';
import { registerAssenza } from '../../../electron/services/assenza.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { type Dimissione, registerDimissione } from '../../../electron/services/dimissione.ts';
import { getDimissione } from '../../../electron/services/dimissione-uscita.ts';
import { correctIngresso, removeIngresso } from '../../../electron/services/ingresso.ts';
import { reopenDimissione } from '../../../electron/services/riapertura.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';
import { assenza, dipingiMese, lettere } from './assenza-scena.ts';

const OGGI = '2025-03-20';

function scena(): Contesto {
  const ctx = comunitaDiProva(OGGI);
  ctx.store.oggi = ctx.oggi;
  return ctx;
}

function trasferimento(ingressoId: string, dataDimissione: string, altro: Partial<Dimissione> = {}): Dimissione {
  return {
    ...{ ingressoId, dataDimissione, esito: 'trasferimento_interno', destinazione: null },
    ...{ versoStruttura: null, versoModulo: null, ...altro },
  };
}

/** Somebody moved on 10 March, present on every day before and after. */
function trasferito(ctx: Contesto): { qui: string; la: string } {
  const { ingressoId: qui } = ospiteDiProva(ctx);
  dipingiMese(ctx, qui, '2025-03', 'P', OGGI);
  registerDimissione(ctx, trasferimento(qui, '2025-03-10', { versoStruttura: 'CASA01', versoModulo: 'CASA01-TR' }));
  const [arrivo] = ctx.store.select('ingressi', "t.tipo_ingresso = 'trasferimento'", {});
  return { qui, la: arrivo?.id ?? '' };
}

const date = (ctx: Contesto, { qui, la }: { qui: string; la: string }) => [
  ctx.store.find('ingressi', qui)?.dataDimissione,
  ctx.store.find('ingressi', la)?.dataIngresso,
  ctx.store.select('assegnazioni', 't.ingresso_id = @la AND t.deleted_at_ms IS NULL', { la })[0]?.dal,
];

describe('a transfer stays one event', () => {
  test.each(['2025-03-09', '2025-03-11'])('its day corrected to %s moves both sides', (giorno) => {
    const ctx = scena();
    const lati = trasferito(ctx);
    expect(getDimissione(ctx, { ingressoId: lati.qui }).arrivo).toEqual({ codice: 'CASA01', nome: 'Struttura CASA01' });
    const voci = ctx.store.registro.last().seq;
    const { avvisi } = registerDimissione(ctx, trasferimento(lati.qui, giorno));
    // nothing is left to be recorded over there
    expect(avvisi.join()).not.toContain('va registrato lì');
    expect(date(ctx, lati)).toEqual([giorno, giorno, giorno]);
    expect(ctx.store.registro.last().seq).toBe(voci + 1);
  });

  test('a day corrected is taken back by one key, on both sides', () => {
    const ctx = scena();
    const lati = trasferito(ctx);
    const { voce } = registerDimissione(ctx, trasferimento(lati.qui, '2025-03-08'));
    undoModifica(ctx, { voce: voce ?? 0 });
    expect(date(ctx, lati)).toEqual(['2025-03-10', '2025-03-10', '2025-03-10']);
    expect(lettere(ctx, lati.qui, '2025-03').slice(0, 11)).toBe('PPPPPPPPP..');
  });

  test('the day corrected on the other side moves this one', () => {
    const ctx = scena();
    const lati = trasferito(ctx);
    const { avvisi, codiciTolti } = correctIngresso(ctx, { ingressoId: lati.la, dataIngresso: '2025-03-08' });
    expect(date(ctx, lati)).toEqual(['2025-03-08', '2025-03-08', '2025-03-08']);
    // 8 and 9 March had a code here
    expect(codiciTolti).toBe(2);
    expect(avvisi).toContain('È un trasferimento: anche la dimissione da Struttura CASA00 è ora al sab 8 mar.');
  });

  test('codes written over there before the new day go, and are said', () => {
    const ctx = scena();
    const lati = trasferito(ctx);
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.insert('presenze', { ingressoId: lati.la, mese: '2025-03', codici: `${'.'.repeat(9)}PPP${'.'.repeat(19)}` });
    });
    const { codiciTolti } = registerDimissione(ctx, trasferimento(lati.qui, '2025-03-12'));
    expect(codiciTolti).toBe(2);
    expect(lettere(ctx, lati.la, '2025-03').slice(9, 13)).toBe('..P.');
  });

  test('outcome and struttura do not change on one side, nor does a side go alone: it says what to do', () => {
    const ctx = scena();
    const { qui, la } = trasferito(ctx);
    expect(() => registerDimissione(ctx, trasferimento(qui, '2025-03-10', { esito: 'concluso' }))).toThrow(
      /risulta a Struttura CASA01 .* riaprire la permanenza/,
    );
    expect(() => removeIngresso(ctx, { ingressoId: la, motivo: 'x' })).toThrow(
      'È l’arrivo di un trasferimento da Struttura CASA00: riaprire la permanenza a Struttura CASA00',
    );
    expect(() => removeIngresso(ctx, { ingressoId: qui, motivo: 'x' })).toThrow(/continua a Struttura CASA01/);
    reopenDimissione(ctx, { ingressoId: qui, motivo: 'rinviato' });
    registerDimissione(ctx, trasferimento(qui, '2025-03-10', { esito: 'concluso' }));
    expect(ctx.store.select('ingressi', 't.deleted_at_ms IS NULL', {})).toMatchObject([{ esito: 'concluso' }]);
    removeIngresso(ctx, { ingressoId: qui, motivo: 'mai venuto' });
  });

  test('the day cannot pass the end of the stay over there, and then neither side moves', () => {
    const ctx = scena();
    const lati = trasferito(ctx);
    registerDimissione(ctx, trasferimento(lati.la, '2025-03-15', { esito: 'concluso' }));
    expect(() => registerDimissione(ctx, trasferimento(lati.qui, '2025-03-16'))).toThrow(/viene prima dell’ingresso/);
    expect(date(ctx, lati)).toEqual(['2025-03-10', '2025-03-10', '2025-03-10']);
  });

  test('an arrival somewhere else registered later: the receiving side can still be opened', () => {
    const ctx = scena();
    const { ingressoId } = ospiteDiProva(ctx);
    registerDimissione(ctx, trasferimento(ingressoId, '2025-03-10'));
    expect(getDimissione(ctx, { ingressoId }).arrivo).toBeNull();
    registerDimissione(ctx, trasferimento(ingressoId, '2025-03-10', { versoStruttura: 'CASA01' }));
    expect(getDimissione(ctx, { ingressoId }).arrivo).toMatchObject({ codice: 'CASA01' });
  });
});

describe('a transfer of who is away', () => {
  test('in hospital they are in hospital over there too, and leave to come goes with them', () => {
    const ctx = scena();
    const { ingressoId } = ospiteDiProva(ctx);
    registerAssenza(
      ctx,
      assenza(ingressoId, '2025-03-15', null, { tipo: 'ricovero', destinazione: 'Ospedale di prova' }),
    );
    registerDimissione(ctx, trasferimento(ingressoId, '2025-03-18', { versoStruttura: 'CASA01' }));
    const [arrivo] = ctx.store.select('ingressi', "t.tipo_ingresso = 'trasferimento'", {});
    const la = arrivo?.id ?? '';
    expect(lettere(ctx, ingressoId, '2025-03').slice(14, 20)).toBe('RRR...');
    expect(lettere(ctx, la, '2025-03').slice(14, 20)).toBe('...RRR');
    expect(ctx.store.select('assenze', 't.ingresso_id = @la', { la })).toMatchObject([
      { tipo: 'ricovero', uscita: '2025-03-18', rientro: null, destinazione: 'Ospedale di prova' },
    ]);
  });

  test('leave granted for later is of the struttura they will leave from', () => {
    const ctx = scena();
    const { ingressoId } = ospiteDiProva(ctx);
    registerAssenza(
      ctx,
      assenza(ingressoId, '2025-03-25', null, { rientroPrevisto: '2025-03-27', motivo: 'permesso' }),
    );
    registerDimissione(ctx, trasferimento(ingressoId, '2025-03-18', { versoStruttura: 'CASA01' }));
    expect(
      ctx.store
        .select('assenze', 't.deleted_at_ms IS NULL', {})
        .map(({ ingressoId: di, uscita, motivo }) => [di === ingressoId, uscita, motivo]),
    ).toEqual([[false, '2025-03-25', 'permesso']]);
  });
});
