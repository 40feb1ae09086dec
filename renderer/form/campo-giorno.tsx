import { TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  type Control,
  type FieldPath,
  type FieldValues,
  type UseControllerProps,
  useController,
  useFormState,
} from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno, parseGiorno } from '../../domain/giorno-testo.ts';
import { isPresunta, type Nascita, parseNascita, scriviNascita } from '../../domain/nascita.ts';
import { testi } from '../testi/index.ts';

interface Props<T extends FieldValues> {
  control: Control<T, unknown, unknown>;
  name: FieldPath<T>;
  label: string;
  description: string;
  oggi: Giorno;
  /** what is left unsaid is never in the future */
  passato?: boolean;
  /** a day by which something is to be done: what is left unsaid is never in the past, and a day already gone is remarked */
  futuro?: boolean;
  /** a birth date: never in the future; a year or an age will do */
  nascita?: boolean;
  /** what is odd of the day, while it is written: a remark, it never stops the saving */
  avviso?: string | null;
  /** where the form has no schema to say what is wrong */
  rules?: UseControllerProps<T>['rules'];
}

/** What was understood: `mar 14 lug 1983`; of a year alone, that it is presumed. */
function describe(capito: Nascita): string {
  return isPresunta(capito) ? testi.form.presunta(capito) : `${formatGiorno(capito)} ${capito.slice(0, 4)}`;
}

/** A date typed as people type it; what was understood is said beside, and written out in full on leaving the field. */
export function CampoGiorno<T extends FieldValues>({
  control,
  name,
  label,
  description,
  oggi,
  passato = false,
  futuro = false,
  nascita = false,
  avviso = null,
  rules,
}: Props<T>) {
  const { field, fieldState } = useController({ control, name, ...(rules ? { rules } : {}) });
  const { submitCount } = useFormState({ control });
  const [dentro, setDentro] = useState(false);
  // nothing is said while one is still typing; a try to save says it, though the keyboard is in the field
  const [scrittoDopo, setScrittoDopo] = useState(-1);
  const scrive = dentro && scrittoDopo === submitCount;
  const testo = String(field.value ?? '');
  const capito = nascita ? parseNascita(testo, oggi) : parseGiorno(testo, oggi, { passato, futuro });
  const nota = futuro && capito && capito < oggi ? testi.form.giaPassato : avviso;
  return (
    <TextInput
      label={label}
      description={nota === null ? description : `${description} ${testi.form.attenzione(nota)}`}
      inputMode="text"
      autoComplete="off"
      ref={field.ref}
      name={field.name}
      value={testo}
      onChange={(e) => {
        setScrittoDopo(submitCount);
        field.onChange(e);
      }}
      onFocus={() => setDentro(true)}
      onBlur={() => {
        setDentro(false);
        if (capito) field.onChange(scriviNascita(capito));
        field.onBlur();
      }}
      error={scrive ? undefined : fieldState.error?.message}
      rightSectionWidth={140}
      rightSectionPointerEvents="none"
      rightSection={
        <span style={{ color: 'var(--soft)', paddingRight: 10 }} role="status">
          {capito ? describe(capito) : ''}
        </span>
      }
    />
  );
}
