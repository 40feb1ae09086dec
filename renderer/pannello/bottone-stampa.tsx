import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { testi } from '../testi/index.ts';

/** Prints what is on screen. The keyboard is on it as soon as there is something to print: Enter, and the paper comes out. */
export function BottoneStampa({ pronto, onStampa }: { pronto: boolean | undefined; onStampa: () => void }) {
  const bottone = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // a moment later: the shell gives a new page its focus first
    if (!pronto) return;
    const timer = setTimeout(() => bottone.current?.focus({ preventScroll: true }));
    return () => clearTimeout(timer);
  }, [pronto]);
  return (
    <Button
      ref={bottone}
      leftSection={<IconPrinter size={16} aria-hidden />}
      disabled={pronto === false}
      onClick={onStampa}
    >
      {testi.comune.stampa}
    </Button>
  );
}
