import { type Cartella, cartellina } from '../electron/foglio/cartella.ts';

/** The small good workbook, with the sheets of the events too. */
export function cartellinaNota(): Cartella {
  const evento = { data: '2025-03-10', struttura: 'CASA', ospiti: 'O1' };
  return {
    ...cartellina(),
    visite: [{ id: 'V1', data: '2025-03-10', ospite: 'O1', tipo: 'mmg' }],
    incontri: [{ id: 'N1', ...evento, servizio: 'SERD', modalita: 'presenza', oggetto: 'verifica del progetto' }],
    attivita: [{ id: 'A1', ...evento, area: 'territorio', titolo: 'uscita', ore: '2' }],
  };
}
