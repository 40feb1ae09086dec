import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { listMisure } from '../../db/reads/ospite.ts';
import type { Comunicazione } from '../../db/schema/ingresso.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Contesto } from './contesto.ts';
import { isLeggibile, sezioniPer } from './sezione.ts';

type Ingresso = Riga<'ingressi'>;
interface Proposta {
  readonly a: string;
  readonly giuridica: boolean;
}

/** Titles of a minor's placement that a judicial authority gave, or follows (list titolo_minore). */
const TITOLI_GIUDIZIARI: ReadonlySet<string> = new Set([
  ...['decreto_tm', 'art_403', 'misura_rieducativa', 'penale_art22', 'penale_map', 'msna'],
]);

/**
 * Those who are to be told of a dimissione on a day: who sent, who pays, the guardian, the authority of a measure in force or of a
 * minor's placement; those the role may know of. Once some are written nobody is proposed again: who was renamed or left out stays so.
 */
export function daComunicare(ctx: Contesto, p: PermanenzaDelRegistro, riga: Ingresso, giorno: Giorno): Proposta[] {
  // by what they see: what is hidden must not be guessed
  if (comunicazioniViste(ctx, riga).length > 0) return [];
  const tutte = leggeGiuridica(ctx, p.ospiteId);
  return proposte(ctx, p, riga, giorno).filter(({ giuridica }) => tutte || !giuridica);
}

/** What who asks may see of what is written. */
export function comunicazioniViste(ctx: Contesto, riga: Ingresso): Comunicazione[] {
  const tutte = leggeGiuridica(ctx, riga.ospiteId);
  return (riga.comunicazioni ?? []).filter(({ giuridica }) => tutte || giuridica !== true);
}

interface Scritte {
  /** on the form; undefined: it did not ask */
  readonly date: readonly Comunicazione[] | undefined;
  /** of a dimissione that was taken back */
  readonly tenute?: readonly Comunicazione[] | null | undefined;
  /** of the first of the family */
  readonly insieme: readonly Comunicazione[];
}

/**
 * What the column is to hold. `date`: written on the form, and then what who writes may not see is kept, or proposed the first time.
 * Without it (a short form, the others of a family) each is told to their own, on the day the same one was told of the first.
 * @returns undefined: as it is
 */
export function comunicazioniDi(
  ctx: Contesto,
  p: PermanenzaDelRegistro,
  riga: Ingresso,
  giorno: Giorno,
  { date, tenute, insieme }: Scritte,
): Comunicazione[] | undefined {
  const prime = p.dataDimissione === null;
  if (date) return [...date, ...nascoste(ctx, p, riga, giorno, prime)];
  if (!prime) return riga.comunicazioni?.map((una) => conData(una, insieme));
  // what was said before the new day was said of the other one
  const ancora = tenute?.map((una) => ({ ...una, fattaIl: una.fattaIl && una.fattaIl < giorno ? null : una.fattaIl }));
  const tutte = ancora ?? proposte(ctx, p, riga, giorno).map((una) => ({ ...una, fattaIl: null }));
  return tutte.map((una) => conData(una, insieme));
}

function nascoste(ctx: Contesto, p: PermanenzaDelRegistro, riga: Ingresso, giorno: Giorno, prime: boolean) {
  if (leggeGiuridica(ctx, p.ospiteId)) return [];
  const tutte = prime
    ? proposte(ctx, p, riga, giorno).map((una) => ({ ...una, fattaIl: null }))
    : (riga.comunicazioni ?? []);
  return tutte.filter(({ giuridica }) => giuridica === true);
}

/** A service that was told of one of the family was told of all. */
function conData(una: Comunicazione, insieme: readonly Comunicazione[]): Comunicazione {
  const fattaIl = una.fattaIl ?? insieme.find(({ a }) => a === una.a)?.fattaIl ?? null;
  return { ...una, fattaIl };
}

function proposte({ store }: Contesto, p: PermanenzaDelRegistro, riga: Ingresso, giorno: Giorno): Proposta[] {
  const misure = listMisure(store, p.personaId)
    .filter(({ dal, al }) => dal <= giorno && (al === null || al >= giorno))
    .map(({ autorita }) => autorita || 'Autorità giudiziaria');
  const minorile = TITOLI_GIUDIZIARI.has(riga.titoloAccoglienza ?? '') ? ['Autorità giudiziaria minorile'] : [];
  const altri = [p.servizioInviante, p.entePagante, riga.tutore].filter((a) => a !== null && a !== '');
  return [
    ...[...new Set(altri)].map((a) => ({ a: a ?? '', giuridica: false })),
    ...[...new Set([...misure, ...minorile])].map((a) => ({ a, giuridica: true })),
  ];
}

function leggeGiuridica(ctx: Contesto, ospiteId: string): boolean {
  return isLeggibile('comunicazioni', sezioniPer(ctx, ospiteId));
}
