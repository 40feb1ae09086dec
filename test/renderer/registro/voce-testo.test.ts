import { describe, expect, test } from 'vitest';
import { contract } from '../../../electron/contract/index.ts';
import { registroCsv } from '../../../renderer/registro/registro-csv.ts';
import { doveDi, nomeCampo, notaDi, racconta, type Voce, valoreCampo } from '../../../renderer/registro/voce-testo.ts';
import { testi } from '../../../renderer/testi/index.ts';

const VOCE: Voce = {
  ...{ seq: 7, atMs: Date.UTC(2025, 3, 3, 8), utente: 'ROSSI Maria', ruolo: 'responsabile', dispositivo: 'd' },
  ...{ azione: 'ospiti.get', tipo: 'letture', struttura: null, mese: null, nota: '{"ospiteId":"x"}', ospite: null },
  dettaglio: false,
};
const etichetta = (lista: string, voce: string) => `${lista}:${voce}`;

describe('a line in words', () => {
  test('what was done; what the program was asked is not a note', () => {
    expect(racconta(VOCE)).toBe('ha aperto la cartella');
    expect(notaDi(VOCE)).toBe('');
    const stampa: Voce = { ...VOCE, azione: 'stampe.register', nota: 'foglio stampa' };
    expect([racconta(stampa), notaDi(stampa)]).toEqual(['ha stampato il foglio presenze', '']);
    expect(racconta({ ...stampa, nota: 'registro csv' })).toBe('ha salvato in un file il registro');
    expect(notaDi({ ...VOCE, azione: 'mesi.reopen', nota: 'mancava una dimissione' })).toBe('mancava una dimissione');
    // an action of tomorrow is said by its name
    expect(racconta({ ...VOCE, azione: 'scadenze.move' })).toBe('scadenze.move');
    expect(doveDi({ ...VOCE, struttura: 'CASA00', mese: '2025-03' })).toBe('CASA00, marzo 2025');
    expect(doveDi(VOCE)).toBe('');
  });

  test('fields and values: days, lists, several values', () => {
    expect(nomeCampo('servizioInviante')).toBe('Servizio inviante');
    expect(nomeCampo('2025-03-01')).toBe('01/03/2025');
    expect(nomeCampo('2025-03-01..2025-03-04')).toBe('01/03/2025 – 04/03/2025');
    expect(valoreCampo('ingressi', 'dataIngresso', '2025-03-01', etichetta)).toBe('01/03/2025');
    expect(valoreCampo('ingressi', 'sostanzePrimarie', 'cocaina|alcol', etichetta)).toBe(
      'sostanza:cocaina, sostanza:alcol',
    );
    expect(valoreCampo('presenze', '2025-03-01', 'U', etichetta)).toBe('presenza:U');
    expect(valoreCampo('visite', 'tipo', 'mmg', etichetta)).toBe('visita:mmg');
    expect(valoreCampo('pacchi', 'tipo', 'x', etichetta)).toBe('x');
    expect(valoreCampo('obiettivi', 'area', 'abitare', etichetta)).toBe('area_obiettivo:abitare');
    expect(valoreCampo('attivita', 'area', 'gruppo', etichetta)).toBe('area_attivita:gruppo');
    expect(`${nomeCampo('hivIl')} ${valoreCampo('ingressi', 'hivIl', '2025-03-01', etichetta)}`).toBe(
      'HIV, dichiarato il 01/03/2025',
    );
    expect(valoreCampo('ingressi', 'esito', null, etichetta)).toBe('–');
  });

  test('the CSV: no cell runs as a formula', () => {
    const testo = new TextDecoder().decode(
      registroCsv([
        { ...VOCE, azione: 'ingressi.remove', utente: '=1+1', nota: '@SUM(A1)' },
        { ...VOCE, ospite: { id: 'x', nome: null, codice: 'O-ABC123' } },
      ]),
    );
    expect(testo).toContain('7;2025-04-03T08:00:00.000Z;"\'=1+1";responsabile;ha tolto l’ingresso;;;"\'@SUM(A1)"');
    expect(testo).toContain('ha aperto la cartella;O-ABC123;;');
  });
});

test('every command that leaves a line is said in words', () => {
  // these open, close or only look: they leave the line of another gesture, or none
  const senza = new Set([
    ...['sessione.lock', 'sessione.touch', 'ripristino.run', 'presenze.register', 'sospesi.save', 'sospesi.remove'],
  ]);
  const comandi = Object.entries(contract).filter(([nome, { tipo }]) => tipo === 'command' && !senza.has(nome));
  expect(comandi.map(([nome]) => nome).filter((nome) => testi.registro.azioni[nome] === undefined)).toEqual([]);
});
