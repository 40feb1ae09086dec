import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Store } from '../../db/store.ts';
import { CODICI_PREDEFINITI } from '../../domain/codice.ts';
import { addAccount, newKey, writePortachiavi } from '../../electron/chiavi/portachiavi.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { createCopia } from '../../electron/services/copia.ts';
import { closeMese } from '../../electron/services/mese.ts';
import { createIdentita, newIdentita } from '../../electron/sync/identita.ts';
import { closeAndExport, exchangeKeys, importCartella } from '../../scripts/demo/comunita.ts';
import { inventaCooperativa } from '../../scripts/demo/inventa.ts';
import { soloStruttura, writeCartella } from '../../scripts/demo/scrivi-cartella.ts';
import { contestoSu, MESE, type NomeOperazione, PASSWORD_SCENA, STRUTTURA } from './scena-apri.ts';
import { makeVecchia } from './scena-vecchia.ts';

/** The store an operation starts from, when it is not the one with a closed month. */
const PARTENZA: Partial<Record<NomeOperazione, string>> = { registra: 'aperta', aggiorna: 'vecchia' };

/**
 * The stores every kill starts from, made once: a community without a register, one with three months and the first one
 * closed, a central office that knows it, three parcels, a copy. Each kill works on its own folder, copied from these.
 */
export class Scena {
  readonly radice = realpathSync(mkdtempSync(join(tmpdir(), 'approdo-guasti-')));
  private prossima = 0;

  async prepara(): Promise<void> {
    const periodo = { dal: '2025-01-01', al: '2025-03-31' };
    const invenzione = { seme: 7, strutture: 1, posti: 5, periodo, eventiAlMese: 1 };
    const cartella = soloStruttura(inventaCooperativa(invenzione), STRUTTURA);
    mkdirSync(join(this.radice, 'foglio'));
    for (const { nome, bytes } of writeCartella(cartella)) writeFileSync(join(this.radice, 'foglio', nome), bytes);
    const vuota = await this.nuovo('vuota', 'comunita');
    const centrale = await this.nuovo('centrale', 'centrale');
    const piena = await this.nuovo('piena', 'comunita');
    await importCartella(piena.ctx, cartella);
    await exchangeKeys(piena.ctx, centrale.ctx);
    mkdirSync(join(this.radice, 'pacchi'));
    const mittente = this.copiaDi('piena', piena.ctx);
    for (const mese of [MESE, '2025-02', '2025-03']) {
      const { nome, bytes } = await closeAndExport(mittente, STRUTTURA, mese);
      writeFileSync(join(this.radice, 'pacchi', nome), bytes);
    }
    mittente.store.close();
    closeMese(piena.ctx, { struttura: STRUTTURA, mese: MESE, conMancanti: true });
    const archivio = { ...piena.archivio, store: piena.ctx.store };
    await createCopia(archivio, join(this.radice, 'da.tar'));
    for (const { ctx } of [vuota, centrale, piena]) ctx.store.close();
    makeVecchia(join(this.radice, 'piena'), join(this.radice, 'vecchia'));
  }

  /** A new folder, ready for one run of the operation. */
  cartellaPer(nome: NomeOperazione): string {
    const cartella = join(this.radice, `giro-${this.prossima++}`);
    mkdirSync(cartella);
    const dati = join(cartella, 'dati');
    const copia = (da: string) => cpSync(join(this.radice, da), dati, { recursive: true });
    if (nome === 'importa-foglio') copia('vuota');
    else if (nome === 'importa-pacchi') copia('centrale');
    else if (nome !== 'crea' && nome !== 'ripristina') copia(PARTENZA[nome] ?? 'piena');
    if (nome === 'importa-foglio') cpSync(join(this.radice, 'foglio'), join(cartella, 'foglio'), { recursive: true });
    if (nome === 'importa-pacchi') cpSync(join(this.radice, 'pacchi'), join(cartella, 'pacchi'), { recursive: true });
    if (nome === 'ripristina') copyFileSync(join(this.radice, 'da.tar'), join(cartella, 'da.tar'));
    return cartella;
  }

  chiudi(): void {
    rmSync(this.radice, { recursive: true, force: true });
  }

  private async nuovo(nome: string, ruolo: 'comunita' | 'centrale') {
    const dati = join(this.radice, nome);
    mkdirSync(dati);
    const chiave = newKey();
    const ctx = creaArchivio(dati, chiave, ruolo, await newIdentita());
    const utente = {
      nome: 'CONTI Elena',
      ruolo: ctx.utente.ruolo,
      tipo: 'password',
      password: PASSWORD_SCENA,
    } as const;
    const { portachiavi, account } = await addAccount(null, chiave, utente);
    writePortachiavi(join(dati, 'chiavi.json'), portachiavi);
    ctx.store.write(IO, (tx) => tx.insert('accounts', { id: account.id, nome: account.nome, ruolo: account.ruolo }));
    const archivio = { dati, chiave, utente: ctx.utente, ruolo, nome, dimostrazione: false, release: () => undefined };
    return { ctx, archivio };
  }

  /** The same register while its months are all open, in another folder; it stays as `aperta`, and one more is opened. */
  private copiaDi(nome: string, ctx: Contesto): Contesto {
    ctx.store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    cpSync(join(this.radice, nome), join(this.radice, 'aperta'), { recursive: true });
    const dati = join(this.radice, 'mittente');
    cpSync(join(this.radice, nome), dati, { recursive: true });
    return contestoSu(apriFile(dati), dati);
  }
}

const IO = { azione: 'prova', accountId: null, utente: 'prova' };

function creaArchivio(
  dati: string,
  chiave: Buffer,
  ruolo: 'comunita' | 'centrale',
  identita: Awaited<ReturnType<typeof newIdentita>>,
): Contesto {
  writeFileSync(join(dati, 'chiave'), chiave.toString('hex'));
  const store = apriFile(dati, chiave);
  store.write(IO, (tx) => {
    const valori = { ruolo, nome: 'Casa Prova', dispositivo: randomBytes(4).toString('hex') };
    for (const [id, valore] of Object.entries(valori)) tx.insert('impostazioni', { id, valore });
    if (ruolo === 'comunita') tx.insert('impostazioni', { id: 'struttureProprie', valore: `["${STRUTTURA}"]` });
    for (const [ordine, { voce, ...codice }] of CODICI_PREDEFINITI.entries())
      tx.insert('codici', { id: voce, ...codice, ordine });
    createIdentita(tx, identita);
  });
  return contestoSu(store, dati);
}

function apriFile(
  dati: string,
  chiave: Buffer = Buffer.from(readFileSync(join(dati, 'chiave'), 'utf8'), 'hex'),
): Store {
  return Store.open({ file: join(dati, 'approdo.db'), key: chiave, clock: Date.now });
}
