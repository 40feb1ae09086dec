import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatiBilancio, PermanenzaContata } from '../../domain/bilancio-dati.ts';
import { CODICI_PREDEFINITI } from '../../domain/codice.ts';
import { ESITI } from '../../domain/esito.ts';
import { addGiorni } from '../../domain/giorno.ts';
import { computeIndicatori, relazioneOltre } from '../../domain/indicatore.ts';
import { PROFILO_VUOTO } from '../../domain/profilo.ts';
import { righeDietro } from '../../domain/righe.ts';

const ANNO = { dal: '2025-01-01', al: '2025-12-31' };
const OGGI = '2026-01-15';

function permanenza(id: string, altro: Partial<PermanenzaContata>): PermanenzaContata {
  return {
    ...{ id, ospiteId: id, personaId: id, strutturaId: 's0', utenza: 'DUS', entePagante: null, sesso: 'F' },
    ...{ dataNascita: '1985-03-01', dataIngresso: '2025-01-01', dataDimissione: null, esito: null },
    ...{ assegnazioni: [], profilo: PROFILO_VUOTO },
    ...altro,
  };
}

function dati(permanenze: PermanenzaContata[], altro: Partial<DatiBilancio> = {}): DatiBilancio {
  return {
    strutture: [
      { id: 's0', codice: 'CASA00', nome: 'Casa Aurora', tipo: 'CT' },
      { id: 's1', codice: 'CASA01', nome: 'Casa Brina', tipo: 'BIA' },
    ],
    moduli: [],
    posti: [],
    permanenze,
    ...{ presenze: [], codici: CODICI_PREDEFINITI, incontri: [], visite: [], attivita: [] },
    ...altro,
  };
}

describe('the report of a dimissione', () => {
  const uscita = { dataDimissione: '2025-03-01' };
  test.each([
    ['written on the thirtieth day', { ...uscita, dataRelazione: '2025-03-31' }, OGGI, null],
    ['written on the thirty-first', { ...uscita, dataRelazione: '2025-04-01' }, OGGI, 'scritta_tardi'],
    ['not written, with a day left', uscita, '2025-03-31', null],
    ['not written, the days over', uscita, '2025-04-01', 'senza_data'],
    ['the stay goes on', { dataDimissione: null }, OGGI, null],
  ])('%s', (_, p, oggi, atteso) => {
    expect(relazioneOltre(p, oggi)).toBe(atteso);
  });
});

describe('the quality indicators', () => {
  test('a worked year: eight dimissioni, one transfer among them', () => {
    const esce = (id: string, esito: PermanenzaContata['esito'], dataRelazione: string | null = '2025-06-30') =>
      permanenza(id, { dataDimissione: '2025-06-30', esito, dataRelazione });
    const tutti = [
      ...['a', 'b', 'c'].map((id) => esce(id, 'concluso')),
      ...[esce('d', 'trasferimento_interno'), esce('e', 'abbandono', '2025-08-01'), esce('f', null, null)],
      ...['g', 'h'].map((id) => esce(id, 'allontanamento')),
      permanenza('i', {}),
      permanenza('l', { dataDimissione: '2026-01-02', esito: 'concluso' }),
    ];
    const { righe, totale } = computeIndicatori(ANNO, dati(tutti), OGGI);
    expect(righe[0]).toMatchObject({
      ...{ chiave: 'CASA00', trattati: 10, dimessi: 8, conclusi: 3, percentoConclusi: 37.5 },
      ...{ allontanamenti: 2, percentoAllontanamenti: 25, massimoAllontanamenti: 15 },
      ...{ relazioniOltre: 2, relazioniSenzaData: 1, percentoRelazioni: 25, massimoRelazioni: 15 },
    });
    expect(righe[1]).toMatchObject({ dimessi: 0, percentoConclusi: null, massimoAllontanamenti: null });
    expect(totale).toMatchObject({ dimessi: 8, conclusi: 3, massimoAllontanamenti: null });
  });

  test('saturazione: days with the place taken over places of each day (rule 5)', () => {
    const posti = [{ moduloId: 'm', validoDal: '2020-01-01', validoAl: null, accreditati: 2, disponibili: 1 }];
    const moduli = [{ id: 'm', strutturaId: 's0', codice: 'M', nome: 'M', tipologia: 'TR', conta: 'adulti' }];
    const uno = permanenza('a', { dataIngresso: '2025-03-01', dataDimissione: '2025-03-11' });
    const marzo = { dal: '2025-03-01', al: '2025-03-10' };
    expect(computeIndicatori(marzo, dati([uno], { posti, moduli }), OGGI).righe[0]).toMatchObject({
      ...{ giornateOccupate: 10, giornatePostoAccreditati: 20, giornatePostoDisponibili: 10 },
      ...{ saturazioneAccreditati: 50, saturazioneDisponibili: 100 },
    });
  });

  test('every count is the sum of its rows, whatever the stays', () => {
    const giorno = fc.integer({ min: -40, max: 400 }).map((n) => addGiorni(ANNO.dal, n));
    const stay = fc.record({
      strutturaId: fc.constantFrom('s0', 's1'),
      dataIngresso: giorno,
      durata: fc.option(fc.nat(200)),
      esito: fc.option(fc.constantFrom(...ESITI)),
      relazione: fc.option(fc.nat(60)),
    });
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 12 }), (stays) => {
        const permanenze = stays.map(({ durata, relazione, ...resto }, i) => {
          const dataDimissione = durata === null ? null : addGiorni(resto.dataIngresso, durata);
          const dataRelazione =
            dataDimissione === null || relazione === null ? null : addGiorni(dataDimissione, relazione);
          return permanenza(String(i), { ...resto, dataDimissione, dataRelazione });
        });
        const tutti = dati(permanenze);
        const { righe, totale } = computeIndicatori(ANNO, tutti, OGGI);
        for (const riga of [...righe, totale]) {
          const id = tutti.strutture.find(({ codice }) => codice === riga.chiave)?.id;
          const conta = (filtro: object) =>
            righeDietro('dimessi', ANNO, tutti, { ...(id ? { strutturaId: id } : {}), ...filtro }).length;
          expect([riga.dimessi, riga.conclusi, riga.allontanamenti, riga.relazioniOltre]).toEqual([
            conta({}),
            conta({ esito: 'concluso' }),
            conta({ esito: 'allontanamento' }),
            conta({ relazioneOltreAl: OGGI }),
          ]);
        }
      }),
    );
  });
});
