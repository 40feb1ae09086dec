import type { VoceUscita } from '../../db/reads/uscita.ts';
import type { Immagine } from '../../db/registro.ts';
import type { Riga, Scrittura } from '../../db/scrittura.ts';
import { accordaAssenze } from '../../db/writes/assenza.ts';
import { NON_REGISTRATA } from '../../domain/codice.ts';
import type { Permanenza } from '../../domain/permanenza.ts';
import { ritaglia } from '../../domain/presenza.ts';
import type { Contesto } from './contesto.ts';

export interface Ripristinato {
  /** codes put back */
  codici: number;
  /** the tables with rows brought back */
  readonly tabelle: Set<string>;
}

const PERMANENZA = ['assegnazioni', 'assenze'] as const;
const AGENDA = ['visite', 'incontri'] as const;
type Tornata = (typeof PERMANENZA)[number] | (typeof AGENDA)[number];

/**
 * What the dimissione of a stay took away comes back from its lines of the log, where nobody has written since: the codes day by day,
 * moduli, assenze, appointments row by row. To be called once the stay is open again.
 */
export function ripristina(
  ctx: Contesto,
  tx: Scrittura,
  voci: readonly VoceUscita[],
  p: Permanenza & { readonly id: string; readonly ospiteId: string },
): Ripristinato {
  const fatto: Ripristinato = { codici: 0, tabelle: new Set() };
  // the line before, of the rows brought back so far: another correction may have touched them earlier
  const tornate = new Map<string, number>();
  for (const { seq, immagini } of voci)
    for (const immagine of immagini.toReversed()) {
      const { t, id } = immagine;
      if (t === 'presenze') fatto.codici += rimettiCodici(tx, immagine, p);
      else if (isSua(tx, immagine, p) && isIntatta(tx, t as Tornata, id, seq, tornate)) {
        tx.revert(immagine);
        tornate.set(`${t} ${id}`, Number((immagine.prima as { voce?: number } | null)?.voce ?? 0));
        fatto.tabelle.add(t);
      }
    }
  if (fatto.codici > 0 || fatto.tabelle.size > 0) accordaAssenze(tx, p.id, ctx.oggi());
  return fatto;
}

function isSua(tx: Scrittura, { t, id, prima, dopo }: Immagine, p: { id: string; ospiteId: string }): boolean {
  if (PERMANENZA.some((tabella) => tabella === t))
    return (tx.find(t as (typeof PERMANENZA)[number], id) as Riga<'assenze'> | undefined)?.ingressoId === p.id;
  if (!AGENDA.some((tabella) => tabella === t) || prima === null || dopo === null || !('stato' in dopo)) return false;
  if (t === 'visite') return tx.find('visite', id)?.ospiteId === p.ospiteId;
  return tx.listPartecipanti('incontri', id).includes(p.ospiteId);
}

function isIntatta(tx: Scrittura, t: Tornata, id: string, seq: number, tornate: ReadonlyMap<string, number>): boolean {
  const voce = tx.find(t, id)?.voce;
  return voce === seq || (voce === tx.voce && tornate.get(`${t} ${id}`) === seq);
}

/** The days the dimissione emptied and nobody has filled since. Returns how many. */
function rimettiCodici(tx: Scrittura, { id, prima, dopo }: Immagine, p: Permanenza & { readonly id: string }): number {
  const riga = tx.find('presenze', id);
  if (!riga || riga.ingressoId !== p.id || prima === null || dopo === null) return 0;
  const [comEra, rimasti] = [prima, dopo].map((una) => (una as { codici?: string }).codici);
  const vivi = riga.deletedAtMs === null ? riga.codici : '';
  if (vivi === '' && comEra === undefined) {
    const codici = ritaglia(p, riga.mese, riga.codici);
    tx.update('presenze', id, { codici, deletedAtMs: null });
    return codici.replaceAll(NON_REGISTRATA, '').length;
  }
  if (comEra === undefined || rimasti === undefined || vivi === '') return 0;
  const tolto = (i: number) => vivi[i] === NON_REGISTRATA && rimasti[i] === NON_REGISTRATA;
  const codici = ritaglia(p, riga.mese, [...vivi].map((c, i) => (tolto(i) ? (comEra[i] ?? c) : c)).join(''));
  tx.update('presenze', id, { codici });
  return [...codici].filter((c, i) => c !== vivi[i]).length;
}
