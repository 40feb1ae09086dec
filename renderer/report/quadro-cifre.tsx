import type { ReactNode } from 'react';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { ErroreInPagina, Vuoto } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import type { Colonna } from './cifre.ts';
import css from './report.module.css';
import { BottoneCsv, type RigaCifre, TabellaCifre } from './tabella-cifre.tsx';

const t = testi.report;

interface Props<R extends { readonly trattati: number }> {
  titolo: string;
  /** of the file */
  nome: string;
  /** what the rows are of */
  intestazione: string;
  colonne: readonly Colonna<R>[];
  righe: readonly RigaCifre<R>[];
  /** undefined: still being read */
  totale: RigaCifre<R> | undefined;
  errore: Error | null;
  onRiprova: () => void;
  accanto?: ReactNode;
  children?: ReactNode;
}

/** A table of figures in its panel: the wait, the error, nobody in the period, the file. */
export function QuadroCifre<R extends { readonly trattati: number }>({
  titolo,
  nome,
  intestazione,
  colonne,
  righe,
  totale,
  errore,
  onRiprova,
  accanto,
  children,
}: Props<R>) {
  const tavola = { intestazione, colonne };
  return (
    <Pannello
      titolo={titolo}
      accanto={accanto}
      azioni={totale && <BottoneCsv {...tavola} nome={nome} righe={[...righe, totale]} />}
    >
      {errore && <ErroreInPagina errore={errore} onRiprova={onRiprova} />}
      {!totale && !errore && <Attesa righe={8} testo={t.lettura} />}
      {totale && totale.riga.trattati === 0 && <Vuoto titolo={t.vuoto}>{t.vuotoCosa}</Vuoto>}
      {totale && totale.riga.trattati > 0 && (
        <>
          <TabellaCifre {...tavola} etichetta={titolo} righe={righe} totale={totale} />
          <p className={css['nota']}>
            {t.siApre} {t.tutteUtenze}
          </p>
          {children}
        </>
      )}
    </Pannello>
  );
}
