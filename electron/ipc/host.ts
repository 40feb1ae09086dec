import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { MINUTI_PREDEFINITI } from '../contract/blocco.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { GESTORI } from '../contract/ruolo.ts';
import { closeScaduti, registerAccesso } from '../services/accesso.ts';
import { type Archivio, closeStore } from '../services/archivio.ts';
import { extendAssenze } from '../services/assenza-giorno.ts';
import { findBloccoMinuti } from '../services/blocco.ts';
import type { Contesto, ContestoAccessi } from '../services/contesto.ts';
import { restoreCopia } from '../services/copia.ts';
import { isCambiato, type SorgenteCopie, servePerOggi, startGiro, waitGiri } from '../services/copie-giro.ts';
import { findStatoRecupero } from '../services/recupero.ts';
import { checkRecupero, recoverStore } from '../services/recupero-porta.ts';
import { listRipristinabili } from '../services/ripristino.ts';
import { changeUtente, inspectCartella, openStore } from '../services/sessione.ts';
import { createStore, type NuovoArchivio } from '../services/sessione-nuova.ts';
import { VERSIONE } from '../versione.ts';
import { Inattivita } from './inattivita.ts';

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
  /** the last day for which who is out was said to be out */
  private estesoAl: Giorno | null = null;
  private readonly inattivita: Inattivita;

  constructor({ dati, host, oggi, clock, attendi, copie = false }: OpzioniHost) {
    this.dati = dati;
    this.tipo = host;
    this.oggi = oggi;
    this.clock = clock ?? Date.now;
    this.attendi = attendi;
    this.copie = copie;
    this.inattivita = new Inattivita(this.clock);
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
      bloccoMinuti: archivio ? findBloccoMinuti(archivio.store) : MINUTI_PREDEFINITI,
      recupero: archivio && isGestore(archivio) ? findStatoRecupero(archivio.store) : null,
      host: this.tipo,
    };
  }

  /** Somebody is at the window. */
  touch(): void {
    this.inattivita.touch();
  }

  /** Whether the store is open and nobody has been at the window for the time set. */
  isAbbandonata(): boolean {
    return this.archivio !== null && this.inattivita.isOltre(findBloccoMinuti(this.archivio.store));
  }

  /** @throws ErroreApprodo `sessione.aperta` over an open store, which stays open */
  async create(nuovo: Omit<NuovoArchivio, 'dati' | 'clock'>): Promise<Output<'sessione.create'>> {
    this.assertChiusa();
    const { chiaveRecupero, ...archivio } = await createStore({ ...nuovo, dati: this.dati, clock: this.clock });
    this.enter(archivio);
    return { ...this.getStato(), chiaveRecupero };
  }

  async open({ password, utente }: Parsed<'sessione.open'>): Promise<Stato> {
    const { dati, clock, attendi } = this;
    const come = { password, utente, attendi, oggi: this.oggi() };
    this.enter(this.archivio ? await changeUtente(this.archivio, come) : await openStore({ dati, clock, ...come }));
    const archivio = this.getArchivio();
    registerAccesso(archivio);
    closeScaduti(archivio, this.oggi());
    this.copyOggi(archivio);
    return this.getStato();
  }

  /** Who may get a new password with a recovery key. @throws ErroreApprodo `sessione.aperta`, as `checkRecupero` */
  async checkRecupero({ chiave }: Parsed<'sessione.checkRecupero'>): Promise<Output<'sessione.checkRecupero'>> {
    this.assertChiusa();
    const { dati, clock, attendi } = this;
    return { persone: await checkRecupero({ dati, clock, attendi, chiave, oggi: this.oggi() }) };
  }

  /** @throws ErroreApprodo `sessione.aperta`, as `recoverStore` */
  async recover(input: Parsed<'sessione.recover'>): Promise<Stato> {
    this.assertChiusa();
    const { dati, clock, attendi } = this;
    this.enter(await recoverStore({ dati, clock, attendi, oggi: this.oggi(), ...input }));
    registerAccesso(this.getArchivio());
    return this.getStato();
  }

  private enter(archivio: Archivio): Archivio {
    this.archivio = archivio;
    archivio.store.oggi = this.oggi;
    this.estesoAl = null;
    this.inattivita.touch();
    return archivio;
  }

  /** A new day, for the grid: once, and again if the disk said no. */
  private beginGiorno(archivio: Archivio): void {
    const oggi = this.oggi();
    if (this.estesoAl === oggi) return;
    if (extendAssenze(archivio)) this.estesoAl = oggi;
  }

  private assertChiusa(): void {
    if (this.archivio)
      throw new ErroreApprodo('sessione.aperta', 'Qui c’è già un registro aperto: bloccarlo prima, e riprovare.');
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
    this.assertChiusa();
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
    this.beginGiorno(this.archivio);
    const { store, utente, dati, ruolo, chiave } = this.archivio;
    return { store, utente, dati, ruolo, chiave, oggi: this.oggi, attendi: this.attendi, progress };
  }

  /** The open store with its key, for copies. @throws ErroreApprodo `sessione.chiusa` */
  getArchivio(): Archivio {
    this.getContesto(async () => undefined);
    return this.archivio as Archivio;
  }
}

function isGestore({ utente }: Archivio): boolean {
  return GESTORI.some((ruolo) => ruolo === utente.ruolo);
}
