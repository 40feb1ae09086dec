import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef, useState } from 'react';
import { addMesiAlGiorno, type Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import type { Input, Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { useEtichette } from '../report/etichette.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import css from './agenda.module.css';
import type { RigaAgenda } from './apri.tsx';
import { cosaDi, useNomi } from './righe.tsx';

const t = testi.agenda;
const ALTEZZA = 32;
const ATTESA_MS = 150;
const GENERI = ['visita', 'incontro', 'attivita'] as const;
const SOLO = ['tutti', 'accompagnati', 'protetti', 'ritardo'] as const;

type Solo = NonNullable<Input<'agenda.search'>['solo']>;

interface Props {
  struttura: string;
  oggi: Giorno;
  onApri: (riga: RigaAgenda) => void;
}

/** What of a row does not move as the list scrolls: drawn once while it is in sight. */
const Trovata = memo(function Trovata({ riga, onApri }: { riga: RigaAgenda; onApri: (riga: RigaAgenda) => void }) {
  const etichetta = useEtichette();
  const nomiDi = useNomi();
  return (
    <>
      <span className={tabella['intero']}>{formatGiornoBreve(riga.data)}</span>
      <span className={css['ora']}>{riga.ora}</span>
      <button type="button" className={css['cosa']} onClick={() => onApri(riga)}>
        <b>{cosaDi(riga, etichetta)}</b>
      </button>
      <span>{nomiDi(riga.ospiti)}</span>
      <span>{riga.luogo}</span>
      <span>{t.statoDi[riga.stato]}</span>
    </>
  );
});

/** The rows that can be seen, out of as many as there are. */
function Elenco({ righe, onApri }: { righe: readonly RigaAgenda[]; onApri: (riga: RigaAgenda) => void }) {
  const spazio = useRef<HTMLDivElement>(null);
  const { getTotalSize, getVirtualItems } = useVirtualizer({
    count: righe.length,
    getScrollElement: () => spazio.current,
    estimateSize: () => ALTEZZA,
    overscan: 8,
  });
  return (
    <>
      <div className={css['intestazione']} aria-hidden>
        {(['data', 'ora', 'cosa', 'chi', 'dove', 'stato'] as const).map((colonna) => (
          <span key={colonna}>{t.colonne[colonna]}</span>
        ))}
      </div>
      <section ref={spazio} className={css['elenco']} aria-label={t.cerca.trovati}>
        <ul className={`${css['righe']} ${css['disteso']}`} style={{ height: getTotalSize() }}>
          {getVirtualItems().map(({ index, start }) => {
            const riga = righe[index];
            if (!riga) return null;
            return (
              <li
                key={riga.id}
                className={css['trovata']}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={righe.length}
                aria-posinset={index + 1}
              >
                <Trovata riga={riga} onApri={onApri} />
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}

/** The figures of what was found; each opens its own rows. */
function Conti({
  fatti,
  onGenere,
  onAccompagnati,
}: {
  fatti: Output<'agenda.search'>['fatti'];
  onGenere: (genere: (typeof GENERI)[number]) => void;
  onAccompagnati: () => void;
}) {
  return (
    <p className={css['conti']}>
      <span className={css['frase']}>{t.cerca.fatti}</span>
      <button type="button" className={tabella['cifra']} onClick={() => onGenere('visita')}>
        {t.cerca.conti.visite(fatti.visite)}
      </button>
      <button type="button" className={tabella['cifra']} onClick={() => onGenere('incontro')}>
        {t.cerca.conti.incontri(fatti.incontri)}
      </button>
      <button type="button" className={tabella['cifra']} onClick={() => onGenere('attivita')}>
        {t.cerca.conti.attivita(fatti.attivita)}
      </button>
      <button type="button" className={tabella['cifra']} onClick={onAccompagnati}>
        {t.cerca.conti.accompagnamenti(fatti.accompagnamenti)}
      </button>
    </p>
  );
}

/** Everything of the agenda over the years: words, period, kind. */
export function Cerca({ struttura, oggi, onApri }: Props) {
  const [testo, setTesto] = useState('');
  const [genere, setGenere] = useState<(typeof GENERI)[number] | null>(null);
  const [solo, setSolo] = useState<Solo>('tutti');
  const [dal, setDal] = useState(formatGiornoBreve(addMesiAlGiorno(oggi, -12)));
  const [al, setAl] = useState(formatGiornoBreve(addMesiAlGiorno(oggi, 12)));
  const [cercato] = useDebouncedValue(testo.trim(), ATTESA_MS);
  const [primo, ultimo] = [parseGiorno(dal, oggi), parseGiorno(al, oggi)];
  const { data, error, refetch } = useEndpoint(
    'agenda.search',
    { struttura, testo: cercato, genere, solo, dal: primo ?? oggi, al: ultimo ?? oggi },
    { enabled: primo !== undefined && ultimo !== undefined, placeholderData: (prima) => prima },
  );
  const quanti =
    data &&
    (data.righe.length < data.totale ? t.cerca.primi(data.righe.length, data.totale) : t.cerca.quanti(data.totale));
  return (
    <Pannello titolo={t.viste.cerca} accanto={quanti}>
      <div className={css['barra']}>
        <TextInput
          label={t.cerca.testo}
          value={testo}
          onChange={(e) => setTesto(e.currentTarget.value)}
          w={280}
          data-autofocus
        />
        <Select
          label={t.cerca.genere}
          placeholder={t.cerca.tutti}
          data={GENERI.map((uno) => ({ value: uno, label: t.generi[uno] }))}
          value={genere}
          onChange={(scelto) => setGenere(scelto)}
          clearable
          w={150}
        />
        <TextInput
          label={t.cerca.dal}
          value={dal}
          onChange={(e) => setDal(e.currentTarget.value)}
          error={primo === undefined ? t.cerca.dataIgnota : undefined}
          w={120}
        />
        <TextInput
          label={t.cerca.al}
          value={al}
          onChange={(e) => setAl(e.currentTarget.value)}
          error={ultimo === undefined ? t.cerca.dataIgnota : undefined}
          w={120}
        />
        <SegmentedControl
          aria-label={t.cerca.solo}
          data={SOLO.map((uno) => ({ value: uno, label: t.cerca.soli[uno] }))}
          value={solo}
          onChange={(scelto) => setSolo(scelto as Solo)}
        />
      </div>
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={12} testo={t.lettura} />}
      {data && (
        <>
          <Conti
            fatti={data.fatti}
            onGenere={(uno) => {
              setGenere(uno);
              setSolo('tutti');
            }}
            onAccompagnati={() => setSolo('accompagnati')}
          />
          {data.righe.length === 0 ? (
            <p className={css['frase']}>{t.cerca.nessuno}</p>
          ) : (
            <Elenco righe={data.righe} onApri={onApri} />
          )}
        </>
      )}
    </Pannello>
  );
}
