import { Drawer } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Periodo } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { Attesa } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { useNomeDiscreto } from '../pannello/testo-discreto.ts';
import { ErroreInPagina, Riquadro } from '../shell/avvisi.tsx';
import { formatNumero, testi } from '../testi/index.ts';
import type { Apre } from './cifre.ts';
import { formatPeriodo } from './periodo.ts';
import css from './report.module.css';

const t = testi.report.righe;

/** A figure whose rows are wanted. */
export interface Aperta {
  id: string;
  titolo: string;
  /** as shown in the table: the rows must add up to it */
  cifra: number;
  apre: Apre;
}

interface Contesto {
  /** null where the account may see figures but not names */
  apri: ((aperta: Aperta) => void) | null;
  aperta: string | null;
}

const RigheDietroContext = createContext<Contesto>({ apri: null, aperta: null });

export function useRigheDietro(): Contesto {
  return useContext(RigheDietroContext);
}

type Riga = Output<'report.righe'>[number];

function TabellaRighe({ righe, cifra, al }: { righe: readonly Riga[]; cifra: number; al: string }) {
  const nome = useNomeDiscreto();
  const somma = righe.reduce((n, riga) => n + riga.n, 0);
  const numero = tabella['numero'];
  if (righe.length === 0 && cifra === 0) return <p className={css['tenue']}>{t.nessuna}</p>;
  return (
    <>
      {somma !== cifra && <Riquadro tono="male">{t.diversa(formatNumero(somma), formatNumero(cifra))}</Riquadro>}
      <table className={tabella['tabella']}>
        <thead>
          <tr>
            <th scope="col">{t.ospite}</th>
            <th scope="col">{t.struttura}</th>
            <th scope="col">{t.ingresso}</th>
            <th scope="col">{t.dimissione}</th>
            <th scope="col" className={numero}>
              {t.n}
            </th>
          </tr>
        </thead>
        <tbody>
          {righe.map((riga) => (
            <tr key={`${riga.ingressoId} ${riga.n}`}>
              <th scope="row">
                <Link to="/ospiti/$ospite" params={{ ospite: riga.ospiteId }}>
                  {nome(riga.ospite)}
                </Link>
              </th>
              <td>{riga.struttura}</td>
              <td>{formatGiornoBreve(riga.dataIngresso)}</td>
              <td>
                {riga.dataDimissione === null || riga.dataDimissione > al
                  ? t.inCorso
                  : formatGiornoBreve(riga.dataDimissione)}
              </td>
              <td className={numero}>{formatNumero(riga.n)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t.somma}
            </th>
            <td className={numero}>{formatNumero(somma)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}

function RigheAperte({ aperta, periodo }: { aperta: Aperta; periodo: Periodo }) {
  const input = { ...periodo, ...aperta.apre };
  const { data, error, refetch } = useEndpoint('report.righe', input);
  return (
    <>
      <p className={css['tenue']}>
        {formatPeriodo(input)}. {t.cosa}
      </p>
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={4} testo={t.lettura} />}
      {data && <TabellaRighe righe={data} cifra={aperta.cifra} al={input.al} />}
    </>
  );
}

/** Around the tables of a report: a figure opens its rows in a side panel, with their sum. */
export function RigheDietro({
  periodo,
  nominativi,
  children,
}: {
  periodo: Periodo;
  nominativi: boolean;
  children: ReactNode;
}) {
  const [scelta, setScelta] = useState<{ aperta: Aperta; periodo: Periodo } | null>(null);
  // a figure of another period is not on the page any more
  const stesso = scelta?.periodo.dal === periodo.dal && scelta.periodo.al === periodo.al;
  const aperta = stesso ? scelta.aperta : null;
  const id = aperta?.id ?? null;
  const { dal, al } = periodo;
  const contesto = useMemo(() => {
    const apri = (nuova: Aperta) => setScelta({ aperta: nuova, periodo: { dal, al } });
    return { apri: nominativi ? apri : null, aperta: id };
  }, [nominativi, id, dal, al]);
  return (
    <RigheDietroContext value={contesto}>
      {children}
      <Drawer
        opened={aperta !== null}
        onClose={() => setScelta(null)}
        size={640}
        title={<b>{aperta?.titolo}</b>}
        closeButtonProps={{ 'aria-label': t.chiudi }}
      >
        {aperta && <RigheAperte aperta={aperta} periodo={periodo} />}
      </Drawer>
    </RigheDietroContext>
  );
}
