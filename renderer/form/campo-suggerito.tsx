import { Autocomplete } from '@mantine/core';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

/** Suggestions shown at once: a list to glance at, not to scroll. */
const MOSTRATI = 6;

interface Props<T extends FieldValues> {
  control: Control<T, unknown, unknown>;
  name: FieldPath<T>;
  label: string;
  description?: string;
  /** what was written elsewhere already: proposed while typing, never imposed */
  proposte: readonly string[];
}

/** Words as written; what begins the same way elsewhere is one key away. */
export function CampoSuggerito<T extends FieldValues>({ control, name, label, description, proposte }: Props<T>) {
  const { field } = useController({ control, name });
  return (
    <Autocomplete
      label={label}
      description={description}
      name={field.name}
      ref={field.ref}
      autoComplete="off"
      data={[...new Set(proposte)]}
      limit={MOSTRATI}
      value={String(field.value ?? '')}
      onChange={field.onChange}
      onBlur={field.onBlur}
    />
  );
}
