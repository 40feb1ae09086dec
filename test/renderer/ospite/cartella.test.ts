import { expect, test } from 'vitest';
import {
  campiDellaScheda,
  describeModuli,
  type PermanenzaOspite,
  situazione,
} from '../../../renderer/ospite/cartella.ts';

const etichetta = (lista: string, voce: string) => (lista === '' ? voce : `${lista}:${voce}`);
const OGGI = '2025-04-03';

const STAY: PermanenzaOspite = {
  ingressoId: 'i1',
  struttura: { codice: 'CASA00', nome: 'Casa Aurora' },
  ...{ dataIngresso: '2025-01-13', dataDimissione: null, giorni: 81, esito: null, destinazione: null },
  ...{ dataRelazione: null, tipoIngresso: null, utenza: 'DUS', servizioInviante: 'SerD', entePagante: null },
  moduli: [{ dal: '2025-01-13', codice: 'CASA00-TR', nome: 'TR', tipologia: 'TR' }],
  scheda: {
    ...{ statoCivile: 'separato', figliMinori: null, istruzione: null, occupazione: null, provenienza: null },
    ...{ invalidita: null, carcerazioni: null, dipendenza: null, hiv: null, hcv: null },
    sostanzePrimarie: ['cocaina', 'alcol'],
    sostanzeSecondarie: [],
    ...{ hivIl: null, hcvIl: null, invaliditaIl: null },
  },
};

test('where the guest is: now, last, to come, never', () => {
  expect(situazione([STAY], OGGI, etichetta)).toBe('Casa Aurora, tipologia_modulo:TR, dal 13 gennaio 2025: 81 giorni');
  const dimessa = { ...STAY, dataDimissione: OGGI };
  expect(situazione([dimessa], OGGI, etichetta)).toBe('dimissione da Casa Aurora il 3 aprile 2025');
  const futura = { ...STAY, dataIngresso: '2025-05-01' };
  expect(situazione([futura], OGGI, etichetta)).toBe('ingresso a Casa Aurora il 1 maggio 2025');
  expect(situazione([futura, dimessa], OGGI, etichetta)).toBe('dimissione da Casa Aurora il 3 aprile 2025');
  expect(situazione([], OGGI, etichetta)).toBe('nessun ingresso registrato');
});

test('the scheda shows what holds something, and says nothing of the rest', () => {
  expect(campiDellaScheda(STAY, etichetta).map(([, nome, valore]) => `${nome}: ${valore}`)).toEqual([
    'Tipologia di utenza: utenza:DUS',
    'Servizio inviante: SerD',
    'Stato civile: stato_civile:separato',
    'Sostanze primarie: sostanza:cocaina, sostanza:alcol',
  ]);
});

test('a declaration says the day it was made', () => {
  const scheda = { ...STAY.scheda, hiv: 'no', hivIl: '2025-02-05', invalidita: 'si', invaliditaIl: '2025-01-13' };
  const detti = campiDellaScheda({ ...STAY, scheda }, etichetta).map(([, nome, valore]) => `${nome}: ${valore}`);
  expect(detti).toContain('HIV: no (al 05/02/2025)');
  expect(detti).toContain('Invalidità: si (al 13/01/2025)');
});

test('one modulo by its name, more with their days', () => {
  expect(describeModuli(STAY, etichetta)).toBe('tipologia_modulo:TR');
  const due = [...STAY.moduli, { dal: '2025-02-01', codice: 'CASA00-ALC', nome: 'ALC', tipologia: 'ALC' }];
  expect(describeModuli({ ...STAY, moduli: due }, etichetta)).toBe(
    'tipologia_modulo:TR, tipologia_modulo:ALC dal 01/02/2025',
  );
});
