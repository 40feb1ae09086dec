import { Button, Drawer, Group, Modal } from '@mantine/core';
import { type FormEventHandler, type ReactNode, useState } from 'react';
import type { ErroreApprodo } from '../../domain/errore.ts';
import { AvvertenzeDi } from '../avvertenza/avvertenze-di.tsx';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import css from './form.module.css';
import { fuocoAlPrimo, useRitornoFuoco } from './fuoco.ts';
import { Ripreso } from './ripreso.tsx';
import type { FormSospeso } from './use-form-sospeso.ts';

const t = testi.form;

interface Props {
  titolo: string;
  /** the guests it is about: their alerts are under the title */
  ospiti?: readonly string[] | undefined;
  /** something was typed and is kept nowhere: closing by mistake (Esc, a click outside) asks before it is lost */
  modificato?: boolean;
  /** what was typed is kept (useFormSospeso): closing never asks, opening again brings it back */
  sospeso?: Pick<FormSospeso, 'ripresoAtMs' | 'scarta'>;
  /** the verb of the button, when it is not Salva */
  azione?: string;
  /** why the last try was refused */
  errore: ErroreApprodo | null;
  inCorso: boolean;
  onInvia: FormEventHandler<HTMLFormElement>;
  onChiudi: () => void;
  children: ReactNode;
}

/** A form beside the page: its fields, Annulla and Salva. The keyboard goes to the first field, and back where it was. */
export function FormLaterale({
  titolo,
  ospiti,
  modificato,
  sospeso,
  azione,
  errore,
  inCorso,
  onInvia,
  onChiudi,
  children,
}: Props) {
  const chiusura = useChiusura(modificato ?? false, onChiudi);
  useRitornoFuoco();
  return (
    <Drawer
      opened
      onClose={chiusura.chiedi}
      closeOnEscape={!chiusura.chiede}
      title={
        <span className={css['titolo']}>
          <b>{titolo}</b>
          {ospiti && <AvvertenzeDi ospiti={ospiti} />}
        </span>
      }
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      <form ref={fuocoAlPrimo} onSubmit={onInvia} noValidate className={css['form']}>
        {sospeso && <Ripreso sospeso={sospeso} />}
        {errore && <ErroreInPagina errore={errore} />}
        {children}
        <Group justify="flex-end" gap={8} className={css['piede'] ?? ''}>
          <Button variant="default" onClick={chiusura.chiedi}>
            {testi.comune.annulla}
          </Button>
          <Button type="submit" loading={inCorso}>
            {azione ?? testi.comune.salva}
          </Button>
        </Group>
      </form>
      <LasciaModifiche chiusura={chiusura} />
    </Drawer>
  );
}

function useChiusura(modificato: boolean, onChiudi: () => void) {
  const [chiede, setChiede] = useState(false);
  // a moment later: one Esc must not both ask and answer, the form and the question hear the same key
  const imposta = (valore: boolean) => void setTimeout(() => setChiede(valore));
  return {
    chiede,
    chiedi: () => (modificato ? imposta(true) : onChiudi()),
    continua: () => imposta(false),
    lascia: onChiudi,
  };
}

function LasciaModifiche({ chiusura }: { chiusura: ReturnType<typeof useChiusura> }) {
  return (
    <Modal
      opened={chiusura.chiede}
      onClose={chiusura.continua}
      title={<b>{t.modificheTitolo}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
      zIndex={400}
    >
      <p style={{ marginTop: 0 }}>{t.modificheCosa}</p>
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={chiusura.lascia}>
          {t.lascia}
        </Button>
        <Button onClick={chiusura.continua} data-autofocus>
          {t.continua}
        </Button>
      </Group>
    </Modal>
  );
}
