import { GIORNI_DOPO_USCITA } from '../../domain/diario.ts';
import { addGiorni } from '../../domain/giorno.ts';
import { isInCorso } from '../ospite/cartella.ts';
import type { PropsSezione } from '../ospite/sezioni.tsx';
import { testi } from '../testi/index.ts';
import css from './diario.module.css';
import { RigheDiario } from './righe-diario.tsx';
import { Scrivi } from './scrivi.tsx';

/** The tab of a guest's page: what the diary says of them, wherever they were. */
export function SezioneDiario({ cartella, oggi }: PropsSezione) {
  const daPoco = addGiorni(oggi, -GIORNI_DOPO_USCITA);
  const stay =
    cartella.permanenze.find((p) => isInCorso(p, oggi)) ??
    cartella.permanenze.find((p) => p.dataDimissione !== null && p.dataDimissione >= daPoco);
  const struttura = stay?.struttura.codice ?? null;
  // what is written may be corrected whenever it is: under the line, wherever the guest was
  const diCorrezione = struttura ?? cartella.permanenze[0]?.struttura.codice ?? null;
  return (
    <div className={css['sezione']}>
      {struttura === null ? (
        <p className={css['niente']}>{testi.diario.soloLettura}</p>
      ) : (
        <Scrivi struttura={struttura} ospiteId={cartella.id} oggi={oggi} />
      )}
      <RigheDiario struttura={null} ospiteId={cartella.id} doveScrivere={diCorrezione} oggi={oggi} />
    </div>
  );
}
