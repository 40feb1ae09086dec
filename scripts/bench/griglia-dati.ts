import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Periodo, periodoDelMese } from '../../domain/giorno.ts';
import { closeStore } from '../../electron/services/archivio.ts';
import { contestoOf, createDemo, openComunita } from '../demo/comunita.ts';
import { type Cartella, inventaCooperativa } from '../demo/inventa.ts';
import { OGGI } from './dati.ts';

export const CASA = 'CASA00';
export const MESE = '2025-12';
export const RIGHE = 60;

/** A community with sixty guests in December, and a central office to send the month to. Returns its folder. */
export async function makeComunitaGrande(lavoro: string): Promise<string> {
  const cartella = join(lavoro, 'griglia');
  mkdirSync(cartella, { recursive: true });
  const centro = await createDemo(join(cartella, 'centrale'), 'centrale');
  try {
    const { archivio } = await openComunita(cartella, CASA, sessanta(), contestoOf(centro, OGGI), OGGI);
    const dati = archivio.dati;
    closeStore(archivio);
    return dati;
  } finally {
    closeStore(centro);
  }
}

/** The first sixty stays that touch the month, of a place for each. */
export function sessanta(): Cartella {
  const periodo: Periodo = periodoDelMese(MESE);
  const tutto = inventaCooperativa({ seme: 20251201, strutture: 1, posti: RIGHE, periodo, eventiAlMese: 0 });
  const ingressi = tutto.ingressi.slice(0, RIGHE);
  const ids = new Set(ingressi.map((riga) => riga['id']));
  const ospiti = new Set(ingressi.map((riga) => riga['ospite']));
  return {
    ...tutto,
    ingressi,
    ospiti: tutto.ospiti.filter((riga) => ospiti.has(riga['id'])),
    presenze: tutto.presenze.filter((riga) => ids.has(riga['ingresso'])),
  };
}
