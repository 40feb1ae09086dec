import { describe, expect, test } from 'vitest';
import { LettoreCodici } from '../../../electron/foglio/foglio-codici.ts';
import { getListe, isVoce, listeDi } from '../../../electron/services/lista.ts';
import { getMese } from '../../../electron/services/presenza.ts';
import { listScadenze } from '../../../electron/services/scadenza.ts';
import { getScheda } from '../../../electron/services/scheda-ingresso.ts';
import { listListe, saveVoceLista } from '../../../electron/services/voce-lista.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';
import { importa, registroVuoto } from '../foglio/cartella.ts';

const NUOVA = { lista: 'visita', voce: null, etichetta: 'Logopedia', sinonimi: ['logopedista'], dal: null, al: null };

describe('the lists of this office', () => {
  test('a value added is offered and accepted; renamed and retired, the old facts keep it', () => {
    const ctx = comunitaDiProva();
    const { voceLista } = saveVoceLista(ctx, NUOVA);
    expect(voceLista).toBe('logopedia');
    expect(isVoce('visita', 'logopedia', ctx.store)).toBe(true);
    expect(getListe(ctx)['visita']?.at(-2)).toEqual({ voce: 'logopedia', etichetta: 'Logopedia' });
    saveVoceLista(ctx, { ...NUOVA, voce: 'logopedia', etichetta: 'Seduta di logopedia', al: '2025-06-30' });
    expect(getListe(ctx)['visita']?.at(-2)).toEqual({
      voce: 'logopedia',
      etichetta: 'Seduta di logopedia',
      al: '2025-06-30',
    });
    expect(isVoce('visita', 'logopedia', ctx.store)).toBe(true);
    expect(
      listListe(ctx)
        .find((l) => l.id === 'visita')
        ?.voci.at(-2),
    ).toMatchObject({ origine: 'locale', sinonimi: ['logopedista'] });
    expect(
      saveVoceLista(ctx, { ...NUOVA, voce: 'logopedia', etichetta: 'Seduta di logopedia', al: '2025-06-30' }).voce,
    ).toBeNull();
  });

  test('one of the program can be renamed, given synonyms, retired; the others do not move', () => {
    const ctx = comunitaDiProva();
    const prima = getListe(ctx)['visita']?.map((v) => v.voce);
    saveVoceLista(ctx, {
      ...NUOVA,
      voce: 'pap_test',
      etichetta: 'Pap-test',
      sinonimi: ['screening'],
      al: '2025-01-01',
    });
    expect(getListe(ctx)['visita']?.map((v) => v.voce)).toEqual(prima);
    expect(getListe(ctx)['visita']?.find((v) => v.voce === 'pap_test')?.al).toBe('2025-01-01');
  });

  test('refused, with a sentence: closed lists, words already taken, days upside down, the office’s own', () => {
    const ctx = comunitaDiProva();
    expect(() => saveVoceLista(ctx, { ...NUOVA, lista: 'esito' })).toThrow('chiuso');
    for (const lista of ['presenza', 'assenza'])
      expect(() => saveVoceLista(ctx, { ...NUOVA, lista })).toThrow('non si aggiungono');
    const codice = { ...NUOVA, lista: 'presenza', voce: 'R' };
    expect(() => saveVoceLista(ctx, { ...codice, etichetta: 'Ospedale', al: '2025-01-31' })).toThrow(
      'togliere le date',
    );
    expect(() => saveVoceLista(ctx, { ...codice, etichetta: 'Carcere' })).toThrow('«Carcere»');
    const modulo = { ...NUOVA, lista: 'tipologia_modulo', etichetta: 'Ponte', durataMassimaMesi: 3 };
    expect(() => saveVoceLista(ctx, { ...modulo, durataMassimaGiorni: 10 })).toThrow('lasciare uno dei due');
    expect(() => saveVoceLista(ctx, { ...NUOVA, lista: 'inventata' })).toThrow('non c’è');
    expect(() => saveVoceLista(ctx, { ...NUOVA, etichetta: 'PEDIATRA' })).toThrow('«Pediatra»');
    expect(() => saveVoceLista(ctx, { ...NUOVA, sinonimi: ['dentistica'] })).toThrow('odontoiatrica');
    expect(() => saveVoceLista(ctx, { ...NUOVA, etichetta: '***' })).toThrow('lettere');
    expect(() => saveVoceLista(ctx, { ...NUOVA, dal: '2025-02-01', al: '2025-01-31' })).toThrow('prima');
    expect(() => saveVoceLista(ctx, { ...NUOVA, voce: 'mai_vista' })).toThrow('ricaricare');
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.insert('voci_lista', { lista: 'visita', valore: 'x_ray', etichetta: 'Raggi', ordine: 0, origine: 'ufficio' });
    });
    expect(() => saveVoceLista(ctx, { ...NUOVA, voce: 'x_ray', etichetta: 'Radiografie' })).toThrow('Accoglienza');
  });

  test('the workbook reads a local value by any of its words, and by none in a register that has not got it', async () => {
    const fogli = (id: string) => ({
      strutture: [{ codice: 'CASA09', nome: 'Casa', tipo: 'CT' }],
      ospiti: [{ id: 'O1', cognome: 'Ferri', nome: 'Ada', sesso: 'F', data_nascita: '1990-01-01' }],
      visite: [{ id, ospite: 'O1', struttura: 'CASA09', data: '2025-03-01', tipo: 'Logopedista' }],
    });
    const senza = registroVuoto();
    expect((await importa(senza, fogli('V1'))).errori.map((e) => e.colonna)).toEqual(['tipo']);
    const ctx = registroVuoto();
    saveVoceLista(ctx, NUOVA);
    const esito = await importa(ctx, fogli('V1'));
    expect(esito.errori).toEqual([]);
    expect(ctx.store.select('visite', '1 = 1', {})[0]?.tipo).toBe('logopedia');
  });
});

