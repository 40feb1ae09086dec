import { describe, expect, test } from 'vitest';
import { undoModifica } from '../../../electron/services/annulla.ts';
import { addDiario } from '../../../electron/services/diario.ts';
import { getListe } from '../../../electron/services/lista.ts';
import {
  addEvidenza,
  listCandidate,
  listProgetti,
  removeEvidenza,
  removeObiettivo,
  removeProgetto,
  reviseProgetto,
  saveAzione,
  saveObiettivo,
  saveProgetto,
  saveVerifica,
} from '../../../electron/services/progetto.ts';
import { listScadenze } from '../../../electron/services/scadenza.ts';
import { saveVoceLista } from '../../../electron/services/voce-lista.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';

const PROGETTO = { data: '2025-02-01', sintesi: 'in breve', redattoDa: 'equipe', condivisoCon: null, al: null };
const OBIETTIVO = {
  area: 'lavoro',
  testo: 'Tirocinio',
  indicatore: null,
  entro: '2025-06-01',
  stato: 'aperto' as const,
};

const CERCA = { testo: '', dal: null as string | null, al: null as string | null, limite: 60 };

function casa() {
  const ctx = comunitaDiProva();
  const ospite = ospiteDiProva(ctx);
  const progetto = saveProgetto(ctx, { ingressoId: ospite.ingressoId, ...PROGETTO }).id;
  const obiettivo = saveObiettivo(ctx, { progettoId: progetto, ...OBIETTIVO }).id;
  return { ctx, ...ospite, progetto, obiettivo };
}

