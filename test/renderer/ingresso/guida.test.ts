import { describe, expect, test } from 'vitest';
import {
  conPersona,
  GUIDA_VUOTA,
  isNessuno,
  leggiAlloggio,
  leggiComuni,
  leggiOspite,
  leggiSchedaDi,
  PERSONA_NUOVA,
  personaCorrente,
  problemiDi,
} from '../../../renderer/ingresso/guida-valori.ts';

const OGGI = '2025-03-21';
const SARA = { ...PERSONA_NUOVA, cognome: 'moretti', nome: 'sara', sesso: 'F', dataNascita: '3/3/1990' };

describe('the guided ingresso as it is typed', () => {
  test('says what is needed to record, and nothing else', () => {
    const manca = (p: typeof SARA, giorno: string) => problemiDi(p, giorno, OGGI).map(({ campo }) => campo);
    expect(manca(PERSONA_NUOVA, '')).toEqual(['dataIngresso', 'cognome', 'nome', 'sesso', 'dataNascita']);
    expect(manca(SARA, '1/3')).toEqual([]);
    expect(manca({ ...SARA, dataNascita: '31/2/1990' }, '1/3')).toEqual(['dataNascita']);
    const noto = { id: 'o1', cognome: 'Moretti', nome: 'Sara', sesso: 'F', dataNascita: '1990-03-03' };
    const scelto = { ...noto, codiceFiscale: null, presenteIn: null, ultimaDimissione: null };
    expect(manca({ ...PERSONA_NUOVA, ospite: scelto } as unknown as typeof SARA, '1/3')).toEqual([]);
  });

  test('the person is written as names are written', () => {
    expect(leggiOspite(SARA, OGGI)).toMatchObject({ cognome: 'Moretti', nome: 'Sara', dataNascita: '1990-03-03' });
  });

  test('another person begins empty, what all share stays', () => {
    const prima = { ...GUIDA_VUOTA, ...SARA, servizioInviante: 'SerD', statoCivile: 'separato', dataIngresso: '1/3' };
    const dopo = conPersona(prima, PERSONA_NUOVA);
    expect(dopo).toMatchObject({ servizioInviante: 'SerD', dataIngresso: '1/3', statoCivile: '', cognome: '' });
    expect(isNessuno(personaCorrente(dopo))).toBe(true);
    expect(isNessuno(personaCorrente(prima))).toBe(false);
    expect(leggiSchedaDi(personaCorrente(prima), OGGI)).toEqual({ statoCivile: 'separato', servizioInviante: 'SerD' });
    expect(leggiComuni(dopo, OGGI)).toEqual({ servizioInviante: 'SerD' });
  });

  test('the room passes to the next of the family, the bed is each one’s own', () => {
    const prima = { ...GUIDA_VUOTA, ...SARA, stanzaId: 's1', letto: ' A ' };
    expect(leggiAlloggio(personaCorrente(prima))).toEqual({ stanzaId: 's1', letto: 'A' });
    expect(leggiAlloggio(personaCorrente(conPersona(prima, PERSONA_NUOVA)))).toEqual({ stanzaId: 's1', letto: null });
    expect(leggiAlloggio(PERSONA_NUOVA)).toBeNull();
  });

  test('each may have a payer and a modulo of their own, and has them back when corrected', () => {
    const padre = { ...GUIDA_VUOTA, ...SARA, entePagante: 'ATS', modulo: 'CASA00-TR', caseManager: '' };
    const figlia = {
      ...conPersona(padre, PERSONA_NUOVA),
      entePagante: 'Comune',
      modulo: 'CASA00-MIN',
      caseManager: 'Conti',
    };
    expect(conPersona(figlia, personaCorrente(padre))).toMatchObject({
      // what they left empty is as it is now
      ...{ entePagante: 'ATS', modulo: 'CASA00-TR', caseManager: 'Conti', cognome: 'moretti' },
    });
    expect(leggiComuni(figlia, OGGI)).toEqual({ entePagante: 'Comune', caseManager: 'Conti' });
    expect(leggiSchedaDi(personaCorrente(padre), OGGI)).toMatchObject({ entePagante: 'ATS' });
  });
});
