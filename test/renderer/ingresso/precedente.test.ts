import { expect, test } from 'vitest';
import {
  campiProposti,
  isRipreso,
  lascia,
  lasciaTutti,
  riprendi,
  riprendiTutti,
} from '../../../renderer/ingresso/precedente-valori.ts';
import { SCHEDA_VUOTA } from '../../../renderer/scheda/valori.ts';

const PROPOSTA = {
  ...{ statoCivile: 'separato', hiv: 'no', dichiaratoIl: '2024-01-20', sostanzePrimarie: ['cocaina'] },
  ...{ certificazione: 'SerD 12', certificazioneIl: '2024-02-01', hivIl: '2024-01-15' },
};

test('each value is taken alone, with the day it refers to; what is typed already stays', () => {
  expect(campiProposti(PROPOSTA)).toEqual(['statoCivile', 'hiv', 'sostanzePrimarie', 'certificazione']);
  expect(riprendi(PROPOSTA, 'hiv')).toEqual({ hiv: 'no', hivIl: '15/01/2024' });
  expect(riprendi(PROPOSTA, 'sostanzePrimarie')).toEqual({ sostanzePrimarie: ['cocaina'], dichiaratoIl: '20/01/2024' });
  const scritto = { ...SCHEDA_VUOTA, statoCivile: 'vedovo', sostanzePrimarie: ['alcol'] };
  expect(riprendiTutti(PROPOSTA, scritto)).toEqual({
    ...{ hiv: 'no', hivIl: '15/01/2024', certificazione: 'SerD 12', certificazioneIl: '01/02/2024' },
  });
});

test('a value taken away leaves; its day goes with the last that refers to it', () => {
  const ripresi = { ...SCHEDA_VUOTA, ...riprendiTutti(PROPOSTA, SCHEDA_VUOTA) };
  expect(campiProposti(PROPOSTA).every((campo) => isRipreso(PROPOSTA, ripresi, campo))).toBe(true);
  const senzaHiv = { ...ripresi, ...lascia(PROPOSTA, ripresi, 'hiv') };
  expect(senzaHiv).toMatchObject({ hiv: '', hivIl: '', dichiaratoIl: '20/01/2024', statoCivile: 'separato' });
  const restano = { ...senzaHiv, ...lascia(PROPOSTA, senzaHiv, 'sostanzePrimarie') };
  expect(restano).toMatchObject({ sostanzePrimarie: [], dichiaratoIl: '20/01/2024' });
  expect(lascia(PROPOSTA, restano, 'statoCivile')).toEqual({ statoCivile: '', dichiaratoIl: '' });
  // asked again today: the day written by hand is not taken away
  expect(lascia(PROPOSTA, { ...senzaHiv, dichiaratoIl: '02/04/2025' }, 'statoCivile')).toEqual({ statoCivile: '' });
});

test('another person chosen: nothing of the one before stays, what was typed does', () => {
  const misti = { ...SCHEDA_VUOTA, ...riprendiTutti(PROPOSTA, SCHEDA_VUOTA), statoCivile: 'vedovo', fasas: '7' };
  expect({ ...misti, ...lasciaTutti(PROPOSTA, misti) }).toEqual({
    ...SCHEDA_VUOTA,
    ...{ statoCivile: 'vedovo', fasas: '7', dichiaratoIl: '20/01/2024' },
  });
  const tutti = { ...SCHEDA_VUOTA, ...riprendiTutti(PROPOSTA, SCHEDA_VUOTA) };
  expect({ ...tutti, ...lasciaTutti(PROPOSTA, tutti) }).toEqual(SCHEDA_VUOTA);
});
