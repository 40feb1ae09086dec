import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { testi } from '../testi/index.ts';

const t = testi.impostazioni;

/** Closing a form by mistake (Esc, a click outside) asks before what was typed is lost. */
export function useChiusuraForm(modificato: boolean, onChiudi: () => void) {
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

export function LasciaModifiche({ chiusura }: { chiusura: ReturnType<typeof useChiusuraForm> }) {
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
