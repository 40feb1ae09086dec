import type { IncomingMessage } from 'node:http';
import { decode } from '../contract/wire.ts';
import type { Rifiuto } from './guardia.ts';

/** 64 MB: a year of workbooks in one gesture, in base64. */
export const LIMITE_CORPO = 64 * 1024 * 1024;

/**
 * Reads a JSON body, counting as it comes. A slow sender is cut by the server's own request timeout.
 * @returns the decoded value, or why not.
 */
export async function readCorpo(request: IncomingMessage, limite: number): Promise<{ valore: unknown } | Rifiuto> {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) return { stato: 415, motivo: 'content-type' };
  if (Number(request.headers['content-length'] ?? 0) > limite) return { stato: 413, motivo: 'corpo' };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limite) return { stato: 413, motivo: 'corpo' };
    chunks.push(chunk);
  }
  try {
    return { valore: decode(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { stato: 400, motivo: 'json' };
  }
}
