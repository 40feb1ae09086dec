import { useId } from 'react';
import { giornoDa } from '../../domain/giorno.ts';
import { useEtichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';
import type { Cartella } from './cartella.ts';
import css from './linea.module.css';
import { postoDi, type Scala, scalaDi, type Tratto, trattiDi } from './percorso.ts';

const t = testi.ospite.percorso;

/** Heights in the drawing, pixels. */
const PERMANENZE = { y: 16, alto: 20 };
const MISURE = { y: 40, alto: 14, passo: 16 };
const PIEDE = 18;

interface Barra {
  tratto: Tratto;
  scala: Scala;
  oggi: string;
  y: number;
  alto: number;
  /** where the stretch before it on the same line ends, percent */
  libero?: number;
}

/** A bar narrower than this, percent, has no room for its words. */
const STRETTA = 20;

/** A stretch as a bar, its words cut where they do not fit; those of a stay or a measure that goes on are written beside it, where there is room. */
function BarraTratto({ tratto, scala, oggi, y, alto, libero = 0 }: Barra) {
  const da = postoDi(tratto.dal, scala);
  const largo = Math.max(0.4, postoDi(tratto.al ?? oggi, scala) - da);
  const stretta = tratto.aperto && tratto.genere !== 'assenza' && largo < STRETTA;
  const prima = da + largo > 100 - STRETTA;
  // neither on the stretch before it nor off the drawing: then the list says it
  const fuori = stretta && (!prima || da - libero > STRETTA);
  return (
    <>
      {fuori && (
        <text
          className={css['fuori']}
          data-genere={tratto.genere}
          x={`${prima ? da : da + largo}%`}
          dx={prima ? -6 : 6}
          y={y + alto / 2}
          dominantBaseline="central"
          textAnchor={prima ? 'end' : 'start'}
        >
          {tratto.breve}
        </text>
      )}
      <svg
        x={`${da}%`}
        y={y}
        width={`${largo}%`}
        height={alto}
        className={css[tratto.genere]}
        data-aperto={tratto.aperto || undefined}
      >
        <title>{tratto.frase}</title>
        <rect width="100%" height="100%" rx="3" />
        {tratto.breve !== '' && !stretta && (
          <text x="6" y={alto / 2} dominantBaseline="central">
            {tratto.breve}
          </text>
        )}
      </svg>
    </>
  );
}

/** Where the last stretch before one ends, percent; 0: there is none. */
function finePrimaDi({ id, dal }: Tratto, tratti: readonly Tratto[], scala: Scala): number {
  const fini = tratti.flatMap((altro) => (altro.id !== id && altro.dal < dal && altro.al !== null ? [altro.al] : []));
  return Math.max(0, ...fini.map((al) => postoDi(al, scala)));
}

/** A day on the axis. */
function Tappa({ tratto, scala, y }: { tratto: Tratto; scala: Scala; y: number }) {
  return (
    <circle className={css['tappa']} cx={`${postoDi(tratto.dal, scala)}%`} cy={y} r="4">
      <title>{tratto.frase}</title>
    </circle>
  );
}

/** Measures one under the other where they overlap. */
function righeMisure(misure: readonly Tratto[]): { tratto: Tratto; riga: number }[] {
  const fini: string[] = [];
  return misure.map((tratto) => {
    const libera = fini.findIndex((fine) => fine < tratto.dal);
    const riga = libera < 0 ? fini.length : libera;
    fini[riga] = tratto.al ?? '9999-12-31';
    return { tratto, riga };
  });
}

function Disegno({
  tratti,
  scala,
  oggi,
  nome,
}: {
  tratti: readonly Tratto[];
  scala: Scala;
  oggi: string;
  nome: string;
}) {
  const di = (genere: Tratto['genere']) => tratti.filter((tratto) => tratto.genere === genere);
  const misure = righeMisure(di('misura'));
  const righe = Math.max(0, ...misure.map(({ riga }) => riga + 1));
  const base = MISURE.y + righe * MISURE.passo;
  const posto = postoDi(oggi, scala);
  return (
    <svg className={css['disegno']} width="100%" height={base + PIEDE} role="img" aria-label={nome}>
      {di('permanenza').map((tratto, _i, permanenze) => (
        <BarraTratto
          key={tratto.id}
          tratto={tratto}
          scala={scala}
          oggi={oggi}
          libero={finePrimaDi(tratto, permanenze, scala)}
          {...PERMANENZE}
        />
      ))}
      {di('assenza').map((tratto) => (
        <BarraTratto key={tratto.id} tratto={tratto} scala={scala} oggi={oggi} y={PERMANENZE.y + 14} alto={6} />
      ))}
      {misure.map(({ tratto, riga }) => (
        <BarraTratto
          key={tratto.id}
          tratto={tratto}
          scala={scala}
          oggi={oggi}
          y={MISURE.y + riga * MISURE.passo}
          alto={MISURE.alto}
        />
      ))}
      <line className={css['asse']} x1="0" x2="100%" y1={base} y2={base} />
      {di('tappa').map((tratto) => (
        <Tappa key={tratto.id} tratto={tratto} scala={scala} y={base} />
      ))}
      {scala.anni.map((anno) => (
        <text key={anno} className={css['anno']} x={`${postoDi(giornoDa(anno, 1, 1), scala)}%`} y={base + 14}>
          {anno}
        </text>
      ))}
      <line className={css['oggi']} x1={`${posto}%`} x2={`${posto}%`} y1="4" y2={base} />
      <text
        className={css['etichettaOggi']}
        x={`${posto}%`}
        dx={posto > 90 ? -4 : 4}
        y="11"
        textAnchor={posto > 90 ? 'end' : 'start'}
      >
        {testi.ospite.oggi}
      </text>
    </svg>
  );
}

/** The whole path as a drawing; the same as a list, for who does not see it or wants the days. */
export function LineaDelTempo({ cartella, oggi }: { cartella: Cartella; oggi: string }) {
  const etichetta = useEtichette();
  const id = useId();
  const tratti = trattiDi(cartella, oggi, etichetta);
  if (tratti.length === 0) return null;
  const scala = scalaDi(tratti, oggi);
  return (
    <section className={css['linea']} aria-labelledby={id}>
      <h2 id={id} className={css['nascosto']}>
        {t.titolo}
      </h2>
      <Disegno tratti={tratti} scala={scala} oggi={oggi} nome={t.disegno(tratti.length)} />
      <details className={css['elenco']}>
        <summary>{t.elenco}</summary>
        <ol>
          {tratti.map((tratto) => (
            <li key={tratto.id}>{tratto.frase}</li>
          ))}
        </ol>
      </details>
    </section>
  );
}
