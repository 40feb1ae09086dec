import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { LinkBottone } from './link-bottone.tsx';

interface Props {
  ospite: string;
  /** the tab of the record one comes from */
  sezione: string;
  torna: string;
  stampa: string;
  /** nothing to print, no button */
  onStampa: (() => void) | false;
  /** what else can be done with the paper */
  children?: ReactNode;
}

/** Beside the title of a paper about a guest: back to the record, and what prints it. None of it is on the paper. */
export function AzioniAtto({ ospite, sezione, torna, stampa, onStampa, children }: Props) {
  return (
    <>
      <LinkBottone className="solo-schermo" to="/ospiti/$ospite" params={{ ospite }} search={{ sezione }}>
        {torna}
      </LinkBottone>
      {children}
      {onStampa && (
        <Button className="solo-schermo" leftSection={<IconPrinter size={16} aria-hidden />} onClick={onStampa}>
          {stampa}
        </Button>
      )}
    </>
  );
}
