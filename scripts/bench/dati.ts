import { join } from 'node:path';
import type { Giorno, Periodo } from '../../domain/giorno.ts';
import { closeStore } from '../../electron/services/archivio.ts';
import { contestoOf, createDemo, importCartella } from '../demo/comunita.ts';
import { type Cartella, inventaCooperativa, type Riga } from '../demo/inventa.ts';

export const STRUTTURE = 18;
export const OSPITI = 20;
/** The year every report is about, and the day on which the bench pretends to run. */
export const ANNO: Periodo = { dal: '2025-01-01', al: '2025-12-31' };
export const OGGI: Giorno = '2026-01-15';
export const DIECI_ANNI: Periodo = { dal: '2016-01-01', al: ANNO.al };

/** A central office with ten years of eighteen strutture, through the same door as any workbook. Returns its folder. */
export async function makeDieciAnni(lavoro: string): Promise<string> {
  const dati = join(lavoro, 'dieci-anni');
  const cartella = variaUtenze(
    inventaCooperativa({ seme: 20160101, strutture: STRUTTURE, posti: OSPITI, periodo: DIECI_ANNI }),
  );
  const archivio = await createDemo(dati, 'centrale');
  await importCartella(contestoOf(archivio, OGGI), cartella);
  archivio.store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  closeStore(archivio);
  return dati;
}

/**
 * Makes the invented cooperativa touch every branch of the report: persons who come back, internal transfers, gambling,
 * minors, adults without a dependence, a struttura outside the cooperativa's groups, stays without utenza, moduli that close.
 */
export function variaUtenze(cartella: Cartella): Cartella {
  const tipi: Record<string, string> = { CASA15: 'HOU', CASA17: 'DGA' };
  for (const struttura of cartella.strutture)
    struttura['tipo'] = tipi[struttura['codice'] ?? ''] ?? struttura['tipo'] ?? '';
  for (const modulo of cartella.moduli) {
    if (modulo['struttura'] === 'CASA15') modulo['tipologia'] = 'HOU';
    if (modulo['struttura'] === 'CASA16') modulo['conta'] = 'minori';
    if (modulo['struttura'] === 'CASA17') modulo['tipologia'] = 'DGA';
  }
  chiudi(cartella);
  for (const [index, ingresso] of cartella.ingressi.entries()) ingresso['utenza'] = utenzaDi(ingresso, index);
  return fondiRientri(cartella);
}

/** In the year of the reports a modulo and a struttura close, another struttura opens, and works take places away for a while. */
function chiudi({ strutture, moduli }: Cartella): void {
  for (const struttura of strutture) {
    if (struttura['codice'] === 'CASA06') struttura['al'] = '2025-09-30';
    if (struttura['codice'] === 'CASA09') struttura['dal'] = '2025-02-15';
  }
  for (const modulo of moduli) if (modulo['codice'] === 'CASA05-ALC') modulo['modulo_al'] = '2025-06-30';
  const intero = moduli.find((modulo) => modulo['codice'] === 'CASA03-TR');
  if (!intero) return;
  const lavori = { valido_dal: '2025-03-10', valido_al: '2025-05-20', posti_disponibili: '1', motivo: 'lavori' };
  moduli.push({ ...intero, ...lavori });
}

function utenzaDi({ struttura = '', utenza = '' }: Riga, index: number): string {
  if (struttura === 'CASA16') return 'MINORE';
  if (struttura === 'CASA17') return 'DGA';
  if (struttura === 'CASA08') return index % 5 === 0 ? '' : index % 3 === 0 ? 'ADULTO' : utenza;
  return utenza;
}

/** One stay in ten is of the guest who had the same place before: same person, two stays; half of them left by transfer. */
function fondiRientri(cartella: Cartella): Cartella {
  const stesso = new Map<string, string>();
  for (const [index, ingresso] of cartella.ingressi.entries()) {
    const prima = cartella.ingressi[index - 1];
    if (!prima || ingresso['tipo_ingresso'] !== 'rientro' || prima['modulo'] !== ingresso['modulo']) continue;
    if (!prima['data_dimissione'] || prima['data_dimissione'] > (ingresso['data_ingresso'] ?? '')) continue;
    stesso.set(ingresso['ospite'] ?? '', prima['ospite'] ?? '');
    ingresso['ospite'] = prima['ospite'] ?? '';
    if (index % 2 === 0) prima['esito'] = 'trasferimento_interno';
  }
  const chi = (id = '') => stesso.get(id) ?? id;
  const tutti = (ids = '') => [...new Set(ids.split('|').map(chi))].join('|');
  for (const riga of cartella.visite) riga['ospite'] = chi(riga['ospite']);
  for (const riga of [...cartella.incontri, ...cartella.attivita]) riga['ospiti'] = tutti(riga['ospiti']);
  return { ...cartella, ospiti: cartella.ospiti.filter((ospite) => !stesso.has(ospite['id'] ?? '')) };
}
