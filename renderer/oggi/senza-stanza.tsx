import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { AlloggioForm } from '../casa/alloggio-form.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import type { RigaSimile } from './gruppi.tsx';

const t = testi.oggi;

type Oggi = Output<'oggi.get'>;

/** Who sleeps here and has no room, where the house has rooms: the sheet of the night would not say where. The room is given here. */
export function useSenzaStanza(dati: Oggi): { readonly righe: RigaSimile[]; readonly form: ReactNode } {
  const formatNome = useFormatNome();
  const [aperta, setAperta] = useState<Oggi['senzaStanza'][number] | null>(null);
  const struttura = dati.struttura.codice;
  const { data } = useEndpoint('stanze.list', { struttura, giorno: dati.oggi }, { enabled: aperta !== null });
  const righe = dati.senzaStanza.map((chi): RigaSimile => {
    const nome = formatNome(chi.cognome, chi.nome);
    return {
      chiave: `stanza ${chi.ingressoId}`,
      gruppo: t.senzaStanza,
      chi: { id: chi.ospiteId, nome },
      quando: t.compitoStanza,
      che: t.senzaStanzaChi(nome),
      vai: (
        <Button variant="subtle" size="compact-sm" aria-label={t.assegnaChi(nome)} onClick={() => setAperta(chi)}>
          {t.assegna}
        </Button>
      ),
    };
  });
  const form = aperta && data && (
    <AlloggioForm chi={aperta} stanze={data.stanze} oggi={dati.oggi} onChiudi={() => setAperta(null)} />
  );
  return { righe, form };
}
