import type { Periodo } from '../../domain/giorno.ts';
import { useEndpoint } from '../api/index.ts';
import { Attesa } from '../pannello/pannello.tsx';
import { ErroreInPagina, Vuoto } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import { AltriGruppi, Attivita, Comunita, EsitiComunita, MesiComunita } from './bilancio-comunita.tsx';
import { Cooperativa, EsitiDue, Profilo } from './bilancio-cooperativa.tsx';
import { bilancioDi } from './bilancio-dati.ts';
import { useEtichette } from './etichette.ts';
import css from './report.module.css';

const t = testi.report;

/** The figures of the yearly report (formats.md §3), each with its unit and its rows: not the printed report. */
export function Bilancio({ periodo }: { periodo: Periodo }) {
  const { data, error, refetch } = useEndpoint('report.bilancio', periodo, { placeholderData: (prima) => prima });
  const nomi = useEtichette();
  if (error) return <ErroreInPagina errore={error} onRiprova={() => void refetch()} />;
  if (!data) return <Attesa righe={12} testo={t.lettura} />;
  const bilancio = bilancioDi(data);
  const altri = Object.values(bilancio.altri).some((gruppo) => gruppo.trattati > 0);
  if (bilancio.cooperativa.trattati === 0 && !altri) return <Vuoto titolo={t.vuoto}>{t.vuotoCosa}</Vuoto>;
  const nomeFile = `bilancio-${bilancio.dal}-${bilancio.al}`;
  return (
    <div className={css['sezioni']}>
      <p className={css['cosa']}>
        {t.bilancio.cosa} {t.siApre}
      </p>
      <div className={css['due']}>
        <Cooperativa bilancio={bilancio} nomeFile={nomeFile} />
        <div className={css['sezioni']}>
          <EsitiDue bilancio={bilancio} nomi={nomi} nomeFile={nomeFile} />
          <AltriGruppi bilancio={bilancio} nomeFile={nomeFile} />
        </div>
      </div>
      <Comunita bilancio={bilancio} nomeFile={nomeFile} />
      <EsitiComunita bilancio={bilancio} nomi={nomi} nomeFile={nomeFile} />
      <MesiComunita bilancio={bilancio} nomeFile={nomeFile} />
      <Profilo bilancio={bilancio} nomi={nomi} />
      <Attivita bilancio={bilancio} nomi={nomi} nomeFile={nomeFile} />
    </div>
  );
}
