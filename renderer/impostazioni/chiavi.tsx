import { Button, Group } from '@mantine/core';
import { IconDownload, IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { type FileDato, readFiles } from '../file/file-letti.ts';
import { ScegliFile } from '../file/scegli-file.tsx';
import { consegnaFile } from '../pannello/consegna-file.ts';
import { Lettura } from '../pannello/lettura.tsx';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { Tabella } from '../pannello/tabella.tsx';
import { ErroreInPagina, messaggioDi, Riquadro, type Tono } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { formatIstante, testi } from '../testi/index.ts';
import css from './impostazioni.module.css';
import { RinnovaChiavi } from './rinnova-chiavi.tsx';

const t = testi.impostazioni;

interface Props {
  centrale: boolean;
  oggi: string;
}

type Corrispondente = Output<'chiavi.list'>[number];

/** This side's public key: its fingerprint and the file to give. */
function ChiavePropria({ centrale, oggi }: Props) {
  const pubblica = useEndpoint('chiavi.getPubblica', {});
  return (
    <div className={css['chiave']}>
      <h3>{t.propria}</h3>
      <p className={pannello['cosa']}>{centrale ? t.propriaCentrale : t.propriaComunita}</p>
      <Lettura di={pubblica} righe={2}>
        {(data) => (
          <>
            <p className={css['impronta']}>
              <span className={pannello['tenue']}>{t.impronta}</span> <b>{data.impronta}</b>{' '}
              {data.rinnovataAtMs !== null && (
                <span className={pannello['tenue']}>{t.rinnovataIl(formatIstante(data.rinnovataAtMs, oggi))}</span>
              )}
            </p>
            <Group gap={8}>
              <Button
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
                onClick={() =>
                  consegnaFile(data.nomeFile, new TextEncoder().encode(data.testo), t.chiaveSalvata, 'application/json')
                }
              >
                {t.salvaChiave}
              </Button>
              <RinnovaChiavi centrale={centrale} />
            </Group>
          </>
        )}
      </Lettura>
    </div>
  );
}

function TabellaChiavi({ chiavi, oggi }: { chiavi: readonly Corrispondente[]; oggi: string }) {
  return (
    <Tabella etichetta={t.registrate} colonne={[t.di, t.struttureDi, t.impronta, t.quando]}>
      {chiavi.map((chiave) => (
        <tr key={chiave.id}>
          <th scope="row">{chiave.nome}</th>
          <td>{chiave.ruolo === 'centrale' ? '–' : chiave.strutture.join(', ') || t.struttureTutte}</td>
          <td className={tabella['intero']}>
            {chiave.impronta}
            {chiave.precedenti > 0 && <span className={pannello['tenue']}> · {t.diPrima(chiave.precedenti)}</span>}
          </td>
          <td>{formatIstante(chiave.createdAtMs, oggi)}</td>
        </tr>
      ))}
    </Tabella>
  );
}

interface Detto {
  tono: Tono;
  testo: string;
  /** the key that may take the place of a lost one, once its fingerprint is read on the phone */
  perduta?: string;
}

function Sostituisci({ detto, onScelta }: { detto: Detto; onScelta: (testo: string) => void }) {
  const { perduta } = detto;
  if (perduta === undefined) return null;
  return (
    <Button size="compact-sm" variant="default" onClick={() => onScelta(perduta)}>
      {t.sostituisci}
    </Button>
  );
}

/** The other side's keys: accepted from the files they gave, one after the other, each answered by name. */
function ChiaviRegistrate({ centrale, oggi }: Props) {
  const { data, error, refetch } = useEndpoint('chiavi.list', {});
  const registra = useCommand('chiavi.register');
  const [detti, setDetti] = useState<readonly Detto[]>([]);
  const registraUna = async (nome: string, testo: string, sostituisce: boolean): Promise<Detto> => {
    try {
      const chiave = await registra.mutateAsync({ testo, sostituisce });
      markSaved();
      return { tono: 'bene', testo: `${t.registrata(chiave.nome)} ${chiave.impronta}` };
    } catch (errore) {
      const detto = { tono: 'male', testo: [nome, messaggioDi(errore)].filter(Boolean).join(': ') } as const;
      const perduta = errore instanceof ErroreApprodo && errore.codice === 'chiave.struttura';
      return perduta ? { ...detto, perduta: testo } : detto;
    }
  };
  const sostituisci = (testo: string) => void registraUna('', testo, true).then((detto) => setDetti([detto]));
  const prendi = async (dati: readonly FileDato[]) => {
    const esiti: Detto[] = [];
    try {
      const { letti, illeggibili } = await readFiles(dati);
      if (illeggibili.length > 0) esiti.push({ tono: 'male', testo: testi.file.illeggibili(illeggibili) });
      for (const { nome, bytes } of letti) esiti.push(await registraUna(nome, new TextDecoder().decode(bytes), false));
    } catch (errore) {
      esiti.push({ tono: 'male', testo: messaggioDi(errore) });
    }
    setDetti(esiti);
  };
  return (
    <div className={css['chiave']}>
      <h3>{t.registrate}</h3>
      <p className={pannello['cosa']}>{t.improntaCosa}</p>
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {data?.length === 0 && <Riquadro tono="attenzione">{centrale ? t.nessunaCentrale : t.nessunaComunita}</Riquadro>}
      {detti.map((detto) => (
        <Riquadro key={detto.testo} tono={detto.tono} azione={<Sostituisci detto={detto} onScelta={sostituisci} />}>
          {detto.testo}
        </Riquadro>
      ))}
      {data && data.length > 0 && <TabellaChiavi chiavi={data} oggi={oggi} />}
      <div>
        <ScegliFile
          accetta=".json,.txt,.approdo-chiave,application/json"
          loading={registra.isPending}
          leftSection={<IconKey size={16} aria-hidden />}
          onFile={(dati) => void prendi(dati)}
        >
          {t.registra}
        </ScegliFile>
      </div>
    </div>
  );
}

/** The exchange of public keys, once, between a community and the central office. */
export function Chiavi({ centrale, oggi }: Props) {
  return (
    <Pannello titolo={t.chiavi}>
      <p className={pannello['cosa']}>{centrale ? t.chiaviCentrale : t.chiaviComunita}</p>
      <div className={css['scambio']}>
        <ChiavePropria centrale={centrale} oggi={oggi} />
        <ChiaviRegistrate centrale={centrale} oggi={oggi} />
      </div>
    </Pannello>
  );
}
