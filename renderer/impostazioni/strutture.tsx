import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useEndpoint } from '../api/index.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import tabella from '../pannello/tabella.module.css';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import type { Struttura } from '../shell/luogo.ts';
import { canCall } from '../shell/pagine.ts';
import type { Sessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import css from './impostazioni.module.css';
import { type Modulo, ModuloForm } from './modulo-form.tsx';
import { scelteDi } from './scelte.tsx';
import { StrutturaForm } from './struttura-form.tsx';

const t = testi.impostazioni;

/** Which form is open. */
type Aperto =
  | { tipo: 'struttura'; struttura: Struttura | null }
  | { tipo: 'modulo'; struttura: Struttura; modulo: Modulo | null }
  | null;

function PostiModulo({ modulo }: { modulo: Modulo }) {
  const posti = modulo.posti.toSorted((a, b) => (a.validoDal < b.validoDal ? 1 : -1));
  return (
    <ul className={css['posti']}>
      {posti.map((p) => (
        <li key={p.id}>
          {t.postiDi(p.accreditati, p.disponibili)}{' '}
          <span className={css['tenue']}>
            {p.validoAl === null ? t.dal(p.validoDal) : t.dalAl(p.validoDal, p.validoAl)}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface PropsStruttura {
  struttura: Struttura;
  etichetta: (lista: string, voce: string) => string;
  /** null: read only */
  onApri: ((aperto: Aperto) => void) | null;
}

function SchedaStruttura({ struttura, etichetta, onApri }: PropsStruttura) {
  return (
    <section className={css['struttura']} aria-label={struttura.nome}>
      <div className={css['capo']}>
        <h3>{struttura.nome}</h3>
        <span className={css['tenue']}>
          {struttura.codice}, {etichetta('tipo_struttura', struttura.tipo)}
          {struttura.utenza === null ? '' : `, ${t.utenze[struttura.utenza] ?? struttura.utenza}`}
        </span>
        {onApri && (
          <span className={css['azioni']}>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t.correggiStruttura(struttura.nome)}
              onClick={() => onApri({ tipo: 'struttura', struttura })}
            >
              {t.correggi}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={14} aria-hidden />}
              aria-label={t.aggiungiModuloA(struttura.nome)}
              onClick={() => onApri({ tipo: 'modulo', struttura, modulo: null })}
            >
              {t.aggiungiModulo}
            </Button>
          </span>
        )}
      </div>
      {struttura.moduli.length === 0 ? (
        <p className={css['cosa']}>{t.nessunModulo}</p>
      ) : (
        <TabellaModuli struttura={struttura} etichetta={etichetta} onApri={onApri} />
      )}
    </section>
  );
}

function TabellaModuli({ struttura, etichetta, onApri }: PropsStruttura) {
  return (
    <Scorrevole>
      <table className={`${tabella['tabella']} ${css['moduli']}`} aria-label={struttura.nome}>
        <thead>
          <tr>
            <th scope="col">{t.modulo}</th>
            <th scope="col">{t.tipologia}</th>
            <th scope="col">{t.conta}</th>
            <th scope="col">{t.posti}</th>
            {onApri && (
              <th scope="col">
                <span className="visually-hidden">{t.azioni}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {struttura.moduli.map((modulo) => (
            <tr key={modulo.id}>
              <th scope="row">
                {modulo.nome} <span className={css['tenue']}>{modulo.codice}</span>
              </th>
              <td>{etichetta('tipologia_modulo', modulo.tipologia)}</td>
              <td>{t.contaNome[modulo.conta] ?? modulo.conta}</td>
              <td>
                <PostiModulo modulo={modulo} />
              </td>
              {onApri && (
                <td className={tabella['numero']}>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t.correggiModulo(modulo.nome)}
                    onClick={() => onApri({ tipo: 'modulo', struttura, modulo })}
                  >
                    {t.correggi}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scorrevole>
  );
}

function Form({ aperto, sessione, onChiudi }: { aperto: Aperto; sessione: Sessione; onChiudi: () => void }) {
  const liste = useEndpoint('liste.get', {}).data;
  if (aperto?.tipo === 'struttura') {
    return <StrutturaForm struttura={aperto.struttura} tipi={scelteDi(liste, 'tipo_struttura')} onChiudi={onChiudi} />;
  }
  if (aperto?.tipo !== 'modulo') return null;
  return (
    <ModuloForm
      struttura={aperto.struttura}
      modulo={aperto.modulo}
      tipologie={scelteDi(liste, 'tipologia_modulo')}
      oggi={sessione.oggi}
      onChiudi={onChiudi}
    />
  );
}

/** Strutture, moduli and places: read by everyone, changed by who answers for the community. */
export function Strutture({ sessione }: { sessione: Sessione }) {
  const [aperto, setAperto] = useState<Aperto>(null);
  const { data, error, refetch } = useEndpoint('strutture.list', {});
  const liste = useEndpoint('liste.get', {}).data;
  const centrale = sessione.ruolo === 'centrale';
  const puo = !centrale && sessione.utente !== null && canCall(sessione.utente.ruolo, 'strutture.save');
  const etichetta = (lista: string, voce: string) => liste?.[lista]?.find((v) => v.voce === voce)?.etichetta ?? voce;
  return (
    <Pannello
      titolo={t.strutture}
      azioni={
        puo && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAperto({ tipo: 'struttura', struttura: null })}
          >
            {t.aggiungiStruttura}
          </Button>
        )
      }
    >
      {!puo && <p className={css['cosa']}>{centrale ? t.struttureCentrale : t.soloResponsabile}</p>}
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa testo={testi.comune.caricamento} />}
      {data?.length === 0 && !centrale && (
        <div className={css['vuoto']}>
          <p>{t.struttureVuote}</p>
          {puo && <LinkBottone to="/importa">{testi.shell.senzaStrutture.importa}</LinkBottone>}
        </div>
      )}
      {data?.map((struttura) => (
        <SchedaStruttura
          key={struttura.id}
          struttura={struttura}
          etichetta={etichetta}
          onApri={puo ? setAperto : null}
        />
      ))}
      <Form
        key={aperto === null ? '' : `${aperto.tipo} ${aperto.struttura?.id ?? ''}`}
        aperto={aperto}
        sessione={sessione}
        onChiudi={() => setAperto(null)}
      />
    </Pannello>
  );
}
