import { SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { STATI_OSPITE } from '../../electron/contract/ospite.ts';
import { useEndpoint } from '../api/index.ts';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import tabella from '../pannello/tabella.module.css';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { Pagina } from '../shell/pagina.tsx';
import { formatNumero, testi } from '../testi/index.ts';
import css from './ospite.module.css';

const t = testi.ospite.elenco;
const ATTESA_MS = 150;

type Stato = (typeof STATI_OSPITE)[number];
type Elencato = Output<'ospiti.list'>['ospiti'][number];

function Riga({ ospite }: { ospite: Elencato }) {
  const formatNome = useFormatNome();
  const { id, cognome, nome, dataNascita, eta, struttura, dataIngresso, dataDimissione } = ospite;
  const giorno = (valore: string | null) => (valore === null ? '' : formatGiornoBreve(valore));
  return (
    <tr>
      <th scope="row">
        <Link to="/ospiti/$ospite" params={{ ospite: id }}>
          {formatNome(cognome, nome)}
        </Link>
      </th>
      <td className={tabella['intero']}>{giorno(dataNascita)}</td>
      <td className={tabella['numero']}>{formatNumero(eta)}</td>
      <td>{struttura}</td>
      <td className={tabella['intero']}>{giorno(dataIngresso)}</td>
      <td className={tabella['intero']}>{giorno(dataDimissione)}</td>
    </tr>
  );
}

function Tabella({ ospiti }: { ospiti: readonly Elencato[] }) {
  return (
    <Scorrevole>
      <table className={tabella['tabella']}>
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
          </tr>
        </thead>
        <tbody>
          {ospiti.map((ospite) => (
            <Riga key={ospite.id} ospite={ospite} />
          ))}
        </tbody>
      </table>
    </Scorrevole>
  );
}

/** `#/ospiti`: everyone in the register, present or gone; a name opens the record. */
export function OspitiPage() {
  const [testo, setTesto] = useState('');
  const [stato, setStato] = useState<Stato>('presenti');
  const [cercato] = useDebouncedValue(testo.trim(), ATTESA_MS);
  const { data, error, refetch } = useEndpoint(
    'ospiti.list',
    { testo: cercato, stato },
    { placeholderData: (prima) => prima },
  );
  const quanti = data && (data.ospiti.length < data.totale ? t.primi(data.ospiti.length, data.totale) : '');
  return (
    <Pagina
      titolo={t.titolo}
      azioni={
        <>
          <TextInput
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
        <Pannello titolo={t.stati[stato]} accanto={quanti || t.quanti(data.totale)}>
          {data.ospiti.length === 0 ? <p className={css['frase']}>{t.nessuno}</p> : <Tabella ospiti={data.ospiti} />}
        </Pannello>
      )}
    </Pagina>
  );
}
