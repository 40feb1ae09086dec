import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Colonna, cifreCsv, cifreCsvEsterno } from '../../../renderer/report/cifre.ts';
import { cella, veliDi } from '../../../renderer/report/piccoli.ts';

type Riga = Readonly<Record<string, number>>;

function colonna(id: string, formato: 'intero' | 'decimo' = 'intero'): Colonna<Riga> {
  return { id, titolo: id, breve: id, formato, valore: (riga) => riga[id] ?? null };
}

const COLONNE = [
  ...['presentiInizio', 'ingressi', 'trattati', 'dimessi', 'presentiFine', 'giornatePresenza'].map((id) => colonna(id)),
  colonna('mediaGiornaliera', 'decimo'),
];

/** A struttura whose flows add up. */
function struttura(
  chiave: string,
  presentiInizio: number,
  ingressi: number,
  dimessi: number,
  giornatePresenza: number,
) {
  const trattati = presentiInizio + ingressi;
  const presentiFine = trattati - dimessi;
  const riga = { presentiInizio, ingressi, trattati, dimessi, presentiFine, giornatePresenza, mediaGiornaliera: 1.5 };
  return { chiave, nome: chiave, riga: riga as Riga };
}

function conTotale(righe: readonly ReturnType<typeof struttura>[]) {
  const somma = (id: string) => righe.reduce((n, { riga }) => n + (riga[id] ?? 0), 0);
  const riga = Object.fromEntries(COLONNE.map(({ id }) => [id, somma(id)]));
  return [...righe, { chiave: 'totale', nome: 'Totale', riga: riga as Riga }];
}

const RIGHE = conTotale([
  struttura('A', 20, 12, 9, 7000),
  struttura('B', 1, 2, 1, 400),
  struttura('C', 30, 10, 8, 9000),
]);
const testo = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('tables that leave the office', () => {
  test('for the office: every number', () => {
    const csv = testo(cifreCsv('Struttura', COLONNE, RIGHE));
    expect(csv).toContain('B;1;2;3;1;2;400;1,5');
  });

  test('for outside: small counts, what gives them back, days and means of who is hidden', () => {
    const csv = testo(cifreCsvEsterno('Struttura', { colonne: COLONNE, righe: RIGHE }, 5)).split('\r\n');
    expect(csv.find((riga) => riga.startsWith('B;'))).toBe('B;<5;<5;<5;<5;<5;n.d.;n.d.');
    // one more of each column, or the total less the others would say it
    const altre = csv.filter((riga) => riga.startsWith('A;') || riga.startsWith('C;'));
    for (const indice of [1, 2, 3, 4, 5, 6]) expect(altre.map((riga) => riga.split(';')[indice])).toContain('n.d.');
    expect(csv.find((riga) => riga.startsWith('Totale'))).toBe('Totale;51;24;75;18;57;16400;4,5');
    expect(csv.at(-2)).toMatch(/«<5»: da 1 a 4 persone/);
  });

  test('a threshold of 1 hides nothing', () => {
    expect(veliDi({ colonne: COLONNE, righe: RIGHE }, 1).size).toBe(0);
  });

  test('a month without its stays treated: one small flow alone would follow from the others', () => {
    const colonne = ['presentiInizio', 'ingressi', 'dimessi', 'presentiFine'].map((id) => colonna(id));
    const righe = [
      { chiave: '01', riga: { presentiInizio: 20, ingressi: 2, dimessi: 0, presentiFine: 22 } },
      { chiave: '02', riga: { presentiInizio: 22, ingressi: 0, dimessi: 0, presentiFine: 22 } },
    ];
    const legami = [{ totale: cella('01', 'presentiFine'), parti: [cella('02', 'presentiInizio')] }];
    const veli = veliDi({ colonne, righe, legami }, 5);
    expect(veli.get(cella('01', 'ingressi'))).toBe('piccolo');
    const nellaRiga = (chiave: string) => colonne.filter(({ id }) => veli.has(cella(chiave, id)));
    expect(nellaRiga('01').length).toBeGreaterThan(1);
    expect(veli.has(cella('01', 'presentiFine'))).toBe(veli.has(cella('02', 'presentiInizio')));
    expect([...veli.keys()].filter((una) => una.endsWith('trattati'))).toEqual([]);
  });

  test('outcomes: their row adds up to the dimessi of another table, which is taken as known', () => {
    const esiti = ['concluso', 'abbandono', 'arresto_revoca'].map((id) => colonna(id));
    const righe = [
      { chiave: 'A', riga: { concluso: 10, abbandono: 3, arresto_revoca: 6 } },
      { chiave: 'B', riga: { concluso: 20, abbandono: 9, arresto_revoca: 7 } },
    ];
    const veli = veliDi({ colonne: esiti, righe }, 5);
    expect(veli.get(cella('A', 'abbandono'))).toBe('piccolo');
    expect(veli.get(cella('A', 'arresto_revoca'))).toBe('coperto');
    expect(veli.get(cella('B', 'abbandono'))).toBe('coperto');
  });

  test('whatever the strutture: no small count is written, and none is the only hidden one of its row or column', () => {
    const n = fc.oneof(fc.nat(6), fc.nat(40));
    const una = fc.tuple(n, n, fc.nat(100)).map(([inizio, ingressi, quota]) => {
      const dimessi = Math.floor(((inizio + ingressi) * quota) / 101);
      return [inizio, ingressi, dimessi] as const;
    });
    fc.assert(
      fc.property(fc.array(una, { minLength: 2, maxLength: 5 }), (dati) => {
        const righe = conTotale(dati.map(([a, b, c], i) => struttura(`S${i}`, a, b, c, (a + b) * 30)));
        const veli = veliDi({ colonne: COLONNE, righe }, 5);
        const persone = COLONNE.slice(0, 5).map(({ id }) => id);
        for (const id of persone) {
          const nascoste = righe.filter(({ chiave }) => veli.has(cella(chiave, id)));
          expect(nascoste.length).not.toBe(1);
          for (const { chiave, riga } of righe)
            if ((riga[id] ?? 0) > 0 && (riga[id] ?? 0) < 5) expect(veli.has(cella(chiave, id))).toBe(true);
        }
        for (const { chiave, riga } of righe)
          if (veli.has(cella(chiave, 'trattati')) && (riga['giornatePresenza'] ?? 0) > 0) {
            expect(veli.has(cella(chiave, 'giornatePresenza'))).toBe(true);
            expect(veli.has(cella(chiave, 'mediaGiornaliera'))).toBe(true);
          }
      }),
      { numRuns: 100 },
    );
  });
});
