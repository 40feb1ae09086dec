import { Drawer } from '@mantine/core';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { useCtrlInvio } from '../form/ctrl-invio.ts';
import { useTastoAnnulla } from '../form/salvato.tsx';
import { usePiedeStampa } from '../pannello/foglio-stampa.ts';
import { useStampaPagine } from '../pannello/stampa.ts';
import { testi } from '../testi/index.ts';
import { useBlocca } from './blocca.ts';
import { CommandPalette } from './command-palette.tsx';
import { useGiornoNuovo } from './giorno-nuovo.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { useLuogo } from './luogo.ts';
import { canCall } from './pagine.ts';
import { useSessione } from './sessione.ts';
import css from './shell.module.css';
import { SideNav } from './side-nav.tsx';
import { StatusLine } from './status-line.tsx';
import { isCampo } from './tasto-libero.ts';
import { TopBar } from './top-bar.tsx';
import { useVista } from './vista.ts';

function useTastiComuni(notte: boolean): void {
  const navigate = useNavigate();
  const { toggleDiscreto, setPalette, setTasti } = useVista();
  const blocca = useBlocca();
  useEffect(() => {
    const onKeyDown = (e: KeyboardEvent) => {
      // the page had a use of its own for this key
      if (e.defaultPrevented) return;
      if (e.key === 'F9') toggleDiscreto();
      else if (e.key === 'F8' && notte) void navigate({ to: '/notte' });
      else if ((e.ctrlKey || e.metaKey) && e.shiftKey && e.key.toLowerCase() === 'l') blocca({ cambia: true });
      else if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'k') setPalette(true);
      else if (e.key === '?' && !isCampo(e.target)) setTasti(true);
      else return;
      e.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [toggleDiscreto, setPalette, setTasti, blocca, navigate, notte]);
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
export function AppShell({ children }: { children: ReactNode }) {
  const sessione = useSessione();
  const [menuAperto, setMenuAperto] = useState(false);
  const main = useFuocoPagina();
  const utente = sessione?.utente ?? null;
  useTastiComuni(sessione?.ruolo === 'comunita' && utente !== null && canCall(utente.ruolo, 'notte.get'));
  useTastoAnnulla();
  useCtrlInvio();
  useGiornoNuovo();
  useStampaPagine(utente !== null && canCall(utente.ruolo, 'stampe.register'), useLuogo());
  usePiedeStampa(sessione ? testi.shell.stampato(sessione.nome ?? 'Approdo', formatGiornoBreve(sessione.oggi)) : '');
  if (!sessione) return null;
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
