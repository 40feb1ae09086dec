import { describe, expect, test } from 'vitest';
import { computeBilancio, type DatiBilancio, type PermanenzaContata } from '../../domain/bilancio.ts';
import { CODICI_PREDEFINITI } from '../../domain/codice.ts';
import { PROFILO_VUOTO } from '../../domain/profilo.ts';

const ANNO = { dal: '2025-01-01', al: '2025-12-31' };
const GENNAIO = { dal: '2025-01-01', al: '2025-01-31' };

let progressivo = 0;
function stay(p: Partial<PermanenzaContata>): PermanenzaContata {
  const id = `i${progressivo++}`;
  const base = {
    id,
    ospiteId: id,
    personaId: id,
    strutturaId: 'ct',
    utenza: 'DUS',
    entePagante: null,
    sesso: 'F',
    dataNascita: '1985-06-15',
    dataIngresso: '2024-12-01',
    dataDimissione: null,
    esito: null,
    profilo: PROFILO_VUOTO,
  };
  const unita = { ...base, ...p };
  return { assegnazioni: [{ dal: unita.dataIngresso, moduloId: `${unita.strutturaId}-a` }], ...unita };
}

function datiDi(permanenze: PermanenzaContata[], altro: Partial<DatiBilancio> = {}): DatiBilancio {
  const strutture = [
    ['ct', 'CT'],
    ['nuc', 'NUC'],
    ['dga', 'DGA'],
    ['edu', 'EDU'],
  ].map(([id = '', tipo = '']) => ({ id, codice: id.toUpperCase(), nome: id, tipo }));
  const moduli = strutture.flatMap(({ id, tipo }) => [
    {
      id: `${id}-a`,
      strutturaId: id,
      codice: `${id}-a`,
      nome: 'a',
      tipologia: tipo === 'DGA' ? 'DGA' : 'TR',
      conta: 'adulti',
    },
    {
      id: `${id}-t`,
      strutturaId: id,
      codice: `${id}-t`,
      nome: 't',
      tipologia: tipo === 'DGA' ? 'DGT' : 'ALC',
      conta: 'adulti',
    },
    { id: `${id}-m`, strutturaId: id, codice: `${id}-m`, nome: 'm', tipologia: tipo, conta: 'minori' },
  ]);
  const posti = moduli.map((m) => ({
    moduloId: m.id,
    validoDal: '2020-01-01',
    validoAl: null,
    accreditati: 2,
    disponibili: 1,
  }));
  const vuoti = { presenze: [], codici: CODICI_PREDEFINITI, incontri: [], visite: [], attivita: [] };
  return { strutture, moduli, posti, permanenze, ...vuoti, ...altro };
}

function comunita(b: ReturnType<typeof computeBilancio>, codice: string) {
  const trovata = b.comunita.find((c) => c.codice === codice);
  if (!trovata) throw new Error(codice);
  return trovata;
}

