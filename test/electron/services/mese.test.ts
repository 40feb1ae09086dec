import { describe, expect, test } from 'vitest';
import { unpackImmagini } from '../../../db/registro.ts';
import { ErroreApprodo } from '../../../domain/errore.ts';
import { giornoDelMese } from '../../../domain/giorno.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { registerDimissione } from '../../../electron/services/dimissione.ts';
import {
  changeModulo,
  correctIngresso,
  getIngresso,
  registerIngresso,
  removeIngresso,
} from '../../../electron/services/ingresso.ts';
import { checkMese, closeMese, listMesi, reopenMese } from '../../../electron/services/mese.ts';
import { searchOspiti } from '../../../electron/services/ospite-ricerca.ts';
import { findModifica, getMese, registerPresenze } from '../../../electron/services/presenza.ts';
import { reopenDimissione } from '../../../electron/services/riapertura.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';

const ANNA = {
  cognome: 'Rossi',
  nome: 'Anna',
  sesso: 'F' as const,
  dataNascita: '1985-03-01',
  luogoNascita: null,
  cittadinanza: 'IT',
  codiceFiscale: null,
  tipoIdentificativo: null,
};

function ingresso(ctx: Contesto, altro: Partial<Parameters<typeof registerIngresso>[1]> = {}) {
  return registerIngresso(ctx, {
    struttura: 'CASA00',
    ospite: ANNA,
    dataIngresso: '2025-03-01',
    modulo: 'CASA00-TR',
    tipoIngresso: 'nuovo',
    utenza: 'DUS',
    servizioInviante: 'SERD-BS',
    entePagante: 'ATS-BS',
    ...altro,
  });
}

function registra(
  ctx: Contesto,
  ingressoId: string,
  giorni: readonly string[],
  codice: string | null,
  prima?: string | null,
) {
  const cambi = giorni.map((giorno) => ({ ingressoId, giorno, codice, ...(prima === undefined ? {} : { prima }) }));
  return registerPresenze(ctx, { struttura: 'CASA00', mese: '2025-03', gesto: 'cella', cambi });
}

const MARZO = Array.from({ length: 31 }, (_, index) => giornoDelMese('2025-03', index + 1));

function rifiuto(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ErroreApprodo) return error.codice;
    throw error;
  }
  return 'accettato';
}

