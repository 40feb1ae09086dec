import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MESE_VUOTO } from '../../../domain/presenza.ts';
import { type AzioneGriglia, reduceGriglia } from '../../../renderer/presenze/griglia-reducer.ts';
import { createStato, type RigaGriglia, type StatoGriglia } from '../../../renderer/presenze/griglia-stato.ts';

const LETTERE = 'PSURTCA';

function riga(ingressoId: string, primo = 1, ultimo = 31, codici = MESE_VUOTO): RigaGriglia {
  return { ingressoId, primo, ultimo, codici };
}

function stato(righe: RigaGriglia[], altro: Partial<Parameters<typeof createStato>[0]> = {}): StatoGriglia {
  return createStato({ righe, giorni: 31, lettere: LETTERE, presente: 'P', bloccata: false, ...altro });
}

function run(inizio: StatoGriglia, ...azioni: AzioneGriglia[]): StatoGriglia {
  return azioni.reduce(reduceGriglia, inizio);
}

const vai = (r: number, colonna: number, estendi = false): AzioneGriglia => ({
  tipo: 'vai',
  cella: { riga: r, colonna },
  estendi,
});
const lettera = (l: string): AzioneGriglia => ({ tipo: 'lettera', lettera: l });
const codici = (s: StatoGriglia) => s.righe.map((r) => r.codici);

describe('typing', () => {
  test('a letter sets the day under the cursor, in either case, and makes one gesture to save', () => {
    const dopo = run(stato([riga('a')]), vai(0, 14), lettera('u'));
    expect(dopo.righe[0]?.codici.charAt(13)).toBe('U');
    expect(dopo.ultimo).toMatchObject({
      tipo: 'cella',
      cambi: [{ ingressoId: 'a', giorno: 14, prima: '.', dopo: 'U' }],
    });
    expect(dopo.esito).toMatchObject({ tipo: 'scritto', codice: 'U' });
  });

  test('a lower-case code of the set wins over the upper case', () => {
    const dopo = run(stato([riga('a')], { lettere: 'Pp' }), vai(0, 1), lettera('p'));
    expect(dopo.righe[0]?.codici.charAt(0)).toBe('p');
  });

  test('what is not a code changes nothing and is said', () => {
    const prima = run(stato([riga('a')]), vai(0, 3));
    const dopo = run(prima, lettera('x'));
    expect(codici(dopo)).toEqual(codici(prima));
    expect(dopo.esito).toMatchObject({ tipo: 'lettera', lettera: 'x' });
    expect(dopo.ultimo).toBeNull();
  });

  test('a day outside the stay changes nothing and is said', () => {
    const dopo = run(stato([riga('a', 10, 20)]), vai(0, 9), lettera('P'));
    expect(dopo.righe[0]?.codici).toBe(MESE_VUOTO);
    expect(dopo.esito).toMatchObject({ tipo: 'fuori', cella: { riga: 0, colonna: 9 } });
  });

  test('on the guest’s name a letter changes nothing', () => {
    expect(run(stato([riga('a')]), vai(0, 0), lettera('P')).esito).toMatchObject({ tipo: 'scegliere_giorno' });
  });

  test('a locked month changes nothing', () => {
    const chiuso = stato([riga('a')], { bloccata: true });
    for (const azione of [
      lettera('P'),
      { tipo: 'spazio' },
      { tipo: 'cancella' },
      { tipo: 'annulla' },
      { tipo: 'incolla', celle: [['P']] },
      { tipo: 'tutti_presenti', giorni: [1] },
    ] as AzioneGriglia[]) {
      const dopo = run(chiuso, azione);
      expect(dopo.ultimo).toBeNull();
      expect(dopo.esito).toMatchObject({ tipo: 'bloccata' });
    }
  });

  test('Space writes presente, or what the brush holds', () => {
    expect(run(stato([riga('a')]), vai(0, 2), { tipo: 'spazio' }).righe[0]?.codici.charAt(1)).toBe('P');
    const pennello = run(stato([riga('a')]), { tipo: 'pennello', codice: 'R' }, vai(0, 2), { tipo: 'spazio' });
    expect(pennello.righe[0]?.codici.charAt(1)).toBe('R');
  });

  test('a letter fills the selection, only days of stay, and counts the others', () => {
    const dopo = run(stato([riga('a', 1, 2), riga('b')]), vai(0, 1), vai(1, 3, true), lettera('S'));
    expect(codici(dopo).map((c) => c.slice(0, 4))).toEqual(['SS..', 'SSS.']);
    expect(dopo.esito).toMatchObject({ tipo: 'riempiti', quanti: 5, saltati: 1 });
    expect(dopo.ultimo?.cambi).toHaveLength(5);
  });

  test('writing what is already there makes no gesture', () => {
    const dopo = run(stato([riga('a', 1, 31, `P${'.'.repeat(30)}`)]), vai(0, 1), lettera('p'));
    expect(dopo.ultimo).toBeNull();
    expect(dopo.annullabili).toHaveLength(0);
  });
});

