import { Button } from '@mantine/core';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useEndpoint } from '../api/index.ts';
import { testi } from '../testi/index.ts';
import { ErroreInPagina, Vuoto } from './avvisi.tsx';
import { luogoIniziale } from './luogo.ts';
import { Pagina } from './pagina.tsx';
import { canCall, listPagine } from './pagine.ts';
import { useSessione } from './sessione.ts';

/** No struttura yet: what to do first. */
function SenzaStrutture({ titolo }: { titolo: string }) {
  const navigate = useNavigate();
  const sessione = useSessione();
  const t = testi.shell.senzaStrutture;
  const centrale = sessione?.ruolo === 'centrale';
  const importa = sessione?.utente ? canCall(sessione.utente.ruolo, 'fogli.preview') : false;
  return (
    <Pagina titolo={titolo}>
      <Vuoto
        titolo={t.titolo}
        azioni={
          <>
            {importa && <Button onClick={() => void navigate({ to: '/importa' })}>{t.importa}</Button>}
            <Button variant="default" onClick={() => void navigate({ to: centrale ? '/consegne' : '/impostazioni' })}>
              {centrale ? t.consegne : t.impostazioni}
            </Button>
          </>
        }
      >
        {centrale ? t.centrale : t.comunita}
      </Vuoto>
    </Pagina>
  );
}

function VaiAlMese({ to, titolo }: { to: '/presenze' | '/mese'; titolo: string }) {
  const sessione = useSessione();
  const { data, error, refetch } = useEndpoint('strutture.list', {});
  if (error && !data) return <ErroreInPagina errore={error} onRiprova={() => void refetch()} />;
  if (!data || !sessione) return null;
  const luogo = luogoIniziale(data, sessione.oggi);
  if (!luogo) return <SenzaStrutture titolo={titolo} />;
  const params = { struttura: luogo.struttura, mese: luogo.mese };
  return <Navigate to={`${to}/$struttura/$mese`} params={params} replace />;
}

/** `#/presenze`: the register of the struttura and month last looked at. */
export function InizioPresenze() {
  return <VaiAlMese to="/presenze" titolo={testi.shell.pagine.presenze} />;
}

/** `#/mese`: the closing of the struttura and month last looked at. */
export function InizioMese() {
  return <VaiAlMese to="/mese" titolo={testi.shell.pagine.mese} />;
}

/** `#/`: where the day starts. */
export function Inizio() {
  const sessione = useSessione();
  if (!sessione) return null;
  // the first page this account has
  const [prima] = sessione.utente ? listPagine(sessione.ruolo ?? 'comunita', sessione.utente.ruolo) : [];
  return <Navigate to={prima?.to ?? '/impostazioni'} replace />;
}
