import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accordaAccompagnamento,
  compareAppuntamenti,
  dateDelGruppo,
  dateOgniMese,
  dateOgniSettimane,
  isInRitardo,
  isRelazioneInRitardo,
  lunediDi,
  statoPredefinito,
  stranezzaRelazione,
} from '../../domain/appuntamento.ts';
import { addGiorni, giornoDellaSettimana } from '../../domain/giorno.ts';

const giorno = fc.integer({ min: 0, max: 4000 }).map((n) => addGiorni('2020-01-01', n));

describe('an appointment', () => {
  test('what is booked is late from the day after, what is done or called off never', () => {
    expect(isInRitardo({ data: '2025-04-02', stato: 'previsto' }, '2025-04-03')).toBe(true);
    expect(isInRitardo({ data: '2025-04-03', stato: 'previsto' }, '2025-04-03')).toBe(false);
    expect(isInRitardo({ data: '2025-04-02', stato: 'fatto' }, '2025-04-03')).toBe(false);
    expect(isInRitardo({ data: '2025-04-02', stato: 'annullato' }, '2025-04-03')).toBe(false);
  });

  test('a new one is booked only if its day is to come', () => {
    expect(statoPredefinito('2025-04-04', '2025-04-03')).toBe('previsto');
    expect(statoPredefinito('2025-04-03', '2025-04-03')).toBe('fatto');
    const alle = (ora: string | null, data = '2025-04-03') =>
      statoPredefinito(data, '2025-04-03', { ora, adesso: '09:05' });
    expect([alle('16:00'), alle('09:05'), alle('08:00'), alle(null)]).toEqual(['previsto', 'fatto', 'fatto', 'fatto']);
    expect(alle('16:00', '2025-04-02')).toBe('fatto');
  });

  test('a report is late when due, unsent, and its day gone by', () => {
    const incontro = { stato: 'fatto', relazioneEntro: '2025-04-02', relazioneData: null };
    expect(isRelazioneInRitardo(incontro, '2025-04-03')).toBe(true);
    expect(isRelazioneInRitardo(incontro, '2025-04-02')).toBe(false);
    expect(isRelazioneInRitardo({ ...incontro, relazioneData: '2025-04-03' }, '2025-04-03')).toBe(false);
    expect(isRelazioneInRitardo({ ...incontro, stato: 'annullato' }, '2025-04-03')).toBe(false);
  });

  test('a report sent before its meeting, or on a day to come, is odd; of what was called off nothing is said', () => {
    const di = (relazioneData: string | null, stato = 'fatto') =>
      stranezzaRelazione({ stato, data: '2025-03-20', relazioneData }, '2025-04-03');
    expect([di(null), di('2025-03-20'), di('2025-04-03'), di('2025-03-19', 'annullato')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(di('2025-03-19')).toBe('mer 19 mar viene prima dell’incontro (gio 20 mar): controllare il giorno.');
    expect(di('2025-03-19', 'previsto')).toContain('prima dell’incontro');
    expect(di('2025-04-04')).toContain('nel futuro');
  });

  test('what has no hour comes after what has one', () => {
    const righe = [null, '15:00', '09:30'].map((ora) => ({ data: '2025-04-03', ora }));
    expect(righe.toSorted(compareAppuntamenti).map(({ ora }) => ora)).toEqual(['09:30', '15:00', null]);
  });

  test('a name of who goes along is a yes, a no leaves no name', () => {
    const chi = 'Luca Neri';
    expect(accordaAccompagnamento({ accompagnamento: null, accompagnatore: chi }).accompagnamento).toBe(true);
    expect(accordaAccompagnamento({ accompagnamento: false, accompagnatore: chi }).accompagnatore).toBeNull();
    expect(accordaAccompagnamento({ accompagnamento: true, accompagnatore: null }).accompagnamento).toBe(true);
    expect(accordaAccompagnamento({ accompagnamento: null, accompagnatore: null }).accompagnamento).toBeNull();
  });

  test('every week, every so many weeks: always the same weekday', () => {
    expect(dateOgniSettimane('2025-03-22', 1, 3)).toEqual(['2025-03-29', '2025-04-05', '2025-04-12']);
    expect(dateOgniSettimane('2025-12-20', 2, 2)).toEqual(['2026-01-03', '2026-01-17']);
  });

  test('every month: the 31st gives the last day of a shorter month, and the 31st again', () => {
    expect(dateOgniMese('2025-01-31', 3)).toEqual(['2025-02-28', '2025-03-31', '2025-04-30']);
  });
});

describe('a weekly group', () => {
  test('meets on its weekday, inside its own days and those asked', () => {
    const gruppo = { giornoSettimana: 3, dal: '2025-04-02', al: '2025-04-16' };
    expect(dateDelGruppo(gruppo, { dal: '2025-03-01', al: '2025-05-01' })).toEqual([
      '2025-04-02',
      '2025-04-09',
      '2025-04-16',
    ]);
    expect(dateDelGruppo({ ...gruppo, al: null }, { dal: '2025-04-14', al: '2025-04-24' })).toEqual([
      '2025-04-16',
      '2025-04-23',
    ]);
  });

  test('once in every week it touches whole, never on another weekday', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        giorno,
        fc.integer({ min: 0, max: 60 }),
        (giornoSettimana, dal, quanti) => {
          const al = addGiorni(dal, quanti);
          const date = dateDelGruppo({ giornoSettimana, dal: '2019-01-01', al: null }, { dal, al });
          expect(
            date.every((data) => giornoDellaSettimana(data) === giornoSettimana && data >= dal && data <= al),
          ).toBe(true);
          expect(new Set(date.map(lunediDi)).size).toBe(date.length);
          expect(date.length).toBeGreaterThanOrEqual(Math.floor((quanti + 1) / 7));
        },
      ),
    );
  });
});
