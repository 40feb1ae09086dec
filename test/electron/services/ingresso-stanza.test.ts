import { describe, expect, test } from 'vitest';
import { undoModifica } from '../../../electron/services/annulla.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { changeModulo, registerIngresso } from '../../../electron/services/ingresso.ts';
import { registerNucleo } from '../../../electron/services/nucleo.ts';
import { getOggi } from '../../../electron/services/oggi.ts';
import { savePosti } from '../../../electron/services/posti.ts';
import { registerPresenze } from '../../../electron/services/presenza.ts';
import { assignAlloggio, listStanze, saveStanza } from '../../../electron/services/stanza.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';

const OGGI = '2025-04-03';
const PERSONA = {
  ...{ cognome: 'Ferrari', nome: 'Bruno', sesso: 'M' as const, dataNascita: '1983-07-14', luogoNascita: 'Brescia' },
  ...{ cittadinanza: 'IT', codiceFiscale: null, tipoIdentificativo: null },
};
const STAY = {
  ...{ struttura: 'CASA00', modulo: 'CASA00-TR', tipoIngresso: null, utenza: 'DUS', dataIngresso: '2025-04-02' },
  ...{ servizioInviante: null, entePagante: null },
};

function stanza(ctx: Contesto, letti: number, altro: { struttura?: string; al?: string } = {}): string {
  const vuota = { struttura: 'CASA00', id: null, nome: 'Stanza 1', modulo: null, dal: '2024-01-01', al: null };
  return saveStanza(ctx, { ...vuota, letti, ...altro }).id;
}

function dorme(ctx: Contesto, giorno: string) {
  return listStanze(ctx, { struttura: 'CASA00', giorno }).stanze.map((s) =>
    s.chi.map((c) => [c.cognome, c.letto, c.dal]),
  );
}

describe('the room of who is admitted', () => {
  test('is given in the same gesture, from the first night, and goes with its undo', () => {
    const ctx = comunitaDiProva(OGGI);
    const stanzaId = stanza(ctx, 1);
    const { voce, avvisi } = registerIngresso(ctx, { ...STAY, ospite: PERSONA, alloggio: { stanzaId, letto: 'A' } });
    expect(dorme(ctx, '2025-04-02')).toEqual([[['Ferrari', 'A', '2025-04-02']]]);
    expect(avvisi.join()).not.toContain('letto');
    undoModifica(ctx, { voce: voce ?? 0 });
    expect(dorme(ctx, '2025-04-02')).toEqual([[]]);
  });

  test('a family in one room of a bed: said once, never refused', () => {
    const ctx = comunitaDiProva(OGGI);
    const alloggio = { stanzaId: stanza(ctx, 1), letto: null };
    const membro = (nome: string) => ({ ospite: { ...PERSONA, nome }, genitore: null, scheda: {}, alloggio });
    const { avvisi } = registerNucleo(ctx, {
      ...{ struttura: 'CASA00', nome: null, conIngresso: null, dataIngresso: '2025-04-02', modulo: null, comuni: {} },
      membri: [membro('Bruno'), membro('Ivo')],
    });
    expect(avvisi.filter((uno) => uno.includes('letto'))).toEqual([
      'La stanza Stanza 1 ha un letto e 2 ospiti: controllare chi ci dorme.',
    ]);
  });

  test('refused with nothing written: a room of another struttura, closed by then, unknown', () => {
    const ctx = comunitaDiProva(OGGI);
    const prove = [
      [stanza(ctx, 1, { struttura: 'CASA01' }), /altra struttura/],
      [stanza(ctx, 1, { al: '2025-03-31' }), /non è in uso/],
      ['00000000-0000-7000-8000-000000000000', /non c’è più/],
    ] as const;
    for (const [stanzaId, frase] of prove)
      expect(() => registerIngresso(ctx, { ...STAY, ospite: PERSONA, alloggio: { stanzaId, letto: null } })).toThrow(
        frase,
      );
    expect(getOggi(ctx, { struttura: 'CASA00' }).ospiti).toEqual([]);
  });
});

describe('a modulo beyond its places', () => {
  const posti = (ctx: Contesto, disponibili: number) =>
    savePosti(ctx, {
      ...{ modulo: 'CASA00-TR', id: null, validoDal: '2025-03-01', validoAl: null, accreditati: 4, motivo: null },
      disponibili,
    });
  const oltre = (avvisi: readonly string[]) => avvisi.filter((uno) => uno.includes('va oltre'));

  test('is said on admission and on a change of modulo; who keeps no place does not count', () => {
    const ctx = comunitaDiProva(OGGI);
    posti(ctx, 1);
    const prima = registerIngresso(ctx, { ...STAY, ospite: PERSONA });
    expect(oltre(prima.avvisi)).toEqual([]);
    const bis = registerIngresso(ctx, { ...STAY, ospite: { ...PERSONA, nome: 'Ivo' } });
    expect(oltre(bis.avvisi)).toHaveLength(1);
    expect(oltre(bis.avvisi)[0]).toMatch(/mer 2 apr: 2 posti occupati su 1\.$/);
    registerPresenze(ctx, {
      ...{ struttura: 'CASA00', mese: '2025-04', gesto: 'cella' },
      cambi: [{ ingressoId: prima.ingressoId, giorno: '2025-04-02', codice: 'C' }],
    });
    changeModulo(ctx, { ingressoId: bis.ingressoId, dal: '2025-04-02', modulo: 'CASA00-ALC' });
    const torna = changeModulo(ctx, { ingressoId: bis.ingressoId, dal: '2025-04-02', modulo: 'CASA00-TR' });
    expect(oltre(torna.avvisi)).toEqual([]);
  });

  test('works that leave no place are said too', () => {
    const ctx = comunitaDiProva(OGGI);
    posti(ctx, 0);
    expect(oltre(registerIngresso(ctx, { ...STAY, ospite: PERSONA }).avvisi)[0]).toMatch(
      /un posto occupato e nessuno disponibile/,
    );
  });
});

test('who sleeps here without a room is a task of Oggi, only where the house has rooms', () => {
  const ctx = comunitaDiProva(OGGI);
  const { ingressoId } = ospiteDiProva(ctx);
  const senza = () => getOggi(ctx, { struttura: 'CASA00' }).senzaStanza.map((uno) => uno.ingressoId);
  expect(senza()).toEqual([]);
  const stanzaId = stanza(ctx, 2);
  expect(senza()).toEqual([ingressoId]);
  assignAlloggio(ctx, { ingressoId, dal: OGGI, stanzaId, letto: null });
  expect(senza()).toEqual([]);
});
