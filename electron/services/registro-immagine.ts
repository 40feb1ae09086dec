import { type Immagine, velata } from '../../db/registro.ts';
import type { SezioneRelazione } from '../../db/schema/relazione.ts';
import type { Tabella } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import type { RawRow } from '../../db/table-access.ts';
import { giornoDelMese, type Mese } from '../../domain/giorno.ts';
import { nomeScritto } from '../../domain/persona.ts';
import { sezioneDelTipo } from '../../domain/relazione.ts';
import { isVoceGiuridica } from '../../domain/scadenza-regola.ts';
import type { Output } from '../contract/index.ts';
import type { Sezione } from '../contract/sezione.ts';
import { isTipoLeggibile } from './allegato.ts';
import { COLONNE_ALLEGATO, COLONNE_IDENTITA } from './anonimo.ts';
import type { Contesto } from './contesto.ts';
import { isSua } from './riservatezza.ts';
import { isLeggibile, type Sezioni } from './sezione.ts';

export type Cambio = Omit<Output<'registro.get'>['cambi'][number], 'numero'>;
type Campo = Cambio['campi'][number];

/** Columns that say how a row is kept, not what it says. */
const TECNICHE: ReadonlySet<string> = new Set([
  ...['id', 'created_at_ms', 'updated_at_ms', 'dispositivo', 'voce', 'versione', 'deleted_at_ms'],
  ...['persona_id', 'chiave_nome', 'ospite_id', 'ingresso_id', 'genitore_id', 'foto_id', 'sha256'],
  ...['misura_id', 'progetto_id', 'obiettivo_id', 'autore_id'],
]);
const SI_NO: ReadonlySet<string> = new Set([
  'accompagnamento',
  'attivo',
  'presente',
  'pagata',
  'occupa_posto',
  'importante',
  'identita_da_confermare',
  'nascita_presunta',
]);

/** Tables whose rows name their guest, their stay, or what is of a stay. */
const DELL_OSPITE = [
  ...(['ingressi', 'visite', 'misure', 'udienze', 'violazioni', 'oscuramenti', 'note_riservate', 'contatti'] as const),
  ...(['avvertenze', 'allegati', 'diario', 'adempimenti', 'promemoria', 'copie_consegnate'] as const),
] as const;
const DELLA_PERMANENZA = ['assegnazioni', 'presenze', 'assenze', 'alloggi', 'progetti', 'relazioni'] as const;
const DEL_PROGETTO = ['obiettivi', 'verifiche_progetto'] as const;
const DELL_OBIETTIVO = ['azioni', 'evidenze'] as const;

function isUna<T extends string>(tabelle: readonly T[], t: string): t is T {
  return (tabelle as readonly string[]).includes(t);
}

/** The guest a row is of, where it is of one. */
export function ospiteDellaRiga(store: Store, { t, id }: Pick<Immagine, 't' | 'id'>): string | undefined {
  if (t === 'ospiti') return id;
  if (isUna(DELL_OSPITE, t)) return store.find(t, id)?.ospiteId ?? undefined;
  const ingressoId = permanenzaDellaRiga(store, t, id);
  return ingressoId === undefined ? undefined : store.find('ingressi', ingressoId)?.ospiteId;
}

/** The stay a row is of, by whatever it belongs to. */
function permanenzaDellaRiga(store: Store, t: string, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  if (isUna(DELLA_PERMANENZA, t)) return store.find(t, id)?.ingressoId;
  if (isUna(DEL_PROGETTO, t)) return permanenzaDellaRiga(store, 'progetti', store.find(t, id)?.progettoId);
  if (isUna(DELL_OBIETTIVO, t)) return permanenzaDellaRiga(store, 'obiettivi', store.find(t, id)?.obiettivoId);
  return undefined;
}

/** Whether a row says something of the measures of the judicial authority. */
function isGiuridica(store: Store, { t, id }: Pick<Immagine, 't' | 'id'>): boolean {
  if (t === 'misure' || t === 'udienze' || t === 'violazioni') return true;
  if (t === 'relazioni') return store.find(t, id)?.tipo === 'art94ter';
  if (t === 'allegati') return store.find(t, id)?.tipo === 'giuridico';
  return t === 'adempimenti' && isVoceGiuridica(store.find(t, id)?.regola ?? '');
}

/**
 * An image as who asks may read it: without the columns of the sections they do not, undefined where nothing is left. What a
 * protected row was is judged by who reads it today, not by who did then.
 */
