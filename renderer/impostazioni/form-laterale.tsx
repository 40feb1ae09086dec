import { Button, Drawer, Group, Modal } from '@mantine/core';
import { type FormEventHandler, type ReactNode, useState } from 'react';
import type { ErroreApprodo } from '../../domain/errore.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import css from './impostazioni.module.css';

const t = testi.impostazioni;

interface Props {
  titolo: string;
  /** something was typed: closing by mistake (Esc, a click outside) asks before it is lost */
  modificato: boolean;
  /** why the last try was refused */
  errore: ErroreApprodo | null;
  inCorso: boolean;
  onInvia: FormEventHandler<HTMLFormElement>;
  onChiudi: () => void;
  children: ReactNode;
}

/** A form beside the page: its fields, Annulla and Salva. */
export function FormLaterale({ titolo, modificato, errore, inCorso, onInvia, onChiudi, children }: Props) {
  const chiusura = useChiusura(modificato, onChiudi);
  return (
    <Drawer
      opened
      onClose={chiusura.chiedi}
      closeOnEscape={!chiusura.chiede}
      title={<b>{titolo}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      <form onSubmit={onInvia} noValidate className={css['form']}>
        {errore && <ErroreInPagina errore={errore} />}
        {children}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={chiusura.chiedi}>
            {testi.comune.annulla}
          </Button>
          <Button type="submit" loading={inCorso}>
            {testi.comune.salva}
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
