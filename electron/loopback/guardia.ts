import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** A refusal of the HTTP door, with its status. */
export interface Rifiuto {
  readonly stato: number;
  readonly motivo: string;
}

/**
 * Whether a request may come in at all. `Host` must be this very address (a name that was made to point at 127.0.0.1,
 * DNS rebinding, is not it); a page of another origin is turned away by its `Origin` and `Sec-Fetch-Site`.
 * @param porta the port the server listens on
 */
export function refuseOrigin(request: IncomingMessage, porta: number): Rifiuto | null {
  const here = `127.0.0.1:${porta}`;
  // a header given twice is read by some as the first, by others as the last: here it must be said once, or always the same
  const given = (name: string) => request.headersDistinct[name] ?? [];
  const hosts = given('host');
  if (hosts.length !== 1 || hosts[0] !== here) return { stato: 421, motivo: 'host' };
  if (given('origin').some((origin) => origin !== `http://${here}`)) return { stato: 403, motivo: 'origin' };
  if (given('sec-fetch-site').some((site) => site !== 'same-origin' && site !== 'none'))
    return { stato: 403, motivo: 'site' };
  return null;
}

/** Whether the caller knows the token of this launch. Constant time: both sides are hashed first. */
export function refuseToken(request: IncomingMessage, token: string): Rifiuto | null {
  const given = request.headers['x-approdo-token'];
  const known = typeof given === 'string' && timingSafeEqual(sha256(given), sha256(token));
  return known ? null : { stato: 401, motivo: 'token' };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
