import { useEndpoint } from '../api/index.ts';
import { Attesa } from '../pannello/pannello.tsx';
import { ErroreInPagina, Vuoto } from '../shell/avvisi.tsx';
import { luogoIniziale } from '../shell/luogo.ts';
import { Pagina } from '../shell/pagina.tsx';
import { Prosegui } from '../shell/prosegui.tsx';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';

const t = testi.agenda;

/** `#/agenda`: the agenda of the struttura last looked at. */
export function InizioAgenda() {
  const sessione = useSessione();
  const { data, error, refetch } = useEndpoint('strutture.list', {});
  const luogo = data && sessione ? luogoIniziale(data, sessione.oggi) : undefined;
  if (luogo) return <Prosegui to="/agenda/$struttura" params={{ struttura: luogo.struttura }} />;
  return (
    <Pagina titolo={t.titolo}>
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={6} testo={t.lettura} />}
      {data && <Vuoto titolo={testi.shell.senzaStrutture.titolo}>{testi.shell.senzaStrutture.comunita}</Vuoto>}
    </Pagina>
  );
}
