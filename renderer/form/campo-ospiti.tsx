import { Button, MultiSelect } from '@mantine/core';
import { useRef, useState } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { isEsito } from '../../domain/esito.ts';
import { type Giorno, meseDi } from '../../domain/giorno.ts';
import { isGiornoDiPermanenza } from '../../domain/permanenza.ts';
import { normalizeNome } from '../../domain/persona.ts';
import { codiceDelGiorno } from '../../domain/presenza.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './form.module.css';

type Riga = Output<'presenze.getMese'>['righe'][number];

/** Somebody who may be chosen though not in the struttura that day. */
export interface OspiteAltro {
  readonly id: string;
  readonly cognome: string;
  readonly nome: string;
}

interface Props<T extends FieldValues> {
  control: Control<T, unknown, unknown>;
  name: FieldPath<T>;
  label: string;
  struttura: string;
  giorno: Giorno;
  /** already chosen, and perhaps gone since */
  altri?: readonly OspiteAltro[];
}

function isDi({ dataIngresso, dataDimissione, esito }: Riga, giorno: Giorno): boolean {
  return isGiornoDiPermanenza(
    { dataIngresso, dataDimissione, esito: esito !== null && isEsito(esito) ? esito : null },
    giorno,
  );
}

/** The guests who were in the struttura on that day, and who of them was present (from the grid). */
export function useOspitiDelGiorno(struttura: string, giorno: Giorno) {
  const { data } = useEndpoint('presenze.getMese', { struttura, mese: meseDi(giorno) });
  const presenti = new Set(data?.codici.filter((codice) => codice.presente).map((codice) => codice.voce));
  const righe: readonly Riga[] = data?.righe.filter((riga) => isDi(riga, giorno)) ?? [];
  const isPresente = (riga: Riga) => {
    const codice = codiceDelGiorno(riga.codici, giorno);
    // a day nobody has written yet: here, as far as anybody knows
    return codice === '.' || presenti.has(codice);
  };
  return { ospiti: righe, presenti: righe.filter(isPresente), letti: data !== undefined };
}

/**
 * Who the guests of a form are: those of the month of its day, those it began with, and whoever it has shown since. One chosen
 * for another day is still called by name.
 */
export function useChiSono(
  struttura: string,
  giorno: Giorno,
  altri: readonly OspiteAltro[],
): ReadonlyMap<string, OspiteAltro> {
  const { data } = useEndpoint('presenze.getMese', { struttura, mese: meseDi(giorno) });
  const visti = useRef(new Map<string, OspiteAltro>());
  for (const ospite of altri) visti.current.set(ospite.id, ospite);
  for (const { ospiteId: id, cognome, nome } of data?.righe ?? []) visti.current.set(id, { id, cognome, nome });
  return visti.current;
}

/** Their names as the screen may show them. */
export function useNomiDi(chi: ReadonlyMap<string, OspiteAltro>): (id: string) => string {
  const formatNome = useFormatNome();
  return (id) => {
    const ospite = chi.get(id);
    return ospite ? formatNome(ospite.cognome, ospite.nome) : testi.form.ospiteAltrove;
  };
}

/** Many guests, by keyboard: a surname and Enter, once more to take them out; everyone present with one click. The field holds their ids. */
export function CampoOspiti<T extends FieldValues>({ control, name, label, struttura, giorno, altri = [] }: Props<T>) {
  const { field, fieldState } = useController({ control, name });
  const { ospiti, presenti, letti } = useOspitiDelGiorno(struttura, giorno);
  const nomeDi = useNomiDi(useChiSono(struttura, giorno, altri));
  const [cercato, setCercato] = useState('');
  const scelti: string[] = Array.isArray(field.value) ? field.value : [];
  const offerti = new Set([...altri.map(({ id }) => id), ...ospiti.map(({ ospiteId }) => ospiteId), ...scelti]);
  const mettiOTogli = () => {
    const chiave = normalizeNome(cercato);
    const trovato = [...offerti].find((id) => normalizeNome(nomeDi(id)).includes(chiave));
    if (trovato === undefined) return;
    field.onChange(scelti.includes(trovato) ? scelti.filter((id) => id !== trovato) : [...scelti, trovato]);
    setCercato('');
  };
  return (
    <div>
      <MultiSelect
        label={label}
        name={field.name}
        ref={field.ref}
        searchable
        clearable={false}
        searchValue={cercato}
        onSearchChange={setCercato}
        onKeyDown={(e) => {
          if (e.key !== 'Enter' || cercato.trim() === '') return;
          // a name being typed is answered here, found or not: the form is not saved by it
          e.preventDefault();
          // the arrows had chosen: the list answers by itself
          if (e.currentTarget.getAttribute('aria-activedescendant') === null) mettiOTogli();
        }}
        data={[...offerti].map((value) => ({ value, label: nomeDi(value) }))}
        value={scelti}
        onChange={field.onChange}
        onBlur={field.onBlur}
        placeholder={scelti.length === 0 ? testi.form.cercaOspite : ''}
        nothingFoundMessage={testi.form.nessunOspite}
        error={fieldState.error?.message}
      />
      <div className={css['bottoni']}>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={!letti}
          onClick={() => field.onChange(presenti.map((riga) => riga.ospiteId))}
        >
          {testi.form.tuttiPresenti} ({presenti.length})
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => field.onChange([])}>
          {testi.form.nessuno}
        </Button>
      </div>
    </div>
  );
}
