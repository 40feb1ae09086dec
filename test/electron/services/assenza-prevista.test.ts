import { describe, expect, test } from 'vitest';
import { listAssenzeIngresso } from '../../../db/reads/assenza.ts';
import { extendAssenze } from '../../../db/writes/assenza.ts';
import { registerAdempimento } from '../../../electron/services/adempimento.ts';
import { undoModifica } from '../../../electron/services/annulla.ts';
import {
  confirmAssenza,
  correctAssenza,
  registerAssenza,
  removeAssenza,
  returnAssenza,
} from '../../../electron/services/assenza.ts';
import { saveRegola } from '../../../electron/services/assenza-regola.ts';
import { type Contesto, gesto } from '../../../electron/services/contesto.ts';
import { registerDimissione } from '../../../electron/services/dimissione.ts';
import { importFoglio } from '../../../electron/services/foglio.ts';
import { getNotte, getOggi } from '../../../electron/services/oggi.ts';
import { listQualita } from '../../../electron/services/qualita.ts';
import { listScadenze } from '../../../electron/services/scadenza.ts';
import { saveScheda } from '../../../electron/services/scheda-ingresso.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';
import { toCsv } from '../foglio/cartella.ts';
import { assenza, dipingi, dipingiMese, lettere } from './assenza-scena.ts';

/** A house whose clock is moved by the test; a guest present every day of March up to the 9th. */
function casa(oggi = '2026-03-10') {
  const ora = { oggi };
  const ctx: Contesto = { ...comunitaDiProva(oggi), oggi: () => ora.oggi };
  ctx.store.oggi = ctx.oggi;
  const { ospiteId, ingressoId } = ospiteDiProva(ctx, { dataIngresso: '2026-01-10' });
  dipingiMese(ctx, ingressoId, '2026-03', 'P', '2026-03-09');
  const vai = (giorno: string) => {
    ora.oggi = giorno;
    ctx.store.write(gesto(ctx, 'assenze.extend'), (tx) => extendAssenze(tx, giorno));
  };
  const marzo = () => lettere(ctx, ingressoId, '2026-03').slice(8, 16);
  const sue = () => listAssenzeIngresso(ctx.store, ingressoId);
  const pagina = () => getOggi(ctx, { struttura: 'CASA00' });
  const foglio = () => getNotte(ctx, { struttura: 'CASA00' }).righe.find((riga) => riga.ingressoId === ingressoId);
  return { ctx, ospiteId, ingressoId, vai, marzo, sue, pagina, foglio };
}

const PERMESSO = { tipo: 'permesso', oraUscita: '21:30', rientroPrevisto: '2026-03-13', oraPrevista: '20:00' };