describe('moving', () => {
  test('stops at the edges; to the left of the first day is the guest', () => {
    const muovi = (righe: number, colonne: number): AzioneGriglia => ({ tipo: 'muovi', righe, colonne });
    expect(run(stato([riga('a')]), muovi(-1, 0), muovi(0, -1), muovi(0, -1)).cursore).toEqual({ riga: 0, colonna: 0 });
    expect(run(stato([riga('a')]), vai(99, 99)).cursore).toEqual({ riga: 0, colonna: 31 });
  });

  test('the selection never takes in the guest’s name', () => {
    const dopo = run(stato([riga('a')]), vai(0, 2), vai(0, -5, true), lettera('U'));
    expect(dopo.righe[0]?.codici.slice(0, 3)).toBe('UU.');
  });

  test('row, column, everything', () => {
    const s = run(stato([riga('a'), riga('b')]), vai(1, 5));
    expect(run(s, { tipo: 'seleziona_riga' }, lettera('P')).ultimo?.cambi).toHaveLength(31);
    expect(run(s, { tipo: 'seleziona_colonna' }, lettera('P')).ultimo?.cambi).toHaveLength(2);
    expect(run(s, { tipo: 'seleziona_tutto' }, lettera('P')).ultimo?.cambi).toHaveLength(62);
  });

  test('Esc leaves the brush first, then the selection', () => {
    const s = run(stato([riga('a')]), { tipo: 'pennello', codice: 'U' }, vai(0, 1), vai(0, 3, true));
    const senzaPennello = run(s, { tipo: 'esci' });
    expect(senzaPennello).toMatchObject({ pennello: null, ancora: { riga: 0, colonna: 1 } });
    expect(run(senzaPennello, { tipo: 'esci' }).ancora).toBeNull();
  });
});

describe('Tutti presenti', () => {
  test('only where nothing is recorded, only days of stay, only the days asked', () => {
    const s = stato([riga('a', 1, 31, `.U${'.'.repeat(29)}`), riga('b', 2, 31)]);
    const dopo = run(s, { tipo: 'tutti_presenti', giorni: [1, 2] });
    expect(codici(dopo).map((c) => c.slice(0, 3))).toEqual(['PU.', '.P.']);
    expect(dopo.ultimo?.tipo).toBe('tutti_presenti');
  });

  test('says when there is nothing to do', () => {
    const pieno = riga('a', 1, 31, 'P'.repeat(31));
    expect(run(stato([pieno]), { tipo: 'tutti_presenti', giorni: [1] }).esito?.tipo).toBe('niente_da_registrare');
  });
});

describe('pasting', () => {
  test('lands at the cursor, clips at the edges, skips days outside the stay and counts them', () => {
    const dopo = run(stato([riga('a', 30, 30)]), vai(0, 30), {
      tipo: 'incolla',
      celle: [
        ['p', 'u', 'r'],
        ['p', '', ''],
      ],
    });
    expect(dopo.righe[0]?.codici.slice(28)).toBe('.P.');
    expect(dopo.esito).toMatchObject({ tipo: 'incollati', quanti: 1, saltati: 3 });
  });

  test('one value fills the selection; an empty cell takes the code away', () => {
    const s = run(stato([riga('a')]), vai(0, 1), vai(0, 4, true));
    const pieno = run(s, { tipo: 'incolla', celle: [['R']] });
    expect(pieno.righe[0]?.codici.slice(0, 5)).toBe('RRRR.');
    expect(run(pieno, vai(0, 2), { tipo: 'incolla', celle: [['', 'P']] }).righe[0]?.codici.slice(0, 5)).toBe('R.PR.');
  });

  test('a value that is not a code refuses the whole paste and says which', () => {
    const s = run(stato([riga('a')]), vai(0, 1));
    const dopo = run(s, { tipo: 'incolla', celle: [['P', 'boh']] });
    expect(codici(dopo)).toEqual(codici(s));
    expect(dopo.esito).toMatchObject({ tipo: 'incolla_rifiutato', valore: 'boh', riga: 1, colonna: 2 });
  });

  test('nothing to paste is said', () => {
    expect(run(stato([riga('a')]), { tipo: 'incolla', celle: [] }).esito?.tipo).toBe('incolla_vuoto');
  });
});

