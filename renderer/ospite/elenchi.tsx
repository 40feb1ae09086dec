import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import tabella from '../pannello/tabella.module.css';
import type { Etichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';
import type { Cartella } from './cartella.ts';
import css from './ospite.module.css';

const t = testi.ospite;

/** How many rows a list shows before it is asked for all. */
const PRIME = 8;

interface PropsElenco<R extends { id: string }> {
  titolo: string;
  vuoto: string;
  colonne: readonly string[];
  righe: readonly R[];
  celle: (riga: R) => readonly ReactNode[];
}

/** A read-only list of a record: the newest rows, and all of them on request. */
export function Elenco<R extends { id: string }>({ titolo, vuoto, colonne, righe, celle }: PropsElenco<R>) {
  const [tutte, setTutte] = useState(false);
  return (
    <Pannello titolo={titolo} accanto={righe.length > 0 && t.quante(righe.length)}>
      {righe.length === 0 && <p className={css['frase']}>{vuoto}</p>}
      {righe.length > 0 && (
        <Scorrevole>
          <table className={tabella['tabella']}>
            <thead>
              <tr>
                {colonne.map((nome) => (
                  <th key={nome} scope="col">
                    {nome}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {righe.slice(0, tutte ? undefined : PRIME).map((riga) => (
                <tr key={riga.id}>
                  {celle(riga).map((cella, i) => (
                    <td key={colonne[i]}>{cella}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scorrevole>
      )}
      {righe.length > PRIME && (
        <Button variant="subtle" size="compact-sm" aria-expanded={tutte} onClick={() => setTutte(!tutte)}>
          {tutte ? t.mostraMeno : t.mostraTutte(righe.length)}
        </Button>
      )}
    </Pannello>
  );
}

const giorno = (valore: string | null) =>
  valore === null ? '' : <span className={tabella['intero']}>{formatGiornoBreve(valore)}</span>;
const siNo = (valore: boolean | null) => (valore === null ? '' : valore ? testi.comune.si : testi.comune.no);

interface Props {
  cartella: Cartella;
  etichetta: Etichette;
}

export function Misure({ cartella, etichetta }: Props) {
  return (
    <Elenco
      titolo={t.giuridica}
      vuoto={t.nessunaMisura}
      colonne={[t.misura, t.dal, t.al, t.autorita, t.finePena]}
      righe={cartella.misure}
      celle={(m) => [etichetta('misura', m.misura), giorno(m.dal), giorno(m.al), m.autorita, giorno(m.finePena)]}
    />
  );
}

export function Visite({ cartella, etichetta }: Props) {
  return (
    <Elenco
      titolo={t.visite}
      vuoto={t.nessunaVisita}
      colonne={[t.data, t.visita, t.luogo, t.accompagnamento, t.esito]}
      righe={cartella.visite}
      celle={(v) => [giorno(v.data), etichetta('visita', v.tipo), v.luogo, siNo(v.accompagnamento), v.esito]}
    />
  );
}

export function Incontri({ cartella, etichetta }: Props) {
  return (
    <Elenco
      titolo={t.incontri}
      vuoto={t.nessunIncontro}
      colonne={[t.data, t.servizio, t.modalita, t.accompagnamento, t.oggetto]}
      righe={cartella.incontri}
      celle={(i) => [
        giorno(i.data),
        etichetta('servizio', i.servizio),
        etichetta('modalita', i.modalita),
        siNo(i.accompagnamento),
        i.oggetto,
      ]}
    />
  );
}
