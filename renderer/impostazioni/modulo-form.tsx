import { NumberInput, Select, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { useCommand } from '../api/index.ts';
import { avvisa } from '../shell/avvisi.tsx';
import type { Struttura } from '../shell/luogo.ts';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import { FormLaterale } from './form-laterale.tsx';
import css from './impostazioni.module.css';
import { type Scelta, SceltaConta } from './scelte.tsx';

const t = testi.impostazioni;

export type Modulo = Struttura['moduli'][number];

interface Campi {
  codice: string;
  nome: string;
  tipologia: string | null;
  conta: 'adulti' | 'minori';
  validoDal: string;
  accreditati: number | string;
  disponibili: number | string;
}

const MASSIMO_POSTI = 999;

function iniziali(modulo: Modulo | null, oggi: Giorno): Campi {
  const posti = modulo?.posti.toSorted((a, b) => (a.validoDal < b.validoDal ? -1 : 1)).at(-1);
  return {
    codice: modulo?.codice ?? '',
    nome: modulo?.nome ?? '',
    tipologia: modulo?.tipologia ?? null,
    conta: modulo?.conta === 'minori' ? 'minori' : 'adulti',
    validoDal: formatGiornoBreve(posti?.validoDal ?? `${oggi.slice(0, 4)}-01-01`),
    accreditati: posti?.accreditati ?? '',
    disponibili: posti?.disponibili ?? '',
  };
}

function isPosti(valore: number | string): boolean {
  return typeof valore === 'number' && Number.isInteger(valore) && valore >= 0 && valore <= MASSIMO_POSTI;
}

interface Props {
  struttura: Struttura;
  /** null: a new one */
  modulo: Modulo | null;
  tipologie: readonly Scelta[];
  oggi: Giorno;
  onChiudi: () => void;
}

/** Adds a modulo or corrects it; its places change from a day on, and those before stay written. */
export function ModuloForm({ struttura, modulo, tipologie, oggi, onChiudi }: Props) {
  const { register, control, handleSubmit, formState } = useForm<Campi>({ defaultValues: iniziali(modulo, oggi) });
  const { errors, isDirty } = formState;
  const salva = useCommand('moduli.save');
  const invia = handleSubmit((campi) => {
    const validoDal = parseGiorno(campi.validoDal, oggi);
    if (validoDal === undefined || campi.tipologia === null) return;
    const { codice, nome, tipologia, conta } = campi;
    const posti = { accreditati: Number(campi.accreditati), disponibili: Number(campi.disponibili) };
    salva.mutate(
      { struttura: struttura.codice, codice, nome, tipologia, conta, validoDal, ...posti },
      {
        onSuccess: () => {
          markSaved();
          avvisa(t.salvato(nome));
          onChiudi();
        },
      },
    );
  });
  return (
    <FormLaterale
      titolo={modulo ? t.correggiModulo(modulo.nome) : t.aggiungiModuloA(struttura.nome)}
      modificato={isDirty}
      errore={salva.error}
      inCorso={salva.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <TextInput
        label={t.codice}
        description={t.codiceCosa}
        readOnly={modulo !== null}
        {...register('codice', { validate: (v) => v.trim() !== '' || t.manca.codice })}
        error={errors.codice?.message}
        data-autofocus={modulo === null || undefined}
      />
      <TextInput
        label={t.nome}
        {...register('nome', { validate: (v) => v.trim() !== '' || t.manca.nome })}
        error={errors.nome?.message}
        data-autofocus={modulo !== null || undefined}
      />
      <Controller
        name="tipologia"
        control={control}
        rules={{ validate: (v) => v !== null || t.manca.tipologia }}
        render={({ field }) => (
          <Select
            label={t.tipologia}
            data={[...tipologie]}
            value={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={errors.tipologia?.message}
          />
        )}
      />
      <Controller
        name="conta"
        control={control}
        render={({ field }) => <SceltaConta valore={field.value} onScegli={field.onChange} />}
      />
      <TextInput
        label={t.validoDal}
        description={t.validoDalCosa}
        {...register('validoDal', { validate: (v) => parseGiorno(v, oggi) !== undefined || t.manca.data })}
        error={errors.validoDal?.message}
      />
      <div className={css['due']}>
        {(['accreditati', 'disponibili'] as const).map((campo) => (
          <Controller
            key={campo}
            name={campo}
            control={control}
            rules={{ validate: (v) => isPosti(v) || t.manca.posti }}
            render={({ field }) => (
              <NumberInput
                label={t[campo]}
                min={0}
                max={MASSIMO_POSTI}
                allowDecimal={false}
                hideControls
                value={field.value}
                onChange={field.onChange}
                onBlur={field.onBlur}
                error={errors[campo]?.message}
              />
            )}
          />
        ))}
      </div>
    </FormLaterale>
  );
}