describe('the brush', () => {
  test('a stroke is one gesture, without holes between the cells seen', () => {
    const dopo = run(
      stato([riga('a')]),
      { tipo: 'pennello', codice: 'U' },
      { tipo: 'tratto_inizia', cella: { riga: 0, colonna: 2 } },
      { tipo: 'tratto_continua', cella: { riga: 0, colonna: 6 } },
      { tipo: 'tratto_finisce' },
    );
    expect(dopo.righe[0]?.codici.slice(0, 7)).toBe('.UUUUU.');
    expect(dopo.ultimo?.cambi).toHaveLength(5);
    expect(run(dopo, { tipo: 'annulla' }).righe[0]?.codici).toBe(MESE_VUOTO);
  });

  test('Esc during a stroke takes it back', () => {
    const dopo = run(
      stato([riga('a')]),
      { tipo: 'pennello', codice: 'U' },
      { tipo: 'tratto_inizia', cella: { riga: 0, colonna: 2 } },
      { tipo: 'esci' },
    );
    expect(dopo.righe[0]?.codici).toBe(MESE_VUOTO);
    expect(dopo).toMatchObject({ tratto: null, ultimo: null, pennello: 'U' });
  });
});

describe('what the store says', () => {
  test('new rows come under the gestures on their way; the cursor stays on its guest', () => {
    const s = run(stato([riga('b')]), vai(0, 5), lettera('U'));
    const inAttesa = s.ultimo ? [s.ultimo] : [];
    const dopo = run(s, { tipo: 'carica', righe: [riga('a'), riga('b')], inAttesa, bloccata: false });
    expect(dopo.righe[1]?.codici.charAt(4)).toBe('U');
    expect(dopo.cursore).toEqual({ riga: 1, colonna: 5 });
  });

  test('a gesture on a day that has left the stay meanwhile does not come back', () => {
    const s = run(stato([riga('a')]), vai(0, 20), lettera('U'));
    const inAttesa = s.ultimo ? [s.ultimo] : [];
    const dopo = run(s, { tipo: 'carica', righe: [riga('a', 1, 10)], inAttesa, bloccata: false });
    expect(dopo.righe[0]?.codici).toBe(MESE_VUOTO);
  });

  test('the same rows leave the state as it is', () => {
    const s = run(stato([riga('a')]), vai(0, 5));
    expect(run(s, { tipo: 'carica', righe: [riga('a')], inAttesa: [], bloccata: false })).toBe(s);
  });

  test('a refused gesture is taken back and cannot be undone any more', () => {
    const s = run(stato([riga('a')]), vai(0, 5), lettera('U'));
    if (!s.ultimo) throw new Error('no gesture');
    const dopo = run(s, { tipo: 'rifiutato', gesto: s.ultimo });
    expect(dopo.righe[0]?.codici).toBe(MESE_VUOTO);
    expect(dopo.annullabili).toHaveLength(0);
  });

  test('undo leaves alone what has changed meanwhile, and says how much', () => {
    const s = run(stato([riga('a')]), vai(0, 1), vai(0, 2, true), lettera('U'));
    const altrove = riga('a', 1, 31, `PU${'.'.repeat(29)}`);
    const dopo = run(s, { tipo: 'carica', righe: [altrove], inAttesa: [], bloccata: false }, { tipo: 'annulla' });
    expect(dopo.righe[0]?.codici.slice(0, 2)).toBe('P.');
    expect(dopo.esito).toMatchObject({ tipo: 'annullati', quanti: 1, saltati: 1 });
  });
});

const arbRiga = fc
  .record({ primo: fc.integer({ min: 1, max: 31 }), lungo: fc.integer({ min: 0, max: 31 }), testo: fc.string() })
  .chain(({ primo, lungo }) => {
    const ultimo = Math.min(31, primo + lungo - 1);
    const dentro = fc.array(fc.constantFrom('.', ...LETTERE), { minLength: 31, maxLength: 31 });
    return dentro.map((c) => ({
      primo,
      ultimo,
      codici: c.map((x, i) => (i + 1 >= primo && i + 1 <= ultimo ? x : '.')).join(''),
    }));
  });
const arbStato = fc
  .array(arbRiga, { minLength: 1, maxLength: 5 })
  .map((righe) => stato(righe.map((r, i) => ({ ...r, ingressoId: `i${i}` }))));
