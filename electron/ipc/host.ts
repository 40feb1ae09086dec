import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { registerAccesso } from '../services/accesso.ts';
import type { Contesto, ContestoAccessi } from '../services/contesto.ts';
import { restoreCopia } from '../services/copia.ts';
import { isCambiato, type SorgenteCopie, servePerOggi, startGiro, waitGiri } from '../services/copie-giro.ts';
import { listRipristinabili } from '../services/ripristino.ts';
import {
  type Archivio,
  changeUtente,
  closeStore,
  createStore,
  inspectCartella,
  type NuovoArchivio,
  openStore,
} from '../services/sessione.ts';
import { VERSIONE } from '../versione.ts';

export interface OpzioniHost {
  /** the folder of the encrypted store */
  readonly dati: string;
  readonly host: 'electron' | 'loopback' | 'cli';
  /** today, local calendar */
  readonly oggi: () => Giorno;
  /** epoch ms */
  readonly clock?: () => number;
  /** waits so many milliseconds after a wrong password; a test gives its own */
  readonly attendi?: (ms: number) => Promise<unknown>;
  /** makes copies by itself: the programs people use do, a test says so when it wants them */
  readonly copie?: boolean;
}

type Stato = Output<'sessione.get'>;

/** One installation, as one process serves it: at most one open store and one person in it. */
export class Host {
  readonly dati: string;
  private readonly tipo: Stato['host'];
  private readonly oggi: () => Giorno;
  private readonly clock: () => number;
  private readonly attendi: OpzioniHost['attendi'];
  private readonly copie: boolean;
  private archivio: Archivio | null = null;
  private copiaFatta = false;

  constructor({ dati, host, oggi, clock, attendi, copie = false }: OpzioniHost) {
    this.dati = dati;
    this.tipo = host;
    this.oggi = oggi;
    this.clock = clock ?? Date.now;
    this.attendi = attendi;
    this.copie = copie;
  }

  get aperta(): boolean {
    return this.archivio !== null;
  }

  getStato(): Stato {
    const { archivio } = this;
    const cartella = inspectCartella(this.dati);
    return {
      stato: archivio ? 'aperta' : cartella.stato,
      ruolo: archivio?.ruolo ?? null,
      utente: archivio && { nome: archivio.utente.nome, ruolo: archivio.utente.ruolo },
      accounts: cartella.accounts,
      nome: archivio?.nome ?? null,
      versione: VERSIONE,
      oggi: this.oggi(),
      dimostrazione: archivio?.dimostrazione ?? false,
      host: this.tipo,
    };
  }

  async create(nuovo: Omit<NuovoArchivio, 'dati' | 'clock'>): Promise<Stato> {
    if (this.archivio) this.lock();
    this.archivio = await createStore({ ...nuovo, dati: this.dati, clock: this.clock });
    return this.getStato();
  }

  async open({ password, utente }: Parsed<'sessione.open'>): Promise<Stato> {
    const { dati, clock, attendi } = this;
    const come = { password, utente, attendi, oggi: this.oggi() };
    this.archivio = this.archivio ? await changeUtente(this.archivio, come) : await openStore({ dati, clock, ...come });
    registerAccesso(this.archivio);
    this.copyOggi(this.archivio);
    return this.getStato();
  }

  /**
   * Closes the store and forgets the key. Locked already: does nothing. What changed since the last copy is copied from
   * the closed file, in a thread of its own: the key is zeroed there when it ends (`waitCopie`).
   */
  lock(): Stato {
    const { archivio } = this;
    this.archivio = null;
    if (archivio) {
      this.copyChiusura(archivio);
      closeStore(archivio);
    }
    return this.getStato();
  }

  /** What can be restored here, before any store is open. */
  listRipristinabili({ percorso }: Parsed<'ripristino.list'>): Output<'ripristino.list'> {
    return listRipristinabili(this.dati, percorso);
  }

  /**
   * Puts a copy in place of what is here, which is moved aside.
   * @throws ErroreApprodo `sessione.aperta`, `copia.*`, `sessione.password`
   */
  async restore(
    { file, password }: Parsed<'ripristino.run'>,
    progress: Contesto['progress'],
  ): Promise<Output<'ripristino.run'>> {
    if (this.archivio)
      throw new ErroreApprodo('sessione.aperta', 'L’archivio è aperto: bloccarlo, poi ripristinare la copia.');
    await waitGiri(this.dati);
    let fatto = 0;
    const { createdAtMs, messoDaParte } = await restoreCopia({
      ...{ dati: this.dati, da: file, password, alPosto: { atMs: this.clock() } },
      onPasso: (fase) => progress({ fase, fatto: fatto++, totale: 4 }),
    });
    return { createdAtMs, messoDaParte };
  }

  /** A copy before something that writes much. It never stops it: a place that is not there is told in the bottom line. */
  async copyPrima(): Promise<void> {
    // a command of the shell is one import, however many batches it is made of
    if (!this.copie || !this.archivio || (this.tipo === 'cli' && this.copiaFatta)) return;
    this.copiaFatta = true;
    const sorgente = this.sorgente(this.archivio);
    if (isCambiato(sorgente)) await startGiro(sorgente, 'importazione');
  }

  /** Waits for the copies that are being made. */
  async waitCopie(): Promise<void> {
    await waitGiri(this.dati);
  }

  /** The first opening of the day: a copy, behind the back of whoever entered. */
  private copyOggi(archivio: Archivio): void {
    const sorgente = this.sorgente(archivio);
    if (this.copie && this.tipo !== 'cli' && servePerOggi(sorgente)) void startGiro(sorgente, 'giorno').catch(() => {});
  }

  private copyChiusura(archivio: Archivio): void {
    const sorgente = this.sorgente(archivio);
    try {
      if (this.copie && this.tipo !== 'cli' && isCambiato(sorgente))
        void startGiro(sorgente, 'chiusura').catch(() => {});
    } catch {
      // a store that no longer reads is closed all the same: the copies of before are what helps
    }
  }

  private sorgente({ dati, store, chiave }: Archivio): SorgenteCopie {
    return { dati, store, chiave, oggi: this.oggi() };
  }

  /** What the use cases stand on. @throws ErroreApprodo `sessione.chiusa` */
  getContesto(progress: Contesto['progress']): ContestoAccessi {
    if (!this.archivio)
      throw new ErroreApprodo('sessione.chiusa', 'L’archivio è chiuso: entrare con la password e ripetere.');
    const { store, utente, dati, ruolo, chiave } = this.archivio;
    return { store, utente, dati, ruolo, chiave, oggi: this.oggi, attendi: this.attendi, progress };
  }

  /** The open store with its key, for copies. @throws ErroreApprodo `sessione.chiusa` */
  getArchivio(): Archivio {
    this.getContesto(async () => undefined);
    return this.archivio as Archivio;
  }
}
