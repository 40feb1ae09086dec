import { MultiSelect, Select } from '@mantine/core';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { testi } from '../testi/index.ts';

/** A value to be chosen, with its words. */
export interface Voce {
  readonly value: string;
  readonly label: string;
  /** no longer offered, or not yet: shown only where it is held already */
  readonly ritirata?: boolean;
}

interface Props<T extends FieldValues> {
  control: Control<T, unknown, unknown>;
  name: FieldPath<T>;
  label: string;
  description?: string;
  voci: readonly Voce[];
}

/** The values offered; one written once and no longer offered keeps its place. */
function conScritti(voci: readonly Voce[], scritti: readonly string[]): { value: string; label: string }[] {
  const ignoti = scritti.filter((scritto) => scritto !== '' && !voci.some(({ value }) => value === scritto));
  return [
    ...voci
      .filter(({ value, ritirata }) => ritirata !== true || scritti.includes(value))
      .map(({ value, label }) => ({ value, label })),
    ...ignoti.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
  ];
}

/** One value of a list: some letters of it, Enter. The field holds it, or ''. */
export function CampoScelta<T extends FieldValues>({ control, name, label, description, voci }: Props<T>) {
  const { field } = useController({ control, name });
  const valore = String(field.value ?? '');
  return (
    <Select
      label={label}
      description={description}
      name={field.name}
      ref={field.ref}
      searchable
      clearable
      selectFirstOptionOnChange
      clearButtonProps={{ 'aria-label': testi.form.svuota(label) }}
      data={conScritti(voci, [valore])}
      value={valore === '' ? null : valore}
      onChange={(scelta) => field.onChange(scelta ?? '')}
      onBlur={field.onBlur}
      nothingFoundMessage={testi.form.nessunaVoce}
    />
  );
}

/** Several values of a list, in the order they are chosen. The field holds them. */
export function CampoScelte<T extends FieldValues>({ control, name, label, description, voci }: Props<T>) {
  const { field } = useController({ control, name });
  const valori: string[] = Array.isArray(field.value) ? field.value : [];
  return (
    <MultiSelect
      label={label}
      description={description}
      name={field.name}
      ref={field.ref}
      searchable
      hidePickedOptions
      selectFirstOptionOnChange
      data={conScritti(voci, valori)}
      value={valori}
      onChange={field.onChange}
      onBlur={field.onBlur}
      nothingFoundMessage={testi.form.nessunaVoce}
    />
  );
}