describe('recording', () => {
  test('a guest arrives, the month is recorded, the grid shows it', () => {
    const ctx = comunitaDiProva();
    const { ingressoId, avvisi } = ingresso(ctx);
    expect(avvisi).toEqual([expect.stringContaining('Da completare')]);
    expect(registra(ctx, ingressoId, MARZO.slice(0, 3), 'P').cambiati).toBe(3);
    const griglia = getMese(ctx, { struttura: 'CASA00', mese: '2025-03' });
    expect(griglia.righe).toHaveLength(1);
    expect(griglia.righe[0]).toMatchObject({ cognome: 'Rossi', codici: `PPP${'.'.repeat(28)}` });
    expect(griglia.righe[0]?.moduli).toEqual([{ dal: '2025-03-01', modulo: 'CASA00-TR', tipologia: 'TR' }]);
    expect(griglia.posti).toHaveLength(31);
    expect(griglia.posti[0]).toEqual({ accreditati: 10, disponibili: 8 });
  });

  test('one gesture is one line of the log, all or nothing', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ingresso(ctx);
    const before = ctx.store.registro.last().seq;
    registra(ctx, ingressoId, MARZO, 'P');
    expect(ctx.store.registro.last().seq).toBe(before + 1);
    const wrong = () => registra(ctx, ingressoId, ['2025-03-01', '2025-02-28'], 'U');
    expect(rifiuto(wrong)).toBe('presenze.mese');
    expect(getMese(ctx, { struttura: 'CASA00', mese: '2025-03' }).righe[0]?.codici).toBe('P'.repeat(31));
  });

  test('outside the stay nothing can be typed', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ingresso(ctx, { dataIngresso: '2025-03-10' });
    expect(rifiuto(() => registra(ctx, ingressoId, ['2025-03-09'], 'P'))).toBe('presenze.fuori_permanenza');
    expect(rifiuto(() => registra(ctx, ingressoId, ['2025-03-10'], 'Z'))).toBe('presenze.codice');
    expect(rifiuto(() => registra(ctx, 'altro', ['2025-03-10'], 'P'))).toBe('presenze.permanenza');
  });

  test('two windows: the second finds the cell changed and is told', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ingresso(ctx);
    registra(ctx, ingressoId, ['2025-03-05'], 'P', null);
    expect(rifiuto(() => registra(ctx, ingressoId, ['2025-03-05'], 'U', null))).toBe('presenze.superato');
    expect(registra(ctx, ingressoId, ['2025-03-05'], 'U', 'P').cambiati).toBe(1);
  });

  test('who changed a cell last, from what', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ingresso(ctx);
    registra(ctx, ingressoId, MARZO, 'P');
    registra(ctx, ingressoId, ['2025-03-05'], 'U');
    registra(ctx, ingressoId, ['2025-03-06'], 'R');
    expect(findModifica(ctx, { ingressoId, giorno: '2025-03-05' })).toMatchObject({
      utente: 'ROSSI Maria',
      da: 'P',
      a: 'U',
    });
    expect(findModifica(ctx, { ingressoId, giorno: '2025-03-07' })).toMatchObject({ da: null, a: 'P' });
    expect(findModifica(ctx, { ingressoId, giorno: '2025-04-07' })).toBeNull();
  });

  test('a known guest comes back; nobody is in two places at once', () => {
    const ctx = comunitaDiProva();
    const first = ingresso(ctx);
    const again = () => ingresso(ctx, { ospite: { id: first.ospiteId }, struttura: 'CASA01', modulo: 'CASA01-TR' });
    expect(rifiuto(again)).toBe('ingresso.sovrapposto');
    const sameNewRow = () => ingresso(ctx, { dataIngresso: '2025-03-20' });
    expect(rifiuto(sameNewRow)).toBe('ingresso.sovrapposto');
    registerDimissione(ctx, dimissione(first.ingressoId, '2025-03-10'));
    ingresso(ctx, { ospite: { id: first.ospiteId }, dataIngresso: '2025-03-10', tipoIngresso: 'rientro' });
    expect(getMese(ctx, { struttura: 'CASA00', mese: '2025-03' }).righe).toHaveLength(2);
  });

  test('search finds without accents, by any part, and says where the guest is', () => {
    const ctx = comunitaDiProva();
    ingresso(ctx, { ospite: { ...ANNA, cognome: 'Niccolò', nome: 'Zoë' } });
    const found = searchOspiti(ctx, { testo: 'zoe nicco', limite: 5 });
    expect(found).toMatchObject([{ cognome: 'Niccolò', presenteIn: 'Struttura CASA00', ultimaDimissione: null }]);
    expect(searchOspiti(ctx, { testo: 'zoe verdi', limite: 5 })).toEqual([]);
  });
});

function dimissione(ingressoId: string, dataDimissione: string, altro = {}) {
  return {
    ingressoId,
    dataDimissione,
    esito: 'concluso',
    destinazione: null,
    versoStruttura: null,
    versoModulo: null,
    ...altro,
  };
}