describe('the areas of the goals', () => {
  test('the workbook reads an area of the office by any of its words, and refuses one of nobody', async () => {
    const fogli = (id: string, area: string) => ({
      strutture: [{ codice: 'CASA09', nome: 'Casa', tipo: 'CT' }],
      moduli: [
        {
          codice: 'CASA09-TR',
          struttura: 'CASA09',
          nome: 'TR',
          tipologia: 'TR',
          posti_accreditati: '5',
          valido_dal: '2024-01-01',
        },
      ],
      ospiti: [{ id: 'O1', cognome: 'Ferri', nome: 'Ada', sesso: 'F', data_nascita: '1990-01-01' }],
      ingressi: [{ id: 'I1', ospite: 'O1', struttura: 'CASA09', modulo: 'CASA09-TR', data_ingresso: '2025-03-01' }],
      progetti: [{ id: 'J1', ingresso: 'I1', data: '2025-03-10' }],
      obiettivi: [{ id, progetto: 'J1', area, testo: 'Uno spettacolo', stato: 'aperto' }],
    });
    const senza = registroVuoto();
    expect((await importa(senza, fogli('G1', 'Recitazione'))).errori.map((e) => e.colonna)).toEqual(['area']);
    const ctx = registroVuoto();
    const teatro = { ...NUOVA, lista: 'area_obiettivo', etichetta: 'Teatro', sinonimi: ['recitazione'] };
    saveVoceLista(ctx, teatro);
    for (const [id, area] of [
      ['G1', 'Recitazione'],
      ['G2', 'Casa'],
    ] as const)
      expect((await importa(ctx, fogli(id, area))).errori).toEqual([]);
    expect(ctx.store.select('obiettivi', '1 = 1 ORDER BY t.id', {}).map(({ area }) => area)).toEqual([
      'teatro',
      'abitare',
    ]);
  });
});

describe('the words of a presence code', () => {
  test('are the office’s: in the grid, the workbook, the log; its letter and what a day counts stay', async () => {
    const ctx = comunitaDiProva();
    ospiteDiProva(ctx);
    const codici = () => getMese(ctx, { struttura: 'CASA00', mese: '2025-03' }).codici;
    const prima = codici();
    const sinonimi = ['degenza', 'H'];
    saveVoceLista(ctx, { ...NUOVA, lista: 'presenza', voce: 'R', etichetta: 'Ospedale', sinonimi });
    expect(codici()).toEqual(prima.map((una) => (una.voce === 'R' ? { ...una, etichetta: 'Ospedale' } : una)));
    expect(getListe(ctx)['presenza']?.find(({ voce }) => voce === 'R')?.etichetta).toBe('Ospedale');
    const lettore = new LettoreCodici(codici(), listeDi(ctx.store).voci('presenza'));
    expect(['Ospedale', 'degenza', 'h', 'Ricovero', 'R'].map((detto) => lettore.find(detto))).toEqual(
      Array(5).fill('R'),
    );
  });
});

