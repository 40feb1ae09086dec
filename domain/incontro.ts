import { normalizeNome } from './persona.ts';

/** The voce of the list `attivita_famiglie` that says by itself that a meeting is protected. */
export const INCONTRO_PROTETTO = 'incontro_protetto';

/** A meeting is protected because it is said so, or because its kind is: either is enough. */
export function isProtetto(incontro: { readonly protetto: boolean; readonly tipoFamiglia: string | null }): boolean {
  return incontro.protetto || incontro.tipoFamiglia === INCONTRO_PROTETTO;
}

/** Somebody around a guest: `nome` as it was written (either order), `legame` what they are to them. */
export interface PersonaVicina {
  readonly nome: string;
  readonly legame: string;
  /** under a code: `nome` is the code, only the legame can be recognised */
  readonly riservato?: boolean;
}

/** `nome`: all their names are there, in any order. `forse`: a surname alone, or what they are to the guest. */
export type Somiglianza = 'nome' | 'forse';

/**
 * Whether who came, as it was written, is or may be this person. `Mario Rossi` is recognised in «Rossi Mario» and «Mario G.
 * Rossi»; «sig. Rossi» and, where they are the padre, «il padre» and «papà» may be them; «Mario Bianchi» may be only when
 * nothing tells which of the two names is the surname. `cognomi`: surnames known (of the guests).
 */
export function findSomiglianza(
  scritto: string,
  persona: PersonaVicina,
  cognomi: readonly string[] = [],
): Somiglianza | null {
  const persone = scritto.split(/[,;+&/()\n]|\s+e\s+/i).map(parole);
  const suoi = persona.riservato
    ? []
    : parole(persona.nome).filter((parola) => parola.length > 1 && !PARTICELLE.has(parola));
  if (suoi.length > 1 && contiene(persone.flat(), suoi)) return 'nome';
  const cognome = cognomiDi(persona.nome, suoi, cognomi);
  if (persone.some((una) => isForse(una, suoi, cognome))) return 'forse';
  const ruolo = parole(persona.legame).find((parola) => !SENZA_PESO.has(parola));
  return ruolo !== undefined && persone.flat().some((parola) => stessoRuolo(parola, ruolo)) ? 'forse' : null;
}

function isForse(una: readonly string[], suoi: readonly string[], cognome: readonly string[]): boolean {
  const comuni = suoi.filter((parola) => una.includes(parola));
  if (comuni.length === 0) return false;
  if (cognome.length === 0 || comuni.some((parola) => cognome.includes(parola))) return true;
  // only the first name: of somebody else, if other names are beside it
  return una.every((parola) => comuni.includes(parola) || SENZA_PESO.has(parola) || parola.length === 1);
}

/** The words of a name that are the surname: those in capitals beside others that are not, or a surname of the guests. */
function cognomiDi(nome: string, suoi: readonly string[], noti: readonly string[]): string[] {
  const maiuscole = nome.split(/\s+/).filter((parola) => /^\p{Lu}['’\p{Lu}-]+$/u.test(parola));
  const inMaiuscole = new Set(maiuscole.flatMap(parole));
  if (inMaiuscole.size > 0 && suoi.some((parola) => !inMaiuscole.has(parola)))
    return suoi.filter((parola) => inMaiuscole.has(parola));
  const degliOspiti = new Set(noti.flatMap(parole));
  return suoi.filter((parola) => degliOspiti.has(parola));
}

function contiene(tutte: readonly string[], alcune: readonly string[]): boolean {
  return alcune.every((parola) => tutte.includes(parola));
}

function parole(testo: string): string[] {
  return normalizeNome(testo).split(' ').filter(Boolean);
}

function stessoRuolo(scritta: string, ruolo: string): boolean {
  return scritta === ruolo || RUOLI.some((uguali) => uguali.includes(scritta) && uguali.includes(ruolo));
}

/** Words that stand for the same person around a guest. */
const RUOLI: readonly (readonly string[])[] = [
  ['PADRE', 'PAPA', 'BABBO', 'GENITORE', 'GENITORI'],
  ['MADRE', 'MAMMA', 'GENITORE', 'GENITORI'],
  ['COMPAGNO', 'CONVIVENTE', 'MARITO', 'PARTNER', 'FIDANZATO', 'CONIUGE'],
  ['COMPAGNA', 'CONVIVENTE', 'MOGLIE', 'PARTNER', 'FIDANZATA', 'CONIUGE'],
  ['NONNO', 'NONNI'],
  ['NONNA', 'NONNI'],
  ['ZIO', 'ZII'],
  ['ZIA', 'ZII'],
  ['FRATELLO', 'FRATELLI'],
  ['SORELLA', 'SORELLE'],
];

const PARTICELLE = new Set(['DI', 'DE', 'DA', 'DEL', 'DELLA', 'DEI', 'LA', 'LO', 'EL', 'AL', 'VAN', 'VON']);

/** Articles and titles: with them a name says no more than it does alone. */
const SENZA_PESO = new Set([
  ...PARTICELLE,
  ...['IL', 'L', 'I', 'LE', 'GLI', 'UN', 'UNA', 'SUO', 'SUA', 'EX', 'CON', 'ANCHE', 'E', 'SOLO'],
  ...['SIG', 'SIGNOR', 'SIGNORE', 'SIGNORA', 'SIGRA', 'RA', 'DOTT', 'DOTTSSA', 'SSA', 'DR', 'AVV', 'PROF'],
]);
