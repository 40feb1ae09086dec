import { Button, Group, Modal } from '@mantine/core';
import { IconKey, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { Lettura } from '../pannello/lettura.tsx';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import { AzioneRiga, Tabella } from '../pannello/tabella.tsx';
import { avvisa, ErroreInPagina } from '../shell/avvisi.tsx';
import { canCall } from '../shell/pagine.ts';
import { markSaved } from '../shell/salvataggio.ts';
import type { Sessione } from '../shell/sessione.ts';
import { formatIstante, testi } from '../testi/index.ts';
import { NuovaPasswordForm } from './nuova-password-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { PersonaForm } from './persona-form.tsx';

const t = testi.persone;

export type Account = Output<'accounts.list'>[number];

/** Whether it may enter today, in words. */
function statoAccesso({ attivo, scadenza, senzaPassword }: Account, oggi: string): string {
  if (!attivo) return t.disattivato;
  if (senzaPassword && (scadenza === null || scadenza >= oggi)) return t.senzaPassword;
  if (scadenza === null) return t.attivo;
  return scadenza < oggi ? t.scaduto(scadenza) : t.fino(scadenza);
}

interface PropsRiga {
  account: Account;
  oggi: string;
  onCorreggi: () => void;
  onDisattiva: () => void;
  onPassword: () => void;
}

function Riga({ account, oggi, onCorreggi, onDisattiva, onPassword }: PropsRiga) {
  const { nome, attivo, proprio, ultimoAccessoMs } = account;
  return (
    <tr>
      <th scope="row">
        {nome} {proprio && <span className={pannello['tenue']}>({t.proprio})</span>}
      </th>
      <td>{testi.shell.ruoli[account.ruolo]}</td>
      <td>{statoAccesso(account, oggi)}</td>
      <td>{ultimoAccessoMs === null ? t.mai : formatIstante(ultimoAccessoMs, oggi)}</td>
      <td>
        <Group gap={4} wrap="nowrap">
          <AzioneRiga dice={t.correggiDi(nome)} onClick={onCorreggi}>
            {testi.comune.correggi}
          </AzioneRiga>
          {!proprio && attivo && (
            <AzioneRiga dice={t.daiPasswordA(nome)} onClick={onPassword}>
              {t.daiPasswordBreve}
            </AzioneRiga>
          )}
          {!proprio && (
            <AzioneRiga
              dice={attivo ? t.disattivaDi(nome) : t.riattivaDi(nome)}
              onClick={attivo ? onDisattiva : onPassword}
            >
              {attivo ? t.disattiva : t.riattiva}
            </AzioneRiga>
          )}
        </Group>
      </td>
    </tr>
  );
}

/** Deactivation is asked: the person would be stopped at the door. */
function Disattiva({ account, onChiudi }: { account: Account; onChiudi: () => void }) {
  const salva = useCommand('accounts.update');
  const disattiva = () =>
    salva.mutate(
      { id: account.id, attivo: false },
      {
        onSuccess: () => {
          markSaved();
          avvisa(t.disattivata(account.nome));
          onChiudi();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onChiudi}
      title={<b>{t.disattivaTitolo(account.nome)}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      {salva.error && <ErroreInPagina errore={salva.error} />}
      <p style={{ marginTop: 0 }}>{t.disattivaCosa}</p>
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onChiudi} data-autofocus>
          {testi.comune.annulla}
        </Button>
        <Button onClick={disattiva} loading={salva.isPending}>
          {t.disattiva}
        </Button>
      </Group>
    </Modal>
  );
}

/** The accounts of this installation: list, add, correct, deactivate. */
function Elenco({ sessione }: { sessione: Sessione }) {
  const accounts = useEndpoint('accounts.list', {});
  const [scheda, setScheda] = useState<Account | 'nuova' | null>(null);
  const [daFermare, setDaFermare] = useState<Account | null>(null);
  const [perPassword, setPerPassword] = useState<Account | null>(null);
  return (
    <>
      <Lettura di={accounts} righe={2}>
        {(tutti) => (
          <Tabella etichetta={t.titolo} colonne={[t.nome, t.ruolo, t.accesso, t.ultimoAccesso, testi.comune.azioni]}>
            {tutti.map((account) => (
              <Riga
                key={account.id}
                account={account}
                oggi={sessione.oggi}
                onCorreggi={() => setScheda(account)}
                onDisattiva={() => setDaFermare(account)}
                onPassword={() => setPerPassword(account)}
              />
            ))}
          </Tabella>
        )}
      </Lettura>
      <div>
        <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setScheda('nuova')}>
          {t.aggiungi}
        </Button>
      </div>
      {scheda && (
        <PersonaForm
          account={scheda === 'nuova' ? null : scheda}
          sessione={sessione}
          onChiudi={() => setScheda(null)}
        />
      )}
      {perPassword && <NuovaPasswordForm account={perPassword} onChiudi={() => setPerPassword(null)} />}
      {daFermare && <Disattiva account={daFermare} onChiudi={() => setDaFermare(null)} />}
    </>
  );
}

/** Who may enter, for those who decide it; one's own password, for everyone. */
export function Persone({ sessione }: { sessione: Sessione }) {
  const [cambia, setCambia] = useState(false);
  const gestisce = sessione.utente !== null && canCall(sessione.utente.ruolo, 'accounts.list');
  return (
    <Pannello
      titolo={t.titolo}
      azioni={
        <Button variant="default" leftSection={<IconKey size={16} aria-hidden />} onClick={() => setCambia(true)}>
          {t.cambiaPassword}
        </Button>
      }
    >
      <div className={pannello['colonna']}>
        <p className={pannello['cosa']}>{gestisce ? t.cosa : t.soloGestori}</p>
        {gestisce && <Elenco sessione={sessione} />}
      </div>
      {cambia && <PasswordForm onChiudi={() => setCambia(false)} />}
    </Pannello>
  );
}