describe('leaving and moving', () => {
  test('dimissione takes the codes from its day on, and can be cancelled', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ingresso(ctx);
    registra(ctx, ingressoId, MARZO, 'P');
    const result = registerDimissione(ctx, dimissione(ingressoId, '2025-03-20'));
    expect(result.codiciTolti).toBe(12);
    expect(getMese(ctx, { struttura: 'CASA00', mese: '2025-03' }).righe[0]?.codici).toBe(
      `${'P'.repeat(19)}${'.'.repeat(12)}`,
    );
    const immagini = unpackImmagini(ctx.store.registro.find(ctx.store.registro.last().seq)?.righe ?? null);
    expect(immagini.map((i) => i.t)).toEqual(['ingressi', 'presenze']);
    reopenDimissione(ctx, { ingressoId, motivo: 'per sbaglio' });
    expect(getIngresso(ctx, { ingressoId })).toMatchObject({ dataDimissione: null, esito: null });
    expect(rifiuto(() => reopenDimissione(ctx, { ingressoId, motivo: 'per sbaglio' }))).toBe('dimissione.assente');
  });

  test('internal transfer is one event, the day belongs to the second struttura', () => {
    const ctx = comunitaDiProva();
    const { ingressoId, ospiteId } = ingresso(ctx);
    const verso = { esito: 'trasferimento_interno', versoStruttura: 'CASA01', versoModulo: 'CASA01-ALC' };
    const before = ctx.store.registro.last().seq;
    registerDimissione(ctx, dimissione(ingressoId, '2025-03-15', verso));
    expect(ctx.store.registro.last().seq).toBe(before + 1);
    const there = getMese(ctx, { struttura: 'CASA01', mese: '2025-03' }).righe[0];
    expect(there).toMatchObject({ ospiteId, dataIngresso: '2025-03-15', utenza: 'DUS' });
    expect(
      rifiuto(() => registerDimissione(ctx, dimissione(ingressoId, '2025-03-15', { versoStruttura: 'CASA01' }))),
    ).toBe('dimissione.trasferimento');
  });

  test('a dimissione before the ingresso is refused, an outcome outside the seven too', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ingresso(ctx, { dataIngresso: '2025-03-10' });
    expect(rifiuto(() => registerDimissione(ctx, dimissione(ingressoId, '2025-03-09')))).toBe(
      'dimissione.prima_dell_ingresso',
    );
    expect(
      rifiuto(() =>
        registerDimissione(ctx, dimissione(ingressoId, '2025-03-12', { esito: 'allontanamento o revoca' })),
      ),
    ).toBe('lista.voce');
  });

  test('a missing outcome is saved with a remark: an incomplete fact is better than none', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ingresso(ctx);
    const { avvisi } = registerDimissione(ctx, dimissione(ingressoId, '2025-03-12', { esito: null }));
    expect(avvisi.join(' ')).toContain('Manca l’esito');
  });

  test('changing modulo is not a dimissione; correcting the ingresso moves the first modulo', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ingresso(ctx);
    changeModulo(ctx, { ingressoId, dal: '2025-03-15', modulo: 'CASA00-ALC' });
    expect(getIngresso(ctx, { ingressoId }).moduli).toEqual([
      { dal: '2025-03-01', modulo: 'CASA00-TR' },
      { dal: '2025-03-15', modulo: 'CASA00-ALC' },
    ]);
    registra(ctx, ingressoId, MARZO, 'P');
    const { codiciTolti } = correctIngresso(ctx, { ingressoId, dataIngresso: '2025-03-16' });
    expect(codiciTolti).toBe(15);
    expect(getIngresso(ctx, { ingressoId }).moduli).toEqual([{ dal: '2025-03-16', modulo: 'CASA00-ALC' }]);
    changeModulo(ctx, { ingressoId, dal: '2025-03-16', modulo: 'CASA00-TR' });
    expect(getIngresso(ctx, { ingressoId }).moduli).toEqual([{ dal: '2025-03-16', modulo: 'CASA00-TR' }]);
    expect(rifiuto(() => changeModulo(ctx, { ingressoId, dal: '2025-03-15', modulo: 'CASA00-ALC' }))).toBe(
      'modulo.fuori_permanenza',
    );
    expect(rifiuto(() => changeModulo(ctx, { ingressoId, dal: '2025-03-20', modulo: 'CASA01-TR' }))).toBe(
      'modulo.sconosciuto',
    );
  });

  test('an ingresso entered by mistake is taken away, softly', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ingresso(ctx);
    registra(ctx, ingressoId, MARZO, 'P');
    removeIngresso(ctx, { ingressoId, motivo: 'persona sbagliata' });
    expect(getMese(ctx, { struttura: 'CASA00', mese: '2025-03' }).righe).toEqual([]);
    expect(ctx.store.find('ingressi', ingressoId)?.deletedAtMs).not.toBeNull();
  });
});

