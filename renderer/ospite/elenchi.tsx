import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Pannello } from '../pannello/pannello.tsx';
import { Tabella } from '../pannello/tabella.tsx';
import { testi } from '../testi/index.ts';

const t = testi.ospite;

/** How many rows a list shows before it is asked for all. */
const PRIME = 8;

interface PropsElenco<R extends { id: string }> {
  titolo: string;
  vuoto: string;
  /** beside the title, in place of how many rows there are */
  accanto?: ReactNode;
  colonne: readonly (string | undefined)[];
  righe: readonly R[];
  celle: (riga: R) => readonly ReactNode[];
}

/** A read-only list of a record: the newest rows, and all of them on request. */
export function Elenco<R extends { id: string }>({ titolo, vuoto, accanto, colonne, righe, celle }: PropsElenco<R>) {
  const [tutte, setTutte] = useState(false);
  return (
    <Pannello titolo={titolo} accanto={righe.length > 0 && (accanto || t.quante(righe.length))}>
      <Tabella vuota={vuoto} colonne={colonne.map((nome) => nome ?? '')}>
        {righe.slice(0, tutte ? undefined : PRIME).map((riga) => (
          <tr key={riga.id}>
            {celle(riga).map((cella, i) => (
              <td key={colonne[i]}>{cella}</td>
            ))}
          </tr>
        ))}
      </Tabella>
      {righe.length > PRIME && (
        <Button variant="subtle" size="compact-sm" aria-expanded={tutte} onClick={() => setTutte(!tutte)}>
          {tutte ? t.mostraMeno : t.mostraTutte(righe.length)}
        </Button>
      )}
    </Pannello>
  );
}
