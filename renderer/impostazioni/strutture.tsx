import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Apertura } from '../../domain/apertura.ts';
import { useEndpoint } from '../api/index.ts';
import { Aggiungi } from '../pannello/aggiungi.tsx';
import { Lettura } from '../pannello/lettura.tsx';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import { AzioneRiga, CellaCorreggi, Tabella } from '../pannello/tabella.tsx';
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
          <span className={pannello['tenue']}>
            {p.validoAl === null ? t.dal(p.validoDal) : t.dalAl(p.validoDal, p.validoAl)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Since when or until when it is open, where there is something to say. */
function aperta({ dal, al }: Apertura): string {
  const detto = testi.casa.aperto(dal, al);
  return detto === '' ? '' : `, ${detto}`;
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
        <span className={pannello['tenue']}>
          {struttura.codice}, {etichetta('tipo_struttura', struttura.tipo)}
          {struttura.utenza === null ? '' : `, ${t.utenze[struttura.utenza] ?? struttura.utenza}`}
          {aperta(struttura)}
        </span>
        {onApri && (
          <span className={css['azioni']}>
            <AzioneRiga
              dice={t.correggiStruttura(struttura.nome)}
              onClick={() => onApri({ tipo: 'struttura', struttura })}
            >
              {testi.comune.correggi}
            </AzioneRiga>
            <AzioneRiga
              dice={t.aggiungiModuloA(struttura.nome)}
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => onApri({ tipo: 'modulo', struttura, modulo: null })}
            >
              {t.aggiungiModulo}
            </AzioneRiga>
          </span>
        )}
      </div>
      <TabellaModuli struttura={struttura} etichetta={etichetta} onApri={onApri} />
    </section>
  );
}

function TabellaModuli({ struttura, etichetta, onApri }: PropsStruttura) {
  return (
    <Tabella
      className={css['moduli']}
      etichetta={struttura.nome}
      vuota={t.nessunModulo}
      colonne={[t.modulo, t.tipologia, t.conta, t.posti]}
      azioni={onApri !== null}
    >
      {struttura.moduli.map((modulo) => (
        <tr key={modulo.id}>
          <th scope="row">
            {modulo.nome}{' '}
            <span className={pannello['tenue']}>
              {modulo.codice}
              {aperta(modulo)}
            </span>
          </th>
          <td>{etichetta('tipologia_modulo', modulo.tipologia)}</td>
          <td>{t.contaNome[modulo.conta] ?? modulo.conta}</td>
          <td>
            <PostiModulo modulo={modulo} />
          </td>
          <CellaCorreggi
            dice={t.correggiModulo(modulo.nome)}
            onCorreggi={onApri && (() => onApri({ tipo: 'modulo', struttura, modulo }))}
          />
        </tr>
      ))}
    </Tabella>
  );
}

function Form({ aperto, sessione, onChiudi }: { aperto: Aperto; sessione: Sessione; onChiudi: () => void }) {
  const liste = useEndpoint('liste.get', {}).data;
  if (aperto?.tipo === 'struttura') {
    const { struttura } = aperto;
    const tipi = scelteDi(liste, 'tipo_struttura', sessione.oggi, struttura?.tipo);
    return <StrutturaForm struttura={struttura} tipi={tipi} oggi={sessione.oggi} onChiudi={onChiudi} />;
  }
  if (aperto?.tipo !== 'modulo') return null;
  return (
    <ModuloForm
      struttura={aperto.struttura}
      modulo={aperto.modulo}
      tipologie={scelteDi(liste, 'tipologia_modulo', sessione.oggi, aperto.modulo?.tipologia)}
      oggi={sessione.oggi}
      onChiudi={onChiudi}
    />
  );
}

/** Strutture, moduli and places: read by everyone, changed by who answers for the community. */
export function Strutture({ sessione }: { sessione: Sessione }) {
  const [aperto, setAperto] = useState<Aperto>(null);
  const strutture = useEndpoint('strutture.list', {});
  const liste = useEndpoint('liste.get', {}).data;
  const centrale = sessione.ruolo === 'centrale';
  const puo = !centrale && sessione.utente !== null && canCall(sessione.utente.ruolo, 'strutture.save');
  const etichetta = (lista: string, voce: string) => liste?.[lista]?.find((v) => v.voce === voce)?.etichetta ?? voce;
  return (
    <Pannello
      titolo={t.strutture}
      azioni={
        <>
          {!!strutture.data?.length && <LinkBottone to="/impostazioni/struttura">{testi.casa.apri}</LinkBottone>}
          {puo && (
            <Aggiungi onClick={() => setAperto({ tipo: 'struttura', struttura: null })}>{t.aggiungiStruttura}</Aggiungi>
          )}
        </>
      }
    >
      {!puo && <p className={pannello['cosa']}>{centrale ? t.struttureCentrale : t.soloResponsabile}</p>}
      <Lettura di={strutture}>
        {(tutte) =>
          tutte.length === 0 && !centrale ? (
            <div className={css['vuoto']}>
              <p>{t.struttureVuote}</p>
              {puo && <LinkBottone to="/importa">{testi.shell.senzaStrutture.importa}</LinkBottone>}
            </div>
          ) : (
            tutte.map((struttura) => (
              <SchedaStruttura
                key={struttura.id}
                struttura={struttura}
                etichetta={etichetta}
                onApri={puo ? setAperto : null}
              />
            ))
          )
        }
      </Lettura>
      <Form
        key={aperto === null ? '' : `${aperto.tipo} ${aperto.struttura?.id ?? ''}`}
        aperto={aperto}
        sessione={sessione}
        onChiudi={() => setAperto(null)}
      />
    </Pannello>
  );
}
