import { TextInput } from '@mantine/core';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { parseOra } from '../../domain/ora-testo.ts';
import { testi } from '../testi/index.ts';

interface Props<T extends FieldValues> {
  control: Control<T, unknown, unknown>;
  name: FieldPath<T>;
  label: string;
  /** in place of how an hour is typed */
  description?: string | undefined;
}

/** An hour typed as people type it, written out on leaving the field. Empty is allowed. */
export function CampoOra<T extends FieldValues>({ control, name, label, description }: Props<T>) {
  const { field, fieldState } = useController({
    control,
    name,
    rules: {
      validate: (v) => String(v ?? '').trim() === '' || parseOra(String(v)) !== undefined || testi.form.oraIgnota,
    },
  });
  const testo = String(field.value ?? '');
  return (
    <TextInput
      label={label}
      description={description ?? testi.form.ora}
      autoComplete="off"
      ref={field.ref}
      name={field.name}
      value={testo}
      onChange={field.onChange}
      onBlur={() => {
        const capita = parseOra(testo);
        if (capita !== undefined && capita !== testo) field.onChange(capita);
        field.onBlur();
      }}
      error={fieldState.error?.message}
    />
  );
}
