import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { isInRitardo, isRelazioneInRitardo, stranezzaRelazione } from '../../domain/appuntamento.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno, formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { AvvertenzeDi } from '../avvertenza/avvertenze-di.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { type Etichette, useEtichette } from '../report/etichette.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './agenda.module.css';
import type { RigaAgenda } from './apri.tsx';

const t = testi.agenda;
/** How many guests a line names before it says how many more. */
const NOMI = 4;
const LISTA = { visita: 'visita', incontro: 'servizio', attivita: 'area_attivita', udienza: 'udienza' } as const;

/** What a line is, in words: `Medico di base (MMG)`, `SerD`, `Gruppo del lunedì`. */
export function cosaDi(riga: RigaAgenda, etichetta: Etichette): string {
  if (riga.genere !== 'visita' && riga.genere !== 'incontro' && riga.titolo !== null) return riga.titolo;
  return etichetta(LISTA[riga.genere], riga.voce);
}

/** The guests of a line: the first few, and how many more. */
export function useNomi(): (ospiti: RigaAgenda['ospiti']) => string {
  const formatNome = useFormatNome();
  return (ospiti) => {
    const nomi = ospiti.slice(0, NOMI).map(({ cognome, nome }) => formatNome(cognome, nome));
    return [nomi.join(', '), ...(ospiti.length > NOMI ? [t.altri(ospiti.length - NOMI)] : [])].join(' ');
  };
}

/** Whether the line can be said done now: what is still booked, and not for a day to come. */
export function isDaFare({ stato, data, genere }: RigaAgenda, oggi: Giorno): boolean {
  return stato === 'previsto' && data <= oggi && genere !== 'udienza';
}

function Stato({ riga, oggi }: { riga: RigaAgenda; oggi: Giorno }) {
  const { relazioneEntro, relazioneData, stato } = riga;
  const relazione = relazioneEntro !== null && relazioneData === null && stato !== 'annullato';
  return (
    <>
      {isInRitardo(riga, oggi) && <span className={css['tardi']}>{t.inRitardo}</span>}
      {relazione &&
        (isRelazioneInRitardo(riga, oggi) ? (
          <span className={css['tardi']}>{t.relazioneTardi(formatGiornoBreve(relazioneEntro))}</span>
        ) : (
          <span>{t.relazioneEntro(formatGiornoBreve(relazioneEntro))}</span>
        ))}
      {relazioneData !== null && stranezzaRelazione(riga, oggi) !== null && (
        <span className={css['tardi']}>{t.relazioneStrana(formatGiornoBreve(relazioneData))}</span>
      )}
      <span>{t.statoDi[stato]}</span>
    </>
  );
}

function dettagli(riga: RigaAgenda, nomi: string, etichetta: Etichette): string {
  const { genere, titolo, luogo, accompagnamento, accompagnatore, protetto, scritta } = riga;
  const accompagna =
    (genere === 'visita' || genere === 'udienza') && accompagnatore !== null
      ? t.accompagna(accompagnatore)
      : accompagnamento === true
        ? t.accompagnamento
        : '';
  const parti = [
    genere === 'attivita' ? etichetta('area_attivita', riga.voce) : '',
    ...(protetto ? [t.protetto] : []),
    genere === 'incontro' ? titolo : '',
    luogo,
    accompagna,
    scritta ? '' : t.proposta,
    genere === 'attivita' && scritta && nomi === '' ? t.senzaPartecipanti : '',
  ];
  return parti.filter(Boolean).join(' · ');
}

interface Props {
  righe: readonly RigaAgenda[];
  oggi: Giorno;
  /** the day of each line is told too */
  conGiorno?: boolean;
  puoScrivere: boolean;
  onApri: (riga: RigaAgenda) => void;
  onFatto: (riga: RigaAgenda) => void;
}

/** The focus goes to the line above or below, across the days of the page. */
function sposta(e: KeyboardEvent<HTMLElement>, di: 1 | -1): void {
  const bottoni = [...document.querySelectorAll<HTMLElement>('[data-riga-agenda]')];
  const altro = bottoni[bottoni.indexOf(e.currentTarget) + di];
  if (!altro) return;
  e.preventDefault();
  altro.focus();
}

/** The lines of a day. Enter opens one, `f` says that it was done, the arrows move. */
export function Righe({ righe, oggi, conGiorno, puoScrivere, onApri, onFatto }: Props) {
  const etichetta = useEtichette();
  const nomiDi = useNomi();
  const discreto = useTestoDiscreto();
  return (
    <ul className={css['righe']}>
      {righe.map((riga) => {
        const cosa = cosaDi(riga, etichetta);
        const nomi = nomiDi(riga.ospiti);
        const daFare = puoScrivere && isDaFare(riga, oggi);
        const onKeyDown = (e: KeyboardEvent<HTMLElement>) => {
          if (e.key === 'ArrowDown') sposta(e, 1);
          if (e.key === 'ArrowUp') sposta(e, -1);
          if (e.key.toLowerCase() !== 'f' || e.ctrlKey || e.metaKey || e.altKey || !daFare) return;
          e.preventDefault();
          onFatto(riga);
        };
        return (
          <li
            key={riga.id}
            className={css['riga']}
            data-giorno={conGiorno}
            data-stato={riga.stato}
            data-proposta={riga.scritta ? undefined : true}
          >
            <span className={css['ora']}>{conGiorno ? formatGiorno(riga.data) : (riga.ora ?? '')}</span>
            <button
              type="button"
              className={css['cosa']}
              data-riga-agenda
              aria-keyshortcuts={daFare ? 'Enter F' : 'Enter'}
              onClick={() => onApri(riga)}
              onKeyDown={onKeyDown}
            >
              <b>{cosa}</b>
              <span className={css['chi']}>{nomi}</span>
              <span className={css['dettaglio']}>{discreto(dettagli(riga, nomi, etichetta))}</span>
            </button>
            <span className={css['stato']}>
              <Stato riga={riga} oggi={oggi} />
              {daFare && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  className="solo-schermo"
                  aria-label={t.fattaDi([cosa, nomi].filter(Boolean).join(', '))}
                  onClick={() => onFatto(riga)}
                >
                  {t.fatta}
                </Button>
              )}
            </span>
            {!conGiorno && riga.stato !== 'annullato' && (
              <div className={css['avvertenze']}>
                <AvvertenzeDi ospiti={riga.ospiti.map(({ id }) => id)} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
