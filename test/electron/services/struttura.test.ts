import { describe, expect, test } from 'vitest';
import { loadDatiBilancio } from '../../../db/reads/report.ts';
import { listPosti } from '../../../db/reads/struttura.ts';
import { giornatePosto, postiDelGiorno } from '../../../domain/posti.ts';
import { contract } from '../../../electron/contract/index.ts';
import { undoModifica } from '../../../electron/services/annulla.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { changeModulo } from '../../../electron/services/ingresso.ts';
import { closeMese } from '../../../electron/services/mese.ts';
import { getOggi } from '../../../electron/services/oggi.ts';
import { saveOperatore } from '../../../electron/services/operatore.ts';
import { removePosti, savePosti } from '../../../electron/services/posti.ts';
import { getMese } from '../../../electron/services/presenza.ts';
import { assignAlloggio, saveStanza } from '../../../electron/services/stanza.ts';
import { listStrutture, saveModulo, saveStruttura } from '../../../electron/services/struttura.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva } from '../../aiuti/ospite.ts';

const casa = (ctx: Contesto) => {
  const [struttura] = listStrutture(ctx);
  const modulo = struttura?.moduli.find((m) => m.codice === 'CASA00-TR');
  if (!struttura || !modulo) throw new Error('manca');
  return { struttura, modulo };
};

const posti = (ctx: Contesto, mese: string, giorno: number) =>
  getMese(ctx, { struttura: 'CASA00', mese }).postiPerModulo['CASA00-TR']?.[giorno - 1]?.disponibili;

describe('when a struttura or a modulo is open', () => {
  test('after its last day a modulo has no places: in the grid, in the saturation, among the free beds of today', () => {
    const ctx = comunitaDiProva();
    const { modulo } = casa(ctx);
    saveModulo(ctx, { id: modulo.id, prima: { dal: null, al: null }, dopo: { dal: '2025-01-10', al: '2025-03-20' } });
    expect([posti(ctx, '2025-01', 9), posti(ctx, '2025-01', 10)]).toEqual([0, 4]);
    expect([posti(ctx, '2025-03', 20), posti(ctx, '2025-03', 21)]).toEqual([4, 0]);
    const marzo = { dal: '2025-03-01', al: '2025-03-31' };
    const dati = loadDatiBilancio(ctx.store, marzo);
    // three moduli of 4 places for 31 days, and this one for 20
    expect(giornatePosto(dati.posti, marzo).disponibili).toBe(3 * 4 * 31 + 4 * 20);
    expect(postiDelGiorno(dati.posti, '2025-03-31').accreditati).toBe(15);
    expect(getOggi(ctx, { struttura: 'CASA00' }).moduli.map((m) => m.codice)).toEqual(['CASA00-ALC']);
  });

  test('a closed struttura closes its moduli; the figures of a closed month stay as they are', () => {
    const ctx = comunitaDiProva();
    const { struttura } = casa(ctx);
    closeMese(ctx, { struttura: 'CASA00', mese: '2025-02', conMancanti: false });
    const chiudi = (al: string) => saveStruttura(ctx, { id: struttura.id, prima: { al: null }, dopo: { al } });
    expect(() => chiudi('2025-02-20')).toThrow('febbraio 2025 è chiuso');
    expect(chiudi('2025-03-10').avvisi).toEqual([]);
    expect([posti(ctx, '2025-03', 10), posti(ctx, '2025-03', 11)]).toEqual([4, 0]);
    expect(() => saveStruttura(ctx, { id: struttura.id, prima: {}, dopo: { dal: '2025-04-01' } })).toThrow(
      'prima del primo',
    );
  });

  test('closing with somebody still in says how many, and closes', () => {
    const ctx = comunitaDiProva();
    ospiteDiProva(ctx);
    ospiteDiProva(ctx, { cognome: 'Bassi', dataIngresso: '2025-03-01' });
    const { struttura, modulo } = casa(ctx);
    const { avvisi } = saveModulo(ctx, { id: modulo.id, prima: { al: null }, dopo: { al: '2025-04-30' } });
    expect(avvisi.join()).toContain('2 ospiti risultano in TR dopo il 30/04/2025');
    expect(casa(ctx).modulo.al).toBe('2025-04-30');
    const prima = saveStruttura(ctx, { id: struttura.id, prima: { dal: null }, dopo: { dal: '2025-02-01' } });
    expect(prima.avvisi.join()).toContain('Un ospite risulta in Struttura CASA00 prima del 01/02/2025, fuori');
  });

  test('an address is written; a new one never takes the place of one that is there', () => {
    const ctx = comunitaDiProva();
    const nuova = { codice: 'CASA09', nuova: true, nome: 'Casa Nova', tipo: 'CT' };
    saveStruttura(ctx, {
      ...nuova,
      indirizzo: 'via del Molino 3',
      cap: '26013',
      ats: 'ATS della Valle',
      dal: '2025-04-01',
    });
    expect(listStrutture(ctx).find((s) => s.codice === 'CASA09')).toMatchObject({
      ...{ indirizzo: 'via del Molino 3', cap: '26013', ats: 'ATS della Valle', dal: '2025-04-01', al: null },
    });
    expect(() => saveStruttura(ctx, { ...nuova, nome: 'Altra' })).toThrow('C’è già');
    const modulo = { struttura: 'CASA00', codice: 'CASA00-TR', nome: 'X', tipologia: 'TR', conta: 'adulti' } as const;
    const quanti = { validoDal: '2025-01-01', accreditati: 1, disponibili: 1 };
    expect(() => saveModulo(ctx, { ...modulo, nuovo: true, ...quanti })).toThrow('C’è già');
  });
});

