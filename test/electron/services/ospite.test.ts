import { describe, expect, test } from 'vitest';
import { registerDimissione } from '../../../electron/services/dimissione.ts';
import { listIncontriOspite } from '../../../electron/services/incontro.ts';
import { registerIngresso } from '../../../electron/services/ingresso.ts';
import { getOspite } from '../../../electron/services/ospite.ts';
import { listOspiti } from '../../../electron/services/ospite-ricerca.ts';
import { listVisiteOspite } from '../../../electron/services/visita.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';

const DIMISSIONE = { destinazione: null, versoStruttura: null, versoModulo: null };

describe('the record of a guest', () => {
  test('every stay of the person, newest first, with days, moduli and scheda; visits and meetings', () => {
    const casa = comunitaDiProva();
    const { ospiteId, ingressoId } = ospiteDiProva(casa, { dataIngresso: '2024-12-01' });
    registerDimissione(casa, { ...DIMISSIONE, ingressoId, dataDimissione: '2024-12-31', esito: 'abbandono' });
    registerIngresso(casa, {
      struttura: 'CASA01',
      ospite: { id: ospiteId },
      dataIngresso: '2025-03-03',
      modulo: 'CASA01-ALC',
      tipoIngresso: 'rientro',
      utenza: 'DUA',
      servizioInviante: null,
      entePagante: null,
    });
    casa.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      const strutturaId = tx.find('ingressi', ingressoId)?.strutturaId ?? '';
      tx.insert('visite', { ospiteId, strutturaId, data: '2024-12-05', tipo: 'mmg', accompagnamento: true });
      const id = tx.insert('incontri', { strutturaId, data: '2024-12-06', servizio: 'serd', modalita: 'presenza' });
      tx.setPartecipanti('incontri', id, [ospiteId]);
      tx.insert('incontri', { strutturaId, data: '2024-12-07', servizio: 'uepe', modalita: 'remoto' });
    });
    const cartella = getOspite(casa, { ospiteId });
    // 14 July 1983; today is 3 April 2025
    expect(cartella.eta).toBe(41);
    expect(cartella.permanenze.map((p) => [p.struttura.codice, p.giorni, p.esito])).toEqual([
      ['CASA01', 32, null],
      ['CASA00', 30, 'abbandono'],
    ]);
    expect(cartella.permanenze[0]?.moduli).toEqual([
      { dal: '2025-03-03', codice: 'CASA01-ALC', nome: 'ALC', tipologia: 'ALC' },
    ]);
    expect(listVisiteOspite(casa, { ospiteId }).visite).toMatchObject([
      { data: '2024-12-05', struttura: 'CASA00', accompagnamento: true },
    ]);
    expect(listIncontriOspite(casa, { ospiteId }).incontri.map((i) => i.servizio)).toEqual(['serd']);
    expect(() => getOspite(casa, { ospiteId: 'nessuno' })).toThrow('non è più nel registro');
  });
});

describe('the list of guests', () => {
  test('present, gone, all; by name or codice fiscale; how many beyond the first', () => {
    const casa = comunitaDiProva();
    const ferrari = ospiteDiProva(casa);
    ospiteDiProva(casa, { cognome: 'D’Amico' });
    ospiteDiProva(casa, { cognome: 'Àgosti', dataIngresso: '2025-05-01' });
    const { ingressoId } = ferrari;
    registerDimissione(casa, { ...DIMISSIONE, ingressoId, dataDimissione: '2025-04-03', esito: 'concluso' });
    const nomi = (stato: 'presenti' | 'dimessi' | 'tutti', testo = '', limite = 10) =>
      listOspiti(casa, { testo, stato, limite }).ospiti.map((o) => o.cognome);
    // the day of the dimissione is not of the stay; who is still to come is not present
    expect(nomi('presenti')).toEqual(['D’Amico']);
    expect(nomi('dimessi')).toEqual(['Àgosti', 'Ferrari']);
    expect(nomi('tutti')).toEqual(['Àgosti', 'D’Amico', 'Ferrari']);
    expect(nomi('tutti', 'AGOSTI bru')).toEqual(['Àgosti']);
    expect(listOspiti(casa, { testo: '', stato: 'tutti', limite: 1 })).toMatchObject({ totale: 3, ospiti: [{}] });
    expect(listOspiti(casa, { testo: 'ferrari', stato: 'tutti', limite: 1 }).ospiti).toMatchObject([
      { struttura: 'Struttura CASA00', dataIngresso: '2025-01-13', dataDimissione: '2025-04-03', eta: 41 },
    ]);
  });
});
