import { useCallback } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import { useCommand } from '../api/index.ts';
import { useSalvato } from '../form/salvato.tsx';
import { avvisaErrore } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { formatOra, testi } from '../testi/index.ts';
import type { RigaAssenza } from './uscita-form.tsx';

/** «Rientrato»: now, in one gesture that one key undoes. */
export function useRientro(oggi: Giorno): (riga: RigaAssenza) => void {
  const { mutate } = useCommand('assenze.return');
  const salvato = useSalvato();
  const formatNome = useFormatNome();
  return useCallback(
    (riga) =>
      mutate(
        { id: riga.id, rientro: oggi, oraRientro: formatOra(Date.now()) },
        {
          onSuccess: (esito) => salvato(testi.assenze.tornato(formatNome(riga.cognome, riga.nome)), esito),
          onError: avvisaErrore,
        },
      ),
    [mutate, salvato, formatNome, oggi],
  );
}
