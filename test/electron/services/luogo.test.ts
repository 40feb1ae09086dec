import { describe, expect, test } from 'vitest';
import { findLuogo, scriviLuogo, searchLuoghi } from '../../../electron/services/luogo.ts';

describe('places of birth', () => {
  const cerca = (testo: string, giorno: string | null = null) => searchLuoghi(null, { testo, giorno, limite: 12 });

  test('a comune of today, with or without accents, by its code, as it was written', () => {
    expect(cerca('brescia')[0]).toEqual({
      ...{ codice: 'B157', nome: 'Brescia', sigla: 'BS', estero: false, dal: null, cessatoIl: null },
      ...{ oggi: '', prima: '', avviso: '', codici: ['B157'] },
    });
    expect(cerca('forli')[0]).toMatchObject({ codice: 'D704', nome: 'Forlì' });
    expect(cerca('b157')).toMatchObject([{ nome: 'Brescia' }]);
    expect(cerca('Brescia (BS)')[0]).toMatchObject({ codice: 'B157' });
    expect(cerca('')).toEqual([]);
    expect(cerca('zzzz')).toEqual([]);
  });

  test('a comune that is no more: last today, before its end as any other', () => {
    expect(cerca('fiume', '1930-05-05')[0]).toMatchObject({ nome: 'Fiume', cessatoIl: '1947-09-16' });
    expect(cerca('fiume', '1980-05-05')[0]).toMatchObject({ nome: 'Fiume Veneto', cessatoIl: null });
  });

  test('foreign States, those that are no more too', () => {
    expect(cerca('romania')[0]).toMatchObject({ codice: 'Z129', sigla: 'RO', estero: true });
    expect(cerca('jugoslavia', '1975-01-01')[0]).toMatchObject({ codice: 'Z118', cessatoIl: '2004-01-01' });
    expect(cerca('citta del vaticano')[0]?.nome).toBe('Stato della Città del Vaticano');
  });

  test('every place has a code, a name without broken letters, and is written so that it is found again', () => {
    const tutti = ['B', 'M', 'Z'].flatMap((lettera) =>
      Array.from({ length: 999 }, (_, n) => findLuogo(`${lettera}${String(n + 1).padStart(3, '0')}`) ?? []).flat(),
    );
    expect(tutti.length).toBeGreaterThan(1000);
    for (const luogo of tutti) {
      expect(luogo.nome).not.toMatch(/[ÃÂĂ�|]/);
      expect(cerca(scriviLuogo(luogo)).length, scriviLuogo(luogo)).toBeGreaterThan(0);
    }
  });
});