export function immagineVista(
  { store, utente }: Contesto,
  immagine: Immagine,
  sezioniDi: (ospiteId: string) => Sezioni,
): Immagine | undefined {
  const ospiteId = ospiteDellaRiga(store, immagine);
  if (ospiteId === undefined) return immagine;
  const sezioni = sezioniDi(ospiteId);
  if (isGiuridica(store, immagine)) return sezioni.has('giuridica') ? immagine : undefined;
  if (immagine.t === 'relazioni') return relazioneVista(store, immagine, sezioni);
  if (immagine.t === 'note_riservate') {
    const nota = store.find('note_riservate', immagine.id);
    return nota && sezioni.has('note') && isSua(nota, utente.ruolo) ? immagine : undefined;
  }
  if (immagine.t === 'oscuramenti') {
    const riga = store.find('oscuramenti', immagine.id);
    return riga && sezioni.has(riga.sezione as Sezione) ? immagine : undefined;
  }
  if (immagine.t === 'allegati') return allegatoVisto({ store }, immagine, ospiteId, sezioni);
  if (immagine.t === 'ospiti') return isAnonimo(store, ospiteId) ? velata(immagine, COLONNE_IDENTITA) : immagine;
  return immagine.t === 'ingressi' ? senzaColonne(immagine, sezioni) : immagine;
}

/** A document as its page shows it: by its kind, and without the words that say whose it is once the guest is a code. */
function allegatoVisto(
  { store }: Pick<Contesto, 'store'>,
  immagine: Immagine,
  ospiteId: string,
  sezioni: Sezioni,
): Immagine | undefined {
  const riga = store.find('allegati', immagine.id);
  if (!riga || !isTipoLeggibile(riga.tipo, sezioni)) return undefined;
  return isAnonimo(store, ospiteId) ? velata(immagine, COLONNE_ALLEGATO) : immagine;
}

/** Whether the guest is a code today: what the log wrote of them before is not shown either. */
function isAnonimo(store: Store, ospiteId: string): boolean {
  return store.find('ospiti', ospiteId)?.tipoIdentificativo === 'ANON';
}

/** Of a report, the sections that may be read, as one text; nothing where what was written is all in the others. */
function relazioneVista(store: Store, immagine: Immagine, sezioni: Sezioni): Immagine | undefined {
  const riservata = sezioneDelTipo(store.find('relazioni', immagine.id)?.tipo ?? '');
  if (riservata !== null && !sezioni.has(riservata)) return undefined;
  const mostra = (riga: Immagine['prima']) => {
    if (riga === null || Array.isArray(riga) || typeof (riga as RawRow)['sezioni'] !== 'string') return riga;
    const tutte = JSON.parse(String((riga as RawRow)['sezioni'])) as SezioneRelazione[];
    const lette = tutte.filter((una) => !una.riservata || sezioni.has(una.riservata as Sezione));
    return { ...riga, sezioni: lette.map(({ titolo, testo }) => `${titolo}: ${testo}`).join('\n') } as RawRow;
  };
  const prima = mostra(immagine.prima);
  const dopo = mostra(immagine.dopo);
  if (prima === null || dopo === null || (prima as RawRow)['sezioni'] !== (dopo as RawRow)['sezioni'])
    return { ...immagine, prima, dopo };
  const { sezioni: _mai, ...resto } = dopo as RawRow;
  const altre = Object.keys(resto).some((colonna) => !TECNICHE.has(colonna) || colonna === 'deleted_at_ms');
  return altre ? { ...immagine, prima, dopo: resto } : undefined;
}

/** Of a stay, only the columns that may be read; nothing at all where it had only others. */
function senzaColonne(immagine: Immagine, sezioni: Sezioni): Immagine | undefined {
  const leggibile = (colonna: string) => isLeggibile(toCampo(colonna), sezioni);
  const tieni = (riga: Immagine['prima']) =>
    riga === null || Array.isArray(riga)
      ? riga
      : Object.fromEntries(Object.entries(riga as RawRow).filter(([colonna]) => leggibile(colonna)));
  const dopo = tieni(immagine.dopo);
  const prima = tieni(immagine.prima);
  const vista = { ...immagine, prima, dopo };
  if (immagine.prima === null) return vista;
  const scritte = Object.keys(dopo ?? {}).filter((colonna) => !TECNICHE.has(colonna) || colonna === 'deleted_at_ms');
  return scritte.length > 0 ? vista : undefined;
}

