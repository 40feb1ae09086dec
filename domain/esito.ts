import { percentuale } from './arrotonda.ts';
import type { Giorno } from './giorno.ts';

/** The closed list of the seven outcomes, in the order of counting.md rule 10. */
export const ESITI = [
  'concluso',
  'abbandono',
  'trasferimento_interno',
  'allontanamento',
  'arresto_revoca',
  'arresto_altri_motivi',
  'ragioni_sanitarie',
] as const;

export type Esito = (typeof ESITI)[number];

/** One line of the outcomes: how many, and the whole percent of the group's own total (rule 11). */
export interface RigaEsito {
  esito: Esito;
  n: number;
  percentuale: number;
}

/** The outcomes of a group: `totale` is what the percentages are of, `senzaEsito` those with none recorded. */
export interface ConteggioEsiti {
  righe: RigaEsito[];
  totale: number;
  senzaEsito: number;
}

/** What a dimissione must say to be counted under either reading. */
export interface DimissioneContata {
  id: string;
  personaId: string;
  dataIngresso: Giorno;
  dataDimissione: Giorno | null;
  esito: Esito | null;
}

export function isEsito(s: unknown): s is Esito {
  return typeof s === 'string' && (ESITI as readonly string[]).includes(s);
}

/** Counts outcomes in the order of rule 10, zero rows left out. Percentages are of all, those without outcome included. */
export function conteggiaEsiti(esiti: Iterable<Esito | null>): ConteggioEsiti {
  const conta = new Map<Esito, number>();
  let totale = 0;
  let senzaEsito = 0;
  for (const esito of esiti) {
    totale++;
    if (esito === null) senzaEsito++;
    else conta.set(esito, (conta.get(esito) ?? 0) + 1);
  }
  const righe: RigaEsito[] = [];
  for (const esito of ESITI) {
    const n = conta.get(esito) ?? 0;
    if (n > 0) righe.push({ esito, n, percentuale: percentuale(n, totale) ?? 0 });
  }
  return { righe, totale, senzaEsito };
}

/** Rule 10, reading *programmi*: every dimissione counts, internal transfers included. */
export function conteggiaEsitiProgrammi(dimessi: Iterable<DimissioneContata>): ConteggioEsiti {
  return conteggiaEsiti(Array.from(dimessi, (d) => d.esito));
}

function vienePrima(a: DimissioneContata, b: DimissioneContata): boolean {
  const fineA = a.dataDimissione ?? '';
  const fineB = b.dataDimissione ?? '';
  if (fineA !== fineB) return fineA < fineB;
  if (a.dataIngresso !== b.dataIngresso) return a.dataIngresso < b.dataIngresso;
  return a.id < b.id;
}

/** The dimissione that decides for each persona: the last one that is not an internal transfer (rule 10, *persone*). */
export function dimissioniDecisive<T extends DimissioneContata>(dimessi: Iterable<T>): Map<string, T> {
  const ultime = new Map<string, T>();
  for (const d of dimessi) {
    if (d.esito === 'trasferimento_interno') continue;
    const nota = ultime.get(d.personaId);
    if (nota === undefined || vienePrima(nota, d)) ultime.set(d.personaId, d);
  }
  return ultime;
}

/** Rule 10, reading *persone*: distinct persons with a dimissione other than an internal transfer; the last one decides. */
export function conteggiaEsitiPersone(dimessi: Iterable<DimissioneContata>): ConteggioEsiti {
  return conteggiaEsiti(Array.from(dimissioniDecisive(dimessi).values(), (d) => d.esito));
}
