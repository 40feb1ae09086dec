import { Drawer } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useStampaPagine } from '../pannello/stampa.ts';
import { testi } from '../testi/index.ts';
import { CommandPalette } from './command-palette.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { useLuogo } from './luogo.ts';
import { canCall } from './pagine.ts';
import type { Sessione } from './sessione.ts';
import css from './shell.module.css';
import { SideNav } from './side-nav.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import { useVista } from './vista.ts';

/** True where typed characters are text, so that `?` must not be taken for a command. */
function isCampo(el: EventTarget | null): boolean {
  return el instanceof HTMLElement && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName));
}

function useTastiComuni(): void {
  const { toggleDiscreto, setPalette, setTasti } = useVista();
  useEffect(() => {
    const onKeyDown = (e: KeyboardEvent) => {
      if (e.key === 'F9') toggleDiscreto();
      else if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') setPalette(true);
      else if (e.key === '?' && !isCampo(e.target)) setTasti(true);
      else return;
      e.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [toggleDiscreto, setPalette, setTasti]);
}

/** A new page starts from its top: focus goes to it unless the page took it by itself. */
function useFuocoPagina() {
  const main = useRef<HTMLElement>(null);
  const pagina = useRouterState({ select: (s) => s.location.pathname.split('/')[1] });
  const prima = useRef(pagina);
  useEffect(() => {
    if (prima.current === pagina) return;
    prima.current = pagina;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pagina]);
  return main;
}

/** Top bar, navigation, page, bottom line. */
export function AppShell({ sessione, children }: { sessione: Sessione; children: ReactNode }) {
  const [menuAperto, setMenuAperto] = useState(false);
  const main = useFuocoPagina();
  useTastiComuni();
  const { utente } = sessione;
  useStampaPagine(utente !== null && canCall(utente.ruolo, 'stampe.register'), useLuogo());
  return (
    <div className={css['shell']}>
      <button type="button" className={css['salta']} onClick={() => main.current?.focus()}>
        {testi.shell.vaiAlContenuto}
      </button>
      <TopBar sessione={sessione} onMenu={() => setMenuAperto(true)} />
      <div className={css['lato']}>
        <SideNav sessione={sessione} />
      </div>
      <main id="contenuto" className={css['main']} ref={main} tabIndex={-1}>
        {children}
      </main>
      <StatusLine sessione={sessione} />
      <Drawer
        opened={menuAperto}
        onClose={() => setMenuAperto(false)}
        position="left"
        size={260}
        title={<b>{testi.shell.navigazione}</b>}
        closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
      >
        <SideNav sessione={sessione} onVai={() => setMenuAperto(false)} />
      </Drawer>
      <CommandPalette sessione={sessione} />
      <KeysDialog />
    </div>
  );
}