/** One image in the words of the store's fields, for the window to label: what was there, what is there. */
export function describeImmagine(store: Store, immagine: Immagine, nomeDi: (ospiteId: string) => string): Cambio {
  const { t, prima, dopo } = immagine;
  if (Array.isArray(prima) || Array.isArray(dopo)) {
    const nomi = (ids: Immagine['prima']) => (Array.isArray(ids) ? ids.map(nomeDi).join(', ') || null : null);
    return {
      cosa: t,
      tipo: 'cambiato',
      di: null,
      campi: [{ campo: 'partecipanti', prima: nomi(prima), dopo: nomi(dopo) }],
    };
  }
  const [vecchia, nuova] = [(prima ?? {}) as RawRow, (dopo ?? {}) as RawRow];
  const ospiteId = ospiteDellaRiga(store, immagine);
  const di = ospiteId === undefined ? nomeRiga(store, immagine) : nomeDi(ospiteId);
  const campi =
    t === 'presenze' ? giorniCambiati(store, immagine.id, vecchia, nuova) : colonneCambiate(store, vecchia, nuova);
  return { cosa: t, tipo: tipoCambio(prima, vecchia, nuova), di, campi };
}

function tipoCambio(prima: Immagine['prima'], vecchia: RawRow, nuova: RawRow): Cambio['tipo'] {
  if (prima === null) return 'nuovo';
  if ('deleted_at_ms' in nuova && nuova['deleted_at_ms'] !== null) return 'tolto';
  return 'deleted_at_ms' in nuova && vecchia['deleted_at_ms'] != null ? 'ripreso' : 'cambiato';
}

function colonneCambiate(store: Store, vecchia: RawRow, nuova: RawRow): Campo[] {
  return Object.keys(nuova)
    .filter((colonna) => !TECNICHE.has(colonna))
    .map((colonna) => ({
      campo: toCampo(colonna).replace(/Id$/, ''),
      prima: inTesto(store, colonna, vecchia[colonna]),
      dopo: inTesto(store, colonna, nuova[colonna]),
    }));
}

/** The days of a month that changed, runs of the same change together: `2025-03-01..2025-03-14`. */
function giorniCambiati(store: Store, presenzeId: string, vecchia: RawRow, nuova: RawRow): Campo[] {
  const mese = store.find('presenze', presenzeId)?.mese as Mese | undefined;
  if (mese === undefined || typeof nuova['codici'] !== 'string') return [];
  const a = typeof vecchia['codici'] === 'string' ? vecchia['codici'] : '.'.repeat(31);
  const campi: Campo[] = [];
  let fine = -2;
  for (const [indice, codice] of [...nuova['codici']].entries()) {
    const prima = a.charAt(indice);
    if (codice === prima) continue;
    const giorno = giornoDelMese(mese, indice + 1);
    const ultimo = campi.at(-1);
    if (ultimo && fine === indice - 1 && ultimo.prima === lettera(prima) && ultimo.dopo === lettera(codice))
      campi[campi.length - 1] = { ...ultimo, campo: `${ultimo.campo.split('..')[0]}..${giorno}` };
    else campi.push({ campo: giorno, prima: lettera(prima), dopo: lettera(codice) });
    fine = indice;
  }
  return campi;
}

function lettera(codice: string): string | null {
  return codice === '.' ? null : codice;
}

/** `data_ingresso` → `dataIngresso`: the name the rest of the house uses. */
function toCampo(colonna: string): string {
  return colonna.replaceAll(/_([a-z0-9])/g, (_tutto, lettera: string) => lettera.toUpperCase());
}

function inTesto(store: Store, colonna: string, valore: RawRow[string] | undefined): string | null {
  if (valore === null || valore === undefined || Buffer.isBuffer(valore)) return null;
  if (SI_NO.has(colonna)) return valore === 1 ? 'si' : 'no';
  const testo = String(valore);
  if (colonna === 'struttura_id') return store.find('strutture', testo)?.nome ?? testo;
  if (colonna === 'modulo_id') return store.find('moduli', testo)?.nome ?? testo;
  if (!testo.startsWith('[')) return testo;
  try {
    const lista: unknown = JSON.parse(testo);
    return Array.isArray(lista) ? lista.map(elementoInTesto).join('|') : testo;
  } catch {
    return testo;
  }
}

/** A value of a list: a word, or an object of a few (somebody to be told, and when it was done). */
function elementoInTesto(valore: unknown): string {
  if (typeof valore !== 'object' || valore === null) return String(valore);
  return Object.values(valore)
    .filter((parte) => typeof parte === 'string')
    .join(' ');
}

/** What a row that is of no guest is called. */
function nomeRiga(store: Store, { t, id }: Immagine): string | null {
  if (t === 'strutture' || t === 'moduli' || t === 'accounts') return store.find(t, id)?.nome ?? null;
  if (t === 'incontri' || t === 'attivita') return store.find(t, id)?.data ?? null;
  return t === 'impostazioni' || t === ('codici' satisfies Tabella) ? id : null;
}

/** The name as the log writes it; a stay leads to its guest. */
export function nomeOspite(store: Store, ospiteId: string): string {
  const ospite = store.find('ospiti', ospiteId);
  return ospite ? nomeScritto(ospite) : '';
}
