import { Tabs } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { meseDi } from '../../domain/giorno.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { useEndpoint } from '../api/index.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { useStampa } from '../pannello/stampa.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { useFuocoCampo } from '../shell/fuoco-campo.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { useSessione } from '../shell/sessione.ts';
import { formatNumero, testi } from '../testi/index.ts';
import { BottoniAzioni, useAzioniOspite } from './azioni.tsx';
import { type Cartella, isInCorso } from './cartella.ts';
import { LineaDelTempo } from './linea-del-tempo.tsx';
import css from './ospite.module.css';
import { SEZIONI_OSPITE } from './sezioni.tsx';
import { Testata } from './testata.tsx';

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

/** How many rows a section holds; its place is kept until it is known, and nothing moves. */
function Quante({ quante }: { quante: number }) {
  return <span className={css['quante']}>{quante > 0 && formatNumero(quante)}</span>;
}

/** The sections of the record: one is open, the address says which. */
function Sezioni({ cartella, ruolo, oggi }: { cartella: Cartella; ruolo: Ruolo; oggi: string }) {
  const { sezione, campo } = useSearch({ strict: false }) as { sezione?: string; campo?: string };
  useFuocoCampo(campo);
  const navigate = useNavigate();
  const quante = useEndpoint('ospiti.countSezioni', { ospiteId: cartella.id }).data;
  const visibili = SEZIONI_OSPITE.filter(({ serve }) => canCall(ruolo, serve));
  const aperta = visibili.find(({ id }) => id === sezione) ?? visibili[0];
  if (!aperta) return null;
  return (
    <Tabs
      value={aperta.id}
      onChange={(id) => void navigate({ to: '.', search: { sezione: id ?? '' }, replace: true })}
      keepMounted={false}
      className={css['sezioni'] ?? ''}
    >
      <Tabs.List aria-label={t.parti.titolo}>
        {visibili.map(({ id, titolo, conta }) => (
          <Tabs.Tab key={id} value={id} rightSection={conta && <Quante quante={quante?.[conta] ?? 0} />}>
            {titolo}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {visibili.map(({ id, Corpo }) => (
        <Tabs.Panel key={id} value={id} pt={12}>
          <Corpo cartella={cartella} ruolo={ruolo} oggi={oggi} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

/** `#/ospiti/:id`: one guest's record. */
export function OspitePage() {
  const { ospite = '' } = useParams({ strict: false });
  const sessione = useSessione();
  const formatNome = useFormatNome();
  // asked again at each opening: opening it is what the log tells
  const { data, error, refetch } = useEndpoint('ospiti.get', { ospiteId: ospite }, { staleTime: 0 });
  useStampa(useMemo(() => ({ cosa: 'cartella' as const, ospiteId: ospite }), [ospite]));
  const oggi = sessione?.oggi ?? '';
  const ruolo = sessione?.utente?.ruolo;
  const { azioni, tasti, aperta, apri, chiudi } = useAzioniOspite(ruolo);
  const titolo = data ? formatNome(data.cognome, data.nome) : testi.shell.pagine.ospiti;
  return (
    <Pagina
      titolo={titolo}
      ferma
      tasti={tasti}
      accanto={data && <Testata cartella={data} oggi={oggi} />}
      azioni={
        data && (
          <>
            <BottoniAzioni azioni={azioni} onApri={apri} />
            {ruolo && canCall(ruolo, 'registro.listOspite') && (
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
      {data && <LineaDelTempo cartella={data} oggi={oggi} />}
      {data && ruolo && <Sezioni key={data.id} cartella={data} ruolo={ruolo} oggi={oggi} />}
      {data && aperta && <aperta.Form cartella={data} oggi={oggi} onChiudi={chiudi} />}
    </Pagina>
  );
}
