import type { Contesto } from '../../../electron/services/contesto.ts';
import { reportBilancio } from '../../../electron/services/report.ts';
import type { Identita } from '../../../electron/sync/identita.ts';
import { writePacco } from '../../../electron/sync/pacco-write.ts';
import { apriCentrale, nuovaIdentita } from './aiuti.ts';
import { fotografia } from './fotografia.ts';
import { type PaccoDiProva, STRUTTURE } from './storia.ts';

export interface FileDiProva {
  readonly nome: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Who sends and who receives, for as many histories as wanted. */
export interface Parti {
  readonly centro: Identita;
  readonly comunita: Identita;
}

export async function nuoveParti(): Promise<Parti> {
  const [centro, comunita] = await Promise.all([nuovaIdentita(), nuovaIdentita()]);
  return { centro, comunita };
}

/** A new central office that knows the community. */
export function apriCentro({ centro, comunita }: Parti): Contesto {
  const { firmaPubblica: firma, sigilloPubblico: sigillo } = comunita;
  return apriCentrale(centro, [{ nome: 'Casa Aurora', firma, sigillo, strutture: STRUTTURE }]);
}

/** Signed, chained and sealed, in the order in which they were exported. */
export async function sigilla(pacchi: readonly PaccoDiProva[], { centro, comunita }: Parti): Promise<FileDiProva[]> {
  const out: FileDiProva[] = [];
  const ultimo = new Map<string, string>();
  for (const { intestazione, righe } of pacchi) {
    const precedente = ultimo.get(intestazione.struttura) ?? null;
    const completa = { ...intestazione, precedente, destinatario: centro.sigilloPubblico };
    const scritto = await writePacco(completa, righe, comunita);
    ultimo.set(intestazione.struttura, scritto.impronta);
    out.push({ nome: scritto.nomeFile, bytes: new Uint8Array(scritto.bytes) });
  }
  return out;
}

/** The register of a central office and the figures it prints. */
export function statoDi(ctx: Contesto): Record<string, unknown> {
  const bilancio = reportBilancio(ctx, { dal: '2024-12-01', al: '2025-04-30' });
  return { ...fotografia(ctx.store), bilancio: JSON.parse(JSON.stringify(bilancio)) as unknown };
}
