import { Button } from '@mantine/core';
import { useState } from 'react';
import { useEndpoint } from '../api/index.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import tabella from '../pannello/tabella.module.css';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { formatNumero, testi } from '../testi/index.ts';
import css from './report.module.css';

const t = testi.report;

/** The list is long where namesakes are many: a few first, more when asked. */
const PRIME = 10;
const ALTRE = 100;

/** Ospiti that may be one person: listed, never decided by the machine. */
export function Possibili() {
  const { data, error, refetch } = useEndpoint('report.possibili', {});
  const [quante, setQuante] = useState(PRIME);
  const scrivi = useTestoDiscreto();
  const altre = data ? Math.min(ALTRE, data.length - quante) : 0;
  return (
    <Pannello titolo={t.possibili.titolo} accanto={data ? formatNumero(data.length) : undefined}>
      <p className={css['cosa']}>{t.possibili.cosa}</p>
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {data?.length === 0 && <p className={css['cosa']}>{t.possibili.nessuna}</p>}
      {data && data.length > 0 && (
        <Scorrevole>
          <table className={tabella['tabella']} aria-label={t.possibili.titolo}>
            <thead>
              <tr>
                <th scope="col">{t.possibili.a}</th>
                <th scope="col">{t.possibili.b}</th>
                <th scope="col">{t.possibili.perche}</th>
              </tr>
            </thead>
            <tbody>
              {data.slice(0, quante).map((coppia) => (
                <tr key={`${coppia.a} ${coppia.b} ${coppia.perche}`}>
                  <td>{scrivi(coppia.a)}</td>
                  <td>{scrivi(coppia.b)}</td>
                  <td>{coppia.perche}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scorrevole>
      )}
      {altre > 0 && (
        <Button variant="default" size="compact-sm" mt={8} onClick={() => setQuante(quante + ALTRE)}>
          {t.possibili.altre(altre)}
        </Button>
      )}
    </Pannello>
  );
}
