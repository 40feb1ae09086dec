import { listVoci } from '../../db/reads/registro.ts';
import { listNomi } from '../../db/reads/scadenza.ts';
import { type Immagine, isVelata, unpackImmagini, type VoceRegistro } from '../../db/registro.ts';
import type { Comunicazione } from '../../db/schema/index.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import type { RawRow } from '../../db/table-access.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import { isVoceGiuridica, VOCI_REGOLA, VOCI_SCRITTE, type VoceScadenza } from '../../domain/scadenza-regola.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { regolaPredefinita } from '../lista/regole-scadenza.ts';
import { type Contesto, gesto } from './contesto.ts';
import { listeDi } from './lista.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { inizioMs } from './registro.ts';
import { isComunicazioneVista } from './scadenza.ts';
import { testoScadenza } from './scadenza-testo.ts';
import { type Lettore, lettoreDi } from './sezione.ts';
import { getStruttura } from './struttura.ts';

const AZIONE = 'adempimenti.register';
const GIORNI = 90;
/** More than these in ninety days no house marks by hand. */
const QUANTE = 1000;

/** What a marking wrote, as it still is. */
interface Fatta {
  readonly voce: VoceScadenza;
  readonly oggettoId: string;
  readonly ospiteId: string | null;
  readonly fattoIl: Giorno;
  readonly nota: string | null;
  /** of the comunicazioni: told to whom by this marking */
  readonly destinatari: readonly Comunicazione[];
  /** takes away what the marking wrote */
  readonly rimetti: (tx: Scrittura) => void;
}

/** The column that says that it was done, by table: as the log holds it, as a row read back does. */
const COLONNE = [
  { tabella: 'ingressi', colonna: 'data_relazione', campo: 'dataRelazione', voce: 'relazione_dimissione' },
  { tabella: 'incontri', colonna: 'relazione_data', campo: 'relazioneData', voce: 'relazione_incontro' },
  { tabella: 'violazioni', colonna: 'comunicata_il', campo: 'comunicataIl', voce: 'violazione' },
  { tabella: 'obiettivi', colonna: 'stato', campo: 'stato', voce: 'obiettivo' },
  { tabella: 'azioni', colonna: 'fatta_il', campo: 'fattaIl', voce: 'azione' },
  { tabella: 'promemoria', colonna: 'fatto_il', campo: 'fattoIl', voce: 'promemoria' },
] as const;

/** What was marked done in the last ninety days and still is, the last first. @throws ErroreApprodo `struttura.sconosciuta` */
export function listAdempimenti(ctx: Contesto, { struttura }: Parsed<'adempimenti.list'>): Output<'adempimenti.list'> {
  const { store } = ctx;
  const { codice } = getStruttura(store, struttura);
  const lettore = lettoreDi(ctx);
  const dette = new Set<string>();
  const dal = inizioMs(addGiorni(ctx.oggi(), -GIORNI));
  const trovate = listVoci(store, { azioni: [AZIONE], dalMs: dal }, QUANTE).flatMap((riga) => {
    const fatta = riga.struttura === codice ? fattaDa(store, riga) : undefined;
    if (!fatta || !isLeggibile(fatta, lettore)) return [];
    // marked, put back, marked again on the same day: the last says it
    const chiave = [fatta.voce, fatta.oggettoId, fatta.fattoIl, ...fatta.destinatari.map(({ a }) => a)].join(' ');
    if (dette.has(chiave)) return [];
    dette.add(chiave);
    return [{ riga, fatta }];
  });
  const nomi = listNomi(store, [...new Set(trovate.flatMap(({ fatta }) => fatta.ospiteId ?? []))]);
  return {
    righe: trovate.map(({ riga, fatta }) => {
      const { voce, ospiteId, fattoIl, nota } = fatta;
      const chi = ospiteId === null ? undefined : nomi.get(ospiteId);
      return {
        ...{ voceRegistro: riga.seq, voce, testo: testoDi(store, fatta, lettore), ospiteId },
        ...{ cognome: chi?.cognome ?? null, nome: chi?.nome ?? null, fattoIl, nota },
        ...{ autore: riga.utente, atMs: riga.atMs },
      };
    }),
  };
}

