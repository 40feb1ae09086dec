import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { type FileDato, readFiles } from '../file/file-letti.ts';
import { ScegliFile } from '../file/scegli-file.tsx';
import { Lettura } from '../pannello/lettura.tsx';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import { AzioneRiga, Tabella } from '../pannello/tabella.tsx';
import { ChiaveScritta } from '../recupero/chiave-scritta.tsx';
import recupero from '../recupero/recupero.module.css';
import { avvisa, avvisaErrore } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { formatIstante, testi } from '../testi/index.ts';

const t = testi.recupero;

type Deposito = Output<'depositi.list'>[number];

/** Why first, then the key, to be read on the phone. */
function Apri({ deposito, onChiudi }: { deposito: Deposito; onChiudi: () => void }) {
  const [motivo, setMotivo] = useState('');
  const [manca, setManca] = useState(false);
  const apri = useCommand('depositi.open');
  const invia = (e: FormEvent) => {
    e.preventDefault();
    setManca(motivo.trim().length < 3);
    if (motivo.trim().length >= 3) apri.mutate({ id: deposito.id, motivo });
  };
  return (
    <Modal
      opened
      onClose={onChiudi}
      title={<b>{t.apriDi(deposito.nome)}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      {apri.data ? (
        <div className={recupero['passi']}>
          <ChiaveScritta chiave={apri.data.chiave} />
          <p>{t.leggi}</p>
          <Button onClick={onChiudi}>{testi.comune.chiudi}</Button>
        </div>
      ) : (
        <form className={recupero['passi']} onSubmit={invia} noValidate>
          <TextInput
            label={t.motivo}
            description={t.motivoCosa}
            value={motivo}
            onChange={(e) => setMotivo(e.currentTarget.value)}
            error={manca ? t.motivoManca : apri.error?.messaggio}
            data-autofocus
          />
          <Button type="submit" loading={apri.isPending}>
            {t.apri}
          </Button>
        </form>
      )}
    </Modal>
  );
}

function Elenco({ depositi, oggi, onApri }: { depositi: Deposito[]; oggi: string; onApri: (uno: Deposito) => void }) {
  return (
    <Tabella
      etichetta={t.depositi}
      vuota={t.depositiNessuno}
      colonne={[t.comunita, t.strutture, t.preparato, t.ricevuto, testi.comune.azioni]}
    >
      {depositi.map((uno) => (
        <tr key={uno.id}>
          <th scope="row">{uno.nome}</th>
          <td>{uno.strutture.join(', ')}</td>
          <td>{formatIstante(uno.preparatoAtMs, oggi)}</td>
          <td>{formatIstante(uno.createdAtMs, oggi)}</td>
          <td>
            <AzioneRiga dice={t.apriDi(uno.nome)} onClick={() => onApri(uno)}>
              {t.apri}
            </AzioneRiga>
          </td>
        </tr>
      ))}
    </Tabella>
  );
}

/** Central office: the keys the communities deposited. */
export function Depositi({ oggi }: { oggi: string }) {
  const depositi = useEndpoint('depositi.list', {});
  const importa = useCommand('depositi.import');
  const [aperto, setAperto] = useState<Deposito | null>(null);
  const prendi = async (dati: readonly FileDato[]) => {
    const { letti, illeggibili } = await readFiles(dati);
    if (illeggibili.length > 0) avvisa(testi.file.illeggibili(illeggibili), 'male');
    for (const file of letti) {
      const { nome } = await importa.mutateAsync({ file });
      markSaved();
      avvisa(t.importato(nome));
    }
  };
  return (
    <Pannello titolo={t.depositi}>
      <div className={pannello['colonna']}>
        <p className={pannello['cosa']}>{t.depositiCosa}</p>
        <Lettura di={depositi} righe={2}>
          {(tutti) => <Elenco depositi={tutti} oggi={oggi} onApri={setAperto} />}
        </Lettura>
        <div>
          <ScegliFile
            accetta=".age"
            loading={importa.isPending}
            onFile={(dati) => void prendi(dati).catch(avvisaErrore)}
          >
            {t.importa}
          </ScegliFile>
        </div>
      </div>
      {aperto && <Apri deposito={aperto} onChiudi={() => setAperto(null)} />}
    </Pannello>
  );
}