describe('an exit only planned', () => {
  test('is no exit: in the house, in the sheet of the night, no letter, whatever day it is', () => {
    const { ctx, ingressoId, vai, marzo, pagina, foglio } = casa();
    registerAssenza(ctx, assenza(ingressoId, '2026-03-11', null, PERMESSO));
    for (const giorno of ['2026-03-11', '2026-03-12', '2026-03-14']) {
      vai(giorno);
      expect(marzo()).toBe('P.......');
      expect(pagina()).toMatchObject({ fuori: [], inUscita: [{ ingressoId, oraUscita: '21:30', inRitardo: false }] });
      expect(pagina().ospiti).toMatchObject([{ ingressoId, fuori: false }]);
      expect(foglio()).toMatchObject({ fuori: null, inUscita: { uscita: '2026-03-11', oraUscita: '21:30' } });
    }
  });

  test('confirmed, it has its real day and hour beside the planned ones, and its days; undone, it is planned again', () => {
    const { ctx, ingressoId, vai, marzo, sue, pagina, foglio } = casa();
    const { id } = registerAssenza(ctx, assenza(ingressoId, '2026-03-11', null, PERMESSO));
    vai('2026-03-12');
    const { voce } = confirmAssenza(ctx, { id, uscita: '2026-03-12', oraUscita: '08:15' });
    expect(marzo()).toBe('P..U....');
    expect(sue()).toMatchObject([
      {
        ...{ uscita: '2026-03-12', oraUscita: '08:15', confermata: true },
        ...{ uscitaPrevista: '2026-03-11', oraUscitaPrevista: '21:30', rientroPrevisto: '2026-03-13' },
      },
    ]);
    expect(pagina()).toMatchObject({ fuori: [{ id }], inUscita: [] });
    expect(foglio()).toMatchObject({ fuori: { id }, inUscita: null });
    expect(() => confirmAssenza(ctx, { id, uscita: '2026-03-12', oraUscita: null })).toThrow(/già segnata/);
    undoModifica(ctx, { voce: voce ?? 0 });
    expect(marzo()).toBe('P.......');
    expect(sue()).toMatchObject([{ uscita: '2026-03-11', oraUscita: '21:30', confermata: false }]);
  });

  test('not gone: taken away with no letter written, and undone', () => {
    const { ctx, ingressoId, vai, marzo, sue } = casa();
    const { id } = registerAssenza(ctx, assenza(ingressoId, '2026-03-11', null, PERMESSO));
    vai('2026-03-12');
    const { voce } = removeAssenza(ctx, { id });
    expect([marzo(), sue()]).toEqual(['P.......', []]);
    undoModifica(ctx, { voce: voce ?? 0 });
    expect([marzo(), sue().length]).toEqual(['P.......', 1]);
  });

  test('of today at an hour to come is planned; at an hour gone by, it happened', () => {
    const { ctx, ingressoId, sue } = casa();
    const { id } = registerAssenza(ctx, assenza(ingressoId, '2026-03-10', null, { oraUscita: '23:59' }));
    expect(sue()).toMatchObject([{ id, confermata: false, uscitaPrevista: '2026-03-10', oraUscitaPrevista: '23:59' }]);
    correctAssenza(ctx, { id, prima: {}, dopo: { oraUscita: '00:00' } });
    expect(sue()).toMatchObject([{ confermata: false, oraUscitaPrevista: '00:00' }]);
    removeAssenza(ctx, { id });
    registerAssenza(ctx, assenza(ingressoId, '2026-03-10', null, { oraUscita: '00:00' }));
    expect(sue()).toMatchObject([{ confermata: true, uscitaPrevista: null }]);
  });

  test('postponed to a day to come, it is planned again; who came back did go', () => {
    const { ctx, ingressoId, vai, marzo, sue } = casa();
    const { id } = registerAssenza(ctx, assenza(ingressoId, '2026-03-10', null));
    expect(marzo()).toBe('PU......');
    correctAssenza(ctx, { id, prima: {}, dopo: { uscita: '2026-03-12' } });
    expect([marzo(), sue()[0]?.confermata]).toEqual(['PP......', false]);
    vai('2026-03-14');
    returnAssenza(ctx, { id, rientro: '2026-03-14', oraRientro: null });
    expect([marzo(), sue()[0]?.confermata]).toEqual(['PP.UU...', true]);
  });

  test('painted in the grid on its day, it happened', () => {
    const { ctx, ingressoId, vai, sue } = casa();
    const { id } = registerAssenza(ctx, assenza(ingressoId, '2026-03-11', null, PERMESSO));
    vai('2026-03-12');
    dipingi(ctx, ingressoId, ['2026-03-11', '2026-03-12'], 'U');
    expect(sue()).toMatchObject([{ id, confermata: true, rientro: null, oraUscita: '21:30', tipo: 'permesso' }]);
  });

  test('does not stop what happens meanwhile, and what happens is asked of it when it comes', () => {
    const { ctx, ingressoId, vai } = casa();
    const { id } = registerAssenza(ctx, assenza(ingressoId, '2026-03-13', null, { rientroPrevisto: '2026-03-15' }));
    registerAssenza(ctx, assenza(ingressoId, '2026-03-10', null, { tipo: 'ricovero' }));
    vai('2026-03-13');
    expect(() => confirmAssenza(ctx, { id, uscita: '2026-03-13', oraUscita: null })).toThrow(
      /segnare prima quel rientro/,
    );
    expect(() => registerAssenza(ctx, assenza(ingressoId, '2026-03-14', null))).toThrow(/fuori dal|uscita prevista/);
  });

  test('comes from a workbook as it is, beside one of the register', async () => {
    const { ctx, ingressoId, vai, sue, marzo } = casa();
    ctx.store.write(gesto(ctx, 'prova'), (tx) => tx.setRiferimento('ingressi', 'I1', ingressoId));
    registerAssenza(ctx, assenza(ingressoId, '2026-03-11', null, PERMESSO));
    vai('2026-03-12');
    const riga = { id: 'X9', ingresso: 'I1', codice: 'U', tipo: 'uscita', uscita: '2026-03-14', ora_uscita: '10:00' };
    const prevista = { confermata: 'no', uscita_prevista: '2026-03-14', ora_uscita_prevista: '09:30' };
    await importFoglio(ctx, { file: toCsv({ assenze: [{ ...riga, ...prevista }] }) });
    expect(sue()).toMatchObject([
      { confermata: false },
      { uscita: '2026-03-14', confermata: false, uscitaPrevista: '2026-03-14', oraUscitaPrevista: '09:30' },
    ]);
    expect(marzo()).toBe('P.......');
  });
});

