import { giornoDellaSettimana, numeroGiorno, numeroMese } from '../../domain/giorno.ts';
import { nomeGiornoSettimana } from '../../domain/giorno-testo.ts';
import { NomeCarta } from '../pannello/nome-carta.tsx';
import { formatNumero, testi } from '../testi/index.ts';
import css from './foglio.module.css';
import type { Casella, Foglio, GiornoFoglio, RigaFoglio } from './foglio-righe.ts';

const t = testi.foglio;

/** `12/3` */
function giornoCorto(giorno: string): string {
  return `${numeroGiorno(giorno)}/${numeroMese(giorno)}`;
}

function Intestazione({ giorni }: { giorni: readonly GiornoFoglio[] }) {
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
        {giorni.map(({ giorno, festa }) => (
          <th key={giorno} scope="col" className={css['giorno']} data-festa={festa || undefined}>
            {numeroGiorno(giorno)}
            <span aria-hidden>{nomeGiornoSettimana(giornoDellaSettimana(giorno)).charAt(0)}</span>
          </th>
        ))}
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

const SEGNO_MANCANTE = '□';

function CasellaGiorno({ casella, festa }: { casella: Casella; festa: boolean }) {
  const segno = casella.tipo === 'mancante' ? SEGNO_MANCANTE : (casella.voce ?? '');
  return (
    <td className={css['giorno']} data-tipo={casella.tipo} data-codice={segno} data-festa={festa || undefined}>
      {segno}
    </td>
  );
}

function RigaOspite({ riga, feste }: { riga: RigaFoglio; feste: ReadonlySet<string> }) {
  return (
    <tr>
      <td className={css['num']}>{riga.numero}</td>
      <th scope="row" className={css['ospite']}>
        <span className={css['nome']}>
          <NomeCarta cognome={riga.cognome} nome={riga.nome} />
        </span>
        <span className={css['date']}>
          {riga.ingresso && t.ingresso(giornoCorto(riga.ingresso))}{' '}
          {riga.dimissione && t.dimissione(giornoCorto(riga.dimissione))}
        </span>
      </th>
      <td className={css['modulo']}>{riga.moduli.join('→')}</td>
      {riga.caselle.map((casella) => (
        <CasellaGiorno key={casella.giorno} casella={casella} festa={feste.has(casella.giorno)} />
      ))}
      <td className={css['totale']}>{riga.presenti}</td>
      <td className={css['totale']}>{riga.pagate}</td>
      <td className={css['totale']}>{riga.assenti}</td>
    </tr>
  );
}

function Totali({ foglio }: { foglio: Foglio }) {
  const somma = (campo: 'presenti' | 'pagate' | 'assenti') => foglio.righe.reduce((n, riga) => n + riga[campo], 0);
  return (
    <tfoot>
      <tr>
        <td className={css['num']} />
        <th scope="row" colSpan={2} className={css['ospite']}>
          {t.totalePresenti}
        </th>
        {foglio.giorni.map(({ giorno, festa, presenti }) => (
          <td key={giorno} className={css['giorno']} data-festa={festa || undefined}>
            {presenti}
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
export function TabellaFoglio({
  foglio,
  righe,
  ultima,
}: {
  foglio: Foglio;
  righe: readonly RigaFoglio[];
  ultima: boolean;
}) {
  const feste = new Set(foglio.giorni.filter((g) => g.festa).map((g) => g.giorno));
  return (
    <table className={css['tabella']}>
      <Intestazione giorni={foglio.giorni} />
      <tbody>
        {righe.map((riga) => (
          <RigaOspite key={riga.ingressoId} riga={riga} feste={feste} />
        ))}
      </tbody>
      {ultima && <Totali foglio={foglio} />}
    </table>
  );
}
