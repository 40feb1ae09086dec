import { addMonths, format, parseISO } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addGiorni, epochToGiorno, type Giorno, giornoToEpoch } from '../../domain/giorno.ts';
import {
  type Adempimento,
  type FattiMisura,
  type FattiPermanenza,
  finiDaDire,
  giorniA,
  indiceAdempimenti,
  inOrdine,
  nonFatte,
  scadenzeMisure,
  scadenzePermanenze,
} from '../../domain/scadenza.ts';
import { dopo, entroDi, type RegolaUfficio, regolaPer, type VoceRegola } from '../../domain/scadenza-regola.ts';
import { regolaPredefinita } from '../../electron/lista/regole-scadenza.ts';

const STAY: FattiPermanenza = {
  ingressoId: 'i1',
  ospiteId: 'o1',
  moduloId: 'm1',
  fineMassima: '2026-07-12',
  utenza: 'DUS',
  dataNascita: '1983-07-14',
  tipoIdentificativo: 'CF',
  identificativoDal: null,
  dataIngresso: '2025-01-13',
  dataDimissione: null,
  dataRelazione: null,
  finePrevista: null,
  servizioInviante: 'SerD di prova',
  daComunicare: [],
  incontriInviante: [],
  progetti: [],
  verifiche: [],
};

function attorno(oggi: Giorno, adempimenti: readonly Adempimento[] = [], righe: readonly RegolaUfficio[] = []) {
  return {
    regole: (voce: VoceRegola, moduloId: string | null) => regolaPer(regolaPredefinita(voce), righe, moduloId),
    fatti: indiceAdempimenti(adempimenti),
    oggi,
  };
}

/** rule → day, of one stay */
function giorni(stay: Partial<FattiPermanenza>, oggi = '2025-04-03', adempimenti: readonly Adempimento[] = []) {
  const righe = scadenzePermanenze([{ ...STAY, ...stay }], attorno(oggi, adempimenti));
  return Object.fromEntries(righe.map((riga) => [riga.voce, riga.entro]));
}

