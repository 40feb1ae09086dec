import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { testi } from '../testi/index.ts';

const t = testi.impostazioni;

/** Closing a form by mistake (Esc, a click outside) asks before what was typed is lost. */
export function useChiusuraForm(modificato: boolean, onChiudi: () => void) {
  const [chiede, setChiede] = useState(false);
  return {
    chiede,
    // a moment later: the Esc that asks must not answer too
    chiedi: () => (modificato ? void setTimeout(() => setChiede(true)) : onChiudi()),
    continua: () => setChiede(false),
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
