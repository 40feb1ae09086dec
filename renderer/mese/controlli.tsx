import { IconArrowRight, IconCheck, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { percheDi, type VoceControllo } from '../../domain/controllo-mese.ts';
import type { Mese } from '../../domain/giorno.ts';
import { campoDelControllo } from '../../domain/qualita.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { testi } from '../testi/index.ts';
import { APoco } from './a-poco.tsx';
import css from './mese.module.css';
import type { Voce } from './mese-stato.ts';
import { type DoveManca, Salto } from './salto.tsx';

interface Luogo {
  struttura: string;
  mese: Mese;
}

type Riga = Voce['righe'][number];

/** The contract sends the checks of the domain. */
function codiceDi(voce: Voce): VoceControllo['codice'] {
  return voce.codice as VoceControllo['codice'];
}

/** Where a line of a check is put right. */
function doveDi(voce: Voce, riga: Riga, { struttura, mese }: Luogo): DoveManca {
  const { campo = campoDelControllo(codiceDi(voce)), ospiteId = null, ingressoId = null, giorno = null } = riga;
  return { campo, ospiteId, ingressoId, giorno, struttura, mese };
}

function RigheVoce({ voce, luogo, id }: { voce: Voce; luogo: Luogo; id: string }) {
  const scrivi = useTestoDiscreto();
  return (
    <APoco
      id={id}
      righe={voce.righe}
      chiave={(riga) => `${riga.ingressoId ?? ''} ${riga.giorno ?? ''} ${riga.testo}`}
      mostra={(riga) => <Salto dove={doveDi(voce, riga, luogo)}>{scrivi(riga.testo)}</Salto>}
    />
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
        {aperta && (
          <>
            <p className={css['dettaglio']}>{percheDi(codiceDi(voce))}</p>
            <RigheVoce id={id} voce={voce} luogo={luogo} />
          </>
        )}
      </div>
      {prima && (
        <Salto dove={doveDi(voce, prima, luogo)} className={css['vai']} aria-label={t.apriPrima(azione, voce.titolo)}>
          {azione} <IconArrowRight size={14} aria-hidden />
        </Salto>
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