describe('the deadlines of a stay', () => {
  test('who came in on 13 January 2025 with nothing written: project in 30 days, SerD in 3 months, 18 months at most', () => {
    expect(giorni({})).toEqual({
      progetto_individuale: '2025-02-12',
      verifica_inviante: '2025-04-13',
      durata_massima: '2026-07-12',
    });
  });

  test('facts meet them: the project is written, the meeting was held, the review says when the next is', () => {
    expect(
      giorni({
        progetti: ['2025-02-10'],
        incontriInviante: ['2025-03-01', '2025-03-31'],
        verifiche: [{ data: '2025-03-20', prossima: '2025-05-20' }],
        finePrevista: '2025-12-31',
      }),
    ).toEqual({ riesame_progetto: '2025-05-20', verifica_inviante: '2025-06-30', durata_massima: '2025-12-31' });
    // a new project is the review that was due
    const rivisto = {
      progetti: ['2025-02-10', '2025-05-20'],
      verifiche: [{ data: '2025-03-20', prossima: '2025-05-20' }],
    };
    expect(giorni(rivisto)['riesame_progetto']).toBe('2025-11-20');
  });

  test('what was marked as done counts as a fact; a day already said is not asked again', () => {
    const fatto = (voce: string, oggettoId: string, entro: Giorno, fattoIl: Giorno) => ({
      voce,
      oggettoId,
      entro,
      fattoIl,
    });
    expect(
      giorni({}, '2025-04-20', [
        fatto('verifica_inviante', 'i1', '2025-04-13', '2025-04-10'),
        fatto('durata_massima', 'i1', '2026-07-12', '2025-04-10'),
        fatto('progetto_individuale', 'i1', '2025-02-12', '2025-02-01'),
      ]),
    ).toEqual({ riesame_progetto: '2025-08-01', verifica_inviante: '2025-07-10' });
  });

  test('after the dimissione: the relazione in 30 days and whom to tell, nothing else', () => {
    const uscito = { dataDimissione: '2025-04-01', daComunicare: ['SerD', 'UEPE'] };
    expect(giorni(uscito)).toEqual({ relazione_dimissione: '2025-05-01', comunicazioni_dimissione: '2025-04-08' });
    expect(giorni({ ...uscito, dataRelazione: '2025-04-03', daComunicare: [] })).toEqual({});
    // who leaves tomorrow is still here
    expect(giorni({ ...uscito, dataDimissione: '2025-04-04' })).toHaveProperty('verifica_inviante');
  });

  test('STP lasts six months; a codice fiscale does not expire', () => {
    expect(giorni({ tipoIdentificativo: 'STP', identificativoDal: '2025-01-31' })['stp_eni']).toBe('2025-07-31');
    expect(giorni({ tipoIdentificativo: 'ENI', identificativoDal: '2024-08-31' })['stp_eni']).toBe('2025-02-28');
    expect(giorni({ tipoIdentificativo: 'CF', identificativoDal: '2025-01-31' })).not.toHaveProperty('stp_eni');
  });

  test('eighteen years: said until the typology is an adult’s', () => {
    const nato = { dataNascita: '2007-05-01' };
    expect(giorni({ ...nato, utenza: 'MINORE' })['maggiore_eta']).toBe('2025-05-01');
    expect(giorni({ ...nato, utenza: 'MINORE' }, '2025-06-01')['maggiore_eta']).toBe('2025-05-01');
    expect(giorni({ ...nato, utenza: 'ADULTO' }, '2025-06-01')).not.toHaveProperty('maggiore_eta');
  });

  test('a rule of the office: for one modulo before for all; a rule switched off says nothing', () => {
    const riga = { voce: 'verifica_inviante', moduloId: null, giorni: null, mesi: 2, anticipo: 10, attiva: true };
    const righe = [riga, { ...riga, moduloId: 'm1', mesi: null, giorni: 45 }];
    const suo = scadenzePermanenze([STAY], attorno('2025-04-03', [], righe));
    expect(suo.find((s) => s.voce === 'verifica_inviante')).toMatchObject({ entro: '2025-02-27', anticipo: 10 });
    const altro = scadenzePermanenze([{ ...STAY, moduloId: 'm2' }], attorno('2025-04-03', [], righe));
    expect(altro.find((s) => s.voce === 'verifica_inviante')?.entro).toBe('2025-03-13');
    const spenta = scadenzePermanenze([STAY], attorno('2025-04-03', [], [{ ...riga, attiva: false }]));
    expect(spenta.some((s) => s.voce === 'verifica_inviante')).toBe(false);
    // only the notice changed: the length stays the default's
    const anticipo = regolaPer(regolaPredefinita('verifica_inviante'), [{ ...riga, mesi: null }], null);
    expect(anticipo).toMatchObject({ mesi: 3, giorni: null, anticipo: 10 });
    // a row of the modulo with the length left empty: the office's own length for all
    const vuota = { ...riga, moduloId: 'm1', mesi: null, anticipo: 3 };
    expect(regolaPer(regolaPredefinita('verifica_inviante'), [riga, vuota], 'm1')).toMatchObject({
      mesi: 2,
      anticipo: 3,
    });
  });
});