describe('the sheet of the night', () => {
  test('who came and was discharged today is not in the house', () => {
    const { ctx, pagina } = casa();
    const altro = ospiteDiProva(ctx, { dataIngresso: '2026-03-10', cognome: 'Verdi' });
    const nomi = () => getNotte(ctx, { struttura: 'CASA00' }).righe.map((riga) => riga.ingressoId);
    expect(nomi()).toContain(altro.ingressoId);
    registerDimissione(ctx, {
      ...{ ingressoId: altro.ingressoId, dataDimissione: '2026-03-10', esito: 'abbandono' },
      ...{ destinazione: null, versoStruttura: null, versoModulo: null },
    });
    expect(nomi()).not.toContain(altro.ingressoId);
    expect(pagina().ospiti.map((o) => o.ingressoId)).not.toContain(altro.ingressoId);
  });
});

describe('out, and nobody knows until when', () => {
  const scadenze = (ctx: Contesto) =>
    listScadenze(ctx, { struttura: 'CASA00', entro: '2027-01-01' }).righe.filter(({ voce }) =>
      voce.startsWith('assenza_'),
    );

  test('is asked about again and again, by kind; a planned return is an alarm of its own', () => {
    const { ctx, ingressoId, sue } = casa();
    registerAssenza(ctx, assenza(ingressoId, '2026-02-01', null, { tipo: 'carcere' }));
    const [una] = scadenze(ctx);
    expect(una).toMatchObject({ voce: 'assenza_carcere', entro: '2026-03-03', ingressoId });
    expect(una?.testo).toContain('Fuori dal 01/02/2026');
    registerAdempimento(ctx, {
      ...{ struttura: 'CASA00', voce: 'assenza_carcere', oggettoId: una?.oggettoId ?? '', entro: '2026-03-03' },
      ...{ fattoIl: '2026-03-10', nota: 'sentito l’avvocato' },
    });
    expect(scadenze(ctx)).toMatchObject([{ entro: '2026-04-09' }]);
    correctAssenza(ctx, { id: sue()[0]?.id ?? '', prima: {}, dopo: { rientroPrevisto: '2026-05-01' } });
    expect(scadenze(ctx)).toEqual([]);
  });

  test('an exit planned and never confirmed is asked about in the checks of the month, not counted as late', () => {
    const { ctx, ingressoId, vai } = casa();
    registerAssenza(ctx, assenza(ingressoId, '2026-03-11', null, PERMESSO));
    vai('2026-03-20');
    const { compiti } = listQualita(ctx, { struttura: 'CASA00', mese: '2026-03' });
    expect(JSON.stringify(compiti)).toContain('uscita prevista il 11/03/2026: è uscito?');
    expect(scadenze(ctx)).toEqual([]);
  });
});

