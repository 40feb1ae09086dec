import { Button, Group, Modal, Textarea } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Mese } from '../../domain/giorno.ts';
import { useCommand } from '../api/index.ts';
import { avvisa, ErroreInPagina } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';

const LUNGHEZZA_MINIMA = 3;

/** `Riapri marzo…`: asks the reason, which stays in the history of the month. */
export function Riapertura({ struttura, mese }: { struttura: string; mese: Mese }) {
  const [aperta, setAperta] = useState(false);
  const [motivo, setMotivo] = useState('');
  const [manca, setManca] = useState(false);
  const comando = useCommand('mesi.reopen');
  const t = testi.mese;
  const riapri = (e: FormEvent) => {
    e.preventDefault();
    const scritto = motivo.trim();
    setManca(scritto.length < LUNGHEZZA_MINIMA);
    if (scritto.length < LUNGHEZZA_MINIMA) return;
    comando.mutate(
      { struttura, mese, motivo: scritto },
      {
        onSuccess: () => {
          setAperta(false);
          setMotivo('');
          markSaved();
          avvisa(t.riaperto(mese));
        },
      },
    );
  };
  return (
    <>
      <Button variant="default" leftSection={<IconLockOpen size={16} aria-hidden />} onClick={() => setAperta(true)}>
        {t.riapri(mese)}
      </Button>
      <Modal
        opened={aperta}
        onClose={() => setAperta(false)}
        title={<b>{t.riapriTitolo(mese)}</b>}
        closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
      >
        <form onSubmit={riapri} noValidate>
          <p style={{ marginTop: 0 }}>{t.riapriCosa}</p>
          {comando.error && <ErroreInPagina errore={comando.error} />}
          <Textarea
            label={t.riapriMotivo}
            description={t.riapriMotivoCosa}
            value={motivo}
            onChange={(e) => setMotivo(e.currentTarget.value)}
            error={manca ? t.riapriMotivoManca : undefined}
            maxLength={500}
            autosize
            minRows={2}
            required
            withAsterisk={false}
            data-autofocus
          />
          <Group justify="flex-end" gap={8} mt={12}>
            <Button variant="default" onClick={() => setAperta(false)}>
              {testi.comune.annulla}
            </Button>
            <Button type="submit" loading={comando.isPending}>
              {t.riapriOra(mese)}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}
