import { type Mese, numeroMese } from '../../domain/giorno.ts';
import { nomeMese } from '../../domain/giorno-testo.ts';
import { Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { Tabella } from '../pannello/tabella.tsx';
import { Riquadro } from '../shell/avvisi.tsx';
import { formatDecimo, formatNumero, formatPercento, testi } from '../testi/index.ts';
import css from './mese.module.css';
import { type Bilancio, contoTorna } from './mese-stato.ts';

const t = testi.mese;

/** `U 12, R 4`: the days of each code, in the order of the codes. */
function perCodice(b: Bilancio): string {
  const voci = Object.entries(b.perCodice).filter(([, n]) => n > 0);
  return voci.length === 0 ? '–' : voci.map(([voce, n]) => `${voce} ${formatNumero(n)}`).join(', ');
}

interface RigaBilancio {
  titolo: string;
  valore: (b: Bilancio) => string;
  forte?: boolean;
}

function righeDi(bilancio: Bilancio): RigaBilancio[] {
  const intero =
    (campo: 'presentiInizio' | 'ingressi' | 'dimessi' | 'presentiFine' | 'giornatePresenza') => (b: Bilancio) =>
      formatNumero(b[campo]);
  const posti = bilancio.postiAccreditati;
  return [
    { titolo: t.presentiInizio, valore: intero('presentiInizio') },
    { titolo: t.ingressi, valore: intero('ingressi') },
    { titolo: t.dimessi, valore: intero('dimessi') },
    { titolo: t.presentiFine(bilancio.mese), valore: intero('presentiFine'), forte: true },
    { titolo: t.giornatePresenza, valore: intero('giornatePresenza') },
    { titolo: t.giornatePagate, valore: (b) => formatNumero(b.giornatePagate) },
    { titolo: t.giornateOccupate, valore: (b) => formatNumero(b.giornateOccupate) },
    { titolo: t.giorniMancanti, valore: (b) => formatNumero(b.giorniMancanti) },
    { titolo: t.media, valore: (b) => formatDecimo(b.mediaGiornaliera) },
    {
      titolo: posti > 0 ? t.saturazione(posti) : t.saturazioneSenza,
      valore: (b) => formatPercento(b.saturazioneAccreditati),
    },
  ];
}

const intestazione = (mese: Mese): string => nomeMese(numeroMese(mese));

/** The month's balance beside last month's: computed, never typed. */
export function BilancioMese({ bilancio, precedente }: { bilancio: Bilancio; precedente: Bilancio }) {
  const torna = contoTorna(bilancio, precedente);
  const numero = tabella['numero'];
  return (
    <Pannello titolo={torna ? t.torna : t.nonTorna}>
      {!torna && <Riquadro tono="male">{t.nonTornaCosa}</Riquadro>}
      <Tabella
        colonne={[
          { titolo: t.voce, nascosta: true },
          { titolo: intestazione(bilancio.mese), numero: true },
          { titolo: intestazione(precedente.mese), numero: true },
        ]}
      >
        {righeDi(bilancio).map(({ titolo, valore, forte }) => (
          <tr key={titolo} className={forte ? tabella['forte'] : undefined} data-somma={forte || undefined}>
            <th scope="row" className={forte ? tabella['forte'] : undefined}>
              {titolo}
            </th>
            <td className={`${numero} ${forte ? tabella['forte'] : ''}`}>{valore(bilancio)}</td>
            <td className={`${numero} ${tabella['tenue']}`}>{valore(precedente)}</td>
          </tr>
        ))}
      </Tabella>
      <p className={css['perCodice']}>
        {t.perCodice}: {perCodice(bilancio)}
      </p>
    </Pannello>
  );
}