describe('how long a value lasts', () => {
  test('a longest duration of the office reaches the deadlines and the month; empty is no limit; the program’s is not kept twice', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx);
    const fine = () => getScheda(ctx, { ingressoId }).durata?.fine;
    const TR = {
      ...NUOVA,
      lista: 'tipologia_modulo',
      voce: 'TR',
      etichetta: 'Terapeutico-riabilitativo',
      sinonimi: [],
    };
    expect(fine()).toBe('2026-07-12');
    const giorni = { durataMassimaMesi: null, durataMassimaGiorni: 60 };
    const { id } = saveVoceLista(ctx, { ...TR, ...giorni });
    expect(fine()).toBe('2025-03-13');
    const voci = listListe(ctx).find((l) => l.id === 'tipologia_modulo');
    expect(voci).toMatchObject({ dice: 'durata', siAggiunge: true });
    expect(voci?.voci.find(({ voce }) => voce === 'TR')).toMatchObject(giorni);
    saveVoceLista(ctx, { ...TR, durataMassimaMesi: null, durataMassimaGiorni: null });
    expect(fine()).toBeUndefined();
    saveVoceLista(ctx, { ...TR, etichetta: 'Terapeutico' });
    expect(fine()).toBeUndefined();
    saveVoceLista(ctx, { ...TR, durataMassimaMesi: 18, durataMassimaGiorni: null });
    expect(fine()).toBe('2026-07-12');
    expect(ctx.store.find('voci_lista', id)).toMatchObject({ durataMassimaMesi: null, durataMassimaGiorni: null });
  });

  test('a measure the office adds may want its reports, every so many months', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospiteDiProva(ctx);
    const nuova = { ...NUOVA, lista: 'misura', etichetta: 'Lavori con programma', sinonimi: [] };
    const { voceLista } = saveVoceLista(ctx, { ...nuova, relazioneOgniMesi: 4 });
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.insert('misure', { ospiteId, misura: voceLista, dal: '2025-02-10' });
    });
    const scadenza = () =>
      listScadenze(ctx, { struttura: 'CASA00', entro: '2030-12-31' }).righe.find((r) => r.voce === 'relazione_94ter');
    expect(scadenza()).toMatchObject({
      entro: '2025-06-10',
      testo: 'Relazione all’autorità giudiziaria (ogni 4 mesi)',
    });
    saveVoceLista(ctx, { ...nuova, voce: voceLista, relazioneOgniMesi: null });
    expect(scadenza()).toBeUndefined();
    const art94 = { ...nuova, voce: 'detenzione_art94ter', etichetta: 'Detenzione domiciliare 94-ter' };
    saveVoceLista(ctx, { ...art94, relazioneOgniMesi: null });
    const voce = listeDi(ctx.store)
      .voci('misura')
      .find((una) => una.voce === art94.voce);
    expect(voce?.relazioneOgniMesi).toBeUndefined();
  });
});

describe('two windows on one value', () => {
  test('different fields merge; the same one asks with both, and the second answer wins', () => {
    const ctx = comunitaDiProva();
    const voce = { ...NUOVA, voce: 'pap_test', sinonimi: [] };
    const base = { etichetta: 'Pap test', sinonimi: ['pap'], al: null };
    saveVoceLista(ctx, { ...voce, ...base });
    saveVoceLista(ctx, { ...voce, etichetta: 'Screening', prima: { etichetta: base.etichetta } });
    const altrui = { ...voce, ...base, al: '2030-01-01' };
    expect(saveVoceLista(ctx, { ...altrui, prima: { al: null } }).contese).toEqual([]);
    const scritta = () =>
      listListe(ctx)
        .find((l) => l.id === 'visita')
        ?.voci.find((una) => una.voce === 'pap_test');
    expect(scritta()).toMatchObject({ etichetta: 'Screening', sinonimi: ['pap'], al: '2030-01-01' });
    const stesso = { ...voce, etichetta: 'PAP', prima: { etichetta: base.etichetta } };
    const esito = saveVoceLista(ctx, stesso);
    expect(esito).toMatchObject({ voce: null, contese: [{ campo: 'etichetta', mio: 'PAP', loro: 'Screening' }] });
    expect(scritta()?.etichetta).toBe('Screening');
    expect(saveVoceLista(ctx, { ...stesso, prima: { etichetta: 'Screening' } }).contese).toEqual([]);
    expect(scritta()?.etichetta).toBe('PAP');
  });
});
