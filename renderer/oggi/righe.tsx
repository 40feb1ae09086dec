import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { testi } from '../testi/index.ts';
import css from './oggi.module.css';

/** How many lines of a card are shown before the rest is asked for. */
const PRIME = 6;

interface Riga {
  readonly chiave: string;
  /** on the left: when, or of what kind */
  readonly quando: ReactNode;
  readonly tardi?: boolean;
  readonly che: ReactNode;
  /** on the right: what to do, or where to go */
  readonly vai?: ReactNode;
}

interface Props {
  righe: readonly Riga[];
  vuoto: string;
  /** however many they are */
  tutte?: boolean;
}

/** The lines of a card: when, what, where to go. */
export function Righe({ righe, vuoto, tutte = false }: Props) {
  const [chieste, setChieste] = useState(false);
  if (righe.length === 0) return <p className={css['tenue']}>{vuoto}</p>;
  const viste = tutte || chieste ? righe : righe.slice(0, PRIME);
  return (
    <>
      <ul className={css['righe']}>
        {viste.map(({ chiave, quando, tardi, che, vai }) => (
          <li key={chiave}>
            <span className={css['quando']} data-tardi={tardi || undefined}>
              {quando}
            </span>
            <span className={css['che']}>{che}</span>
            {vai}
          </li>
        ))}
      </ul>
      {righe.length > viste.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setChieste(true)}>
          {testi.oggi.altri(righe.length - viste.length)}
        </Button>
      )}
    </>
  );
}

export type { Riga as RigaCarta };
