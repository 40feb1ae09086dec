import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';

export type Sessione = Output<'sessione.get'>;

/** The state of the session; inside the shell it is always `aperta`. */
export function useSessione(): Sessione | undefined {
  return useEndpoint('sessione.get', {}).data;
}
