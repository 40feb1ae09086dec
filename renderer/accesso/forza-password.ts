import { useEffect, useState } from 'react';

/** The window's minimum (contract `sessione.create`); length matters more than kinds of characters. */
export const LUNGHEZZA_MINIMA = 12;

export type Forza = 'corta' | 'debole' | 'discreta' | 'forte';

type Stima = (password: string, chi?: string) => Exclude<Forza, 'corta'>;

/**
 * How hard to guess, while typing: a hint, never a refusal beyond the length. The dictionaries are read only where a
 * password is chosen; null until they are there.
 */
export function useForza(password: string, chi?: string): Forza | null {
  const [stima, setStima] = useState<{ readonly forza: Stima } | null>(null);
  useEffect(() => {
    let qui = true;
    // without its dictionaries there is no hint, and nothing else is missing
    import('./stima-password.ts').then(
      ({ stimaPassword }) => qui && setStima({ forza: stimaPassword }),
      () => undefined,
    );
    return () => {
      qui = false;
    };
  }, []);
  if (password.length < LUNGHEZZA_MINIMA) return 'corta';
  return stima ? stima.forza(password, chi) : null;
}
