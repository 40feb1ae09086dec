import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Mese, mesiDelPeriodo } from '../../domain/giorno.ts';
import { closeStore } from '../../electron/services/archivio.ts';
import { loadIdentita } from '../../electron/sync/identita.ts';
import { closeAndExport, contestoOf, createDemo, type FileDato, openComunita } from '../demo/comunita.ts';
import { type Cartella, inventaCooperativa } from '../demo/inventa.ts';
import { ANNO, OGGI, OSPITI, STRUTTURE } from './dati.ts';

/** What the central office receives in a year, and the office that receives it, still empty. */
export interface Consegna {
  /** folder of the central office: it knows the communities' keys and nothing else */
  readonly centrale: string;
  /** 18 × 12 sealed parcels, by struttura and month */
  readonly pacchi: readonly FileDato[];
  /** age identity of the central office and its recipient: what opens them */
  readonly segreto: string;
  readonly destinatario: string;
  /** the same year as the communities' workbooks say it */
  readonly cartella: Cartella;
  readonly mesi: readonly Mese[];
}

/** Eighteen communities import their year, close each month and seal it, through the product's own doors. */
export async function makeConsegna(lavoro: string): Promise<Consegna> {
  const cartella = inventaCooperativa({ seme: 20250101, strutture: STRUTTURE, posti: OSPITI, periodo: ANNO });
  const mesi = mesiDelPeriodo(ANNO);
  const centrale = join(lavoro, 'centrale');
  mkdirSync(join(lavoro, 'comunita'), { recursive: true });
  const centro = await createDemo(centrale, 'centrale');
  try {
    const ctx = contestoOf(centro, OGGI);
    const pacchi: FileDato[] = [];
    for (const struttura of cartella.strutture) {
      const codice = struttura['codice'] ?? '';
      const comunita = await openComunita(join(lavoro, 'comunita'), codice, cartella, ctx, OGGI);
      for (const mese of mesi) pacchi.push(await closeAndExport(comunita.ctx, codice, mese));
      closeStore(comunita.archivio);
    }
    const { sigillo: segreto, sigilloPubblico: destinatario } = await loadIdentita(centro.store);
    return { centrale, pacchi, segreto, destinatario, cartella, mesi };
  } finally {
    centro.store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    closeStore(centro);
  }
}
