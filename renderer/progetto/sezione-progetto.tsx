import { Button } from '@mantine/core';
import { useState } from 'react';
import { useEndpoint } from '../api/index.ts';
import { scriviGiorno } from '../form/valori.ts';
import ospite from '../ospite/ospite.module.css';
import type { PropsSezione } from '../ospite/sezioni.tsx';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { AzioneRiga } from '../pannello/tabella.tsx';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { canCall } from '../shell/pagine.ts';
import { testi } from '../testi/index.ts';
import { ScegliEvidenza } from './evidenze.tsx';
import { AzioneForm } from './form-azione.tsx';
import { ObiettivoForm } from './form-obiettivo.tsx';
import { ProgettoForm } from './form-progetto.tsx';
import { VerificaForm } from './form-verifica.tsx';
import { Obiettivi } from './obiettivi.tsx';
import css from './progetto.module.css';
import type { Azione, Obiettivo, Progetto, Verifica } from './progetto.ts';
import { RivediForm } from './rivedi-form.tsx';

const t = testi.progetto;

/** Which form is open, on what (null: a new one). */
type Aperto =
  | { readonly cosa: 'progetto'; readonly progetto: Progetto | null }
  | { readonly cosa: 'rivedi'; readonly progetto: Progetto }
  | { readonly cosa: 'obiettivo'; readonly progetto: Progetto; readonly obiettivo: Obiettivo | null }
  | { readonly cosa: 'azione'; readonly obiettivo: Obiettivo; readonly azione: Azione | null }
  | { readonly cosa: 'evidenza'; readonly obiettivo: Obiettivo }
  | { readonly cosa: 'verifica'; readonly progetto: Progetto; readonly verifica: Verifica | null };

interface PropsProgetto {
  ospiteId: string;
  progetto: Progetto;
  puo: boolean;
  onApri: (aperto: Aperto) => void;
}

function Verifiche({ progetto, puo, onApri }: Omit<PropsProgetto, 'ospiteId'>) {
  return (
    <Pannello
      titolo={t.verifiche}
      azioni={
        puo && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onApri({ cosa: 'verifica', progetto, verifica: null })}
          >
            {t.nuovaVerifica}
          </Button>
        )
      }
    >
      {progetto.verifiche.length === 0 && <p className={ospite['frase']}>{t.nessunaVerifica}</p>}
      <ul className={ospite['note']}>
        {progetto.verifiche.map((verifica) => (
          <li key={verifica.id}>
            {puo && (
              <AzioneRiga
                className={ospite['destra']}
                dice={t.modificaVerifica(scriviGiorno(verifica.data))}
                onClick={() => onApri({ cosa: 'verifica', progetto, verifica })}
              >
                {t.modifica}
              </AzioneRiga>
            )}
            <b>{scriviGiorno(verifica.data)}</b>{' '}
            <span className={ospite['frase']}>
              {[verifica.partecipanti, verifica.prossima && t.prossimaIl(scriviGiorno(verifica.prossima))]
                .filter(Boolean)
                .join(', ')}
            </span>
            <p>{verifica.esito}</p>
          </li>
        ))}
      </ul>
    </Pannello>
  );
}

function UnProgetto(props: PropsProgetto) {
  const { ospiteId, progetto, puo, onApri } = props;
  return (
    <div className={ospite['due']}>
      <Pannello
        titolo={t.del(scriviGiorno(progetto.data))}
        accanto={[
          progetto.al === null ? t.inCorso : t.finito(scriviGiorno(progetto.al)),
          progetto.struttura,
          progetto.redattoDa,
          progetto.condivisoCon && `${t.condivisoCon.toLowerCase()} ${progetto.condivisoCon}`,
        ]
          .filter(Boolean)
          .join(', ')}
        azioni={
          <>
            <LinkBottone
              size="compact-sm"
              to="/ospiti/$ospite/progetto/$progetto"
              params={{ ospite: ospiteId, progetto: progetto.id }}
            >
              {t.stampa}
            </LinkBottone>
            {puo && (
              <>
                <Button variant="default" size="compact-sm" onClick={() => onApri({ cosa: 'progetto', progetto })}>
                  {t.modifica}
                </Button>
                <Button variant="default" size="compact-sm" onClick={() => onApri({ cosa: 'rivedi', progetto })}>
                  {t.rivedi}
                </Button>
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => onApri({ cosa: 'obiettivo', progetto, obiettivo: null })}
                >
                  {t.nuovoObiettivo}
                </Button>
              </>
            )}
          </>
        }
      >
        {progetto.sintesi && <p className={css['sintesi']}>{progetto.sintesi}</p>}
        <Obiettivi
          obiettivi={progetto.obiettivi}
          puo={puo}
          onModifica={(obiettivo) => onApri({ cosa: 'obiettivo', progetto, obiettivo })}
          onAzione={(obiettivo, azione) => onApri({ cosa: 'azione', obiettivo, azione })}
          onEvidenza={(obiettivo) => onApri({ cosa: 'evidenza', obiettivo })}
        />
      </Pannello>
      <Verifiche {...props} />
    </div>
  );
}

