import canonicalize from 'canonicalize';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import { ErroreApprodo } from '../../domain/errore.ts';
import { isMese } from '../../domain/giorno.ts';
import { signBytes, verifyBytes } from './firma.ts';
import type { Identita } from './identita.ts';
import { sha256Hex } from './manifesto.ts';
import { type PaccoLetto, readContenuto } from './pacco-read.ts';
import { seal, unseal } from './sigillo.ts';

const FORMATO = 1;
/** Ten years of a community of three strutture are far below. */
const MASSIMO_BYTES = 512 * 1024 * 1024;
const MASSIMO_PACCHI = 20_000;
const ZIP_MTIME = new Date(1980, 0, 1);

const hex64 = z.string().regex(/^[0-9a-f]{64}$/);

/** One parcel as the central office received it. */
const anello = z.object({
  struttura: z.string().min(1).max(40),
  mese: z.string().refine(isMese),
  revisione: z.number().int().min(1),
  numero: z.number().int().min(1),
  impronta: hex64,
  precedente: hex64.nullable(),
  firmatario: hex64,
  sha256: hex64,
  nomeFile: z.string().min(1).max(260),
  /** the instant the parcel says of itself */
  createdAtMs: z.number().int(),
  conteggi: z.record(z.string(), z.number().int()),
  /** its content counts today: it is in the file, unsealed, to be read again by who made it */
  inVigore: z.boolean(),
  /** hex SHA-256 of the signed zip; null when it does not count */
  sha256Contenuto: hex64.nullable(),
});
export type Anello = z.output<typeof anello>;

const manifesto = z.object({
  formato: z.literal(FORMATO),
  versioneApp: z.string(),
  /** name of the community, as the central office knows it */
  nome: z.string().max(500),
  strutture: z.array(z.string().min(1).max(40)).min(1).max(500),
  /** age recipient the file was made for, and those of the central office the parcels inside were sealed for */
  destinatario: z.string(),
  sigilliCentrale: z.array(z.string()).min(1).max(100),
  /** hex Ed25519 public key of the central office */
  firmatario: hex64,
  createdAtMs: z.number().int(),
  pacchi: z.array(anello).max(MASSIMO_PACCHI),
});
export type ManifestoRicostruzione = z.output<typeof manifesto>;

/** A parcel with its sealed bytes and, where it counts, the signed zip inside. */
export interface PaccoConservato {
  readonly anello: Omit<Anello, 'sha256Contenuto'>;
  readonly sigillato: Uint8Array;
  readonly contenuto: Uint8Array | null;
}

export interface RicostruzioneLetta {
  readonly manifesto: ManifestoRicostruzione;
  /** the parcels whose content counts, signatures verified */
  readonly pacchi: readonly PaccoLetto[];
  /** sealed bytes by impronta */
  readonly sigillati: ReadonlyMap<string, Uint8Array>;
}

type Intestazione = Omit<ManifestoRicostruzione, 'formato' | 'firmatario' | 'sigilliCentrale' | 'pacchi'>;

/** Signs, then seals for the community's key (electron/sync/README.md, «The reconstruction»). */
export async function writeRicostruzione(
  intestazione: Intestazione,
  pacchi: readonly PaccoConservato[],
  identita: Identita,
): Promise<Uint8Array> {
  const said: ManifestoRicostruzione = {
    ...intestazione,
    formato: FORMATO,
    firmatario: identita.firmaPubblica,
    sigilliCentrale: [identita.sigilloPubblico],
    pacchi: pacchi.map(({ anello: uno, contenuto }) => ({
      ...uno,
      sha256Contenuto: contenuto && sha256Hex(contenuto),
    })),
  };
  const testo = new TextEncoder().encode(canonicalize(said) ?? '');
  const entries: Record<string, Uint8Array> = {
    'ricostruzione.json': testo,
    firma: signBytes(identita.firma, 'ricostruzione', testo),
  };
  for (const { anello: uno, sigillato, contenuto } of pacchi) {
    entries[`pacchi/${uno.impronta}.approdo`] = sigillato;
    if (contenuto) entries[`contenuti/${uno.impronta}.zip`] = contenuto;
  }
  // parcels are compressed already
  return seal(zipSync(entries, { level: 0, mtime: ZIP_MTIME }), intestazione.destinatario);
}

