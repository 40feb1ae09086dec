import { Combobox, useCombobox } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { isAperta } from '../../domain/apertura.ts';
import { normalizeNome } from '../../domain/persona.ts';
import { testi } from '../testi/index.ts';
import type { Struttura } from './luogo.ts';
import { useSessione } from './sessione.ts';
import css from './shell.module.css';

/** From how many strutture on the list has a search field. */
const CON_RICERCA = 8;

interface Props {
  strutture: readonly Struttura[];
  attuale: string;
  onScegli: (codice: string) => void;
}

/** The struttura the page is about. */
export function StrutturaPicker({ strutture, attuale, onScegli }: Props) {
  const [cerca, setCerca] = useState('');
  const oggi = useSessione()?.oggi ?? '';
  const conRicerca = strutture.length >= CON_RICERCA;
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setCerca('');
    },
    onDropdownOpen: () => {
      combobox.selectActiveOption();
      if (conRicerca) combobox.focusSearchInput();
    },
  });
  const nome = strutture.find((s) => s.codice === attuale)?.nome ?? attuale;
  const chiave = normalizeNome(cerca);
  const trovate = strutture.filter((s) => normalizeNome(`${s.nome} ${s.codice}`).includes(chiave));
  return (
    <Combobox
      store={combobox}
      width={280}
      withinPortal={false}
      position="bottom-start"
      onOptionSubmit={(codice) => {
        onScegli(codice);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target targetType="button">
        <button
          type="button"
          className={css['scelta']}
          aria-label={testi.shell.cambiaStruttura(nome)}
          onClick={() => combobox.toggleDropdown()}
        >
          <b>{nome}</b> <IconChevronDown size={14} aria-hidden />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        {conRicerca && (
          <Combobox.Search
            value={cerca}
            onChange={(e) => setCerca(e.currentTarget.value)}
            placeholder={testi.shell.cercaStruttura}
            aria-label={testi.shell.cercaStruttura}
          />
        )}
        <Combobox.Options mah={360} style={{ overflowY: 'auto' }} aria-label={testi.shell.struttura}>
          {trovate.map((s) => (
            <Combobox.Option key={s.codice} value={s.codice} active={s.codice === attuale}>
              <span className={css['opzione']}>
                <b>{s.nome}</b>
                <span className={css['tenue']}>
                  {isAperta(s, oggi) ? s.codice : `${s.codice}, ${testi.casa.chiusa(s.al)}`}
                </span>
              </span>
            </Combobox.Option>
          ))}
          {trovate.length === 0 && <Combobox.Empty>{testi.shell.nessunaStruttura}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