const arbCella = fc.record({ riga: fc.integer({ min: -1, max: 6 }), colonna: fc.integer({ min: -2, max: 33 }) });
const arbLettera = fc.constantFrom(...LETTERE, 'p', 'u', 'x', '?');
const arbCambia: fc.Arbitrary<AzioneGriglia> = fc.oneof(
  arbLettera.map(lettera),
  fc.constant<AzioneGriglia>({ tipo: 'spazio' }),
  fc.constant<AzioneGriglia>({ tipo: 'cancella' }),
  fc
    .array(fc.array(fc.constantFrom('', '.', ...LETTERE), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((celle): AzioneGriglia => ({ tipo: 'incolla', celle })),
  fc
    .array(fc.integer({ min: 1, max: 31 }), { maxLength: 31 })
    .map((giorni): AzioneGriglia => ({ tipo: 'tutti_presenti', giorni })),
);
const arbMuovi: fc.Arbitrary<AzioneGriglia> = fc.oneof(
  fc.record({ tipo: fc.constant('vai' as const), cella: arbCella, estendi: fc.boolean() }),
  fc.constantFrom<AzioneGriglia>(
    { tipo: 'seleziona_riga' },
    { tipo: 'seleziona_colonna' },
    { tipo: 'seleziona_tutto' },
    { tipo: 'esci' },
  ),
);
const arbPennello: fc.Arbitrary<AzioneGriglia[]> = fc
  .record({ codice: fc.constantFrom('.', ...LETTERE), celle: fc.array(arbCella, { minLength: 1, maxLength: 5 }) })
  .map(({ codice, celle }) => [
    { tipo: 'pennello', codice },
    ...celle.map((cella, i): AzioneGriglia => ({ tipo: i === 0 ? 'tratto_inizia' : 'tratto_continua', cella })),
    { tipo: 'tratto_finisce' },
    { tipo: 'pennello', codice: null },
  ]);
const arbAzioni = fc
  .array(
    fc.oneof(
      arbCambia.map((a) => [a]),
      arbMuovi.map((a) => [a]),
      arbPennello,
      fc.constantFrom<AzioneGriglia[]>([{ tipo: 'annulla' }], [{ tipo: 'ripeti' }]),
    ),
    { maxLength: 25 },
  )
  .map((gruppi) => gruppi.flat());

describe('for any sequence of actions', () => {
  test('undo after a change is as if it had not been, and redo brings it back', () => {
    fc.assert(
      fc.property(arbStato, fc.array(arbMuovi, { maxLength: 4 }), arbCambia, (inizio, mosse, azione) => {
        const prima = run(inizio, ...mosse);
        const dopo = run(prima, azione);
        fc.pre(dopo.ultimo !== prima.ultimo);
        const annullato = run(dopo, { tipo: 'annulla' });
        expect(codici(annullato)).toEqual(codici(prima));
        expect(codici(run(annullato, { tipo: 'ripeti' }))).toEqual(codici(dopo));
      }),
    );
  });

  test('undoing everything comes back to the beginning, redoing everything to the end', () => {
    fc.assert(
      fc.property(arbStato, fc.array(fc.oneof(arbCambia, arbMuovi), { maxLength: 20 }), (inizio, azioni) => {
        const fine = run(inizio, ...azioni);
        let s = fine;
        for (let i = fine.annullabili.length; i > 0; i--) s = run(s, { tipo: 'annulla' });
        expect(codici(s)).toEqual(codici(inizio));
        for (let i = s.ripetibili.length; i > 0; i--) s = run(s, { tipo: 'ripeti' });
        expect(codici(s)).toEqual(codici(fine));
      }),
    );
  });

  test('no code ever stands outside a stay, and every month stays 31 characters of known letters', () => {
    fc.assert(
      fc.property(arbStato, arbAzioni, (inizio, azioni) => {
        for (const r of run(inizio, ...azioni).righe) {
          expect(r.codici).toMatch(/^[.PSURTCA]{31}$/);
          expect(r.codici.slice(0, r.primo - 1)).toMatch(/^\.*$/);
          expect(r.codici.slice(Math.max(r.ultimo, r.primo - 1))).toMatch(/^\.*$/);
        }
      }),
    );
  });

  test('the gestures sent to the store, applied in order, give what is on screen', () => {
    fc.assert(
      fc.property(arbStato, arbAzioni, (inizio, azioni) => {
        const store = new Map(inizio.righe.map((r) => [r.ingressoId, r.codici.split('')]));
        let s = inizio;
        for (const azione of azioni) {
          const dopo = reduceGriglia(s, azione);
          if (dopo.ultimo && dopo.ultimo !== s.ultimo) {
            for (const c of dopo.ultimo.cambi) {
              const giorni = store.get(c.ingressoId);
              expect(giorni?.[c.giorno - 1]).toBe(c.prima);
              if (giorni) giorni[c.giorno - 1] = c.dopo;
            }
          }
          s = dopo;
        }
        expect(codici(s)).toEqual([...store.values()].map((g) => g.join('')));
      }),
    );
  });

  test('the cursor is always on a cell that exists', () => {
    fc.assert(
      fc.property(arbStato, arbAzioni, (inizio, azioni) => {
        const { cursore, righe, giorni } = run(inizio, ...azioni);
        expect(cursore.riga).toBeGreaterThanOrEqual(0);
        expect(cursore.riga).toBeLessThan(righe.length);
        expect(cursore.colonna).toBeGreaterThanOrEqual(0);
        expect(cursore.colonna).toBeLessThanOrEqual(giorni);
      }),
    );
  });
});
