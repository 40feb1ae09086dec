import { notifications } from '@mantine/notifications';
import { IconCircleCheck } from '@tabler/icons-react';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { create } from 'zustand';
import { call, onScritto } from '../api/client.ts';
import { invalidate } from '../api/query.ts';
import cssAvvisi from '../shell/avvisi.module.css';
import { avvisa, avvisaErrore, Riquadro } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { isCampo } from '../shell/tasto-libero.ts';
import { isLasciata } from '../stanza/lasciate.ts';
import { testi } from '../testi/index.ts';
import css from './form.module.css';

/** What a command that saves answers (`salvato` of the contract). */
export interface Salvato {
  readonly voce: number | null;
  readonly avvisi: readonly string[];
}

const AVVISO = 'ultimo-salvato';

interface Ultimo {
  /** the line of the log that one key undoes; null: none */
  readonly voce: number | null;
  /** what it was, in words */
  readonly frase: string;
  /** the notices of what was odd about it */
  readonly osservati: readonly string[];
}

const NESSUNO: Ultimo = { voce: null, frase: '', osservati: [] };

/** The last saving: it can be undone until something else is saved, or the window is locked. */
const useUltimo = create<Ultimo>()(() => NESSUNO);

async function annulla(client: QueryClient): Promise<void> {
  const { voce, frase, osservati } = useUltimo.getState();
  if (voce === null) return;
  useUltimo.setState(NESSUNO);
  notifications.hide(AVVISO);
  try {
    await call('modifiche.undo', { voce });
    markSaved();
    // what was odd about it is no longer so
    for (const id of osservati) notifications.hide(id);
    avvisa(testi.form.annullato(frase));
  } catch (errore) {
    avvisaErrore(errore);
  }
  await invalidate(client, 'modifiche.undo');
}

/** Says that something is saved, what is odd about it, and offers to undo it (the button, or Ctrl+Z outside a field). */
export function useSalvato(): (frase: string, salvato: Salvato) => void {
  const client = useQueryClient();
  return useCallback(
    (frase, { voce, avvisi }) => {
      // saved as its author left: the next one at the window is not told about whom
      if (isLasciata(client)) return;
      markSaved();
      const osservati = avvisi.map((avviso) => avvisa(avviso, 'attenzione'));
      if (voce === null) {
        avvisa(frase);
        return;
      }
      useUltimo.setState({ voce, frase, osservati });
      annuncia(client, frase);
    },
    [client],
  );
}

/** The notice of the last saving, with the button that undoes it. */
function annuncia(client: QueryClient, frase: string): void {
  notifications.hide(AVVISO);
  notifications.show({
    id: AVVISO,
    message: <Annullabile frase={frase} client={client} />,
    icon: <IconCircleCheck size={18} aria-hidden />,
    autoClose: 12_000,
    withBorder: true,
    classNames: { root: cssAvvisi['avviso'] ?? '', icon: cssAvvisi['bene'] ?? '', body: cssAvvisi['corpo'] ?? '' },
    closeButtonProps: { 'aria-label': testi.comune.chiudi },
  });
}

function Annullabile({ frase, client }: { frase: string; client: QueryClient }) {
  return (
    <span className={css['annuncio']}>
      {frase}
      <button type="button" onClick={() => void annulla(client)}>
        {testi.form.annullaTasto}
      </button>
    </span>
  );
}

interface PropsQui {
  frase: string;
  /** null: it cannot be undone */
  voce: number | null;
  /** undone, or followed by another saving: nothing of it is left to say */
  onSuperato: () => void;
}

/**
 * Says in a panel that something is saved: it can be undone from that moment, and the notice comes when the panel goes,
 * closed or left behind with its page.
 */
export function SalvatoQui({ frase, voce, onSuperato }: PropsQui) {
  const client = useQueryClient();
  const superato = useRef(onSuperato);
  superato.current = onSuperato;
  useEffect(() => {
    markSaved();
    if (voce === null) return;
    useUltimo.setState({ voce, frase, osservati: [] });
    const smetti = useUltimo.subscribe((ultimo) => ultimo.voce !== voce && superato.current());
    return () => {
      smetti();
      if (useUltimo.getState().voce === voce) annuncia(client, frase);
    };
  }, [client, frase, voce]);
  return <Riquadro tono="bene">{voce === null ? frase : <Annullabile frase={frase} client={client} />}</Riquadro>;
}

/** Ctrl+Z anywhere in the window undoes the last saving, its notice gone or not, unless the page has an undo of its own (the grid). */
export function useTastoAnnulla(): void {
  const client = useQueryClient();
  useEffect(() => {
    const onKeyDown = (e: KeyboardEvent) => {
      if (e.defaultPrevented || !(e.ctrlKey || e.metaKey) || e.shiftKey || e.key.toLowerCase() !== 'z') return;
      if (isCampo(e.target) || useUltimo.getState().voce === null) return;
      e.preventDefault();
      void annulla(client);
    };
    window.addEventListener('keydown', onKeyDown);
    // what is saved otherwise (the grid, a gesture with no undo) is the last saving too; so is somebody going out or in
    const smetti = onScritto(() => {
      useUltimo.setState(NESSUNO);
      notifications.hide(AVVISO);
    });
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      smetti();
      useUltimo.setState(NESSUNO);
    };
  }, [client]);
}
