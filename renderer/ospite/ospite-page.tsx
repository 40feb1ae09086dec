import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { meseDi } from '../../domain/giorno.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { useEndpoint } from '../api/index.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { useStampa } from '../pannello/stampa.ts';
import { type Etichette, useEtichette } from '../report/etichette.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { CodiceIdentita } from './anonimato.tsx';
import { type Cartella, isInCorso, situazione } from './cartella.ts';
import { Contatti } from './contatti.tsx';
import { Incontri, Misure, Visite } from './elenchi.tsx';
import css from './ospite.module.css';
import { Permanenze } from './permanenze.tsx';
import { Note, Oscuramenti } from './riservate.tsx';
import { Identita, Scheda } from './schede.tsx';

const t = testi.ospite;

/** To the grid of the month where the guest is, or was last. */
function VaiAlRegistro({ cartella, oggi }: { cartella: Cartella; oggi: string }) {
  const [p] = cartella.permanenze;
  if (!p) return null;
  const giorno = isInCorso(p, oggi) ? oggi : (p.dataDimissione ?? p.dataIngresso);
  return (
    <LinkBottone
      to="/presenze/$struttura/$mese"
      params={{ struttura: p.struttura.codice, mese: meseDi(giorno) }}
      search={{ ingresso: p.ingressoId }}
    >
      {t.apriRegistro}
    </LinkBottone>
  );
}

interface PropsCorpo {
  cartella: Cartella;
  ruolo: Ruolo;
  oggi: string;
  etichetta: Etichette;
}

function Corpo({ cartella, ruolo, oggi, etichetta }: PropsCorpo) {
  const [scelta, setScelta] = useState<string>();
  const permanenza = cartella.permanenze.find((p) => p.ingressoId === scelta) ?? cartella.permanenze[0];
  return (
    <div className={css['due']}>
      <div className={css['colonna']}>
        <Permanenze
          permanenze={cartella.permanenze}
          oggi={oggi}
          scelta={permanenza?.ingressoId}
          etichetta={etichetta}
          onScegli={setScelta}
        />
        {permanenza && <Scheda permanenza={permanenza} etichetta={etichetta} />}
        <Visite cartella={cartella} etichetta={etichetta} />
        <Incontri cartella={cartella} etichetta={etichetta} />
      </div>
      <div className={css['colonna']}>
        <Identita cartella={cartella} />
        <CodiceIdentita ospiteId={cartella.id} />
        <Contatti cartella={cartella} ruolo={ruolo} />
        <Misure cartella={cartella} etichetta={etichetta} />
        {canCall(ruolo, 'note.register') && <Note cartella={cartella} ruolo={ruolo} oggi={oggi} />}
        {canCall(ruolo, 'oscuramenti.register') && <Oscuramenti cartella={cartella} ruolo={ruolo} />}
      </div>
    </div>
  );
}

/** `#/ospiti/:id`: one guest's record. */
export function OspitePage() {
  const { ospite = '' } = useParams({ strict: false });
  const sessione = useSessione();
  const formatNome = useFormatNome();
  const etichetta = useEtichette();
  // asked again at each opening: opening it is what the log tells
  const { data, error, refetch } = useEndpoint('ospiti.get', { ospiteId: ospite }, { staleTime: 0 });
  useStampa(useMemo(() => ({ cosa: 'cartella' as const, ospiteId: ospite }), [ospite]));
  const oggi = sessione?.oggi ?? '';
  const utente = sessione?.utente;
  const titolo = data ? formatNome(data.cognome, data.nome) : testi.shell.pagine.ospiti;
  return (
    <Pagina
      titolo={titolo}
      ferma
      accanto={
        data && (
          <p className={css['chi']}>
            <b>
              {t.anni(data.eta)}, {t.sesso[data.sesso] ?? data.sesso}
            </b>
            <span>{situazione(data.permanenze, oggi, etichetta)}</span>
          </p>
        )
      }
      azioni={
        data && (
          <>
            {utente && canCall(utente.ruolo, 'registro.listOspite') && (
              <LinkBottone to="/ospiti/$ospite/visto" params={{ ospite: data.id }}>
                {testi.registro.visto.apri}
              </LinkBottone>
            )}
            <VaiAlRegistro cartella={data} oggi={oggi} />
          </>
        )
      }
    >
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={12} testo={t.lettura} />}
      {data && utente && <Corpo key={data.id} cartella={data} ruolo={utente.ruolo} oggi={oggi} etichetta={etichetta} />}
    </Pagina>
  );
}
