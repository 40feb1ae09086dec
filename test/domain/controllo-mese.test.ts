import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CODICI_PREDEFINITI } from '../../domain/codice.ts';
import { CODICI_CONTROLLO } from '../../domain/controllo-dati.ts';
import {
  type CodiceControllo,
  controllaMese,
  type DatiControllo,
  flussoDelMese,
  impedimenti,
  type PermanenzaControllo,
} from '../../domain/controllo-mese.ts';
import { computeFlusso } from '../../domain/flusso.ts';
import { addMesi, periodoDelMese } from '../../domain/giorno.ts';
import { toccaPeriodo } from '../../domain/permanenza.ts';
import { MESE_VUOTO, ritaglia, setCodice } from '../../domain/presenza.ts';
import { dati } from './storia.ts';

const COMPLETO = {
  statoCivile: 'coniugato',
  figliMinori: 'no',
  istruzione: 'qualifica',
  occupazione: 'disoccupato',
  provenienza: 'carcere',
  carcerazioni: 'mai',
  dipendenza: 'poli',
};

let progressivo = 0;
function stay(nome: string, p: Partial<PermanenzaControllo> = {}): PermanenzaControllo {
  const id = `i${progressivo++}`;
  const base = {
    ingressoId: id,
    ospiteId: id,
    personaId: id,
    nome,
    utenza: 'DUS',
    dataIngresso: '2025-01-10',
    dataDimissione: null,
    esito: null,
    assegnazioni: [{ dal: p.dataIngresso ?? '2025-01-10', moduloId: 'TR' }],
    profilo: COMPLETO,
    codici: 'P'.repeat(31),
    ...p,
  };
  return p.codici === undefined ? { ...base, codici: ritaglia(base, '2025-03', base.codici) } : base;
}

function marzo(permanenze: PermanenzaControllo[], altro: Partial<DatiControllo> = {}): DatiControllo {
  return {
    mese: '2025-03',
    permanenze,
    moduli: [
      { id: 'TR', nome: 'Terapeutico riabilitativo', tipologia: 'TR' },
      { id: 'ACC', nome: 'Accoglienza', tipologia: 'ACC' },
    ],
    posti: [{ moduloId: 'TR', validoDal: '2020-01-01', validoAl: null, accreditati: 3, disponibili: 3 }],
    codici: CODICI_PREDEFINITI,
    regole: (regola) => ({ voce: regola, giorni: 30, mesi: null, ripete: false, anticipo: 30, attiva: true }),
    durateMassime: [
      { voce: 'TR', durataMassimaMesi: 18 },
      { voce: 'ACC', durataMassimaGiorni: 90 },
    ],
    flussoPrecedente: null,
    ...altro,
  };
}

function voce(d: DatiControllo, codice: CodiceControllo) {
  const trovata = controllaMese(d).find((v) => v.codice === codice);
  if (!trovata) throw new Error(`manca il controllo ${codice}`);
  return trovata;
}

