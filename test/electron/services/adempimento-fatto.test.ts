import { describe, expect, test } from 'vitest';
import { registerAdempimento } from '../../../electron/services/adempimento.ts';
import { listAdempimenti, undoAdempimento } from '../../../electron/services/adempimento-fatto.ts';
import { undoModifica } from '../../../electron/services/annulla.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { registerDimissione } from '../../../electron/services/dimissione.ts';
import { registerIncontro } from '../../../electron/services/incontro.ts';
import { savePromemoria } from '../../../electron/services/promemoria.ts';
import { createRelazione, saveRelazione } from '../../../electron/services/relazione.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { listScadenze } from '../../../electron/services/scadenza.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva } from '../../aiuti/ospite.ts';

const CASA = { struttura: 'CASA00' };

function voci(ctx: Contesto) {
  const { righe } = listScadenze(ctx, { ...CASA, entro: '2030-12-31' });
  return Object.fromEntries(righe.map((riga) => [riga.voce, riga.entro]));
}

function scrivi(ctx: Contesto, body: Parameters<Contesto['store']['write']>[1]) {
  return ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, body);
}

/** Marks what is due of a kind; returns the line of the log. */
function segna(ctx: Contesto, voce: string, altro: { fattoIl?: string; nota?: string; destinatari?: string[] } = {}) {
  const { righe } = listScadenze(ctx, { ...CASA, entro: '2030-12-31' });
  const riga = righe.find((una) => una.voce === voce);
  if (!riga) throw new Error(`no ${voce}`);
  const { oggettoId, entro } = riga;
  const { fattoIl = '2025-04-02', nota = null, destinatari = null } = altro;
  registerAdempimento(ctx, { ...CASA, voce: riga.voce, oggettoId, entro, fattoIl, nota, destinatari });
  return ctx.store.registro.last().seq;
}

function dimetti(ctx: Contesto, ingressoId: string, comunicazioni = ['SerD']) {
  registerDimissione(ctx, {
    ...{ ingressoId, dataDimissione: '2025-04-01', esito: 'concluso', destinazione: null },
    ...{ versoStruttura: null, versoModulo: null },
  });
  const dette = comunicazioni.map((a) => ({ a, fattaIl: null, ...(a === 'UEPE' ? { giuridica: true } : {}) }));
  scrivi(ctx, (tx) => tx.update('ingressi', ingressoId, { comunicazioni: dette }));
}

/** A project with one goal and one action, both due. */
function conProgetto(ctx: Contesto, ingressoId: string): string {
  return scrivi(ctx, (tx) => {
    const progettoId = tx.insert('progetti', { ingressoId, data: '2025-02-01' });
    const id = tx.insert('obiettivi', { progettoId, area: 'lavoro', testo: 'Un corso', entro: '2025-04-10' });
    tx.insert('azioni', { obiettivoId: id, testo: 'Iscrizione', entro: '2025-04-12' });
    return id;
  }) as string;
}

