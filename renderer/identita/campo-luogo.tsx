import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { giornoDiNascita, parseNascita } from '../../domain/nascita.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { testi } from '../testi/index.ts';
import css from './identita.module.css';
import type { ValoriIdentita } from './valori.ts';

const t = testi.identita;
const ATTESA_MS = 120;

export type Luogo = Output<'luoghi.search'>[number];

/** `Brescia (BS)`, `Romania`. */
export function scriviLuogo({ nome, sigla, estero }: Pick<Luogo, 'nome' | 'sigla' | 'estero'>): string {
  return estero || sigla === '' ? nome : `${nome} (${sigla})`;
}

/** What is known of a place beside its name: when it ended or began, what was there before, what it is today. */
function describeLuogo({ cessatoIl, dal, estero, oggi, prima }: Luogo, nascita: Giorno | null): string {
  const cose = [
    cessatoIl !== null && (nascita === null || cessatoIl <= nascita) && t.cessato(cessatoIl.slice(0, 4)),
    dal !== null && nascita !== null && nascita < dal && t.luogoDal(dal.slice(0, 4)),
    prima !== '' && t.prima(prima),
    oggi !== '' && t.oggi(oggi),
  ].filter((cosa) => cosa !== false);
  return cose.length === 0 && estero ? t.estero : cose.join(', ');
}

/** The place that was chosen, as it was on the day of birth. */
export function useLuogoScelto(codice: string, nascita: Giorno | null): Luogo | undefined {
  const { data } = useEndpoint('luoghi.search', { testo: codice, giorno: nascita }, { enabled: codice !== '' });
  return codice === '' ? undefined : data?.find((luogo) => luogo.codice === codice);
}

/** The place of birth: typed, then chosen among comuni and States of every time. What is not in the list stays as it is typed. */
export function CampoLuogo({ oggi }: { oggi: Giorno }) {
  const { control, register, setValue } = useFormContext<ValoriIdentita>();
  const [testo, codice, nascita] = useWatch({ control, name: ['luogoNascita', 'luogoNascitaCodice', 'dataNascita'] });
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [cercato] = useDebouncedValue(testo.trim(), ATTESA_MS);
  const nata = parseNascita(nascita, oggi);
  const giorno = nata === undefined ? null : giornoDiNascita(nata);
  const { data } = useEndpoint(
    'luoghi.search',
    { testo: cercato, giorno },
    { enabled: codice === '' && cercato.length >= 2, placeholderData: (prima) => prima },
  );
  const trovati = codice === '' && cercato.length >= 2 ? (data ?? []) : [];
  const quali = trovati.map((luogo) => luogo.codice).join(' ');
  const { dropdownOpened, selectFirstOption } = combobox;
  useEffect(() => {
    // the nearest is under the Enter key as soon as it is there
    if (dropdownOpened && quali !== '') selectFirstOption();
  }, [dropdownOpened, quali, selectFirstOption]);
  const scegli = (luogo: Luogo) => {
    setValue('luogoNascita', scriviLuogo(luogo), { shouldDirty: true });
    setValue('luogoNascitaCodice', luogo.codice, { shouldDirty: true });
    combobox.closeDropdown();
  };
  const campo = register('luogoNascita', {
    onChange: () => setValue('luogoNascitaCodice', '', { shouldDirty: true }),
  });
  const scelto = useLuogoScelto(codice, giorno);
  const ignoto = codice === '' && cercato.length >= 3 && data?.length === 0;
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(scelto) => {
        const luogo = trovati.find((uno) => uno.codice === scelto);
        if (luogo) scegli(luogo);
      }}
    >
      <Combobox.Target>
        <TextInput
          label={t.luogo}
          description={scelto?.avviso || (ignoto ? t.luogoLibero : t.luogoCosa)}
          autoComplete="off"
          {...campo}
          onChange={(e) => {
            void campo.onChange(e);
            combobox.openDropdown();
          }}
          onBlur={(e) => {
            void campo.onBlur(e);
            combobox.closeDropdown();
          }}
          rightSectionWidth={70}
          rightSectionPointerEvents="none"
          rightSection={<span className={css['tenue']}>{codice}</span>}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={trovati.length === 0}>
        <Combobox.Options aria-label={t.luoghi} mah={260} style={{ overflowY: 'auto' }}>
          {trovati.map((luogo) => (
            <Combobox.Option key={luogo.codice} value={luogo.codice}>
              <span className={css['luogo']}>
                <span>{scriviLuogo(luogo)}</span>
                <span className={css['tenue']}>{describeLuogo(luogo, giorno)}</span>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
