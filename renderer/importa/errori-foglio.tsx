import { Button, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFileTypeCsv } from '@tabler/icons-react';
import { useState } from 'react';
import { consegnaFile } from '../pannello/consegna-file.ts';
import { toCsv } from '../pannello/csv.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import tabella from '../pannello/tabella.module.css';
import { formatNumero, testi } from '../testi/index.ts';
import {
  type ErroreFoglio,
  erroriPerFoglio,
  type PaginaErrori,
  paginaErrori,
  rigaDetta,
  righeCsv,
} from './esito-foglio.ts';
import css from './importa.module.css';

const t = testi.importa;
const TUTTI = '';

function Filtro({
  errori,
  foglio,
  onFoglio,
}: {
  errori: readonly ErroreFoglio[];
  foglio: string | null;
  onFoglio: (foglio: string | null) => void;
}) {
  const conta = [...erroriPerFoglio(errori)];
  if (conta.length < 2) return null;
  return (
    <Select
      size="xs"
      aria-label={t.filtra}
      value={foglio ?? TUTTI}
      allowDeselect={false}
      onChange={(scelto) => onFoglio(scelto === TUTTI ? null : scelto)}
      data={[
        { value: TUTTI, label: t.tuttiFogli(errori.length) },
        ...conta.map(([nome, n]) => ({ value: nome, label: t.filtroFoglio(nome, n) })),
      ]}
    />
  );
}

function Pagine({ pagina, onPagina }: { pagina: PaginaErrori; onPagina: (n: number) => void }) {
  if (pagina.pagine < 2) return null;
  return (
    <nav className={css['pagine']} aria-label={t.errori}>
      <Button
        variant="default"
        size="compact-sm"
        disabled={pagina.pagina === 1}
        leftSection={<IconChevronLeft size={14} aria-hidden />}
        onClick={() => onPagina(pagina.pagina - 1)}
      >
        {t.paginaPrima}
      </Button>
      <span aria-live="polite">{t.pagina(pagina.da, pagina.a, pagina.tutti)}</span>
      <Button
        variant="default"
        size="compact-sm"
        disabled={pagina.pagina === pagina.pagine}
        rightSection={<IconChevronRight size={14} aria-hidden />}
        onClick={() => onPagina(pagina.pagina + 1)}
      >
        {t.paginaDopo}
      </Button>
    </nav>
  );
}

function TabellaErrori({ righe }: { righe: readonly ErroreFoglio[] }) {
  return (
    <Scorrevole>
      <table className={`${tabella['tabella']} ${css['errori']}`} aria-label={t.errori}>
        <thead>
          <tr>
            <th scope="col">{t.foglio}</th>
            <th scope="col">{t.riga}</th>
            <th scope="col">{t.colonna}</th>
            <th scope="col">{t.valore}</th>
            <th scope="col">{t.messaggio}</th>
          </tr>
        </thead>
        <tbody>
          {righe.map((errore) => (
            <tr key={`${errore.foglio} ${errore.riga} ${errore.colonna} ${errore.valore} ${errore.messaggio}`}>
              <td>{errore.foglio}</td>
              <td>{rigaDetta(errore)}</td>
              <td>{errore.colonna}</td>
              <td className={css['valore']}>{errore.valore}</td>
              <td>{errore.messaggio}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scorrevole>
  );
}

/** The rows to be corrected in the sheet: by sheet, a page at a time, and as a file to work through. */
export function ErroriFoglio({ errori }: { errori: readonly ErroreFoglio[] }) {
  const [foglio, setFoglio] = useState<string | null>(null);
  const [numero, setNumero] = useState(1);
  if (errori.length === 0) return null;
  const pagina = paginaErrori(errori, foglio, numero);
  const salva = () => {
    const campi = [t.foglio, t.riga, t.colonna, t.valore, t.messaggio];
    consegnaFile(
      'righe-da-correggere.csv',
      toCsv(campi, righeCsv(errori)),
      testi.report.csvFatto,
      'text/csv;charset=utf-8',
    );
  };
  return (
    <Pannello
      titolo={t.errori}
      accanto={formatNumero(errori.length)}
      azioni={
        <>
          <Filtro
            errori={errori}
            foglio={foglio}
            onFoglio={(scelto) => {
              setFoglio(scelto);
              setNumero(1);
            }}
          />
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconFileTypeCsv size={16} aria-hidden />}
            onClick={salva}
          >
            {t.salvaErrori}
          </Button>
        </>
      }
    >
      <p className={css['cosa']}>{t.erroriCosa}</p>
      <TabellaErrori righe={pagina.righe} />
      <Pagine pagina={pagina} onPagina={setNumero} />
    </Pannello>
  );
}
