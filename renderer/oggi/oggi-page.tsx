import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { type Giorno, giornoDellaSettimana, meseDi, numeroGiorno, numeroMese } from '../../domain/giorno.ts';
import { nomeGiornoSettimana, nomeMese } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { Pagina } from '../shell/pagina.tsx';
import type { Tasto } from '../shell/pagina-store.ts';
import { canCall } from '../shell/pagine.ts';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { Agenda } from './agenda.tsx';
import { Consegne } from './consegne.tsx';
import { DaCompletare } from './da-completare.tsx';
import { Fuori } from './fuori.tsx';
import { InStruttura } from './in-struttura.tsx';
import css from './oggi.module.css';
import { Scadenze } from './scadenze.tsx';
import { type Esce, UscitaDaOggi, useTastoUscita } from './uscita.tsx';

const t = testi.oggi;
const NESSUN_TASTO: readonly Tasto[] = [];
const TASTI: readonly Tasto[] = [{ tasti: 'U', testo: t.uscitaTasto }];

/** A late return shows by itself, ms. */
const OGNI = 60_000;

/** `venerdì 21 marzo` */
function formatOggi(g: Giorno): string {
  if (g === '') return '';
  return `${nomeGiornoSettimana(giornoDellaSettimana(g))} ${numeroGiorno(g)} ${nomeMese(numeroMese(g))}`;
}

function OggiDi({ struttura }: { struttura: string }) {
  const navigate = useNavigate();
  const sessione = useSessione();
  const oggi = sessione?.oggi ?? '';
  const ruolo = sessione?.utente?.ruolo;
  const { data, error, refetch } = useEndpoint('oggi.get', { struttura }, { refetchInterval: OGNI, staleTime: 0 });
  const [esce, setEsce] = useState<Esce>(null);
  const puoUscita = ruolo !== undefined && canCall(ruolo, 'assenze.register');
  useTastoUscita(
    puoUscita && data !== undefined,
    useCallback(() => setEsce('chi'), []),
  );
  const palette = useMemo(
    () => [
      ...(puoUscita ? [{ id: 'uscita', testo: t.uscita, tasti: 'U', run: () => setEsce('chi') }] : []),
      {
        id: 'notte',
        testo: t.notte,
        tasti: 'F8',
        run: () => void navigate({ to: '/notte/$struttura', params: { struttura } }),
      },
      {
        id: 'griglia-carta',
        testo: t.cartaApri,
        run: () => void navigate({ to: '/griglia-carta/$struttura/$mese', params: { struttura, mese: meseDi(oggi) } }),
      },
    ],
    [navigate, struttura, oggi, puoUscita],
  );
  return (
    <Pagina
      titolo={t.titolo(formatOggi(oggi))}
      palette={palette}
      tasti={puoUscita ? TASTI : NESSUN_TASTO}
      azioni={
        <>
          <Button
            variant="default"
            aria-keyshortcuts="F8"
            onClick={() => void navigate({ to: '/notte/$struttura', params: { struttura } })}
          >
            {t.notte}&nbsp;<kbd>F8</kbd>
          </Button>
          <LinkBottone to="/griglia-carta/$struttura/$mese" params={{ struttura, mese: meseDi(oggi) }}>
            {t.cartaApri}
          </LinkBottone>
          {ruolo && canCall(ruolo, 'ingressi.register') && (
            <LinkBottone to="/ingresso/$struttura" params={{ struttura }}>
              {testi.ingresso.titoli.nuovo}
            </LinkBottone>
          )}
          <LinkBottone
            variant="filled"
            to="/presenze/$struttura/$mese"
            params={{ struttura, mese: meseDi(oggi) }}
            search={{ giorno: oggi }}
          >
            {t.registra}
          </LinkBottone>
        </>
      }
    >
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={12} testo={t.lettura} />}
      {data && (
        <div className={css['carte']}>
          <InStruttura dati={data} onEsce={puoUscita ? setEsce : undefined} />
          <Fuori dati={data} />
          <DaCompletare dati={data} />
          <Agenda struttura={struttura} oggi={data.oggi} />
          <Scadenze struttura={struttura} oggi={data.oggi} />
          <Consegne struttura={struttura} oggi={data.oggi} />
        </div>
      )}
      {data && <UscitaDaOggi esce={esce} ospiti={data.ospiti} oggi={data.oggi} onCambia={setEsce} />}
    </Pagina>
  );
}

/** `#/oggi/:struttura`: where the day starts. */
export function OggiPage() {
  const { struttura } = useParams({ strict: false });
  return struttura === undefined ? null : <OggiDi key={struttura} struttura={struttura} />;
}
