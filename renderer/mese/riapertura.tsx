import { Button, Group, Modal, Textarea } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import type { Mese } from '../../domain/giorno.ts';
import { useCommand } from '../api/index.ts';
import { Ripreso } from '../form/ripreso.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { avvisa, ErroreInPagina } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';

const t = testi.mese;
const LUNGHEZZA_MINIMA = 3;

interface Props {
  struttura: string;
  mese: Mese;
}

/** `Riapri marzo…`: asks the reason, which stays in the history of the month. */
export function Riapertura({ struttura, mese }: Props) {
  const [aperta, setAperta] = useState(false);
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
        <Motivo struttura={struttura} mese={mese} onChiudi={() => setAperta(false)} />
      </Modal>
    </>
  );
}

function Motivo({ struttura, mese, onChiudi }: Props & { onChiudi: () => void }) {
  const sospeso = useFormSospeso(`mese-riapri:${struttura}:${mese}`, { defaultValues: { motivo: '' } });
  const { register, handleSubmit, formState } = sospeso.form;
  const comando = useCommand('mesi.reopen');
  const riapri = handleSubmit(({ motivo }) =>
    comando.mutate(
      { struttura, mese, motivo: motivo.trim() },
      {
        onSuccess: () => {
          sospeso.fatto();
          onChiudi();
          markSaved();
          avvisa(t.riaperto(mese));
        },
      },
    ),
  );
  return (
    <form onSubmit={(e) => void riapri(e)} noValidate>
      <Ripreso sospeso={sospeso} />
      <p style={{ marginTop: 0 }}>{t.riapriCosa}</p>
      {comando.error && <ErroreInPagina errore={comando.error} />}
      <Textarea
        label={t.riapriMotivo}
        description={t.riapriMotivoCosa}
        {...register('motivo', {
          validate: (testo) => testo.trim().length >= LUNGHEZZA_MINIMA || t.riapriMotivoManca,
        })}
        error={formState.errors.motivo?.message}
        maxLength={500}
        autosize
        minRows={2}
        required
        withAsterisk={false}
        data-autofocus
      />
      <Group justify="flex-end" gap={8} mt={12}>
        <Button variant="default" onClick={onChiudi}>
          {testi.comune.annulla}
        </Button>
        <Button type="submit" loading={comando.isPending}>
          {t.riapriOra(mese)}
        </Button>
      </Group>
    </form>
  );
}
