import { annoDi, type Mese } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { giornoDellIstante, testi } from '../testi/index.ts';

export type AnnoConsegne = Output<'consegne.getAnno'>;
export type RigaConsegne = AnnoConsegne['righe'][number];
export type CellaConsegna = RigaConsegne['celle'][number];

/** A cell as it is drawn: a month not yet over is not missing. */
export type Segno = CellaConsegna['stato'] | 'futuro';

const t = testi.consegne;

export function segnoDi(cella: CellaConsegna, ultimoDovuto: Mese): Segno {
  return cella.stato === 'mancante' && cella.mese > ultimoDovuto ? 'futuro' : cella.stato;
}

/** The word of a mark. */
export function parolaDi(cella: CellaConsegna, segno: Segno): string {
  return segno === 'con_avvisi' ? t.stato.con_avvisi(cella.avvisi.length) : t.stato[segno];
}

/** The whole sentence of a cell, for hover, focus and screen readers. */
export function fraseDi(riga: RigaConsegne, cella: CellaConsegna, ultimoDovuto: Mese): string {
  const parola = parolaDi(cella, segnoDi(cella, ultimoDovuto));
  const { receivedAtMs, revisione, numero } = cella;
  if (receivedAtMs === null) return t.cella(riga.nome, cella.mese, parola);
  const giorno = formatGiornoBreve(giornoDellIstante(receivedAtMs));
  const stato = cella.stato === 'con_avvisi' ? `${parola}, ${t.stato.ricevuto}` : parola;
  return t.cella(riga.nome, cella.mese, t.ricevutoIl(stato, giorno, revisione ?? 1, numero ?? 0));
}

/** The month whose deliveries matter most now: the last one due, or December of a year already over. */
export function meseInAttesa(anno: AnnoConsegne): Mese | null {
  const { ultimoDovuto } = anno;
  if (annoDi(ultimoDovuto) === anno.anno) return ultimoDovuto;
  return annoDi(ultimoDovuto) > anno.anno ? `${anno.anno}-12` : null;
}

/** How many strutture have delivered a month. */
export function arrivati(anno: AnnoConsegne, mese: Mese): number {
  return anno.righe.filter((r) => r.celle.some((c) => c.mese === mese && c.stato !== 'mancante')).length;
}
