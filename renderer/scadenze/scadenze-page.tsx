import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { addGiorni } from '../../domain/giorno.ts';
import { useEndpoint } from '../api/index.ts';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { luogoIniziale } from '../shell/luogo.ts';
import { Pagina } from '../shell/pagina.tsx';
import type { Tasto } from '../shell/pagina-store.ts';
import { canCall } from '../shell/pagine.ts';
import { type Sessione, useSessione } from '../shell/sessione.ts';
import { StrutturaPicker } from '../shell/struttura-picker.tsx';
import { isTastoLibero } from '../shell/tasto-libero.ts';
import { testi } from '../testi/index.ts';
import { Fatte } from './fatte.tsx';
import { GRUPPI, type Riga, raggruppa } from './gruppi.ts';
import { PromemoriaForm } from './promemoria-form.tsx';
import css from './scadenze.module.css';
import { SegnaForm } from './segna-form.tsx';
import { TabellaScadenze } from './tabella-scadenze.tsx';

const t = testi.scadenze;

type Orizzonte = keyof typeof t.orizzonti;
type Aperto = { tipo: 'segna'; riga: Riga } | { tipo: 'promemoria'; riga: Riga | null } | null;

const TASTI: readonly Tasto[] = [{ tasti: 'N', testo: t.promemoria }];

function useTastoNuovo(puo: boolean, apri: () => void): void {
  useEffect(() => {
    if (!puo) return;
    const onKeyDown = (e: KeyboardEvent) => {
      if (e.key.toUpperCase() !== 'N' || !isTastoLibero(e)) return;
      e.preventDefault();
      apri();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [puo, apri]);
}

/** The longest horizon, and the longest notice of a rule, days. */
const LONTANO = 365;

/** The deadlines of one struttura, in three groups. */
function Elenco({ struttura, sessione, giorni }: { struttura: string; sessione: Sessione; giorni: Orizzonte }) {
  const [aperto, setAperto] = useState<Aperto>(null);
  const { oggi, utente } = sessione;
  const { data, error, refetch } = useEndpoint('scadenze.list', { struttura, entro: addGiorni(oggi, LONTANO) });
  const puo = utente !== null && sessione.ruolo === 'comunita' && canCall(utente.ruolo, 'adempimenti.register');
  const nuovo = useMemo(() => () => setAperto({ tipo: 'promemoria', riga: null }), []);
  useTastoNuovo(puo, nuovo);
  const entro = addGiorni(oggi, Number(giorni));
  // what is to be done now is there whatever the horizon: its rule says so
  const gruppi = useMemo(() => raggruppa(data?.righe.filter((s) => s.presto || s.entro <= entro) ?? []), [data, entro]);
  return (
    <div className={css['gruppi']}>
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={12} testo={t.lettura} />}
      {data &&
        GRUPPI.map((gruppo) => (
          <Pannello
            key={gruppo}
            titolo={t.gruppi[gruppo]}
            accanto={gruppi[gruppo].length > 0 ? `${gruppi[gruppo].length} · ${t.gruppiCosa[gruppo]}` : ''}
            azioni={
              gruppo === 'tardi' &&
              puo && (
                <Button
                  variant="default"
                  leftSection={<IconPlus size={16} aria-hidden />}
                  aria-keyshortcuts="N"
                  onClick={nuovo}
                >
                  {t.promemoria}&nbsp;<kbd>N</kbd>
                </Button>
              )
            }
          >
            {gruppi[gruppo].length === 0 ? (
              <p className={css['frase']}>{t.nessuna[gruppo]}</p>
            ) : (
              <TabellaScadenze
                etichetta={t.gruppi[gruppo]}
                righe={gruppi[gruppo]}
                onSegna={puo ? (riga) => setAperto({ tipo: 'segna', riga }) : null}
                onPromemoria={(riga) => setAperto({ tipo: 'promemoria', riga })}
              />
            )}
          </Pannello>
        ))}
      {data && puo && <Fatte struttura={struttura} oggi={oggi} />}
      {aperto?.tipo === 'segna' && (
        <SegnaForm struttura={struttura} riga={aperto.riga} oggi={oggi} onChiudi={() => setAperto(null)} />
      )}
      {aperto?.tipo === 'promemoria' && (
        <PromemoriaForm struttura={struttura} riga={aperto.riga} oggi={oggi} onChiudi={() => setAperto(null)} />
      )}
    </div>
  );
}

/** `#/scadenze`: what is late, what is due, what is coming. */
export function ScadenzePage() {
  const sessione = useSessione();
  const strutture = useEndpoint('strutture.list', {}).data;
  const [scelta, setScelta] = useState<string>();
  const [giorni, setGiorni] = useState<Orizzonte>('90');
  const struttura = scelta ?? (strutture && sessione ? luogoIniziale(strutture, sessione.oggi)?.struttura : undefined);
  return (
    <Pagina
      titolo={t.titolo}
      tasti={TASTI}
      accanto={
        strutture &&
        struttura !== undefined &&
        strutture.length > 1 && <StrutturaPicker strutture={strutture} attuale={struttura} onScegli={setScelta} />
      }
      azioni={
        <SegmentedControl
          aria-label={t.orizzonte}
          data={Object.entries(t.orizzonti).map(([value, label]) => ({ value, label: `${t.orizzonte} ${label}` }))}
          value={giorni}
          onChange={(valore) => setGiorni(valore as Orizzonte)}
        />
      }
    >
      <p className={css['frase']}>{t.cosa}</p>
      {sessione && struttura !== undefined && (
        <Elenco key={struttura} struttura={struttura} sessione={sessione} giorni={giorni} />
      )}
    </Pagina>
  );
}
