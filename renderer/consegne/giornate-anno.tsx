import { Link } from '@tanstack/react-router';
import { periodoDellAnno } from '../../domain/giorno.ts';
import { useEndpoint } from '../api/index.ts';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { formatNumero, testi } from '../testi/index.ts';

const t = testi.consegne;

/** The consolidated giornate of the year, struttura by struttura, with the way to the report. */
export function GiornateAnno({ anno }: { anno: number }) {
  const periodo = periodoDellAnno(anno);
  const { data, error, refetch } = useEndpoint('report.giornate', { ...periodo, per: 'struttura' });
  const numero = tabella['numero'];
  return (
    <Pannello
      titolo={t.giornate(anno)}
      azioni={
        <Link to="/report/$report" params={{ report: 'giornate' }} search={{ ...periodo, per: 'struttura' }}>
          {t.report}
        </Link>
      }
    >
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={6} testo={testi.report.lettura} />}
      {data && (
        <table className={tabella['tabella']}>
          <caption>{t.giornateCosa}</caption>
          <thead>
            <tr>
              <th scope="col">{t.struttura}</th>
              <th scope="col" className={numero}>
                {t.presenza}
              </th>
              <th scope="col" className={numero}>
                {t.pagate}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.righe.map((riga) => (
              <tr key={riga.chiave}>
                <th scope="row">{riga.nome}</th>
                <td className={numero}>{formatNumero(riga.giornatePresenza)}</td>
                <td className={`${numero} ${tabella['tenue']}`}>{formatNumero(riga.giornatePagate)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t.totale}</th>
              <td className={numero}>{formatNumero(data.totale.giornatePresenza)}</td>
              <td className={numero}>{formatNumero(data.totale.giornatePagate)}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </Pannello>
  );
}
