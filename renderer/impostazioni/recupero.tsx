import { Button, Drawer, Modal } from '@mantine/core';
import { IconDownload, IconKey } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Output } from '../../electron/contract/index.ts';
import { CampoPassword } from '../accesso/campo-password.tsx';
import { tellSessioneCambiata, useCommand, useEndpoint } from '../api/index.ts';
import { consegnaFile } from '../pannello/consegna-file.ts';
import pannello from '../pannello/pannello.module.css';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { FaiNuova } from '../recupero/chiave-da-confermare.tsx';
import { ChiaveNuova } from '../recupero/chiave-nuova.tsx';
import recupero from '../recupero/recupero.module.css';
import { avvisa, ErroreInPagina } from '../shell/avvisi.tsx';
import { canCall } from '../shell/pagine.ts';
import { markSaved } from '../shell/salvataggio.ts';
import type { Sessione } from '../shell/sessione.ts';
import { formatIstante, testi } from '../testi/index.ts';

const t = testi.recupero;

type Stato = Output<'recupero.get'>;

/** A new key: the password, then the key to be put on paper. */
function Rinnova({ sessione, onChiudi }: { sessione: Sessione; onChiudi: () => void }) {
  const [chiave, setChiave] = useState<string | null>(null);
  const fatto = () => {
    markSaved();
    tellSessioneCambiata(false);
    avvisa(t.rinnovata);
    onChiudi();
  };
  return (
    <Drawer
      opened
      onClose={onChiudi}
      // the key is told this once: not lost to a click outside
      closeOnClickOutside={chiave === null}
      closeOnEscape={chiave === null}
      size={460}
      title={<b>{t.rinnova}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      {chiave === null ? (
        <FaiNuova onNuova={setChiave} />
      ) : (
        <ChiaveNuova chiave={chiave} nome={sessione.nome ?? ''} oggi={sessione.oggi} fine={t.fatto} onFatto={fatto} />
      )}
    </Drawer>
  );
}

/** The password, then the file for the central office. */
function Deposita({ onChiudi }: { onChiudi: () => void }) {
  const [password, setPassword] = useState('');
  const deposita = useCommand('recupero.deposit');
  const invia = (e: FormEvent) => {
    e.preventDefault();
    deposita.mutate(
      { password },
      {
        onSuccess: ({ nomeFile, bytes }) => {
          markSaved();
          consegnaFile(nomeFile, bytes, () => t.depositata, 'application/octet-stream');
          onChiudi();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onChiudi}
      title={<b>{t.deposita}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      <form className={recupero['passi']} onSubmit={invia} noValidate>
        <p>{t.depositoCosa}</p>
        <CampoPassword
          label={testi.accesso.password}
          description={t.passwordCosa}
          autoComplete="current-password"
          value={password}
          onChange={(e) => setPassword(e.currentTarget.value)}
          error={deposita.error?.messaggio}
          data-autofocus
        />
        <Button type="submit" loading={deposita.isPending}>
          {t.deposita}
        </Button>
      </form>
    </Modal>
  );
}

/** A community's key at the central office: whether it is there, made, taken back. */
function Deposito({ stato, oggi }: { stato: Stato; oggi: string }) {
  const [chiede, setChiede] = useState(false);
  const revoca = useCommand('recupero.revokeDeposito');
  const { deposito, presso } = stato;
  const togli = (id: string) =>
    revoca.mutate(
      { id },
      {
        onSuccess: () => {
          markSaved();
          avvisa(t.revocata);
        },
      },
    );
  return (
    <div className={recupero['fatti']}>
      <h3>{t.deposito}</h3>
      <p className={pannello['cosa']}>{presso === null ? t.depositoSenza : t.depositoCosa}</p>
      <p>{deposito ? t.depositataDa(deposito.nome, formatIstante(deposito.createdAtMs, oggi)) : t.nessunDeposito}</p>
      {revoca.error && <ErroreInPagina errore={revoca.error} />}
      {presso !== null && (
        <div className={recupero['bottoni']}>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => setChiede(true)}
          >
            {deposito ? t.depositaDiNuovo : t.deposita}
          </Button>
          {deposito && (
            <Button variant="subtle" loading={revoca.isPending} onClick={() => togli(deposito.id)}>
              {t.revoca}
            </Button>
          )}
        </div>
      )}
      {chiede && <Deposita onChiudi={() => setChiede(false)} />}
    </div>
  );
}

/** The recovery key: when it was made, whether it is known to be on paper, a new one; the one deposited. */
export function Recupero({ sessione }: { sessione: Sessione }) {
  const { data, error, refetch } = useEndpoint('recupero.get', {});
  const [rinnova, setRinnova] = useState(false);
  const ruolo = sessione.utente?.ruolo;
  const puoDepositare = ruolo !== undefined && canCall(ruolo, 'recupero.deposit');
  const quando = (ms: number) => formatIstante(ms, sessione.oggi);
  return (
    <Pannello
      titolo={t.titolo}
      azioni={
        <Button variant="default" leftSection={<IconKey size={16} aria-hidden />} onClick={() => setRinnova(true)}>
          {t.rinnova}
        </Button>
      }
    >
      <div className={pannello['colonna']}>
        <p className={pannello['cosa']}>{t.cosa}</p>
        {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
        {!data && !error && <Attesa righe={2} testo={testi.comune.caricamento} />}
        {data && (
          <p style={{ margin: 0 }}>
            {data.createdAtMs === null
              ? t.nessuna
              : `${t.fattaIl(quando(data.createdAtMs))}, ${
                  data.confermataAtMs === null ? t.maiConfermata : t.confermataIl(quando(data.confermataAtMs))
                }.`}
          </p>
        )}
        {data && puoDepositare && <Deposito stato={data} oggi={sessione.oggi} />}
      </div>
      {rinnova && (
        <Rinnova
          sessione={sessione}
          onChiudi={() => {
            setRinnova(false);
            // left without showing the paper: the next opening asks again
            tellSessioneCambiata(false);
          }}
        />
      )}
    </Pannello>
  );
}
