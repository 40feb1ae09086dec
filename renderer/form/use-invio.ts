import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { FieldPath, FieldValues, PathValue } from 'react-hook-form';
import type { Input, NomeCommand } from '../../electron/contract/index.ts';
import { useCommand } from '../api/index.ts';
import { avvisaErrore } from '../shell/avvisi.tsx';
import { isLasciata } from '../stanza/lasciate.ts';
import { type Contesa, useCorrezione } from './correzione.ts';
import { type Salvato, useSalvato } from './salvato.tsx';
import type { FormSospeso } from './use-form-sospeso.ts';
import { inForm } from './valori.ts';

/** What every sending wants. */
interface Dati<T extends FieldValues> {
  readonly sospeso: FormSospeso<T>;
  /** what is said once it is saved */
  readonly frase: string | ((valori: T) => string);
  readonly onChiudi: () => void;
}

/**
 * How a command is sent. Its answer counts even where the form was closed or its page left before it came (`mutate` would not
 * call back): what is saved must not come back as a draft never saved, to be saved twice.
 */
function useSpedito<T extends FieldValues>(comando: NomeCommand, { sospeso, frase, onChiudi }: Dati<T>) {
  const salva = useCommand<NomeCommand>(comando);
  const salvato = useSalvato();
  const client = useQueryClient();
  const aperto = useRef(true);
  useEffect(() => {
    aperto.current = true;
    return () => {
      aperto.current = false;
    };
  }, []);
  const spedisci = (input: Input<NomeCommand>, onSuccess: (esito: unknown) => void) =>
    void salva.mutateAsync(input).then(onSuccess, (errore: unknown) => {
      // an open form says it by itself
      if (!aperto.current && !isLasciata(client)) avvisaErrore(errore);
    });
  /** Saved: the draft goes, it is said (and may be undone), the panel closes. */
  const riuscito = (esito: Partial<Salvato>, valori: T) => {
    sospeso.fatto();
    salvato(typeof frase === 'string' ? frase : frase(valori), { voce: null, avvisi: [], ...esito });
    // of a room somebody left it is still the form that closes; elsewhere it may be another one
    if (aperto.current || isLasciata(client)) onChiudi();
  };
  return { spedisci, riuscito, errore: salva.error, inCorso: salva.isPending };
}

/** A submit that goes nowhere else. */
function soloQui(invia: () => Promise<void>) {
  return (e: { preventDefault(): void }) => {
    e.preventDefault();
    void invia();
  };
}

interface DatiIntero<T extends FieldValues, N extends NomeCommand> extends Dati<T> {
  readonly comando: N;
  /** the form's values as the command wants them; undefined: something is not understood, the field says what */
  readonly leggi: (valori: T) => Input<N> | undefined;
  /** false: what it wrote is taken away by another gesture, never undone */
  readonly annullabile?: boolean;
}

/** How a form is sent whose record is written whole. What it gives is for `<FormLaterale>`. */
export function useInvioIntero<T extends FieldValues, N extends NomeCommand>({
  comando,
  leggi,
  annullabile = true,
  ...dati
}: DatiIntero<T, N>) {
  const { spedisci, riuscito, ...stato } = useSpedito(comando, dati);
  const invia = dati.sospeso.form.handleSubmit((valori) => {
    const input = leggi(valori);
    if (input === undefined) return;
    spedisci(input, (esito) =>
      riuscito({ ...(esito as Partial<Salvato>), ...(annullabile ? {} : { voce: null }) }, valori),
    );
  });
  return { onInvia: soloQui(invia), ...stato };
}

interface DatiCorretto<T extends FieldValues, C extends object> extends Dati<T> {
  readonly id: string;
  readonly comando: NomeCommand;
  /** the form's values as the contract's fields */
  readonly leggi: (valori: T) => C;
  /** what is sent where the record is known by more than an id: whole, with what was seen of the fields touched */
  readonly intero?: ((campi: C, prima: Partial<C>) => Input<NomeCommand>) | undefined;
  /** the other's value into its field, where that is not the field of the same name */
  readonly scrivi?: ((campo: string, valore: unknown) => void) | undefined;
}

/** How the correction of a record is sent, field by field; where somebody changed the same field, `contese` asks. */
export function useInvioCorretto<T extends FieldValues, C extends object>({
  id,
  comando,
  leggi,
  intero,
  scrivi,
  ...dati
}: DatiCorretto<T, C>) {
  const { form } = dati.sospeso;
  const { spedisci, riuscito, ...stato } = useSpedito(comando, dati);
  const scriviUguale = (campo: string, valore: unknown) => {
    const path = campo as FieldPath<T>;
    const comeSta = Array.isArray(valore) || typeof form.getValues(path) === 'boolean';
    form.setValue(path, (comeSta ? valore : inForm(valore)) as PathValue<T, FieldPath<T>>, { shouldDirty: true });
  };
  const { correzione, contese, chiedi, scegli, ricomincia } = useCorrezione<T, C>(
    dati.sospeso,
    leggi,
    scrivi ?? scriviUguale,
  );
  const invia = form.handleSubmit((valori) => {
    const corretta = correzione();
    const input = intero?.(leggi(valori), corretta.prima) ?? ({ id, ...corretta } as Input<NomeCommand>);
    spedisci(input, (esito) => {
      const corretto = esito as Salvato & { contese: Contesa[] };
      if (!chiedi(corretto)) riuscito(corretto, valori);
    });
  });
  return { onInvia: soloQui(invia), ...stato, contese, scegli, ricomincia };
}

interface DatiInvio<T extends FieldValues, C extends object, R extends NomeCommand> extends Dati<T> {
  /** null: a new one */
  readonly id: string | null;
  readonly comandi: { readonly registra: R; readonly salva: NomeCommand };
  readonly leggi: (valori: T) => C;
  /** what a new one says besides */
  readonly nuovo: (valori: T, campi: C) => Input<R>;
  readonly intero?: DatiCorretto<T, C>['intero'];
  readonly scrivi?: DatiCorretto<T, C>['scrivi'];
}

/** How a form over one record is sent: a new one is registered whole, an old one corrected field by field. */
export function useInvio<T extends FieldValues, C extends object, R extends NomeCommand>({
  id,
  comandi,
  leggi,
  nuovo,
  intero,
  scrivi,
  ...dati
}: DatiInvio<T, C, R>) {
  const registra = useInvioIntero<T, R>({
    ...dati,
    comando: comandi.registra,
    leggi: (valori) => nuovo(valori, leggi(valori)),
  });
  const corregge = useInvioCorretto<T, C>({ ...dati, id: id ?? '', comando: comandi.salva, leggi, intero, scrivi });
  return id === null ? { ...corregge, ...registra } : corregge;
}
