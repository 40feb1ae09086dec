import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** What the page may load: its own files. Styles inline because the component library sets them; nothing from outside. */
export const CSP = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer of every host. Nothing is kept by the browser: the next person at this PC finds nothing. */
export const TESTATE: Readonly<Record<string, string>> = {
  'content-security-policy': CSP,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
};

export interface Pagina {
  readonly tipo: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const TIPI: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/**
 * The built renderer, read once: address → file. An address that is not in the map does not exist, whatever it says:
 * no path from outside ever reaches the disk.
 */
export function readPagine(folder: string): ReadonlyMap<string, Pagina> {
  const pagine = new Map<string, Pagina>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const tipo = TIPI[extname(entry.name)];
    if (!entry.isFile() || tipo === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const address = file.slice(folder.length).replaceAll('\\', '/').replace(/^\/*/, '/');
    pagine.set(address, { tipo, bytes: new Uint8Array(readFileSync(file)) });
  }
  const index = pagine.get('/index.html');
  if (index) pagine.set('/', index);
  return pagine;
}
