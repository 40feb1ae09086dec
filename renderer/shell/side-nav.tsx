import { Link } from '@tanstack/react-router';
import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { useEndpoint } from '../api/index.ts';
import { testi } from '../testi/index.ts';
import { useLuogo, useStrutturaDiNav } from './luogo.ts';
import { canCall, listPagine, type VocePagina } from './pagine.ts';
import type { Sessione } from './sessione.ts';
import css from './shell.module.css';
import { useVista } from './vista.ts';

/** How many lines of the diary are new to who is in. */
function NuoveDiario({ struttura }: { struttura: string }) {
  const nuove = useEndpoint('diario.count', { struttura }).data?.nuove ?? 0;
  if (nuove === 0) return null;
  return (
    <>
      <span className={css['quante']} aria-hidden>
        {nuove}
      </span>
      <span className="visually-hidden">{testi.diario.nuoveInMenu(nuove)}</span>
    </>
  );
}

/** How often who is late is looked for, ms. */
const OGNI = 60_000;

function useSegni(struttura: string) {
  return useEndpoint('oggi.getSegni', { struttura }, { refetchInterval: OGNI }).data;
}

/** How many should be back and are not. */
function SegnoRitardi({ struttura }: { struttura: string }) {
  const ritardi = useSegni(struttura)?.ritardi ?? 0;
  if (ritardi === 0) return null;
  return (
    <span className={css['segno']} role="status">
      <span aria-hidden>{ritardi}</span>
      <span className="visually-hidden">{testi.oggi.ritardi(ritardi)}</span>
    </span>
  );
}

/** How many days gone by have no code. */
function GiorniMancanti({ struttura }: { struttura: string }) {
  const giorni = useSegni(struttura)?.giorniMancanti ?? 0;
  if (giorni === 0) return null;
  return (
    <>
      <span className={css['conto']} aria-hidden>
        {giorni}
      </span>
      <span className="visually-hidden">{testi.oggi.giorniMancanti(giorni)}</span>
    </>
  );
}

/** How many deadlines are late. */
function SegnoScadenze({ struttura, oggi }: { struttura: string; oggi: Giorno }) {
  const tardi = useEndpoint('scadenze.list', { struttura, entro: addGiorni(oggi, -1) }).data?.righe.length ?? 0;
  if (tardi === 0) return null;
  return (
    <span className={css['segno']} role="status">
      <span aria-hidden>{tardi}</span>
      <span className="visually-hidden">{testi.scadenze.avviso(tardi)}</span>
    </span>
  );
}

interface PropsVoce {
  voce: VocePagina;
  ruolo: Ruolo;
  oggi: Giorno;
  onVai?: (() => void) | undefined;
}

function VoceNav({ voce, ruolo, oggi, onVai }: PropsVoce) {
  const luogo = useLuogo();
  const vista = useVista();
  const struttura = useStrutturaDiNav(ruolo, oggi);
  const mese = luogo.mese ?? vista.mese;
  const Icona = voce.icona;
  const dentro = (
    <>
      <Icona size={16} stroke={1.6} aria-hidden />
      <span>{testi.shell.pagine[voce.id]}</span>
      {voce.id === 'diario' && struttura !== null && <NuoveDiario struttura={struttura} />}
      {voce.id === 'presenze' && struttura !== null && canCall(ruolo, 'oggi.getSegni') && (
        <GiorniMancanti struttura={struttura} />
      )}
      {voce.id === 'oggi' && struttura !== null && <SegnoRitardi struttura={struttura} />}
      {voce.id === 'scadenze' && struttura !== null && <SegnoScadenze struttura={struttura} oggi={oggi} />}
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
  if (voce.to === '/diario' && struttura !== null) {
    return (
      <Link to="/diario/$struttura" params={{ struttura }} {...comune}>
        {dentro}
      </Link>
    );
  }
  if (voce.to === '/oggi' && struttura !== null) {
    return (
      <Link to="/oggi/$struttura" params={{ struttura }} {...comune}>
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
            <VoceNav voce={voce} ruolo={utente.ruolo} oggi={sessione.oggi} onVai={onVai} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
