import { Autocomplete, NativeSelect, Select } from '@mantine/core';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { STATI_APPUNTAMENTO } from '../../domain/appuntamento.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { type OspiteAltro, useChiSono, useNomiDi, useOspitiDelGiorno } from '../form/campo-ospiti.tsx';
import { testi } from '../testi/index.ts';

const t = testi.agenda;
const PRIMI = 8;
const NESSUNO: readonly OspiteAltro[] = [];

interface Props<T extends FieldValues> {
  control: Control<T, unknown, unknown>;
  name: FieldPath<T>;
  label: string;
}

/** After a comma the names not yet written are offered again, behind those that are. */
function offertiDopo(testo: string, usati: readonly string[]): string[] {
  const virgola = testo.lastIndexOf(',');
  if (virgola < 0) return [...usati];
  const prima = testo.slice(0, virgola);
  const gia = new Set(prima.split(',').map((uno) => uno.trim()));
  return usati.filter((uno) => !gia.has(uno)).map((uno) => `${prima}, ${uno}`);
}

/** Free text that offers what was already written in the same field. `piu`: several names, with commas between. */
export function CampoSuggerito<T extends FieldValues>({
  control,
  name,
  label,
  usati,
  avviso,
  piu = false,
}: Props<T> & { usati: readonly string[]; avviso?: string | undefined; piu?: boolean }) {
  const { field } = useController({ control, name });
  const testo = String(field.value ?? '');
  const scritto = testo.trim().toLocaleLowerCase('it');
  const offerti = piu ? offertiDopo(testo, usati) : usati;
  // an open list with nothing in it would swallow Esc
  const vuota = !offerti.some((uno) => uno.toLocaleLowerCase('it').includes(scritto));
  return (
    <Autocomplete
      {...(vuota ? { dropdownOpened: false } : {})}
      label={label}
      data={[...new Set(offerti)]}
      limit={PRIMI}
      autoComplete="off"
      name={field.name}
      ref={field.ref}
      value={testo}
      onChange={field.onChange}
      onBlur={field.onBlur}
      error={avviso}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}

/** One guest among those of the struttura on that day, by typing the surname. */
export function CampoOspite<T extends FieldValues>({
  control,
  name,
  label,
  struttura,
  giorno,
  altri = NESSUNO,
}: Props<T> & { struttura: string; giorno: Giorno; altri?: readonly OspiteAltro[] }) {
  const { field, fieldState } = useController({
    control,
    name,
    rules: { validate: (v: unknown) => String(v ?? '') !== '' || t.manca.ospite },
  });
  const { ospiti } = useOspitiDelGiorno(struttura, giorno);
  const nomeDi = useNomiDi(useChiSono(struttura, giorno, altri));
  const scelto = String(field.value ?? '');
  const offerti = new Set([
    ...altri.map(({ id }) => id),
    ...ospiti.map(({ ospiteId }) => ospiteId),
    ...(scelto === '' ? [] : [scelto]),
  ]);
  return (
    <Select
      label={label}
      name={field.name}
      ref={field.ref}
      searchable
      selectFirstOptionOnChange
      placeholder={testi.form.cercaOspite}
      nothingFoundMessage={testi.form.nessunOspite}
      data={[...offerti].map((value) => ({ value, label: nomeDi(value) }))}
      value={scelto || null}
      onChange={(id) => field.onChange(id ?? '')}
      onBlur={field.onBlur}
      error={fieldState.error?.message}
      data-autofocus
    />
  );
}

/** Previsto, fatto, annullato. */
export function CampoStato<T extends FieldValues>({ control, name, label }: Props<T>) {
  const { field } = useController({ control, name });
  return (
    <NativeSelect label={label} name={field.name} ref={field.ref} value={String(field.value)} onChange={field.onChange}>
      {STATI_APPUNTAMENTO.map((stato) => (
        <option key={stato} value={stato}>
          {t.stati[stato]}
        </option>
      ))}
    </NativeSelect>
  );
}
