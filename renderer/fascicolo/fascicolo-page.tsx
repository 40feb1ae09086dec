import { useParams } from '@tanstack/react-router';
import { useEndpoint } from '../api/index.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { useEtichette } from '../report/etichette.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { Pagina } from '../shell/pagina.tsx';
import { useSessione } from '../shell/sessione.ts';
import { useVista } from '../shell/vista.ts';
import { testi } from '../testi/index.ts';
import { Consegna, CopieConsegnate } from './consegna.tsx';
import css from './fascicolo.module.css';
import { FascicoloCarta } from './fascicolo-carta.tsx';

const t = testi.fascicolo;

/** `#/ospiti/:id/fascicolo`: the copy for the person (art. 15 GDPR), to look at, print or save, with who already has one. */
export function FascicoloPage() {
  const { ospite = '' } = useParams({ strict: false });
  const sessione = useSessione();
  const discreto = useVista((v) => v.discreto);
  const formatNome = useFormatNome();
  const etichetta = useEtichette();
  const { data, error, refetch } = useEndpoint('fascicoli.get', { ospiteId: ospite }, { staleTime: 0 });
  const nome = data ? formatNome(data.persona.cognome, data.persona.nome) : '';
  return (
    <Pagina
      atto
      titolo={t.titolo(nome)}
      azioni={
        <LinkBottone className="solo-schermo" to="/ospiti/$ospite" params={{ ospite }}>
          {t.torna}
        </LinkBottone>
      }
    >
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={12} testo={t.lettura} />}
      {data && sessione && (
        <>
          <div className={css['strumenti']}>
            <Consegna ospiteId={ospite} />
            <CopieConsegnate copie={data.copie} />
          </div>
          {/* the copy is of the person and holds the whole name: with the schermo discreto it is only on paper */}
          <div className={discreto ? 'solo-carta' : undefined}>
            <FascicoloCarta fascicolo={data} etichetta={etichetta} oggi={sessione.oggi} />
          </div>
        </>
      )}
    </Pagina>
  );
}
