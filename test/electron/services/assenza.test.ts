import { describe, expect, test } from 'vitest';
import { listAssenzeIngresso } from '../../../db/reads/assenza.ts';
import { undoModifica } from '../../../electron/services/annulla.ts';
import {
  confirmAssenza,
  correctAssenza,
  listAssenze,
  listAssenzeOspite,
  listPrescrizioni,
  registerAssenza,
  removeAssenza,
  returnAssenza,
} from '../../../electron/services/assenza.ts';
import { extendAssenze } from '../../../electron/services/assenza-giorno.ts';
import { removeRegola, saveRegola } from '../../../electron/services/assenza-regola.ts';
import { type Contesto, gesto } from '../../../electron/services/contesto.ts';
import { registerDimissione } from '../../../electron/services/dimissione.ts';
import { removeIngresso } from '../../../electron/services/ingresso.ts';
import { closeMese, reopenMese } from '../../../electron/services/mese.ts';
import { getOggi } from '../../../electron/services/oggi.ts';
import { reportGiornate } from '../../../electron/services/report.ts';
import { reopenDimissione } from '../../../electron/services/riapertura.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { runVerifica } from '../../../electron/services/verifica.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva, scriviRiservato } from '../../aiuti/ospite.ts';
import { assenza, dipingi, dipingiMese, dueVoci, lettere } from './assenza-scena.ts';

/** A guest with every day of the months written presente, as somebody who never left. */
function scena(oggi = '2026-04-10', dataIngresso = '2026-01-10', mesi = ['2026-02', '2026-03']) {
  const ctx = comunitaDiProva(oggi);
  ctx.store.oggi = ctx.oggi;
  const { ospiteId, ingressoId } = ospiteDiProva(ctx, { dataIngresso });
  for (const mese of mesi) dipingiMese(ctx, ingressoId, mese);
  return { ctx, ospiteId, ingressoId };
}

const ultima = ({ store: { registro } }: Contesto) => registro.find(registro.last().seq);
const righe = (ctx: Contesto, ingressoId: string) =>
  listAssenzeIngresso(ctx.store, ingressoId).map(({ codice, uscita, rientro, tipo }) => [
    codice,
    uscita,
    rientro,
    tipo,
  ]);

/** giornatePresenza and giornatePagate of a month, as the report counts them. */
function giornate(ctx: Contesto, dal: string, al: string): number[] {
  const { righe: figure } = reportGiornate(ctx, { dal, al, per: 'struttura' });
  const casa = figure.find((riga) => riga.chiave === 'CASA00');
  return [casa?.giornatePresenza ?? -1, casa?.giornatePagate ?? -1];
}
const MARZO = ['2026-03-01', '2026-03-31'] as const;

describe('counting.md, worked examples through the register', () => {
  test('4: out 5/3, back 8/3', () => {
    const { ctx, ingressoId } = scena();
    registerAssenza(ctx, assenza(ingressoId, '2026-03-05', '2026-03-08'));
    expect(lettere(ctx, ingressoId, '2026-03')).toBe(`PPPPUUU${'P'.repeat(24)}`);
    expect(giornate(ctx, ...MARZO)).toEqual([28, 28]);
  });

  test('5: out and back on 5/3', () => {
    const { ctx, ingressoId } = scena();
    registerAssenza(ctx, assenza(ingressoId, '2026-03-05', '2026-03-05', { oraUscita: '09:00', oraRientro: '18:00' }));
    expect(giornate(ctx, ...MARZO)).toEqual([31, 31]);
    expect(righe(ctx, ingressoId)).toEqual([['U', '2026-03-05', '2026-03-05', 'uscita']]);
  });

  test('6: out 5/3, never back, dimissione 9/3; reopened, the guest is still out', () => {
    const { ctx, ingressoId } = scena('2026-03-12', '2026-03-01', []);
    dipingiMese(ctx, ingressoId, '2026-03', 'P', '2026-03-12');
    registerAssenza(ctx, assenza(ingressoId, '2026-03-05', null));
    expect(lettere(ctx, ingressoId, '2026-03').slice(0, 13)).toBe('PPPPUUUUUUUU.');
    registerDimissione(ctx, {
      ...{ ingressoId, dataDimissione: '2026-03-09', esito: 'abbandono' },
      ...{ destinazione: null, versoStruttura: null, versoModulo: null },
    });
    expect(giornate(ctx, ...MARZO)).toEqual([4, 4]);
    expect(righe(ctx, ingressoId)).toEqual([['U', '2026-03-05', null, 'uscita']]);
    reopenDimissione(ctx, { ingressoId, motivo: 'prova' });
    expect(lettere(ctx, ingressoId, '2026-03').slice(0, 13)).toBe('PPPPUUUUUUUU.');
  });

  test('8: out 28/2/2026, back 2/3/2026', () => {
    const { ctx, ingressoId } = scena();
    registerAssenza(ctx, assenza(ingressoId, '2026-02-28', '2026-03-02'));
    expect(giornate(ctx, '2026-02-01', '2026-02-28')).toEqual([27, 27]);
    expect(giornate(ctx, ...MARZO)).toEqual([30, 30]);
  });

  test('another payer from another day; days already counted stay as they were', () => {
    const { ctx, ingressoId } = scena();
    registerAssenza(ctx, assenza(ingressoId, '2026-02-05', '2026-02-08'));
    const regola = { entePagante: 'ATS', dal: '2026-03-01', al: null, uscitaAssente: false, rientroAssente: true };
    const { id } = saveRegola(ctx, { id: null, ...regola });
    registerAssenza(ctx, assenza(ingressoId, '2026-03-05', '2026-03-08'));
    expect(lettere(ctx, ingressoId, '2026-02').slice(0, 10)).toBe('PPPPUUUPPP');
    expect(lettere(ctx, ingressoId, '2026-03').slice(0, 10)).toBe('PPPPPUUUPP');
    removeRegola(ctx, { id });
    dipingi(ctx, ingressoId, ['2026-03-20'], 'U');
    expect(righe(ctx, ingressoId).at(-1)).toEqual(['U', '2026-03-20', '2026-03-21', null]);
    expect(lettere(ctx, ingressoId, '2026-03').slice(0, 10)).toBe('PPPPPUUUPP');
  });
});

