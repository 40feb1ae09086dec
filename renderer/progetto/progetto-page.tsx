import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { formatGiornoBreve, formatGiornoEsteso } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import { AzioniAtto } from '../pannello/azioni-atto.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { useStampa } from '../pannello/stampa.ts';
import { useEtichette } from '../report/etichette.ts';
import { ErroreInPagina, Riquadro } from '../shell/avvisi.tsx';
import { Pagina } from '../shell/pagina.tsx';
import { useSessione } from '../shell/sessione.ts';
import { useVista } from '../shell/vista.ts';
import { testi } from '../testi/index.ts';
import { fattoDetto } from './evidenze.tsx';
import css from './progetto.module.css';
import type { Obiettivo, Progetto, Verifica } from './progetto.ts';

const t = testi.progetto;

/** `#/ospiti/:id/progetto/:progetto`: one project as it stands, to print and sign. */
export function ProgettoPage() {
  const { ospite = '', progetto: id = '' } = useParams({ strict: false });
  const cartella = useEndpoint('ospiti.get', { ospiteId: ospite });
  const progetti = useEndpoint('progetti.list', { ospiteId: ospite }, { staleTime: 0 });
  const stampa = useStampa(useMemo(() => ({ cosa: 'progetto' as const, ospiteId: ospite }), [ospite]));
  const progetto = progetti.data?.progetti.find((uno) => uno.id === id);
  const error = progetti.error ?? cartella.error;
  const chi = cartella.data;
  return (
    <Pagina
      atto
      titolo={t.stampaTitolo}
      azioni={
        <AzioniAtto
          ospite={ospite}
          sezione="progetto"
          torna={t.torna}
          stampa={testi.comune.stampa}
          onStampa={progetto !== undefined && stampa}
        />
      }
    >
      {error && <ErroreInPagina errore={error} />}
      {(!progetti.data || !chi) && !error && <Attesa righe={8} testo={t.lettura} />}
      {progetti.data && !progetto && <Riquadro tono="attenzione">{t.assente}</Riquadro>}
      {chi && progetto && <Carta progetto={progetto} nome={`${chi.cognome.toUpperCase()} ${chi.nome}`} />}
    </Pagina>
  );
}

function Carta({ progetto, nome }: { progetto: Progetto; nome: string }) {
  const oggi = useSessione()?.oggi ?? '';
  const discreto = useVista((v) => v.discreto);
  const { data, al, redattoDa, condivisoCon, sintesi } = progetto;
  return (
    <article className={`${css['carta']} ${discreto ? 'solo-carta' : ''}`}>
      <p className={css['testata']}>{progetto.struttura}</p>
      <h2>
        {t.titolo}: {nome}
      </h2>
      <p>
        {t.periodo(formatGiornoEsteso(data), al && formatGiornoEsteso(al))};{' '}
        {t.entrato(formatGiornoEsteso(progetto.dataIngresso))}.{redattoDa && ` ${t.redattoDa}: ${redattoDa}.`}
        {condivisoCon && ` ${t.condivisoCon}: ${condivisoCon}.`}
      </p>
      {sintesi && <p className={css['sintesi']}>{sintesi}</p>}
      <h3>{t.obiettivi}</h3>
      {progetto.obiettivi.length === 0 && <p>{t.nessunObiettivo}</p>}
      <ol>
        {progetto.obiettivi.map((obiettivo) => (
          <UnObiettivo key={obiettivo.id} obiettivo={obiettivo} />
        ))}
      </ol>
      <h3>{t.verifiche}</h3>
      {progetto.verifiche.length === 0 && <p>{t.nessunaVerifica}</p>}
      {progetto.verifiche.map((verifica) => (
        <UnaVerifica key={verifica.id} verifica={verifica} />
      ))}
      <div className={css['firme']}>
        <span>{formatGiornoBreve(oggi)}</span>
        <span>{t.firmaOspite}</span>
        <span>{t.firmaOperatore}</span>
      </div>
    </article>
  );
}

function UnObiettivo({ obiettivo }: { obiettivo: Obiettivo }) {
  const etichetta = useEtichette();
  const { testo, area, stato, entro, indicatore, azioni, evidenze } = obiettivo;
  const quando = entro === null ? '' : `, ${t.daFare(formatGiornoBreve(entro))}`;
  return (
    <li>
      <b>{testo}</b> ({etichetta('area_obiettivo', area)}, {t.stati[stato]}
      {quando})
      {indicatore && (
        <p>
          {t.indicatore}: {indicatore}
        </p>
      )}
      {azioni.length > 0 && <p>{t.azioni}:</p>}
      <ul>
        {azioni.map((azione) => (
          <li key={azione.id}>
            {[
              azione.testo,
              azione.chi,
              azione.fattaIl === null
                ? t.daFare(azione.entro && formatGiornoBreve(azione.entro))
                : t.fatta(formatGiornoBreve(azione.fattaIl)),
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
      {evidenze.length > 0 && <p>{t.evidenze}:</p>}
      <ul>
        {evidenze.map((evidenza) => (
          <li key={evidenza.id}>{fattoDetto(evidenza, etichetta)}</li>
        ))}
      </ul>
    </li>
  );
}

function UnaVerifica({ verifica: { data, partecipanti, esito, prossima } }: { verifica: Verifica }) {
  const capo = [formatGiornoBreve(data), partecipanti, prossima && t.prossimaIl(formatGiornoBreve(prossima))];
  return (
    <div className={css['unita']}>
      <b>{capo.filter(Boolean).join(', ')}</b>
      {esito && <p className={css['sintesi']}>{esito}</p>}
    </div>
  );
}
