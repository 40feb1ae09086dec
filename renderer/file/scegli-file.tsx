import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { type FileDato, listScelti } from './file-letti.ts';

interface Props extends Omit<ButtonProps, 'onClick' | 'children'> {
  onFile: (dati: FileDato[]) => void;
  /** extensions, as `<input accept>` wants them; not used for a folder */
  accetta?: string;
  cartella?: boolean;
  molti?: boolean;
  children: ReactNode;
}

/** A button that opens the system's choice of files, or of one folder with everything in it. */
export function ScegliFile({ onFile, accetta, cartella = false, molti = true, children, ...bottone }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="default" {...bottone} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-hidden
        tabIndex={-1}
        multiple={molti}
        {...(accetta === undefined || cartella ? {} : { accept: accetta })}
        {...(cartella ? { webkitdirectory: '' } : {})}
        onChange={(e) => {
          const lista = e.currentTarget.files;
          const dati = lista ? listScelti(lista) : [];
          e.currentTarget.value = '';
          if (dati.length > 0) onFile(dati);
        }}
      />
    </>
  );
}
