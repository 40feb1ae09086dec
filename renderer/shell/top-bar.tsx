import { Menu } from '@mantine/core';
import { IconLock, IconMenu2, IconSearch, IconSwitchHorizontal, IconUserCircle } from '@tabler/icons-react';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Mese } from '../../domain/giorno.ts';
import { useEndpoint } from '../api/index.ts';
import { testi } from '../testi/index.ts';
import { AspettoMenu } from './aspetto.tsx';
import { useBlocca } from './blocca.ts';
import { useLuogo } from './luogo.ts';
import { MesePicker } from './mese-picker.tsx';
import type { Sessione } from './sessione.ts';
import css from './shell.module.css';
import { StrutturaPicker } from './struttura-picker.tsx';
import { useVista } from './vista.ts';

/** Struttura and month, where the page is about one. */
function LuogoPicker({ sessione }: { sessione: Sessione }) {
  const { struttura, mese } = useLuogo();
  const strutture = useEndpoint('strutture.list', {}).data;
  const setLuogo = useVista((v) => v.setLuogo);
  const pagina = useRouterState({ select: (s) => s.location.pathname.split('/')[1] });
  const navigate = useNavigate();
  useEffect(() => {
    if (struttura !== undefined) setLuogo(struttura, mese);
  }, [struttura, mese, setLuogo]);
  if (struttura === undefined) return null;
  if (mese === undefined) {
    const qui = `/${pagina ?? ''}/$struttura`;
    return (
      <StrutturaPicker
        strutture={strutture ?? []}
        attuale={struttura}
        onScegli={(altra) => void navigate({ to: qui, params: { struttura: altra } })}
      />
    );
  }
  const vai = (altra: string, altro: Mese) => {
    const params = { struttura: altra, mese: altro };
    if (pagina === 'mese') void navigate({ to: '/mese/$struttura/$mese', params });
    else if (pagina === 'foglio') void navigate({ to: '/foglio/$struttura/$mese', params });
    else void navigate({ to: '/presenze/$struttura/$mese', params });
  };
  return (
    <>
      <StrutturaPicker strutture={strutture ?? []} attuale={struttura} onScegli={(codice) => vai(codice, mese)} />
      <MesePicker
        struttura={struttura}
        attuale={mese}
        oggi={sessione.oggi}
        onScegli={(altro) => vai(struttura, altro)}
      />
    </>
  );
}

function UtenteMenu({ sessione }: { sessione: Sessione }) {
  const blocca = useBlocca();
  const { utente } = sessione;
  if (!utente) return null;
  return (
    <Menu position="bottom-end" width={280} withinPortal={false}>
      <Menu.Target>
        <button
          type="button"
          className={css['utente']}
          aria-label={`${utente.nome}, ${testi.shell.ruoli[utente.ruolo]}`}
        >
          <IconUserCircle size={18} stroke={1.5} aria-hidden />
          <span className={css['soloLargo']}>
            <b>{utente.nome}</b>, {testi.shell.ruoli[utente.ruolo]}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <AspettoMenu />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLock size={16} aria-hidden />} onClick={() => blocca()}>
          {testi.shell.bloccaAzione}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconSwitchHorizontal size={16} aria-hidden />}
          rightSection={<kbd>Ctrl Maiusc L</kbd>}
          onClick={() => blocca({ cambia: true })}
        >
          {testi.shell.cambiaPersona}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Brand, struttura, month, search, schermo discreto, who is logged in, lock. */
export function TopBar({ sessione, onMenu }: { sessione: Sessione; onMenu: () => void }) {
  const { discreto, toggleDiscreto, setPalette } = useVista();
  const blocca = useBlocca();
  return (
    <header className={css['barra']}>
      <button type="button" className={css['apriMenu']} onClick={onMenu}>
        <IconMenu2 size={18} aria-hidden /> {testi.shell.menu}
      </button>
      <span className={css['marca']}>
        {testi.comune.approdo}
        {sessione.ruolo === 'centrale' && <span className={css['tenue']}> {testi.shell.accoglienza}</span>}
      </span>
      <LuogoPicker sessione={sessione} />
      <button type="button" className={css['cerca']} onClick={() => setPalette(true)}>
        <IconSearch size={15} aria-hidden />
        <span className={css['soloLargo']}>{testi.shell.cerca}</span>
        <span className={css['soloStretto']}>{testi.shell.cercaBreve}</span>
        <kbd className={css['soloLargo']}>Ctrl K</kbd>
      </button>
      <span className={css['spazio']} />
      <button
        type="button"
        className={css['discreto']}
        aria-pressed={discreto}
        title={testi.shell.discretoAzione}
        onClick={toggleDiscreto}
      >
        <kbd>F9</kbd> {testi.shell.discreto}
      </button>
      <UtenteMenu sessione={sessione} />
      <button
        type="button"
        className={`${css['discreto']} ${css['soloLargo']}`}
        title={testi.shell.bloccaAzione}
        onClick={() => blocca()}
      >
        <IconLock size={15} aria-hidden /> {testi.shell.blocca}
      </button>
    </header>
  );
}
