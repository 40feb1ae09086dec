import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, formatGiornoEsteso } from '../../domain/giorno-testo.ts';
import { quandoNacque } from '../../domain/nascita.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { AzioniAtto } from '../pannello/azioni-atto.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { useStampa } from '../pannello/stampa.ts';
import { useEtichette } from '../report/etichette.ts';
import { ErroreInPagina, Riquadro } from '../shell/avvisi.tsx';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { useSessione } from '../shell/sessione.ts';
import { useVista } from '../shell/vista.ts';
import { testi } from '../testi/index.ts';
import css from './giuridica.module.css';
import { Testata } from './testata.tsx';
import { useComunicata } from './use-comunicata.ts';

const t = testi.atti;
const giorno = formatGiornoEsteso;

/** The house where the guest was on a day: of the stay begun last by then, else of the first. */
function casaDelGiorno(permanenze: Output<'ospiti.get'>['permanenze'], data: Giorno) {
  // newest first
  return (permanenze.find((p) => p.dataIngresso <= data) ?? permanenze.at(-1))?.struttura;
}

/** `#/ospiti/:id/violazioni/:violazione`: the notice of a violation, to the authority that ordered the measure. */
export function AvvisoPage() {
  const { ospite = '', violazione = '' } = useParams({ strict: false });
  const sessione = useSessione();
  const oggi = sessione?.oggi ?? '';
  const strutture = useEndpoint('strutture.list', {}).data ?? [];
  const { segna, inCorso } = useComunicata(oggi);
  const discreto = useVista((v) => v.discreto);
  const etichetta = useEtichette();
  const cartella = useEndpoint('ospiti.get', { ospiteId: ospite });
  const { data, error } = useEndpoint('giuridica.get', { ospiteId: ospite });
  // of a measure nothing is said in the log that not everybody reads: the line says the record
  const stampa = useStampa(useMemo(() => ({ cosa: 'cartella' as const, ospiteId: ospite }), [ospite]));
  const v = data?.violazioni.find(({ id }) => id === violazione);
  const misura = data?.misure.find(({ id }) => id === v?.misuraId);
  const chi = cartella.data;
  const puo = sessione?.ruolo === 'comunita' && !!sessione.utente && canCall(sessione.utente.ruolo, 'violazioni.save');
  const allora = chi && v && casaDelGiorno(chi.permanenze, v.data);
  const sede = strutture.find(({ codice }) => codice === allora?.codice);
  const nome = chi ? `${chi.cognome.toUpperCase()} ${chi.nome}` : '';
  return (
    <Pagina
      atto
      titolo={t.avvisoTitolo}
      azioni={
        <AzioniAtto
          ospite={ospite}
          sezione="giuridica"
          torna={t.torna}
          stampa={t.stampa}
          onStampa={v !== undefined && stampa}
        >
          {v && puo && v.comunicataIl === null && (
            <Button
              className="solo-schermo"
              variant="default"
              leftSection={<IconSend size={16} aria-hidden />}
              loading={inCorso}
              onClick={() => segna(v, misura)}
            >
              {testi.giuridica.segnaComunicata}
            </Button>
          )}
        </AzioniAtto>
      }
    >
      {(error ?? cartella.error) && <ErroreInPagina errore={error ?? cartella.error} />}
      {(!data || !chi) && !error && !cartella.error && <Attesa righe={8} testo={t.lettura} />}
      {data && !v && <Riquadro tono="attenzione">{t.avvisoAssente}</Riquadro>}
      {chi && v && (
        <article className={`${css['atto']} ${discreto ? 'solo-carta' : ''}`}>
          {sede && <Testata sede={sede} />}
          <p>{t.avvisoA(v.comunicataA ?? misura?.autorita ?? t.avvisoAutorita)}</p>
          <h2>{t.oggetto(nome)}</h2>
          <p>
            <b>{nome}</b>,{' '}
            {t.natoA(t.nato[chi.sesso] ?? t.nato['T'] ?? '', chi.luogoNascita, quandoNacque(chi.dataNascita))}
            {misura
              ? `, ${t.sottoposto(t.sottopostoA[chi.sesso] ?? t.sottopostoA['T'] ?? '', etichetta('misura', misura.misura), giorno(misura.dal), misura.autorita, misura.provvedimento)}`
              : ''}
            .
          </p>
          <p>{t.siComunica(giorno(v.data))}</p>
          <p className={css['testo']}>{v.fatto}</p>
          {misura?.prescrizioni && (
            <>
              <p>{t.prescrizioni}</p>
              <p className={css['testo']}>{misura.prescrizioni}</p>
            </>
          )}
          <div className={css['firma']}>
            <span>{t.dataFirma(formatGiornoBreve(oggi))}</span>
            <span>{t.firma}</span>
          </div>
        </article>
      )}
    </Pagina>
  );
}