describe('the grid changed by hand', () => {
  test('moves, cuts and takes away the assenza; put back, all that was written of it is back', () => {
    const { ctx, ingressoId } = scena();
    registerAssenza(ctx, assenza(ingressoId, '2026-03-05', '2026-03-08', { destinazione: 'dalla sorella' }));
    dipingi(ctx, ingressoId, ['2026-03-08'], 'U');
    expect(righe(ctx, ingressoId)).toEqual([['U', '2026-03-05', '2026-03-09', 'uscita']]);
    dipingi(ctx, ingressoId, ['2026-03-06'], 'R');
    expect(righe(ctx, ingressoId)).toEqual([
      ['U', '2026-03-05', '2026-03-06', 'uscita'],
      ['R', '2026-03-06', '2026-03-07', null],
      ['U', '2026-03-07', '2026-03-09', null],
    ]);
    dipingi(ctx, ingressoId, ['2026-03-06'], 'U');
    expect(righe(ctx, ingressoId)).toEqual([['U', '2026-03-05', '2026-03-09', 'uscita']]);
    const giorni = ['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'];
    dipingi(ctx, ingressoId, giorni, 'P');
    expect(righe(ctx, ingressoId)).toEqual([]);
    dipingi(ctx, ingressoId, giorni, 'U');
    expect(listAssenzeIngresso(ctx.store, ingressoId)).toMatchObject([
      { tipo: 'uscita', destinazione: 'dalla sorella' },
    ]);
  });

  test('one gesture is one line of the log, with the rows of both', () => {
    const { ctx, ingressoId } = scena();
    const prima = ctx.store.registro.last().seq;
    registerAssenza(ctx, assenza(ingressoId, '2026-03-05', '2026-03-08'));
    expect(ultima(ctx)).toMatchObject({ seq: prima + 1, azione: 'assenze.register', numeroRighe: 2 });
    dipingi(ctx, ingressoId, ['2026-03-08'], 'U');
    expect(ultima(ctx)).toMatchObject({ seq: prima + 2, azione: 'presenze.riempi', numeroRighe: 2 });
  });
});

