import { expect, test } from 'vitest';
import {
  conteggiaEsitiPersone,
  conteggiaEsitiProgrammi,
  type DimissioneContata,
  ESITI,
  type Esito,
  isEsito,
} from '../../domain/esito.ts';

let progressivo = 0;
function dimissione(personaId: string, dataDimissione: string, esito: Esito | null): DimissioneContata {
  return { id: `i${progressivo++}`, personaId, dataIngresso: '2025-01-01', dataDimissione, esito };
}

const dimessi = [
  dimissione('rossi', '2025-02-01', 'trasferimento_interno'),
  dimissione('rossi', '2025-06-01', 'abbandono'),
  dimissione('rossi', '2025-03-01', 'concluso'),
  dimissione('verdi', '2025-04-01', 'trasferimento_interno'),
  dimissione('bruni', '2025-04-01', 'concluso'),
  dimissione('gatti', '2025-05-01', null),
];

test('rule 10: programmi counts every dimissione, transfers in', () => {
  expect(conteggiaEsitiProgrammi(dimessi)).toEqual({
    righe: [
      { esito: 'concluso', n: 2, percentuale: 33 },
      { esito: 'abbandono', n: 1, percentuale: 17 },
      { esito: 'trasferimento_interno', n: 2, percentuale: 33 },
    ],
    totale: 6,
    senzaEsito: 1,
  });
});

test('rule 10: persone counts distinct persons, transfers out, the last dimissione decides', () => {
  const atteso = {
    righe: [
      { esito: 'concluso', n: 1, percentuale: 33 },
      { esito: 'abbandono', n: 1, percentuale: 33 },
    ],
    totale: 3,
    senzaEsito: 1,
  };
  expect(conteggiaEsitiPersone(dimessi)).toEqual(atteso);
  expect(conteggiaEsitiPersone([...dimessi].reverse())).toEqual(atteso);
});

test('a transfer after the last dimissione does not decide', () => {
  const poi = [
    dimissione('rossi', '2025-03-01', 'concluso'),
    dimissione('rossi', '2025-09-01', 'trasferimento_interno'),
  ];
  expect(conteggiaEsitiPersone(poi).righe).toEqual([{ esito: 'concluso', n: 1, percentuale: 100 }]);
});

test('the list is closed, and keeps the order of rule 10', () => {
  expect(ESITI).toHaveLength(7);
  expect(ESITI.every(isEsito)).toBe(true);
  expect(isEsito('decesso')).toBe(false);
  expect(isEsito(null)).toBe(false);
  const uno = ESITI.map((e, i) => dimissione(`p${i}`, '2025-01-10', e)).reverse();
  expect(conteggiaEsitiProgrammi(uno).righe.map((r) => r.esito)).toEqual([...ESITI]);
});