function FormAperto({
  aperto,
  ingressoId,
  oggi,
  onChiudi,
}: {
  aperto: Aperto;
  ingressoId: string;
  oggi: string;
  onChiudi: () => void;
}) {
  const comune = { oggi, onChiudi };
  if (aperto.cosa === 'progetto')
    return <ProgettoForm {...comune} ingressoId={ingressoId} progetto={aperto.progetto} />;
  if (aperto.cosa === 'rivedi') return <RivediForm {...comune} progetto={aperto.progetto} />;
  if (aperto.cosa === 'obiettivo')
    return (
      <ObiettivoForm
        {...comune}
        progettoId={aperto.progetto.id}
        dal={aperto.progetto.data}
        obiettivo={aperto.obiettivo}
      />
    );
  if (aperto.cosa === 'azione')
    return <AzioneForm {...comune} obiettivoId={aperto.obiettivo.id} azione={aperto.azione} />;
  if (aperto.cosa === 'verifica')
    return <VerificaForm {...comune} progettoId={aperto.progetto.id} verifica={aperto.verifica} />;
  return <ScegliEvidenza obiettivo={aperto.obiettivo} {...comune} />;
}

/** The tab of a guest's page: the project in force, and those before it. */
export function SezioneProgetto({ cartella, ruolo, oggi }: PropsSezione) {
  const { data, error, refetch } = useEndpoint('progetti.list', { ospiteId: cartella.id }, { staleTime: 0 });
  const [aperto, setAperto] = useState<Aperto | null>(null);
  if (error) return <ErroreInPagina errore={error} onRiprova={() => void refetch()} />;
  if (!data) return <Attesa righe={8} testo={t.lettura} />;
  const puo = canCall(ruolo, 'progetti.save');
  const ingressoId = cartella.permanenze[0]?.ingressoId ?? '';
  const attuale = data.progetti.find((p) => p.ingressoId === ingressoId && (p.al === null || p.al >= oggi));
  const precedenti = data.progetti.filter((p) => p !== attuale);
  const [ultimo] = precedenti;
  return (
    <div className={ospite['colonna']}>
      {!attuale && (
        <Pannello
          titolo={t.titolo}
          azioni={
            puo &&
            ingressoId !== '' && (
              <>
                {ultimo && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    onClick={() => setAperto({ cosa: 'rivedi', progetto: ultimo })}
                  >
                    {t.riprendi}
                  </Button>
                )}
                <Button size="compact-sm" onClick={() => setAperto({ cosa: 'progetto', progetto: null })}>
                  {t.nuovo}
                </Button>
              </>
            )
          }
        >
          <p className={ospite['frase']}>{ultimo ? t.nessunoInCorso : t.nessuno}</p>
        </Pannello>
      )}
      {attuale && <UnProgetto ospiteId={cartella.id} progetto={attuale} puo={puo} onApri={setAperto} />}
      {precedenti.map((progetto) => (
        <UnProgetto key={progetto.id} ospiteId={cartella.id} progetto={progetto} puo={false} onApri={setAperto} />
      ))}
      {aperto && <FormAperto aperto={aperto} ingressoId={ingressoId} oggi={oggi} onChiudi={() => setAperto(null)} />}
    </div>
  );
}
