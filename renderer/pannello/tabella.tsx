import { Button, type ButtonProps } from '@mantine/core';
import { Children, type ReactNode } from 'react';
import { testi } from '../testi/index.ts';
import { Scorrevole } from './scorrevole.tsx';
import css from './tabella.module.css';

/** The head of a column: its words or, where they are not enough, how it stands. */
export type Colonna =
  | string
  | {
      readonly titolo: string;
      /** figures: right aligned, like the cells below */
      readonly numero?: boolean;
      /** read aloud, not seen */
      readonly nascosta?: boolean;
      readonly className?: string | undefined;
    };

function Testa({ colonna }: { colonna: Colonna }) {
  const { titolo, numero, nascosta, className } = typeof colonna === 'string' ? { titolo: colonna } : colonna;
  return (
    <th scope="col" className={numero ? css['numero'] : className}>
      {nascosta ? <span className="visually-hidden">{titolo}</span> : titolo}
    </th>
  );
}

const AZIONI: Colonna = { titolo: testi.comune.azioni, nascosta: true };

interface Props {
  /** its name, where the title above does not say it */
  etichetta?: string;
  colonne: readonly Colonna[];
  /** the last column holds the buttons of each row */
  azioni?: boolean;
  /** said in place of a table with no row; absent: the head alone */
  vuota?: string;
  className?: string | undefined;
  /** the rows */
  children: ReactNode;
}

/** A plain table: its columns, its rows, scrolling inside its place where that is narrow. */
export function Tabella({ etichetta, colonne, azioni, vuota, className, children }: Props) {
  if (vuota !== undefined && Children.toArray(children).length === 0) return <p className={css['vuota']}>{vuota}</p>;
  const tutte = azioni ? [...colonne, AZIONI] : colonne;
  return (
    <Scorrevole>
      <table className={`${css['tabella']} ${className ?? ''}`} aria-label={etichetta}>
        <thead>
          <tr>
            {tutte.map((colonna) => (
              <Testa key={typeof colonna === 'string' ? colonna : colonna.titolo} colonna={colonna} />
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scorrevole>
  );
}

interface PropsAzione extends Pick<ButtonProps, 'loading' | 'leftSection'> {
  className?: string | undefined;
  /** the name of the button, with what it is about: many of the same stand one under the other */
  dice: string;
  onClick: () => void;
  children: ReactNode;
}

/** A button of a row. */
export function AzioneRiga({ dice, children, ...bottone }: PropsAzione) {
  return (
    <Button variant="subtle" size="compact-sm" aria-label={dice} {...bottone}>
      {children}
    </Button>
  );
}

/** The last cell of a row that may be corrected; where it may not there is no cell, as there is no column. */
export function CellaCorreggi({ dice, onCorreggi }: { dice: string; onCorreggi: (() => void) | null }) {
  if (onCorreggi === null) return null;
  return (
    <td className={css['numero']}>
      <AzioneRiga dice={dice} onClick={onCorreggi}>
        {testi.comune.correggi}
      </AzioneRiga>
    </td>
  );
}
