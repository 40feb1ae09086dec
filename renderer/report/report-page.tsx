import { Button } from '@mantine/core';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type Giorno, type Periodo, periodoDellAnno } from '../../domain/giorno.ts';
import { useEndpoint } from '../api/index.ts';
import { Attesa } from '../pannello/pannello.tsx';
import { ErroreInPagina, Riquadro } from '../shell/avvisi.tsx';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { type Sessione, useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { Bilancio } from './bilancio.tsx';
import { Giornate, type Per } from './giornate.tsx';
import { Indicatori } from './indicatori.tsx';
import { annoIniziale, formatPeriodo, periodoDa } from './periodo.ts';
import { PeriodoBarra } from './periodo-barra.tsx';
import { Possibili } from './possibili.tsx';
import css from './report.module.css';
import { RigheDietro } from './righe-dietro.tsx';

const t = testi.report;
const REPORT = ['giornate', 'bilancio', 'indicatori'] as const;
type Nome = (typeof REPORT)[number];

function isPer(per: string | undefined): per is Per {
  return per === 'struttura' || per === 'modulo' || per === 'ente_pagante';
}

function Schede({ aperto, periodo }: { aperto: Nome; periodo: Periodo }) {
  return (
    <nav className={css['schede']} aria-label={t.schede}>
      {REPORT.map((nome) => (
        <Link
          key={nome}
          to="/report/$report"
          params={{ report: nome }}
          search={{ ...periodo }}
          className={css['scheda'] ?? ''}
          aria-current={nome === aperto ? 'page' : undefined}
        >
          {t.scheda[nome]}
        </Link>
      ))}
    </nav>
  );
}

/** A period still running counts its days to come as not recorded: said, with a way to stop at today. */
function OltreOggi({
  periodo,
  oggi,
  onPeriodo,
}: {
  periodo: Periodo;
  oggi: Giorno;
  onPeriodo: (scelto: Periodo) => void;
}) {
  if (periodo.al <= oggi || periodo.dal > oggi) return null;
  return (
    <Riquadro
      tono="attenzione"
      azione={
        <Button variant="default" onClick={() => onPeriodo({ dal: periodo.dal, al: oggi })}>
          {t.finoOggi}
        </Button>
      }
    >
      {t.oltreOggi}
    </Riquadro>
  );
}

function ReportDi({ nome, sessione, iniziale }: { nome: Nome; sessione: Sessione; iniziale: Periodo }) {
  const ricerca = useSearch({ strict: false });
  const navigate = useNavigate();
  const periodo = periodoDa(ricerca.dal, ricerca.al) ?? iniziale;
  const per: Per = isPer(ricerca['per']) ? ricerca['per'] : 'struttura';
  const vai = (scelto: Periodo, altro: Per = per) =>
    void navigate({ to: '/report/$report', params: { report: nome }, search: { ...scelto, per: altro } });
  const ruolo = sessione.utente?.ruolo;
  const puo = (endpoint: 'report.righe' | 'report.possibili') => ruolo !== undefined && canCall(ruolo, endpoint);
  return (
    <Pagina titolo={`${t.nome[nome]}, ${formatPeriodo(periodo)}`} accanto={<Schede aperto={nome} periodo={periodo} />}>
      <PeriodoBarra periodo={periodo} oggi={sessione.oggi} onPeriodo={vai} />
      <OltreOggi periodo={periodo} oggi={sessione.oggi} onPeriodo={vai} />
      <RigheDietro periodo={periodo} nominativi={puo('report.righe')}>
        {nome === 'giornate' && <Giornate periodo={periodo} per={per} onPer={(altro) => vai(periodo, altro)} />}
        {nome === 'bilancio' && <Bilancio periodo={periodo} />}
        {nome === 'indicatori' && <Indicatori periodo={periodo} />}
      </RigheDietro>
      {sessione.ruolo === 'centrale' && puo('report.possibili') && <Possibili />}
    </Pagina>
  );
}

/** `#/report/giornate`, `#/report/bilancio` and `#/report/indicatori`, with the period in the address. */
export function ReportPage() {
  const { report } = useParams({ strict: false });
  const sessione = useSessione();
  const { data, error, refetch } = useEndpoint('strutture.list', {});
  const nome: Nome = REPORT.find((uno) => uno === report) ?? 'giornate';
  if (error && !data) {
    return (
      <Pagina titolo={t.titolo}>
        <ErroreInPagina errore={error} onRiprova={() => void refetch()} />
      </Pagina>
    );
  }
  if (!data || !sessione) {
    return (
      <Pagina titolo={t.titolo}>
        <Attesa righe={12} testo={t.lettura} />
      </Pagina>
    );
  }
  const anno = annoIniziale(
    data.map((s) => s.ultimoMese),
    sessione.oggi,
  );
  return <ReportDi nome={nome} sessione={sessione} iniziale={periodoDellAnno(anno)} />;
}