describe('the checklist of the month', () => {
  test('nothing to say: everything in order, and the month can be closed', () => {
    const voci = controllaMese(marzo([stay('ROSSI Anna')]));
    expect(voci.every((v) => v.gravita === 'ok' && v.righe.length === 0)).toBe(true);
    expect(voci.map((v) => v.titolo)).toContain('Ogni permanenza ha il suo modulo');
    expect(impedimenti(voci, false)).toEqual([]);
    // events, and who the guests are, were not given here
    expect(new Set(voci.map((v) => v.codice)).size).toBe(CODICI_CONTROLLO.length - 1 - 9);
  });

  test('days without a code block, unless confirmed', () => {
    const senza = (nome: string, ...giorni: string[]) =>
      stay(nome, { codici: giorni.reduce((c, g) => setCodice(c, g, null), 'P'.repeat(31)) });
    const d = marzo([senza('MAZZOLENI Ugo', '2025-03-20'), senza('SALVI Ada', '2025-03-20', '2025-03-21')]);
    const v = voce(d, 'giorni_senza_codice');
    expect(v).toMatchObject({ gravita: 'blocca', titolo: 'Giorni senza codice' });
    expect(v.righe.map((r) => r.giorno)).toEqual(['2025-03-20', '2025-03-20', '2025-03-21']);
    expect(v.dettaglio).toBe('MAZZOLENI Ugo: gio 20 mar; SALVI Ada: 2 giorni. Senza codice non contano come presenze.');
    expect(impedimenti(controllaMese(d), false).map((i) => i.codice)).toEqual(['giorni_senza_codice']);
    expect(impedimenti(controllaMese(d), true)).toEqual([]);
    expect(voce({ ...d, finoA: '2025-03-20' }, 'giorni_senza_codice').righe).toHaveLength(2);
    expect(voce({ ...d, finoA: '2025-03-19' }, 'giorni_senza_codice').gravita).toBe('ok');
  });

  test('codes outside the stay and unknown codes block, also when missing days are confirmed', () => {
    const fuori = stay('ROSSI Anna', { dataDimissione: '2025-03-31', esito: 'concluso', codici: 'P'.repeat(31) });
    expect(voce(marzo([fuori]), 'codici_fuori_permanenza').righe).toMatchObject([
      {
        giorno: '2025-03-31',
        ingressoId: fuori.ingressoId,
        testo: 'ROSSI Anna: lun 31 mar: codice P fuori dalla permanenza',
      },
    ]);
    const strano = stay('VERDI Ugo', { codici: `Z${'P'.repeat(29)}Z` });
    expect(voce(marzo([strano]), 'codici_sconosciuti').righe.map((r) => r.giorno)).toEqual([
      '2025-03-01',
      '2025-03-31',
    ]);
    const febbraio = { ...marzo([stay('VERDI Ugo', { codici: 'P'.repeat(31) })]), mese: '2025-02' };
    expect(voce(febbraio, 'codici_fuori_permanenza').righe[0]?.testo).toContain(
      'giorno 29, che non esiste in febbraio 2025',
    );
    const tutti = impedimenti(controllaMese(marzo([fuori, strano])), true).map((v) => v.codice);
    expect(tutti).toEqual(['codici_fuori_permanenza', 'codici_sconosciuti']);
  });

  test('overlapping stays of one person block', () => {
    const prima = stay('ROSSI Anna', { personaId: 'x', dataDimissione: '2025-03-10', esito: 'concluso' });
    const dopo = (dataIngresso: string) => stay('ROSSI Anna', { personaId: 'x', dataIngresso });
    expect(voce(marzo([prima, dopo('2025-03-10')]), 'permanenze_sovrapposte').gravita).toBe('ok');
    expect(voce(marzo([prima, dopo('2025-03-09')]), 'permanenze_sovrapposte')).toMatchObject({
      gravita: 'blocca',
      righe: [{ testo: 'ROSSI Anna: ingressi del 10/01/2025 e del 09/03/2025 insieme' }],
    });
    expect(voce(marzo([prima, stay('VERDI Ugo')]), 'permanenze_sovrapposte').gravita).toBe('ok');
  });

  test('a day without modulo is a remark, only if it is in the month', () => {
    const tardi = (dal: string) => stay('ROSSI Anna', { assegnazioni: [{ dal, moduloId: 'TR' }] });
    expect(voce(marzo([tardi('2025-03-15')]), 'senza_modulo')).toMatchObject({
      gravita: 'avviso',
      righe: [{ giorno: '2025-03-01', testo: 'ROSSI Anna: senza modulo dal sab 1 mar' }],
    });
    expect(voce(marzo([tardi('2025-03-01')]), 'senza_modulo').gravita).toBe('ok');
    expect(voce(marzo([stay('ROSSI Anna', { assegnazioni: [] })]), 'senza_modulo').righe).toHaveLength(1);
  });

  test('quadratura against the month before', () => {
    const d = marzo([stay('ROSSI Anna')]);
    const febbraio = computeFlusso(d.permanenze, periodoDelMese('2025-02'));
    expect(voce({ ...d, flussoPrecedente: febbraio }, 'quadratura').gravita).toBe('ok');
    const altro = { ...febbraio, presentiFine: 2 };
    expect(voce({ ...d, flussoPrecedente: altro }, 'quadratura')).toMatchObject({
      gravita: 'blocca',
      titolo: 'Il conto non torna',
      righe: [{ testo: 'presenti alla fine del mese prima: 2; presenti al 1°: 1' }],
    });
    const rovescia = stay('VERDI Ugo', {
      dataIngresso: '2025-03-20',
      dataDimissione: '2025-03-10',
      codici: MESE_VUOTO,
    });
    expect(voce(marzo([rovescia]), 'quadratura').gravita).toBe('blocca');
  });

  test('dimissione without an outcome, and its relazione', () => {
    const uscita = stay('DONATI Elena', { dataDimissione: '2025-03-16', dataRelazione: null });
    const d = marzo([uscita]);
    expect(voce(d, 'dimissione_senza_esito')).toMatchObject({
      gravita: 'avviso',
      righe: [{ ingressoId: uscita.ingressoId }],
    });
    expect(voce(d, 'relazione_in_scadenza').righe[0]?.testo).toBe(
      'DONATI Elena: dimissione del 16/03/2025, relazione entro il 15/04/2025',
    );
    const scritta = marzo([{ ...uscita, esito: 'concluso', dataRelazione: '2025-03-20' }]);
    expect(voce(scritta, 'dimissione_senza_esito').gravita).toBe('ok');
    expect(voce(scritta, 'relazione_in_scadenza').gravita).toBe('ok');
    expect(voce({ ...d, mese: '2025-02' }, 'dimissione_senza_esito').gravita).toBe('ok');
    const estremi = ['2025-03-01', '2025-03-31', '2025-04-01'].map((g) => stay('X', { dataDimissione: g }));
    expect(voce(marzo(estremi), 'dimissione_senza_esito').righe).toHaveLength(2);
  });

  test('an allontanamento still open at the end of the month', () => {
    const dal19 = 'P'.repeat(18) + 'A'.repeat(13);
    const v = voce(marzo([stay('INDELICATO Ivo', { codici: dal19 })]), 'allontanamento_aperto');
    expect(v).toMatchObject({ gravita: 'avviso', titolo: 'Allontanamenti senza esito' });
    expect(v.dettaglio).toBe(
      'INDELICATO Ivo: dal 19: rientro o dimissione? Finché non si decide tra rientro e dimissione, la permanenza resta aperta.',
    );
    const rientrato = stay('INDELICATO Ivo', { codici: `${dal19.slice(0, 30)}P` });
    expect(voce(marzo([rientrato]), 'allontanamento_aperto').gravita).toBe('ok');
    const deciso = stay('INDELICATO Ivo', { codici: dal19, dataDimissione: '2025-04-02', esito: 'allontanamento' });
    expect(voce(marzo([deciso]), 'allontanamento_aperto').gravita).toBe('ok');
    expect(voce(marzo([stay('X', { codici: 'A'.repeat(31) })]), 'allontanamento_aperto').righe[0]?.giorno).toBe(
      '2025-03-01',
    );
  });

  test('places exceeded, day by day and modulo by modulo', () => {
    const quattro = ['A', 'B', 'C'].map((n) => stay(n));
    const quarto = stay('D', { codici: `UR.${'C'.repeat(27)}T` });
    const v = voce(marzo([...quattro, quarto]), 'posti_superati');
    expect(v.righe.map((r) => r.giorno)).toEqual(['2025-03-01', '2025-03-02', '2025-03-03', '2025-03-31']);
    expect(v.righe[0]?.testo).toBe('Terapeutico riabilitativo, sab 1 mar: 4 posti occupati su 3');
    expect(v.gravita).toBe('avviso');
    expect(v.dettaglio).toContain('; e altri 1.');
    expect(voce(marzo([...quattro, quarto], { posti: [] }), 'posti_superati').gravita).toBe('ok');
  });

  test('days in a modulo that is closed are a remark, with the first of them; those of another modulo are not', () => {
    const chiuso = (dal: string | null, al: string | null) => ({
      moduli: [
        { id: 'TR', nome: 'Terapeutico', tipologia: 'TR', apertura: { dal, al } },
        { id: 'ACC', nome: 'Accoglienza', tipologia: 'ACC', apertura: { dal: null, al: null } },
      ],
    });
    const righe = (p: PermanenzaControllo, dal: string | null, al: string | null) =>
      voce(marzo([p], chiuso(dal, al)), 'modulo_chiuso').righe.map(({ giorno, testo }) => [giorno, testo]);
    expect(righe(stay('A'), null, '2025-03-20')).toEqual([['2025-03-21', 'A: in Terapeutico, chiuso dal 21/03/2025']]);
    expect(righe(stay('A'), null, '2025-03-31')).toEqual([]);
    expect(righe(stay('A'), '2025-03-05', null)).toEqual([
      ['2025-03-01', 'A: in Terapeutico, aperto solo dal 05/03/2025'],
    ]);
    const uscito = stay('A', { dataDimissione: '2025-03-21', esito: 'concluso' });
    expect(righe(uscito, null, '2025-03-20')).toEqual([]);
    const passato = stay('A', {
      assegnazioni: [
        { dal: '2025-01-10', moduloId: 'TR' },
        { dal: '2025-03-21', moduloId: 'ACC' },
      ],
    });
    expect(righe(passato, null, '2025-03-20')).toEqual([]);
    expect(voce(marzo([stay('A')], chiuso(null, '2025-03-20')), 'modulo_chiuso').gravita).toBe('avviso');
  });

  test('over the longest stay of the modulo one is in at the end of the month', () => {
    const entrato = (dataIngresso: string, moduloId = 'TR') =>
      stay('ROSSI Anna', { dataIngresso, assegnazioni: [{ dal: dataIngresso, moduloId }] });
    const gravita = (p: PermanenzaControllo) => voce(marzo([p]), 'oltre_durata_massima').gravita;
    expect(gravita(entrato('2023-10-01'))).toBe('ok');
    expect(gravita(entrato('2023-09-30'))).toBe('avviso');
    expect(gravita(entrato('2025-01-01', 'ACC'))).toBe('ok');
    expect(gravita(entrato('2024-12-31', 'ACC'))).toBe('avviso');
    expect(gravita(entrato('2010-01-01', 'ALTRO'))).toBe('ok');
  });

  test('a change of modulo begins another programme; a day agreed counts in the place of the longest duration', () => {
    const assegnazioni = [
      { dal: '2024-11-01', moduloId: 'ACC' },
      { dal: '2025-01-29', moduloId: 'TR' },
    ];
    const passato = stay('ROSSI Anna', { dataIngresso: '2024-11-01', assegnazioni });
    const righe = (p: PermanenzaControllo) => voce(marzo([p]), 'oltre_durata_massima').righe.map((r) => r.testo);
    expect(righe(passato)).toEqual([]);
    const tornato = [
      ...assegnazioni.slice(0, 1),
      { dal: '2024-12-01', moduloId: 'TR' },
      { dal: '2024-12-15', moduloId: 'ACC' },
    ];
    expect(righe({ ...passato, assegnazioni: tornato })).toEqual([
      'ROSSI Anna: 151 giorni dall’ingresso, durata massima del modulo (contata dal 15/12/2024) superata dal 15/03/2025',
    ]);
    const lungo = stay('ROSSI Anna', { dataIngresso: '2023-01-10' });
    expect(righe(lungo)).toHaveLength(1);
    expect(righe({ ...lungo, finePrevista: '2025-03-31' })).toEqual([]);
    expect(righe({ ...passato, finePrevista: '2025-03-30' })).toEqual([
      'ROSSI Anna: programma concordato fino al 30/03/2025',
    ]);
  });

  test('incomplete schede name what is missing', () => {
    const vuota = stay('ROSSI Anna', { profilo: { ...COMPLETO, istruzione: null, dipendenza: null } });
    expect(voce(marzo([vuota]), 'scheda_incompleta')).toMatchObject({
      gravita: 'avviso',
      righe: [{ testo: 'ROSSI Anna: manca titolo di studio, mono o polidipendenza' }],
    });
  });

  test('events are looked at only when they are given', () => {
    expect(() => voce(marzo([]), 'eventi_incompleti')).toThrow();
    expect(voce(marzo([], { eventiIncompleti: [] }), 'eventi_incompleti').gravita).toBe('ok');
    const eventiIncompleti = [{ giorno: '2025-03-04', testo: 'incontro con serd senza modalità' }];
    expect(voce(marzo([], { eventiIncompleti }), 'eventi_incompleti').righe).toHaveLength(1);
  });

  test('what blocks comes first, then remarks', () => {
    const d = marzo([stay('A', { codici: MESE_VUOTO, profilo: { ...COMPLETO, istruzione: null } })]);
    const gravita = controllaMese(d).map((v) => v.gravita);
    expect(gravita).toEqual(
      [...gravita].sort((a, b) => ['blocca', 'avviso', 'ok'].indexOf(a) - ['blocca', 'avviso', 'ok'].indexOf(b)),
    );
    expect(gravita[0]).toBe('blocca');
  });

  test('any lawful history closes month after month: nothing but missing days ever blocks', () => {
    fc.assert(
      fc.property(dati, (d) => {
        let flussoPrecedente: DatiControllo['flussoPrecedente'] = null;
        const righe = new Map(d.presenze.map((r) => [`${r.ingressoId} ${r.mese}`, r.codici]));
        for (let mese = '2025-01'; mese <= '2025-12'; mese = addMesi(mese, 1)) {
          const permanenze = d.permanenze
            .filter((p) => p.strutturaId === 's0' && toccaPeriodo(p, periodoDelMese(mese)))
            .map((p) => ({
              ...p,
              ingressoId: p.id,
              personaId: p.ospiteId,
              nome: p.id,
              codici: righe.get(`${p.id} ${mese}`) ?? MESE_VUOTO,
            }));
          const controllo = marzo(permanenze, { mese, flussoPrecedente });
          expect(impedimenti(controllaMese(controllo), true)).toEqual([]);
          flussoPrecedente = flussoDelMese(controllo);
        }
      }),
      { numRuns: 40 },
    );
  });
});
