import { Button } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { consegnaFile } from '../pannello/consegna-file.ts';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import tabella from '../pannello/tabella.module.css';
import { testi } from '../testi/index.ts';
import { type Colonna, cifreCsv, formatValore } from './cifre.ts';
import { useRigheDietro } from './righe-dietro.tsx';

const t = testi.report;

/** A row of figures with its name. */
export interface RigaCifre<R> {
  chiave: string;
  nome: string;
  riga: R;
  /** drawn as a part of the row above it */
  parte?: boolean;
}

interface Props<R> {
  /** what the table is, for screen readers */
  etichetta: string;
  /** over the names */
  intestazione: string;
  colonne: readonly Colonna<R>[];
  righe: readonly RigaCifre<R>[];
  totale?: RigaCifre<R> | undefined;
}

function Cifra<R>({ riga, colonna }: { riga: RigaCifre<R>; colonna: Colonna<R> }) {
  const { apri, aperta } = useRigheDietro();
  const testo = formatValore(colonna.valore(riga.riga), colonna.formato);
  const accanto = colonna.accanto?.(riga.riga);
  const dopo = accanto ? <span className={tabella['tenue']}> {accanto}</span> : null;
  const apre = apri === null ? null : (colonna.apre?.(riga.riga) ?? null);
  if (apri === null || apre === null) {
    return (
      <>
        {testo}
        {dopo}
      </>
    );
  }
  const id = `${colonna.id} ${riga.chiave}`;
  const cifra = colonna.valore(riga.riga);
  return (
    <>
      <button
        type="button"
        className={tabella['cifra']}
        aria-label={t.apriRighe(colonna.titolo, riga.nome, testo)}
        aria-expanded={aperta === id}
        aria-haspopup="dialog"
        onClick={() =>
          apri({
            id,
            titolo: t.righe.titolo(colonna.titolo, riga.nome),
            cifra: typeof cifra === 'number' ? cifra : 0,
            apre,
          })
        }
      >
        {testo}
      </button>
      {dopo}
    </>
  );
}

/** Numbers to the right, words to the left. */
function allineata<R>({ formato }: Colonna<R>): string | undefined {
  return tabella[formato === 'testo' ? 'testo' : 'numero'];
}

function Riga<R>({ riga, colonne }: { riga: RigaCifre<R>; colonne: readonly Colonna<R>[] }) {
  return (
    <tr>
      <th scope="row" className={riga.parte ? tabella['parte'] : undefined}>
        {riga.nome}
      </th>
      {colonne.map((colonna) => (
        <td key={colonna.id} className={allineata(colonna)}>
          <Cifra riga={riga} colonna={colonna} />
        </td>
      ))}
    </tr>
  );
}

/** A table of figures; each one that can be opened is a button to the rows behind it. */
export function TabellaCifre<R>({ etichetta, intestazione, colonne, righe, totale }: Props<R>) {
  return (
    <Scorrevole>
      <table className={tabella['tabella']} aria-label={etichetta}>
        <thead>
          <tr>
            <th scope="col">{intestazione}</th>
            {colonne.map((colonna) => (
              <th key={colonna.id} scope="col" className={allineata(colonna)} abbr={colonna.titolo}>
                <span className={tabella['aCapo']}>{colonna.breve}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {righe.map((riga) => (
            <Riga key={riga.chiave} riga={riga} colonne={colonne} />
          ))}
        </tbody>
        {totale && (
          <tfoot>
            <Riga riga={totale} colonne={colonne} />
          </tfoot>
        )}
      </table>
    </Scorrevole>
  );
}

/** The same table as a file for a spreadsheet. */
export function BottoneCsv<R>({
  nome,
  intestazione,
  colonne,
  righe,
}: { nome: string } & Pick<Props<R>, 'intestazione' | 'colonne' | 'righe'>) {
  const salva = () =>
    consegnaFile(`${nome}.csv`, cifreCsv(intestazione, colonne, righe), t.csvFatto, 'text/csv;charset=utf-8');
  return (
    <Button variant="default" size="compact-sm" leftSection={<IconFileTypeCsv size={16} aria-hidden />} onClick={salva}>
      {t.csv}
    </Button>
  );
}
