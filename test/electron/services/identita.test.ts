import { describe, expect, test } from 'vitest';
import { isCodiceOspite } from '../../../domain/codice-ospite.ts';
import { contract } from '../../../electron/contract/index.ts';
import { RUOLI } from '../../../electron/contract/ruolo.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { getIdentita, openIdentita, restoreIdentita, sealIdentita } from '../../../electron/services/identita.ts';
import { registerIngresso } from '../../../electron/services/ingresso.ts';
import { getOspite } from '../../../electron/services/ospite.ts';
import { searchOspiti } from '../../../electron/services/ospite-ricerca.ts';
import { getVoce } from '../../../electron/services/registro.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva } from '../../aiuti/ospite.ts';
import { listOspitiDelRegistro, testoDelRegistro } from '../../aiuti/registro.ts';

const CANARINO = 'Zafferanetti';

function anonimoDiProva(ctx: Contesto): string {
  return registerIngresso(ctx, {
    struttura: 'CASA00',
    ospite: {
      ...{ cognome: CANARINO, nome: 'Wladimira', sesso: 'F', dataNascita: '1991-02-23', luogoNascita: 'Ostiglia' },
      ...{ cittadinanza: 'IT', codiceFiscale: 'ZFFWDM91B63G186X', tipoIdentificativo: 'CF', anonimo: true },
    },
    ...{ dataIngresso: '2025-03-01', modulo: 'CASA00-TR', tipoIngresso: 'nuovo', utenza: 'DUS' },
    ...{ servizioInviante: null, entePagante: null },
  }).ospiteId;
}

const cerca = (ctx: Contesto, testo: string) => searchOspiti(ctx, { testo, limite: 10 }).map(({ id }) => id);

