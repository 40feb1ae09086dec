import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { type FileDato, readFiles } from '../file/file-letti.ts';
import { ScegliFile } from '../file/scegli-file.tsx';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import tabella from '../pannello/tabella.module.css';
import { ChiaveScritta } from '../recupero/chiave-scritta.tsx';
import recupero from '../recupero/recupero.module.css';
import { avvisa, avvisaErrore, ErroreInPagina } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { formatIstante, testi } from '../testi/index.ts';
import css from './impostazioni.module.css';

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
  if (depositi.length === 0) return <p className={css['cosa']}>{t.depositiNessuno}</p>;
  return (
    <Scorrevole>
      <table className={tabella['tabella']} aria-label={t.depositi}>
        <thead>
          <tr>
            {[t.comunita, t.strutture, t.preparato, t.ricevuto, testi.persone.azioni].map((titolo) => (
              <th key={titolo} scope="col">
                {titolo}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {depositi.map((uno) => (
            <tr key={uno.id}>
              <th scope="row">{uno.nome}</th>
              <td>{uno.strutture.join(', ')}</td>
              <td>{formatIstante(uno.preparatoAtMs, oggi)}</td>
              <td>{formatIstante(uno.createdAtMs, oggi)}</td>
              <td>
                <Button variant="subtle" size="compact-sm" aria-label={t.apriDi(uno.nome)} onClick={() => onApri(uno)}>
                  {t.apri}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scorrevole>
  );
}

/** Central office: the keys the communities deposited. */
export function Depositi({ oggi }: { oggi: string }) {
  const { data, error, refetch } = useEndpoint('depositi.list', {});
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
      <div className={css['colonna']}>
        <p className={css['cosa']}>{t.depositiCosa}</p>
        {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
        {!data && !error && <Attesa righe={2} testo={testi.comune.caricamento} />}
        {data && <Elenco depositi={data} oggi={oggi} onApri={setAperto} />}
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
