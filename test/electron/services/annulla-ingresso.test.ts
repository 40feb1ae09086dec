import { describe, expect, test } from 'vitest';
import { undoModifica } from '../../../electron/services/annulla.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import {
  changeModulo,
  correctIngresso,
  getIngresso,
  registerIngresso,
  removeIngresso,
} from '../../../electron/services/ingresso.ts';
import { closeMese } from '../../../electron/services/mese.ts';
import { registerNucleo } from '../../../electron/services/nucleo.ts';
import { getOggi } from '../../../electron/services/oggi.ts';
import { registerPresenze } from '../../../electron/services/presenza.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva } from '../../aiuti/ospite.ts';

const PERSONA = {
  ...{ cognome: 'Ferrari', nome: 'Bruno', sesso: 'M' as const, dataNascita: '1983-07-14', luogoNascita: 'Brescia' },
  ...{ cittadinanza: 'IT', codiceFiscale: null, tipoIdentificativo: null },
};
const DOVE = { struttura: 'CASA00', modulo: 'CASA00-TR', tipoIngresso: null, utenza: 'DUS' };
const STAY = { ...DOVE, servizioInviante: null, entePagante: null };

function ammetti(ctx: Contesto, dataIngresso = '2025-04-02') {
  return registerIngresso(ctx, { ...STAY, ospite: PERSONA, dataIngresso });
}

const presenti = (ctx: Contesto) => getOggi(ctx, { struttura: 'CASA00' }).ospiti.length;

function errore(fa: () => unknown): string {
  try {
    fa();
  } catch (e) {
    return (e as { codice?: string }).codice ?? String(e);
  }
  return '';
}

describe('undoing an admission', () => {
  test('the guest was new: stay, modulo and guest are gone, and may be written again', () => {
    const ctx = comunitaDiProva();
    const { voce, ingressoId, ospiteId } = ammetti(ctx);
    undoModifica(ctx, { voce: voce ?? 0 });
    expect(presenti(ctx)).toBe(0);
    expect(ctx.store.find('ospiti', ospiteId)?.deletedAtMs).not.toBeNull();
    expect(errore(() => getIngresso(ctx, { ingressoId }))).toBe('ingresso.sconosciuto');
    ammetti(ctx);
    expect(presenti(ctx)).toBe(1);
  });

  test('a person who was already in the register stays one with whoever they were', () => {
    const ctx = comunitaDiProva();
    const prima = registerIngresso(ctx, {
      ...STAY,
      ospite: { ...PERSONA, codiceFiscale: 'FRRBRN83L14B157V' },
      dataIngresso: '2025-01-10',
    });
    correctIngresso(ctx, { ingressoId: prima.ingressoId, dataIngresso: '2025-01-11' });
    const personaId = ctx.store.find('ospiti', prima.ospiteId)?.personaId;
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) =>
      tx.update('ingressi', prima.ingressoId, { dataDimissione: '2025-02-10', esito: 'concluso' }),
    );
    const { voce } = ammetti(ctx);
    undoModifica(ctx, { voce: voce ?? 0 });
    expect(ctx.store.find('ospiti', prima.ospiteId)).toMatchObject({ personaId, deletedAtMs: null });
  });

  test('a family goes all together', () => {
    const ctx = comunitaDiProva();
    const membro = (cognome: string, genitore: number | null) => ({
      ospite: { ...PERSONA, cognome },
      genitore,
      scheda: {},
    });
    const { voce } = registerNucleo(ctx, {
      ...{ struttura: 'CASA00', nome: null, conIngresso: null, dataIngresso: '2025-04-02', modulo: null, comuni: {} },
      membri: [membro('Ferrari', null), membro('Conti', 0)],
    });
    expect(presenti(ctx)).toBe(2);
    undoModifica(ctx, { voce });
    expect(presenti(ctx)).toBe(0);
  });

  test('not where something else was written since, nor in a closed month, nor by somebody else', () => {
    const ctx = comunitaDiProva();
    const scritto = ammetti(ctx);
    registerPresenze(ctx, {
      ...{ struttura: 'CASA00', mese: '2025-04', gesto: 'cella' },
      cambi: [{ ingressoId: scritto.ingressoId, giorno: '2025-04-02', codice: 'P' }],
    });
    expect(errore(() => undoModifica(ctx, { voce: scritto.voce ?? 0 }))).toBe('annulla.superato');
    const altro = registerIngresso(ctx, { ...STAY, ospite: { ...PERSONA, nome: 'Ivo' }, dataIngresso: '2025-03-30' });
    expect(errore(() => undoModifica(come(ctx, 'educatore'), { voce: altro.voce ?? 0 }))).toBe('annulla.altrui');
    closeMese(ctx, { struttura: 'CASA00', mese: '2025-03', conMancanti: true });
    expect(errore(() => undoModifica(ctx, { voce: altro.voce ?? 0 }))).toBe('mese.chiuso');
    expect(presenti(ctx)).toBe(2);
  });
});

