import { useTogli } from '../form/use-togli.ts';
import { scriviGiorno } from '../form/valori.ts';
import ospite from '../ospite/ospite.module.css';
import { AzioneRiga } from '../pannello/tabella.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { useEtichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';
import { fattoDetto } from './evidenze.tsx';
import css from './progetto.module.css';
import type { Azione, Obiettivo } from './progetto.ts';

const t = testi.progetto;

/** Which part of the project is being written. */
export interface GestiObiettivo {
  readonly puo: boolean;
  readonly onModifica: (obiettivo: Obiettivo) => void;
  readonly onAzione: (obiettivo: Obiettivo, azione: Azione | null) => void;
  readonly onEvidenza: (obiettivo: Obiettivo) => void;
}

function Azioni({ obiettivo, puo, onAzione }: { obiettivo: Obiettivo } & Pick<GestiObiettivo, 'puo' | 'onAzione'>) {
  if (obiettivo.azioni.length === 0) return null;
  return (
    <ul className={css['elenco']}>
      {obiettivo.azioni.map((azione) => (
        <li key={azione.id} data-fatta={azione.fattaIl !== null || undefined}>
          <span>
            {azione.testo}
            {azione.chi && <span className={ospite['frase']}> {azione.chi}</span>}{' '}
            <span className={ospite['frase']}>
              {azione.fattaIl === null
                ? t.daFare(azione.entro === null ? null : scriviGiorno(azione.entro))
                : t.fatta(scriviGiorno(azione.fattaIl))}
            </span>
          </span>
          {puo && (
            <AzioneRiga dice={t.modificaAzione(azione.testo)} onClick={() => onAzione(obiettivo, azione)}>
              {t.modifica}
            </AzioneRiga>
          )}
        </li>
      ))}
    </ul>
  );
}

function Evidenze({ obiettivo, puo }: { obiettivo: Obiettivo; puo: boolean }) {
  const etichetta = useEtichette();
  const detto = useTestoDiscreto();
  const { togli } = useTogli('evidenze.remove', t.tolto);
  if (obiettivo.evidenze.length === 0) return null;
  return (
    <ul className={css['elenco']}>
      {obiettivo.evidenze.map((evidenza) => {
        const detta = detto(fattoDetto(evidenza, etichetta));
        return (
          <li key={evidenza.id} data-evidenza>
            <span>{detta}</span>
            {puo && (
              <AzioneRiga dice={t.togliEvidenza(detta)} onClick={() => togli(evidenza.id)}>
                {t.togli}
              </AzioneRiga>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** The goals of a project, each with its actions and what shows that it goes forward. */
export function Obiettivi({ obiettivi, puo, ...gesti }: { obiettivi: readonly Obiettivo[] } & GestiObiettivo) {
  const etichetta = useEtichette();
  if (obiettivi.length === 0) return <p className={ospite['frase']}>{t.nessunObiettivo}</p>;
  return (
    <ol className={css['obiettivi']}>
      {obiettivi.map((obiettivo) => (
        <li key={obiettivo.id}>
          <div className={css['capo']}>
            <b>{obiettivo.testo}</b>
            <span className={css['stato']} data-stato={obiettivo.stato}>
              {t.stati[obiettivo.stato]}
            </span>
            <span className={ospite['frase']}>
              {etichetta('area_obiettivo', obiettivo.area)}
              {obiettivo.entro === null ? '' : `, ${t.daFare(scriviGiorno(obiettivo.entro))}`}
            </span>
          </div>
          {obiettivo.indicatore && <p className={ospite['frase']}>{obiettivo.indicatore}</p>}
          <Azioni obiettivo={obiettivo} puo={puo} onAzione={gesti.onAzione} />
          <Evidenze obiettivo={obiettivo} puo={puo} />
          {puo && (
            <div className={css['bottoni']}>
              <AzioneRiga dice={t.nuovaAzionePer(obiettivo.testo)} onClick={() => gesti.onAzione(obiettivo, null)}>
                {t.nuovaAzione}
              </AzioneRiga>
              <AzioneRiga dice={t.evidenzaPer(obiettivo.testo)} onClick={() => gesti.onEvidenza(obiettivo)}>
                {t.evidenza}
              </AzioneRiga>
              <AzioneRiga dice={t.modificaObiettivo(obiettivo.testo)} onClick={() => gesti.onModifica(obiettivo)}>
                {t.modifica}
              </AzioneRiga>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
