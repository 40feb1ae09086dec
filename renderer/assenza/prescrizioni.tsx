import type { Giorno } from '../../domain/giorno.ts';
import { useEndpoint } from '../api/index.ts';
import { useEtichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';
import css from './assenza.module.css';

const t = testi.assenze;

/** What the measures in force prescribe, for whoever grants the leave: only where there is something to read. */
export function Prescrizioni({ ospiteId, giorno }: { ospiteId: string; giorno: Giorno }) {
  const etichetta = useEtichette();
  const { data } = useEndpoint('assenze.prescrizioni', { ospiteId, giorno }, { placeholderData: (prima) => prima });
  if (!data || data.misure.length === 0) return null;
  return (
    <section className={css['prescrizioni']} aria-label={t.prescrizioni}>
      <b>{t.prescrizioni}</b>
      <ul>
        {data.misure.map(({ misura, autorita, prescrizioni }) => (
          <li key={`${misura} ${prescrizioni}`}>
            {etichetta('misura', misura)}
            {autorita && <span> ({autorita})</span>}: {prescrizioni ?? t.senzaPrescrizioni}
          </li>
        ))}
      </ul>
    </section>
  );
}
