import type { Lettura } from './foglio-colonna.ts';
import { normalizeVoce } from './foglio-lista.ts';

const NOMI = new Intl.DisplayNames('it', { type: 'region', fallback: 'none' });
/** Beside ISO 3166: unknown, stateless, Kosovo. */
const SPECIALI: ReadonlyMap<string, string> = new Map([
  ['sconosciuta', 'XX'],
  ['non nota', 'XX'],
  ['apolide', 'ZZ'],
  ['kosovo', 'XK'],
]);
const SIGLE_SPECIALI = new Set(SPECIALI.values());
/** Regions that have a code and a name but no citizens. */
const NON_STATI = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

/** The Italian name of a code in use; undefined for none and for withdrawn ones (`YU`, `SU`), which Intl renames. */
function nomeStato(sigla: string): string | undefined {
  if (NON_STATI.has(sigla) || SIGLE_SPECIALI.has(sigla)) return undefined;
  return new Intl.Locale(`und-${sigla}`).region === sigla ? NOMI.of(sigla) : undefined;
}

const LETTERE = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
let indice: ReadonlyMap<string, string> | undefined;

/** code and normalised name → code; built once, at the first foreign name. */
function indiceStati(): ReadonlyMap<string, string> {
  const stati = new Map(SPECIALI);
  for (const sigla of LETTERE.flatMap((a) => LETTERE.map((b) => a + b))) {
    const nome = nomeStato(sigla);
    if (nome !== undefined) stati.set(normalizeVoce(nome), sigla).set(sigla, sigla);
  }
  for (const sigla of SIGLE_SPECIALI) stati.set(sigla, sigla);
  return stati;
}

/** ISO 3166 alpha-2, XX unknown, ZZ stateless, XK Kosovo; the Italian name of the State is read too. */
export function leggiPaese(testo: string): Lettura<string> {
  indice ??= indiceStati();
  const sigla = indice.get(testo.toUpperCase()) ?? indice.get(normalizeVoce(testo));
  if (sigla !== undefined) return { valore: sigla };
  return {
    messaggio: `«${testo}» non è uno Stato: scrivere la sigla di due lettere (IT, RO, MA…), XX se sconosciuta, ZZ se apolide.`,
  };
}
