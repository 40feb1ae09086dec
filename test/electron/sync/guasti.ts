import canonicalize from 'canonicalize';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { signBytes } from '../../../electron/sync/firma.ts';
import type { Identita } from '../../../electron/sync/identita.ts';
import { sha256Hex } from '../../../electron/sync/manifesto.ts';
import { type Intestazione, packContenuto } from '../../../electron/sync/pacco-write.ts';
import type { RighePacco } from '../../../electron/sync/righe.ts';
import { seal } from '../../../electron/sync/sigillo.ts';

type Manifesto = Record<string, unknown>;

/** What is done to a good parcel before it is signed, zipped and sealed again. */
export interface Guasto {
  readonly manifesto?: (manifesto: Manifesto) => Manifesto;
  /** the text of a table; its hash and count are made to agree unless `bugia` */
  readonly tabella?: { readonly nome: string; readonly testo: string };
  readonly bugia?: 'conteggi' | 'sha256';
  /** who signs, when it is not the sender */
  readonly firma?: string;
  readonly zip?: (files: Zippable) => Zippable;
  /** the bytes of the zip */
  readonly bytes?: (zip: Uint8Array) => Uint8Array;
  /** for whom it is sealed, when it is not the recipient */
  readonly per?: string;
}

/** A parcel as a stranger, a fault or a newer program would have made it. */
export async function paccoGuasto(
  intestazione: Intestazione,
  righe: RighePacco,
  identita: Identita,
  guasto: Guasto,
): Promise<Uint8Array<ArrayBuffer>> {
  const files: Record<string, Uint8Array> = unzipSync(packContenuto(intestazione, righe, identita).bytes);
  let manifesto = JSON.parse(Buffer.from(files['manifesto.json'] ?? []).toString('utf8')) as Manifesto & {
    conteggi: Record<string, number>;
    sha256: Record<string, string>;
  };
  if (guasto.tabella) {
    const { nome, testo } = guasto.tabella;
    const bytes = strToU8(testo);
    files[`righe/${nome}.ndjson`] = bytes;
    if (guasto.bugia !== 'conteggi') manifesto.conteggi[nome] = testo.split('\n').length - 1;
    if (guasto.bugia !== 'sha256') manifesto.sha256[nome] = sha256Hex(bytes);
  }
  if (guasto.manifesto) manifesto = guasto.manifesto(manifesto) as typeof manifesto;
  const bytes = strToU8(canonicalize(manifesto) ?? '');
  files['manifesto.json'] = bytes;
  files['firma'] = signBytes(guasto.firma ?? identita.firma, 'pacco', bytes);
  const zip = zipSync(guasto.zip ? guasto.zip(files) : files, { level: 1 });
  return new Uint8Array(await seal(guasto.bytes ? guasto.bytes(zip) : zip, guasto.per ?? intestazione.destinatario));
}
