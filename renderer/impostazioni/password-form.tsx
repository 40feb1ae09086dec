import { useForm, useWatch } from 'react-hook-form';
import { AiutoPassword } from '../accesso/aiuto-password.tsx';
import { CampoPassword } from '../accesso/campo-password.tsx';
import { LUNGHEZZA_MINIMA } from '../accesso/forza-password.ts';
import { useCommand } from '../api/index.ts';
import { FormLaterale } from '../form/form-laterale.tsx';
import { avvisa } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';

const t = testi.persone;

/** One's own password: the one of now, and the new one twice. */
export function PasswordForm({ onChiudi }: { onChiudi: () => void }) {
  const { register, control, handleSubmit, formState, getValues } = useForm({
    defaultValues: { vecchia: '', nuova: '', ripetuta: '' },
  });
  const { errors, isDirty } = formState;
  const nuova = useWatch({ control, name: 'nuova' });
  const cambia = useCommand('accounts.changePassword');
  const invia = handleSubmit((v) =>
    cambia.mutate(
      { vecchia: v.vecchia, nuova: v.nuova },
      {
        onSuccess: () => {
          markSaved();
          avvisa(t.passwordCambiata);
          onChiudi();
        },
      },
    ),
  );
  return (
    <FormLaterale
      titolo={t.cambiaPassword}
      modificato={isDirty}
      errore={cambia.error}
      inCorso={cambia.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <CampoPassword
        label={t.vecchia}
        autoComplete="current-password"
        {...register('vecchia', { validate: (v) => v !== '' || t.manca.vecchia })}
        error={errors.vecchia?.message}
        data-autofocus
      />
      <CampoPassword
        label={t.nuova}
        autoComplete="new-password"
        {...register('nuova', { validate: (v) => v.length >= LUNGHEZZA_MINIMA || testi.accesso.manca.corta })}
        error={errors.nuova?.message}
      />
      <AiutoPassword password={nuova} />
      <CampoPassword
        label={t.ripetuta}
        autoComplete="new-password"
        {...register('ripetuta', { validate: (v) => v === getValues('nuova') || testi.accesso.diverse })}
        error={errors.ripetuta?.message}
      />
    </FormLaterale>
  );
}
