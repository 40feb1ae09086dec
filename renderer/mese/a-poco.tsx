import { type ReactNode, useState } from 'react';
import { testi } from '../testi/index.ts';
import css from './mese.module.css';

/** Rows shown at a time: a check may have hundreds. */
const RIGHE_PER_VOLTA = 50;

interface Props<R> {
  id: string;
  righe: readonly R[];
  chiave: (riga: R) => string;
  mostra: (riga: R) => ReactNode;
}

/** A list shown a page at a time, whose end is asked for. */
export function APoco<R>({ id, righe, chiave, mostra }: Props<R>) {
  const [quante, setQuante] = useState(RIGHE_PER_VOLTA);
  const altre = Math.min(RIGHE_PER_VOLTA, righe.length - quante);
  return (
    <div id={id} className={css['righe']}>
      <ul>
        {righe.slice(0, quante).map((riga) => (
          <li key={chiave(riga)}>{mostra(riga)}</li>
        ))}
      </ul>
      {altre > 0 && (
        <button type="button" className={css['comeLink']} onClick={() => setQuante(quante + RIGHE_PER_VOLTA)}>
          {testi.mese.altreRighe(altre)}
        </button>
      )}
    </div>
  );
}
