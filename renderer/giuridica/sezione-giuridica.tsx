import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import type { NomeCommand } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { useTogli } from '../form/use-togli.ts';
import { scriviGiorno } from '../form/valori.ts';
import ospite from '../ospite/ospite.module.css';
import type { PropsSezione } from '../ospite/sezioni.tsx';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { AzioneRiga, Tabella } from '../pannello/tabella.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { type Etichette, useEtichette } from '../report/etichette.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { canCall } from '../shell/pagine.ts';
import { testi } from '../testi/index.ts';
import css from './giuridica.module.css';
import { MisuraForm } from './misura-form.tsx';
import type { Misura, Posizione, Udienza, Violazione } from './posizione.ts';
import { UdienzaForm } from './udienza-form.tsx';
import { useComunicata } from './use-comunicata.ts';
import { ViolazioneForm } from './violazione-form.tsx';

const t = testi.giuridica;

/** Which form is open, on which row (null: a new one). */
type Aperto =
  | { readonly cosa: 'misura'; readonly riga: Misura | null }
  | { readonly cosa: 'udienza'; readonly riga: Udienza | null }
  | { readonly cosa: 'violazione'; readonly riga: Violazione | null };

interface Gesti {
  readonly puo: boolean;
  readonly apri: (aperto: Aperto) => void;
}

interface PropsTavola {
  titolo: string;
  vuoto: string;
  nuova: string;
  colonne: readonly string[];
  puo: boolean;
  onNuova: () => void;
  altre?: ReactNode;
  righe: readonly { id: string; celle: readonly ReactNode[]; azioni: ReactNode }[];
}

function Tavola({ titolo, vuoto, nuova, colonne, puo, onNuova, altre, righe }: PropsTavola) {
  return (
    <Pannello
      titolo={titolo}
      azioni={
        <>
          {altre}
          {puo && (
            <Button variant="default" size="compact-sm" onClick={onNuova}>
              {nuova}
            </Button>
          )}
        </>
      }
    >
      <Tabella vuota={vuoto} colonne={colonne} azioni>
        {righe.map(({ id, celle, azioni }) => (
          <tr key={id}>
            {celle.map((cella, n) => (
              <td key={colonne[n]}>{cella}</td>
            ))}
            <td className={css['azioni']}>{azioni}</td>
          </tr>
        ))}
      </Tabella>
    </Pannello>
  );
}

/** Change and take away, for who may write. */
function Bottoni({
  cosa,
  giorno,
  id,
  comando,
  detto,
  onModifica,
}: {
  cosa: string;
  giorno: string;
  id: string;
  comando: Extract<NomeCommand, 'misure.remove' | 'udienze.remove' | 'violazioni.remove'>;
  detto: string;
  onModifica: () => void;
}) {
  const { togli } = useTogli(comando, detto);
  return (
    <>
      <AzioneRiga dice={t.modificaDi(cosa, giorno)} onClick={onModifica}>
        {t.modifica}
      </AzioneRiga>
      <AzioneRiga dice={t.togliDi(cosa, giorno)} onClick={() => togli(id)}>
        {t.togli}
      </AzioneRiga>
    </>
  );
}

function Misure({
  posizione,
  etichetta,
  oggi,
  puo,
  apri,
}: { posizione: Posizione; etichetta: Etichette; oggi: Giorno } & Gesti) {
  return (
    <Tavola
      titolo={t.misure}
      vuoto={t.nessunaMisura}
      nuova={t.nuovaMisura}
      colonne={[t.misura, t.dal, t.al, t.autorita, t.finePena, t.prescrizioni]}
      puo={puo}
      onNuova={() => apri({ cosa: 'misura', riga: null })}
      altre={
        <LinkBottone size="compact-sm" to="/misure">
          {t.misureAllaData}
        </LinkBottone>
      }
      righe={posizione.misure.map((m) => ({
        id: m.id,
        celle: [
          <div key="misura">
            <b>{etichetta('misura', m.misura)}</b>
            {m.provvedimento && <div className={ospite['frase']}>{m.provvedimento}</div>}
            {m.relazioneEntro && (
              <div className={m.relazioneEntro < oggi ? css['manca'] : css['entro']}>
                {(m.relazioneEntro < oggi ? t.relazioneTardi : t.relazione)(scriviGiorno(m.relazioneEntro))}
              </div>
            )}
          </div>,
          scriviGiorno(m.dal),
          m.al === null ? t.inCorso : scriviGiorno(m.al),
          m.autorita,
          scriviGiorno(m.finePena),
          <span key="prescrizioni" className={css['lungo']}>
            {m.prescrizioni}
          </span>,
        ],
        azioni: puo && (
          <Bottoni
            cosa={etichetta('misura', m.misura)}
            giorno={scriviGiorno(m.dal)}
            id={m.id}
            comando="misure.remove"
            detto={t.misuraTolta}
            onModifica={() => apri({ cosa: 'misura', riga: m })}
          />
        ),
      }))}
    />
  );
}

