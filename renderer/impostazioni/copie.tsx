import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { Lettura } from '../pannello/lettura.tsx';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { AzioneRiga, type Colonna, Tabella } from '../pannello/tabella.tsx';
import { avvisa, Riquadro } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { formatIstante, testi } from '../testi/index.ts';
import { CopieLuoghiForm } from './copie-luoghi-form.tsx';
import { CopieProva } from './copie-prova.tsx';
import css from './impostazioni.module.css';

const t = testi.copie;

type Copie = Output<'copie.get'>;
export type Luogo = Copie['luoghi'][number];
export type Copia = Luogo['copie'][number];

/** Copies are made behind the page's back: it asks how they are now and then. */
const COPIE_MS = 20_000;

/** Copies shown before somebody asks for all of them. */
const POCHE = 6;

const COLONNE: readonly Colonna[] = [
  ...[t.quando, t.dove, t.perche],
  { titolo: t.grandezza, numero: true },
  ...[t.verificata, testi.comune.azioni],
];

function Luoghi({ luoghi, oggi }: { luoghi: readonly Luogo[]; oggi: string }) {
  return (
    <Tabella etichetta={t.luoghi} colonne={[t.luogo, t.percorso, t.ultima, t.stato]}>
      {luoghi.map(({ tipo, percorso, ultima, errore }) => (
        <tr key={percorso}>
          <th scope="row">{t.tipi[tipo]}</th>
          <td className={css['percorso']}>{percorso}</td>
          <td>{ultima ? formatIstante(ultima.atMs, oggi) : t.mai}</td>
          <td className={css['esito']} data-esito={errore ? 'attenzione' : undefined}>
            {errore ?? (ultima ? t.bene : '–')}
          </td>
        </tr>
      ))}
    </Tabella>
  );
}

interface PropsElenco {
  luoghi: readonly Luogo[];
  oggi: string;
  onProva: (copia: Copia) => void;
}

function RigaCopia({
  copia,
  tipo,
  oggi,
  onProva,
}: { copia: Copia; tipo: Luogo['tipo'] } & Omit<PropsElenco, 'luoghi'>) {
  const quando = formatIstante(copia.createdAtMs, oggi);
  return (
    <tr>
      <th scope="row">{quando}</th>
      <td>{t.tipi[tipo]}</td>
      <td>{copia.propria ? (copia.motivo ? t.motivi[copia.motivo] : t.senzaMotivo) : t.altrui}</td>
      <td className={tabella['numero']}>{t.byte(copia.byte)}</td>
      <td className={css['esito']} data-esito={copia.verificata ? 'bene' : undefined}>
        {copia.verificata ? (
          <>
            <IconCheck size={16} aria-hidden /> {testi.comune.si}
          </>
        ) : (
          t.nonVerificata
        )}
      </td>
      <td>
        <AzioneRiga dice={t.provaDi(quando)} onClick={() => onProva(copia)}>
          {t.prova}
        </AzioneRiga>
      </td>
    </tr>
  );
}

/** The copies of every place, newest first. */
function Elenco({ luoghi, oggi, onProva }: PropsElenco) {
  const [tutte, setTutte] = useState(false);
  const copie = luoghi
    .flatMap(({ tipo, copie: sue }) => sue.map((copia) => ({ copia, tipo })))
    .toSorted((a, b) => b.copia.createdAtMs - a.copia.createdAtMs);
  if (copie.length === 0) return <p className={pannello['cosa']}>{t.nessuna}</p>;
  return (
    <>
      <Tabella etichetta={t.elenco} colonne={COLONNE}>
        {copie.slice(0, tutte ? undefined : POCHE).map(({ copia, tipo }) => (
          <RigaCopia key={copia.file} copia={copia} tipo={tipo} oggi={oggi} onProva={onProva} />
        ))}
      </Tabella>
      {!tutte && copie.length > POCHE && (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setTutte(true)}>
            {t.tutte(copie.length)}
          </Button>
        </div>
      )}
    </>
  );
}

/** A copy now; each place answers for itself. */
function Adesso() {
  const run = useCommand('copie.run');
  const fai = () =>
    run.mutate(
      {},
      {
        onSuccess: ({ esiti }) => {
          markSaved();
          const fatte = esiti.filter((esito) => esito.file !== null).length;
          if (fatte > 0) avvisa(t.fatte(fatte));
          for (const { percorso, errore } of esiti) if (errore) avvisa(`${percorso}: ${errore}`, 'attenzione');
        },
      },
    );
  return (
    <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} loading={run.isPending} onClick={fai}>
      {t.adesso}
    </Button>
  );
}

/** Copies: where they go, how the last ones went, which there are, and the rehearsal of a restore. */
export function Copie({ oggi }: { oggi: string }) {
  const copie = useEndpoint('copie.get', {}, { refetchInterval: COPIE_MS });
  const [cambia, setCambia] = useState(false);
  const [prova, setProva] = useState<Copia | null>(null);
  return (
    <Pannello
      titolo={t.titolo}
      azioni={
        <>
          <Button variant="default" onClick={() => setCambia(true)} disabled={!copie.data}>
            {t.cambia}
          </Button>
          <Adesso />
        </>
      }
    >
      <div className={pannello['colonna']}>
        <p className={pannello['cosa']}>
          {t.cosa} {t.chiavi}
        </p>
        <Lettura di={copie} righe={3}>
          {(data) => (
            <>
              {data.arretrati.map((frase) => (
                <Riquadro key={frase} tono="male">
                  {frase}
                </Riquadro>
              ))}
              {data.predefinito && <Riquadro tono="attenzione">{t.predefinito}</Riquadro>}
              <Luoghi luoghi={data.luoghi} oggi={oggi} />
              <Elenco luoghi={data.luoghi} oggi={oggi} onProva={setProva} />
              <p className={pannello['cosa']}>
                {data.prova ? t.provaUltima(formatIstante(data.prova.atMs, oggi), data.prova.frase) : t.provaMai}
              </p>
            </>
          )}
        </Lettura>
      </div>
      {cambia && copie.data && <CopieLuoghiForm copie={copie.data} onChiudi={() => setCambia(false)} />}
      {prova && <CopieProva copia={prova} oggi={oggi} onChiudi={() => setProva(null)} />}
    </Pannello>
  );
}
