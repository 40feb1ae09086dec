import type { QueryClient } from '@tanstack/react-query';
import { ErroreApprodo } from '../../domain/errore.ts';
import { giornoDelMese, type Mese } from '../../domain/giorno.ts';
import { setCodice } from '../../domain/presenza.ts';
import type { Input, Output } from '../../electron/contract/index.ts';
import { call, chiaveDi, invalidate, RETE_ASSENTE } from '../api/index.ts';
import { avvisa } from '../shell/avvisi.tsx';
import { useSalvataggio } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import type { Gesto } from './griglia-stato.ts';

/** Where a gesture was made. */
export interface LuogoGesto {
  readonly struttura: string;
  readonly mese: Mese;
}

interface Voce {
  readonly luogo: LuogoGesto;
  readonly gesto: Gesto;
  /** sent before without an answer: it may have been written all the same */
  ritentata?: boolean;
}

type AscoltaRifiuto = (luogo: LuogoGesto, gesto: Gesto) => void;

/** Refusals that say nothing about the gesture: it waits and is sent again. */
const SI_RIPROVA = new Set([RETE_ASSENTE, 'sessione.chiusa']);
const RIPROVA_MS = 2000;

/** What the key changed is seen first, then sent. A page in the background paints nothing: there it is sent at once. */
function afterPaint(poi: () => void): void {
  if (document.hidden) poi();
  else requestAnimationFrame(() => setTimeout(poi, 0));
}

const stesso = (a: LuogoGesto, b: LuogoGesto) => a.struttura === b.struttura && a.mese === b.mese;

function inputDi({ luogo, gesto }: Voce): Input<'presenze.register'> {
  return {
    ...luogo,
    gesto: gesto.tipo,
    cambi: gesto.cambi.map((c) => ({
      ingressoId: c.ingressoId,
      giorno: giornoDelMese(luogo.mese, c.giorno),
      codice: c.dopo === '.' ? null : c.dopo,
      prima: c.prima === '.' ? null : c.prima,
    })),
  };
}

/** The month as the store holds it once the gesture is saved. */
function conGesto(mese: Output<'presenze.getMese'>, { gesto, luogo }: Voce): Output<'presenze.getMese'> {
  const perRiga = Map.groupBy(gesto.cambi, (c) => c.ingressoId);
  const righe = mese.righe.map((riga) => {
    let { codici } = riga;
    for (const c of perRiga.get(riga.ingressoId) ?? [])
      codici = setCodice(codici, giornoDelMese(luogo.mese, c.giorno), c.dopo);
    return codici === riga.codici ? riga : { ...riga, codici };
  });
  return { ...mese, righe };
}

/**
 * The gestures on their way to the store, one at a time and in order, whatever page is open. What is saved enters the query
 * cache; what is refused is said, taken back and read again; a host that does not answer is asked again, nothing is lost.
 */
export class CodaSalvataggi {
  private readonly client: QueryClient;
  private readonly voci: Voce[] = [];
  private readonly ascoltatori = new Set<AscoltaRifiuto>();
  private attiva = false;
  private ferma: Promise<void> | null = null;
  private riparti: () => void = () => undefined;

  constructor(client: QueryClient) {
    this.client = client;
    // in Electron there is no question to answer: the window would just not close
    if (window.approdo) return;
    window.addEventListener('beforeunload', (e) => {
      if (this.voci.length > 0) e.preventDefault();
    });
  }

  push(luogo: LuogoGesto, gesto: Gesto): void {
    this.voci.push({ luogo, gesto });
    this.tell();
    if (this.attiva) return;
    this.attiva = true;
    afterPaint(() => void this.run());
  }

  /** Its owner left the window: what is not saved yet waits for them, and is never sent under another name. */
  pause(): void {
    this.ferma ??= new Promise((riparti) => {
      this.riparti = riparti;
    });
    useSalvataggio.setState({ inAttesa: 0, errore: null, savedAtMs: null });
  }

