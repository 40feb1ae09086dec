import { Button, Drawer, Group } from '@mantine/core';
import { useForm, useWatch } from 'react-hook-form';
import { AiutoPassword } from '../accesso/aiuto-password.tsx';
import { CampoPassword } from '../accesso/campo-password.tsx';
import { LUNGHEZZA_MINIMA } from '../accesso/forza-password.ts';
import { useCommand } from '../api/index.ts';
import pannello from '../pannello/pannello.module.css';
import { avvisa, ErroreInPagina } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import css from './impostazioni.module.css';
import type { Account } from './persone.tsx';

const t = testi.persone;

/** A new first password for another person: who forgot theirs, whose time was prolonged, who comes back. */
export function NuovaPasswordForm({ account, onChiudi }: { account: Account; onChiudi: () => void }) {
  const { id, nome, attivo } = account;
  const { register, control, handleSubmit, formState } = useForm({ defaultValues: { password: '' } });
  const password = useWatch({ control, name: 'password' });
  const imposta = useCommand('accounts.resetPassword');
  const riattiva = useCommand('accounts.update');
  const invia = handleSubmit((v) => {
    const onSuccess = () => {
      markSaved();
      avvisa(attivo ? t.passwordData(nome) : t.riattivata(nome));
      onChiudi();
    };
    if (attivo) imposta.mutate({ id, password: v.password }, { onSuccess });
    else riattiva.mutate({ id, attivo: true, password: v.password }, { onSuccess });
  });
  const errore = imposta.error ?? riattiva.error;
  return (
    <Drawer
      opened
      onClose={onChiudi}
      title={<b>{attivo ? t.daiPasswordA(nome) : t.riattivaDi(nome)}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      <form onSubmit={(e) => void invia(e)} noValidate className={css['form']}>
        {errore && <ErroreInPagina errore={errore} />}
        <p className={pannello['cosa']}>{attivo ? t.daiPasswordCosa : t.riattivaCosa}</p>
        <CampoPassword
          label={t.primaPassword}
          description={t.primaPasswordCosa}
          autoComplete="new-password"
          {...register('password', { validate: (v) => v.length >= LUNGHEZZA_MINIMA || testi.accesso.manca.corta })}
          error={formState.errors.password?.message}
          data-autofocus
        />
        <AiutoPassword password={password} chi={nome} />
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onChiudi}>
            {testi.comune.annulla}
          </Button>
          <Button type="submit" loading={imposta.isPending || riattiva.isPending}>
            {attivo ? t.daiPassword : t.riattiva}
          </Button>
        </Group>
      </form>
    </Drawer>
  );
}
