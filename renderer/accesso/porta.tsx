import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { call, chiaveDi, listenSessione, onSessioneCambiata, useEndpoint } from '../api/index.ts';
import { keepSospesi } from '../form/custode.ts';
import { ChiaveDaConfermare } from '../recupero/chiave-da-confermare.tsx';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { type ComeBlocca, useSerratura } from '../shell/blocca.ts';
import { waitSaved } from '../shell/salvataggio.ts';
import type { Sessione } from '../shell/sessione.ts';
import { clearAppunti } from '../stanza/appunti.ts';
import { useInattivita } from '../stanza/inattivita.ts';
import { usePortaStanze } from '../stanza/porta-stanze.ts';
import { idStanza } from '../stanza/stanza.ts';
import { Stanze } from '../stanza/stanze.tsx';
import css from './accesso.module.css';
import { Accesso } from './accesso-page.tsx';
import { PrimoAvvio } from './primo-avvio.tsx';
import { Ripristino } from './ripristino.tsx';

/** How long a save on its way is waited for before the window closes over it: the queue keeps it for its owner. */
const SALVATAGGI_MS = 3000;

/** Locks: first what is on its way is saved and what is half-typed kept, then the window is emptied, then the host forgets the key. */
function useLocking(): { blocca: (come?: ComeBlocca) => void; cambia: boolean } {
  const client = useQueryClient();
  const [cambia, setCambia] = useState(false);
  const blocca = useCallback(
    (come: ComeBlocca = {}) => {
      const chiave = chiaveDi('sessione.get', {});
      const chiudi = async () => {
        const tenuto = Promise.all([waitSaved(), keepSospesi()]);
        await Promise.race([tenuto, new Promise((fatto) => setTimeout(fatto, SALVATAGGI_MS))]);
        setCambia(come.cambia ?? false);
        closeWindow(client);
        client.setQueryData(chiave, await call('sessione.lock', { svuotaAppunti: clearAppunti() }));
      };
      // a host that does not answer will say so at the next attempt: this window is locked all the same
      void chiudi().catch(() => undefined);
    },
    [client],
  );
  return { blocca, cambia };
}

/** The window is at the door, whatever the host says next. */
function closeWindow(client: QueryClient): void {
  usePortaStanze.getState().esce();
  client.setQueryData<Sessione>(
    chiaveDi('sessione.get', {}),
    (prima) => prima && (prima.stato === 'aperta' ? { ...prima, stato: 'chiusa', utente: null } : prima),
  );
}

/** The door: first launch, login, or the room of who is in. */
export function Porta() {
  const client = useQueryClient();
  const { data, error, refetch } = useEndpoint('sessione.get', {});
  const { blocca, cambia } = useLocking();
  const { stanze, presente, ultimo, entra, esce } = usePortaStanze();
  const [rimandata, setRimandata] = useState<string | null>(null);
  /** the key of a register just made, until it is on paper */
  const [chiaveNuova, setChiaveNuova] = useState<string | null>(null);
  const [ripristina, setRipristina] = useState(false);
  const aperto = (sessione: Sessione) => {
    setRipristina(false);
    client.setQueryData(chiaveDi('sessione.get', {}), sessione);
  };
  const onRipristina = () => setRipristina(true);

  const aperta = data?.stato === 'aperta';
  const chi = data?.utente?.nome ?? null;
  const manca = data?.recupero === 'assente' || data?.recupero === 'da_confermare';
  const daConfermare = aperta && manca && !data.dimostrazione && rimandata !== chi && presente === null;

  useLayoutEffect(() => {
    if (!data) return;
    if (aperta && !daConfermare && presente?.id !== idStanza(data)) entra(data);
    else if (!aperta) {
      esce();
      setRimandata(null);
      setChiaveNuova(null);
    }
  }, [data, aperta, daConfermare, presente, entra, esce]);
  useEffect(() => useSerratura.setState({ blocca }), [blocca]);
  useEffect(() => listenSessione(), []);
  useEffect(
    () =>
      onSessioneCambiata((chiusa) => {
        if (chiusa) closeWindow(client);
        void refetch();
      }),
    [client, refetch],
  );
  useInattivita(aperta, data?.bloccoMinuti ?? 10, blocca);

  return (
    <>
      <Stanze stanze={stanze} presente={presente} />
      {error && !data && (
        <div className={css['sfondo']}>
          <ErroreInPagina errore={error} onRiprova={() => void refetch()} />
        </div>
      )}
      {data && ripristina && !aperta && (
        <Ripristino oggi={data.oggi} onAperto={aperto} onIndietro={() => setRipristina(false)} />
      )}
      {data?.stato === 'nuova' && !ripristina && (
        <PrimoAvvio
          onRipristina={onRipristina}
          onCreato={(sessione, chiave) => {
            setChiaveNuova(chiave);
            aperto(sessione);
          }}
        />
      )}
      {data?.stato === 'chiusa' && !ripristina && (
        <Accesso sessione={data} ultimo={ultimo} cambia={cambia} onAperto={aperto} onRipristina={onRipristina} />
      )}
      {data && daConfermare && (
        <ChiaveDaConfermare
          sessione={data}
          chiave={chiaveNuova}
          onFatto={() => void refetch().then(() => setChiaveNuova(null))}
          onRimanda={() => setRimandata(chi)}
        />
      )}
    </>
  );
}
