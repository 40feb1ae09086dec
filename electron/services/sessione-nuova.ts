import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { lockFolder } from '../../db/file/lock.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import { Store } from '../../db/store.ts';
import { CODICI_PREDEFINITI } from '../../domain/codice.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { type FileCartella, fileCartella } from '../cartella/cartella.ts';
import { syncPath, toErroreFile } from '../cartella/file-atomico.ts';
import { type AccountChiavi, addAccount, newKey, writePortachiavi } from '../chiavi/portachiavi.ts';
import { addRecupero, newChiaveRecupero } from '../chiavi/recupero.ts';
import { createIdentita, type IdentitaSegreta, newIdentita } from '../sync/identita.ts';
import { type Archivio, completeCreation, openWith, type RuoloInstallazione } from './archivio.ts';
import { loadUtente } from './sessione.ts';

/** A store just made, with its recovery key: to be shown once and kept nowhere. */
export type ArchivioNuovo = Archivio & { readonly chiaveRecupero: string };

export interface NuovoArchivio {
  readonly dati: string;
  readonly ruolo: RuoloInstallazione;
  /** name of the first account */
  readonly utente: string;
  readonly password: string;
  readonly struttura?: { readonly codice: string; readonly nome: string } | undefined;
  /** name of the installation, when it is not the struttura's */
  readonly nome?: string;
  /** invented people: said on every page */
  readonly dimostrazione?: boolean;
  /** epoch ms */
  readonly clock: () => number;
}

/**
 * Makes the folder, the encrypted store, its keys, its first account and its first rows, and opens it.
 * The store is made whole under another name, then the keyring is written, then the store takes its name: a kill leaves
 * a folder that is still new, or one that the next opening completes.
 * @throws ErroreApprodo `sessione.esiste`, `sessione.struttura`, `archivio.*`, `file.*`
 */
export async function createStore(nuovo: NuovoArchivio): Promise<ArchivioNuovo> {
  if (nuovo.struttura && nuovo.ruolo === 'centrale')
    throw new ErroreApprodo(
      'sessione.struttura',
      'L’Accoglienza non tiene il registro di una struttura: crearla senza struttura, le riceverà dai pacchi o dal foglio.',
    );
  const file = fileCartella(nuovo.dati);
  makeFolder(nuovo.dati);
  const release = lockFolder(file.blocco);
  try {
    assertNuova(file);
    for (const leftover of ['', '-wal', '-shm']) rmSync(file.archivioNuovo + leftover, { force: true });
    const chiave = newKey();
    const ruolo = nuovo.ruolo === 'centrale' ? 'accoglienza' : 'responsabile';
    const primo = { nome: nuovo.utente, ruolo, tipo: 'password', password: nuovo.password } as const;
    const { portachiavi, account } = await addAccount(null, chiave, primo);
    const chiaveRecupero = newChiaveRecupero();
    const recupero = await addRecupero(portachiavi, chiave, { chiaveRecupero, ruolo, deposito: false });
    writeFirstRows(file.archivioNuovo, chiave, nuovo, { account, recuperoId: recupero.id }, await newIdentita());
    writePortachiavi(file.chiavi, recupero.portachiavi);
    completeCreation(file, nuovo.dati);
    const entra = (store: Store, oggi: Giorno) => loadUtente(store, account, oggi);
    return { ...openWith(nuovo.dati, chiave, nuovo, release, entra), chiaveRecupero };
  } catch (error) {
    release();
    throw toErroreFile(error, nuovo.dati);
  }
}

function makeFolder(dati: string): void {
  try {
    mkdirSync(dati, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw toErroreFile(error, dati);
  }
}

function assertNuova(file: FileCartella): void {
  if (existsSync(file.chiavi))
    throw new ErroreApprodo(
      'sessione.esiste',
      'In questa cartella c’è già un archivio: aprirlo con la sua password oppure indicare un’altra cartella.',
    );
  if (existsSync(file.archivio))
    throw new ErroreApprodo(
      'sessione.esiste',
      'In questa cartella c’è un archivio senza il suo chiavi.json: rimettere chiavi.json dall’ultima copia oppure indicare un’altra cartella.',
    );
}

function writeFirstRows(
  file: string,
  chiave: Buffer,
  nuovo: NuovoArchivio,
  { account, recuperoId }: { readonly account: AccountChiavi; readonly recuperoId: string },
  identita: IdentitaSegreta,
): void {
  const store = Store.open({ file, key: chiave, clock: nuovo.clock });
  try {
    store.write({ azione: 'sessione.create', accountId: account.id, utente: account.nome }, (tx) => {
      insertImpostazioni(tx, nuovo);
      const { id, nome, ruolo } = account;
      tx.insert('accounts', { id, nome, ruolo, ultimoAccessoMs: tx.atMs });
      tx.insert('recuperi', { id: recuperoId, deposito: false });
      for (const [ordine, { voce, ...codice }] of CODICI_PREDEFINITI.entries())
        tx.insert('codici', { id: voce, ...codice, ordine });
      if (nuovo.struttura) tx.insert('strutture', { ...nuovo.struttura, tipo: 'CT' });
      createIdentita(tx, identita);
    });
  } finally {
    store.close();
  }
  chmodSync(file, 0o600);
  syncPath(file);
}

function insertImpostazioni(tx: Scrittura, nuovo: NuovoArchivio): void {
  const { struttura, ruolo } = nuovo;
  const valori = {
    ruolo,
    nome: nuovo.nome ?? struttura?.nome ?? (ruolo === 'centrale' ? 'Accoglienza' : 'Comunità'),
    dispositivo: randomUUID(),
    struttureProprie: JSON.stringify(struttura ? [struttura.codice] : []),
    ...(nuovo.dimostrazione ? { dimostrazione: 'true' } : {}),
  };
  for (const [id, valore] of Object.entries(valori)) tx.insert('impostazioni', { id, valore });
}
