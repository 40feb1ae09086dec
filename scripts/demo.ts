import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addMesi, type Giorno, meseDi, mesiDelPeriodo, primoGiorno, ultimoGiorno } from '../domain/giorno.ts';
import { closeStore } from '../electron/services/archivio.ts';
import { importPacchi } from '../electron/services/pacco-import.ts';
import {
  closeAndExport,
  contestoOf,
  createDemo,
  type FileDato,
  openComunita,
  PASSWORD_DEMO,
  reviseAndExport,
} from './demo/comunita.ts';
import { inventaCooperativa } from './demo/inventa.ts';
import { inventaRegistri } from './demo/registri.ts';

const STRUTTURE = 6;
const POSTI = 21;

export interface Demo {
  /** the folder of the community's store (CASA00, with a month still to close) */
  readonly comunita: string;
  readonly accoglienza: string;
  readonly password: string;
}

/**
 * Invented data to look at: a community with a year behind it and last month still to close, and a central office that has
 * received a year from six communities: one has not sent last month, one sent a correction, one left days without a code.
 * @param cartella must not exist yet; appears only when complete
 */
export async function buildDemo(cartella: string, oggi: Giorno): Promise<Demo> {
  mkdirSync(dirname(cartella), { recursive: true });
  const lavoro = mkdtempSync(`${cartella}-`);
  try {
    await build(lavoro, oggi);
    renameSync(join(lavoro, 'demo'), cartella);
  } finally {
    rmSync(lavoro, { recursive: true, force: true });
  }
  return demoIn(cartella);
}

/** The demonstration already there, if it is. */
export function findDemo(cartella: string): Demo | undefined {
  return existsSync(cartella) ? demoIn(cartella) : undefined;
}

function demoIn(cartella: string): Demo {
  return { comunita: join(cartella, 'CASA00'), accoglienza: join(cartella, 'accoglienza'), password: PASSWORD_DEMO };
}

async function build(lavoro: string, oggi: Giorno): Promise<void> {
  const ultimo = addMesi(meseDi(oggi), -1);
  const periodo = { dal: primoGiorno(addMesi(ultimo, -12)), al: oggi };
  const mesi = mesiDelPeriodo({ dal: periodo.dal, al: ultimoGiorno(ultimo) });
  const cooperativa = inventaCooperativa({
    seme: 20250321,
    strutture: STRUTTURE,
    posti: POSTI,
    periodo,
    senzaCodice: 0.0002,
  });
  mkdirSync(join(lavoro, 'demo'));
  const centro = await createDemo(join(lavoro, 'demo', 'accoglienza'), 'centrale');
  const centrale = contestoOf(centro, oggi);
  for (let index = 0; index < STRUTTURE; index++) {
    const codice = `CASA${String(index).padStart(2, '0')}`;
    const folder = index === 0 ? join(lavoro, 'demo') : lavoro;
    const { archivio, ctx } = await openComunita(folder, codice, cooperativa, centrale, oggi);
    if (index === 0) inventaRegistri(ctx, codice, 20250321);
    const file: FileDato[] = [];
    const inRitardo = index === 0 || index === 4;
    for (const mese of inRitardo ? mesi.slice(0, -1) : mesi) file.push(await closeAndExport(ctx, codice, mese));
    const corretto = mesi.at(-3);
    if (index === 2 && corretto)
      file.push(await reviseAndExport(ctx, codice, corretto, 'ricovero comunicato dopo la chiusura'));
    await importPacchi(centrale, { file });
    closeStore(archivio);
  }
  closeStore(centro);
}
