import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { registerAccesso } from '../services/accesso.ts';
import type { Contesto, ContestoAccessi } from '../services/contesto.ts';
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
}

type Stato = Output<'sessione.get'>;

/** One installation, as one process serves it: at most one open store and one person in it. */
export class Host {
  readonly dati: string;
  private readonly tipo: Stato['host'];
  private readonly oggi: () => Giorno;
  private readonly clock: () => number;
  private readonly attendi: OpzioniHost['attendi'];
  private archivio: Archivio | null = null;

  constructor({ dati, host, oggi, clock, attendi }: OpzioniHost) {
    this.dati = dati;
    this.tipo = host;
    this.oggi = oggi;
    this.clock = clock ?? Date.now;
    this.attendi = attendi;
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
    return this.getStato();
  }

  /** Closes the store and forgets the key. Locked already: does nothing. */
  lock(): Stato {
    const { archivio } = this;
    this.archivio = null;
    if (archivio) closeStore(archivio);
    return this.getStato();
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