describe('two people on the same record', () => {
  test('different fields are merged, the same one is asked: struttura, modulo and its places', () => {
    const ctx = comunitaDiProva();
    const altra = { ...come(ctx, 'responsabile', 'NERI Ada') };
    const { struttura, modulo } = casa(ctx);
    const { id, nome } = struttura;
    expect(saveStruttura(altra, { id, prima: { nome }, dopo: { nome: 'Casa Alta' } }).contese).toEqual([]);
    const mia = saveStruttura(ctx, { id, prima: { nome, cap: null }, dopo: { nome: 'Casa Bassa', cap: '26013' } });
    expect(mia.contese).toMatchObject([{ campo: 'nome', mio: 'Casa Bassa', loro: 'Casa Alta', chi: 'NERI Ada' }]);
    expect(casa(ctx).struttura).toMatchObject({ nome: 'Casa Alta', cap: null });
    saveStruttura(ctx, { id, prima: { cap: null }, dopo: { cap: '26013' } });
    expect(casa(ctx).struttura).toMatchObject({ nome: 'Casa Alta', cap: '26013' });

    saveModulo(altra, { id: modulo.id, prima: { disponibili: 4 }, dopo: { disponibili: 3 } });
    const miei = saveModulo(ctx, {
      ...{ id: modulo.id, prima: { nome: 'TR', disponibili: 4 }, dopo: { nome: 'Terapeutico', disponibili: 2 } },
    });
    expect(miei.contese).toMatchObject([{ campo: 'disponibili', mio: 2, loro: 3, chi: 'NERI Ada' }]);
    expect(casa(ctx).modulo).toMatchObject({ nome: 'TR', posti: [{ disponibili: 3 }] });
    saveModulo(ctx, {
      id: modulo.id,
      prima: { nome: 'TR', disponibili: 3 },
      dopo: { nome: 'Terapeutico', disponibili: 2 },
    });
    expect(casa(ctx).modulo).toMatchObject({ nome: 'Terapeutico', posti: [{ accreditati: 5, disponibili: 2 }] });
    // a new day makes a new period, with the number that was not touched
    saveModulo(ctx, {
      id: modulo.id,
      prima: { validoDal: '2020-01-01' },
      dopo: { validoDal: '2025-05-01', disponibili: 5 },
    });
    expect(casa(ctx).modulo.posti).toMatchObject([
      { validoDal: '2020-01-01', validoAl: '2025-04-30', disponibili: 2 },
      { validoDal: '2025-05-01', validoAl: null, accreditati: 5, disponibili: 5 },
    ]);
  });

  test('places, rooms and staff too', () => {
    const ctx = comunitaDiProva();
    const altra = come(ctx, 'responsabile', 'NERI Ada');
    const p = casa(ctx).modulo.posti[0]?.id ?? '';
    savePosti(altra, { id: p, prima: { disponibili: 4 }, dopo: { disponibili: 1 } });
    expect(savePosti(ctx, { id: p, prima: { disponibili: 4 }, dopo: { disponibili: 2 } }).contese).toMatchObject([
      { campo: 'disponibili', loro: 1 },
    ]);
    const stanza = { struttura: 'CASA00', nome: 'Uno', modulo: 'CASA00-TR', letti: 1, dal: '2024-01-01' };
    const { id } = saveStanza(ctx, stanza);
    saveStanza(altra, { id, prima: { modulo: 'CASA00-TR' }, dopo: { modulo: null } });
    const mia = { id, prima: { modulo: 'CASA00-TR' }, dopo: { modulo: 'CASA00-ALC' } };
    expect(saveStanza(ctx, mia).contese).toMatchObject([{ campo: 'modulo', mio: 'CASA00-ALC', loro: null }]);
    expect(saveStanza(ctx, { id, prima: { letti: 1 }, dopo: { letti: 3 } }).contese).toEqual([]);
    const chi = saveOperatore(ctx, { struttura: 'CASA00', nome: 'ZANI Ugo', dal: '2020-01-01' }).id;
    saveOperatore(altra, { id: chi, prima: { qualifica: null }, dopo: { qualifica: 'educatore' } });
    expect(
      saveOperatore(ctx, { id: chi, prima: { qualifica: null }, dopo: { qualifica: 'psicologo' } }).contese,
    ).toMatchObject([{ campo: 'qualifica', loro: 'educatore', chi: 'NERI Ada' }]);
  });
});

