import type { Tabella, TabellaPartecipanti } from '../../db/scrittura.ts';
import { normalizeCodiceFiscale } from '../../domain/codice-fiscale.ts';
import type { Mese } from '../../domain/giorno.ts';
import { chiaveNome } from '../../domain/persona.ts';
import type { PaccoLetto } from './pacco-read.ts';
import { toccaMese } from './piano-confronto.ts';
import type { Valori } from './piano-unione.ts';
import type { RigaPacco, TabellaPacco } from './righe.ts';

/** A row of the community's register, with the parcel it is as of. */
export interface RigaRicomposta {
  readonly t: Tabella;
  readonly id: string;
  readonly valori: Valori;
  /** who took part, of incontri and attività */
  readonly partecipanti?: { readonly t: TabellaPartecipanti; readonly ospiti: readonly string[] };
  /** impronta */
  readonly fonte: string;
}

/** The register a community had, as far as its parcels in force tell it, and the months they close. */
export interface Ricomposto {
  /** parents before children */
  readonly righe: readonly RigaRicomposta[];
  /** stays that some parcel holds and a newer one, of a month they touch, does not */
  readonly tolte: readonly { readonly id: string; readonly fonte: string }[];
  readonly mesi: readonly {
    readonly strutturaId: string;
    readonly mese: Mese;
    readonly revisione: number;
    readonly mancanti: number;
    readonly chiusoAtMs: number;
    readonly fonte: string;
  }[];
}

/**
 * Puts the parcels in force of one community back together, with the ids they had there: the rule is the one the central
 * office follows (electron/sync/README.md), said backwards. A month's facts are those of its parcel; a shared row is as the
 * newest parcel that holds it; a stay lives unless a newer one, of a month it touches, is without it.
 */
export function ricomponi(pacchi: readonly PaccoLetto[]): Ricomposto {
  const recenti = pacchi.toSorted((a, b) => b.manifesto.numero - a.manifesto.numero);
  const perStruttura = [...Map.groupBy(recenti, (pacco) => pacco.manifesto.struttura).values()];
  const stays = perStruttura.map((suoi) =>
    ultimeDi(suoi, 'ingressi').map((una) => ({ ...una, viva: isViva(una, suoi) })),
  );
  const vive = stays.flatMap((di) => di.filter(({ viva }) => viva));
  const idsVive = new Set(vive.map(({ riga }) => riga.id));
  const fatti = perStruttura.flatMap((suoi) => ricomponiFatti(suoi, idsVive));
  const noti = new Set([
    ...vive.flatMap(({ riga }) => [riga.ospiteId, ...(riga.genitoreId === null ? [] : [riga.genitoreId])]),
    ...fatti.flatMap(({ valori, partecipanti }) => [valori['ospiteId'], ...(partecipanti?.ospiti ?? [])]),
  ]);
  return {
    righe: [
      ...perStruttura.flatMap(ricomponiConfigurazione),
      ...ricomponiOspiti(pacchi, noti),
      ...vive.map(({ riga, pacco }) => rigaDi('ingressi', { ...riga, strutturaId: strutturaDi(pacco) }, pacco)),
      ...vive.flatMap(({ riga, pacco }) =>
        pacco.righe.assegnazioni
          .filter((una) => una.ingressoId === riga.id)
          .map((una) => rigaDi('assegnazioni', una, pacco)),
      ),
      ...fatti,
    ],
    tolte: stays.flatMap((di) =>
      di.flatMap(({ riga, pacco, viva }) => (viva ? [] : [{ id: riga.id, fonte: pacco.impronta }])),
    ),
    mesi: pacchi.map((pacco) => ({
      ...{ strutturaId: strutturaDi(pacco), mese: pacco.manifesto.mese, revisione: pacco.manifesto.revisione },
      ...{ mancanti: pacco.manifesto.mancanti, chiusoAtMs: pacco.manifesto.createdAtMs, fonte: pacco.impronta },
    })),
  };
}

interface Ultima<T extends TabellaPacco> {
  readonly riga: RigaPacco<T>;
  readonly pacco: PaccoLetto;
}

