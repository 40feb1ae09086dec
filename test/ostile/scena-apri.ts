import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Store } from '../../db/store.ts';
import type { Contesto } from '../../electron/services/contesto.ts';

export const STRUTTURA = 'CASA00';
/** The month already closed in the scene; the next one is open. */
export const MESE = '2025-01';
export const PASSWORD_SCENA = 'una password lunga';

export const NOMI_OPERAZIONI = [
  'importa-foglio',
  'registra',
  'chiudi',
  'esporta',
  'importa-pacchi',
  'copia',
  'ripristina',
  'crea',
  'aggiorna',
] as const;
export type NomeOperazione = (typeof NOMI_OPERAZIONI)[number];

/** Opens a store of the scene with its bare key (kept beside it in `chiave`): no Argon2, every page read. */
export function apri(dati: string): { ctx: Contesto; chiave: Buffer } {
  const chiave = Buffer.from(readFileSync(join(dati, 'chiave'), 'utf8'), 'hex');
  const store = Store.open({ file: join(dati, 'approdo.db'), key: chiave, clock: Date.now });
  return { ctx: contestoSu(store, dati), chiave };
}

export function contestoSu(store: Store, dati: string): Contesto {
  const ruolo = store.findImpostazione('ruolo') === 'centrale' ? 'centrale' : 'comunita';
  return {
    store,
    utente: { accountId: null, nome: 'CONTI Elena', ruolo: ruolo === 'centrale' ? 'accoglienza' : 'responsabile' },
    dati,
    ruolo,
    oggi: () => '2026-01-10',
    progress: () => Promise.resolve(),
  };
}
