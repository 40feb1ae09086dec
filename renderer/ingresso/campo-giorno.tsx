import { TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  type Control,
  type FieldPath,
  type FieldValues,
  type UseControllerProps,
  useController,
} from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno, formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';

interface Props<T extends FieldValues> {
  control: Control<T, unknown, unknown>;
  name: FieldPath<T>;
  label: string;
  description: string;
  oggi: Giorno;
  /** a birth date: what is left unsaid is never in the future */
  passato?: boolean;
  /** where the form has no schema to say what is wrong */
  rules?: UseControllerProps<T>['rules'];
}

/** A date typed as people type it; what was understood is said beside, and written out in full on leaving the field. */
export function CampoGiorno<T extends FieldValues>({
  control,
  name,
  label,
  description,
  oggi,
  passato,
  rules,
}: Props<T>) {
  const { field, fieldState } = useController({ control, name, ...(rules ? { rules } : {}) });
  const [dentro, setDentro] = useState(false);
  const testo = String(field.value ?? '');
  const capito = parseGiorno(testo, oggi, passato ? { passato } : {});
  return (
    <TextInput
      label={label}
      description={description}
      inputMode="text"
      autoComplete="off"
      ref={field.ref}
      name={field.name}
      value={testo}
      onChange={field.onChange}
      onFocus={() => setDentro(true)}
      onBlur={() => {
        setDentro(false);
        if (capito) field.onChange(formatGiornoBreve(capito));
        field.onBlur();
      }}
      error={dentro ? undefined : fieldState.error?.message}
      rightSectionWidth={140}
      rightSectionPointerEvents="none"
      rightSection={
        <span style={{ color: 'var(--soft)', paddingRight: 10 }} role="status">
          {capito ? `${formatGiorno(capito)} ${capito.slice(0, 4)}` : ''}
        </span>
      }
    />
  );
}
