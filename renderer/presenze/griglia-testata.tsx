import { memo } from 'react';
import { giornoDellaSettimana, giornoDelMese, type Mese } from '../../domain/giorno.ts';
import { nomeGiornoSettimana } from '../../domain/giorno-testo.ts';
import { formatPercento, testi } from '../testi/index.ts';
import type { Saturazione } from './conti.ts';
import css from './griglia.module.css';
import type { ComuneRighe } from './griglia-riga.tsx';

const t = testi.presenze;

/** The percentages the drawing has room for; a month beyond them makes its own. */
const MASSIMO = 110;
const MINIMO = 50;
const TRATTI = ['none', '5 3', '2 2', '8 3 2 3'];
const COLORI = ['var(--accent)', 'var(--warn)', 'var(--info)', 'var(--code-R)'];

/** One flat step a day: a month of one day is seen too. */
function punti(perGiorno: readonly (number | null)[], massimo: number): string {
  return perGiorno.flatMap((p, i) => (p === null ? [] : [`${i},${massimo - p} ${i + 1},${massimo - p}`])).join(' ');
}

/** The saturation of each modulo as a thin line over the days; the figures in words are below the grid. */
const Linea = memo(function Linea({ saturazioni, giorni }: { saturazioni: readonly Saturazione[]; giorni: number }) {
  const conLinea = saturazioni.filter((s) => s.percento !== null);
  const valori = saturazioni.flatMap((s) => s.perGiorno.filter((p) => p !== null));
  const minimo = Math.min(MINIMO, ...valori);
  const massimo = Math.max(MASSIMO, ...valori);
  return (
    <tr className={css['linea']} aria-hidden>
      <td className={css['nomeLinea']}>
        <span>
          {conLinea.map((s, i) => (
            <span key={s.modulo} className={css['voceLinea']}>
              <svg width="16" height="6" aria-hidden>
                <line
                  x1="0"
                  y1="3"
                  x2="16"
                  y2="3"
                  stroke={COLORI[i % 4]}
                  strokeWidth="2"
                  strokeDasharray={TRATTI[i % 4]}
                />
              </svg>
              {t.saturazioneDi(s.modulo, formatPercento(s.percento))}
            </span>
          ))}
        </span>
      </td>
      <td colSpan={giorni} className={css['disegno']}>
        <svg viewBox={`0 0 ${giorni} ${massimo - minimo}`} preserveAspectRatio="none" aria-hidden>
          <line x1="0" x2={giorni} y1={massimo - 100} y2={massimo - 100} className={css['cento']} />
          {conLinea.map((s, i) => (
            <polyline
              key={s.modulo}
              points={punti(s.perGiorno, massimo)}
              stroke={COLORI[i % 4]}
              strokeDasharray={TRATTI[i % 4]}
              className={css['polilinea']}
            />
          ))}
        </svg>
      </td>
      <td colSpan={3} />
    </tr>
  );
});

interface Props {
  mese: Mese;
  comune: ComuneRighe;
  ospiti: number;
  /** column of the cursor, to mark its day */
  colonna: number;
  saturazioni: readonly Saturazione[];
}

/** Days with their weekday; Sundays and holidays shaded, today marked, the cursor's day in evidence. */
export const GrigliaTestata = memo(function GrigliaTestata({ mese, comune, ospiti, colonna, saturazioni }: Props) {
  const { giorni, festivi, oggi, etichetteGiorno } = comune;
  return (
    <thead>
      {saturazioni.length > 0 && <Linea saturazioni={saturazioni} giorni={giorni} />}
      <tr className={css['giorni']} aria-rowindex={1}>
        <th scope="col" className={css['nome']}>
          <span className={css['nomeDentro']}>
            <span className={css['persona']}>{t.ospiti(ospiti)}</span>
            <span className={css['modulo']}>{t.modulo}</span>
          </span>
        </th>
        {Array.from({ length: giorni }, (_, i) => {
          const n = i + 1;
          const settimana = nomeGiornoSettimana(giornoDellaSettimana(giornoDelMese(mese, n)));
          return (
            <th
              key={n}
              scope="col"
              className={`${css['giorno']} ${festivi[i] ? css['festivo'] : ''} ${n === oggi ? css['oggi'] : ''}`}
              data-cursore={n === colonna || undefined}
              title={etichetteGiorno[i]}
              aria-label={n === oggi ? `${etichetteGiorno[i]}, ${t.oggi}` : etichetteGiorno[i]}
            >
              <b>{n}</b>
              <span>{settimana.charAt(0)}</span>
            </th>
          );
        })}
        {(['presenti', 'assenti', 'pagate'] as const).map((colonna, i) => (
          <th
            key={colonna}
            scope="col"
            className={css['totale']}
            data-primo={i === 0 || undefined}
            title={t.colonneEstese[colonna]}
            aria-label={t.colonneEstese[colonna]}
          >
            {t.colonne[colonna]}
          </th>
        ))}
      </tr>
    </thead>
  );
});