  resume(): void {
    this.ferma = null;
    this.riparti();
    this.tell();
  }

  /** The gestures of a month not yet saved, oldest first. */
  inAttesa(luogo: LuogoGesto): Gesto[] {
    return this.voci.filter((v) => stesso(v.luogo, luogo)).map((v) => v.gesto);
  }

  onRifiuto(ascolta: AscoltaRifiuto): () => void {
    this.ascoltatori.add(ascolta);
    return () => this.ascoltatori.delete(ascolta);
  }

  private tell(errore: string | null = useSalvataggio.getState().errore): void {
    if (this.ferma) return;
    useSalvataggio.setState({ inAttesa: this.voci.length, errore: this.voci.length === 0 ? null : errore });
  }

  private async run(): Promise<void> {
    for (let voce = this.voci[0]; voce; voce = this.voci[0]) {
      if (this.ferma) {
        await this.ferma;
        continue;
      }
      try {
        await this.save(voce);
      } catch (errore) {
        await this.fail(
          voce,
          errore instanceof ErroreApprodo ? errore : new ErroreApprodo('interno', testi.comune.erroreImprevisto),
        );
      }
    }
    this.attiva = false;
  }

  private async save(voce: Voce): Promise<void> {
    const chiave = chiaveDi('presenze.getMese', voce.luogo);
    const { atMs } = await call('presenze.register', inputDi(voce));
    this.voci.shift();
    this.client.setQueryData<Output<'presenze.getMese'>>(chiave, (mese) => mese && conGesto(mese, voce));
    if (!this.ferma) useSalvataggio.setState({ savedAtMs: atMs });
    this.tell(null);
    // a reading begun before the answer knows nothing of the gesture: only then this month is read again too
    const inLettura = this.client.isFetching({ queryKey: chiave }) > 0;
    const qui = (altra: readonly unknown[]) =>
      !inLettura && altra[0] === chiave[0] && stesso(altra[1] as LuogoGesto, voce.luogo);
    void invalidate(this.client, 'presenze.register', qui);
  }

  private async fail(voce: Voce, errore: ErroreApprodo): Promise<void> {
    if (SI_RIPROVA.has(errore.codice)) {
      this.tell(errore.codice === RETE_ASSENTE ? testi.presenze.riprovo : errore.messaggio);
      if (errore.codice !== RETE_ASSENTE) void this.client.invalidateQueries({ queryKey: ['sessione.get'] });
      voce.ritentata = true;
      await new Promise((fatto) => setTimeout(fatto, RIPROVA_MS));
      return;
    }
    const scritto = voce.ritentata && errore.codice === 'presenze.superato' && (await this.isScritto(voce));
    this.voci.shift();
    this.tell(null);
    if (!scritto) {
      for (const ascolta of this.ascoltatori) ascolta(voce.luogo, voce.gesto);
      avvisa(testi.presenze.esiti.rifiutato(errore.messaggio), 'male');
    }
    await this.client.invalidateQueries({ queryKey: chiaveDi('presenze.getMese', voce.luogo) });
  }

  /** Whether the store already holds what the gesture wrote: its answer was lost, not the gesture. */
  private async isScritto({ luogo, gesto }: Voce): Promise<boolean> {
    const { righe } = await call('presenze.getMese', luogo);
    const codici = new Map(righe.map((riga) => [riga.ingressoId, riga.codici]));
    return gesto.cambi.every((c) => codici.get(c.ingressoId)?.charAt(c.giorno - 1) === c.dopo);
  }
}

const code = new WeakMap<QueryClient, CodaSalvataggi>();

/** The one queue of this page load. */
export function getCoda(client: QueryClient): CodaSalvataggi {
  let coda = code.get(client);
  if (!coda) {
    coda = new CodaSalvataggi(client);
    code.set(client, coda);
  }
  return coda;
}
