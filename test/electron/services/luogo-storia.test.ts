import { describe, expect, test } from 'vitest';
import { findLuogo, scriviLuogo, searchLuoghi } from '../../../electron/services/luogo.ts';
import { listSchede } from '../../../electron/services/luogo-storia.ts';

const cerca = (testo: string, giorno: string | null = null) => searchLuoghi(null, { testo, giorno, limite: 12 });
const scritti = (testo: string, giorno: string) => cerca(testo, giorno).map(scriviLuogo);

describe('a place of birth on the day of birth', () => {
  test.each([
    // merged: Corigliano-Rossano (L.R. Calabria 2/2018), Presicce-Acquarica, Valsamoggia, Lonato del Garda
    ['Corigliano-Rossano', '1980-03-05', ['Corigliano Calabro (CS)', 'Rossano (CS)']],
    ['Corigliano-Rossano', '2018-03-30', ['Corigliano Calabro (CS)', 'Rossano (CS)']],
    ['Presicce-Acquarica', '2001-01-01', ['Acquarica Del Capo (LE)', 'Presicce (LE)']],
    ['Lonato del Garda', '1970-01-01', ['Lonato (BS)']],
    // twice: Mosso Santa Maria, then Mosso in 1999, then Valdilana in 2019
    ['Valdilana', '1960-01-01', ['Mosso Santa Maria (VC)', 'Pistolesa (VC)', 'Soprana (VC)', 'Trivero (VC)']],
  ])('%s for someone born on %s: those of that day first', (nome, giorno, attesi) => {
    expect(scritti(nome, giorno).slice(0, attesi.length)).toEqual(attesi);
  });

  test('the new comune from its first day, and the old ones after it are told what they are', () => {
    expect(cerca('corigliano-rossano', '2018-03-31')[0]).toMatchObject({ codice: 'M403', oggi: '', avviso: '' });
    expect(findLuogo('D005', '1980-03-05')).toMatchObject({ oggi: 'Corigliano-Rossano (CS)', avviso: '' });
    expect(findLuogo('D005', '2020-01-01')?.avviso).toBe(
      'Corigliano Calabro non c’è più dal 31/03/2018: alla nascita era Corigliano-Rossano (CS). Controllare il luogo e la data di nascita.',
    );
    expect(findLuogo('M403', '1980-03-05')).toMatchObject({
      prima: 'Corigliano Calabro (CS), Rossano (CS)',
      codici: ['M403', 'D005', 'H579'],
      avviso:
        'Corigliano-Rossano c’è dal 31/03/2018: alla nascita era Corigliano Calabro (CS) o Rossano (CS). Scegliere il luogo di allora, che è quello del codice fiscale.',
    });
  });

  test.each([
    ['Sappada', 'I421', '2017-12-15', 'BL', 'UD'],
    ['Verbania', 'L746', '1992-05-22', 'NO', 'VB'],
    ['Monza', 'F704', '2009-06-29', 'MI', 'MB'],
    ['Fermo', 'D542', '2009-07-11', 'AP', 'FM'],
    ['Barletta', 'A669', '2009-07-26', 'BA', 'BT'],
    ['Trinitapoli', 'B915', '2009-07-26', 'FG', 'BT'],
    ['Lecco', 'E507', '1992-04-15', 'CO', 'LC'],
    ['Calolziocorte', 'B423', '1992-04-15', 'BG', 'LC'],
    ['Lodi', 'E648', '1992-04-15', 'MI', 'LO'],
    ['Biella', 'A859', '1992-04-15', 'VC', 'BI'],
    ['Rimini', 'H294', '1992-04-15', 'FO', 'RN'],
    ['Prato', 'G999', '1992-04-15', 'FI', 'PO'],
    ['Crotone', 'D122', '1992-04-15', 'CZ', 'KR'],
    ['Novafeltria', 'F137', '2009-08-14', 'PU', 'RN'],
    ['Montecopiolo', 'F478', '2021-06-16', 'PU', 'RN'],
    ['Pesaro', 'G479', '1998-09-03', 'PS', 'PU'],
    ['Pordenone', 'G888', '1968-04-05', 'UD', 'PN'],
    ['Isernia', 'E335', '1970-03-02', 'CB', 'IS'],
  ])('%s (%s) was until %s in %s, then in %s', (_nome, codice, ultimo, prima, dopo) => {
    const domani = new Date(Date.parse(ultimo) + 86_400_000).toISOString().slice(0, 10);
    expect(findLuogo(codice, ultimo)).toMatchObject({ sigla: prima, codici: [codice], avviso: '' });
    expect(findLuogo(codice, domani)?.sigla).toBe(dopo);
    expect(findLuogo(codice)?.sigla).toBe(dopo);
  });

  test('a comune that went and came back; one of Sardinia through three provinces', () => {
    const torre = (giorno: string) => findLuogo('L257', giorno)?.sigla;
    expect([torre('1980-01-01'), torre('2000-01-01'), torre('2020-01-01')]).toEqual(['BG', 'LC', 'BG']);
    const seui = (giorno: string) => findLuogo('I706', giorno)?.sigla;
    expect([seui('1980-01-01'), seui('2010-01-01'), seui('2020-01-01')]).toEqual(['NU', 'OG', 'SU']);
  });

  test('a name that changed and kept the code is found by both, and written as it was', () => {
    expect(scritti('costermano', '1990-01-01')).toEqual(['Costermano (VR)']);
    expect(cerca('costermano sul garda', '1990-01-01')[0]).toMatchObject({
      nome: 'Costermano',
      oggi: 'Costermano sul Garda (VR)',
    });
    expect(scritti('costermano', '2020-01-01')).toEqual(['Costermano sul Garda (VR)']);
  });

  test('the provinces are the right ones: Caserta and the Canavese were not', () => {
    expect([findLuogo('B963')?.sigla, findLuogo('A512')?.sigla, findLuogo('E379')?.sigla]).toEqual(['CE', 'CE', 'TO']);
    const perProvincia = Map.groupBy(
      listSchede().filter(({ estero, cessatoIl }) => !estero && cessatoIl === null),
      ({ sigla }) => sigla,
    );
    const quanti = (sigla: string) => perProvincia.get(sigla)?.length;
    expect(perProvincia.size).toBe(107);
    expect(['AO', 'TO', 'CE', 'BS', 'BT', 'VB'].map(quanti)).toEqual([74, 312, 104, 205, 10, 74]);
  });

  test('States: the one of the day first, today’s named; a code of the same history agrees', () => {
    expect(cerca('croazia', '1975-01-01').map(({ codice }) => codice)).toEqual(['Z118', 'Z149']);
    expect(cerca('croazia', '1995-01-01')[0]).toMatchObject({ codice: 'Z149', avviso: '', prima: '' });
    expect(cerca('jugoslavia', '1975-01-01')[0]?.oggi).toContain('Croazia');
    expect(cerca('unione sovietica', '1985-01-01')[0]).toMatchObject({ codice: 'Z135', avviso: '' });
    expect(cerca('ucraina', '1985-01-01')[0]?.codice).toBe('Z135');
    expect(cerca('repubblica ceca', '1980-01-01')[0]?.codice).toBe('Z105');
    expect(findLuogo('Z149', '1975-01-01')?.codici).toContain('Z118');
    expect(findLuogo('Z158', '1975-01-01')).toMatchObject({ avviso: '' });
    expect(findLuogo('Z129', '1975-01-01')?.codici).toEqual(['Z129']);
  });

  test('the file agrees with itself: what became something ended the day that began, and its codes are there', () => {
    const perCodice = new Map(listSchede().map((una) => [una.codice, una]));
    for (const { codice, estero, cessatoIl, oggi, province, nomi } of listSchede()) {
      for (const nuovo of oggi.map((uno) => perCodice.get(uno))) {
        expect(nuovo, codice).toBeDefined();
        // two rows of ANPR end a month after the merger: the day of each is its own
        if (!estero && nuovo?.dal) expect(cessatoIl?.slice(0, 4), codice).toBe(nuovo.dal.slice(0, 4));
      }
      for (const giorni of [province, nomi].map((tempi) => tempi.map(({ fino }) => fino)))
        expect(giorni, codice).toEqual(giorni.toSorted());
    }
    const senza = listSchede().filter((una) => !una.estero && (una.cessatoIl ?? '') > '1980' && una.oggi.length === 0);
    expect(senza.map(({ codice }) => codice)).toEqual([]);
  });
});
