import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatGiornoEsteso } from '../../domain/giorno-testo.ts';
import { scadenzaIdentificativo } from '../../domain/identificativo.ts';
import { formatNascitaEstesa } from '../../domain/nascita.ts';
import { nomePaese } from '../../domain/paese.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { IdentitaForm } from '../identita/identita-form.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import type { Etichette } from '../report/etichette.ts';
import { Riquadro } from '../shell/avvisi.tsx';
import { canCall } from '../shell/pagine.ts';
import { testi } from '../testi/index.ts';
import { type Cartella, campiDellaScheda, type PermanenzaOspite } from './cartella.ts';
import css from './ospite.module.css';

const t = testi.ospite;

/** Facts as name and value, two columns where there is room. */
function Fatti({ fatti }: { fatti: readonly (readonly [chiave: string, nome: string, valore: string])[] }) {
  return (
    <dl className={css['fatti']}>
      {fatti.map(([chiave, nome, valore]) => (
        <div key={chiave}>
          <dt>{nome}</dt>
          <dd>{valore}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The identifier in words, where it is not a plain codice fiscale. */
function describeTipo({ tipoIdentificativo: tipo, codiceFiscale, identificativoDal }: Cartella): string | null {
  if (tipo === null || (tipo === 'CF' && codiceFiscale !== null)) return null;
  const fine = scadenzaIdentificativo(tipo, identificativoDal);
  const nome = testi.identita.tipi[tipo] ?? tipo;
  return fine === undefined ? nome : t.tipoFino(nome, formatGiornoEsteso(fine));
}

/** Who the person is; corrected from here. */
export function Identita({ cartella, ruolo, oggi }: { cartella: Cartella; ruolo: Ruolo; oggi: string }) {
  const [aperto, setAperto] = useState(false);
  const { dataNascita, luogoNascita, cittadinanza, codiceFiscale, residenza, telefono, avvisiIdentita } = cartella;
  const discreto = useTestoDiscreto();
  const puo = canCall(ruolo, 'ospiti.save') && cartella.tipoIdentificativo !== 'ANON';
  const fatti: (readonly [string, string, string | null])[] = [
    ['cf', t.codiceFiscale, codiceFiscale],
    ['tipo', t.tipoIdentificativo, describeTipo(cartella)],
    ['nascita', t.nascita, formatNascitaEstesa(dataNascita)],
    ['luogo', t.luogoNascita, luogoNascita],
    ['cittadinanza', t.cittadinanza, cittadinanza === null ? null : nomePaese(cittadinanza)],
    ['residenza', testi.identita.residenza, residenza],
    ['telefono', testi.identita.telefono, telefono],
  ];
  return (
    <Pannello
      titolo={t.identita}
      azioni={
        puo && (
          <Button variant="default" size="compact-sm" data-campo="identita" onClick={() => setAperto(true)}>
            {testi.identita.correggi}
          </Button>
        )
      }
    >
      <Fatti fatti={fatti.flatMap(([chiave, nome, valore]) => (valore ? [[chiave, nome, valore] as const] : []))} />
      {avvisiIdentita.length > 0 && <Riquadro tono="attenzione">{discreto(avvisiIdentita.join(' '))}</Riquadro>}
      {aperto && <IdentitaForm cartella={cartella} oggi={oggi} onChiudi={() => setAperto(false)} />}
    </Pannello>
  );
}

/** The scheda d'ingresso of one stay. */
export function Scheda({ permanenza, etichetta }: { permanenza: PermanenzaOspite; etichetta: Etichette }) {
  const fatti = campiDellaScheda(permanenza, etichetta);
  return (
    <Pannello titolo={t.scheda(formatGiornoEsteso(permanenza.dataIngresso))} accanto={permanenza.struttura.nome}>
      {fatti.length === 0 ? <p className={css['frase']}>{t.schedaVuota}</p> : <Fatti fatti={fatti} />}
    </Pannello>
  );
}
