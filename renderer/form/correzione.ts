import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { FormSospeso } from './use-form-sospeso.ts';

export interface Contesa {
  readonly campo: string;
  readonly mio: unknown;
  readonly loro: unknown;
  readonly chi: string;
  readonly atMs: number;
}

type Campi = Readonly<Record<string, unknown>>;

/**
 * The correction of a row out of a form: of the fields that changed, what was seen and what is to be (`modificaDi` of the
 * contract). `leggi` turns the form's values into the contract's fields. When the host answers with `contese`, `chiedi`
 * keeps them for `<Contese>`; after the choice the next `correzione` says that the other value was seen.
 */
export function useCorrezione<T extends FieldValues, C extends object>(
  { form, base }: FormSospeso<T>,
  leggi: (valori: T) => C,
  scrivi: (campo: keyof C & string, valore: unknown) => void,
) {
  const [contese, setContese] = useState<readonly Contesa[]>([]);
  const [viste, setViste] = useState<Campi>({});
  const correzione = (): { prima: Partial<C>; dopo: Partial<C> } => {
    const da = { ...leggi(base()), ...viste } as Campi;
    const a = leggi(form.getValues()) as Campi;
    const campi = Object.keys(a).filter(
      (campo) => JSON.stringify(a[campo] ?? null) !== JSON.stringify(da[campo] ?? null),
    );
    const solo = (valori: Campi) =>
      Object.fromEntries(campi.map((campo) => [campo, valori[campo] ?? null])) as Partial<C>;
    return { prima: solo(da), dopo: solo(a) };
  };
  /** Whether there is something to ask. */
  const chiedi = (esito: { readonly contese: readonly Contesa[] }): boolean => {
    setContese(esito.contese);
    return esito.contese.length > 0;
  };
  const scegli = ({ campo, loro }: Contesa, quale: 'mio' | 'loro') => {
    setViste((altre) => ({ ...altre, [campo]: loro }));
    if (quale === 'loro') scrivi(campo as keyof C & string, loro);
    setContese((tutte) => tutte.filter((una) => una.campo !== campo));
  };
  /** About another record: nothing asked before counts. */
  const ricomincia = () => {
    setContese([]);
    setViste({});
  };
  return { correzione, contese, chiedi, scegli, ricomincia };
}
