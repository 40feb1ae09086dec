import { memo } from 'react';
import { formatNumero, testi } from '../testi/index.ts';
import type { ContoTotale } from './conti.ts';
import css from './griglia.module.css';
import { CELLA } from './griglia-aria.ts';
import type { ComuneRighe } from './griglia-riga.tsx';

const t = testi.presenze;

interface Props {
  comune: ComuneRighe;
  righe: number;
  posti: number | null;
  presenti: readonly number[];
  /** days with a code still missing: their total is not final */
  incompleti: ReadonlySet<number>;
  totale: ContoTotale;
  /** last day whose total is worth showing when it is zero */
  fino: number;
}

/** Presenti of each day, and the month's totals. */
export const GrigliaTotali = memo(function GrigliaTotali(p: Props) {
  return (
    <tfoot>
      <tr aria-rowindex={p.righe + 2}>
        <th scope="row" className={css['nome']}>
          <span className={css['nomeDentro']}>
            <span className={css['persona']}>{t.presenti}</span>
            <span className={css['modulo']}>{p.posti === null ? '' : t.diPosti(p.posti)}</span>
          </span>
        </th>
        {p.presenti.map((n, i) => (
          <td
            key={p.comune.etichetteGiorno[i]}
            {...CELLA}
            className={`${css['giorno']} ${p.comune.festivi[i] ? css['festivo'] : ''} ${i + 1 === p.comune.oggi ? css['oggi'] : ''}`}
            data-incompleto={p.incompleti.has(i + 1) || undefined}
            aria-label={`${p.comune.etichetteGiorno[i]}: ${n} ${t.presenti.toLowerCase()}${p.incompleti.has(i + 1) ? `, ${t.daRegistrare}` : ''}`}
          >
            {n === 0 && i + 1 > p.fino ? '' : n}
          </td>
        ))}
        <td {...CELLA} className={css['totale']} data-primo>
          {formatNumero(p.totale.presenza)}
        </td>
        <td {...CELLA} className={css['totale']} data-tenue>
          {p.totale.assenti === 0 ? '' : formatNumero(p.totale.assenti)}
        </td>
        <td {...CELLA} className={css['totale']} data-tenue>
          {formatNumero(p.totale.pagate)}
        </td>
      </tr>
    </tfoot>
  );
});
