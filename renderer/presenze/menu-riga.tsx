import { Menu } from '@mantine/core';
import {
  IconArrowsExchange,
  IconDoorExit,
  IconEdit,
  IconRotate,
  IconTrash,
  IconUser,
  IconWalk,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { FormIngresso } from '../ingresso/pannello-ingresso.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import type { RigaMese } from './conti.ts';

const t = testi.ingresso.menu;

const APERTO_DA = ['mousedown', 'touchstart'];

interface Props {
  meta: RigaMese | undefined;
  dove: DOMRect;
  abilitato: boolean;
  onScegli: (form: FormIngresso) => void;
  /** the guest goes out, or comes back */
  onUscita: (riga: RigaMese) => void;
  onChiudi: () => void;
}

/** What can be done for a guest: opened by the menu key, F2, Enter on the name, the right button, the three dots. */
export function MenuRiga({ meta, dove, abilitato, onScegli, onUscita, onChiudi }: Props) {
  const formatNome = useFormatNome();
  const navigate = useNavigate();
  if (!meta) return null;
  const nome = formatNome(meta.cognome, meta.nome);
  const dimesso = meta.dataDimissione !== null;
  const voce = (tipo: Exclude<FormIngresso['tipo'], 'nuovo'>, testo: string, icona: React.ReactNode, mostra = true) =>
    mostra && (
      <Menu.Item disabled={!abilitato} leftSection={icona} onClick={() => onScegli({ tipo, riga: meta })}>
        {testo}
      </Menu.Item>
    );
  return (
    <Menu
      opened
      onClose={onChiudi}
      position="bottom-start"
      returnFocus={false}
      trapFocus
      width={240}
      withinPortal={false}
      // the key that opens it must not close it on its way up
      clickOutsideEvents={APERTO_DA}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className="visually-hidden"
          style={{ position: 'fixed', left: dove.left + 24, top: dove.top, height: dove.height }}
        >
          {testi.presenze.menuRiga(nome)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{nome}</Menu.Label>
        <Menu.Item
          leftSection={<IconUser size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/ospiti/$ospite', params: { ospite: meta.ospiteId } })}
        >
          {testi.ospite.apri}
        </Menu.Item>
        <Menu.Divider />
        {!dimesso && (
          <Menu.Item
            disabled={!abilitato}
            leftSection={<IconWalk size={16} aria-hidden />}
            onClick={() => onUscita(meta)}
          >
            {t.uscita}
          </Menu.Item>
        )}
        {voce('dimissione', dimesso ? t.correggiDimissione : t.dimissione, <IconDoorExit size={16} aria-hidden />)}
        {voce('riapertura', t.riapertura, <IconRotate size={16} aria-hidden />, dimesso)}
        {voce('modulo', t.cambiaModulo, <IconArrowsExchange size={16} aria-hidden />)}
        {voce('correggi', t.correggi, <IconEdit size={16} aria-hidden />)}
        <Menu.Divider />
        {voce('togli', t.togli, <IconTrash size={16} aria-hidden />)}
      </Menu.Dropdown>
    </Menu>
  );
}
