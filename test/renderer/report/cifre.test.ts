import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { Output } from '../../../electron/contract/index.ts';
import { toCsv } from '../../../renderer/pannello/csv.ts';
import { cifreCsv, formatValore } from '../../../renderer/report/cifre.ts';
import { colonneGiornate } from '../../../renderer/report/giornate.tsx';

type RigaGiornate = Output<'report.giornate'>['righe'][number];

function rigaGiornate(chiave: string, nome: string, altro: Partial<RigaGiornate> = {}): RigaGiornate {
  return {
    chiave,
    nome,
    presentiInizio: 13,
    ingressi: 10,
    trattati: 23,
    dimessi: 6,
    presentiFine: 17,
    giorniDiPermanenza: 6216,
    giornatePresenza: 5836,
    giornatePagate: 5836,
    giornateOccupate: 6216,
    giorniMancanti: 16,
    mediaGiornaliera: 16,
    saturazioneAccreditati: 100.2,
    saturazioneDisponibili: null,
    perCodice: {},
    perUtenza: {},
    ...altro,
  };
}

const testo = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('how figures are written', () => {
  test('on screen: comma, thousands apart, – where there is nothing', () => {
    expect(formatValore(5836, 'intero')).toBe('5.836');
    expect(formatValore(16, 'decimo')).toBe('16,0');
    expect(formatValore(100.2, 'percento')).toMatch(/^100,2.%$/);
    expect(formatValore(null, 'percento')).toBe('–');
  });

  test('in the CSV: the office’s spreadsheet reads numbers; BOM, `;`, headings in full', () => {
    const riga = rigaGiornate('CASA00', 'Casa Aurora');
    const csv = testo(cifreCsv('Struttura', colonneGiornate('struttura', {}), [{ nome: riga.nome, riga }]));
    expect(csv.startsWith('\uFEFFStruttura;Presenti all’inizio;')).toBe(true);
    const [campi, valori] = Papa.parse<string[]>(csv.slice(1).trim(), { delimiter: ';' }).data;
    const cella = (titolo: string) => valori?.[campi?.indexOf(titolo) ?? -1];
    expect(cella('Giornate di presenza')).toBe('5836');
    expect(cella('Media al giorno')).toBe('16,0');
    expect(cella('Saturazione posti accreditati')).toBe('100,2');
    expect(cella('Saturazione posti disponibili')).toBe('');
  });

  test('nothing in a CSV runs as a formula', () => {
    const csv = testo(toCsv(['a'], [['=cmd|calc'], ['+1'], ['@x'], ['-2'], ['buono; ma "citato"']]));
    const righe = Papa.parse<string[]>(csv.slice(1).trim(), { delimiter: ';' }).data.flat().slice(1);
    expect(righe).toEqual(["'=cmd|calc", "'+1", "'@x", "'-2", 'buono; ma "citato"']);
  });
});

describe('the columns of the giornate', () => {
  const id = (per: Parameters<typeof colonneGiornate>[0], totale = {}) => colonneGiornate(per, totale).map((c) => c.id);
  test('movements between moduli only where there are some; no saturazione by payer', () => {
    expect(id('struttura')).not.toContain('entrateDaModulo');
    expect(id('modulo', { entrateDaModulo: 0, usciteVersoModulo: 0 })).not.toContain('entrateDaModulo');
    expect(id('modulo', { entrateDaModulo: 1, usciteVersoModulo: 1 })).toContain('entrateDaModulo');
    expect(id('ente_pagante')).not.toContain('saturazioneAccreditati');
  });

  test('a figure opens the rows of its row, the total those of all; means and the total by modulo that is not stays open none', () => {
    const apre = (per: Parameters<typeof colonneGiornate>[0], campo: string, riga: RigaGiornate) =>
      colonneGiornate(per, {})
        .find((c) => c.id === campo)
        ?.apre?.(riga);
    const riga = rigaGiornate('CASA00', 'Casa Aurora');
    const totale = rigaGiornate('totale', 'Totale');
    expect(apre('struttura', 'ingressi', riga)).toEqual({ figura: 'ingressi', per: 'struttura', chiave: 'CASA00' });
    expect(apre('struttura', 'ingressi', totale)).toEqual({ figura: 'ingressi', per: 'struttura' });
    expect(apre('struttura', 'mediaGiornaliera', riga)).toBeNull();
    expect(apre('modulo', 'trattati', totale)).toBeNull();
    expect(apre('ente_pagante', 'dimessi', rigaGiornate('', 'Non indicato'))).toEqual({
      figura: 'dimessi',
      per: 'ente_pagante',
      chiave: '',
    });
  });
});
