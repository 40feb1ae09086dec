import { describe, expect, test } from 'vitest';
import { undoModifica } from '../../../electron/services/annulla.ts';
import {
  listRegole as listPaganti,
  removeRegola as removePagante,
  saveRegola as savePagante,
} from '../../../electron/services/assenza-regola.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { controlloDi } from '../../../electron/services/controllo.ts';
import { registerDimissione } from '../../../electron/services/dimissione.ts';
import { previewDimissione } from '../../../electron/services/dimissione-anteprima.ts';
import { getDimissione } from '../../../electron/services/dimissione-uscita.ts';
import { listRegole, saveRegola } from '../../../electron/services/regola-scadenza.ts';
import { listScadenze } from '../../../electron/services/scadenza.ts';
import { getScheda } from '../../../electron/services/scheda-ingresso.ts';
import { getStruttura } from '../../../electron/services/struttura.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';

const REGOLA = { modulo: null, giorni: null, mesi: null, anticipo: 30, attiva: true, ripristina: false };

/** The day a deadline of Scadenze is due. */
function scadenza(ctx: Contesto, voce: string): string | undefined {
  const { righe } = listScadenze(ctx, { struttura: 'CASA00', entro: '2030-12-31' });
  return righe.find((riga) => riga.voce === voce)?.entro;
}

/** The lines of a check of the month's list. */
function detto(ctx: Contesto, codice: string, mese = '2025-04'): string[] {
  const voci = controlloDi(ctx.store, getStruttura(ctx.store, 'CASA00'), mese, { oggi: ctx.oggi() });
  return voci.find((voce) => voce.codice === codice)?.righe.map((riga) => riga.testo) ?? [];
}

function scrivi(ctx: Contesto, body: Parameters<Contesto['store']['write']>[1]) {
  return ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, body);
}

function regola(ctx: Contesto) {
  const trovata = listRegole(ctx).find(({ voce }) => voce === 'relazione_dimissione');
  if (!trovata) throw new Error('no rule');
  return trovata;
}

describe('a rule of the office reaches every screen', () => {
  test('the report of a dimissione: the same day in Scadenze, in the form and in the list of the month', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx);
    saveRegola(ctx, { ...REGOLA, voce: 'relazione_dimissione', giorni: 15 });
    const dimissione = { ingressoId, dataDimissione: '2025-04-02', esito: 'concluso' };
    expect(previewDimissione(ctx, dimissione).relazioneEntro).toBe('2025-04-17');
    expect(getDimissione(ctx, { ingressoId }).relazioneDopo).toEqual({ giorni: 15, mesi: null });
    registerDimissione(ctx, { ...dimissione, destinazione: null, versoStruttura: null, versoModulo: null });
    expect(scadenza(ctx, 'relazione_dimissione')).toBe('2025-04-17');
    expect(detto(ctx, 'relazione_in_scadenza')).toEqual([
      'FERRARI Bruno: dimissione del 02/04/2025, relazione entro il 17/04/2025',
    ]);
    saveRegola(ctx, { ...REGOLA, voce: 'relazione_dimissione', modulo: 'CASA00-TR', mesi: 2 });
    expect(previewDimissione(ctx, dimissione).relazioneEntro).toBe('2025-06-02');
    expect(scadenza(ctx, 'relazione_dimissione')).toBe('2025-06-02');
    expect(detto(ctx, 'relazione_in_scadenza')[0]).toContain('entro il 02/06/2025');
    saveRegola(ctx, { ...REGOLA, voce: 'relazione_dimissione', modulo: 'CASA00-TR', attiva: false });
    expect(previewDimissione(ctx, dimissione).relazioneEntro).toBeNull();
    expect(getDimissione(ctx, { ingressoId }).relazioneDopo).toBeNull();
    expect([scadenza(ctx, 'relazione_dimissione'), detto(ctx, 'relazione_in_scadenza')]).toEqual([undefined, []]);
  });

  test('the longest duration: counted from the modulo, put off by an agreement, silent when its rule is off', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx, { dataIngresso: '2024-10-01' });
    scrivi(ctx, (tx) => {
      const [casa] = ctx.store.select('strutture', "t.codice = 'CASA00'", {});
      const nuovo = { strutturaId: casa?.id ?? '', codice: 'CASA00-ACC', nome: 'Accoglienza', tipologia: 'ACC' };
      const moduloId = tx.insert('moduli', { ...nuovo, conta: 'adulti' });
      tx.insert('assegnazioni', { ingressoId, moduloId, dal: '2024-12-20' });
    });
    const fine = () => getScheda(ctx, { ingressoId }).durata?.fine;
    expect([scadenza(ctx, 'durata_massima'), fine()]).toEqual(['2025-03-19', '2025-03-19']);
    expect(detto(ctx, 'oltre_durata_massima', '2025-02')).toEqual([]);
    expect(detto(ctx, 'oltre_durata_massima')).toEqual([
      'FERRARI Bruno: 212 giorni dall’ingresso, durata massima del modulo (contata dal 20/12/2024) superata dal 20/03/2025',
    ]);
    scrivi(ctx, (tx) => {
      tx.update('ingressi', ingressoId, { finePrevista: '2025-06-30' });
    });
    expect([scadenza(ctx, 'durata_massima'), fine()]).toEqual(['2025-06-30', '2025-06-30']);
    expect(detto(ctx, 'oltre_durata_massima')).toEqual([]);
    scrivi(ctx, (tx) => {
      tx.update('ingressi', ingressoId, { finePrevista: '2025-03-31' });
    });
    expect(detto(ctx, 'oltre_durata_massima')).toEqual(['FERRARI Bruno: programma concordato fino al 31/03/2025']);
    saveRegola(ctx, { ...REGOLA, voce: 'durata_massima', attiva: false });
    expect([scadenza(ctx, 'durata_massima'), detto(ctx, 'oltre_durata_massima')]).toEqual([undefined, []]);
  });
});