describe('what was marked done', () => {
  test('is seen again with its note, its author, its day, and put back: whatever it wrote, in the register or beside', () => {
    const ctx = comunitaDiProva();
    const { ospiteId, ingressoId } = ospiteDiProva(ctx);
    const obiettivo = conProgetto(ctx, ingressoId);
    savePromemoria(ctx, { ...CASA, id: null, ospiteId: null, testo: 'Tessera', entro: '2025-04-10' });
    registerIncontro(ctx, {
      ...{ ...CASA, data: '2025-03-01', servizio: 'uepe', modalita: 'presenza', stato: 'fatto' },
      ...{ ospiti: [ospiteId], relazioneEntro: '2025-04-05' },
    });
    const prima = voci(ctx);
    const tutte = ['verifica_inviante', 'riesame_progetto', 'promemoria', 'azione', 'obiettivo', 'relazione_incontro'];
    const segnate = tutte.map((voce) => ({ voce, seq: segna(ctx, voce, { nota: `per ${voce}` }) }));
    expect(ctx.store.find('obiettivi', obiettivo)?.stato).toBe('raggiunto');
    for (const voce of ['promemoria', 'azione', 'obiettivo', 'relazione_incontro'])
      expect(voci(ctx)).not.toHaveProperty(voce);
    const { righe } = listAdempimenti(ctx, CASA);
    expect(righe.map((r) => r.voce)).toEqual(tutte.toReversed());
    expect(righe.find((r) => r.voce === 'verifica_inviante')).toMatchObject({
      ...{ testo: 'Verifica con il servizio inviante', ospiteId, cognome: 'Ferrari', fattoIl: '2025-04-02' },
      ...{ nota: 'per verifica_inviante', autore: ctx.utente.nome },
    });
    expect(righe.find((r) => r.voce === 'promemoria')?.testo).toBe('Tessera (per promemoria)');
    expect(righe.find((r) => r.voce === 'relazione_incontro')?.nota).toBe('per relazione_incontro');
    for (const { seq } of segnate) undoAdempimento(ctx, { ...CASA, voceRegistro: seq });
    expect(voci(ctx)).toEqual(prima);
    expect(listAdempimenti(ctx, CASA).righe).toEqual([]);
    expect(ctx.store.find('obiettivi', obiettivo)?.stato).toBe('aperto');
    // the note went back with it
    expect(ctx.store.select('promemoria', '1=1', {})).toMatchObject([{ testo: 'Tessera', fattoIl: null }]);
    const ultima = ctx.store.registro.find(ctx.store.registro.last().seq);
    expect(ultima).toMatchObject({ azione: 'adempimenti.undo', struttura: 'CASA00' });
  });

  test('a violation told to the authority too, never before the day of the fact', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const id = scrivi(ctx, (tx) =>
      tx.insert('violazioni', { ospiteId, data: '2025-03-30', fatto: 'Rientro alle 23', comunicataIl: null }),
    ) as string;
    const prima = voci(ctx);
    expect(prima).toHaveProperty('violazione', '2025-04-02');
    expect(() => segna(ctx, 'violazione', { fattoIl: '2025-03-29' })).toThrow('viene prima del fatto');
    const seq = segna(ctx, 'violazione', { nota: 'PEC' });
    expect(voci(ctx)).not.toHaveProperty('violazione');
    expect(listAdempimenti(ctx, CASA).righe).toMatchObject([
      { voce: 'violazione', fattoIl: '2025-04-02', nota: 'PEC' },
    ]);
    undoAdempimento(ctx, { ...CASA, voceRegistro: seq });
    expect(ctx.store.find('violazioni', id)?.comunicataIl).toBeNull();
    expect(voci(ctx)).toEqual(prima);
  });

  test('put back by a colleague, after other things were written of the stay; one key does it again', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx);
    dimetti(ctx, ingressoId);
    const seq = segna(ctx, 'relazione_dimissione', { nota: 'PEC' });
    scrivi(ctx, (tx) => tx.update('ingressi', ingressoId, { noteDimissione: 'Saluta.' }));
    const collega = come(ctx, 'educatore');
    const { voce } = undoAdempimento(collega, { ...CASA, voceRegistro: seq });
    expect(ctx.store.find('ingressi', ingressoId)).toMatchObject({ dataRelazione: null, noteDimissione: 'Saluta.' });
    expect(() => undoAdempimento(collega, { ...CASA, voceRegistro: seq })).toThrow('è cambiata dopo');
    undoModifica(collega, { voce: voce ?? 0 });
    expect(listAdempimenti(ctx, CASA).righe).toMatchObject([{ voce: 'relazione_dimissione', nota: 'PEC' }]);
    // written otherwise since: it is no longer what was marked
    scrivi(ctx, (tx) => tx.update('ingressi', ingressoId, { dataRelazione: '2025-04-03' }));
    expect(() => undoAdempimento(ctx, { ...CASA, voceRegistro: seq })).toThrow('è cambiata dopo');
    expect(() => undoAdempimento({ ...ctx, ruolo: 'centrale' }, { ...CASA, voceRegistro: seq })).toThrow();
  });

  test('of several communications only those ticked; each put back alone; what one may not read is not theirs', () => {
    const ctx = comunitaDiProva();
    const { ospiteId, ingressoId } = ospiteDiProva(ctx);
    dimetti(ctx, ingressoId, ['SerD', 'Comune', 'UEPE']);
    const { righe } = listScadenze(ctx, { ...CASA, entro: '2030-12-31' });
    expect(righe.find((r) => r.voce === 'comunicazioni_dimissione')?.destinatari).toEqual(['SerD', 'Comune', 'UEPE']);
    const fatte = () => ctx.store.find('ingressi', ingressoId)?.comunicazioni?.map((una) => una.fattaIl);
    const prima = segna(ctx, 'comunicazioni_dimissione', { destinatari: ['Comune'] });
    expect(fatte()).toEqual([null, '2025-04-02', null]);
    const poi = segna(ctx, 'comunicazioni_dimissione', { destinatari: ['SerD', 'UEPE'] });
    expect(() => segna(ctx, 'comunicazioni_dimissione')).toThrow('no comunicazioni');
    const visti = (chi: Contesto) => listAdempimenti(chi, CASA).righe.map((r) => r.testo);
    expect(visti(ctx)).toEqual(['Comunicare la dimissione a SerD, UEPE', 'Comunicare la dimissione a Comune']);
    registerOscuramento(ctx, { ospiteId, sezione: 'giuridica', ruoli: ['responsabile'], motivo: 'prova' });
    const sanitario = come(ctx, 'sanitario');
    expect(visti(sanitario)[0]).toBe('Comunicare la dimissione a SerD');
    expect(() => undoAdempimento(sanitario, { ...CASA, voceRegistro: poi })).toThrow('è cambiata dopo');
    undoAdempimento(ctx, { ...CASA, voceRegistro: prima });
    expect(fatte()).toEqual(['2025-04-02', null, '2025-04-02']);
    expect(() => segna(ctx, 'comunicazioni_dimissione', { destinatari: ['SerD'] })).toThrow('non c’è più');
  });
});

