import { Button, Group, Modal } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../api/index.ts';
import { avvisa, ErroreInPagina } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';

const t = testi.impostazioni;

/** `Rinnova le chiavi…`: says what changes for the other side before it is done. */
export function RinnovaChiavi({ centrale }: { centrale: boolean }) {
  const [aperto, setAperto] = useState(false);
  const rinnova = useCommand('chiavi.renew');
  const chiudi = () => setAperto(false);
  const conferma = () =>
    rinnova.mutate(
      {},
      {
        onSuccess: () => {
          chiudi();
          markSaved();
          avvisa(t.rinnovata);
        },
      },
    );
  return (
    <>
      <Button variant="subtle" leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => setAperto(true)}>
        {t.rinnova}
      </Button>
      <Modal
        opened={aperto}
        onClose={chiudi}
        title={<b>{t.rinnovaTitolo}</b>}
        closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
      >
        <p style={{ marginTop: 0 }}>{t.rinnovaCosa}</p>
        <p>{centrale ? t.rinnovaCentrale : t.rinnovaComunita}</p>
        {rinnova.error && <ErroreInPagina errore={rinnova.error} />}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={chiudi} data-autofocus>
            {testi.comune.annulla}
          </Button>
          <Button loading={rinnova.isPending} onClick={conferma}>
            {t.rinnovaOra}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
