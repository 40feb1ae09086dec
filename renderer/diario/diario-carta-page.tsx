import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { TIPI_DIARIO } from '../../domain/diario.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, formatGiornoEsteso } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { NomeCarta } from '../pannello/nome-carta.tsx';
import { PaginaCarta } from '../pannello/pagina-carta.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { ErroreInPagina, Vuoto } from '../shell/avvisi.tsx';
import { useSessione } from '../shell/sessione.ts';
import { useVista } from '../shell/vista.ts';
import { formatIstante, testi } from '../testi/index.ts';
import css from './diario-carta.module.css';
import { quandoAggiunta } from './elenco-diario.tsx';
import { type FiltroDiario, type RigaDiario, useDiario } from './use-diario.ts';

const t = testi.diario;

/** What of the diary the address asks for. */
function useFiltroCarta(): FiltroDiario & { struttura: string | null } {
  const { struttura = '' } = useParams({ strict: false });
  const { ospite, testo, tipo, importanti, nuove, dal, al } = useSearch({ from: '/diario/$struttura/carta' });
  return {
    struttura: ospite === undefined ? struttura : null,
    ospiteId: ospite ?? null,
    ...{ testo: testo ?? '', importanti: importanti ?? false, nuove: nuove ?? false },
    tipo: TIPI_DIARIO.find((uno) => uno === tipo) ?? null,
    ...{ dal: dal ?? null, al: al ?? null },
  };
}

/** Every line the filter finds, the oldest first: a paper is read from its beginning. */
function useTutte(filtro: FiltroDiario) {
  const { righe, error, refetch, haAltre, altre } = useDiario(filtro, RIGHE_PER_VOLTA);
  useEffect(() => {
    if (haAltre) altre();
  }, [haAltre, altre]);
  const tutte = useMemo(() => (haAltre ? undefined : righe?.toReversed()), [haAltre, righe]);
  return { righe: tutte, error, refetch };
}

const RIGHE_PER_VOLTA = 500;

/** What was asked for, in words. */
function filtriDetti({ tipo, importanti, nuove, testo, dal, al }: FiltroDiario): string {
  const periodo = t.cartaPeriodo(dal ? formatGiornoBreve(dal) : null, al ? formatGiornoBreve(al) : null);
  return [
    periodo,
    ...(tipo ? [t.tipi[tipo].toLocaleLowerCase('it')] : []),
    ...(nuove ? [t.soloNuove.toLocaleLowerCase('it')] : []),
    ...(importanti ? [t.soloImportanti.toLocaleLowerCase('it')] : []),
    ...(testo ? [t.cartaParole(testo)] : []),
  ].join(', ');
}

/** `#/diario/:struttura/carta`: the lines of the diary that a filter shows, to print. */
export function DiarioCartaPage() {
  const { struttura = '' } = useParams({ strict: false });
  const sessione = useSessione();
  const filtro = useFiltroCarta();
  const { righe, error, refetch } = useTutte(filtro);
  const { ospiteId } = filtro;
  const cosa = useMemo(
    () => ({ cosa: 'diario' as const, struttura, ...(ospiteId ? { ospiteId } : {}) }),
    [struttura, ospiteId],
  );
  return (
    <PaginaCarta
      titolo={t.cartaTitolo}
      cosa={cosa}
      pronto={righe !== undefined && righe.length > 0}
      strumenti={
        ospiteId ? (
          <LinkBottone to="/ospiti/$ospite" params={{ ospite: ospiteId }} search={{ sezione: 'diario' }}>
            {t.torna}
          </LinkBottone>
        ) : (
          <LinkBottone to="/diario/$struttura" params={{ struttura }}>
            {t.torna}
          </LinkBottone>
        )
      }
    >
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!righe && !error && <Attesa righe={12} testo={t.lettura} />}
      {righe?.length === 0 && <Vuoto titolo={t.cartaNiente} />}
      {righe && righe.length > 0 && sessione && (
        <Carta struttura={struttura} righe={righe} filtri={filtriDetti(filtro)} oggi={sessione.oggi} />
      )}
    </PaginaCarta>
  );
}

interface PropsCarta {
  struttura: string;
  righe: readonly RigaDiario[];
  filtri: string;
  oggi: Giorno;
}

function Carta({ struttura, righe, filtri, oggi }: PropsCarta) {
  const strutture = useEndpoint('strutture.list', {}).data;
  const chi = useSessione()?.utente?.nome ?? '';
  const discreto = useVista((v) => v.discreto);
  const [adessoMs] = useState(Date.now);
  return (
    <article className={`${css['carta']} ${discreto ? 'solo-carta' : ''}`}>
      <header>
        <h2>{t.titolo}</h2>
        <p>
          <b>{strutture?.find(({ codice }) => codice === struttura)?.nome ?? struttura}</b>, {filtri} ·{' '}
          {t.cartaQuante(righe.length)}
        </p>
        <p className={css['tenue']}>{testi.oggi.preparato(formatIstante(adessoMs, oggi), chi)}</p>
      </header>
      {righe.map((riga, n) => (
        <section key={riga.id}>
          {righe[n - 1]?.data !== riga.data && <h3>{formatGiornoEsteso(riga.data)}</h3>}
          <RigaCarta riga={riga} oggi={oggi} />
        </section>
      ))}
    </article>
  );
}

function RigaCarta({ riga, oggi }: { riga: RigaDiario; oggi: Giorno }) {
  const { ospite } = riga;
  const segni = [...(riga.tipo === 'consegna' ? [t.tipi.consegna] : []), ...(riga.importante ? [t.importante] : [])];
  const firma = (autore: string, dalFoglio: boolean) => (dalFoglio ? `${autore} (${t.dalFoglio})` : autore);
  return (
    <div className={css['riga']}>
      <span>{riga.ora}</span>
      <div>
        <p className={css['tenue']}>
          {ospite && (
            <>
              <b>
                <NomeCarta cognome={ospite.cognome} nome={ospite.nome} />
              </b>
              {', '}
            </>
          )}
          {[...segni, t.scrittaDa(firma(riga.autore, riga.dalFoglio))].join(', ')}
        </p>
        <p className={css['testo']}>{riga.testo}</p>
        {riga.aggiunte.map((una) => (
          <div key={una.id} className={css['aggiunta']}>
            <p className={css['tenue']}>{t.aggiuntaDi(firma(una.autore, una.dalFoglio), quandoAggiunta(una, oggi))}</p>
            <p className={css['testo']}>{una.testo}</p>
          </div>
        ))}
      </div>
    </div>
  );
}
