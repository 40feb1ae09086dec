import { Select, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { useCommand } from '../api/index.ts';
import { avvisa } from '../shell/avvisi.tsx';
import type { Struttura } from '../shell/luogo.ts';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import { FormLaterale } from './form-laterale.tsx';
import type { Scelta } from './scelte.tsx';

const t = testi.impostazioni;
const VOCI_UTENZA = ['M', 'F', 'MF'] as const;
const UTENZE: readonly Scelta[] = VOCI_UTENZA.map((value) => ({ value, label: t.utenze[value] ?? value }));

interface Campi {
  codice: string;
  nome: string;
  tipo: string | null;
  utenza: (typeof VOCI_UTENZA)[number] | null;
}

interface Props {
  /** null: a new one */
  struttura: Struttura | null;
  tipi: readonly Scelta[];
  onChiudi: () => void;
}

/** Adds a struttura, or corrects its name, tipo and whom it takes. */
export function StrutturaForm({ struttura, tipi, onChiudi }: Props) {
  const { register, control, handleSubmit, formState } = useForm<Campi>({
    defaultValues: {
      codice: struttura?.codice ?? '',
      nome: struttura?.nome ?? '',
      tipo: struttura?.tipo ?? null,
      utenza: VOCI_UTENZA.find((voce) => voce === struttura?.utenza) ?? null,
    },
  });
  const { errors, isDirty } = formState;
  const salva = useCommand('strutture.save');
  const invia = handleSubmit(({ codice, nome, tipo, utenza }) => {
    if (tipo === null) return;
    salva.mutate(
      { codice, nome, tipo, utenza },
      {
        onSuccess: () => {
          markSaved();
          avvisa(t.salvata(nome));
          onChiudi();
        },
      },
    );
  });
  return (
    <FormLaterale
      titolo={struttura ? t.correggiStruttura(struttura.nome) : t.aggiungiStruttura}
      modificato={isDirty}
      errore={salva.error}
      inCorso={salva.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <TextInput
        label={t.codice}
        description={t.codiceCosa}
        readOnly={struttura !== null}
        {...register('codice', { validate: (v) => v.trim() !== '' || t.manca.codice })}
        error={errors.codice?.message}
        data-autofocus={struttura === null || undefined}
      />
      <TextInput
        label={t.nome}
        {...register('nome', { validate: (v) => v.trim() !== '' || t.manca.nome })}
        error={errors.nome?.message}
        data-autofocus={struttura !== null || undefined}
      />
      <Controller
        name="tipo"
        control={control}
        rules={{ validate: (v) => v !== null || t.manca.tipo }}
        render={({ field }) => (
          <Select
            label={t.tipo}
            data={[...tipi]}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={errors.tipo?.message}
          />
        )}
      />
      <Controller
        name="utenza"
        control={control}
        render={({ field }) => (
          <Select
            label={t.utenza}
            placeholder={t.utenzaNonDetta}
            clearable
            clearButtonProps={{ 'aria-label': t.utenzaNonDetta }}
            data={[...UTENZE]}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
          />
        )}
      />
    </FormLaterale>
  );
}