/**
 * What was marked done is to be done again, whoever marked it: only what the marking wrote goes back, and only while it is still so.
 * @throws ErroreApprodo `scadenza.rimessa`, `struttura.sconosciuta`, `mese.altrui`
 */
export function undoAdempimento(ctx: Contesto, input: Parsed<'adempimenti.undo'>): Output<'adempimenti.undo'> {
  assertRegistroProprio(ctx);
  const { store } = ctx;
  const { codice } = getStruttura(store, input.struttura);
  const riga = store.registro.find(input.voceRegistro);
  const fatta = riga?.azione === AZIONE && riga.struttura === codice ? fattaDa(store, riga) : undefined;
  if (!fatta || !isTutta(fatta, lettoreDi(ctx)))
    throw new ErroreApprodo(
      'scadenza.rimessa',
      'Questa scadenza è cambiata dopo essere stata segnata fatta: ricaricare la pagina e correggerla dove è scritta.',
    );
  const about = { struttura: codice, nota: `riga ${input.voceRegistro}`, ospiteId: fatta.ospiteId ?? undefined };
  return store.write(gesto(ctx, 'adempimenti.undo', about), (tx) => {
    fatta.rimetti(tx);
    return { id: fatta.oggettoId, voce: tx.voce, avvisi: [] };
  });
}

/** What a line of the log marked done; undefined: it is no longer so. */
function fattaDa(store: Store, riga: VoceRegistro): Fatta | undefined {
  const immagini = unpackImmagini(riga.righe).filter((una) => !isVelata(una));
  const accanto = adempimentoDi(store, immagini);
  const sue = immagini.filter(({ t }) => t !== 'adempimenti');
  if (sue.length === 0) return accanto;
  // the fact was written otherwise since: the note alone says nothing
  const fatto = sue.map((una) => fattoDi(store, una)).find((uno) => uno !== undefined);
  if (!fatto) return undefined;
  return {
    ...fatto,
    ospiteId: riga.ospiteId,
    fattoIl: accanto?.fattoIl ?? fatto.fattoIl,
    nota: accanto?.nota ?? null,
    rimetti: (tx) => {
      fatto.rimetti(tx);
      accanto?.rimetti(tx);
    },
  };
}

/** The note a marking left beside, where it did. */
function adempimentoDi(store: Store, immagini: readonly Immagine[]): Fatta | undefined {
  const nata = immagini.find(({ t, prima }) => t === 'adempimenti' && prima === null);
  const riga = nata && store.find('adempimenti', nata.id);
  if (!riga || riga.deletedAtMs !== null) return undefined;
  const voce = [...VOCI_REGOLA, ...VOCI_SCRITTE].find((una) => una === riga.regola);
  if (!voce) return undefined;
  const { oggettoId, ospiteId, fattoIl, nota } = riga;
  return {
    ...{ voce, oggettoId, ospiteId, fattoIl, nota, destinatari: [] },
    rimetti: (tx) => tx.remove('adempimenti', riga.id),
  };
}

/** The fact a marking wrote in its own row, while the row still says it. */
function fattoDi(store: Store, { t, id, prima, dopo }: Immagine): Fatta | undefined {
  const [da, a] = [colonneDi(prima), colonneDi(dopo)];
  if (!da || !a) return undefined;
  if (t === 'ingressi' && 'comunicazioni' in a) return comunicazioniDi(store, id, da, a);
  const sua = COLONNE.find(({ tabella, colonna }) => tabella === t && colonna in a);
  const ora: Readonly<Record<string, unknown>> | undefined = sua && store.find(sua.tabella, id);
  if (!sua || !ora || ora['deletedAtMs'] !== null || ora[sua.campo] !== a[sua.colonna]) return undefined;
  // its words took the note: they go back too, where nobody changed them since
  const parole = 'testo' in a && ora['testo'] === a['testo'] ? ['testo'] : [];
  const indietro = Object.fromEntries([sua.colonna, ...parole].map((colonna) => [colonna, da[colonna] ?? null]));
  return {
    ...{ voce: sua.voce, oggettoId: id, ospiteId: null, nota: null, destinatari: [] },
    fattoIl: String(a[sua.colonna]),
    rimetti: (tx) => tx.revert({ t, id, prima: indietro, dopo: null }),
  };
}

