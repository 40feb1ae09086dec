import { Button } from '@mantine/core';
import { type MouseEvent, useEffect, useRef } from 'react';
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

/** The same field changed by two people: both sentences, one to keep. They come in sight, with the keyboard, wherever the page was scrolled to. */
export function Contese({ contese, etichetta, mostra, onScegli }: Props) {
  const oggi = useSessione()?.oggi ?? '';
  const sezione = useRef<HTMLElement>(null);
  const quante = contese.length;
  useEffect(() => {
    if (quante === 0) return;
    sezione.current?.scrollIntoView({ block: 'center' });
    sezione.current?.focus({ preventScroll: true });
  }, [quante]);
  if (quante === 0) return null;
  const scegli = (contesa: Contesa, quale: 'mio' | 'loro') => (e: MouseEvent<HTMLButtonElement>) => {
    // after the last choice what is left is to save again
    if (quante === 1) e.currentTarget.form?.querySelector<HTMLElement>('[type="submit"]')?.focus();
    onScegli(contesa, quale);
  };
  return (
    <section ref={sezione} tabIndex={-1} className={css['contese']} aria-label={t.contesaTitolo}>
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
            <Button variant="default" onClick={scegli(contesa, 'loro')}>
              {t.tieniLoro}
            </Button>
            <Button variant="default" onClick={scegli(contesa, 'mio')}>
              {t.tieniMio}
            </Button>
          </div>
        </div>
      ))}
    </section>
  );
}
