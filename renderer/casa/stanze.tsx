import { useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { Aggiungi } from '../pannello/aggiungi.tsx';
import { Lettura } from '../pannello/lettura.tsx';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { CellaCorreggi, Tabella } from '../pannello/tabella.tsx';
import { Riquadro } from '../shell/avvisi.tsx';
import type { Struttura } from '../shell/luogo.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import { AlloggioForm } from './alloggio-form.tsx';
import css from './casa.module.css';
import { StanzaForm } from './stanza-form.tsx';

const t = testi.casa;

export type Stanza = Output<'stanze.list'>['stanze'][number];
export type Dormiente = Output<'stanze.list'>['senzaStanza'][number];

type Aperto = { tipo: 'stanza'; stanza: Stanza | null } | { tipo: 'alloggio'; chi: Dormiente } | null;

interface PropsChi {
  chi: readonly (Dormiente & { letto?: string | null })[];
  /** null: read only */
  onCambia: ((chi: Dormiente) => void) | null;
  dice: (nome: string) => string;
}

/** Guests, each of whom opens the choice of their room. */
function Chi({ chi, onCambia, dice }: PropsChi) {
  const formatNome = useFormatNome();
  if (chi.length === 0) return <span className={pannello['tenue']}>{t.nessuno}</span>;
  return (
    <ul className={css['chi']}>
      {chi.map((uno) => {
        const nome = formatNome(uno.cognome, uno.nome);
        const letto = uno.letto ? ` (${uno.letto})` : '';
        return (
          <li key={uno.ingressoId}>
            {onCambia ? (
              <button type="button" className={css['nome']} aria-label={dice(nome)} onClick={() => onCambia(uno)}>
                {nome}
              </button>
            ) : (
              nome
            )}
            {letto}
          </li>
        );
      })}
    </ul>
  );
}

interface PropsTabella {
  struttura: Struttura;
  stanze: readonly Stanza[];
  onCorreggi: ((stanza: Stanza) => void) | null;
  onCambia: ((chi: Dormiente) => void) | null;
}

function TabellaStanze({ struttura, stanze, onCorreggi, onCambia }: PropsTabella) {
  const nomi = new Map(struttura.moduli.map((m) => [m.codice, m.nome]));
  return (
    <Tabella
      etichetta={t.stanze}
      colonne={[t.stanza, t.modulo, { titolo: t.letti, numero: true }, t.chiDorme]}
      azioni={onCorreggi !== null}
    >
      {stanze.map((stanza) => (
        <tr key={stanza.id}>
          <th scope="row">
            {stanza.nome} {!stanza.inUso && <span className={pannello['tenue']}>{t.nonInUso}</span>}
          </th>
          <td>{stanza.modulo === null ? t.tuttaLaCasa : (nomi.get(stanza.modulo) ?? stanza.modulo)}</td>
          <td className={tabella['numero']}>{stanza.letti}</td>
          <td>
            <Chi chi={stanza.chi} onCambia={onCambia} dice={t.cambia} />
            {stanza.chi.length > stanza.letti && <span className={css['troppi']}>{t.piuDeiLetti}</span>}
          </td>
          <CellaCorreggi dice={t.correggiStanza(stanza.nome)} onCorreggi={onCorreggi && (() => onCorreggi(stanza))} />
        </tr>
      ))}
    </Tabella>
  );
}

interface Props {
  struttura: Struttura;
  oggi: Giorno;
  /** may change rooms, and who sleeps in them */
  puoStanze: boolean;
  puoAlloggi: boolean;
}

/** The rooms and who sleeps in them tonight. */
export function PannelloStanze({ struttura, oggi, puoStanze, puoAlloggi }: Props) {
  const [aperto, setAperto] = useState<Aperto>(null);
  const stanze = useEndpoint('stanze.list', { struttura: struttura.codice, giorno: oggi });
  const { data } = stanze;
  const quanti = data ? data.senzaStanza.length + data.stanze.reduce((n, s) => n + (s.inUso ? s.chi.length : 0), 0) : 0;
  const onCambia = puoAlloggi ? (chi: Dormiente) => setAperto({ tipo: 'alloggio', chi }) : null;
  return (
    <Pannello
      titolo={t.stanze}
      accanto={data && t.stanzeDi(data.letti, quanti)}
      azioni={
        puoStanze && <Aggiungi onClick={() => setAperto({ tipo: 'stanza', stanza: null })}>{t.aggiungiStanza}</Aggiungi>
      }
    >
      <Lettura di={stanze}>
        {({ stanze: tutte, letti, senzaStanza }) =>
          tutte.length === 0 ? (
            <p className={pannello['cosa']}>{t.nessunaStanza}</p>
          ) : (
            <>
              {letti < quanti && <Riquadro tono="attenzione">{t.pochiLetti(quanti - letti)}</Riquadro>}
              <TabellaStanze
                struttura={struttura}
                stanze={tutte}
                onCorreggi={puoStanze ? (stanza) => setAperto({ tipo: 'stanza', stanza }) : null}
                onCambia={onCambia}
              />
              {senzaStanza.length > 0 && (
                <>
                  <h3>{t.senzaStanza}</h3>
                  <Chi chi={senzaStanza} onCambia={onCambia} dice={t.assegnaA} />
                </>
              )}
            </>
          )
        }
      </Lettura>
      {aperto?.tipo === 'stanza' && (
        <StanzaForm struttura={struttura} stanza={aperto.stanza} oggi={oggi} onChiudi={() => setAperto(null)} />
      )}
      {aperto?.tipo === 'alloggio' && data && (
        <AlloggioForm chi={aperto.chi} stanze={data.stanze} oggi={oggi} onChiudi={() => setAperto(null)} />
      )}
    </Pannello>
  );
}
