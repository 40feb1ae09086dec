import { useCallback, useMemo, useRef, useState } from 'react';
import { ErroreApprodo } from '../../domain/errore.ts';
import { type Lavoro, useCommand, useLavoro } from '../api/index.ts';
import { type FileDato, type FileLetto, readFiles, splitPerTipo } from '../file/file-letti.ts';
import { messaggioDi } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import type { EsitoFoglio } from './esito-foglio.ts';

const ESTENSIONI = ['.xlsx', '.csv'];
/** The contract takes so many files: a workbook has eleven sheets. */
const MASSIMO_FOGLI = 50;
const ANNULLATO = 'lavoro.annullato';
const t = testi.importa;

/** The files just given, read. */
export interface Scelta {
  letti: FileLetto[];
  /** files of a folder that are not sheets */
  lasciati: number;
}

export type Passo =
  | { passo: 'scelta'; detto?: { tono: 'info' | 'male'; testo: string } }
  | { passo: 'lettura' }
  | { passo: 'anteprima'; scelta: Scelta; esito: EsitoFoglio; detto?: { tono: 'info' | 'male'; testo: string } }
  | { passo: 'importazione'; scelta: Scelta; esito: EsitoFoglio }
  | { passo: 'fatto'; esito: EsitoFoglio };

export interface ImportazioneFoglio {
  stato: Passo;
  /** a drop is accepted now */
  libero: boolean;
  /** progress of what is going on; giving up a reading, which writes nothing, takes effect at once */
  lavoro: Lavoro;
  controlla(dati: readonly FileDato[]): Promise<void>;
  importa(): Promise<void>;
  ricomincia(): void;
}

async function leggi(dati: readonly FileDato[]): Promise<Scelta> {
  const { tenuti, lasciati } = splitPerTipo(dati, ESTENSIONI);
  if (tenuti.length === 0) throw new ErroreApprodo('file.nessuno', testi.file.cartellaVuota('.xlsx o .csv'));
  if (tenuti.length > MASSIMO_FOGLI) throw new ErroreApprodo('file.troppi', testi.file.troppi(MASSIMO_FOGLI));
  const { letti, illeggibili } = await readFiles(tenuti);
  // a sheet left out would turn the rows that refer to it into errors: all of them or none
  if (illeggibili.length > 0) throw new ErroreApprodo('file.illeggibile', testi.file.illeggibili(illeggibili));
  return { letti, lasciati: lasciati.length };
}

function detto(errore: unknown): { tono: 'info' | 'male'; testo: string } {
  const annullato = errore instanceof ErroreApprodo && errore.codice === ANNULLATO;
  return annullato ? { tono: 'info', testo: t.annullata } : { tono: 'male', testo: messaggioDi(errore) };
}

/** A workbook from the files to the register: read, preview, import. Nothing is written before `importa`. */
export function useImportazioneFoglio(): ImportazioneFoglio {
  const [stato, setStato] = useState<Passo>({ passo: 'scelta' });
  const lavoro = useLavoro();
  // which reading the page is waiting for: the answer to one given up is not shown
  const giro = useRef(0);
  const { mutateAsync: anteprima } = useCommand('fogli.preview', { lavoro });
  const { mutateAsync: scrivi } = useCommand('fogli.import', { lavoro });

  const controlla = useCallback(
    async (dati: readonly FileDato[]) => {
      if (dati.length === 0) return;
      const mio = ++giro.current;
      const finisci = (passo: Passo) => {
        if (giro.current === mio) setStato(passo);
      };
      setStato({ passo: 'lettura' });
      try {
        const scelta = await leggi(dati);
        finisci({ passo: 'anteprima', scelta, esito: await anteprima({ file: scelta.letti }) });
      } catch (errore) {
        finisci({ passo: 'scelta', detto: detto(errore) });
      }
    },
    [anteprima],
  );

  const importa = useCallback(async () => {
    if (stato.passo !== 'anteprima') return;
    const { scelta, esito } = stato;
    setStato({ passo: 'importazione', scelta, esito });
    try {
      const fatto = await scrivi({ file: scelta.letti });
      markSaved();
      setStato({ passo: 'fatto', esito: fatto });
    } catch (errore) {
      setStato({ passo: 'anteprima', scelta, esito, detto: detto(errore) });
    }
  }, [stato, scrivi]);

  const lettura = stato.passo === 'lettura';
  const conAnnulla = useMemo((): Lavoro => {
    if (!lettura) return lavoro;
    const annulla = () => {
      giro.current++;
      lavoro.annulla();
      setStato({ passo: 'scelta', detto: { tono: 'info', testo: t.annullata } });
    };
    return { ...lavoro, annulla };
  }, [lettura, lavoro]);

  const ricomincia = useCallback(() => setStato({ passo: 'scelta' }), []);
  const libero = stato.passo !== 'lettura' && stato.passo !== 'importazione';
  return { stato, libero, lavoro: conAnnulla, controlla, importa, ricomincia };
}
