import { Radio, TextInput } from '@mantine/core';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { type Ruolo, ruoliDi } from '../../electron/contract/ruolo.ts';
import { AiutoPassword } from '../accesso/aiuto-password.tsx';
import { CampoPassword } from '../accesso/campo-password.tsx';
import { LUNGHEZZA_MINIMA } from '../accesso/forza-password.ts';
import { useCommand } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { avvisa } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import type { Sessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import css from './impostazioni.module.css';
import type { Account } from './persone.tsx';

const t = testi.persone;

interface Campi {
  nome: string;
  ruolo: Ruolo | null;
  /** as typed; empty: no end */
  scadenza: string;
  password: string;
}

interface Props {
  /** null: a new one */
  account: Account | null;
  sessione: Sessione;
  onChiudi: () => void;
}

/** A date, or nothing: an account without an end. */
function isScadenza(testo: string, oggi: string): boolean {
  return testo.trim() === '' || parseGiorno(testo, oggi) !== undefined;
}

/** Adds a person with a first password, or corrects name, role and end of one that is there. */
export function PersonaForm({ account, sessione, onChiudi }: Props) {
  const { oggi } = sessione;
  const scadenzaDi = account?.scadenza ?? null;
  const { register, control, handleSubmit, formState } = useForm<Campi>({
    defaultValues: {
      nome: account?.nome ?? '',
      ruolo: account?.ruolo ?? null,
      scadenza: scadenzaDi === null ? '' : formatGiornoBreve(scadenzaDi),
      password: '',
    },
  });
  const { errors, isDirty } = formState;
  const password = useWatch({ control, name: 'password' });
  const crea = useCommand('accounts.create');
  const correggi = useCommand('accounts.update');
  const proprio = account?.proprio ?? false;
  const invia = handleSubmit((v) => {
    const { nome, ruolo } = v;
    if (ruolo === null) return;
    const scadenza = parseGiorno(v.scadenza, oggi) ?? null;
    const onSuccess = () => {
      markSaved();
      avvisa(account ? t.corretta(nome) : t.aggiunta(nome));
      onChiudi();
    };
    if (account) correggi.mutate({ id: account.id, nome, ...(proprio ? {} : { ruolo, scadenza }) }, { onSuccess });
    else crea.mutate({ nome, ruolo, scadenza, password: v.password }, { onSuccess });
  });
  return (
    <FormLaterale
      titolo={account ? t.correggiDi(account.nome) : t.aggiungi}
      modificato={isDirty}
      errore={crea.error ?? correggi.error}
      inCorso={crea.isPending || correggi.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <TextInput
        label={t.nome}
        description={t.nomeCosa}
        autoComplete="off"
        {...register('nome', { validate: (v) => v.trim() !== '' || t.manca.nome })}
        error={errors.nome?.message}
        data-autofocus
      />
      {!proprio && (
        <Controller
          name="ruolo"
          control={control}
          rules={{ validate: (v) => v !== null || t.manca.ruolo }}
          render={({ field }) => (
            <Radio.Group label={t.ruolo} value={field.value} onChange={field.onChange} error={errors.ruolo?.message}>
              <div className={css['form']}>
                {ruoliDi(sessione.ruolo ?? 'comunita').map((ruolo) => (
                  <Radio key={ruolo} value={ruolo} label={testi.shell.ruoli[ruolo]} description={t.ruoli[ruolo]} />
                ))}
              </div>
            </Radio.Group>
          )}
        />
      )}
      {!proprio && (
        <CampoGiorno
          control={control}
          name="scadenza"
          label={t.scadenza}
          description={t.scadenzaCosa}
          oggi={oggi}
          rules={{ validate: (v) => isScadenza(v ?? '', oggi) || t.manca.data }}
        />
      )}
      {account === null && (
        <>
          <CampoPassword
            label={t.primaPassword}
            description={t.primaPasswordCosa}
            autoComplete="new-password"
            {...register('password', {
              validate: (v) => v.length >= LUNGHEZZA_MINIMA || testi.accesso.manca.corta,
            })}
            error={errors.password?.message}
          />
          <AiutoPassword password={password} />
        </>
      )}
    </FormLaterale>
  );
}
