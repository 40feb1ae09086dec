import { Button, Radio, TextInput } from '@mantine/core';
import { IconCheck, IconLoader2, IconPointFilled } from '@tabler/icons-react';
import { type FormEvent, useEffect, useState } from 'react';
import type { Output } from '../../electron/contract/index.ts';
import { type Lavoro, useCommand, useEndpoint, useLavoro } from '../api/index.ts';
import { ErroreInPagina, Riquadro } from '../shell/avvisi.tsx';
import type { Sessione } from '../shell/sessione.ts';
import { formatIstante, testi } from '../testi/index.ts';
import css from './accesso.module.css';
import { CampoPassword } from './campo-password.tsx';

const t = testi.copie;

type Trovate = Output<'ripristino.list'>;
type Passo = keyof typeof t.passi;
const PASSI = Object.keys(t.passi) as Passo[];

/** The four things that are checked, ticked one by one as they are done. */
function Passi({ lavoro, fatto }: { lavoro: Lavoro; fatto: boolean }) {
  const adesso = fatto ? PASSI.length : PASSI.indexOf(lavoro.progresso?.fase as Passo);
  return (
    <ul className={css['passi']} aria-live="polite">
      {PASSI.map((passo, index) => {
        const stato = index < adesso ? 'fatto' : index === adesso ? 'adesso' : 'dopo';
        const Icona = { fatto: IconCheck, adesso: IconLoader2, dopo: IconPointFilled }[stato];
        return (
          <li key={passo} data-stato={stato}>
            <Icona size={16} aria-hidden /> {t.passi[passo]}
          </li>
        );
      })}
    </ul>
  );
}

interface PropsElenco {
  trovate: Trovate | undefined;
  oggi: string;
  scelta: string;
  onScelta: (file: string) => void;
  errore: string | undefined;
}

function Elenco({ trovate, oggi, scelta, onScelta, errore }: PropsElenco) {
  if (!trovate) return <p className={css['nota']}>{testi.comune.caricamento}</p>;
  if (trovate.copie.length === 0) return <Riquadro tono="attenzione">{t.nonTrovate}</Riquadro>;
  return (
    <Radio.Group label={t.trovate} value={scelta} onChange={onScelta} error={errore}>
      <div className={css['copie']}>
        {trovate.copie.map(({ file, createdAtMs, byte, verificata, motivo }) => (
          <Radio.Card key={file} value={file} className={css['copia'] ?? ''}>
            <b>{formatIstante(createdAtMs, oggi)}</b>
            <span>{t.byte(byte)}</span>
            <span>{file}</span>
            <span>{verificata ? t.verificata.toLocaleLowerCase('it') : t.nonVerificata}</span>
            {motivo && <span>{t.motivi[motivo]}</span>}
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}

interface Props {
  oggi: string;
  onAperto: (sessione: Sessione) => void;
  onIndietro: () => void;
}

/** Where to look: a folder or a file written by hand, when the sticks and the known places are not enough. */
function Dove({ onCerca, inCorso }: { onCerca: (percorso: string) => void; inCorso: boolean }) {
  const [scritto, setScritto] = useState('');
  const [manca, setManca] = useState(false);
  const cerca = () => {
    setManca(scritto.trim() === '');
    if (scritto.trim() !== '') onCerca(scritto.trim());
  };
  return (
    <div className={css['cerca']}>
      <TextInput
        label={t.doveSono}
        description={t.doveSonoCosa}
        value={scritto}
        onChange={(e) => setScritto(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key !== 'Enter') return;
          e.preventDefault();
          cerca();
        }}
        error={manca ? t.manca.percorso : undefined}
      />
      <Button variant="default" onClick={cerca} loading={inCorso}>
        {t.cerca}
      </Button>
    </div>
  );
}

/** What happens to what is here now. */
function Avviso({ trovate }: { trovate: Trovate }) {
  const frasi = [
    ...(trovate.occupata ? [t.occupata] : []),
    ...(trovate.inUscita > 0 ? [t.inUscita(trovate.inUscita)] : []),
  ];
  return frasi.length === 0 ? null : <p className={css['nota']}>{frasi.join(' ')}</p>;
}

/** Restored: what it is, where the rest went, and the way in. */
function Fatto({
  esito,
  oggi,
  password,
  onAperto,
  onIndietro,
}: Props & { esito: Output<'ripristino.run'>; password: string }) {
  const open = useCommand('sessione.open');
  return (
    <>
      <Riquadro tono="bene">
        {t.fatto(formatIstante(esito.createdAtMs, oggi))} {esito.messoDaParte && t.daParte(esito.messoDaParte)}
      </Riquadro>
      {open.error && <ErroreInPagina errore={open.error} />}
      <Button
        size="md"
        autoFocus
        loading={open.isPending}
        onClick={() => open.mutate({ password }, { onSuccess: onAperto })}
      >
        {t.entra}
      </Button>
      {open.error && (
        <Button variant="default" size="md" onClick={onIndietro}>
          {t.indietro}
        </Button>
      )}
    </>
  );
}

/** Guided restore: which copy, its password, the checks one by one, and in. */
export function Ripristino(props: Props) {
  const { oggi, onIndietro } = props;
  const [percorso, setPercorso] = useState<string | undefined>();
  const [scelta, setScelta] = useState('');
  const [password, setPassword] = useState('');
  const [provato, setProvato] = useState(false);
  const lavoro = useLavoro();
  const lista = useEndpoint('ripristino.list', percorso === undefined ? {} : { percorso });
  const run = useCommand('ripristino.run', { lavoro });
  const file = scelta || lista.data?.copie[0]?.file || '';
  useEffect(() => {
    document.title = `${t.doorTitolo} · ${testi.comune.approdo}`;
  }, []);
  const cerca = (scritto: string) => {
    setScelta('');
    if (scritto === percorso) void lista.refetch();
    setPercorso(scritto);
  };
  const invia = (e: FormEvent) => {
    e.preventDefault();
    setProvato(true);
    if (file !== '' && password !== '') run.mutate({ file, password });
  };
  return (
    <main className={css['sfondo']}>
      <form className={css['foglio']} onSubmit={invia} noValidate>
        <p className={css['marca']}>{testi.comune.approdo}</p>
        <h1>{t.doorTitolo}</h1>
        <p className={css['nota']}>{t.doorCosa}</p>
        {!run.data && (
          <>
            {lista.error && <ErroreInPagina errore={lista.error} />}
            {!lista.error && (
              <Elenco
                trovate={lista.data}
                oggi={oggi}
                scelta={file}
                onScelta={setScelta}
                errore={provato && file === '' ? t.manca.copia : undefined}
              />
            )}
            <Dove onCerca={cerca} inCorso={lista.isFetching} />
            <CampoPassword
              label={t.provaPassword}
              autoComplete="current-password"
              value={password}
              onChange={(e) => setPassword(e.currentTarget.value)}
              error={provato && password === '' ? t.manca.password : undefined}
            />
            {lista.data && <Avviso trovate={lista.data} />}
            {run.error && <ErroreInPagina errore={run.error} />}
          </>
        )}
        {(run.isPending || run.data) && <Passi lavoro={lavoro} fatto={run.data !== undefined} />}
        {run.data ? (
          <Fatto {...props} esito={run.data} password={password} />
        ) : (
          <div className={css['fondo']}>
            <Button variant="default" size="md" onClick={onIndietro} disabled={run.isPending}>
              {t.indietro}
            </Button>
            <Button type="submit" size="md" loading={run.isPending}>
              {t.vai}
            </Button>
          </div>
        )}
      </form>
    </main>
  );
}
