export { call, onSessioneCambiata, tellSessioneCambiata } from './client.ts';
export { type Lavoro, listenSessione, useLavoro } from './lavoro.ts';
export {
  chiaveDi,
  createQueryClient,
  invalidate,
  useCommand,
  useEndpoint,
  useEndpointOra,
  useEndpointPagine,
} from './query.ts';
export { saveBytes } from './save-bytes.ts';
export { RETE_ASSENTE } from './transport.ts';