describe('a gesture at a time', () => {
  test('return, correction, removal, and the undo of each', () => {
    const { ctx, ingressoId } = scena('2026-03-12', '2026-01-10', ['2026-02']);
    dipingiMese(ctx, ingressoId, '2026-03', 'P', '2026-03-12');
    const marzo = () => lettere(ctx, ingressoId, '2026-03').slice(0, 13);
    const { id } = registerAssenza(ctx, assenza(ingressoId, '2026-03-05', null));
    expect(marzo()).toBe('PPPPUUUUUUUU.');
    const rientrato = returnAssenza(ctx, { id, rientro: '2026-03-10', oraRientro: '18:00' });
    expect(marzo()).toBe('PPPPUUUUUPPP.');
    undoModifica(ctx, { voce: rientrato.voce ?? 0 });
    expect(marzo()).toBe('PPPPUUUUUUUU.');
    const corretta = correctAssenza(ctx, {
      id,
      prima: { uscita: '2026-03-05', tipo: 'uscita' },
      dopo: { uscita: '2026-03-07', tipo: 'ricovero' },
    });
    expect(marzo()).toBe('PPPPPPRRRRRR.');
    undoModifica(ctx, { voce: corretta.voce ?? 0 });
    expect(marzo()).toBe('PPPPUUUUUUUU.');
    const tolta = removeAssenza(ctx, { id });
    expect(marzo()).toBe('PPPPPPPPPPPP.');
    undoModifica(ctx, { voce: tolta.voce ?? 0 });
    expect(marzo()).toBe('PPPPUUUUUUUU.');
    expect(righe(ctx, ingressoId)).toEqual([['U', '2026-03-05', null, 'uscita']]);
    expect(dueVoci(ctx, ingressoId, '2026-03-12').griglia).toEqual(dueVoci(ctx, ingressoId, '2026-03-12').assenze);
  });

  test('refused with what to do: outside the stay, out twice, back before leaving, back tomorrow', () => {
    const { ctx, ingressoId } = scena();
    const prova = (uscita: string, rientro: string | null, altro = {}) => {
      registerAssenza(ctx, assenza(ingressoId, uscita, rientro, altro));
    };
    prova('2026-03-05', '2026-03-08');
    expect(() => prova('2026-01-05', null)).toThrow('controllare il giorno di uscita');
    expect(() => prova('2026-03-07', '2026-03-09')).toThrow('risulta già fuori');
    expect(() => prova('2026-03-10', '2026-03-09')).toThrow('prima dell’uscita');
    expect(() => prova('2026-03-10', '2026-03-10', { oraUscita: '10:00', oraRientro: '09:00' })).toThrow('prima');
    expect(() => prova('2026-03-10', '2026-04-11')).toThrow('rientro previsto');
    expect(() => prova('2026-03-10', null, { tipo: 'vacanza' })).toThrow('non è nell’elenco');
    prova('2026-03-08', '2026-03-09');
    expect(lettere(ctx, ingressoId, '2026-03').slice(0, 10)).toBe('PPPPUUUUPP');
  });

  test('days of a closed month stop it, and nothing is changed', () => {
    const { ctx, ingressoId } = scena();
    closeMese(ctx, { struttura: 'CASA00', mese: '2026-02', conMancanti: true });
    const prima = ctx.store.registro.last().seq;
    expect(() => registerAssenza(ctx, assenza(ingressoId, '2026-02-27', '2026-03-03'))).toThrow(
      'Il mese di febbraio 2026 è chiuso',
    );
    expect(ctx.store.registro.last().seq).toBe(prima);
    expect(righe(ctx, ingressoId)).toEqual([]);
    reopenMese(ctx, { struttura: 'CASA00', mese: '2026-02', motivo: 'prova' });
    registerAssenza(ctx, assenza(ingressoId, '2026-02-27', '2026-03-03'));
    expect(lettere(ctx, ingressoId, '2026-02').slice(25)).toBe('PUU...');
  });

  test('a stay taken away takes its assenze with it', () => {
    const { ctx, ingressoId } = scena();
    registerAssenza(ctx, assenza(ingressoId, '2026-03-05', '2026-03-08'));
    removeIngresso(ctx, { ingressoId, motivo: 'prova' });
    const vive = ctx.store.sqlite.prepare('SELECT count(*) FROM assenze WHERE deleted_at_ms IS NULL').pluck().get();
    expect(vive).toBe(0);
  });
});