describe('two windows on one rule', () => {
  test('of a deadline: other fields merge, the same one asks; putting it back asks nothing', () => {
    const ctx = comunitaDiProva();
    const base = { ...REGOLA, voce: 'relazione_dimissione', giorni: 30 } as const;
    saveRegola(ctx, { ...base, giorni: 15, prima: { giorni: 30 } });
    expect(saveRegola(ctx, { ...base, anticipo: 7, prima: { anticipo: 30 } }).contese).toEqual([]);
    expect(regola(ctx)).toMatchObject({ giorni: 15, anticipo: 7 });
    const stessa = { ...base, giorni: 20, prima: { giorni: 30 } };
    expect(saveRegola(ctx, stessa)).toMatchObject({ voce: null, contese: [{ campo: 'giorni', mio: 20, loro: 15 }] });
    expect(regola(ctx).giorni).toBe(15);
    saveRegola(ctx, { ...stessa, prima: { giorni: 15 } });
    expect(regola(ctx)).toMatchObject({ giorni: 20, anticipo: 7 });
    expect(saveRegola(ctx, { ...stessa, ripristina: true }).contese).toEqual([]);
    expect(regola(ctx)).toMatchObject({ giorni: 30, anticipo: 30 });
  });

  test('of a payer: the same, and its saving and its removal are undone by one key', () => {
    const ctx = comunitaDiProva();
    const base = { dal: '2025-01-01', al: null, uscitaAssente: true, rientroAssente: false, entePagante: 'ATS' };
    const { id } = savePagante(ctx, { id: null, ...base });
    savePagante(ctx, { id, ...base, uscitaAssente: false, prima: { uscitaAssente: true } });
    const { contese, voce } = savePagante(ctx, { id, ...base, al: '2025-12-31', prima: { al: null } });
    expect(contese).toEqual([]);
    const scritta = () => listPaganti(ctx).righe[0];
    expect(scritta()).toMatchObject({ uscitaAssente: false, al: '2025-12-31' });
    const stessa = { id, ...base, al: '2026-06-30', prima: { al: null } };
    expect(savePagante(ctx, stessa).contese).toMatchObject([{ campo: 'al', loro: '2025-12-31' }]);
    undoModifica(ctx, { voce: voce ?? 0 });
    expect(scritta()).toMatchObject({ uscitaAssente: false, al: null });
    const tolta = removePagante(ctx, { id });
    expect(scritta()).toBeUndefined();
    undoModifica(ctx, { voce: tolta.voce ?? 0 });
    expect(scritta()).toMatchObject({ uscitaAssente: false });
  });
});
