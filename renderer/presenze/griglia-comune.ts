import { useMemo } from 'react';
import { isFestivo } from '../../domain/festivi.ts';
import { giornoDelMese, type Mese, meseDi, numeroGiorno } from '../../domain/giorno.ts';
import { tabellaCodici } from '../../domain/presenza.ts';
import type { GrigliaMese } from './conti.ts';
import css from './griglia.module.css';
import type { ComuneRighe } from './griglia-riga.tsx';
import { etichettaGiorno, etichettePerLettera } from './testo-cella.ts';

const LETTERE_CON_COLORE = new Set(['U', 'R', 'S', 'T', 'C', 'A']);

/** The letter of ordinary presence: the first code that is presente and has no colour of its own. */
export function letteraQuieta(codici: GrigliaMese['codici']): string {
  return codici.find((c) => c.presente && !LETTERE_CON_COLORE.has(c.voce))?.voce ?? '';
}

/** Class of the colours of each code: ordinary presence is quiet, the known letters have their own. */
function classiCodici(codici: GrigliaMese['codici']): ReadonlyMap<string, string> {
  const quieta = letteraQuieta(codici);
  const nome = (voce: string) =>
    voce === quieta ? 'presente' : LETTERE_CON_COLORE.has(voce) ? `codice${voce}` : 'altro';
  return new Map(codici.map((c) => [c.voce, css[nome(c.voce)] ?? '']));
}

/** The last day whose missing code is in evidence: yesterday in the running month, the last of a past one. */
export function mancantiFino(mese: Mese, giorni: number, oggi: string): number {
  const corrente = meseDi(oggi);
  if (mese > corrente) return 0;
  return mese < corrente ? giorni : numeroGiorno(oggi) - 1;
}

/** What rows share, rebuilt only when month or codes change. */
export function useComuneRighe(dati: GrigliaMese, giorni: number): ComuneRighe {
  const { mese, codici, oggi } = dati;
  return useMemo(() => {
    const numeri = Array.from({ length: giorni }, (_, i) => i + 1);
    return {
      giorni,
      etichetteGiorno: numeri.map((n) => etichettaGiorno(mese, n)),
      festivi: numeri.map((n) => isFestivo(giornoDelMese(mese, n))),
      oggi: meseDi(oggi) === mese ? numeroGiorno(oggi) : 0,
      mancantiFino: mancantiFino(mese, giorni, oggi),
      etichette: etichettePerLettera(codici),
      codici,
      tabella: tabellaCodici(codici),
      classi: classiCodici(codici),
      quieta: letteraQuieta(codici),
    };
  }, [mese, codici, oggi, giorni]);
}
