import { TextInput, type TextInputProps } from '@mantine/core';
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
  /** where the form has no schema to say what is wrong */
  rules?: UseControllerProps<T>['rules'];
  /** what is odd of the day understood, said under the field while it is written: it never stops the saving; null: nothing */
  nota?: (capito: Giorno) => string | null;
  /** a small field beside another: its name where `label` does not say whose it is, and the day that holds while it is empty */
  accanto?: { readonly nome: string; readonly vuoto: string };
}

/** What was understood: `mar 14 lug 1983`; of a year alone, that it is presumed. */
function describe(capito: Nascita): string {
  return isPresunta(capito) ? testi.form.presunta(capito) : `${formatGiorno(capito)} ${capito.slice(0, 4)}`;
}

/** What was understood has its place in the field; in a small one there is none, and what is odd is said under it. */
const INTERO: TextInputProps = { rightSectionWidth: 140, rightSectionPointerEvents: 'none' };
const PICCOLO: TextInputProps = { inputWrapperOrder: ['label', 'input', 'description', 'error'] };

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
  rules,
  nota,
  accanto,
}: Props<T>) {
  const { field, fieldState } = useController({ control, name, ...(rules ? { rules } : {}) });
  const { submitCount } = useFormState({ control });
  const [dentro, setDentro] = useState(false);
  // nothing is said while one is still typing; a try to save says it, though the keyboard is in the field
  const [scrittoDopo, setScrittoDopo] = useState(-1);
  const scrive = dentro && scrittoDopo === submitCount;
  const testo = String(field.value ?? '');
  const capito = nascita ? parseNascita(testo, oggi) : parseGiorno(testo, oggi, { passato, futuro });
  const passatoPerErrore = futuro && capito && capito < oggi;
  const strano = passatoPerErrore ? testi.form.giaPassato : capito && nota?.(capito);
  return (
    <TextInput
      label={label}
      aria-label={accanto?.nome}
      placeholder={accanto?.vuoto}
      description={strano ? [description, testi.form.attenzione(strano)].filter(Boolean).join(' ') : description}
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
      {...(accanto ? PICCOLO : INTERO)}
      rightSection={
        !accanto && (
          <span style={{ color: 'var(--soft)', paddingRight: 10 }} role="status">
            {capito ? describe(capito) : ''}
          </span>
        )
      }
    />
  );
}
