import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type PathValue,
  type UseFormProps,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import { call } from '../api/client.ts';
import { type Rimasto, useCustode } from './custode.ts';

export interface FormSospeso<T extends FieldValues = FieldValues, L = T> {
  readonly form: UseFormReturn<T, unknown, L>;
  /** when what was found half-written was typed, epoch ms; null: nothing was found */
  readonly ripresoAtMs: number | null;
  /** throws away what was typed and begins again */
  scarta(): void;
  /** it is saved: nothing is left to keep, and what is typed from here on starts from what was saved */
  fatto(): void;
  /** the values from which each field started, those of a draft found again included: what the person had seen */
  base(): T;
  /** begins again from other values; what was typed is gone */
  riparti(valori: T): void;
}

/**
 * A form whose text is kept in the encrypted store while it is typed, for its author alone: it comes back after a lock, a
 * crash, another person's turn. `chiave` says which form, about what (`visita:<id>`). `L`: what a resolver makes of the values.
 */
export function useFormSospeso<T extends FieldValues, L = T>(
  chiave: string,
  opzioni: UseFormProps<T, unknown, L> & { readonly defaultValues: DefaultValues<T> },
): FormSospeso<T, L> {
  const form = useForm<T, unknown, L>(opzioni);
  const iniziali = useRef(opzioni.defaultValues as T);
  const vista = useRef<Readonly<Record<string, unknown>>>({});
  const [ripresoAtMs, setRipreso] = useState<number | null>(null);
  const custode = useCustode(chiave, () => rimasto({ ...iniziali.current, ...vista.current }, form.getValues()));

  useEffect(() => {
    let vivo = true;
    void call('sospesi.get', { chiave })
      .then((trovato) => {
        if (!vivo || !trovato) return;
        const { prima, dopo } = JSON.parse(trovato.dati) as Rimasto;
        vista.current = prima;
        for (const [campo, valore] of Object.entries(dopo)) {
          // what is being typed right now wins
          if (!form.getFieldState(campo as Path<T>).isDirty)
            form.setValue(campo as Path<T>, valore as PathValue<T, Path<T>>, { shouldDirty: true });
        }
        setRipreso(trovato.atMs);
      })
      .catch(() => undefined);
    return () => {
      vivo = false;
    };
  }, [chiave, form]);

  useEffect(() => form.subscribe({ formState: { values: true }, callback: () => custode.tocca() }), [form, custode]);

  const scarta = useCallback(() => {
    vista.current = {};
    form.reset(iniziali.current);
    setRipreso(null);
    custode.togli();
  }, [form, custode]);
  const fatto = useCallback(() => {
    iniziali.current = structuredClone(form.getValues());
    vista.current = {};
    setRipreso(null);
    custode.togli();
  }, [form, custode]);
  const riparti = useCallback(
    (valori: T) => {
      iniziali.current = valori;
      scarta();
    },
    [scarta],
  );
  return useMemo(
    () => ({
      form,
      ripresoAtMs,
      scarta,
      fatto,
      base: () => ({ ...iniziali.current, ...vista.current }) as T,
      riparti,
    }),
    [form, ripresoAtMs, scarta, fatto, riparti],
  );
}

/**
 * A form that stays on the page after it is saved: where what is written changes under it (the saving was undone) and nothing
 * in it waits to be saved, it says what is written.
 */
export function useRiparte<T extends FieldValues>({ form, base, riparti }: FormSospeso<T>, scritti: T): void {
  const ora = JSON.stringify(scritti);
  const visti = useRef(ora);
  useEffect(() => {
    if (visti.current === ora) return;
    visti.current = ora;
    if (rimasto(base(), form.getValues()) === null) riparti(JSON.parse(ora) as T);
  }, [ora, form, base, riparti]);
}

/** A form that keeps no draft, as the rooms that send one want it. `riparti` begins again from other values. */
export function useFormSemplice<T extends FieldValues>(iniziali: DefaultValues<T>): FormSospeso<T> {
  const form = useForm<T>({ defaultValues: iniziali });
  const base = useRef(iniziali as T);
  return useMemo(() => {
    const riparti = (valori: T) => {
      base.current = valori;
      form.reset(valori);
    };
    const scarta = () => form.reset(base.current);
    return { form, ripresoAtMs: null, scarta, fatto: () => undefined, base: () => base.current, riparti };
  }, [form]);
}

/** The fields that differ between two sets of values; null: none does. */
function rimasto(prima: Readonly<Record<string, unknown>>, dopo: Readonly<Record<string, unknown>>): Rimasto | null {
  const campi = Object.keys(dopo).filter((campo) => JSON.stringify(dopo[campo]) !== JSON.stringify(prima[campo]));
  if (campi.length === 0) return null;
  const solo = (valori: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(campi.map((campo) => [campo, valori[campo] ?? null]));
  return { prima: solo(prima), dopo: solo(dopo) };
}
