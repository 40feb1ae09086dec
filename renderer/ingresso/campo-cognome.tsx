import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { formatNascita } from '../../domain/nascita.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './ingresso.module.css';

const t = testi.ingresso;

export type OspiteTrovato = Output<'ospiti.search'>[number];

/** Characters from which the register is searched. */
const DA_LETTERE = 2;
const ATTESA_MS = 150;

/** The people of the register whose name answers to what is typed. */
export function useOspitiTrovati(testo: string): readonly OspiteTrovato[] {
  const [cercato] = useDebouncedValue(testo.trim(), ATTESA_MS);
  const { data } = useEndpoint(
    'ospiti.search',
    { testo: cercato, limite: 8 },
    { enabled: cercato.length >= DA_LETTERE, placeholderData: (precedente) => precedente },
  );
  return cercato.length >= DA_LETTERE ? (data ?? []) : [];
}

/** `nascita 01/03/1985, presente in Casa Aurora` */
export function descriviOspite(o: OspiteTrovato): string {
  const dove =
    o.presenteIn !== null
      ? t.presenteIn(o.presenteIn)
      : o.ultimaDimissione !== null
        ? t.dimessoIl(formatGiornoBreve(o.ultimaDimissione))
        : t.maiEntrato;
  return `${t.natoIl(formatNascita(o.dataNascita))}, ${dove}`;
}

interface Props {
  campo: UseFormRegisterReturn;
  valore: string;
  error: string | undefined;
  onScelto: (ospite: OspiteTrovato) => void;
}

/** The surname; while typing, who is already in the register, to be chosen instead of written again. */
export function CampoCognome({ campo, valore, error, onScelto }: Props) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const formatNome = useFormatNome();
  const trovati = useOspitiTrovati(valore);
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(id) => {
        const scelto = trovati.find((o) => o.id === id);
        combobox.closeDropdown();
        if (scelto) onScelto(scelto);
      }}
    >
      <Combobox.Target>
        <TextInput
          data-autofocus
          label={t.cognome}
          description={t.cognomeCosa}
          autoComplete="off"
          error={error}
          {...campo}
          onChange={(e) => {
            void campo.onChange(e);
            combobox.openDropdown();
          }}
          onBlur={(e) => {
            void campo.onBlur(e);
            combobox.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={trovati.length === 0}>
        <Combobox.Options aria-label={t.giaNelRegistro}>
          <Combobox.Group label={t.giaNelRegistro}>
            {trovati.map((o) => (
              <Combobox.Option key={o.id} value={o.id}>
                <span className={css['trovato']}>
                  <b>{formatNome(o.cognome, o.nome)}</b>
                  <span>{descriviOspite(o)}</span>
                </span>
              </Combobox.Option>
            ))}
          </Combobox.Group>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
