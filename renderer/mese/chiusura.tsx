import { Button, Group, Modal } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { Mese } from '../../domain/giorno.ts';
import { useCommand } from '../api/index.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import type { Chiudibile } from './mese-stato.ts';

interface Props {
  struttura: string;
  mese: Mese;
  chiudibile: Chiudibile;
  /** the store has acknowledged the closing */
  onChiuso: () => void;
}

/**
 * The closing of a month: at once when nothing is missing, with a confirmation that says what it means when only days
 * without a code are. Until the store answers nothing is said to be closed.
 */
export function useChiusura({ struttura, mese, chiudibile, onChiuso }: Props) {
  const [conferma, setConferma] = useState(false);
  const comando = useCommand('mesi.close');
  const chiudi = (conMancanti: boolean) =>
    comando.mutate(
      { struttura, mese, conMancanti },
      {
        onSuccess: () => {
          setConferma(false);
          markSaved();
          onChiuso();
        },
        onError: () => setConferma(false),
      },
    );
  const avvia = () => {
    if (chiudibile.tipo === 'conferma') setConferma(true);
    else chiudi(false);
  };
  return { avvia, chiudi, conferma, setConferma, inCorso: comando.isPending, errore: comando.error };
}

export type Chiusura = ReturnType<typeof useChiusura>;

/** `Chiudi marzo`, or why it cannot be closed is said beside it by `ErroreChiusura`. */
export function BottoneChiudi({
  mese,
  chiudibile,
  chiusura,
}: {
  mese: Mese;
  chiudibile: Chiudibile;
  chiusura: Chiusura;
}) {
  const t = testi.mese;
  const fermo = chiudibile.tipo === 'impedito' || chiudibile.tipo === 'futuro';
  return (
    <Button
      leftSection={<IconLock size={16} aria-hidden />}
      onClick={chiusura.avvia}
      disabled={fermo}
      aria-describedby={fermo ? 'perche-non-si-chiude' : undefined}
      loading={chiusura.inCorso && !chiusura.conferma}
    >
      {t.chiudi(mese)}
    </Button>
  );
}

/** What a refusal said, kept in the page until the next try. */
export function ErroreChiusura({ chiusura }: { chiusura: Chiusura }) {
  return chiusura.errore && !chiusura.inCorso ? <ErroreInPagina errore={chiusura.errore} /> : null;
}

/** What closing with days without a code means, before it is done. */
export function ConfermaChiusura({
  struttura,
  mese,
  chiudibile,
  chiusura,
}: Omit<Props, 'onChiuso'> & { chiusura: Chiusura }) {
  const t = testi.mese;
  if (chiudibile.tipo !== 'conferma') return null;
  const { mancanti } = chiudibile;
  return (
    <Modal
      opened={chiusura.conferma}
      onClose={() => chiusura.setConferma(false)}
      title={<b>{t.confermaTitolo(mese, mancanti)}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      <p style={{ marginTop: 0 }}>{t.confermaCosa(mancanti)}</p>
      <Group justify="flex-end" gap={8}>
        <LinkBottone to="/presenze/$struttura/$mese" params={{ struttura, mese }} data-autofocus>
          {t.tornaARegistrare}
        </LinkBottone>
        <Button onClick={() => chiusura.chiudi(true)} loading={chiusura.inCorso}>
          {t.chiudiConMancanti(mancanti)}
        </Button>
      </Group>
    </Modal>
  );
}
