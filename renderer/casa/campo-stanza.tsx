import { NativeSelect } from '@mantine/core';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { testi } from '../testi/index.ts';
import type { Stanza } from './stanze.tsx';

const t = testi.casa;

interface Props {
  stanze: readonly Stanza[];
  campo: UseFormRegisterReturn;
  primo?: boolean;
}

/** The rooms in use on the day they were asked for, each with its free beds. */
export function CampoStanza({ stanze, campo, primo = false }: Props) {
  return (
    <NativeSelect label={t.stanza} {...(primo ? { 'data-autofocus': true } : {})} {...campo}>
      <option value="">{t.nessunaScelta}</option>
      {stanze
        .filter((s) => s.inUso)
        .map((s) => (
          <option key={s.id} value={s.id}>
            {s.nome}
            {t.liberi(s.letti - s.chi.length)}
          </option>
        ))}
    </NativeSelect>
  );
}
