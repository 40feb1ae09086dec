import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call, chiaveDi } from '../api/index.ts';
import { avvisaErrore } from './avvisi.tsx';
import { waitSaved } from './salvataggio.ts';

/** Locks the register: what is on its way is saved first, then nothing of it stays in the page's memory. */
export function useBlocca(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    const blocca = async () => {
      await waitSaved();
      const sessione = await call('sessione.lock', {});
      client.removeQueries({ predicate: (q) => q.queryKey[0] !== 'sessione.get' });
      client.setQueryData(chiaveDi('sessione.get', {}), sessione);
    };
    blocca().catch(avvisaErrore);
  }, [client]);
}
