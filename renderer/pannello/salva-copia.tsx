import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCommand } from '../api/index.ts';
import { avvisaErrore } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import { consegnaFile } from './consegna-file.ts';

interface Props extends ButtonProps {
  /** the parcel */
  id: string;
  icona?: ReactNode;
  'aria-label'?: string;
  children: ReactNode;
}

/** Gives the bytes of a parcel, as they were sealed, to be kept elsewhere or sent again. */
export function SalvaCopia({ id, icona, children, ...bottone }: Props) {
  const file = useCommand('pacchi.getFile');
  const salva = () =>
    file.mutate(
      { id },
      {
        onSuccess: ({ nome, bytes }) => consegnaFile(nome, bytes, testi.mese.copiaSalvata),
        onError: avvisaErrore,
      },
    );
  return (
    <Button variant="default" leftSection={icona} {...bottone} loading={file.isPending} onClick={salva}>
      {children}
    </Button>
  );
}
