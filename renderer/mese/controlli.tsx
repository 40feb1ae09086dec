import { IconArrowRight, IconCheck, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Mese } from '../../domain/giorno.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { testi } from '../testi/index.ts';
import css from './mese.module.css';
import type { Voce } from './mese-stato.ts';

/** A check with hundreds of rows shows them a page at a time. */
const RIGHE_PER_VOLTA = 50;

interface Luogo {
  struttura: string;
  mese: Mese;
}

type Riga = Voce['righe'][number];

function ricercaDi(riga: Riga): { ingresso?: string; giorno?: string } {
  return {
    ...(riga.ingressoId === undefined ? {} : { ingresso: riga.ingressoId }),
    ...(riga.giorno === undefined ? {} : { giorno: riga.giorno }),
  };
}

function RigheVoce({ righe, luogo, id }: { righe: readonly Riga[]; luogo: Luogo; id: string }) {
  const [quante, setQuante] = useState(RIGHE_PER_VOLTA);
  const scrivi = useTestoDiscreto();
  const altre = Math.min(RIGHE_PER_VOLTA, righe.length - quante);
  return (
    <div id={id} className={css['righe']}>
      <ul>
        {righe.slice(0, quante).map((riga) => (
          <li key={`${riga.ingressoId ?? ''} ${riga.giorno ?? ''} ${riga.testo}`}>
            <Link to="/presenze/$struttura/$mese" params={{ ...luogo }} search={ricercaDi(riga)}>
              {scrivi(riga.testo)}
            </Link>
          </li>
        ))}
      </ul>
      {altre > 0 && (
        <button type="button" className={css['comeLink']} onClick={() => setQuante(quante + RIGHE_PER_VOLTA)}>
          {testi.mese.altreRighe(altre)}
        </button>
      )}
    </div>
  );
}

function VoceAperta({ voce, luogo }: { voce: Voce; luogo: Luogo }) {
  const [aperta, setAperta] = useState(false);
  const scrivi = useTestoDiscreto();
  const t = testi.mese;
  const [prima] = voce.righe;
  const azione = voce.codice === 'giorni_senza_codice' ? t.registra : t.apri;
  const id = `righe-${voce.codice}`;
  const Freccia = aperta ? IconChevronDown : IconChevronRight;
  return (
    <li className={css['voce']} data-gravita={voce.gravita}>
      <span className={css['conta']}>
        {voce.righe.length} <span className="visually-hidden">{t.gravita[voce.gravita]}:</span>
      </span>
      <div className={css['testo']}>
        <button
          type="button"
          className={css['apri']}
          aria-expanded={aperta}
          aria-controls={id}
          title={aperta ? t.nascondi : t.mostra(voce.righe.length)}
          onClick={() => setAperta(!aperta)}
        >
          {voce.titolo} <Freccia size={14} aria-hidden />
        </button>
        {!aperta && <p className={css['dettaglio']}>{scrivi(voce.dettaglio)}</p>}
        {aperta && <RigheVoce id={id} righe={voce.righe} luogo={luogo} />}
      </div>
      {prima && (
        <Link
          className={css['vai'] ?? ''}
          to="/presenze/$struttura/$mese"
          params={{ ...luogo }}
          search={ricercaDi(prima)}
          aria-label={t.apriPrima(azione, voce.titolo)}
        >
          {azione} <IconArrowRight size={14} aria-hidden />
        </Link>
      )}
    </li>
  );
}

function VoceInOrdine({ voce }: { voce: Voce }) {
  return (
    <li className={css['voce']} data-gravita="ok">
      <span className={css['conta']}>
        <IconCheck size={16} aria-hidden /> <span className="visually-hidden">{testi.mese.gravita.ok}:</span>
      </span>
      <div className={css['testo']}>{voce.titolo}</div>
    </li>
  );
}

function riassunto(voci: readonly Voce[]): string {
  const t = testi.mese;
  const quante = (gravita: Voce['gravita']) => voci.filter((v) => v.gravita === gravita).length;
  const parti = [
    quante('blocca') > 0 ? t.daSistemare(quante('blocca')) : '',
    quante('avviso') > 0 ? t.daGuardare(quante('avviso')) : '',
  ].filter((parte) => parte !== '');
  return parti.length === 0 ? t.tuttoPronto : parti.join(', ');
}

/** The checklist before closing: what is missing or odd, with its rows; what is in order, with its tick. */
export function Controlli({ voci, luogo, chiuso }: { voci: readonly Voce[]; luogo: Luogo; chiuso: boolean }) {
  return (
    <Pannello titolo={chiuso ? testi.mese.controlli : testi.mese.prima} accanto={riassunto(voci)}>
      <ul className={css['voci']}>
        {voci.map((voce) =>
          voce.righe.length > 0 ? (
            <VoceAperta key={voce.codice} voce={voce} luogo={luogo} />
          ) : (
            <VoceInOrdine key={voce.codice} voce={voce} />
          ),
        )}
      </ul>
    </Pannello>
  );
}