describe('the individual project', () => {
  test('the areas of its goals are a list of the office', () => {
    const { ctx, ospiteId, progetto, obiettivo } = casa();
    expect(() => saveObiettivo(ctx, { progettoId: progetto, ...OBIETTIVO, area: 'teatro' })).toThrow(
      /non è nell’elenco/,
    );
    expect(() => saveObiettivo(ctx, { id: obiettivo, prima: {}, dopo: { area: 'teatro' } })).toThrow(/nell’elenco/);
    const voce = { lista: 'area_obiettivo', voce: null, etichetta: 'Teatro', sinonimi: [], dal: null };
    saveVoceLista(ctx, { ...voce, al: null });
    saveObiettivo(ctx, { id: obiettivo, prima: {}, dopo: { area: 'teatro' } });
    // retired since: the goal that holds it goes on
    saveVoceLista(ctx, { ...voce, voce: 'teatro', al: '2025-01-31' });
    saveObiettivo(ctx, { id: obiettivo, prima: {}, dopo: { area: 'teatro', testo: 'Uno spettacolo' } });
    expect(listProgetti(ctx, { ospiteId }).progetti[0]?.obiettivi).toMatchObject([{ area: 'teatro' }]);
    expect(getListe(ctx)['area_obiettivo']?.slice(-2)).toEqual([
      { voce: 'teatro', etichetta: 'Teatro', al: '2025-01-31' },
      { voce: 'altro', etichetta: 'Altro' },
    ]);
  });

  test('goals, actions, reviews hang from it and are read back', () => {
    const { ctx, ospiteId, progetto, obiettivo } = casa();
    const azione = saveAzione(ctx, {
      obiettivoId: obiettivo,
      testo: 'curriculum',
      chi: 'educatore',
      entro: null,
      fattaIl: null,
    });
    saveAzione(ctx, { id: azione.id, prima: { fattaIl: null }, dopo: { fattaIl: '2025-03-01' } });
    saveVerifica(ctx, {
      progettoId: progetto,
      data: '2025-03-10',
      esito: 'bene',
      partecipanti: 'SerD',
      prossima: '2025-06-10',
    });
    expect(listProgetti(ctx, { ospiteId }).progetti).toMatchObject([
      {
        ...{ ...PROGETTO, struttura: 'Struttura CASA00' },
        obiettivi: [{ ...OBIETTIVO, azioni: [{ testo: 'curriculum', fattaIl: '2025-03-01' }], evidenze: [] }],
        verifiche: [{ data: '2025-03-10', prossima: '2025-06-10' }],
      },
    ]);
    expect(() => saveProgetto(ctx, { id: progetto, prima: {}, dopo: { al: '2025-01-01' } })).toThrow(
      'prima di cominciare',
    );
    removeProgetto(ctx, { id: progetto });
    expect(listProgetti(ctx, { ospiteId }).progetti).toEqual([]);
  });

  test('a revision begins with what is still open; the old project ends the day before and stays as it was', () => {
    const { ctx, ospiteId, progetto, obiettivo } = casa();
    saveObiettivo(ctx, { progettoId: progetto, ...OBIETTIVO, testo: 'Patente', stato: 'raggiunto' });
    const azione = { obiettivoId: obiettivo, chi: null, entro: null };
    saveAzione(ctx, { ...azione, testo: 'fatta', fattaIl: '2025-02-10' });
    saveAzione(ctx, { ...azione, testo: 'da fare', fattaIl: null });
    expect(() => reviseProgetto(ctx, { id: progetto, data: '2025-02-01' })).toThrow('comincia dopo');
    reviseProgetto(ctx, { id: progetto, data: '2025-04-01' });
    const [nuovo, vecchio] = listProgetti(ctx, { ospiteId }).progetti;
    expect(nuovo).toMatchObject({ data: '2025-04-01', al: null, sintesi: 'in breve' });
    expect(nuovo?.obiettivi).toMatchObject([{ testo: 'Tirocinio', azioni: [{ testo: 'da fare' }] }]);
    expect(vecchio).toMatchObject({ id: progetto, al: '2025-03-31' });
    expect(vecchio?.obiettivi).toHaveLength(2);
  });

  test('taken up again after a readmission, it is the project of the new stay, and its deadline is met', () => {
    const { ctx, ospiteId, ingressoId, progetto } = casa();
    const strutturaId = ctx.store.find('ingressi', ingressoId)?.strutturaId ?? '';
    const seconda = ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.update('ingressi', ingressoId, { dataDimissione: '2025-03-01', esito: 'interruzione_concordata' });
      return tx.insert('ingressi', { ospiteId, strutturaId, dataIngresso: '2025-03-20', utenza: 'DUS' });
    });
    const voci = () => listScadenze(ctx, { struttura: 'CASA00', entro: '2030-01-01' }).righe.map((r) => r.voce);
    expect(voci()).toContain('progetto_individuale');
    reviseProgetto(ctx, { id: progetto, data: '2025-03-25' });
    const [nuovo, vecchio] = listProgetti(ctx, { ospiteId }).progetti;
    expect([nuovo?.ingressoId, vecchio?.ingressoId]).toEqual([seconda, ingressoId]);
    expect(voci()).not.toContain('progetto_individuale');
  });

  test('a row of six months ago is found: by its words, the name of its kind, its days; the rest are a key away', () => {
    const { ctx, ospiteId, obiettivo } = casa();
    const riga = { struttura: 'CASA00', tipo: 'diario' as const, ora: '10:00', importante: false, aggiungeA: null };
    addDiario(ctx, { ...riga, ospiteId, data: '2025-01-20', testo: 'Perché no: il caffè del tirocinio' });
    for (let n = 0; n < 70; n++) addDiario(ctx, { ...riga, ospiteId, data: '2025-03-01', testo: `giornata ${n}` });
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      const strutturaId = ctx.store.select('strutture', '1=1', {})[0]?.id ?? '';
      tx.insert('visite', { ospiteId, strutturaId, data: '2025-02-02', tipo: 'odontoiatrica', stato: 'fatto' });
    });
    const cerca = (altro: Partial<typeof CERCA>) => listCandidate(ctx, { ...CERCA, obiettivoId: obiettivo, ...altro });
    expect([cerca({}).fatti.length, cerca({}).altri]).toEqual([60, 12]);
    expect([cerca({ limite: 120 }).fatti.length, cerca({ limite: 120 }).altri]).toEqual([72, 0]);
    expect(cerca({ testo: 'tirocinio CAFFE' }).fatti).toMatchObject([{ data: '2025-01-20' }]);
    expect(cerca({ testo: 'odonto' }).fatti).toMatchObject([{ tabella: 'visite' }]);
    expect(cerca({ dal: '2025-01-01', al: '2025-02-01' }).fatti).toHaveLength(1);
    expect(cerca({ testo: 'niente di tutto questo' })).toEqual({ fatti: [], altri: 0 });
  });

  test('what was typed by mistake goes with what hangs from it, and one key brings all of it back', () => {
    const { ctx, ospiteId, progetto, obiettivo } = casa();
    const azione = { testo: 'curriculum', chi: null, entro: null, fattaIl: null };
    saveAzione(ctx, { obiettivoId: obiettivo, ...azione });
    const verifica = { data: '2025-03-10', esito: 'bene', partecipanti: null, prossima: null };
    saveVerifica(ctx, { progettoId: progetto, ...verifica });
    const prima = listProgetti(ctx, { ospiteId });
    for (const togli of [() => removeObiettivo(ctx, { id: obiettivo }), () => removeProgetto(ctx, { id: progetto })]) {
      const { voce } = togli();
      expect(listProgetti(ctx, { ospiteId })).not.toEqual(prima);
      undoModifica(ctx, { voce: voce ?? 0 });
      expect(listProgetti(ctx, { ospiteId })).toEqual(prima);
    }
  });

  test('evidence is a row of that guest: what happened, not what is planned, nothing of others', () => {
    const { ctx, ospiteId, ingressoId, obiettivo } = casa();
    const altro = ospiteDiProva(ctx, { cognome: 'Altri' });
    const riga = {
      struttura: 'CASA00',
      tipo: 'diario' as const,
      data: '2025-03-01',
      ora: '10:00',
      importante: false,
      aggiungeA: null,
    };
    const diario = addDiario(ctx, { ...riga, ospiteId, testo: 'colloquio di lavoro' });
    const daltri = addDiario(ctx, { ...riga, ospiteId: altro.ospiteId, testo: 'altro' });
    addDiario(ctx, { ...riga, ospiteId: null, testo: 'di tutti' });
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      const strutturaId = tx.find('ingressi', ingressoId)?.strutturaId ?? '';
      tx.insert('visite', { ospiteId, strutturaId, data: '2025-03-02', tipo: 'mmg' });
      tx.insert('visite', { ospiteId, strutturaId, data: '2025-05-02', tipo: 'mmg', stato: 'previsto' });
      const id = tx.insert('attivita', { strutturaId, data: '2025-03-03', area: 'lavoro', titolo: 'orto' });
      tx.setPartecipanti('attivita', id, [ospiteId, altro.ospiteId]);
    });
    const offerte = () =>
      listCandidate(ctx, { ...CERCA, obiettivoId: obiettivo }).fatti.map(({ tabella, data }) => `${tabella} ${data}`);
    expect(offerte()).toEqual(['attivita 2025-03-03', 'visite 2025-03-02', 'diario 2025-03-01']);
    const { id } = addEvidenza(ctx, { obiettivoId: obiettivo, tabella: 'diario', rigaId: diario.id });
    // twice is once
    expect(addEvidenza(ctx, { obiettivoId: obiettivo, tabella: 'diario', rigaId: diario.id })).toMatchObject({
      id,
      voce: null,
    });
    expect(offerte()).toEqual(['attivita 2025-03-03', 'visite 2025-03-02']);
    expect(() => addEvidenza(ctx, { obiettivoId: obiettivo, tabella: 'diario', rigaId: daltri.id })).toThrow(
      'non è di questo ospite',
    );
    const evidenze = () => listProgetti(ctx, { ospiteId }).progetti[0]?.obiettivi[0]?.evidenze;
    expect(evidenze()).toMatchObject([{ tabella: 'diario', testo: 'colloquio di lavoro' }]);
    removeEvidenza(ctx, { id });
    expect(evidenze()).toEqual([]);
  });
});
