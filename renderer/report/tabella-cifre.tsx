import { Button, Menu } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import type { Somma } from '../../domain/numeri-piccoli.ts';
import { useEndpoint } from '../api/index.ts';
import { consegnaFile } from '../pannello/consegna-file.ts';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import tabella from '../pannello/tabella.module.css';
import { testi } from '../testi/index.ts';
import { type Colonna, cifreCsv, cifreCsvEsterno, formatValore } from './cifre.ts';
import { cella, testoVelo, type Veli, veliDi } from './piccoli.ts';
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
  /** rows that are the sum of others, by chiave (renderer/report/piccoli.ts) */
  somme?: readonly Somma[] | undefined;
  legami?: readonly Somma[] | undefined;
}

/** Below how many persons a count does not leave the office; the default until the host has said it. */
function useSoglia(): number {
  return useEndpoint('numeriPiccoli.get', {}).data?.soglia ?? 5;
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

interface VeloCarta {
  veli: Veli;
  soglia: number;
}

function Riga<R>({ riga, colonne, carta }: { riga: RigaCifre<R>; colonne: readonly Colonna<R>[]; carta: VeloCarta }) {
  return (
    <tr>
      <th scope="row" className={riga.parte ? tabella['parte'] : undefined}>
        {riga.nome}
      </th>
      {colonne.map((colonna) => {
        const velo = carta.veli.get(cella(riga.chiave, colonna.id));
        const cifra = <Cifra riga={riga} colonna={colonna} />;
        // on screen the figure; on paper, which leaves the office, what may be said of it
        return (
          <td
            key={colonna.id}
            className={allineata(colonna)}
            data-carta={velo ? testoVelo(velo, carta.soglia) : undefined}
          >
            {velo ? <span className="solo-schermo">{cifra}</span> : cifra}
          </td>
        );
      })}
    </tr>
  );
}

/** A table of figures; each one that can be opened is a button to the rows behind it. */
export function TabellaCifre<R>({ etichetta, intestazione, colonne, righe, totale, somme, legami }: Props<R>) {
  const soglia = useSoglia();
  const tutte = totale ? [...righe, totale] : righe;
  const carta = { veli: veliDi({ colonne, righe: tutte, somme, legami }, soglia), soglia };
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
            <Riga key={riga.chiave} riga={riga} colonne={colonne} carta={carta} />
          ))}
        </tbody>
        {totale && (
          <tfoot>
            <Riga riga={totale} colonne={colonne} carta={carta} />
          </tfoot>
        )}
        {carta.veli.size > 0 && <caption className="solo-carta">{t.piccoli.nota(soglia)}</caption>}
      </table>
    </Scorrevole>
  );
}

/**
 * The same table as a file for a spreadsheet. For whom is asked each time: outside the office small numbers are hidden, and
 * that is the first choice.
 */
export function BottoneCsv<R>({
  nome,
  intestazione,
  colonne,
  righe,
  somme,
  legami,
}: { nome: string } & Pick<Props<R>, 'intestazione' | 'colonne' | 'righe' | 'somme' | 'legami'>) {
  const soglia = useSoglia();
  const salva = (file: string, bytes: Uint8Array) => consegnaFile(file, bytes, t.csvFatto, 'text/csv;charset=utf-8');
  const esterno = () =>
    salva(`${nome}-esterno.csv`, cifreCsvEsterno(intestazione, { colonne, righe, somme, legami }, soglia));
  const ufficio = () => salva(`${nome}.csv`, cifreCsv(intestazione, colonne, righe));
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          className="solo-schermo"
          variant="default"
          size="compact-sm"
          leftSection={<IconFileTypeCsv size={16} aria-hidden />}
        >
          {t.csv}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={esterno}>{t.piccoli.esterno(soglia)}</Menu.Item>
        <Menu.Item onClick={ufficio}>{t.piccoli.ufficio}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
