import { TextInput } from '@mantine/core';
import type { Control, FieldPath, UseFormRegister } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { contaConduttori } from '../../domain/conduttore.ts';
import type { Output } from '../../electron/contract/index.ts';
import { inForm, leggiNumero, leggiTesto, regolaNumero } from '../form/valori.ts';
import { testi } from '../testi/index.ts';
import css from './agenda.module.css';
import { CampoSuggerito } from './campi.tsx';
import { etichettaCampo } from './use-appuntamento.ts';

const t = testi.agenda;

/** Who leads, and for how long, as it is typed. */
export interface ValoriConduttori {
  ore: string;
  operatori: string;
  volontari: string;
  nomiOperatori: string;
  nomiVolontari: string;
}

interface Conduttori {
  readonly ore: number | null;
  readonly operatori: number | null;
  readonly volontari: number | null;
  readonly nomiOperatori: string | null;
  readonly nomiVolontari: string | null;
}

export function valoriConduttori(da: Conduttori | undefined): ValoriConduttori {
  return {
    ore: inForm(da?.ore),
    operatori: inForm(da?.operatori),
    volontari: inForm(da?.volontari),
    nomiOperatori: da?.nomiOperatori ?? '',
    nomiVolontari: da?.nomiVolontari ?? '',
  };
}

/** Where names are written how many they are follows from them, else it is what was typed. */
export function leggiConduttori(v: ValoriConduttori): Conduttori {
  const nomi = { nomiOperatori: leggiTesto(v.nomiOperatori), nomiVolontari: leggiTesto(v.nomiVolontari) };
  const { operatori = leggiNumero(v.operatori), volontari = leggiNumero(v.volontari) } = contaConduttori(nomi);
  return { ore: leggiNumero(v.ore), operatori, volontari, ...nomi };
}

interface Props<T extends ValoriConduttori> {
  control: Control<T, unknown, unknown>;
  register: UseFormRegister<T>;
  errori: Partial<Record<'ore' | 'operatori' | 'volontari', { readonly message?: string | undefined }>>;
  usati: Output<'agenda.listUsati'>;
}

/** Who leads: names, chosen from the staff or typed, and how many when nobody is named; for how many hours. */
export function CampiConduttori<T extends ValoriConduttori>({ control, register, errori, usati }: Props<T>) {
  const campo = (nome: keyof ValoriConduttori) => nome as FieldPath<T>;
  const [nomiOperatori, nomiVolontari] = useWatch({
    control,
    name: [campo('nomiOperatori'), campo('nomiVolontari')],
  });
  const contati = contaConduttori({ nomiOperatori: String(nomiOperatori), nomiVolontari: String(nomiVolontari) });
  const numero = (nome: 'operatori' | 'volontari', label: string) => {
    const daNomi = contati[nome];
    if (typeof daNomi === 'number')
      return <TextInput label={label} description={t.attivita.dagliNomi} readOnly value={String(daNomi)} />;
    return (
      <TextInput
        label={label}
        inputMode="numeric"
        autoComplete="off"
        error={errori[nome]?.message}
        {...register(campo(nome), regolaNumero)}
      />
    );
  };
  return (
    <>
      {(['operatori', 'volontari'] as const).map((chi) => {
        const nome = chi === 'operatori' ? 'nomiOperatori' : 'nomiVolontari';
        return (
          <CampoSuggerito
            key={nome}
            control={control}
            name={campo(nome)}
            label={etichettaCampo(nome)}
            usati={usati[chi]}
            piu
          />
        );
      })}
      <div className={css['terna']}>
        <TextInput
          label={etichettaCampo('ore')}
          inputMode="decimal"
          autoComplete="off"
          error={errori.ore?.message}
          {...register(campo('ore'), regolaNumero)}
        />
        {numero('operatori', t.attivita.numeroOperatori)}
        {numero('volontari', t.attivita.numeroVolontari)}
      </div>
    </>
  );
}
