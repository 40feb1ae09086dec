import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useCommand } from '../api/index.ts';
import { FormLaterale } from '../impostazioni/form-laterale.tsx';
import { avvisa } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';

const t = testi.contatti;

interface Props {
  ospiteId: string;
  /** the guest is a code: the name of a parent would say whose it is */
  anonimo: boolean;
  onChiudi: () => void;
}

/** One more person around the guest, by name or under a code. */
export function ContattoForm({ ospiteId, anonimo, onChiudi }: Props) {
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { legame: '', nome: '', telefono: '', riservato: anonimo },
  });
  const { errors, isDirty } = formState;
  const aggiungi = useCommand('contatti.add');
  const invia = handleSubmit(({ legame, nome, telefono, riservato }) =>
    aggiungi.mutate(
      { ospiteId, legame, nome, telefono: telefono.trim() || null, riservato },
      {
        onSuccess: () => {
          markSaved();
          avvisa(t.aggiunto);
          onChiudi();
        },
      },
    ),
  );
  return (
    <FormLaterale
      titolo={t.aggiungiTitolo}
      modificato={isDirty}
      errore={aggiungi.error}
      inCorso={aggiungi.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <TextInput
        label={t.legame}
        description={t.legameCosa}
        autoComplete="off"
        data-autofocus
        error={errors.legame?.message}
        {...register('legame', { validate: (v) => v.trim() !== '' || t.mancaLegame })}
      />
      <TextInput
        label={t.nome}
        autoComplete="off"
        error={errors.nome?.message}
        {...register('nome', { validate: (v) => v.trim() !== '' || t.mancaNome })}
      />
      <TextInput label={t.telefono} autoComplete="off" {...register('telefono')} />
      <Checkbox label={t.riservato} description={t.riservatoCosa} {...register('riservato')} />
    </FormLaterale>
  );
}