describe('one key undoes a correction of the house', () => {
  const annulla = (ctx: Contesto, { voce }: { readonly voce: number | null }) => undoModifica(ctx, { voce: voce ?? 0 });

  test('the days of a modulo, its places, a struttura: as they were', () => {
    const ctx = comunitaDiProva();
    const { modulo, struttura } = casa(ctx);
    const comeSono = () => contract['strutture.list'].output.parse(listStrutture(ctx));
    const prima = comeSono();
    annulla(ctx, saveModulo(ctx, { id: modulo.id, prima: { al: null }, dopo: { al: '2025-03-20' } }));
    annulla(ctx, saveModulo(ctx, { id: modulo.id, prima: {}, dopo: { disponibili: 2, validoDal: '2025-03-05' } }));
    annulla(ctx, saveStruttura(ctx, { id: struttura.id, prima: { nome: struttura.nome }, dopo: { nome: 'Altra' } }));
    expect(comeSono()).toEqual(prima);
    const lavori = {
      validoDal: '2025-03-10',
      validoAl: '2025-03-12',
      accreditati: 4,
      disponibili: 1,
      motivo: 'lavori',
    };
    const scritti = savePosti(ctx, { modulo: modulo.codice, ...lavori });
    expect(posti(ctx, '2025-03', 11)).toBe(1);
    annulla(ctx, scritti);
    expect(posti(ctx, '2025-03', 11)).toBe(4);
    const ancora = savePosti(ctx, { modulo: modulo.codice, ...lavori });
    annulla(ctx, removePosti(ctx, { id: ancora.id }));
    expect(posti(ctx, '2025-03', 11)).toBe(1);
  });

  test('not where a month has closed on it, nor where another period begins the same day', () => {
    const ctx = comunitaDiProva();
    const { modulo } = casa(ctx);
    const lavori = {
      validoDal: '2025-03-10',
      validoAl: '2025-03-12',
      accreditati: 4,
      disponibili: 1,
      motivo: 'lavori',
    };
    const { id } = savePosti(ctx, { modulo: modulo.codice, ...lavori });
    const tolti = removePosti(ctx, { id });
    savePosti(ctx, { modulo: modulo.codice, ...lavori, disponibili: 3 });
    expect(() => annulla(ctx, tolti)).toThrow('un altro periodo che comincia lo stesso giorno');
    expect(posti(ctx, '2025-03', 11)).toBe(3);
    const chiuso = saveModulo(ctx, { id: modulo.id, prima: { al: null }, dopo: { al: '2025-02-10' } });
    closeMese(ctx, { struttura: 'CASA00', mese: '2025-02', conMancanti: false });
    expect(() => annulla(ctx, chiuso)).toThrow('febbraio 2025 è chiuso');
    expect(casa(ctx).modulo.al).toBe('2025-02-10');
  });

  const NUOVA = { codice: 'CASA09', nuova: true, nome: 'Casa Nova', tipo: 'CT', ats: 'ATS della Valle' } as const;
  const CHI = { struttura: 'CASA00', codice: 'CASA00-NUOVO', nome: 'Nuovo', tipologia: 'TR', conta: 'adulti' } as const;
  const NUOVO = { ...CHI, nuovo: true, validoDal: '2025-03-01', accreditati: 2, disponibili: 2 };
  const codici = (ctx: Contesto) => listStrutture(ctx).flatMap((s) => [s.codice, ...s.moduli.map((m) => m.codice)]);

  test('a struttura or a modulo written by mistake goes with one key, and its codice can be written again', () => {
    const ctx = comunitaDiProva();
    const quanti = () => postiDelGiorno(listPosti(ctx.store), '2025-03-05');
    const prima = [codici(ctx), quanti()];
    annulla(ctx, saveStruttura(ctx, NUOVA));
    annulla(ctx, saveModulo(ctx, NUOVO));
    expect([codici(ctx), quanti()]).toEqual(prima);
    const { ats: _, ...senza } = NUOVA;
    const ancora = saveStruttura(ctx, senza);
    saveModulo(ctx, { ...NUOVO, struttura: 'CASA09', disponibili: 1 });
    expect(listStrutture(ctx).find((s) => s.codice === 'CASA09')).toMatchObject({
      ...{ nome: 'Casa Nova', ats: null },
      moduli: [{ codice: 'CASA00-NUOVO', posti: [{ disponibili: 1 }] }],
    });
    expect(() => annulla(ctx, ancora)).toThrow('In questa struttura è già stato scritto altro');
  });

  test('what is already used does not go: a modulo with a stay or other places, a room somebody sleeps in', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx);
    const nato = saveModulo(ctx, NUOVO);
    const lavori = {
      validoDal: '2025-03-10',
      validoAl: '2025-03-12',
      accreditati: 2,
      disponibili: 1,
      motivo: 'lavori',
    };
    const scritti = savePosti(ctx, { modulo: NUOVO.codice, ...lavori });
    expect(() => annulla(ctx, nato)).toThrow('Di questo modulo è già stato scritto altro: si chiude');
    annulla(ctx, scritti);
    changeModulo(ctx, { ingressoId, dal: '2025-03-15', modulo: NUOVO.codice });
    expect(() => annulla(ctx, nato)).toThrow('Di questo modulo');
    expect(codici(ctx)).toContain(NUOVO.codice);
    const uno = saveStanza(ctx, { struttura: 'CASA00', nome: 'Uno', letti: 1, dal: '2024-01-01' });
    annulla(ctx, uno);
    const due = saveStanza(ctx, { struttura: 'CASA00', nome: 'Due', letti: 1, dal: '2024-01-01' });
    assignAlloggio(ctx, { ingressoId, dal: '2025-03-15', stanzaId: due.id, letto: null });
    expect(() => annulla(ctx, due)).toThrow('ha già dormito qualcuno');
    annulla(ctx, saveOperatore(ctx, { struttura: 'CASA00', nome: 'ZANI Ugo', dal: '2020-01-01' }));
  });

  test('a month closed with it in keeps it', () => {
    const ctx = comunitaDiProva();
    const nato = saveModulo(ctx, { ...NUOVO, validoDal: '2025-02-01' });
    closeMese(ctx, { struttura: 'CASA00', mese: '2025-02', conMancanti: false });
    expect(() => annulla(ctx, nato)).toThrow('febbraio 2025 è chiuso');
    expect(codici(ctx)).toContain(NUOVO.codice);
  });
});
