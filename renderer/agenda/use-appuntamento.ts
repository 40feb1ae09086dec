import { useEffect, useRef } from 'react';
import type { FieldPath, FieldValues, PathValue } from 'react-hook-form';
import { type OreDiOggi, statoPredefinito } from '../../domain/appuntamento.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import type { FormSospeso } from '../form/use-form-sospeso.ts';
import { inForm, leggiGiorno, leggiOra } from '../form/valori.ts';
import type { Etichette } from '../report/etichette.ts';
import { formatOra, testi } from '../testi/index.ts';

const VUOTI = { luoghi: [], mezzi: [], accompagnatori: [], partecipanti: [], operatori: [], volontari: [], titoli: [] };

/** What a struttura has already written, to offer it again. */
export function useUsati(struttura: string): Output<'agenda.listUsati'> {
  return useEndpoint('agenda.listUsati', { struttura }, { staleTime: 0 }).data ?? VUOTI;
}

/** The hour of now and the one typed, for `statoPredefinito`. */
export function oreDi(ora: string): OreDiOggi {
  return { ora: leggiOra(ora), adesso: formatOra(Date.now()) };
}

/** A new one with a day, or an hour of today, to come is booked, else done: until the person says otherwise. */
export function useStatoDalGiorno<T extends FieldValues>(
  { form }: FormSospeso<T>,
  nuovo: boolean,
  { data, ora, stato }: { data: FieldPath<T>; ora: FieldPath<T>; stato: FieldPath<T> },
  oggi: Giorno,
): void {
  const giorno = leggiGiorno(String(form.watch(data) ?? ''), oggi);
  const quando = String(form.watch(ora) ?? '');
  const proposto = useRef<unknown>(form.getValues(stato));
  useEffect(() => {
    // what the person chose stays
    if (!nuovo || giorno === null || form.getValues(stato) !== proposto.current) return;
    proposto.current = statoPredefinito(giorno, oggi, oreDi(quando));
    form.setValue(stato, proposto.current as PathValue<T, FieldPath<T>>);
  }, [form, nuovo, giorno, quando, oggi, stato]);
}

/** Who goes along was written: the answer is yes, and is not asked again. */
export function useChiAccompagna<T extends FieldValues & { accompagnamento: string; accompagnatore: string }>({
  form,
}: FormSospeso<T>): void {
  const [detto, chi] = form.watch(['accompagnamento' as FieldPath<T>, 'accompagnatore' as FieldPath<T>]);
  const manca = String(detto) === '' && String(chi).trim() !== '';
  useEffect(() => {
    if (manca)
      form.setValue('accompagnamento' as FieldPath<T>, 'si' as PathValue<T, FieldPath<T>>, { shouldDirty: true });
  }, [form, manca]);
}

/** Opened to say that it was done: the state is already changed, the rest is to be told. */
export function useDaFatto<T extends FieldValues & { stato: string }>({ form }: FormSospeso<T>, fatto: boolean): void {
  useEffect(() => {
    if (fatto) form.setValue('stato' as FieldPath<T>, 'fatto' as PathValue<T, FieldPath<T>>);
  }, [form, fatto]);
}

const LISTE: Readonly<Record<string, string>> = {
  tipo: 'visita',
  servizio: 'servizio',
  modalita: 'modalita',
  tipoFamiglia: 'attivita_famiglie',
  area: 'area_attivita',
};

/** A value of a field as people read it, for the question between two savings. */
export function mostraValore(etichetta: Etichette, nomeDi: (ospite: string) => string = () => '') {
  return (campo: string, valore: unknown): string => {
    if (Array.isArray(valore)) return valore.map((id) => nomeDi(String(id))).join(', ');
    if (typeof valore === 'boolean') return valore ? testi.comune.si : testi.comune.no;
    const lista = LISTE[campo];
    const testo = inForm(valore);
    return lista === undefined || testo === '' ? testo : etichetta(lista, testo);
  };
}

export function etichettaCampo(campo: string): string {
  return testi.agenda.campi[campo] ?? campo;
}