describe('the payer written after the first assenze', () => {
  test('counts them by its rule, in open months, and says so; another in its place does not', () => {
    const { ctx, ingressoId, marzo } = casa('2026-03-16');
    dipingiMese(ctx, ingressoId, '2026-03', 'P', '2026-03-16');
    ctx.store.write(gesto(ctx, 'prova'), (tx) => tx.update('ingressi', ingressoId, { entePagante: null }));
    for (const [entePagante, uscitaAssente] of [
      ['ATS', false],
      ['Comune', true],
    ] as const)
      saveRegola(ctx, { id: null, entePagante, dal: '2026-01-01', al: null, uscitaAssente, rientroAssente: false });
    registerAssenza(ctx, assenza(ingressoId, '2026-03-12', '2026-03-15'));
    expect(marzo()).toBe('PPPUUUPP');
    const paga = (entePagante: string) => saveScheda(ctx, { id: ingressoId, prima: {}, dopo: { entePagante } });
    const { avvisi, voce } = paga('ATS');
    expect(avvisi[0]).toMatch(/^Un’assenza è ora contata come paga ATS/);
    expect(marzo()).toBe('PPPPUUPP');
    expect(paga('Comune').avvisi.join()).not.toContain('contata');
    expect(marzo()).toBe('PPPPUUPP');
    expect(voce).not.toBeNull();
  });
});

describe('an assenza entered by mistake', () => {
  test('gives back the letters of before, and the days that nobody had recorded are still to be recorded', () => {
    const { ctx, ingressoId, vai, marzo } = casa();
    const { id } = registerAssenza(ctx, assenza(ingressoId, '2026-03-08', null));
    vai('2026-03-12');
    expect(marzo()).toBe('UUUU....');
    removeAssenza(ctx, { id });
    expect(lettere(ctx, ingressoId, '2026-03').slice(6, 16)).toBe('PPP.......');
  });
});

describe('an assenza that somebody wrote', () => {
  test('a leave granted for the day after a planned return is still there when the days go by', () => {
    const { ctx, ingressoId, vai, sue } = casa();
    registerAssenza(
      ctx,
      assenza(ingressoId, '2026-03-10', null, { rientroPrevisto: '2026-03-12', destinazione: 'dalla sorella' }),
    );
    registerAssenza(
      ctx,
      assenza(ingressoId, '2026-03-13', null, {
        ...{ tipo: 'rientro_famiglia', rientroPrevisto: '2026-03-15', destinazione: 'a casa' },
        ...{ accompagnatore: 'padre', motivo: 'autorizzata dal magistrato' },
      }),
    );
    for (const giorno of ['2026-03-11', '2026-03-12', '2026-03-13', '2026-03-14']) {
      vai(giorno);
      expect(sue()).toMatchObject([
        { destinazione: 'dalla sorella', confermata: true },
        { destinazione: 'a casa', accompagnatore: 'padre', motivo: 'autorizzata dal magistrato', confermata: false },
      ]);
    }
  });

  test('a day of presence in the middle of who is out leaves the planned return to the half that goes on', () => {
    const { ctx, ingressoId, vai, sue, pagina } = casa('2026-03-20');
    const scritto = { rientroPrevisto: '2026-03-19', oraPrevista: '20:00', destinazione: 'dalla sorella' };
    registerAssenza(ctx, assenza(ingressoId, '2026-03-10', null, scritto));
    expect(pagina().fuori).toMatchObject([{ inRitardo: true }]);
    dipingi(ctx, ingressoId, ['2026-03-14'], 'P');
    expect(sue()).toMatchObject([
      { uscita: '2026-03-10', rientro: '2026-03-14', destinazione: 'dalla sorella' },
      { uscita: '2026-03-15', rientro: null, ...scritto },
    ]);
    expect(pagina().fuori).toMatchObject([{ inRitardo: true }]);
    dipingi(ctx, ingressoId, ['2026-03-14'], 'U');
    expect(sue()).toMatchObject([{ uscita: '2026-03-10', rientro: null, ...scritto }]);
    vai('2026-03-21');
    expect(sue()).toHaveLength(1);
  });
});