function comunicazioniDi(store: Store, id: string, da: RawRow, a: RawRow): Fatta | undefined {
  const prime = new Map(leggiComunicazioni(da).map((una) => [una.a, una.fattaIl]));
  const ora = store.find('ingressi', id)?.comunicazioni ?? [];
  const segnate = leggiComunicazioni(a).filter(
    (una) =>
      una.fattaIl !== null &&
      prime.get(una.a) === null &&
      ora.some((altra) => altra.a === una.a && altra.fattaIl === una.fattaIl),
  );
  const fattoIl = segnate[0]?.fattaIl;
  if (!fattoIl) return undefined;
  const nomi = new Set(segnate.map((una) => una.a));
  return {
    ...{ voce: 'comunicazioni_dimissione', oggettoId: id, ospiteId: null, fattoIl, nota: null, destinatari: segnate },
    rimetti: (tx) => {
      const attuali = tx.find('ingressi', id)?.comunicazioni ?? [];
      tx.update('ingressi', id, {
        comunicazioni: attuali.map((una) => (nomi.has(una.a) ? { ...una, fattaIl: null } : una)),
      });
    },
  };
}

function leggiComunicazioni(riga: RawRow): Comunicazione[] {
  const testo = riga['comunicazioni'];
  return typeof testo === 'string' ? (JSON.parse(testo) as Comunicazione[]) : [];
}

function colonneDi(immagine: Immagine['prima']): RawRow | undefined {
  return immagine === null || Array.isArray(immagine) ? undefined : (immagine as RawRow);
}

/** Whether who asks may know of it, or of some of it. */
function isLeggibile({ voce, ospiteId, destinatari }: Fatta, lettore: Lettore): boolean {
  if (destinatari.length > 0) return destinatari.some((una) => isComunicazioneVista(una, ospiteId ?? '', lettore));
  const sezioni = ospiteId === null ? lettore.comuni : lettore.di(ospiteId);
  return !isVoceGiuridica(voce) || sezioni.has('giuridica');
}

/** Whether who asks may know of all of it: what they do not see is not theirs to put back. */
function isTutta(fatta: Fatta, lettore: Lettore): boolean {
  const { destinatari, ospiteId } = fatta;
  return isLeggibile(fatta, lettore) && destinatari.every((una) => isComunicazioneVista(una, ospiteId ?? '', lettore));
}

/** What was to be done, in words; no name of a guest in it. */
function testoDi(store: Store, fatta: Fatta, lettore: Lettore): string {
  const { voce, oggettoId, ospiteId, destinatari } = fatta;
  const testo = (quale: Parameters<typeof testoScadenza>[0], detto = '') => testoScadenza(quale, detto, listeDi(store));
  switch (voce) {
    case 'comunicazioni_dimissione': {
      const viste = destinatari.filter((una) => isComunicazioneVista(una, ospiteId ?? '', lettore));
      return `Comunicare la dimissione a ${viste.map(({ a }) => a).join(', ')}`;
    }
    case 'relazione_incontro':
      return testo(voce, store.find('incontri', oggettoId)?.data);
    case 'prossima_visita':
      return testo(voce, store.find('visite', oggettoId)?.tipo);
    case 'udienza':
      return 'Udienza';
    case 'fine_misura':
      return 'Fine della misura';
    case 'fine_pena':
      return 'Fine pena';
    case 'documento':
    case 'documento_giuridico':
      return testo('documento', store.find('allegati', oggettoId)?.titolo);
    case 'obiettivo':
      return testo(voce, store.find('obiettivi', oggettoId)?.testo);
    case 'azione':
      return testo(voce, store.find('azioni', oggettoId)?.testo);
    case 'promemoria':
      return store.find('promemoria', oggettoId)?.testo ?? '';
    default:
      return regolaPredefinita(voce).etichetta;
  }
}
