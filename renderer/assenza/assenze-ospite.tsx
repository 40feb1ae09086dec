import { useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { useEndpoint } from '../api/index.ts';
import { useTogli } from '../form/use-togli.ts';
import { Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { AzioneRiga, type Colonna, Tabella } from '../pannello/tabella.tsx';
import { useEtichette } from '../report/etichette.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { canCall } from '../shell/pagine.ts';
import { testi } from '../testi/index.ts';
import css from './assenza.module.css';
import { formatQuando } from './quando.ts';
import { TastiConferma } from './tasti-conferma.tsx';
import { UscitaForm } from './uscita-form.tsx';

const t = testi.assenze;

const { tipo: perche, dal, al, giorni: quanti, dove: meta } = t.colonne;
const COLONNE: readonly Colonna[] = [perche, dal, al, { titolo: quanti, numero: true }, meta];

type Riga = Output<'assenze.listOspite'>['righe'][number];

function Rientro({ riga, oggi }: { riga: Riga; oggi: Giorno }) {
  const { rientro, oraRientro, rientroPrevisto, oraPrevista, inRitardo, uscita, confermata } = riga;
  const stato = confermata ? t.ancoraFuori : uscita > oggi ? t.prevista : t.daConfermare;
  if (rientro !== null) return <>{[formatGiornoBreve(rientro), oraRientro].filter(Boolean).join(' ')}</>;
  const previsto = rientroPrevisto && testi.oggi.torna(formatQuando(rientroPrevisto, oraPrevista, oggi));
  return (
    <span className={inRitardo ? css['ritardo'] : css['tenue']}>
      {[stato, inRitardo ? t.inRitardo : null, previsto].filter(Boolean).join(', ')}
    </span>
  );
}

/** The plan, where what happened was another moment. */
function Prevista({ riga: { confermata, uscita, oraUscita, uscitaPrevista, oraUscitaPrevista } }: { riga: Riga }) {
  if (!confermata || uscitaPrevista === null) return null;
  if (uscitaPrevista === uscita && (oraUscitaPrevista === null || oraUscitaPrevista === oraUscita)) return null;
  const giorno = uscitaPrevista === uscita ? null : formatGiornoBreve(uscitaPrevista);
  return (
    <div className={css['tenue']}>{t.eraPrevistaBreve([giorno, oraUscitaPrevista].filter(Boolean).join(' '))}</div>
  );
}

function RigaTabella({
  riga,
  oggi,
  puo,
  onCorreggi,
}: {
  riga: Riga;
  oggi: Giorno;
  puo: boolean;
  onCorreggi: () => void;
}) {
  const etichetta = useEtichette();
  const { togli } = useTogli('assenze.remove', t.tolta);
  const tipo = riga.tipo === null ? riga.etichettaCodice : etichetta('assenza', riga.tipo);
  const cosa = `${tipo}, ${formatGiornoBreve(riga.uscita)}`;
  // «Non è uscito» takes it away
  const attesa = !riga.confermata && riga.uscita <= oggi;
  const dove = [riga.destinazione, riga.accompagnatore && t.con(riga.accompagnatore), riga.motivo];
  return (
    <tr>
      <th scope="row">
        <span className={css['lettera']}>{riga.codice}</span> {tipo}
        {riga.tipo === null && <span className={css['tenue']}> ({t.daGriglia})</span>}
      </th>
      <td className={tabella['intero']}>
        {[formatGiornoBreve(riga.uscita), riga.oraUscita].filter(Boolean).join(' ')}
        <Prevista riga={riga} />
      </td>
      <td>
        <Rientro riga={riga} oggi={oggi} />
      </td>
      <td className={tabella['numero']}>{riga.giorni}</td>
      <td>{dove.filter(Boolean).join(', ')}</td>
      {puo && (
        <td>
          <div className={css['azioni']}>
            {attesa && <TastiConferma riga={riga} oggi={oggi} />}
            <AzioneRiga dice={t.correggiChi(cosa)} onClick={onCorreggi}>
              {testi.comune.correggi}
            </AzioneRiga>
            {!attesa && (
              <AzioneRiga dice={t.togliChi(cosa)} onClick={() => togli(riga.id)}>
                {t.togli}
              </AzioneRiga>
            )}
          </div>
        </td>
      )}
    </tr>
  );
}

/** Every time away of a guest, and how many days of each year by letter. */
export function AssenzeOspite({ ospiteId, ruolo, oggi }: { ospiteId: string; ruolo: Ruolo; oggi: Giorno }) {
  const { data, error } = useEndpoint('assenze.listOspite', { ospiteId });
  const [corretta, setCorretta] = useState<Riga | null>(null);
  const puo = canCall(ruolo, 'assenze.correct');
  return (
    <Pannello titolo={t.titolo}>
      {error && <ErroreInPagina errore={error} />}
      {data && (
        <>
          <div data-campo="assenze">
            <Tabella etichetta={t.titolo} vuota={t.nessuna} colonne={COLONNE} azioni={puo}>
              {data.righe.map((riga) => (
                <RigaTabella key={riga.id} riga={riga} oggi={oggi} puo={puo} onCorreggi={() => setCorretta(riga)} />
              ))}
            </Tabella>
          </div>
          {data.anni.map(({ anno, perCodice }) => (
            <p key={anno} className={css['anni']}>
              {t.nellAnno(anno)}:{' '}
              {perCodice.map(({ codice, etichetta, giorni }) => `${etichetta} (${codice}) ${giorni}`).join(', ')}
            </p>
          ))}
        </>
      )}
      {corretta && <UscitaForm chi={corretta} riga={corretta} oggi={oggi} onChiudi={() => setCorretta(null)} />}
    </Pannello>
  );
}
