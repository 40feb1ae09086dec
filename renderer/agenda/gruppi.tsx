import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, nomeGiornoSettimana } from '../../domain/giorno-testo.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { useSalvato } from '../form/salvato.tsx';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { useEtichette } from '../report/etichette.ts';
import { avvisaErrore, ErroreInPagina } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import css from './agenda.module.css';
import type { Gruppo } from './form-attivita.tsx';
import { FormGruppo } from './form-gruppo.tsx';

const t = testi.agenda;

/** The weekly groups of the struttura: what they are, when they meet. */
export function Gruppi({ struttura, oggi, puoScrivere }: { struttura: string; oggi: Giorno; puoScrivere: boolean }) {
  const { data, error, refetch } = useEndpoint('gruppi.list', { struttura });
  const [aperto, setAperto] = useState<Gruppo | 'nuovo' | null>(null);
  const etichetta = useEtichette();
  const comando = useCommand('gruppi.remove');
  const salvato = useSalvato();
  const chiudi = () => setAperto(null);
  const togli = (id: string) =>
    comando.mutate(
      { id },
      {
        onSuccess: (esito) => {
          salvato(t.gruppo.tolto, esito);
          chiudi();
        },
        onError: avvisaErrore,
      },
    );
  const gruppo = aperto === 'nuovo' || aperto === null ? undefined : aperto;
  return (
    <Pannello
      titolo={t.viste.gruppi}
      azioni={
        puoScrivere && (
          <Button variant="default" onClick={() => setAperto('nuovo')}>
            {t.gruppo.nuovo}
          </Button>
        )
      }
    >
      <p className={css['frase']}>{t.gruppo.cosa}</p>
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={4} testo={t.lettura} />}
      {data?.length === 0 && <p className={css['frase']}>{t.gruppo.nessuno}</p>}
      <ul className={css['righe']}>
        {data?.map((uno) => (
          <li key={uno.id} className={css['riga']}>
            <span className={css['ora']}>{uno.ora}</span>
            <button type="button" className={css['cosa']} disabled={!puoScrivere} onClick={() => setAperto(uno)}>
              <b>{uno.titolo}</b>
              <span className={css['dettaglio']}>{etichetta('area_attivita', uno.area)}</span>
            </button>
            <span className={css['stato']}>
              <span>{nomeGiornoSettimana(uno.giornoSettimana)}</span>
              {uno.al !== null && <span>{t.gruppo.finoA(formatGiornoBreve(uno.al))}</span>}
            </span>
          </li>
        ))}
      </ul>
      {aperto !== null && (
        <FormGruppo
          key={gruppo?.id ?? 'nuovo'}
          struttura={struttura}
          oggi={oggi}
          gruppo={gruppo}
          onTogli={gruppo ? () => togli(gruppo.id) : undefined}
          onChiudi={chiudi}
        />
      )}
    </Pannello>
  );
}