describe('bilancio', () => {
  test('a struttura without stays has its row: zeros, and null where nobody is', () => {
    const b = computeBilancio(ANNO, datiDi([]));
    expect(b.comunita.map((c) => c.codice)).toEqual(['CT', 'DGA', 'EDU', 'NUC']);
    expect(comunita(b, 'CT')).toMatchObject({
      trattati: 0,
      mediaGiornaliera: 0,
      saturazioneAccreditati: 0,
      etaMedia: null,
      etaMin: null,
      etaMax: null,
      durataMediaGiorni: null,
      esiti: [],
      minori: null,
      incontri: {},
    });
    expect(Object.keys(comunita(b, 'CT').mesi)).toHaveLength(12);
    expect(b.cooperativa.persone).toEqual({ totale: 0, M: 0, F: 0, T: 0 });
  });

  test('rule 13: minors beside the struttura, against their own places', () => {
    const madre = stay({ strutturaId: 'nuc' });
    const figlio = stay({ strutturaId: 'nuc', utenza: 'MINORE', dataNascita: '2020-01-01' });
    const presenze = [madre, figlio].map((p) => ({ ingressoId: p.id, mese: '2025-01', codici: 'P'.repeat(31) }));
    const b = computeBilancio(GENNAIO, datiDi([madre, figlio], { presenze }));
    expect(comunita(b, 'NUC')).toMatchObject({
      trattati: 1,
      giornatePresenza: 31,
      etaMedia: 39,
      saturazioneAccreditati: 25,
    });
    expect(comunita(b, 'NUC').mesi['2025-01']).toMatchObject({ presentiInizio: 1, giornatePresenza: 31 });
    expect(comunita(b, 'NUC').minori).toMatchObject({
      trattati: 1,
      giornatePresenza: 31,
      etaMedia: 4,
      saturazioneAccreditati: 50,
      saturazioneDisponibili: 100,
    });
    expect(b.cooperativa).toMatchObject({ persone: { totale: 1 }, trattati: 1, giornatePresenza: 31 });
    expect(b.altri.MINORE).toMatchObject({ persone: { totale: 1 }, trattati: 1, giornatePresenza: 31 });
  });

  test('rule 13: every group in its own place, gambling residential and territorial apart', () => {
    const dgt = stay({ strutturaId: 'dga', utenza: 'DGA', assegnazioni: [{ dal: '2024-12-01', moduloId: 'dga-t' }] });
    const fuori = stay({ strutturaId: 'ct', utenza: 'DGA' });
    const b = computeBilancio(
      GENNAIO,
      datiDi([
        stay({}),
        stay({ utenza: 'DUA', strutturaId: 'nuc' }),
        stay({ strutturaId: 'dga', utenza: 'DGA' }),
        dgt,
        fuori,
        stay({ strutturaId: 'edu', utenza: 'ADULTO' }),
        stay({ strutturaId: 'edu', utenza: 'DUS' }),
        stay({ utenza: null }),
      ]),
    );
    expect(b.cooperativa.trattati).toBe(2);
    expect(b.altri.DGA).toMatchObject({ trattati: 3, residenziale: { trattati: 1 }, territoriale: { trattati: 1 } });
    expect(b.altri.DGA.altriModuli?.trattati).toBe(1);
    expect(b.altri.DGA.residenziale.saturazioneAccreditati).toBe(50);
    expect(b.altri.ADULTO).toMatchObject({ trattati: 1, saturazioneAccreditati: null });
    expect(b.altri.DUS_DUA_ALTRE_STRUTTURE.trattati).toBe(1);
    expect(b.altri.NON_INDICATA.trattati).toBe(1);
    expect(b.cooperativa.saturazioneAccreditati).toBe(25);
  });

  test('rule 7: one persona with two stays is two programmi; the first stay decides sex and profile', () => {
    const primo = { ...PROFILO_VUOTO, statoCivile: 'vedovo' };
    const due = [
      stay({
        personaId: 'x',
        dataIngresso: '2025-06-01',
        sesso: 'M',
        esito: 'abbandono',
        dataDimissione: '2025-08-01',
      }),
      stay({
        personaId: 'x',
        dataIngresso: '2025-02-01',
        sesso: 'F',
        esito: 'concluso',
        dataDimissione: '2025-03-01',
        profilo: primo,
      }),
    ];
    const { cooperativa } = computeBilancio(ANNO, datiDi(due));
    expect(cooperativa).toMatchObject({
      persone: { totale: 1, F: 1, M: 0 },
      trattati: 2,
      ingressi: 2,
      ingressiTeste: 1,
      dimessi: 2,
      esitiProgrammi: [
        { esito: 'concluso', n: 1, percentuale: 50 },
        { esito: 'abbandono', n: 1, percentuale: 50 },
      ],
      esitiPersone: [{ esito: 'abbandono', n: 1, percentuale: 100 }],
      durataMediaGiorni: 45,
    });
    expect(cooperativa.profilo.stato_civile).toEqual({ vedovo: 1 });
  });

  test('dimessi without an outcome are said, and keep their part of the total', () => {
    const fine = { dataDimissione: '2025-02-01' };
    const b = computeBilancio(ANNO, datiDi([stay(fine), stay({ ...fine, esito: 'concluso' })]));
    expect(comunita(b, 'CT')).toMatchObject({ senzaEsito: 1, esiti: [{ esito: 'concluso', n: 1, percentuale: 50 }] });
    expect(b.cooperativa.senzaEsito).toBe(1);
    expect(comunita(computeBilancio(ANNO, datiDi([stay({})])), 'CT')).not.toHaveProperty('senzaEsito');
  });

  test('dimessi on the first and on the last day of the period have their outcome, the day after does not', () => {
    const giorni = ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01'];
    const permanenze = giorni.map((g) => stay({ dataIngresso: '2024-11-01', dataDimissione: g, esito: 'concluso' }));
    const b = computeBilancio(ANNO, datiDi(permanenze));
    expect(b.cooperativa).toMatchObject({
      dimessi: 2,
      esitiProgrammi: [{ esito: 'concluso', n: 2, percentuale: 100 }],
    });
    expect(comunita(b, 'CT').esiti).toEqual(b.cooperativa.esitiProgrammi);
    expect(b.altri.DGA).not.toHaveProperty('altriModuli');
  });

  test('a month without a row of presences: days of stay all missing, keeping their place', () => {
    const { cooperativa } = computeBilancio(GENNAIO, datiDi([stay({})]));
    expect(cooperativa).toMatchObject({
      giornatePresenza: 0,
      giornateOccupate: 31,
      giorniMancanti: 31,
      mediaGiornaliera: 0,
    });
  });

  test('rules 8 and 9: ages on the day of ingresso, durations of the dimessi', () => {
    const b = computeBilancio(
      ANNO,
      datiDi([
        stay({
          dataNascita: '2000-02-02',
          dataIngresso: '2025-02-01',
          dataDimissione: '2025-02-04',
          esito: 'concluso',
        }),
        stay({
          dataNascita: '2000-02-01',
          dataIngresso: '2025-02-01',
          dataDimissione: '2025-02-09',
          esito: 'concluso',
        }),
        stay({ dataNascita: '1980-01-01', dataIngresso: '2025-02-01' }),
      ]),
    );
    expect(comunita(b, 'CT')).toMatchObject({ etaMin: 24, etaMax: 45, etaMedia: 31, durataMediaGiorni: 6 });
  });

  test('rule 14: whatever is not M or F is under T, so that the total is the sum', () => {
    const { persone } = computeBilancio(ANNO, datiDi([stay({ sesso: 'T' }), stay({ sesso: 'M' })])).cooperativa;
    expect(persone).toEqual({ totale: 2, M: 1, F: 0, T: 1 });
  });

  test('events are summed by struttura and voce', () => {
    const incontri = [
      { strutturaId: 'ct', servizio: 'serd', n: 2 },
      { strutturaId: 'ct', servizio: 'avvocato', n: 1 },
      { strutturaId: 'ct', servizio: 'serd', n: 3 },
      { strutturaId: 'nuc', servizio: 'serd', n: 7 },
    ];
    const b = computeBilancio(ANNO, datiDi([], { incontri }));
    expect(Object.entries(comunita(b, 'CT').incontri)).toEqual([
      ['avvocato', 1],
      ['serd', 5],
    ]);
    expect(comunita(b, 'NUC').incontri).toEqual({ serd: 7 });
  });

  test('months are cut to the period', () => {
    const p = stay({});
    const presenze = ['2025-01', '2025-02'].map((mese) => ({ ingressoId: p.id, mese, codici: 'P'.repeat(31) }));
    const b = computeBilancio({ dal: '2025-01-20', al: '2025-02-03' }, datiDi([p], { presenze }));
    expect(comunita(b, 'CT').mesi).toMatchObject({
      '2025-01': { giornatePresenza: 12, presentiInizio: 1 },
      '2025-02': { giornatePresenza: 3, presentiFine: 1 },
    });
    expect(b.cooperativa.giornatePresenza).toBe(15);
  });

  test('a stay in a struttura that is not given is refused, not lost', () => {
    expect(() => computeBilancio(ANNO, datiDi([stay({ strutturaId: 'altrove' })]))).toThrow(
      'struttura che non è in elenco',
    );
  });
});
