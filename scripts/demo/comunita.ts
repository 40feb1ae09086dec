import { join } from 'node:path';
import type { Giorno, Mese } from '../../domain/giorno.ts';
import type { Archivio } from '../../electron/services/archivio.ts';
import { getChiavePubblica, registerChiave } from '../../electron/services/chiave.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { importFoglio } from '../../electron/services/foglio.ts';
import { closeMese, reopenMese } from '../../electron/services/mese.ts';
import { exportMese, getPaccoFile } from '../../electron/services/pacco.ts';
import { createStore } from '../../electron/services/sessione-nuova.ts';
import { type Cartella, type Invenzione, inventaCooperativa } from './inventa.ts';
import { soloStruttura, writeCartella } from './scrivi-cartella.ts';

/** The password of every invented store: it is printed, it protects nobody. */
export const PASSWORD_DEMO = 'approdo dimostrazione';

export interface FileDato {
  readonly nome: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A new store of invented people, opened. */
export function createDemo(dati: string, ruolo: 'comunita' | 'centrale', struttura?: { codice: string; nome: string }) {
  const utente = ruolo === 'centrale' ? 'CONTI Elena' : 'ROSSI Maria';
  return createStore({ dati, ruolo, utente, password: PASSWORD_DEMO, dimostrazione: true, struttura, clock: Date.now });
}

/** What the use cases stand on, over an open store. */
export function contestoOf(archivio: Archivio, oggi: Giorno): Contesto {
  const { store, utente, dati, ruolo } = archivio;
  // who is out is out until the day of the demonstration
  store.oggi = () => oggi;
  return { store, utente, dati, ruolo, oggi: () => oggi, progress: () => Promise.resolve() };
}

/** Both sides know each other's public key. */
export async function exchangeKeys(comunita: Contesto, centrale: Contesto): Promise<void> {
  await registerChiave(centrale, { testo: (await getChiavePubblica(comunita)).testo });
  await registerChiave(comunita, { testo: (await getChiavePubblica(centrale)).testo });
}

/** Imports the invented sheets through the door everyone uses. @throws Error when a row is refused */
export async function importCartella(ctx: Contesto, cartella: Cartella): Promise<void> {
  const esito = await importFoglio(ctx, { file: writeCartella(cartella) });
  const [errore] = esito.errori;
  if (errore) throw new Error(`${errore.foglio} riga ${errore.riga}, ${errore.colonna}: ${errore.messaggio}`);
}

/** Closes a month and gives its parcel. */
export async function closeAndExport(ctx: Contesto, struttura: string, mese: Mese): Promise<FileDato> {
  closeMese(ctx, { struttura, mese, conMancanti: true });
  const { id } = await exportMese(ctx, { struttura, mese });
  return getPaccoFile(ctx, { id });
}

/** A correction after closing: reopened for a reason and sent again as the next revision. */
export async function reviseAndExport(ctx: Contesto, struttura: string, mese: Mese, motivo: string): Promise<FileDato> {
  reopenMese(ctx, { struttura, mese, motivo });
  return closeAndExport(ctx, struttura, mese);
}

/** One community of an invented cooperativa in its own folder: its sheets imported, keys exchanged, nothing closed yet. */
export async function openComunita(
  cartella: string,
  codice: string,
  invenzione: Invenzione | Cartella,
  centrale: Contesto,
  oggi: Giorno,
): Promise<{ archivio: Archivio; ctx: Contesto }> {
  const tutto = 'seme' in invenzione ? inventaCooperativa(invenzione) : invenzione;
  const mia = soloStruttura(tutto, codice);
  const nome = mia.strutture[0]?.['nome'] ?? codice;
  const archivio = await createDemo(join(cartella, codice), 'comunita', { codice, nome });
  const ctx = contestoOf(archivio, oggi);
  await importCartella(ctx, mia);
  await exchangeKeys(ctx, centrale);
  return { archivio, ctx };
}
