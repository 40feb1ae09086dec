import { Button, Checkbox, Drawer, Group } from '@mantine/core';
import { useState } from 'react';
import { formatNascitaEstesa } from '../../domain/nascita.ts';
import { LEGGE_IDENTITA } from '../../electron/contract/anonimato.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { avvisa, ErroreInPagina } from '../shell/avvisi.tsx';
import { canCall } from '../shell/pagine.ts';
import { markSaved } from '../shell/salvataggio.ts';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { FormMotivo } from './form-motivo.tsx';
import css from './ospite.module.css';

const t = testi.anonimato;

type Gesto = 'sigilla' | 'apri' | 'torna';
type Identita = Output<'identita.open'>;

/** A gesture that asks why: sealing also asks who may open. */
function FormGesto({
  gesto,
  onInvia,
  ...form
}: {
  gesto: Gesto;
  errore: Error | null;
  inCorso: boolean;
  onInvia: (motivo: string, ruoli: (typeof LEGGE_IDENTITA)[number][]) => void;
  onChiudi: () => void;
}) {
  const [ruoli, setRuoli] = useState<string[]>([...LEGGE_IDENTITA]);
  const scelti = LEGGE_IDENTITA.filter((ruolo) => ruoli.includes(ruolo));
  const cosa = { sigilla: t.sigillaCosa, apri: t.apriCosa, torna: t.tornaCosa }[gesto];
  return (
    <FormMotivo {...form} cosa={cosa} conferma={t.conferma[gesto]} onInvia={(motivo) => onInvia(motivo, scelti)}>
      {gesto === 'sigilla' && (
        <Checkbox.Group label={t.ruoli} value={ruoli} onChange={setRuoli}>
          <Group gap={16} mt={4}>
            {LEGGE_IDENTITA.map((ruolo) => (
              <Checkbox key={ruolo} value={ruolo} label={testi.shell.ruoli[ruolo]} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
    </FormMotivo>
  );
}

/** Who the guest is, as long as the panel is open: kept nowhere. */
function IdentitaAperta({ identita }: { identita: Identita }) {
  const campi = Object.keys(t.campi) as (keyof Identita)[];
  return (
    <dl className={css['fatti']}>
      {campi.map((campo) => {
        const valore = identita[campo];
        if (valore === null) return null;
        return (
          <div key={campo}>
            <dt>{t.campi[campo]}</dt>
            <dd>{campo === 'dataNascita' ? formatNascitaEstesa(valore) : valore}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function PannelloGesto({ gesto, ospiteId, onChiudi }: { gesto: Gesto; ospiteId: string; onChiudi: () => void }) {
  const sigilla = useCommand('identita.seal');
  const apri = useCommand('identita.open');
  const torna = useCommand('identita.restore');
  const fatto = (detto: string) => {
    markSaved();
    avvisa(detto);
    onChiudi();
  };
  const invia = (motivo: string, ruoli: (typeof LEGGE_IDENTITA)[number][]) => {
    if (gesto === 'apri') apri.mutate({ ospiteId, motivo });
    else if (gesto === 'torna') torna.mutate({ ospiteId, motivo }, { onSuccess: () => fatto(t.tornato) });
    else sigilla.mutate({ ospiteId, motivo, ruoli }, { onSuccess: ({ codice }) => fatto(t.sigillato(codice)) });
  };
  const titolo = { sigilla: t.sigillaTitolo, apri: t.apriTitolo, torna: t.tornaTitolo }[gesto];
  return (
    <Drawer opened onClose={onChiudi} title={<b>{titolo}</b>} closeButtonProps={{ 'aria-label': testi.comune.chiudi }}>
      {apri.data ? (
        <IdentitaAperta identita={apri.data} />
      ) : (
        <FormGesto
          gesto={gesto}
          errore={sigilla.error ?? apri.error ?? torna.error}
          inCorso={sigilla.isPending || apri.isPending || torna.isPending}
          onInvia={invia}
          onChiudi={onChiudi}
        />
      )}
    </Drawer>
  );
}

/** The guest's code, whether the name is sealed, what may be done about it; the way to the copy for the person. */
export function CodiceIdentita({ ospiteId }: { ospiteId: string }) {
  const ruolo = useSessione()?.utente?.ruolo;
  const { data, error } = useEndpoint('identita.get', { ospiteId });
  const [gesto, setGesto] = useState<Gesto | null>(null);
  if (error) return <ErroreInPagina errore={error} />;
  if (!data || !ruolo) return null;
  const apre = data.ruoli.includes(ruolo);
  const ruoli = data.ruoli.map((uno) => testi.shell.ruoli[uno]).join(', ');
  return (
    <Pannello
      titolo={t.titolo}
      azioni={
        canCall(ruolo, 'fascicoli.get') && (
          <LinkBottone size="compact-sm" to="/ospiti/$ospite/fascicolo" params={{ ospite: ospiteId }}>
            {t.copia}
          </LinkBottone>
        )
      }
    >
      <p className={css['codice']}>
        <span>{t.codice}</span> <b>{data.codice}</b>
      </p>
      <p className={css['frase']}>{t.codiceCosa}</p>
      <p className={css['frase']}>
        {data.anonimo ? t.anonimo : t.nominativo} {data.anonimo && (ruoli === '' ? t.altrove : t.aprono(ruoli))}
      </p>
      <Group gap={8} mt={8}>
        {!data.anonimo && canCall(ruolo, 'identita.seal') && (
          <Button variant="default" size="compact-sm" onClick={() => setGesto('sigilla')}>
            {t.sigilla}
          </Button>
        )}
        {apre && (
          <>
            <Button variant="default" size="compact-sm" onClick={() => setGesto('apri')}>
              {t.apri}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setGesto('torna')}>
              {t.torna}
            </Button>
          </>
        )}
      </Group>
      {gesto && <PannelloGesto gesto={gesto} ospiteId={ospiteId} onChiudi={() => setGesto(null)} />}
    </Pannello>
  );
}
