import { Button, Group, Modal, NativeSelect } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint, useLavoro } from '../api/index.ts';
import { type FileDato, readFiles } from '../file/file-letti.ts';
import { ScegliFile } from '../file/scegli-file.tsx';
import { consegnaFile } from '../pannello/consegna-file.ts';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import { Avanzamento } from '../shell/avanzamento.tsx';
import { ErroreInPagina, Riquadro } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import css from './impostazioni.module.css';

const t = testi.ricostruzione;

/** The one file that was chosen. @throws ErroreApprodo `file.*` */
async function leggiUno(dati: readonly FileDato[]): Promise<Uint8Array<ArrayBuffer>> {
  const { letti, illeggibili } = await readFiles(dati.slice(0, 1));
  const [file] = letti;
  if (!file) throw new ErroreApprodo('file.permesso', testi.file.illeggibili(illeggibili));
  return file.bytes;
}

interface PropsComunita {
  nome: string;
  struttura: string;
}

/** The fingerprint is read on the phone before anything leaves: who holds that key will read everything. */
function Conferma({ nome, struttura, chiave, onChiudi }: PropsComunita & { chiave: string; onChiudi: () => void }) {
  const { data, error } = useEndpoint('ricostruzioni.check', { struttura, chiave });
  const lavoro = useLavoro();
  const prepara = useCommand('ricostruzioni.prepare', { lavoro });
  const vai = () =>
    prepara.mutate(
      { struttura, chiave },
      {
        onSuccess: ({ nomeFile, bytes }) => {
          markSaved();
          consegnaFile(nomeFile, bytes, t.pronta);
          onChiudi();
        },
      },
    );
  return (
    <Modal opened onClose={onChiudi} title={<b>{t.titolo}</b>} closeButtonProps={{ 'aria-label': testi.comune.chiudi }}>
      <div className={pannello['colonna']}>
        {error && <ErroreInPagina errore={error} />}
        {prepara.error && <ErroreInPagina errore={prepara.error} />}
        {data && (
          <>
            <Riquadro tono="attenzione">{t.conferma(nome, data.impronta)}</Riquadro>
            <p className={pannello['cosa']}>{t.contiene(data.pacchi, data.ultimoMese)}</p>
            <p className={pannello['cosa']}>{data.chiaveNuova ? t.chiaveNuova : t.stessaChiave}</p>
            <p className={pannello['cosa']}>{t.nonContiene}</p>
          </>
        )}
        <Avanzamento lavoro={lavoro} />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onChiudi} data-autofocus>
            {testi.comune.annulla}
          </Button>
          <Button onClick={vai} loading={prepara.isPending} disabled={!data}>
            {t.vai}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}

/** At the Accoglienza: one community, back from its parcels. */
function Prepara({ comunita }: { comunita: readonly PropsComunita[] }) {
  const [quale, setQuale] = useState(comunita[0]?.struttura ?? '');
  const [scelta, setScelta] = useState<(PropsComunita & { chiave: string }) | null>(null);
  const [errore, setErrore] = useState<unknown>(null);
  const una = comunita.find(({ struttura }) => struttura === quale);
  const prendi = async (di: PropsComunita, dati: readonly FileDato[]) => {
    setErrore(null);
    try {
      setScelta({ ...di, chiave: new TextDecoder().decode(await leggiUno(dati)) });
    } catch (e) {
      setErrore(e);
    }
  };
  return (
    <Pannello titolo={t.titolo}>
      <div className={pannello['colonna']}>
        <p className={pannello['cosa']}>{t.cosaCentrale}</p>
        {errore !== null && <ErroreInPagina errore={errore} />}
        <div className={css['suggeriti']}>
          <NativeSelect
            aria-label={t.comunita}
            data={comunita.map(({ nome, struttura }) => ({ value: struttura, label: nome }))}
            value={quale}
            onChange={(e) => setQuale(e.currentTarget.value)}
          />
          <ScegliFile molti={false} accetta=".json" onFile={(dati) => una && void prendi(una, dati)}>
            {t.scegliChiave}
          </ScegliFile>
        </div>
      </div>
      {scelta && <Conferma {...scelta} onChiudi={() => setScelta(null)} />}
    </Pannello>
  );
}

function Esito({ esito }: { esito: Output<'ricostruzioni.import'> }) {
  return (
    <>
      <Riquadro tono={esito.esito === 'uguale' ? 'info' : 'bene'}>{t.fatta(esito.esito)}</Riquadro>
      <ul className={css['controlli']}>
        {esito.strutture.map(({ codice, mesi, prossimoNumero }) => (
          <li key={codice}>{t.struttura(codice, mesi, prossimoNumero)}</li>
        ))}
      </ul>
      {esito.avvisi.map((avviso) => (
        <Riquadro key={avviso} tono="attenzione">
          {avviso}
        </Riquadro>
      ))}
      {esito.esito === 'nuovo' && <p className={pannello['cosa']}>{t.nonContiene}</p>}
    </>
  );
}

/** In a community: the file the Accoglienza made. */
function Importa() {
  const lavoro = useLavoro();
  const importa = useCommand('ricostruzioni.import', { lavoro });
  const strutture = useEndpoint('strutture.list', {});
  const [errore, setErrore] = useState<unknown>(null);
  const prendi = async (dati: readonly FileDato[]) => {
    setErrore(null);
    try {
      const bytes = await leggiUno(dati);
      importa.mutate({ bytes }, { onSuccess: () => markSaved() });
    } catch (e) {
      setErrore(e);
    }
  };
  return (
    <Pannello titolo={t.titolo}>
      <div className={pannello['colonna']}>
        <p className={pannello['cosa']}>{strutture.data?.length === 0 ? t.cosaComunita : t.cosaArretrata}</p>
        {errore !== null && <ErroreInPagina errore={errore} />}
        {importa.error && <ErroreInPagina errore={importa.error} />}
        <Avanzamento lavoro={lavoro} />
        {importa.data && <Esito esito={importa.data} />}
        <div>
          <ScegliFile
            molti={false}
            accetta=".ricostruzione"
            loading={importa.isPending}
            leftSection={<IconFileImport size={16} aria-hidden />}
            onFile={(dati) => void prendi(dati)}
          >
            {t.importa}
          </ScegliFile>
        </div>
      </div>
    </Pannello>
  );
}

/** A community back from its parcels: prepared at the Accoglienza, taken in the community. */
export function Ricostruzione({ centrale }: { centrale: boolean }) {
  const chiavi = useEndpoint('chiavi.list', {});
  if (!centrale) return <Importa />;
  const comunita = (chiavi.data ?? []).flatMap(({ ruolo, nome, strutture: [struttura] }) =>
    ruolo === 'comunita' && struttura !== undefined ? [{ nome, struttura }] : [],
  );
  return comunita.length === 0 ? null : <Prepara comunita={comunita} />;
}