describe('not before the fact', () => {
  test('a report of a dimissione before it, a meeting with its report before it, a check before the stay', () => {
    const ctx = comunitaDiProva();
    const { ospiteId, ingressoId } = ospiteDiProva(ctx);
    registerIncontro(ctx, {
      ...{ ...CASA, data: '2025-03-01', servizio: 'uepe', modalita: 'presenza', stato: 'fatto' },
      ...{ ospiti: [ospiteId], relazioneEntro: '2025-04-05' },
    });
    expect(() => segna(ctx, 'verifica_inviante', { fattoIl: '2025-01-12' })).toThrow('prima dell’ingresso');
    expect(() => segna(ctx, 'relazione_incontro', { fattoIl: '2025-02-28' })).toThrow('prima dell’incontro');
    const relazione = { ingressoId, tipo: 'dimissione', dal: '2025-01-13', al: '2025-04-01' } as const;
    const { id } = createRelazione(ctx, relazione);
    dimetti(ctx, ingressoId);
    expect(() => segna(ctx, 'relazione_dimissione', { fattoIl: '2025-03-31' })).toThrow('prima della dimissione');
    const invia = (inviataIl: string) =>
      saveRelazione(ctx, { id, prima: { inviataIl: null }, dopo: { inviataIl }, sezioni: [] });
    expect(() => invia('2025-03-31')).toThrow('prima della dimissione');
    invia('2025-04-01');
    expect(voci(ctx)).not.toHaveProperty('relazione_dimissione');
  });
});
