import { SegmentedControl } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useEndpoint } from '../api/index.ts';
import { useFoglioStretto } from '../pannello/foglio-stampa.ts';
import { Lettura } from '../pannello/lettura.tsx';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { PaginaCarta } from '../pannello/pagina-carta.tsx';
import { Vuoto } from '../shell/avvisi.tsx';
import { useSessione } from '../shell/sessione.ts';
import { formatIstante, testi } from '../testi/index.ts';
import { NotteCarta, type Ordine } from './notte-carta.tsx';

const t = testi.oggi;

function NotteDi({ struttura }: { struttura: string }) {
  const sessione = useSessione();
  // asked again at each opening: it is the situation now, and opening it is what the log tells
  const notte = useEndpoint('notte.get', { struttura }, { staleTime: 0 });
  const [scelto, setScelto] = useState<Ordine | null>(null);
  const [adessoMs] = useState(Date.now);
  const ordine = scelto ?? (notte.data?.righe.some((riga) => riga.stanza !== null) ? 'stanza' : 'nome');
  useFoglioStretto();
  const cosa = useMemo(() => ({ cosa: 'notte' as const, struttura }), [struttura]);
  return (
    <PaginaCarta
      titolo={t.notte}
      cosa={cosa}
      pronto={notte.data !== undefined && notte.data.righe.length > 0}
      strumenti={
        <>
          <SegmentedControl
            aria-label={t.ordine}
            value={ordine}
            onChange={(valore) => setScelto(valore as Ordine)}
            transitionDuration={0}
            data={[
              { value: 'stanza', label: t.perStanza },
              { value: 'nome', label: t.perNome },
            ]}
          />
          <LinkBottone to="/oggi/$struttura" params={{ struttura }}>
            {t.tornaOggi}
          </LinkBottone>
        </>
      }
    >
      <Lettura di={notte} righe={12}>
        {(data) => {
          if (data.righe.length === 0) return <Vuoto titolo={t.notteVuota} />;
          if (!sessione?.utente) return null;
          const stampa = t.preparato(formatIstante(adessoMs, sessione.oggi), sessione.utente.nome);
          return <NotteCarta notte={data} ordine={ordine} stampa={stampa} />;
        }}
      </Lettura>
    </PaginaCarta>
  );
}

/** `#/notte/:struttura`: who is here tonight, to print. */
export function NottePage() {
  const { struttura } = useParams({ strict: false });
  return struttura === undefined ? null : <NotteDi key={struttura} struttura={struttura} />;
}