function Udienze({
  posizione,
  ingressoId,
  puo,
  apri,
}: { posizione: Posizione; ingressoId: string | undefined } & Gesti) {
  return (
    <Tavola
      titolo={t.udienze}
      vuoto={t.nessunaUdienza}
      nuova={t.nuovaUdienza}
      colonne={[t.data, t.ora, t.autorita, t.luogo, t.accompagnatore, t.esito]}
      puo={puo}
      onNuova={() => apri({ cosa: 'udienza', riga: null })}
      righe={posizione.udienze.map((u) => ({
        id: u.id,
        celle: [
          scriviGiorno(u.data),
          u.ora,
          u.autorita,
          u.luogo,
          u.accompagnatore,
          <span key="esito" className={css['lungo']}>
            {u.esito}
          </span>,
        ],
        azioni: (
          <>
            {ingressoId !== undefined && (
              <LinkBottone
                size="compact-sm"
                variant="subtle"
                to="/ospiti/$ospite/dichiarazione"
                params={{ ospite: posizione.ospiteId }}
                search={{ ingresso: ingressoId, udienza: u.id }}
                aria-label={t.dichiarazioneDi(scriviGiorno(u.data))}
              >
                {t.dichiarazione}
              </LinkBottone>
            )}
            {puo && (
              <Bottoni
                cosa={t.udienzaTitolo}
                giorno={scriviGiorno(u.data)}
                id={u.id}
                comando="udienze.remove"
                detto={t.udienzaTolta}
                onModifica={() => apri({ cosa: 'udienza', riga: u })}
              />
            )}
          </>
        ),
      }))}
    />
  );
}

function Violazioni({ posizione, oggi, puo, apri }: { posizione: Posizione; oggi: Giorno } & Gesti) {
  const detto = useTestoDiscreto();
  const { segna } = useComunicata(oggi);
  return (
    <Tavola
      titolo={t.violazioni}
      vuoto={t.nessunaViolazione}
      nuova={t.nuovaViolazione}
      colonne={[t.data, t.fatto, t.comunicata]}
      puo={puo}
      onNuova={() => apri({ cosa: 'violazione', riga: null })}
      righe={posizione.violazioni.map((v) => ({
        id: v.id,
        celle: [
          scriviGiorno(v.data),
          <span key="fatto" className={css['lungo']}>
            {detto(v.fatto)}
          </span>,
          v.comunicataIl === null ? (
            <b key="comunicata" className={css['manca']}>
              {t.daComunicare}
            </b>
          ) : (
            `${scriviGiorno(v.comunicataIl)}${v.comunicataA ? `, ${v.comunicataA}` : ''}`
          ),
        ],
        azioni: (
          <>
            <LinkBottone
              size="compact-sm"
              variant="subtle"
              to="/ospiti/$ospite/violazioni/$violazione"
              params={{ ospite: posizione.ospiteId, violazione: v.id }}
              aria-label={t.avvisoDi(scriviGiorno(v.data))}
            >
              {t.avviso}
            </LinkBottone>
            {puo && v.comunicataIl === null && (
              <AzioneRiga
                dice={t.segnaComunicataDi(scriviGiorno(v.data))}
                onClick={() =>
                  segna(
                    v,
                    posizione.misure.find(({ id }) => id === v.misuraId),
                  )
                }
              >
                {t.segnaComunicata}
              </AzioneRiga>
            )}
            {puo && (
              <Bottoni
                cosa={t.violazioneTitolo}
                giorno={scriviGiorno(v.data)}
                id={v.id}
                comando="violazioni.remove"
                detto={t.violazioneTolta}
                onModifica={() => apri({ cosa: 'violazione', riga: v })}
              />
            )}
          </>
        ),
      }))}
    />
  );
}

/** The tab of a guest's page: measures, hearings, violations, and the papers that come of them. */
export function SezioneGiuridica({ cartella, ruolo, oggi }: PropsSezione) {
  const { data, error, refetch } = useEndpoint('giuridica.get', { ospiteId: cartella.id }, { staleTime: 0 });
  const [aperto, setAperto] = useState<Aperto | null>(null);
  const etichetta = useEtichette();
  if (error) return <ErroreInPagina errore={error} onRiprova={() => void refetch()} />;
  if (!data) return <Attesa righe={8} testo={t.lettura} />;
  const gesti = { puo: canCall(ruolo, 'misure.save'), apri: setAperto };
  const ingressoId = cartella.permanenze[0]?.ingressoId;
  const form = { ospiteId: cartella.id, oggi, onChiudi: () => setAperto(null) };
  return (
    <div className={ospite['colonna']}>
      <Misure posizione={data} etichetta={etichetta} oggi={oggi} {...gesti} />
      <Udienze posizione={data} ingressoId={ingressoId} {...gesti} />
      <Violazioni posizione={data} oggi={oggi} {...gesti} />
      {ingressoId !== undefined && (
        <div>
          <LinkBottone
            to="/ospiti/$ospite/dichiarazione"
            params={{ ospite: cartella.id }}
            search={{ ingresso: ingressoId }}
          >
            {t.dichiarazione}
          </LinkBottone>
        </div>
      )}
      {aperto?.cosa === 'misura' && <MisuraForm {...form} misura={aperto.riga} />}
      {aperto?.cosa === 'udienza' && <UdienzaForm {...form} misure={data.misure} udienza={aperto.riga} />}
      {aperto?.cosa === 'violazione' && <ViolazioneForm {...form} misure={data.misure} violazione={aperto.riga} />}
    </div>
  );
}