describe('a guest recorded under a code (art. 120 DPR 309/1990)', () => {
  test('the name shown is the code; nothing of who it is in the row, in the log, in the search', () => {
    const ctx = comunitaDiProva();
    const ospiteId = anonimoDiProva(ctx);
    const { cognome, nome, dataNascita, luogoNascita, cittadinanza, codiceFiscale, sesso, tipoIdentificativo } =
      getOspite(ctx, { ospiteId });
    expect(isCodiceOspite(cognome)).toBe(true);
    expect({ nome, dataNascita, luogoNascita, cittadinanza, codiceFiscale, sesso, tipoIdentificativo }).toEqual({
      ...{ nome: 'anonimo', dataNascita: '1991-07-01', luogoNascita: null, cittadinanza: null },
      ...{ codiceFiscale: null, sesso: 'F', tipoIdentificativo: 'ANON' },
    });
    expect(testoDelRegistro(ctx.store)).not.toMatch(/Zafferanetti|ZAFFERANETTI|Wladimira|1991-02-23|Ostiglia|ZFFWDM/i);
    expect(cerca(ctx, 'Zafferanetti')).toEqual([]);
    expect(cerca(ctx, 'ZFFWDM91')).toEqual([]);
    expect(cerca(ctx, cognome)).toEqual([ospiteId]);
  });

  test('opened by the roles named, with a reason that is in the log before the answer', () => {
    const ctx = comunitaDiProva();
    const ospiteId = anonimoDiProva(ctx);
    const prima = ctx.store.registro.last().seq;
    expect(openIdentita(ctx, { ospiteId, motivo: 'richiesta del SerD' })).toMatchObject({
      cognome: CANARINO,
      nome: 'Wladimira',
      dataNascita: '1991-02-23',
      codiceFiscale: 'ZFFWDM91B63G186X',
    });
    expect(ctx.store.registro.find(prima + 1)).toMatchObject({
      azione: 'identita.open',
      nota: 'richiesta del SerD',
      ospiteId,
      utente: 'ROSSI Maria',
    });
    openIdentita(ctx, { ospiteId, motivo: 'di nuovo' });
    expect(ctx.store.registro.last().seq).toBe(prima + 2);
  });

  test('a guest is found by the code, whole and without mistakes', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const { codice } = getIdentita(ctx, { ospiteId });
    expect(cerca(ctx, codice.toLowerCase())).toEqual([ospiteId]);
    expect(cerca(ctx, codice.slice(0, 5))).toEqual([]);
  });

  test('other roles are refused at the door, and named roles alone get in', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    for (const nome of ['identita.seal', 'identita.open', 'identita.restore'] as const)
      expect(RUOLI.filter((ruolo) => !(contract[nome].ruoli as readonly string[]).includes(ruolo))).toEqual([
        'educatore',
        'accoglienza',
        'direzione',
        'amministratore',
      ]);
    sealIdentita(ctx, { ospiteId, ruoli: ['responsabile'], motivo: 'richiesta' });
    const sanitario = come(ctx, 'sanitario');
    const prima = ctx.store.registro.last().seq;
    expect(() => openIdentita(sanitario, { ospiteId, motivo: 'prova' })).toThrow(/riservata ad altri ruoli/);
    expect(() => restoreIdentita(sanitario, { ospiteId, motivo: 'prova' })).toThrow(/riservata ad altri ruoli/);
    expect(ctx.store.registro.last().seq).toBe(prima);
    expect(() => sealIdentita(ctx, { ospiteId, ruoli: ['responsabile'], motivo: 'x' })).toThrow(/già registrato/);
  });

  test('a named guest becomes a code and back: the lines of the two gestures hold no name', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx, { cognome: CANARINO });
    const prima = ctx.store.registro.last().seq;
    const { codice } = sealIdentita(ctx, {
      ospiteId,
      ruoli: ['responsabile', 'sanitario'],
      motivo: 'richiesta dell’ospite',
    });
    // what the log wrote before is in the file, and is not shown
    const righe = Array.from({ length: ctx.store.registro.last().seq }, (_, index) => index + 1);
    for (const seq of righe) expect(JSON.stringify(getVoce(ctx, { seq }))).not.toMatch(/zafferanetti|1983-07-14/i);
    expect(getIdentita(ctx, { ospiteId })).toEqual({ codice, anonimo: true, ruoli: ['responsabile', 'sanitario'] });
    expect(cerca(ctx, CANARINO)).toEqual([]);
    restoreIdentita(ctx, { ospiteId, motivo: 'ha cambiato idea' });
    expect(getOspite(ctx, { ospiteId })).toMatchObject({ cognome: CANARINO, nome: 'Bruno', dataNascita: '1983-07-14' });
    expect(getIdentita(ctx, { ospiteId })).toEqual({ codice, anonimo: false, ruoli: [] });
    expect(cerca(ctx, CANARINO)).toEqual([ospiteId]);
    const dopo = testoDelRegistro(ctx.store, prima);
    expect(dopo).toContain('(riservato)');
    expect(dopo).not.toMatch(/zafferanetti|Bruno|1983-07-14|Brescia/i);
    expect(ctx.store.registro.findBroken()).toBeNull();
    expect(() => openIdentita(ctx, { ospiteId, motivo: 'x' })).toThrow(/non c’è un’identità riservata/);
  });

  test('a person with two rows is sealed in both, stays one person, and is named again in both', () => {
    const ctx = comunitaDiProva();
    const uno = ospiteDiProva(ctx, { cognome: CANARINO });
    const due = ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      const {
        id: _,
        createdAtMs: _c,
        updatedAtMs: _u,
        dispositivo: _d,
        voce: _v,
        ...riga
      } = {
        ...tx.find('ospiti', uno.ospiteId),
      };
      return tx.insert('ospiti', riga as Parameters<typeof tx.insert<'ospiti'>>[1]);
    });
    sealIdentita(ctx, { ospiteId: due, ruoli: ['responsabile'], motivo: 'richiesta' });
    const righe = listOspitiDelRegistro(ctx.store);
    expect(new Set(righe.map(({ personaId }) => personaId)).size).toBe(1);
    expect(JSON.stringify(righe)).not.toMatch(/zafferanetti/i);
    restoreIdentita(ctx, { ospiteId: uno.ospiteId, motivo: 'fine' });
    expect(listOspitiDelRegistro(ctx.store).map(({ cognome }) => cognome)).toEqual([CANARINO, CANARINO]);
  });
});