/** Each row once, from the first parcel that holds it. */
function ultimeDi<T extends TabellaPacco>(recenti: readonly PaccoLetto[], t: T): Ultima<T>[] {
  const prime = new Map<string, Ultima<T>>();
  for (const pacco of recenti)
    for (const riga of pacco.righe[t] as RigaPacco<T>[]) if (!prime.has(riga.id)) prime.set(riga.id, { riga, pacco });
  return [...prime.values()];
}

function isViva({ riga, pacco }: Ultima<'ingressi'>, suoi: readonly PaccoLetto[]): boolean {
  const { numero } = pacco.manifesto;
  return !suoi.some(({ manifesto: m }) => m.numero > numero && toccaMese(riga, m.mese));
}

function ricomponiConfigurazione(recenti: readonly PaccoLetto[]): RigaRicomposta[] {
  const [ultimo] = recenti;
  if (!ultimo) return [];
  const strutturaId = strutturaDi(ultimo);
  const moduli = ultimeDi(recenti, 'moduli');
  return [
    ...ultimo.righe.strutture.map((riga) => rigaDi('strutture', riga, ultimo)),
    ...moduli.map(({ riga, pacco }) => rigaDi('moduli', { ...riga, strutturaId }, pacco)),
    ...moduli.flatMap(({ riga, pacco }) =>
      pacco.righe.posti.filter((posto) => posto.moduloId === riga.id).map((posto) => rigaDi('posti', posto, pacco)),
    ),
  ];
}

/** One device sends an ospite from several strutture: the order is that of the instants the parcels say of themselves. */
function ricomponiOspiti(pacchi: readonly PaccoLetto[], noti: ReadonlySet<unknown>): RigaRicomposta[] {
  const recenti = pacchi.toSorted((a, b) => b.manifesto.createdAtMs - a.manifesto.createdAtMs);
  const ospiti = ultimeDi(recenti, 'ospiti').filter(({ riga }) => noti.has(riga.id));
  return [
    ...ospiti.map(({ riga, pacco }) => {
      const codiceFiscale = riga.codiceFiscale === null ? null : normalizeCodiceFiscale(riga.codiceFiscale);
      return rigaDi(
        'ospiti',
        {
          ...riga,
          nascitaPresunta: riga.nascitaPresunta ?? false,
          codiceFiscale,
          chiaveNome: chiaveNome(riga.cognome, riga.nome),
        },
        pacco,
      );
    }),
    ...ospiti.flatMap(({ riga, pacco }) =>
      pacco.righe.misure
        .filter((misura) => misura.ospiteId === riga.id)
        .map((misura) => rigaDi('misure', misura, pacco)),
    ),
  ];
}

function ricomponiFatti(recenti: readonly PaccoLetto[], vive: ReadonlySet<string>): RigaRicomposta[] {
  const conPartecipanti = (t: TabellaPartecipanti) =>
    ultimeDi(recenti, t).map(({ riga: { ospiti, ...riga }, pacco }) => ({
      ...rigaDi(t, { ...riga, strutturaId: strutturaDi(pacco) }, pacco),
      partecipanti: { t, ospiti },
    }));
  return [
    ...recenti.flatMap((pacco) =>
      pacco.righe.presenze
        .filter((riga) => vive.has(riga.ingressoId))
        .map((riga) => rigaDi('presenze', { ...riga, mese: pacco.manifesto.mese }, pacco)),
    ),
    ...ultimeDi(recenti, 'visite').map(({ riga, pacco }) =>
      rigaDi('visite', { ...riga, strutturaId: strutturaDi(pacco) }, pacco),
    ),
    ...conPartecipanti('incontri'),
    ...conPartecipanti('attivita'),
  ];
}

function rigaDi(t: Tabella, riga: Valori & { readonly id: string }, { impronta }: PaccoLetto): RigaRicomposta {
  const { id, ...valori } = riga;
  return { t, id, valori, fonte: impronta };
}

function strutturaDi({ righe }: PaccoLetto): string {
  const id = righe.strutture[0]?.id;
  if (id === undefined) throw new Error('a parcel always holds its struttura');
  return id;
}
