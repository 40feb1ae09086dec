import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import { type Aperto, FormAperto, type RigaAgenda } from '../agenda/apri.tsx';
import { cosaDi, isDaFare } from '../agenda/righe.tsx';
import { useEndpoint } from '../api/index.ts';
import { AvvertenzeDi } from '../avvertenza/avvertenze-di.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { useNomeDiscreto, useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { useEtichette } from '../report/etichette.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './oggi.module.css';
import { type RigaCarta, Righe } from './righe.tsx';

const t = testi.oggi;

/** The guest's tab where it is. */
const SEZIONE: Readonly<Record<RigaAgenda['genere'], string>> = {
  visita: 'salute',
  incontro: 'incontri',
  attivita: 'attivita',
  udienza: 'giuridica',
};
/** Names written out; the others are counted. */
const NOMI = 3;

/** Visits, meetings, activities and hearings of today and tomorrow: each opens, and is said done, from here. */
export function Agenda({ struttura, oggi }: { struttura: string; oggi: Giorno }) {
  const { data } = useEndpoint('agenda.list', { struttura, dal: oggi, al: addGiorni(oggi, 1) });
  const [aperto, setAperto] = useState<Aperto | null>(null);
  const riga = useRiga(oggi, setAperto);
  return (
    <Pannello
      titolo={t.agenda}
      className={css['larga']}
      azioni={
        <Link to="/agenda/$struttura" params={{ struttura }} className={css['vai']}>
          {t.apriAgenda}
        </Link>
      }
    >
      {data && (
        <Righe righe={data.righe.filter(({ stato }) => stato !== 'annullato').map(riga)} vuoto={t.agendaVuota} />
      )}
      {aperto && <FormAperto aperto={aperto} struttura={struttura} oggi={oggi} onChiudi={() => setAperto(null)} />}
    </Pannello>
  );
}

function useRiga(oggi: Giorno, onApri: (aperto: Aperto) => void): (riga: RigaAgenda) => RigaCarta {
  const scrivi = useTestoDiscreto();
  const nomeDiscreto = useNomeDiscreto();
  const etichetta = useEtichette();
  return (riga) => {
    const { genere, id, data, ora, luogo, accompagnatore, protetto, stato } = riga;
    const cosa = scrivi(cosaDi(riga, etichetta));
    const resto = [
      genere === 'incontro' && riga.titolo !== null ? scrivi(riga.titolo) : null,
      luogo,
      // of a meeting it is who was there for the community: nobody goes along
      genere !== 'incontro' && accompagnatore !== null ? t.accompagna(nomeDiscreto(accompagnatore)) : null,
      protetto ? t.protetto : null,
      stato === 'fatto' ? t.fatto : null,
    ];
    return {
      chiave: `${genere} ${id} ${data}`,
      quando: [data === oggi ? (ora === null ? t.oggi : null) : t.domani, ora].filter(Boolean).join(' '),
      che: (
        <>
          {genere === 'udienza' ? (
            cosa
          ) : (
            <button type="button" className={css['comeLink']} onClick={() => onApri({ riga, fatto: false })}>
              {cosa}
            </button>
          )}
          <Partecipanti riga={riga} /> <span className={css['tenue']}>{resto.filter(Boolean).join(', ')}</span>
        </>
      ),
      vai: isDaFare(riga, oggi) && genere !== 'udienza' && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t.fattoChe(cosa)}
          onClick={() => onApri({ riga, fatto: true })}
        >
          {t.segnaFatto}
        </Button>
      ),
    };
  };
}

function Partecipanti({ riga: { genere, ospiti } }: { riga: RigaAgenda }) {
  const formatNome = useFormatNome();
  const altri = ospiti.length - NOMI;
  return (
    <>
      {ospiti.slice(0, NOMI).map((o, i) => (
        <span key={o.id}>
          {i === 0 && ', '}
          <Link to="/ospiti/$ospite" params={{ ospite: o.id }} search={{ sezione: SEZIONE[genere] }}>
            {formatNome(o.cognome, o.nome)}
          </Link>
          {i + 1 < Math.min(ospiti.length, NOMI) && ','} <AvvertenzeDi ospiti={[o.id]} />{' '}
        </span>
      ))}
      {altri > 0 && t.eAltri(altri)}
    </>
  );
}
