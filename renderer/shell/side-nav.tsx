import { Link } from '@tanstack/react-router';
import { testi } from '../testi/index.ts';
import { useLuogo } from './luogo.ts';
import { listPagine, type VocePagina } from './pagine.ts';
import type { Sessione } from './sessione.ts';
import css from './shell.module.css';
import { useVista } from './vista.ts';

function VoceNav({ voce, onVai }: { voce: VocePagina; onVai?: (() => void) | undefined }) {
  const luogo = useLuogo();
  const vista = useVista();
  const struttura = luogo.struttura ?? vista.struttura;
  const mese = luogo.mese ?? vista.mese;
  const Icona = voce.icona;
  const dentro = (
    <>
      <Icona size={16} stroke={1.6} aria-hidden />
      <span>{testi.shell.pagine[voce.id]}</span>
    </>
  );
  const comune = {
    className: css['voce'] ?? '',
    activeProps: { className: css['attiva'] ?? '', 'aria-current': 'page' as const },
    activeOptions: { exact: false, includeSearch: false },
    ...(onVai ? { onClick: onVai } : {}),
  };
  if ((voce.to === '/presenze' || voce.to === '/mese') && struttura !== null && mese !== null) {
    return (
      <Link to={`${voce.to}/$struttura/$mese`} params={{ struttura, mese }} {...comune}>
        {dentro}
      </Link>
    );
  }
  return (
    <Link to={voce.to} {...comune}>
      {dentro}
    </Link>
  );
}

/** The pages that exist for this installation and this account. */
export function SideNav({ sessione, onVai }: { sessione: Sessione; onVai?: () => void }) {
  const { ruolo, utente } = sessione;
  if (ruolo === null || utente === null) return null;
  return (
    <nav aria-label={testi.shell.navigazione} className={css['nav']}>
      <ul>
        {listPagine(ruolo, utente.ruolo).map((voce) => (
          <li key={voce.id}>
            <VoceNav voce={voce} onVai={onVai} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