describe('the days go by', () => {
  function passa(ctx: Contesto, oggi: string): boolean {
    ctx.store.oggi = () => oggi;
    const { store, utente, ruolo } = ctx;
    const resto = { dati: '', chiave: Buffer.alloc(32), nome: '', dimostrazione: false, release: () => undefined };
    return extendAssenze({ store, utente, ruolo, ...resto });
  }

  test('who is out is out today too: one line, then none', () => {
    const { ctx, ingressoId } = scena('2026-03-30', '2026-01-10', ['2026-02']);
    dipingiMese(ctx, ingressoId, '2026-03', 'P', '2026-03-29');
    registerAssenza(ctx, assenza(ingressoId, '2026-03-29', null));
    passa(ctx, '2026-04-02');
    expect(lettere(ctx, ingressoId, '2026-03').slice(27)).toBe('PUUU');
    expect(lettere(ctx, ingressoId, '2026-04').slice(0, 3)).toBe('UU.');
    const fatto = ultima(ctx);
    expect(fatto).toMatchObject({ azione: 'assenze.extend', numeroRighe: 2 });
    passa(ctx, '2026-04-02');
    expect(ultima(ctx)?.seq).toBe(fatto?.seq);
    expect(righe(ctx, ingressoId)).toEqual([['U', '2026-03-29', null, 'uscita']]);
  });

  test('a dimissione already written for a day to come: out up to it, whenever the program opens', () => {
    const { ctx, ingressoId } = scena('2026-03-30', '2026-01-10', []);
    registerDimissione(ctx, {
      ...{ ingressoId, dataDimissione: '2026-04-02', esito: 'abbandono' },
      ...{ destinazione: null, versoStruttura: null, versoModulo: null },
    });
    registerAssenza(ctx, assenza(ingressoId, '2026-03-29', null));
    passa(ctx, '2026-04-10');
    expect(lettere(ctx, ingressoId, '2026-04').slice(0, 3)).toBe('U..');
  });

  test('a month closed meanwhile is not touched: the assenza goes on after it', () => {
    const { ctx, ingressoId } = scena('2026-03-30', '2026-01-10', ['2026-02']);
    registerAssenza(ctx, assenza(ingressoId, '2026-03-29', null));
    ctx.store.write(gesto(ctx, 'prova'), (tx) => {
      const strutturaId = tx.find('ingressi', ingressoId)?.strutturaId ?? '';
      tx.insert('mesi', { strutturaId, mese: '2026-03', stato: 'chiuso', revisione: 1 });
    });
    passa(ctx, '2026-04-02');
    expect(lettere(ctx, ingressoId, '2026-03').slice(27)).toBe('.UU.');
    expect(lettere(ctx, ingressoId, '2026-04').slice(0, 3)).toBe('UU.');
    // what goes on keeps the words too, or nobody would see it late
    expect(righe(ctx, ingressoId)).toEqual([
      ['U', '2026-03-29', '2026-03-31', 'uscita'],
      ['U', '2026-04-01', null, 'uscita'],
    ]);
  });

  test('a leave granted for Saturday is not in the grid until the guest goes', () => {
    const { ctx, ingressoId } = scena('2026-04-09', '2026-01-10', ['2026-02', '2026-03']);
    const permesso = { tipo: 'permesso', rientroPrevisto: '2026-04-12', oraPrevista: '20:00' };
    const { id, avvisi } = registerAssenza(ctx, assenza(ingressoId, '2026-04-11', null, permesso));
    expect(avvisi.join()).toContain('prevista');
    expect(lettere(ctx, ingressoId, '2026-04')).toBe('.'.repeat(31));
    expect(getOggi(ctx, { struttura: 'CASA00' })).toMatchObject({ fuori: [], previste: [{ tipo: 'permesso' }] });
    passa(ctx, '2026-04-11');
    const sabato = { ...ctx, oggi: () => '2026-04-11' };
    expect(lettere(ctx, ingressoId, '2026-04')).toBe('.'.repeat(31));
    expect(getOggi(sabato, { struttura: 'CASA00' })).toMatchObject({ fuori: [], inUscita: [{ tipo: 'permesso' }] });
    confirmAssenza(sabato, { id, uscita: '2026-04-11', oraUscita: '09:40' });
    expect(lettere(ctx, ingressoId, '2026-04').slice(9, 13)).toBe('.U..');
  });

  test('letters written before assenze were kept get theirs', () => {
    const { ctx, ingressoId } = scena();
    dipingi(ctx, ingressoId, ['2026-03-05', '2026-03-06'], 'U');
    ctx.store.sqlite.prepare('DELETE FROM assenze').run();
    passa(ctx, '2026-04-10');
    expect(righe(ctx, ingressoId)).toEqual([['U', '2026-03-05', '2026-03-07', null]]);
  });

  test('late: the day after the planned return, or past the hour', () => {
    const { ctx, ingressoId } = scena('2026-04-10', '2026-01-10', ['2026-02', '2026-03']);
    const { id } = registerAssenza(ctx, assenza(ingressoId, '2026-04-08', null, { rientroPrevisto: '2026-04-09' }));
    const inRitardo = () =>
      listAssenze(ctx, { struttura: 'CASA00', giorno: '2026-04-10' }).righe.map((riga) => riga.inRitardo);
    expect(inRitardo()).toEqual([true]);
    correctAssenza(ctx, { id, prima: {}, dopo: { rientroPrevisto: '2026-04-10' } });
    expect(inRitardo()).toEqual([false]);
    correctAssenza(ctx, { id, prima: {}, dopo: { oraPrevista: '00:00' } });
    expect(inRitardo()).toEqual([true]);
    returnAssenza(ctx, { id, rientro: '2026-04-10', oraRientro: null });
    expect(inRitardo()).toEqual([]);
  });
});

