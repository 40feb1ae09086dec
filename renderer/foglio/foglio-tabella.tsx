import { isFestivo } from '../../domain/festivi.ts';
import { giornoDellaSettimana, giornoDelMese, type Mese, numeroGiorno, numeroMese } from '../../domain/giorno.ts';
import { nomeGiornoSettimana } from '../../domain/giorno-testo.ts';
import { useVista } from '../shell/vista.ts';
import { formatNome } from '../shell/nome-ospite.ts';
import { formatNumero, testi } from '../testi/index.ts';
import css from './foglio.module.css';
import type { Casella, Foglio, RigaFoglio } from './foglio-righe.ts';

const t = testi.foglio;

/** `12/3` */
function giornoCorto(giorno: string): string {
  return `${numeroGiorno(giorno)}/${numeroMese(giorno)}`;
}

function festivi(mese: Mese, giorni: number): boolean[] {
  return Array.from({ length: giorni }, (_, i) => isFestivo(giornoDelMese(mese, i + 1)));
}

function Intestazione({ mese, giorni, festa }: { mese: Mese; giorni: number; festa: readonly boolean[] }) {
  return (
    <thead>
      <tr>
        <th scope="col" className={css['num']}>
          {t.numero}
        </th>
        <th scope="col" className={css['ospite']}>
          {t.ospite}
        </th>
        <th scope="col" className={css['modulo']}>
          {t.modulo}
        </th>
        {Array.from({ length: giorni }, (_, i) => {
          const settimana = nomeGiornoSettimana(giornoDellaSettimana(giornoDelMese(mese, i + 1)));
          return (
            <th key={`g${i + 1}`} scope="col" className={css['giorno']} data-festa={festa[i] || undefined}>
              {i + 1}
              <span aria-hidden>{settimana.charAt(0)}</span>
            </th>
          );
        })}
        <th scope="col" className={css['totale']}>
          {t.presenti}
        </th>
        <th scope="col" className={css['totale']}>
          {t.pagate}
        </th>
        <th scope="col" className={css['totale']}>
          {t.assenti}
        </th>
      </tr>
    </thead>
  );
}

function CasellaGiorno({ casella, festa }: { casella: Casella; festa: boolean | undefined }) {
  const segno = casella.tipo === 'codice' ? casella.voce : casella.tipo === 'mancante' ? '□' : '';
  return (
    <td className={css['giorno']} data-tipo={casella.tipo} data-codice={segno} data-festa={festa || undefined}>
      {segno}
    </td>
  );
}

/** On paper the foglio is signed, so the name is whole; on screen it obeys the schermo discreto. */
function Nome({ riga }: { riga: RigaFoglio }) {
  const discreto = useVista((v) => v.discreto);
  const intero = formatNome(riga.cognome, riga.nome, false);
  if (!discreto) return intero;
  return (
    <>
      <span className={css['soloSchermo']}>{formatNome(riga.cognome, riga.nome, true)}</span>
      <span className={css['soloCarta']}>{intero}</span>
    </>
  );
}

function RigaOspite({ riga, festa }: { riga: RigaFoglio; festa: readonly boolean[] }) {
  return (
    <tr>
      <td className={css['num']}>{riga.numero}</td>
      <th scope="row" className={css['ospite']}>
        <span className={css['nome']}>
          <Nome riga={riga} />
        </span>
        <span className={css['date']}>
          {riga.ingresso && t.ingresso(giornoCorto(riga.ingresso))} {riga.dimissione && t.dimissione(giornoCorto(riga.dimissione))}
        </span>
      </th>
      <td className={css['modulo']}>{riga.moduli.join('→')}</td>
      {riga.caselle.map((casella, i) => (
        <CasellaGiorno key={`g${i + 1}`} casella={casella} festa={festa[i]} />
      ))}
      <td className={css['totale']}>{riga.presenti}</td>
      <td className={css['totale']}>{riga.pagate}</td>
      <td className={css['totale']}>{riga.assenti}</td>
    </tr>
  );
}

function Totali({ foglio, festa }: { foglio: Foglio; festa: readonly boolean[] }) {
  const somma = (campo: 'presenti' | 'pagate' | 'assenti') => foglio.righe.reduce((n, riga) => n + riga[campo], 0);
  return (
    <tfoot>
      <tr>
        <td className={css['num']} />
        <th scope="row" colSpan={2} className={css['ospite']}>
          {t.totalePresenti}
        </th>
        {foglio.presentiPerGiorno.map((n, i) => (
          <td key={`g${i + 1}`} className={css['giorno']} data-festa={festa[i] || undefined}>
            {n}
          </td>
        ))}
        <td className={css['totale']}>{formatNumero(somma('presenti'))}</td>
        <td className={css['totale']}>{formatNumero(somma('pagate'))}</td>
        <td className={css['totale']}>{formatNumero(somma('assenti'))}</td>
      </tr>
    </tfoot>
  );
}

/** The rows of one page, with their header; the totals of the whole month under the last. */
export function TabellaFoglio({ foglio, righe, mese, ultima }: { foglio: Foglio; righe: readonly RigaFoglio[]; mese: Mese; ultima: boolean }) {
  const festa = festivi(mese, foglio.giorni);
  return (
    <table className={css['tabella']}>
      <Intestazione mese={mese} giorni={foglio.giorni} festa={festa} />
      <tbody>
        {righe.map((riga) => (
          <RigaOspite key={riga.ingressoId} riga={riga} festa={festa} />
        ))}
      </tbody>
      {ultima && <Totali foglio={foglio} festa={festa} />}
    </table>
  );
}
