import { Select, TextInput } from '@mantine/core';
import { Controller } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { CampiApertura } from '../casa/periodo.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { inForm, leggiGiorno, leggiTesto, scriviGiorno } from '../form/valori.ts';
import pannello from '../pannello/pannello.module.css';
import { useEtichette } from '../report/etichette.ts';
import type { Struttura } from '../shell/luogo.ts';
import { testi } from '../testi/index.ts';
import type { Scelta } from './scelte.tsx';

const t = testi.impostazioni;
const VOCI_UTENZA = ['M', 'F', 'MF'] as const;
const UTENZE: readonly Scelta[] = VOCI_UTENZA.map((value) => ({ value, label: t.utenze[value] ?? value }));

/** What a form of strutture or moduli calls its fields, in the question between two savings. */
export function etichettaCampo(campo: string): string {
  return t.campi[campo] ?? campo;
}

function valori(struttura: Struttura | null) {
  return {
    codice: struttura?.codice ?? '',
    nome: struttura?.nome ?? '',
    tipo: struttura?.tipo ?? '',
    utenza: struttura?.utenza ?? '',
    ats: struttura?.ats ?? '',
    indirizzo: struttura?.indirizzo ?? '',
    cap: struttura?.cap ?? '',
    comune: struttura?.comune ?? '',
    provincia: struttura?.provincia ?? '',
    telefono: struttura?.telefono ?? '',
    dal: scriviGiorno(struttura?.dal),
    al: scriviGiorno(struttura?.al),
  };
}

type Valori = ReturnType<typeof valori>;

function leggi(v: Valori, oggi: Giorno) {
  return {
    nome: v.nome.trim(),
    tipo: v.tipo,
    utenza: VOCI_UTENZA.find((voce) => voce === v.utenza) ?? null,
    ats: leggiTesto(v.ats),
    indirizzo: leggiTesto(v.indirizzo),
    cap: leggiTesto(v.cap),
    comune: leggiTesto(v.comune),
    provincia: leggiTesto(v.provincia),
    telefono: leggiTesto(v.telefono),
    dal: leggiGiorno(v.dal, oggi),
    al: leggiGiorno(v.al, oggi),
  };
}

interface Props {
  /** null: a new one */
  struttura: Struttura | null;
  tipi: readonly Scelta[];
  oggi: Giorno;
  onChiudi: () => void;
}

/** Adds a struttura, or corrects its name, tipo, whom it takes, where it is and when it is open. */
export function StrutturaForm({ struttura, tipi, oggi, onChiudi }: Props) {
  const sospeso = useFormSospeso(`struttura:${struttura?.id ?? 'nuova'}`, { defaultValues: valori(struttura) });
  const { register, control, formState } = sospeso.form;
  const { errors } = formState;
  const etichetta = useEtichette();
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: struttura?.id ?? null,
    comandi: { registra: 'strutture.save', salva: 'strutture.save' },
    leggi: (v: Valori) => leggi(v, oggi),
    nuovo: ({ codice }, campi) => ({ codice, nuova: true, ...campi }),
    frase: ({ nome }) => t.salvata(nome.trim()),
    onChiudi,
  });
  const mostra = (campo: string, valore: unknown) => {
    const testo = inForm(valore);
    if (campo === 'tipo') return etichetta('tipo_struttura', testo);
    return campo === 'utenza' ? (t.utenze[testo] ?? testo) : testo;
  };
  const testo = (campo: 'ats' | 'indirizzo' | 'cap' | 'comune' | 'provincia' | 'telefono') => (
    <TextInput label={etichettaCampo(campo)} autoComplete="off" {...register(campo)} />
  );
  return (
    <FormLaterale
      titolo={struttura ? t.correggiStruttura(struttura.nome) : t.aggiungiStruttura}
      sospeso={sospeso}
      {...invio}
      onChiudi={onChiudi}
    >
      <Contese contese={contese} etichetta={etichettaCampo} mostra={mostra} onScegli={scegli} />
      <TextInput
        label={t.codice}
        description={t.codiceCosa}
        readOnly={struttura !== null}
        {...register('codice', { validate: (v) => v.trim() !== '' || t.manca.codice })}
        error={errors.codice?.message}
        data-autofocus={struttura === null || undefined}
      />
      <TextInput
        label={t.nome}
        {...register('nome', { validate: (v) => v.trim() !== '' || t.manca.nome })}
        error={errors.nome?.message}
        data-autofocus={struttura !== null || undefined}
      />
      <Controller
        name="tipo"
        control={control}
        rules={{ validate: (v) => v !== '' || t.manca.tipo }}
        render={({ field }) => (
          <Select
            label={t.tipo}
            data={[...tipi]}
            value={field.value || null}
            onChange={(v) => field.onChange(v ?? '')}
            onBlur={field.onBlur}
            error={errors.tipo?.message}
          />
        )}
      />
      <Controller
        name="utenza"
        control={control}
        render={({ field }) => (
          <Select
            label={t.utenza}
            placeholder={t.utenzaNonDetta}
            clearable
            clearButtonProps={{ 'aria-label': t.utenzaNonDetta }}
            data={[...UTENZE]}
            value={field.value || null}
            onChange={(v) => field.onChange(v ?? '')}
            onBlur={field.onBlur}
          />
        )}
      />
      {testo('indirizzo')}
      <div className={pannello['due']}>
        {testo('cap')}
        {testo('comune')}
      </div>
      <div className={pannello['due']}>
        {testo('provincia')}
        {testo('telefono')}
      </div>
      {testo('ats')}
      <CampiApertura control={control} oggi={oggi} />
    </FormLaterale>
  );
}
