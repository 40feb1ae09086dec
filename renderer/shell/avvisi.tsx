import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { ErroreApprodo } from '../../domain/errore.ts';
import { nascondiNomi, useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { testi } from '../testi/index.ts';
import css from './avvisi.module.css';
import { useVista } from './vista.ts';

export type Tono = 'bene' | 'info' | 'attenzione' | 'male';

const ICONE = { bene: IconCircleCheck, info: IconInfoCircle, attenzione: IconAlertTriangle, male: IconCircleX };

/** The sentence of an error: its own when it is ours, the general one otherwise. */
export function messaggioDi(errore: unknown): string {
  return errore instanceof ErroreApprodo ? errore.messaggio : testi.comune.erroreImprevisto;
}

/** A short word that something happened, under the navigation, where no form has its buttons; goes away by itself unless it is an error. @returns its id */
export function avvisa(testo: string, tono: Tono = 'bene'): string {
  const detto = useVista.getState().discreto ? nascondiNomi(testo) : testo;
  const Icona = ICONE[tono];
  return notifications.show({
    message: detto,
    icon: <Icona size={18} aria-hidden />,
    autoClose: tono === 'male' || tono === 'attenzione' ? 12_000 : 5_000,
    withBorder: true,
    classNames: { root: css['avviso'] ?? '', icon: css[tono] ?? '', body: css['corpo'] ?? '' },
    closeButtonProps: { 'aria-label': testi.comune.chiudi },
  });
}

export function avvisaErrore(errore: unknown): void {
  avvisa(messaggioDi(errore), 'male');
}

/** A sentence in the page, with what to do. Errors are announced at once. */
export function Riquadro({ tono, children, azione }: { tono: Tono; children: ReactNode; azione?: ReactNode }) {
  const Icona = ICONE[tono];
  return (
    <div className={css['riquadro']} data-tono={tono} role={tono === 'male' ? 'alert' : 'status'}>
      <Icona size={18} className={css[tono]} aria-hidden />
      <div className={css['testo']}>{children}</div>
      {azione}
    </div>
  );
}

/** What could not be read or saved: the sentence and, where it makes sense, one more try. It comes in sight wherever the page was scrolled to. */
export function ErroreInPagina({ errore, onRiprova }: { errore: unknown; onRiprova?: () => void }) {
  const scrivi = useTestoDiscreto();
  const testo = useRef<HTMLSpanElement>(null);
  // in braces: in newer browsers scrolling gives back a promise, which React would take for a clean-up
  useEffect(() => {
    testo.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <Riquadro
      tono="male"
      azione={
        onRiprova && (
          <Button variant="default" onClick={onRiprova}>
            {testi.comune.riprova}
          </Button>
        )
      }
    >
      <span ref={testo} className={css['inVista']}>
        {scrivi(messaggioDi(errore))}
      </span>
    </Riquadro>
  );
}

/** An empty page: what is not there, what to do first. */
export function Vuoto({ titolo, children, azioni }: { titolo: string; children?: ReactNode; azioni?: ReactNode }) {
  return (
    <section className={css['vuoto']}>
      <h2>{titolo}</h2>
      {children && <div>{children}</div>}
      {azioni && <div className={css['azioni']}>{azioni}</div>}
    </section>
  );
}
