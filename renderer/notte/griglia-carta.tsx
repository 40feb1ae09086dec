import { giornoDellaSettimana, numeroGiorno } from '../../domain/giorno.ts';
import { formatMese, nomeGiornoSettimana } from '../../domain/giorno-testo.ts';
import fogli from '../foglio/foglio.module.css';
import { type Foglio, foglioDi, type Griglia, paginaRighe } from '../foglio/foglio-righe.ts';
import carta from '../pannello/carta.module.css';
import { NomeCarta } from '../pannello/nome-carta.tsx';
import { testi } from '../testi/index.ts';
import css from './griglia-carta.module.css';

const t = testi.oggi;

/** Rows tall enough for a pen: fewer than on the foglio. */
const RIGHE = 21;
/** Empty rows at the end, for who enters meanwhile. */
const IN_BIANCO = 3;

function Giorni({ giorni }: { giorni: Foglio['giorni'] }) {
  return (
    <thead>
      <tr>
        <th scope="col" className={fogli['num']}>
          {testi.foglio.numero}
        </th>
        <th scope="col" className={fogli['ospite']}>
          {testi.foglio.ospite}
        </th>
        {giorni.map(({ giorno, festa }) => (
          <th key={giorno} scope="col" className={fogli['giorno']} data-festa={festa || undefined}>
            {numeroGiorno(giorno)}
            <span aria-hidden>{nomeGiornoSettimana(giornoDellaSettimana(giorno)).charAt(0)}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function RigaGriglia({
  riga,
  giorni,
  piena,
}: {
  riga: Foglio['righe'][number] | null;
  giorni: Foglio['giorni'];
  piena: boolean;
}) {
  return (
    <tr className={css['riga']}>
      <td className={fogli['num']}>{riga?.numero}</td>
      {riga ? (
        <th scope="row" className={fogli['ospite']}>
          <NomeCarta cognome={riga.cognome} nome={riga.nome} />
        </th>
      ) : (
        <td className={fogli['ospite']} />
      )}
      {giorni.map(({ giorno, festa }, i) => {
        const casella = riga?.caselle[i];
        return (
          <td
            key={giorno}
            className={fogli['giorno']}
            data-tipo={casella?.tipo === 'fuori' ? 'fuori' : undefined}
            data-festa={festa || undefined}
          >
            {piena && casella?.tipo === 'codice' ? casella.voce : ''}
          </td>
        );
      })}
    </tr>
  );
}

/** The paper twin of the month's grid, page after page. */
export function GrigliaCarta({ griglia, piena, stampa }: { griglia: Griglia; piena: boolean; stampa: string }) {
  const foglio = foglioDi(griglia);
  const bianche = Array.from({ length: IN_BIANCO }, () => null);
  const pagine = paginaRighe([...foglio.righe, ...bianche], RIGHE, RIGHE);
  return pagine.map((righe, n) => (
    <section
      key={righe[0]?.ingressoId ?? n}
      className={`${carta['foglio']} ${fogli['carta']}`}
      aria-label={t.pagina(n + 1, pagine.length)}
    >
      <div className={fogli['testa']}>
        <div>
          <b className={fogli['struttura']}>{griglia.struttura.nome}</b> <span>{griglia.struttura.codice}</span>
        </div>
        <div className={fogli['mese']}>
          {t.cartaIntestazione}, <b>{formatMese(griglia.mese)}</b>
        </div>
        <div className={fogli['destra']}>{t.pagina(n + 1, pagine.length)}</div>
      </div>
      <table className={fogli['tabella']}>
        <Giorni giorni={foglio.giorni} />
        <tbody>
          {righe.map((riga, i) => (
            <RigaGriglia key={riga?.ingressoId ?? `bianca ${i}`} riga={riga} giorni={foglio.giorni} piena={piena} />
          ))}
        </tbody>
      </table>
      <p className={fogli['legenda']}>
        <b>{t.legenda}:</b>
        {griglia.codici.map((c) => (
          <span key={c.voce}>
            <b>{c.voce}</b> {c.etichetta}
          </span>
        ))}
        <span>
          <i className={fogli['tratteggio']} aria-hidden /> {testi.foglio.fuori}
        </span>
      </p>
      <p className={fogli['legenda']}>{t.cartaCosa}</p>
      <div className={css['firme']}>
        <span className={fogli['rigaFirma']}>{t.compilata}</span>
        <span className={fogli['rigaFirma']}>{t.riportata}</span>
      </div>
      <div className={fogli['piede']}>
        <span />
        <span>{stampa}</span>
      </div>
    </section>
  ));
}
