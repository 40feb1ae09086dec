import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { gruppoDi, type Riga } from '../scadenze/gruppi.ts';
import { LinkScadenza } from '../scadenze/link-scadenza.tsx';
import { SegnaForm } from '../scadenze/segna-form.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { canCall } from '../shell/pagine.ts';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import css from './oggi.module.css';
import { type RigaCarta, Righe } from './righe.tsx';

const t = testi.oggi;

/** How far ahead a rule may give its notice, days. */
const AVANTI = 365;

/** Said in any case from this many days before, whatever the notice of the rule. */
const VICINE = 30;

/** What is due: late in red, then the next thirty days, and what its rule says is to be said already. */
export function Scadenze({ struttura, oggi }: { struttura: string; oggi: Giorno }) {
  const { data } = useEndpoint('scadenze.list', { struttura, entro: addGiorni(oggi, AVANTI) });
  const [segna, setSegna] = useState<Riga | null>(null);
  const scrivi = useTestoDiscreto();
  const formatNome = useFormatNome();
  const puo = useSessione()?.utente;
  const quando = (giorni: number, entro: Giorno) =>
    giorni < 0 ? t.giorniFa(-giorni) : giorni === 0 ? t.oggi : giorni === 1 ? t.domani : formatGiorno(entro);
  const adesso = (data?.righe ?? []).filter((s) => gruppoDi(s) !== 'dopo' || s.giorni <= VICINE);
  const righe = adesso.map((s): RigaCarta => {
    const nome = s.cognome === null ? null : formatNome(s.cognome, s.nome ?? '');
    return {
      chiave: `${s.voce} ${s.oggettoId} ${s.entro}`,
      quando: quando(s.giorni, s.entro),
      tardi: s.giorni < 0,
      che: (
        <>
          {scrivi(s.testo)}
          {nome !== null && s.ospiteId !== null && (
            <>
              {', '}
              <LinkScadenza riga={s}>{nome}</LinkScadenza>
            </>
          )}
        </>
      ),
      vai: puo && canCall(puo.ruolo, 'adempimenti.register') && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t.segnaChe([scrivi(s.testo), nome].filter(Boolean).join(', '))}
          onClick={() => setSegna(s)}
        >
          {t.segna}
        </Button>
      ),
    };
  });
  return (
    <Pannello
      titolo={t.scadenze}
      className={css['larga']}
      azioni={
        <Link to="/scadenze" className={css['vai']}>
          {t.apriScadenze}
        </Link>
      }
    >
      {data && <Righe righe={righe} vuoto={t.scadenzeVuote} />}
      {segna && <SegnaForm struttura={struttura} riga={segna} oggi={oggi} onChiudi={() => setSegna(null)} />}
    </Pannello>
  );
}
