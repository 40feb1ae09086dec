import { formatGiornoEsteso } from '../../domain/giorno-testo.ts';
import { Pannello } from '../pannello/pannello.tsx';
import type { Etichette } from '../report/etichette.ts';
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

/** Who the person is. */
export function Identita({ cartella }: { cartella: Cartella }) {
  const { dataNascita, luogoNascita, cittadinanza, codiceFiscale, tipoIdentificativo } = cartella;
  const paesi = new Intl.DisplayNames('it', { type: 'region' });
  const paese = cittadinanza === null || cittadinanza === 'XX' ? t.nonNota : (paesi.of(cittadinanza) ?? cittadinanza);
  const fatti: (readonly [string, string, string | null])[] = [
    ['cf', t.codiceFiscale, codiceFiscale],
    ['tipo', t.tipoIdentificativo, codiceFiscale === null || tipoIdentificativo !== 'CF' ? tipoIdentificativo : null],
    ['nascita', t.nascita, formatGiornoEsteso(dataNascita)],
    ['luogo', t.luogoNascita, luogoNascita],
    ['cittadinanza', t.cittadinanza, cittadinanza === null ? null : paese],
  ];
  return (
    <Pannello titolo={t.identita}>
      <Fatti fatti={fatti.flatMap(([chiave, nome, valore]) => (valore ? [[chiave, nome, valore] as const] : []))} />
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
