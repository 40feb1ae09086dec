import { listPaesi } from '../../domain/paese.ts';
import type { Lettura } from './foglio-colonna.ts';
import { normalizeVoce } from './foglio-lista.ts';

let indice: ReadonlyMap<string, string> | undefined;

/** code and normalised name → code; built once, at the first foreign name. */
function indiceStati(): ReadonlyMap<string, string> {
  const stati = new Map<string, string>();
  for (const { sigla, nome } of listPaesi()) stati.set(normalizeVoce(nome), sigla).set(sigla, sigla);
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
