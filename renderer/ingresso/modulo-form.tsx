import { Button } from '@mantine/core';
import { type FormEventHandler, type ReactNode, useEffect, useRef } from 'react';
import type { ErroreApprodo } from '../../domain/errore.ts';
import { Ripreso } from '../form/ripreso.tsx';
import type { FormSospeso } from '../form/use-form-sospeso.ts';
import { Riquadro } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import css from './ingresso.module.css';

interface Props {
  /** what was left half-written comes back, and says so */
  sospeso: Pick<FormSospeso, 'ripresoAtMs' | 'scarta'>;
  onSubmit: FormEventHandler<HTMLFormElement>;
  errore: ErroreApprodo | null;
  inCorso: boolean;
  azione: string;
  /** the action takes something away */
  grave?: boolean;
  onAnnulla: () => void;
  children: ReactNode;
}

/** The frame of a short form: fields, the host's refusal in place, one verb. */
export function ModuloForm({ sospeso, onSubmit, errore, inCorso, azione, grave, onAnnulla, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // after the panel's own focus trap, which knows only what was there when it opened
    const timer = setTimeout(() => {
      const { current } = form;
      if (current?.contains(document.activeElement)) return;
      current?.querySelector<HTMLElement>('input, select, button')?.focus();
    }, 50);
    return () => clearTimeout(timer);
  }, []);
  return (
    <form className={css['form']} ref={form} onSubmit={onSubmit} noValidate>
      <Ripreso sospeso={sospeso} />
      {children}
      {errore && <Riquadro tono="male">{errore.messaggio}</Riquadro>}
      <div className={`${css['bottoni']} ${css['fondo']}`}>
        <Button type="submit" loading={inCorso} {...(grave ? { color: 'red' } : {})}>
          {azione}
        </Button>
        <Button variant="default" onClick={onAnnulla}>
          {testi.comune.annulla}
        </Button>
      </div>
    </form>
  );
}
