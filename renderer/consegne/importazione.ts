import { useCallback, useMemo, useRef, useState } from 'react';
import { ErroreApprodo } from '../../domain/errore.ts';
import { type Lavoro, useCommand, useLavoro } from '../api/index.ts';
import { type FileDato, type FileLetto, readFiles, splitPerTipo } from '../file/file-letti.ts';
import { messaggioDi } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import { anniDi, daImportare, type EsitoPacco, type PianoPacco, rifiutoDi, unisci } from './piano.ts';

const ESTENSIONI = ['.approdo'];
const ANNULLATO = 'lavoro.annullato';
const t = testi.consegne;

/** The plan of the parcels just given, with what is needed to apply it. */
export interface Piano {
  pacchi: PianoPacco[];
  letti: FileLetto[];
  /** could not be read from the disk: kept among the refused */
  persi: EsitoPacco[];
  /** files of a folder that are not parcels */
  lasciati: number;
}

export type Passo =
  /** the board is shown; `detto` = how the last try ended, when it ended without a plan */
  | { passo: 'tabella'; detto?: { tono: 'info' | 'male'; testo: string } }
  | { passo: 'controllo' }
  | { passo: 'piano'; piano: Piano; errore?: unknown }
  | { passo: 'applicazione'; piano: Piano }
  | { passo: 'esito'; esiti: EsitoPacco[] };

export interface Importazione {
  stato: Passo;
  /** a drop is accepted now */
  libero: boolean;
  /** progress of what is going on; giving up a plan, which writes nothing, takes effect at once */
  lavoro: Lavoro;
  controlla(dati: readonly FileDato[]): Promise<void>;
  applica(): Promise<void>;
  chiudi(): void;
}

async function leggi(dati: readonly FileDato[]): Promise<Omit<Piano, 'pacchi'>> {
  const { tenuti, lasciati } = splitPerTipo(dati, ESTENSIONI);
  if (tenuti.length === 0) throw new ErroreApprodo('file.nessuno', testi.file.cartellaVuota('.approdo'));
  const { letti, illeggibili } = await readFiles(tenuti);
  const persi = illeggibili.map((nome) => rifiutoDi(nome, testi.file.illeggibili([nome])));
  return { letti, persi, lasciati: lasciati.length };
}

/** A plan already open takes in what is given next. */
function aggiungi(prima: Piano | null, dato: Omit<Piano, 'pacchi'>): Omit<Piano, 'pacchi'> {
  if (!prima) return dato;
  return {
    letti: unisci(prima.letti, dato.letti),
    persi: [...prima.persi, ...dato.persi],
    lasciati: prima.lasciati + dato.lasciati,
  };
}

function comeFinita(errore: unknown, interrotto: string): Passo {
  const annullato = errore instanceof ErroreApprodo && errore.codice === ANNULLATO;
  return {
    passo: 'tabella',
    detto: annullato ? { tono: 'info', testo: interrotto } : { tono: 'male', testo: messaggioDi(errore) },
  };
}

/**
 * Parcels from the files to the board: read, plan, apply. Nothing is written before `applica`. `onAnni`: the years whose
 * board has changed.
 */
export function useImportazione(onAnni: (anni: readonly number[]) => void): Importazione {
  const [stato, setStato] = useState<Passo>({ passo: 'tabella' });
  const lavoro = useLavoro();
  // which plan the page is waiting for: the answer to one given up is not shown
  const giro = useRef(0);
  const { mutateAsync: chiediPiano } = useCommand('pacchi.plan', { lavoro });
  const { mutateAsync: importa } = useCommand('pacchi.import', { lavoro });

  const controlla = useCallback(
    async (dati: readonly FileDato[]) => {
      if (dati.length === 0) return;
      const prima = stato.passo === 'piano' ? stato.piano : null;
      const mio = ++giro.current;
      const finisci = (passo: Passo) => {
        if (giro.current === mio) setStato(passo);
      };
      setStato({ passo: 'controllo' });
      try {
        const dato = aggiungi(prima, await leggi(dati));
        const pacchi = dato.letti.length > 0 ? await chiediPiano({ file: dato.letti }) : [];
        finisci({ passo: 'piano', piano: { ...dato, pacchi } });
      } catch (errore) {
        finisci(prima ? { passo: 'piano', piano: prima, errore } : comeFinita(errore, t.annullato));
      }
    },
    [stato, chiediPiano],
  );

  const applica = useCallback(async () => {
    if (stato.passo !== 'piano') return;
    const { piano } = stato;
    setStato({ passo: 'applicazione', piano });
    try {
      const importati = await importa({ file: daImportare(piano.letti, piano.pacchi) });
      markSaved();
      const rifiutati = piano.pacchi.filter((p) => p.stato === 'rifiutato');
      setStato({ passo: 'esito', esiti: [...importati, ...rifiutati, ...piano.persi] });
      onAnni(anniDi(importati));
    } catch (errore) {
      setStato(comeFinita(errore, t.interrotto));
    }
  }, [stato, importa, onAnni]);

  const controllo = stato.passo === 'controllo';
  const conAnnulla = useMemo((): Lavoro => {
    if (!controllo) return lavoro;
    const annulla = () => {
      giro.current++;
      lavoro.annulla();
      setStato({ passo: 'tabella', detto: { tono: 'info', testo: t.annullato } });
    };
    return { ...lavoro, annulla };
  }, [controllo, lavoro]);

  const chiudi = useCallback(() => setStato({ passo: 'tabella' }), []);
  const libero = stato.passo !== 'controllo' && stato.passo !== 'applicazione';
  return { stato, libero, lavoro: conAnnulla, controlla, applica, chiudi };
}
