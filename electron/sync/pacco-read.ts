import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { ErroreApprodo } from '../../domain/errore.ts';
import { verifyBytes } from './firma.ts';
import type { Sigillo } from './identita.ts';
import { FORMATO, type Manifesto, manifesto as manifestoSchema, sha256Hex } from './manifesto.ts';
import { MASSIMO_BYTES, MASSIMO_RIGHE, NOMI_TABELLE, type RighePacco, TABELLE, type TabellaPacco } from './righe.ts';
import { findIncoerenza } from './righe-controllo.ts';
import { unseal } from './sigillo.ts';

/** A parcel opened and verified: everything in it is what the signer signed. Who may speak for what is not decided here. */
export interface PaccoLetto {
  readonly manifesto: Manifesto;
  readonly righe: RighePacco;
  readonly impronta: string;
  readonly sha256: string;
}

/**
 * Opens a sealed parcel: unseal, unzip within limits, signature, recipient, hashes, counts, rows and how they hold
 * together. Nothing is believed before it is verified.
 * @param sigilli age identities of the central office with their recipients: that of now, and those of before it
 * @throws ErroreApprodo `pacco.danneggiato|non_per_noi|versione|firma|destinatario|contenuto`
 */
export async function readPacco(bytes: Uint8Array, sigilli: readonly Sigillo[]): Promise<PaccoLetto> {
  if (bytes.length > MASSIMO_BYTES) throw danneggiato();
  const contenuto = await unseal(bytes, ...sigilli.map(({ segreto }) => segreto));
  return readContenuto(
    contenuto,
    sigilli.map(({ pubblico }) => pubblico),
    sha256Hex(bytes),
  );
}

/** As `readPacco`, from the signed zip already unsealed. */
export function readContenuto(contenuto: Uint8Array, destinatari: readonly string[], sha256: string): PaccoLetto {
  const files = unzip(contenuto);
  const testo = files['manifesto.json'];
  const firma = files['firma'];
  if (!testo || !firma) throw danneggiato();
  const manifesto = parseManifesto(testo);
  if (!verifyBytes(manifesto.firmatario, 'pacco', testo, firma))
    throw new ErroreApprodo(
      'pacco.firma',
      'La firma del pacco non corrisponde al contenuto, perché qualcuno lo ha rifatto: non importarlo e avvisare la comunità.',
    );
  if (!destinatari.includes(manifesto.destinatario))
    throw new ErroreApprodo(
      'pacco.destinatario',
      'Il pacco è stato preparato per un altro ufficio e sigillato di nuovo: chiederlo alla comunità, per la nostra chiave.',
    );
  const righe = parseRighe(files, manifesto);
  const incoerenza = findIncoerenza(manifesto, righe);
  if (incoerenza) throw rigaSbagliata(incoerenza.tabella, incoerenza.riga);
  return { manifesto, righe, impronta: sha256Hex(testo), sha256 };
}

const VOCI = new Set(['manifesto.json', 'firma', ...NOMI_TABELLE.map((tabella) => `righe/${tabella}.ndjson`)]);

/**
 * Sizes are read from the directory before anything is inflated: a bomb is refused cold. An entry that this version does not
 * know is nobody's: it is not even inflated.
 */
function unzip(contenuto: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  let entries = 0;
  try {
    return unzipSync(contenuto, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        entries += 1;
        if (total > MASSIMO_BYTES || entries > 64) throw danneggiato();
        return VOCI.has(name);
      },
    });
  } catch (error) {
    throw error instanceof ErroreApprodo ? error : danneggiato(error);
  }
}

/** The version is looked at before the rest: a newer parcel may not look like ours at all. */
function parseManifesto(testo: Uint8Array): Manifesto {
  const json = parseJson(strFromU8(testo));
  const { formato } = z.object({ formato: z.number() }).catch({ formato: 0 }).parse(json);
  if (formato > FORMATO)
    throw new ErroreApprodo(
      'pacco.versione',
      'Il pacco è stato fatto da una versione più recente di Approdo: aggiornare il programma e importarlo di nuovo.',
    );
  const parsed = manifestoSchema.safeParse(json);
  if (!parsed.success) throw danneggiato(parsed.error);
  return parsed.data;
}

function parseRighe(files: Record<string, Uint8Array>, manifesto: Manifesto): RighePacco {
  const entries = NOMI_TABELLE.map((tabella) => {
    const bytes = files[`righe/${tabella}.ndjson`];
    if (!bytes || sha256Hex(bytes) !== manifesto.sha256[tabella])
      throw new ErroreApprodo(
        'pacco.contenuto',
        `Nel pacco la tabella ${tabella} non è quella firmata: farsi mandare di nuovo il file.`,
      );
    return [tabella, parseTabella(tabella, bytes, manifesto.conteggi[tabella] ?? -1)];
  });
  return Object.fromEntries(entries) as RighePacco;
}

/** A table is checked at once, by a schema made once: row by row, zod costs twice as much. */
const ELENCHI = new Map(NOMI_TABELLE.map((tabella) => [tabella, z.array(TABELLE[tabella] as z.ZodType)]));

function parseTabella(tabella: TabellaPacco, bytes: Uint8Array, attese: number): unknown[] {
  const linee = strFromU8(bytes).split('\n');
  linee.pop();
  if (linee.length !== attese || attese > MASSIMO_RIGHE) throw rigaSbagliata(tabella, linee.length);
  const parsed = ELENCHI.get(tabella)?.safeParse(linee.map(parseJson));
  if (!parsed?.success) throw rigaSbagliata(tabella, Number(parsed?.error.issues[0]?.path[0] ?? 0) + 1, parsed?.error);
  return parsed.data;
}

function parseJson(testo: string): unknown {
  try {
    return JSON.parse(testo);
  } catch (error) {
    throw danneggiato(error);
  }
}

function rigaSbagliata(tabella: string, riga: number, cause?: unknown): ErroreApprodo {
  return new ErroreApprodo(
    'pacco.contenuto',
    `Nel pacco la tabella ${tabella}, riga ${riga}, non è valida: avvisare la comunità, che deve riesportarlo.`,
    { cause },
  );
}

function danneggiato(cause?: unknown): ErroreApprodo {
  return new ErroreApprodo(
    'pacco.danneggiato',
    'Il file è incompleto o alterato, oppure non è un pacco di Approdo: farselo mandare di nuovo.',
    { cause },
  );
}
