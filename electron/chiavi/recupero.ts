import { randomBytes } from 'node:crypto';
import { BYTE_RECUPERO, writeChiaveRecupero } from '../../domain/chiave-recupero.ts';
import type { Ruolo } from '../contract/ruolo.ts';
import { addAccount, type Portachiavi } from './portachiavi.ts';

/** What chiavi.json calls a recovery wrapping, and the log too. */
export const NOME_RECUPERO = 'Chiave di recupero';
export const NOME_DEPOSITO = 'Chiave depositata presso l’Accoglienza';

/** A new recovery key, as it is written on paper. */
export function newChiaveRecupero(): string {
  return writeChiaveRecupero(randomBytes(BYTE_RECUPERO));
}

/** The keyring with the store's key wrapped under a recovery key too. */
export async function addRecupero(
  a: Portachiavi,
  chiave: Uint8Array,
  nuovo: { readonly chiaveRecupero: string; readonly ruolo: Ruolo; readonly deposito: boolean },
): Promise<{ portachiavi: Portachiavi; id: string }> {
  const { portachiavi, account } = await addAccount(a, chiave, {
    nome: nuovo.deposito ? NOME_DEPOSITO : NOME_RECUPERO,
    ruolo: nuovo.ruolo,
    tipo: 'recupero',
    password: nuovo.chiaveRecupero,
  });
  return { portachiavi, id: account.id };
}
