import { Link } from '@tanstack/react-router';
import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import { useEndpoint } from '../api/index.ts';
import { formatQuando } from '../assenza/quando.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { useNomeDiscreto, useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './oggi.module.css';
import { type RigaCarta, Righe } from './righe.tsx';

const t = testi.oggi;

/** How far back a shift looks, days. */
const INDIETRO = 1;
const QUANTE = 20;

/** The handovers not read yet, whatever their day, and those of yesterday and today; the newest first. */
function useConsegne(struttura: string, oggi: Giorno) {
  const consegne = { struttura, tipo: 'consegna', limite: QUANTE } as const;
  const recenti = useEndpoint('diario.list', { ...consegne, dal: addGiorni(oggi, -INDIETRO) }).data?.righe;
  const nuove = useEndpoint('diario.list', { ...consegne, nuove: true }).data?.righe;
  if (!recenti || !nuove) return undefined;
  const tutte = new Map([...nuove, ...recenti].map((riga) => [riga.id, riga]));
  return [...tutte.values()].toSorted((a, b) => (`${a.data} ${a.ora}` < `${b.data} ${b.ora}` ? 1 : -1));
}

/** What the shifts before left to be known: those not read yet told so. */
export function Consegne({ struttura, oggi }: { struttura: string; oggi: Giorno }) {
  const consegne = useConsegne(struttura, oggi);
  const formatNome = useFormatNome();
  const scrivi = useTestoDiscreto();
  const nomeVisto = useNomeDiscreto();
  const righe = (consegne ?? []).map(
    ({ id, data: giorno, ora, testo, importante, autore, ospite, nuova: sua, aggiunte }): RigaCarta => ({
      chiave: id,
      quando: giorno === oggi ? ora : `${formatQuando(giorno, null, oggi)} ${ora}`,
      tardi: false,
      che: (
        <>
          {importante && <b>{t.importante} </b>}
          {ospite && (
            <>
              <Link to="/ospiti/$ospite" params={{ ospite: ospite.id }} search={{ sezione: 'diario' }}>
                {formatNome(ospite.cognome, ospite.nome)}
              </Link>
              {': '}
            </>
          )}
          {scrivi(testo)} <span className={css['tenue']}>{nomeVisto(autore)}</span>
        </>
      ),
      vai: (sua || aggiunte.some(({ nuova }) => nuova)) && <span className={css['tenue']}>{t.nonLetta}</span>,
    }),
  );
  return (
    <Pannello
      titolo={t.consegne}
      className={css['intera']}
      azioni={
        <Link to="/diario/$struttura" params={{ struttura }} className={css['vai']}>
          {t.apriDiario}
        </Link>
      }
    >
      {consegne && <Righe righe={righe} vuoto={t.consegneVuote} />}
    </Pannello>
  );
}
