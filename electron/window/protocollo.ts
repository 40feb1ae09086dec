import { protocol } from 'electron';
import { type Pagina, TESTATE } from '../ipc/pagine.ts';

/** The page's own address: a scheme of this program, served from a fixed map; neither file:// nor the network. */
export const SCHEMA = 'app';
const OSPITANTE = 'approdo';
export const INDIRIZZO = `${SCHEMA}://${OSPITANTE}/index.html`;

/** Must run before the app is ready. */
export function declareSchema(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEMA, privileges: { standard: true, secure: true } }]);
}

/** Whether an address is the page itself (with any fragment): what may be loaded, and whose messages are heard. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && `${url.protocol}//${url.host}${url.pathname}` === INDIRIZZO && url.search === '';
}

export function servePagine(pagine: ReadonlyMap<string, Pagina>): void {
  protocol.handle(SCHEMA, (request) => answer(request, pagine));
}

function answer(request: Request, pagine: ReadonlyMap<string, Pagina>): Response {
  const url = URL.parse(request.url);
  const pagina = url?.host === OSPITANTE && request.method === 'GET' ? pagine.get(url.pathname) : undefined;
  if (!pagina) return new Response(null, { status: 404, headers: TESTATE });
  return new Response(pagina.bytes, { headers: { ...TESTATE, 'content-type': pagina.tipo } });
}