describe('the reports to the authority', () => {
  const MISURA: FattiMisura = {
    misuraId: 'mi1',
    ospiteId: 'o1',
    ingressoId: 'i1',
    moduloId: null,
    dal: '2025-08-31',
    al: null,
    quiDal: '2025-08-31',
    conRelazioni: true,
    ogniMesi: null,
    relazioni: [],
  };

  test('every six months from the measure, then from the last sent; none for a measure that is over or wants none', () => {
    const entro = (m: Partial<FattiMisura>, oggi = '2025-10-01') =>
      scadenzeMisure([{ ...MISURA, ...m }], attorno(oggi)).map((s) => s.entro);
    expect(entro({})).toEqual(['2026-02-28']);
    expect(entro({ relazioni: ['2026-02-20'] }, '2026-03-01')).toEqual(['2026-08-20']);
    expect(entro({ conRelazioni: false })).toEqual([]);
    expect(entro({ al: '2025-09-30' })).toEqual([]);
    // one that was already due when the measure ended is still due
    expect(entro({ al: '2026-05-31' }, '2026-06-15')).toEqual(['2026-02-28']);
    expect(entro({ al: '2026-05-31', relazioni: ['2026-02-20'] }, '2026-06-15')).toEqual([]);
    // the reports of before the person was here were others' to write
    expect(entro({ quiDal: '2025-09-20' })).toEqual(['2026-03-20']);
  });

  test('the end of a measure is said until it comes, then for a month when no other is in force', () => {
    const oggi = '2026-03-15';
    const m = { personaId: 'p', dal: '2025-01-01', al: '2026-04-01', finePena: '2026-06-01' };
    expect(finiDaDire(m, [m], oggi)).toEqual({ fine: true, pena: true });
    const finita = { ...m, al: '2026-03-10' };
    expect(finiDaDire(finita, [finita], oggi)).toEqual({ fine: true, pena: false });
    expect(finiDaDire(finita, [finita, { ...m, dal: '2026-03-11', al: null }], oggi).fine).toBe(false);
    expect(finiDaDire(finita, [finita, { ...m, personaId: 'altra', al: null }], oggi).fine).toBe(true);
    const vecchia = { ...m, al: '2019-01-01', finePena: '2019-02-20' };
    expect(finiDaDire(vecchia, [vecchia], oggi)).toEqual({ fine: false, pena: false });
    // the sentence is over and the measure is not: somebody has to look
    expect(finiDaDire({ ...m, al: null, finePena: '2026-01-01' }, [m], oggi).pena).toBe(true);
  });
});

describe('whatever the days', () => {
  const giorno = fc.integer({ min: giornoToEpoch('1990-01-01'), max: giornoToEpoch('2100-12-31') }).map(epochToGiorno);

  test('months are those of the calendar: 31 January + 1 month is the last of February', () => {
    expect(dopo({ giorni: null, mesi: 1 }, '2025-01-31')).toBe('2025-02-28');
    fc.assert(
      fc.property(giorno, fc.integer({ min: 0, max: 120 }), (da, mesi) => {
        expect(dopo({ giorni: null, mesi }, da)).toBe(format(addMonths(parseISO(da), mesi), 'yyyy-MM-dd'));
      }),
    );
  });

  test('met on time it moves forward, never back; the order of the facts does not count', () => {
    const regola = regolaPredefinita('verifica_inviante');
    fc.assert(
      fc.property(giorno, fc.array(fc.integer({ min: -400, max: 2000 }), { maxLength: 8 }), (da, scarti) => {
        const fatti = scarti.map((n) => addGiorni(da, n));
        const entro = entroDi(regola, da, fatti) ?? '';
        expect(entro >= dopo(regola, da)).toBe(true);
        expect(entroDi(regola, da, fatti.toReversed())).toBe(entro);
        const ultimo = [da, ...fatti.filter((g) => g >= da)].toSorted().at(-1) ?? da;
        expect(entro).toBe(dopo(regola, ultimo));
        expect(entro > ultimo).toBe(true);
      }),
    );
  });

  test('one that does not repeat is met once and for all by its first fact', () => {
    const regola = regolaPredefinita('relazione_dimissione');
    fc.assert(
      fc.property(giorno, fc.integer({ min: -60, max: 600 }), (da, n) => {
        expect(entroDi(regola, da, [addGiorni(da, n)])).toBe(n < 0 ? addGiorni(da, 30) : null);
      }),
    );
  });
});

test('the most late first, with the days left; a written day marked as done is gone, another day of the same is not', () => {
  const una = { oggettoId: 'd1', ospiteId: null, ingressoId: null, testo: '', anticipo: 30 };
  const scritte = [
    { ...una, voce: 'documento', entro: '2025-05-01' },
    { ...una, voce: 'documento', entro: '2025-03-01', oggettoId: 'd2' },
  ] as const;
  expect(inOrdine(scritte).map((s) => giorniA(s, '2025-04-01'))).toEqual([-31, 30]);
  const fatto = { voce: 'documento', oggettoId: 'd1', entro: '2025-05-01', fattoIl: '2025-04-01' };
  expect(nonFatte(scritte, indiceAdempimenti([fatto])).map((s) => s.oggettoId)).toEqual(['d2']);
  expect(nonFatte(scritte, indiceAdempimenti([{ ...fatto, entro: '2024-05-01' }]))).toHaveLength(2);
});
