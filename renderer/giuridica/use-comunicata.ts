import type { Giorno } from '../../domain/giorno.ts';
import { useCommand } from '../api/index.ts';
import { useSalvato } from '../form/salvato.tsx';
import { avvisa, avvisaErrore } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import type { Misura, Violazione } from './posizione.ts';

const t = testi.giuridica;

/** Says that the authority was told today of a violation: the one of its measure, where nobody wrote which. */
export function useComunicata(oggi: Giorno) {
  const salva = useCommand('violazioni.save');
  const detto = useSalvato();
  const segna = ({ id, comunicataA }: Violazione, misura: Misura | undefined) => {
    const a = comunicataA === null && misura?.autorita ? misura.autorita : undefined;
    salva.mutate(
      {
        id,
        prima: { comunicataIl: null, ...(a === undefined ? {} : { comunicataA }) },
        dopo: { comunicataIl: oggi, ...(a === undefined ? {} : { comunicataA: a }) },
      },
      {
        onSuccess: (esito) =>
          esito.contese.length > 0 ? avvisa(t.giaComunicata, 'attenzione') : detto(t.comunicataSalvata, esito),
        onError: avvisaErrore,
      },
    );
  };
  return { segna, inCorso: salva.isPending };
}
