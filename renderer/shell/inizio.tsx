import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEndpoint } from '../api/index.ts';
import { testi } from '../testi/index.ts';
import { ErroreInPagina, Vuoto } from './avvisi.tsx';
import { luogoIniziale } from './luogo.ts';
import { Pagina } from './pagina.tsx';
import { canCall, listPagine } from './pagine.ts';
import { Prosegui } from './prosegui.tsx';
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
  return <Prosegui to={`${to}/$struttura/$mese`} params={params} />;
}

/** `#/presenze`: the register of the struttura and month last looked at. */
export function InizioPresenze() {
  return <VaiAlMese to="/presenze" titolo={testi.shell.pagine.presenze} />;
}

/** `#/mese`: the closing of the struttura and month last looked at. */
export function InizioMese() {
  return <VaiAlMese to="/mese" titolo={testi.shell.pagine.mese} />;
}

function VaiAllaStruttura({ to, titolo }: { to: '/oggi' | '/notte' | '/diario' | '/misure'; titolo: string }) {
  const sessione = useSessione();
  const { data, error, refetch } = useEndpoint('strutture.list', {});
  if (error && !data) return <ErroreInPagina errore={error} onRiprova={() => void refetch()} />;
  if (!data || !sessione) return null;
  const luogo = luogoIniziale(data, sessione.oggi);
  if (!luogo) return <SenzaStrutture titolo={titolo} />;
  return <Prosegui to={`${to}/$struttura`} params={{ struttura: luogo.struttura }} />;
}

/** `#/oggi`: the day of the struttura last looked at. */
export function InizioOggi() {
  return <VaiAllaStruttura to="/oggi" titolo={testi.shell.pagine.oggi} />;
}

/** `#/notte`: who is in that struttura tonight. */
export function InizioNotte() {
  return <VaiAllaStruttura to="/notte" titolo={testi.oggi.notte} />;
}

/** `#/diario`: what was written of that struttura. */
export function InizioDiario() {
  return <VaiAllaStruttura to="/diario" titolo={testi.diario.titolo} />;
}

/** `#/misure`: who is under which measure in that struttura. */
export function InizioMisure() {
  return <VaiAllaStruttura to="/misure" titolo={testi.atti.misureTitolo} />;
}

/** `#/`: where the day starts. */
export function Inizio() {
  const sessione = useSessione();
  if (!sessione) return null;
  // the first page this account has
  const [prima] = sessione.utente ? listPagine(sessione.ruolo ?? 'comunita', sessione.utente.ruolo) : [];
  return <Prosegui to={prima?.to ?? '/impostazioni'} />;
}
