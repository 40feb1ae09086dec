import { Button, Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import css from './ospite.module.css';

const t = testi.anonimato;

interface Props {
  /** what the gesture does */
  cosa: string;
  /** the verb on the button */
  conferma: string;
  errore: Error | null;
  inCorso: boolean;
  onInvia: (motivo: string) => void;
  onChiudi: () => void;
  /** other questions, under the reason */
  children?: ReactNode;
}

/** A gesture that asks why. */
export function FormMotivo({ cosa, conferma, errore, inCorso, onInvia, onChiudi, children }: Props) {
  const { register, handleSubmit, formState } = useForm({ defaultValues: { motivo: '' } });
  const invia = handleSubmit(({ motivo }) => onInvia(motivo.trim()));
  return (
    <form className={css['form']} noValidate onSubmit={(e) => void invia(e)}>
      {errore && <ErroreInPagina errore={errore} />}
      <p className={css['frase']}>{cosa}</p>
      <TextInput
        label={t.motivo}
        autoComplete="off"
        data-autofocus
        error={formState.errors.motivo?.message}
        {...register('motivo', { validate: (testo) => testo.trim() !== '' || t.mancaMotivo })}
      />
      {children}
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onChiudi}>
          {testi.comune.annulla}
        </Button>
        <Button type="submit" loading={inCorso}>
          {conferma}
        </Button>
      </Group>
    </form>
  );
}
