import { useMemo } from 'react';
import { giorniDelMese, meseDi, numeroGiorno } from '../../domain/giorno.ts';
import type { TabellaCodici } from '../../domain/presenza.ts';
import { useEndpoint } from '../api/index.ts';
import {
  type ContoTotale,
  contoTotale,
  type GrigliaMese,
  listMancanti,
  moduliPerGiorno,
  presentiPerGiorno,
  type Saturazione,
  saturazioni,
} from './conti.ts';
import type { Cella, StatoGriglia } from './griglia-stato.ts';

/** What the grid counts, live from what is on screen. */
export interface Conti {
  readonly presenti: readonly number[];
  readonly totale: ContoTotale;
  readonly saturazioni: readonly Saturazione[];
  readonly mancanti: readonly Cella[];
  readonly incompleti: ReadonlySet<number>;
  /** accredited places on the last day that counts; null when there is no modulo */
  readonly posti: number | null;
  /** last day that counts: today in the running month */
  readonly fino: number;
}

/** Moduli by the name people use: the tipologia where it is enough to tell them apart, else the codice. */
function useNomeModulo(struttura: string): (codice: string) => string {
  const { data } = useEndpoint('strutture.list', {});
  return useMemo(() => {
    const moduli = data?.find((s) => s.codice === struttura)?.moduli ?? [];
    return (codice) => {
      const tipologia = moduli.find((m) => m.codice === codice)?.tipologia ?? '';
      return moduli.filter((m) => m.tipologia === tipologia).length === 1 ? tipologia : codice;
    };
  }, [data, struttura]);
}

export function useConti(
  dati: GrigliaMese,
  stato: StatoGriglia,
  tabella: TabellaCodici,
  ultimoMancante: number,
): Conti {
  const { righe } = stato;
  const nomeModulo = useNomeModulo(dati.struttura.codice);
  const giorni = giorniDelMese(dati.mese);
  const corrente = meseDi(dati.oggi);
  const fino = dati.mese < corrente ? giorni : dati.mese > corrente ? 0 : numeroGiorno(dati.oggi);
  const moduli = useMemo(() => dati.righe.map((r) => moduliPerGiorno(r.moduli, dati.mese, giorni)), [dati, giorni]);
  return useMemo(() => {
    const mancanti = listMancanti(righe, ultimoMancante);
    const conModulo = Object.keys(dati.postiPerModulo).length > 0;
    return {
      presenti: presentiPerGiorno(righe, giorni, tabella),
      totale: contoTotale(righe, tabella),
      saturazioni: saturazioni(righe, moduli, dati.postiPerModulo, tabella, fino).map((s) => ({
        ...s,
        modulo: nomeModulo(s.modulo),
      })),
      mancanti,
      incompleti: new Set(mancanti.map((c) => c.colonna)),
      posti: conModulo ? (dati.posti[Math.max(1, fino) - 1]?.accreditati ?? null) : null,
      fino,
    };
  }, [righe, moduli, dati, giorni, tabella, ultimoMancante, fino, nomeModulo]);
}
