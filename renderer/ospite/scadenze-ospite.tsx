import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { useEndpoint } from '../api/index.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { LinkScadenza } from '../scadenze/link-scadenza.tsx';
import { canCall } from '../shell/pagine.ts';
import { testi } from '../testi/index.ts';
import { type Cartella, isInCorso } from './cartella.ts';
import css from './ospite.module.css';

const t = testi.ospite;

/** How far ahead the guest's page looks, days. */
const AVANTI = 90;

type Scadenza = Output<'scadenze.list'>['righe'][number];

interface Props {
  cartella: Cartella;
  ruolo: Ruolo | undefined;
  oggi: Giorno;
}

/** What is due about one guest, the most late first; of the struttura where they are. */
function useScadenze({ cartella, ruolo, oggi }: Props): readonly Scadenza[] {
  const struttura = cartella.permanenze.find((p) => isInCorso(p, oggi))?.struttura.codice ?? '';
  const { data } = useEndpoint(
    'scadenze.list',
    { struttura, entro: addGiorni(oggi, AVANTI) },
    { enabled: struttura !== '' && ruolo !== undefined && canCall(ruolo, 'scadenze.list') },
  );
  return data?.righe.filter(({ ospiteId }) => ospiteId === cartella.id) ?? [];
}

/** `entro mar 2 apr: verifica con il SerD`, `in ritardo da 3 giorni: …` */
function describeScadenza({ giorni, entro, testo }: Scadenza): string {
  return giorni < 0 ? t.inRitardo(-giorni, testo) : t.entro(formatGiorno(entro), testo);
}

/** In the header: what is late or close. The rest is in its panel. */
export function SegniScadenze(props: Props) {
  const presto = useScadenze(props).filter((una) => una.presto);
  return presto.slice(0, 2).map((una) => (
    <li key={`${una.voce} ${una.oggettoId} ${una.entro}`}>
      <span className={css['segno']} data-tono={una.giorni < 0 ? 'tardi' : 'attenzione'}>
        {describeScadenza(una)}
      </span>
    </li>
  ));
}

/** What is due about the guest in the coming months; each leads to the tab where it is met. */
export function ProssimeScadenze(props: Props) {
  const scadenze = useScadenze(props);
  if (scadenze.length === 0) return null;
  return (
    <Pannello titolo={t.prossimeScadenze}>
      <ul className={css['note']}>
        {scadenze.map((una) => (
          <li key={`${una.voce} ${una.oggettoId} ${una.entro}`} data-tardi={una.giorni < 0 || undefined}>
            <LinkScadenza riga={una}>{describeScadenza(una)}</LinkScadenza>
          </li>
        ))}
      </ul>
    </Pannello>
  );
}
