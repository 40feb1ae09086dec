import { Button, Drawer, Group, Select, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { useCommand } from '../api/index.ts';
import { avvisa, ErroreInPagina } from '../shell/avvisi.tsx';
import type { Struttura } from '../shell/luogo.ts';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import { LasciaModifiche, useChiusuraForm } from './chiusura-form.tsx';
import css from './impostazioni.module.css';
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
  const chiusura = useChiusuraForm(isDirty, onChiudi);
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
    <Drawer
      opened
      onClose={chiusura.chiedi}
      closeOnEscape={!chiusura.chiede}
      title={<b>{struttura ? t.correggiStruttura(struttura.nome) : t.aggiungiStruttura}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      <form onSubmit={(e) => void invia(e)} noValidate className={css['form']}>
        {salva.error && <ErroreInPagina errore={salva.error} />}
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
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={chiusura.chiedi}>
            {testi.comune.annulla}
          </Button>
          <Button type="submit" loading={salva.isPending}>
            {testi.comune.salva}
          </Button>
        </Group>
      </form>
      <LasciaModifiche chiusura={chiusura} />
    </Drawer>
  );
}
