import { formatGiornoEsteso } from '../../domain/giorno-testo.ts';
import type { Etichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';
import css from './fascicolo.module.css';
import { type Fascicolo, fatti, presenzeInParole, type Tavola, tavola, tavoleDi } from './tavole.ts';

const t = testi.fascicolo;

function Fatti({ voci }: { voci: readonly (readonly [string, string])[] }) {
  return (
    <dl className={css['fatti']}>
      {voci.map(([nome, valore]) => (
        <div key={nome}>
          <dt>{nome}</dt>
          <dd>{valore}</dd>
        </div>
      ))}
    </dl>
  );
}

function TavolaCarta({ titolo, colonne, righe }: Tavola) {
  if (righe.length === 0) return null;
  return (
    <table className={css['tavola']}>
      <caption>{titolo}</caption>
      <thead>
        <tr>
          {colonne.map((nome) => (
            <th key={nome} scope="col">
              {nome}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {righe.map((riga) => (
          <tr key={riga.join('\n')}>
            {riga.map((valore, index) => (
              <td key={colonne[index]}>{valore}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Permanenza = Fascicolo['permanenze'][number];

function PermanenzaCarta({ p, etichetta }: { p: Permanenza; etichetta: Etichette }) {
  const { scheda, moduli, presenze, ...campi } = p;
  return (
    <section>
      <h3>
        {t.sezioni.permanenza}: {p.struttura}
      </h3>
      <Fatti voci={fatti({ ...campi, ...scheda }, etichetta)} />
      <TavolaCarta {...tavola(t.sezioni.moduli, moduli, etichetta)} />
      <TavolaCarta
        titolo={t.sezioni.presenze}
        colonne={[t.campi['mese'] ?? '', t.campi['codici'] ?? '']}
        righe={presenzeInParole(presenze)}
      />
    </section>
  );
}

/** The fascicolo as it is printed and given: whole names, black on white, one long page. */
export function FascicoloCarta({
  fascicolo,
  etichetta,
  oggi,
}: {
  fascicolo: Fascicolo;
  etichetta: Etichette;
  oggi: string;
}) {
  const { persona, codice } = fascicolo;
  return (
    <article className={css['carta']}>
      <header>
        <h2>
          {persona.cognome} {persona.nome}
        </h2>
        <p>{t.intestazione(fascicolo.installazione, formatGiornoEsteso(fascicolo.fatto))}</p>
        <p>{t.cosa}</p>
      </header>
      <h3>{t.sezioni.persona}</h3>
      <Fatti voci={fatti({ codice, ...persona }, etichetta)} />
      {fascicolo.permanenze.map((p) => (
        <PermanenzaCarta key={`${p.struttura} ${p.dataIngresso}`} p={p} etichetta={etichetta} />
      ))}
      <p className={css['legenda']}>
        {fascicolo.codiciPresenza.map(({ codice: lettera, significato }) => `${lettera} ${significato}`).join(', ')}
      </p>
      {tavoleDi(fascicolo, etichetta, oggi).map((una) => (
        <TavolaCarta key={una.titolo} {...una} />
      ))}
    </article>
  );
}
