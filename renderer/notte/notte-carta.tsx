import { formatGiornoEsteso } from '../../domain/giorno-testo.ts';
import { formatNascita } from '../../domain/nascita.ts';
import type { Output } from '../../electron/contract/index.ts';
import { formatQuando } from '../assenza/quando.ts';
import carta from '../pannello/carta.module.css';
import { NomeCarta } from '../pannello/nome-carta.tsx';
import { useEtichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';
import css from './notte.module.css';

const t = testi.oggi;

export type Notte = Output<'notte.get'>;
type Riga = Notte['righe'][number];
export type Ordine = 'stanza' | 'nome';

/** By room, those without one last; by name as they come. */
export function ordina(righe: readonly Riga[], ordine: Ordine): readonly Riga[] {
  if (ordine === 'nome') return righe;
  const chiave = ({ stanza, letto }: Riga) => `${stanza === null ? 1 : 0} ${stanza ?? ''} ${letto ?? ''}`;
  return righe.toSorted((a, b) => chiave(a).localeCompare(chiave(b), 'it', { numeric: true }));
}

function Stanotte({ riga, oggi }: { riga: Riga; oggi: string }) {
  const etichetta = useEtichette();
  const { fuori, inUscita } = riga;
  if (!fuori) {
    return (
      <>
        {t.dorme}
        {inUscita && (
          <span className={css['piccolo']}>
            <b>{t.esceQuando(formatQuando(inUscita.uscita, inUscita.oraUscita, oggi))}</b>, {t.daConfermare}
          </span>
        )}
      </>
    );
  }
  const tipo = fuori.tipo === null ? fuori.etichettaCodice : etichetta('assenza', fuori.tipo);
  const finoA = fuori.rientro ?? fuori.rientroPrevisto;
  const dove = [fuori.destinazione, fuori.accompagnatore && testi.assenze.con(fuori.accompagnatore)];
  const quando = finoA === null ? null : formatQuando(finoA, fuori.oraPrevista, oggi);
  const torna = quando === null ? t.senzaRientro : fuori.inRitardo ? t.dovevaTornare(quando) : t.finoA(quando);
  return (
    <>
      <b>{t.assente(tipo)}</b>
      <span className={css['piccolo']}>
        {fuori.inRitardo && <b>{t.inRitardo} </b>}
        {[torna, ...dove].filter(Boolean).join(', ')}
      </span>
    </>
  );
}

function RigaNotte({ riga, oggi }: { riga: Riga; oggi: string }) {
  return (
    <tr className={riga.fuori ? css['fuori'] : undefined}>
      <td>
        {riga.stanza ?? t.senzaStanza}
        {riga.letto && <span className={css['piccolo']}>{t.letto(riga.letto)}</span>}
      </td>
      <th scope="row" className={css['nome']}>
        <NomeCarta cognome={riga.cognome} nome={riga.nome} />
        <span className={css['piccolo']}>
          {[formatNascita(riga.dataNascita), riga.modulo].filter(Boolean).join(', ')}
        </span>
      </th>
      <td>
        <Stanotte riga={riga} oggi={oggi} />
      </td>
      <td>
        <ul className={css['avvertenze']}>
          {riga.avvertenze.map(({ tipo, testo }) => (
            <li key={`${tipo} ${testo}`}>{tipo === 'allergia' ? <b>{testo}</b> : testo}</li>
          ))}
        </ul>
      </td>
      <td>
        <span className={css['casella']} />
      </td>
    </tr>
  );
}

/** The sheet: who sleeps here, who does not and until when, what must be known, a box for the roll call. */
export function NotteCarta({ notte, ordine, stampa }: { notte: Notte; ordine: Ordine; stampa: string }) {
  const fuori = notte.righe.filter((riga) => riga.fuori).length;
  return (
    <section className={`${carta['foglio']} ${css['carta']}`} aria-label={t.notte}>
      <div className={css['testa']}>
        <p>
          <b>{notte.struttura.nome}</b> {notte.struttura.codice}
        </p>
        <p>
          {t.notte}: <b>{formatGiornoEsteso(notte.oggi)}</b>
        </p>
        <p>{t.conti(notte.righe.length - fuori, fuori)}</p>
      </div>
      <p className={css['nota']}>{t.evacuazione}</p>
      <table className={css['tabella']}>
        <thead>
          <tr>
            <th scope="col" className={css['stanza']}>
              {t.stanza}
            </th>
            <th scope="col">{t.ospite}</th>
            <th scope="col" className={css['stato']}>
              {t.stato}
            </th>
            <th scope="col">{t.avvertenze}</th>
            <th scope="col" className={css['appello']}>
              {t.appello}
            </th>
          </tr>
        </thead>
        <tbody>
          {ordina(notte.righe, ordine).map((riga) => (
            <RigaNotte key={riga.ingressoId} riga={riga} oggi={notte.oggi} />
          ))}
        </tbody>
      </table>
      <div className={css['firma']}>
        <span>{t.firma}</span>
        <span>{t.ora}</span>
      </div>
      <p className={css['piede']}>{stampa}</p>
    </section>
  );
}