test('a stay taken away by mistake comes back with its modulo and codes, unless another has begun meanwhile', () => {
  const ctx = comunitaDiProva();
  const { ingressoId } = ammetti(ctx);
  registerPresenze(ctx, {
    ...{ struttura: 'CASA00', mese: '2025-04', gesto: 'cella' },
    cambi: [{ ingressoId, giorno: '2025-04-02', codice: 'P' }],
  });
  const prima = getIngresso(ctx, { ingressoId });
  const { voce } = removeIngresso(ctx, { ingressoId, motivo: 'sbagliato' });
  expect(presenti(ctx)).toBe(0);
  undoModifica(ctx, { voce: voce ?? 0 });
  expect(getIngresso(ctx, { ingressoId })).toEqual(prima);
  const presenze = ctx.store.select('presenze', 't.deleted_at_ms IS NULL AND t.ingresso_id = @ingressoId', {
    ingressoId,
  });
  expect(presenze.map((riga) => riga.codici.replaceAll('.', ''))).toEqual(['P']);
  const ancora = removeIngresso(ctx, { ingressoId, motivo: 'sbagliato' });
  registerIngresso(ctx, { ...STAY, ospite: { id: prima.ospiteId }, dataIngresso: '2025-04-01' });
  expect(errore(() => undoModifica(ctx, { voce: ancora.voce ?? 0 }))).toBe('ingresso.sovrapposto');
});

describe('undoing a correction', () => {
  test('the day, the modulo and the codes are as they were', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx, { dataIngresso: '2025-04-01' });
    const prima = getIngresso(ctx, { ingressoId });
    const { voce } = correctIngresso(ctx, { ingressoId, dataIngresso: '2025-04-03', entePagante: 'Comune' });
    undoModifica(ctx, { voce: voce ?? 0 });
    expect(getIngresso(ctx, { ingressoId })).toEqual(prima);
    const cambio = changeModulo(ctx, { ingressoId, dal: '2025-04-02', modulo: 'CASA00-ALC' });
    expect(getIngresso(ctx, { ingressoId }).moduli).toHaveLength(2);
    undoModifica(ctx, { voce: cambio.voce ?? 0 });
    expect(getIngresso(ctx, { ingressoId })).toEqual(prima);
  });
});

describe('two windows on one admission', () => {
  test('other fields are left alone; the same field is told, and nothing is written', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx, { dataIngresso: '2025-04-01' });
    const altra = come(ctx, 'educatore', 'Luca Moro');
    correctIngresso(altra, { ingressoId, entePagante: 'Comune', prima: { entePagante: 'ATS' } });
    const data = correctIngresso(ctx, {
      ingressoId,
      dataIngresso: '2025-04-02',
      prima: { dataIngresso: '2025-04-01' },
    });
    expect(data.contese).toEqual([]);
    expect(getIngresso(ctx, { ingressoId })).toMatchObject({ entePagante: 'Comune', dataIngresso: '2025-04-02' });
    const stesso = correctIngresso(ctx, { ingressoId, entePagante: 'Provincia', prima: { entePagante: 'ATS' } });
    expect(stesso).toMatchObject({ voce: null, contese: [{ campo: 'entePagante', loro: 'Comune', chi: 'Luca Moro' }] });
    expect(getIngresso(ctx, { ingressoId }).entePagante).toBe('Comune');
  });

  test('a modulo changed meanwhile is said', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx, { dataIngresso: '2025-04-01' });
    changeModulo(ctx, { ingressoId, dal: '2025-04-02', modulo: 'CASA00-ALC', prima: 'CASA00-TR' });
    const seconda = { ingressoId, dal: '2025-04-03', modulo: 'CASA00-TR', prima: 'CASA00-TR' };
    expect(errore(() => changeModulo(ctx, seconda))).toBe('modulo.cambiato');
  });
});
