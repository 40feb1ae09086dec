import type { Output } from '../../../electron/contract/index.ts';

/** A session as the host tells it: the responsabile of a community, unless said otherwise. */
export function sessione(altro: Partial<Output<'sessione.get'>> = {}): Output<'sessione.get'> {
  return {
    stato: 'aperta',
    ruolo: 'comunita',
    utente: { nome: 'Rossi Maria', ruolo: 'responsabile' },
    accounts: ['Rossi Maria'],
    nome: 'Casa Aurora',
    versione: '0.1.0',
    oggi: '2025-04-02',
    dimostrazione: false,
    bloccoMinuti: 10,
    recupero: 'confermata',
    host: 'loopback',
    ...altro,
  };
}

export const ACCOGLIENZA = { ruolo: 'centrale', utente: { nome: 'Conti Elena', ruolo: 'accoglienza' } } as const;
