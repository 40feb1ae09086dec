import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef, useState } from 'react';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { formatNascita } from '../../domain/nascita.ts';
import type { Output } from '../../electron/contract/index.ts';
import { STATI_OSPITE } from '../../electron/contract/ospite.ts';
import { useEndpoint } from '../api/index.ts';
import { SegnoAvvertenza } from '../avvertenza/segno.tsx';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { Pagina } from '../shell/pagina.tsx';
import { formatNumero, testi } from '../testi/index.ts';
import css from './ospite.module.css';

const t = testi.ospite.elenco;
const ATTESA_MS = 150;
/** Every guest of a central office with twenty years behind it. */
const MASSIMO = 20_000;
const ALTEZZA_RIGA = 31;

type Stato = (typeof STATI_OSPITE)[number];
type Elencato = Output<'ospiti.list'>['ospiti'][number];

/** In the place of rows that are out of sight. */
function Vuota({ alta }: { alta: number }) {
  if (alta <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={7} style={{ height: alta, padding: 0, border: 0 }} />
    </tr>
  );
}

interface PropsRiga {
  ospite: Elencato;
  indice: number;
  misura: (riga: HTMLTableRowElement | null) => void;
}

/** Drawn once while it is in sight: what scrolls past is new rows only. */
const Riga = memo(function Riga({ ospite, indice, misura }: PropsRiga) {
  const formatNome = useFormatNome();
  const { avvertenze, identitaDaConfermare } = ospite;
  const { id, cognome, nome, dataNascita, eta, struttura, dataIngresso, dataDimissione } = ospite;
  const giorno = (valore: string | null) => (valore === null ? '' : formatGiornoBreve(valore));
  return (
    <tr ref={misura} data-index={indice} aria-rowindex={indice + 2}>
      <th scope="row">
        <Link to="/ospiti/$ospite" params={{ ospite: id }}>
          {formatNome(cognome, nome)}
        </Link>
      </th>
      <td className={tabella['intero']}>{formatNascita(dataNascita)}</td>
      <td className={tabella['numero']}>{formatNumero(eta)}</td>
      <td>{struttura}</td>
      <td className={tabella['intero']}>{giorno(dataIngresso)}</td>
      <td className={tabella['intero']}>{giorno(dataDimissione)}</td>
      <td>
        <span className={css['segniRiga']}>
          {avvertenze.map((una) => (
            <SegnoAvvertenza key={una.tipo + una.testo} {...una} />
          ))}
          {identitaDaConfermare && (
            <span className={css['segno']} data-tono="attenzione">
              {testi.identita.daConfermare}
            </span>
          )}
        </span>
      </td>
    </tr>
  );
});

/** Only the rows in sight are in the page, between two rows as tall as those that are not: ten thousand scroll as ten. */
function Tabella({ ospiti }: { ospiti: readonly Elencato[] }) {
  const spazio = useRef<HTMLElement>(null);
  const righe = useVirtualizer({
    count: ospiti.length,
    getScrollElement: () => spazio.current,
    estimateSize: () => ALTEZZA_RIGA,
    overscan: 8,
    getItemKey: (indice) => ospiti[indice]?.id ?? indice,
  });
  const visibili = righe.getVirtualItems();
  const sopra = visibili[0]?.start ?? 0;
  const sotto = righe.getTotalSize() - (visibili.at(-1)?.end ?? 0);
  return (
    <section ref={spazio} className={css['scorri']} aria-label={t.righe(ospiti.length)}>
      <table className={tabella['tabella']} aria-rowcount={ospiti.length + 1}>
        <thead>
          <tr>
            <th scope="col">{t.nome}</th>
            <th scope="col">{t.nascita}</th>
            <th scope="col" className={tabella['numero']}>
              {t.eta}
            </th>
            <th scope="col">{t.dove}</th>
            <th scope="col">{t.dal}</th>
            <th scope="col">{t.al}</th>
            <th scope="col">{t.avvertenze}</th>
          </tr>
        </thead>
        <tbody>
          <Vuota alta={sopra} />
          {visibili.map(({ index, key }) => {
            const ospite = ospiti[index];
            return ospite && <Riga key={key} ospite={ospite} indice={index} misura={righe.measureElement} />;
          })}
          <Vuota alta={sotto} />
        </tbody>
      </table>
    </section>
  );
}

/** Nobody of those looked among: the others are one press away. */
function Nessuno({ stato, onTutti }: { stato: Stato; onTutti: () => void }) {
  if (stato === 'tutti') return <p className={css['frase']}>{t.nessuno}</p>;
  return (
    <p className={css['frase']}>
      {t.nessunoQui[stato]}{' '}
      <Button variant="subtle" size="compact-sm" onClick={onTutti}>
        {t.cercaTutti}
      </Button>
    </p>
  );
}

/** `#/ospiti`: everyone in the register, present or gone; a name opens the record. */
export function OspitiPage() {
  const [testo, setTesto] = useState('');
  const [stato, setStato] = useState<Stato>('presenti');
  const [cercato] = useDebouncedValue(testo.trim(), ATTESA_MS);
  const campo = useRef<HTMLInputElement>(null);
  // who opens the page looks for somebody
  useEffect(() => campo.current?.focus({ preventScroll: true }), []);
  const { data, error, refetch } = useEndpoint(
    'ospiti.list',
    { testo: cercato, stato, limite: MASSIMO },
    { placeholderData: (prima) => prima },
  );
  const quanti = data && (data.ospiti.length < data.totale ? t.primi(data.ospiti.length, data.totale) : '');
  return (
    <Pagina
      titolo={t.titolo}
      piena
      azioni={
        <>
          <TextInput
            ref={campo}
            aria-label={t.cerca}
            placeholder={t.cerca}
            value={testo}
            onChange={(e) => setTesto(e.currentTarget.value)}
            w={280}
          />
          <SegmentedControl
            aria-label={t.stato}
            data={STATI_OSPITE.map((uno) => ({ value: uno, label: t.stati[uno] }))}
            value={stato}
            onChange={(scelto) => setStato(scelto as Stato)}
          />
        </>
      }
    >
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={12} testo={t.lettura} />}
      {data && (
        <Pannello className={css['piena']} titolo={t.stati[stato]} accanto={quanti || t.quanti(data.totale)}>
          {data.simili && (
            <p className={css['frase']} role="status">
              {t.simili}
            </p>
          )}
          {data.ospiti.length === 0 ? (
            <Nessuno stato={stato} onTutti={() => setStato('tutti')} />
          ) : (
            <Tabella key={`${cercato} ${stato}`} ospiti={data.ospiti} />
          )}
        </Pannello>
      )}
    </Pagina>
  );
}
