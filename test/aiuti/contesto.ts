import { CODICI_PREDEFINITI } from '../../domain/codice.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { archivioDiProva } from './archivio.ts';

/** A community's context on a real store: two strutture with a modulo or two each, the default codes, a fixed today. */
export function comunitaDiProva(oggi: Giorno = '2025-04-03'): Contesto {
  const { store } = archivioDiProva();
  store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
    tx.insert('impostazioni', { id: 'dispositivo', valore: 'dispositivo-di-prova' });
    CODICI_PREDEFINITI.forEach(({ voce, ...codice }, ordine) => {
      tx.insert('codici', { id: voce, ...codice, ordine });
    });
    for (const codice of ['CASA00', 'CASA01']) {
      const strutturaId = tx.insert('strutture', { codice, nome: `Struttura ${codice}`, tipo: 'CT' });
      for (const tipologia of ['TR', 'ALC']) {
        const moduloId = tx.insert('moduli', {
          strutturaId,
          codice: `${codice}-${tipologia}`,
          nome: tipologia,
          tipologia,
        });
        tx.insert('posti', { moduloId, validoDal: '2020-01-01', accreditati: 5, disponibili: 4 });
      }
    }
  });
  return {
    store,
    dati: '/inesistente',
    ruolo: 'comunita',
    utente: { accountId: 'a1', nome: 'ROSSI Maria', ruolo: 'responsabile' },
    oggi: () => oggi,
    progress: () => Promise.resolve(),
  };
}
