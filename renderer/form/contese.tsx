import { Button } from '@mantine/core';
import { Riquadro } from '../shell/avvisi.tsx';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { formatIstante } from '../testi/istante.ts';
import type { Contesa } from './correzione.ts';
import css from './form.module.css';

const t = testi.form;

interface Props {
  contese: readonly Contesa[];
  /** the field's label */
  etichetta: (campo: string) => string;
  /** a value as people read it */
  mostra: (campo: string, valore: unknown) => string;
  onScegli: (contesa: Contesa, quale: 'mio' | 'loro') => void;
}

/** The same field changed by two people: both sentences, one to keep. */
export function Contese({ contese, etichetta, mostra, onScegli }: Props) {
  const oggi = useSessione()?.oggi ?? '';
  if (contese.length === 0) return null;
  return (
    <section aria-label={t.contesaTitolo}>
      <Riquadro tono="attenzione">{t.contesaCosa}</Riquadro>
      {contese.map((contesa) => (
        <div key={contesa.campo} className={css['contesa']}>
          <p>{t.contesa(etichetta(contesa.campo), contesa.chi, formatIstante(contesa.atMs, oggi))}</p>
          <dl>
            <dt>{t.loro}</dt>
            <dd>{mostra(contesa.campo, contesa.loro) || t.vuoto}</dd>
            <dt>{t.mio}</dt>
            <dd>{mostra(contesa.campo, contesa.mio) || t.vuoto}</dd>
          </dl>
          <div className={css['bottoni']}>
            <Button variant="default" onClick={() => onScegli(contesa, 'loro')}>
              {t.tieniLoro}
            </Button>
            <Button variant="default" onClick={() => onScegli(contesa, 'mio')}>
              {t.tieniMio}
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}
