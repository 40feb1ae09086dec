import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOfferta, Liste, normalizeVoce, type VoceUfficio } from '../../domain/lista.ts';
import { DEFINIZIONI, LISTE_PROGRAMMA } from '../../electron/lista/lista-programma.ts';

const RIGA: VoceUfficio = {
  ...{ durataMassimaMesi: null, durataMassimaGiorni: null, relazioneOgniMesi: null },
  lista: 'visita',
  voce: 'logopedia',
  etichetta: 'Logopedia',
  sinonimi: ['logopedista'],
  dal: '2025-01-01',
  al: null,
  ordine: 0,
  origine: 'locale',
};

describe('the lists of an office', () => {
  test('a value is added after those of the program but before «Altro», and read in the workbook by any of its words', () => {
    const liste = new Liste(DEFINIZIONI, [RIGA]);
    expect(liste.voci('visita').slice(-2)).toMatchObject([{ voce: 'logopedia', origine: 'locale' }, { voce: 'altro' }]);
    for (const parola of ['Logopedia', 'LOGOPEDISTA', 'logopedia'])
      expect(liste.find('visita', parola)).toBe('logopedia');
    expect(LISTE_PROGRAMMA.find('visita', 'Logopedia')).toBeUndefined();
  });

  test('a retired one keeps its label and its words on old facts, and is not offered after its last day', () => {
    const liste = new Liste(DEFINIZIONI, [
      { ...RIGA, voce: 'pap_test', etichetta: 'Pap-test', sinonimi: null, dal: null, al: '2025-06-30' },
    ]);
    const voce = liste.voci('visita').find((v) => v.voce === 'pap_test');
    expect(liste.etichetta('visita', 'pap_test')).toBe('Pap-test');
    expect(liste.voci('visita').map((v) => v.voce)).toEqual(LISTE_PROGRAMMA.voci('visita').map((v) => v.voce));
    expect([voce && isOfferta(voce, '2025-06-30'), voce && isOfferta(voce, '2025-07-01')]).toEqual([true, false]);
    expect(isOfferta({ dal: '2025-05-01' }, '2025-04-01', '2025-05-01')).toBe(true);
    expect(isOfferta({ dal: '2025-05-01' }, '2025-04-01', '2025-04-30')).toBe(false);
  });

  test('a value renamed keeps what the program knows of it', () => {
    const riga = { ...RIGA, lista: 'tipologia_modulo', voce: 'TR', etichetta: 'Residenziale', sinonimi: null };
    const [voce] = new Liste(DEFINIZIONI, [riga]).voci('tipologia_modulo').filter((v) => v.voce === 'TR');
    expect(voce).toMatchObject({ etichetta: 'Residenziale', durataMassimaMesi: 18 });
  });

  test('what is chosen when nothing else will do stays last, whatever is added; in its own order', () => {
    const ultime = (lista: string) =>
      new Liste(DEFINIZIONI, [
        { ...RIGA, lista, ordine: 1, voce: 'seconda' },
        { ...RIGA, lista, voce: 'prima' },
      ])
        .voci(lista)
        .slice(-4)
        .map(({ voce }) => voce);
    expect(ultime('destinazione')).toEqual(['prima', 'seconda', 'non_noto', 'altro']);
    expect(ultime('provenienza')).toEqual(['prima', 'seconda', 'altra_istituzione', 'non_noto']);
    // «Altra comunità» is a place like the others
    expect(ultime('inviante')).toEqual(['altra_comunita', 'prima', 'seconda', 'altro']);
    expect(ultime('tipologia_modulo').slice(2)).toEqual(['prima', 'seconda']);
  });

  test('a closed list does not grow, whatever is in the store', () => {
    const liste = new Liste(DEFINIZIONI, [{ ...RIGA, lista: 'esito' }]);
    expect(liste.voci('esito')).toEqual(LISTE_PROGRAMMA.voci('esito'));
  });

  test('«SerD di Brescia» is the SerD', () => {
    for (const [testo, voce] of [
      ['SerD di Brescia', 'serd'],
      ['Ser.D. Bergamo', 'serd'],
      ['UEPE', 'uepe'],
      ['Servizio tutela minori di Lodi', 'tutela_minori'],
    ] as const)
      expect(LISTE_PROGRAMMA.findInizio('servizio', testo)).toBe(voce);
    expect(LISTE_PROGRAMMA.findInizio('servizio', 'Comune di Lodi')).toBeUndefined();
  });

  test('every value of every list is found by its own word and by its label, whatever is added', () => {
    const parola = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(fc.uniqueArray(parola, { maxLength: 6 }), (parole) => {
        const nuove = parole.filter((p) => LISTE_PROGRAMMA.find('visita', p) === undefined);
        const righe = nuove.map((voce, ordine) => ({ ...RIGA, voce, etichetta: voce, sinonimi: [], ordine }));
        const liste = new Liste(DEFINIZIONI, righe);
        for (const { id } of liste.tutte()) for (const v of liste.voci(id)) expect(liste.find(id, v.voce)).toBe(v.voce);
        expect(nuove.map((p) => liste.find('visita', p.toUpperCase()))).toEqual(nuove);
      }),
      { numRuns: 20 },
    );
    expect(normalizeVoce('  Celibe / NUBILE ')).toBe('celibe nubile');
  });
});
