import { NativeSelect } from '@mantine/core';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { useEndpoint } from '../api/index.ts';
import { testi } from '../testi/index.ts';

/** A value of one of the office's lists (`liste.get`). */
export function CampoLista({ label, lista, campo }: { label: string; lista: string; campo: UseFormRegisterReturn }) {
  const voci = useEndpoint('liste.get', {}).data?.[lista] ?? [];
  return (
    <NativeSelect label={label} {...campo}>
      <option value="">{testi.ingresso.daCompletare}</option>
      {voci.map((v) => (
        <option key={v.voce} value={v.voce}>
          {v.etichetta}
        </option>
      ))}
    </NativeSelect>
  );
}