/**
 * Opens it: unseal, unzip within limits, the central office's signature, every hash, and of each parcel that counts the
 * signature of the community that made it. Nothing is believed before.
 * @param centrale hex Ed25519 key of the central office known here
 * @throws ErroreApprodo `ricostruzione.danneggiata|firma|versione`, `pacco.*`
 */
export async function readRicostruzione(
  bytes: Uint8Array,
  { sigillo, sigilloPubblico }: Identita,
  centrale: string,
): Promise<RicostruzioneLetta> {
  const files = unzip(await unsealFile(bytes, sigillo));
  const testo = files['ricostruzione.json'];
  const firma = files['firma'];
  if (!testo || !firma) throw danneggiata();
  if (!verifyBytes(centrale, 'ricostruzione', testo, firma))
    throw new ErroreApprodo(
      'ricostruzione.firma',
      'Il file non è firmato dall’Accoglienza registrata qui: registrare la sua chiave, oppure farselo mandare di nuovo.',
    );
  const said = parseManifesto(testo);
  if (said.destinatario !== sigilloPubblico || said.firmatario !== centrale) throw danneggiata();
  const sigillati = new Map(said.pacchi.map((uno) => [uno.impronta, assertHash(files, 'pacchi', uno)]));
  const pacchi = said.pacchi.flatMap((uno) => (uno.inVigore ? [readInVigore(files, uno, said)] : []));
  return { manifesto: said, pacchi, sigillati };
}

function readInVigore(files: Files, uno: Anello, { sigilliCentrale }: ManifestoRicostruzione): PaccoLetto {
  const letto = readContenuto(assertHash(files, 'contenuti', uno), sigilliCentrale[0] ?? '', uno.sha256);
  const { struttura, mese, revisione, numero } = letto.manifesto;
  const uguale = struttura === uno.struttura && mese === uno.mese && revisione === uno.revisione;
  if (letto.impronta !== uno.impronta || numero !== uno.numero || !uguale) throw danneggiata();
  return letto;
}

type Files = Readonly<Record<string, Uint8Array>>;

function assertHash(files: Files, cartella: 'pacchi' | 'contenuti', uno: Anello): Uint8Array {
  const bytes = files[`${cartella}/${uno.impronta}.${cartella === 'pacchi' ? 'approdo' : 'zip'}`];
  const atteso = cartella === 'pacchi' ? uno.sha256 : uno.sha256Contenuto;
  if (!bytes || sha256Hex(bytes) !== atteso) throw danneggiata();
  return bytes;
}

async function unsealFile(bytes: Uint8Array, sigillo: string): Promise<Uint8Array> {
  try {
    return await unseal(bytes, sigillo);
  } catch (error) {
    if (error instanceof ErroreApprodo && error.codice === 'pacco.non_per_noi')
      throw new ErroreApprodo(
        'ricostruzione.non_per_noi',
        'Il file è sigillato per un’altra chiave: dare all’Accoglienza la chiave di questo computer e farselo rifare.',
        { cause: error },
      );
    throw danneggiata(error);
  }
}

function unzip(bytes: Uint8Array): Files {
  let total = 0;
  let entries = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        entries += 1;
        if (total > MASSIMO_BYTES || entries > 2 * MASSIMO_PACCHI + 2) throw danneggiata();
        return /^(?:ricostruzione\.json|firma|pacchi\/[0-9a-f]{64}\.approdo|contenuti\/[0-9a-f]{64}\.zip)$/.test(name);
      },
    });
  } catch (error) {
    throw error instanceof ErroreApprodo ? error : danneggiata(error);
  }
}

function parseManifesto(testo: Uint8Array): ManifestoRicostruzione {
  let json: unknown;
  try {
    json = JSON.parse(strFromU8(testo));
  } catch (error) {
    throw danneggiata(error);
  }
  const { formato } = z.object({ formato: z.number() }).catch({ formato: 0 }).parse(json);
  if (formato > FORMATO)
    throw new ErroreApprodo(
      'ricostruzione.versione',
      'Il file è stato fatto da una versione più recente di Approdo: aggiornare il programma e riprovare.',
    );
  const parsed = manifesto.safeParse(json);
  if (!parsed.success) throw danneggiata(parsed.error);
  return parsed.data;
}

function danneggiata(cause?: unknown): ErroreApprodo {
  return new ErroreApprodo(
    'ricostruzione.danneggiata',
    'Il file è incompleto o alterato, oppure non è una ricostruzione di Approdo: farselo mandare di nuovo.',
    { cause },
  );
}