describe('closing', () => {
  test('days without a code refuse the closing unless confirmed', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ingresso(ctx);
    registra(ctx, ingressoId, MARZO.slice(0, 29), 'P');
    const close = (conMancanti: boolean) => closeMese(ctx, { struttura: 'CASA00', mese: '2025-03', conMancanti });
    expect(rifiuto(() => close(false))).toBe('mese.mancanti');
    expect(close(true)).toEqual({ mese: '2025-03', revisione: 1, mancanti: 2 });
    expect(rifiuto(() => close(true))).toBe('mese.gia_chiuso');
    expect(rifiuto(() => closeMese(ctx, { struttura: 'CASA00', mese: '2025-05', conMancanti: true }))).toBe(
      'mese.futuro',
    );
  });

  test('a closed month is locked against everything that would change its figures, and only that', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ingresso(ctx);
    registra(ctx, ingressoId, MARZO, 'P');
    closeMese(ctx, { struttura: 'CASA00', mese: '2025-03', conMancanti: false });
    const refused = [
      () => registra(ctx, ingressoId, ['2025-03-05'], 'U'),
      () => registerDimissione(ctx, dimissione(ingressoId, '2025-03-20')),
      () => correctIngresso(ctx, { ingressoId, dataIngresso: '2025-03-02' }),
      () => changeModulo(ctx, { ingressoId, dal: '2025-03-15', modulo: 'CASA00-ALC' }),
      () => removeIngresso(ctx, { ingressoId, motivo: 'prova' }),
      () => ingresso(ctx, { ospite: { ...ANNA, cognome: 'Verdi' }, dataIngresso: '2025-02-01' }),
    ];
    for (const run of refused) expect(rifiuto(run)).toBe('mese.chiuso');
    registerDimissione(ctx, dimissione(ingressoId, '2025-04-01'));
    ingresso(ctx, { ospite: { ...ANNA, cognome: 'Verdi', dataNascita: '1990-01-01' }, dataIngresso: '2025-04-01' });
    changeModulo(ctx, {
      ingressoId: ingresso(ctx, {
        ospite: { ...ANNA, cognome: 'Neri', dataNascita: '1991-01-01' },
        dataIngresso: '2025-04-01',
      }).ingressoId,
      dal: '2025-04-02',
      modulo: 'CASA00-ALC',
    });
  });

  test('reopening asks for a reason, the next closing is the next revision, the history says it all', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ingresso(ctx);
    registra(ctx, ingressoId, MARZO, 'P');
    closeMese(ctx, { struttura: 'CASA00', mese: '2025-03', conMancanti: false });
    reopenMese(ctx, { struttura: 'CASA00', mese: '2025-03', motivo: 'ricovero comunicato dopo' });
    expect(rifiuto(() => reopenMese(ctx, { struttura: 'CASA00', mese: '2025-03', motivo: 'ancora' }))).toBe(
      'mese.non_chiuso',
    );
    registra(ctx, ingressoId, ['2025-03-05'], 'R');
    expect(closeMese(ctx, { struttura: 'CASA00', mese: '2025-03', conMancanti: false }).revisione).toBe(2);
    const { storia, stato } = checkMese(ctx, { struttura: 'CASA00', mese: '2025-03' });
    expect(stato).toBe('chiuso');
    expect(storia.map(({ azione, revisione, nota }) => [azione, revisione, nota])).toEqual([
      ['chiuso', 2, '1 presenza cambiata (ROSSI Anna)'],
      ['riaperto', 1, 'ricovero comunicato dopo'],
      ['chiuso', 1, null],
    ]);
    expect(listMesi(ctx, { struttura: 'CASA00', anno: 2025 })[2]).toMatchObject({
      mese: '2025-03',
      stato: 'chiuso',
      revisione: 2,
    });
  });

  test('the balance adds up beside last month’s', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ingresso(ctx, { dataIngresso: '2025-02-10' });
    ingresso(ctx, { ospite: { ...ANNA, cognome: 'Verdi', dataNascita: '1990-01-01' } });
    registra(ctx, ingressoId, MARZO, 'P');
    const { bilancio, precedente, voci } = checkMese(ctx, { struttura: 'CASA00', mese: '2025-03' });
    expect(precedente).toMatchObject({ presentiInizio: 0, ingressi: 1, dimessi: 0, presentiFine: 1 });
    expect(bilancio).toMatchObject({
      presentiInizio: 1,
      ingressi: 1,
      dimessi: 0,
      presentiFine: 2,
      giornatePresenza: 31,
      giornateOccupate: 62,
      giorniMancanti: 31,
      postiAccreditati: 10,
      saturazioneAccreditati: 20,
      mediaGiornaliera: 1,
    });
    expect(voci[0]).toMatchObject({ codice: 'giorni_senza_codice', gravita: 'blocca' });
  });

  test('at the central office the register is read only', () => {
    const ctx: Contesto = { ...comunitaDiProva(), ruolo: 'centrale' };
    expect(rifiuto(() => ingresso(ctx))).toBe('mese.altrui');
    expect(rifiuto(() => closeMese(ctx, { struttura: 'CASA00', mese: '2025-03', conMancanti: true }))).toBe(
      'mese.altrui',
    );
  });
});
