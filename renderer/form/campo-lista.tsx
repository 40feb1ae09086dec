import { NativeSelect } from '@mantine/core';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { testi } from '../testi/index.ts';
import { type QuandoFatto, useVociLista } from './voci-lista.ts';

interface Props extends QuandoFatto {
  label: string;
  lista: string;
  campo: UseFormRegisterReturn;
  error?: string | undefined;
  /** the first field of its form */
  primo?: boolean;
}

/**
 * A value of one of the office's lists (`liste.get`): those offered on the day of the fact. One retired since is not offered,
 * but a fact that already holds it goes on showing it.
 */
export function CampoLista({ label, lista, campo, giorno, fine, error, primo }: Props) {
  const voci = useVociLista(lista, { giorno, fine });
  return (
    // made again once the values are there: a select that had none could not take the one of the form
    <NativeSelect
      key={voci.length === 0 ? 'attesa' : 'pronta'}
      label={label}
      error={error}
      data-autofocus={primo}
      {...campo}
    >
      <option value="">{testi.ingresso.daCompletare}</option>
      {voci.map(({ value, label: etichetta, ritirata }) => (
        <option key={value} value={value} hidden={ritirata} disabled={ritirata}>
          {etichetta}
        </option>
      ))}
    </NativeSelect>
  );
}