describe('an assenza given to another stay', () => {
  test('both stays follow: the days are of the other one (found by fuzzing workbooks)', async () => {
    const { ctx, ingressoId } = scena();
    const altra = ospiteDiProva(ctx, { cognome: 'Altri', dataIngresso: '2026-01-10' }).ingressoId;
    dipingiMese(ctx, altra, '2026-03');
    const { id } = registerAssenza(ctx, assenza(ingressoId, '2026-03-05', '2026-03-08'));
    ctx.store.write(gesto(ctx, 'fogli.import'), (tx) => tx.update('assenze', id, { ingressoId: altra }));
    expect(dueVoci(ctx, ingressoId, '2026-04-10')).toEqual({ griglia: {}, assenze: {} });
    expect(lettere(ctx, altra, '2026-03')).toBe(`PPPPUUU${'P'.repeat(24)}`);
  });
});

describe('verifica', () => {
  const controllo = async (ctx: Contesto) =>
    (await runVerifica(ctx)).controlli.find(({ nome }) => nome === 'Griglia e assenze dicono lo stesso');

  test('letters and assenze changed behind the program’s back are found, with the day', async () => {
    const { ctx, ingressoId } = scena();
    registerAssenza(ctx, assenza(ingressoId, '2026-03-05', '2026-03-08'));
    expect(await controllo(ctx)).toMatchObject({ esito: true, dettaglio: '1 assenza' });
    ctx.store.sqlite.prepare("UPDATE assenze SET rientro = '2026-03-10'").run();
    expect(await controllo(ctx)).toMatchObject({ esito: false, dettaglio: expect.stringContaining('2026-03-08') });
    ctx.store.sqlite.prepare("UPDATE assenze SET rientro = '2026-03-08'").run();
    ctx.store.sqlite.prepare("UPDATE presenze SET codici = replace(codici, 'UUU', 'UPU')").run();
    expect(await controllo(ctx)).toMatchObject({ esito: false, dettaglio: expect.stringContaining('2026-03-06') });
  });
});

describe('what is asked of them', () => {
  test('the days of each year by letter, across the new year', () => {
    const { ctx, ospiteId, ingressoId } = scena('2026-04-10', '2025-12-01', []);
    registerAssenza(ctx, assenza(ingressoId, '2025-12-30', '2026-01-03'));
    registerAssenza(ctx, assenza(ingressoId, '2026-04-09', null, { tipo: 'ricovero' }));
    const { anni, righe: tutte } = listAssenzeOspite(ctx, { ospiteId });
    expect(tutte.map((riga) => [riga.uscita, riga.giorni])).toEqual([
      ['2026-04-09', 2],
      ['2025-12-30', 4],
    ]);
    expect(anni.map(({ anno, perCodice }) => [anno, perCodice.map((c) => [c.codice, c.giorni])])).toEqual([
      [
        2026,
        [
          ['U', 2],
          ['R', 2],
        ],
      ],
      [2025, [['U', 2]]],
    ]);
  });

  test('prescriptions in force on the day, for who reads the section; darkened, the bytes of who has none', () => {
    const { ctx, ospiteId, ingressoId } = scena();
    const chiedi = (chi: Contesto) => listPrescrizioni(chi, { ospiteId, giorno: '2026-04-10' });
    const senza = JSON.stringify(chiedi(ctx));
    const misura = { misura: 'affidamento_in_prova', prescrizioni: 'rientro entro le 21' };
    scriviRiservato(
      ctx,
      { ospiteId, ingressoId },
      {
        misure: [
          { ...misura, dal: '2026-01-01' },
          { misura: 'obbligo_di_firma', dal: '2025-01-01', al: '2025-12-31' },
        ],
      },
    );
    expect(chiedi(ctx).misure).toEqual([{ ...misura, autorita: null }]);
    registerOscuramento(ctx, { ospiteId, sezione: 'giuridica', ruoli: ['responsabile'], motivo: 'prova' });
    expect(JSON.stringify(chiedi(come(ctx, 'educatore')))).toBe(senza);
  });

  test('a store of the central office keeps none', () => {
    const { ctx, ingressoId } = scena();
    ctx.store.write(gesto(ctx, 'prova'), (tx) => tx.insert('impostazioni', { id: 'ruolo', valore: 'centrale' }));
    dipingi(ctx, ingressoId, ['2026-03-05'], 'U');
    expect(righe(ctx, ingressoId)).toEqual([]);
  });
});
