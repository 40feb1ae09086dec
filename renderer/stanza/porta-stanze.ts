import { notifications } from '@mantine/notifications';
import { create } from 'zustand';
import { getCoda } from '../presenze/coda-salvataggi.ts';
import { storia } from '../router.tsx';
import { useVista } from '../shell/vista.ts';
import { segnaLasciata } from './lasciate.ts';
import { createStanza, enterStanza, idStanza, leaveStanza, type Sessione, type Stanza } from './stanza.ts';

/** How long what somebody left half-typed is kept for them: two shifts. */
const TIENI_MS = 12 * 3_600_000;

interface PortaStanze {
  readonly stanze: readonly Stanza[];
  /** the one in the document */
  readonly presente: Stanza | null;
  /** the name of who was here last: whom the door proposes */
  readonly ultimo: string | null;
  /** This person's room, as it was left, or a new one. */
  entra(sessione: Sessione): void;
  /** Nothing of the room remains in the document; what was half-typed is kept for its owner. */
  esce(): void;
}

const scadenze = new WeakMap<Stanza, ReturnType<typeof setTimeout>>();

export const usePortaStanze = create<PortaStanze>()((set, get) => ({
  stanze: [],
  presente: null,
  ultimo: null,
  entra: (sessione) => {
    const { stanze, presente } = get();
    const id = idStanza(sessione);
    if (presente?.id === id) return;
    get().esce();
    const nota = stanze.find((stanza) => stanza.id === id);
    // a second person begins from their own first page, not from where somebody else was
    if (!nota && stanze.length > 0) storia.replace('/');
    const stanza = nota ?? createStanza(sessione);
    clearTimeout(scadenze.get(stanza));
    enterStanza(stanza, sessione);
    segnaLasciata(stanza.client, false);
    getCoda(stanza.client).resume();
    set({ stanze: nota ? stanze : [...stanze, stanza], presente: stanza, ultimo: sessione.utente?.nome ?? null });
  },
  esce: () => {
    const { presente } = get();
    if (!presente) return;
    leaveStanza(presente);
    segnaLasciata(presente.client, true);
    getCoda(presente.client).pause();
    notifications.clean();
    useVista.setState({ paletteAperta: false, tastiAperti: false });
    const butta = () => set((s) => ({ stanze: s.stanze.filter((stanza) => stanza !== presente) }));
    scadenze.set(presente, setTimeout(butta, TIENI_MS));
    set({ presente: null });
  },
}));
