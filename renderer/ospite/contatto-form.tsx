import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { INCONTRI_CONTATTO, TIPI_CONTATTO } from '../../domain/contatto.ts';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvioCorretto, useInvioIntero } from '../form/use-invio.ts';
import { inForm, leggiTesto } from '../form/valori.ts';
import { testi } from '../testi/index.ts';
import type { Cartella } from './cartella.ts';

const t = testi.contatti;

interface Come {
  legame: string;
  tipo: string;
  incontri: string;
}

interface Persona extends Come {
  nome: string;
  telefono: string;
}

interface Nuovo extends Persona {
  riservato: boolean;
}

function leggi({ legame, tipo, incontri }: Come) {
  return {
    legame: legame.trim(),
    tipo: TIPI_CONTATTO.find((uno) => uno === tipo) ?? null,
    incontri: INCONTRI_CONTATTO.find((uno) => uno === incontri) ?? null,
  };
}

/** Who they are: the same in the two forms. */
function CampiChi({ form }: { form: Pick<UseFormReturn<Persona>, 'register' | 'formState'> }) {
  return (
    <>
      <TextInput
        label={t.nome}
        autoComplete="off"
        error={form.formState.errors.nome?.message}
        {...form.register('nome', { validate: (v) => v.trim() !== '' || t.mancaNome })}
      />
      <TextInput label={t.telefono} autoComplete="off" {...form.register('telefono')} />
    </>
  );
}

/** What they are to the guest, and whether they may be met: the same in the two forms. */
function CampiCome({ form }: { form: Pick<UseFormReturn<Come>, 'register' | 'formState'> }) {
  return (
    <>
      <TextInput
        label={t.legame}
        description={t.legameCosa}
        autoComplete="off"
        data-autofocus
        error={form.formState.errors.legame?.message}
        {...form.register('legame', { validate: (v) => v.trim() !== '' || t.mancaLegame })}
      />
      <NativeSelect label={t.tipo} {...form.register('tipo')}>
        <option value="">{t.nonDetto}</option>
        {TIPI_CONTATTO.map((tipo) => (
          <option key={tipo} value={tipo}>
            {t.tipi[tipo]}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect label={t.incontri} description={t.incontriCosa} {...form.register('incontri')}>
        <option value="">{t.nonDetto}</option>
        {INCONTRI_CONTATTO.map((come) => (
          <option key={come} value={come}>
            {t.tipiIncontri[come]}
          </option>
        ))}
      </NativeSelect>
    </>
  );
}

interface Props {
  ospiteId: string;
  /** the guest is a code: the name of a parent would say whose it is */
  anonimo: boolean;
  onChiudi: () => void;
}

/** One more person around the guest, by name or under a code. */
export function ContattoForm({ ospiteId, anonimo, onChiudi }: Props) {
  const sospeso = useFormSospeso<Nuovo>(`contatto:${ospiteId}`, {
    defaultValues: { legame: '', tipo: '', incontri: '', nome: '', telefono: '', riservato: anonimo },
  });
  const { register } = sospeso.form;
  const invio = useInvioIntero({
    sospeso,
    comando: 'contatti.add',
    leggi: ({ nome, telefono, riservato, ...come }) => ({
      ...{ ospiteId, ...leggi(come), nome, telefono: leggiTesto(telefono), riservato },
    }),
    frase: t.aggiunto,
    onChiudi,
  });
  return (
    <FormLaterale titolo={t.aggiungiTitolo} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <CampiCome form={sospeso.form as unknown as UseFormReturn<Come>} />
      <CampiChi form={sospeso.form as unknown as UseFormReturn<Persona>} />
      <Checkbox label={t.riservato} description={t.riservatoCosa} {...register('riservato')} />
    </FormLaterale>
  );
}

/** Corrects every field; of somebody under a code not who it is, which is not here. */
export function CorreggiContattoForm({
  contatto,
  onChiudi,
}: {
  contatto: Cartella['contatti'][number];
  onChiudi: () => void;
}) {
  const { legame, tipo, incontri, nome, telefono, riservato } = contatto;
  const sospeso = useFormSospeso<Persona>(`contatto-come:${contatto.id}`, {
    defaultValues: { legame, tipo: tipo ?? '', incontri: incontri ?? '', nome, telefono: telefono ?? '' },
  });
  const { contese, scegli, ...invio } = useInvioCorretto({
    ...{ sospeso, id: contatto.id, comando: 'contatti.save' },
    leggi: (v: Persona) => ({
      ...leggi(v),
      ...(riservato ? {} : { nome: v.nome.trim(), telefono: leggiTesto(v.telefono) }),
    }),
    ...{ frase: t.corretto, onChiudi },
  });
  const nomi: Readonly<Record<string, string>> = {
    ...{ legame: t.legame, tipo: t.tipo, incontri: t.incontri },
    ...{ nome: t.nome, telefono: t.telefono },
  };
  const mostra = (campo: string, valore: unknown) => {
    const testo = inForm(valore);
    if (campo === 'tipo') return t.tipi[testo] ?? testo;
    return campo === 'incontri' ? (t.tipiIncontri[testo] ?? testo) : testo;
  };
  return (
    <FormLaterale titolo={t.correggiTitolo} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <Contese contese={contese} etichetta={(campo) => nomi[campo] ?? campo} mostra={mostra} onScegli={scegli} />
      <CampiCome form={sospeso.form as unknown as UseFormReturn<Come>} />
      {riservato ? <p>{t.sottoCodice}</p> : <CampiChi form={sospeso.form} />}
    </FormLaterale>
  );
}
