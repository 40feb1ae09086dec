import { Select, TextInput } from '@mantine/core';
import { Controller } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { CampiApertura } from '../casa/periodo.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { inForm, leggiGiorno, scriviGiorno } from '../form/valori.ts';
import pannello from '../pannello/pannello.module.css';
import { useEtichette } from '../report/etichette.ts';
import type { Struttura } from '../shell/luogo.ts';
import { testi } from '../testi/index.ts';
import { type Scelta, SceltaConta } from './scelte.tsx';
import { etichettaCampo } from './struttura-form.tsx';

const t = testi.impostazioni;

export type Modulo = Struttura['moduli'][number];

function valori(modulo: Modulo | null, oggi: Giorno) {
  // the newest that is not there for a while only (works)
  const periodi = modulo?.posti.toSorted((a, b) => (a.validoDal < b.validoDal ? -1 : 1));
  const posti = periodi?.findLast((periodo) => periodo.validoAl === null) ?? periodi?.at(-1);
  return {
    codice: modulo?.codice ?? '',
    nome: modulo?.nome ?? '',
    tipologia: modulo?.tipologia ?? '',
    conta: modulo?.conta === 'minori' ? 'minori' : 'adulti',
    dal: scriviGiorno(modulo?.dal),
    al: scriviGiorno(modulo?.al),
    validoDal: formatGiornoBreve(posti?.validoDal ?? `${oggi.slice(0, 4)}-01-01`),
    accreditati: posti ? String(posti.accreditati) : '',
    disponibili: posti ? String(posti.disponibili) : '',
  };
}

type Valori = ReturnType<typeof valori>;

function leggi(v: Valori, oggi: Giorno) {
  return {
    nome: v.nome.trim(),
    tipologia: v.tipologia,
    conta: v.conta === 'minori' ? ('minori' as const) : ('adulti' as const),
    dal: leggiGiorno(v.dal, oggi),
    al: leggiGiorno(v.al, oggi),
    validoDal: leggiGiorno(v.validoDal, oggi) ?? '',
    accreditati: Number(v.accreditati),
    disponibili: Number(v.disponibili),
  };
}

function isPosti(testo: string): boolean {
  return /^\d{1,3}$/.test(testo.trim());
}

interface Props {
  struttura: Struttura;
  /** null: a new one */
  modulo: Modulo | null;
  tipologie: readonly Scelta[];
  oggi: Giorno;
  onChiudi: () => void;
}

/** Adds a modulo or corrects it; its places change from a day on, and those before stay written. */
export function ModuloForm({ struttura, modulo, tipologie, oggi, onChiudi }: Props) {
  const sospeso = useFormSospeso(`modulo:${modulo?.id ?? `${struttura.codice}:nuovo`}`, {
    defaultValues: valori(modulo, oggi),
  });
  const { register, control, formState } = sospeso.form;
  const { errors } = formState;
  const etichetta = useEtichette();
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: modulo?.id ?? null,
    comandi: { registra: 'moduli.save', salva: 'moduli.save' },
    leggi: (v: Valori) => leggi(v, oggi),
    nuovo: ({ codice }, campi) => ({ struttura: struttura.codice, codice, nuovo: true, ...campi }),
    frase: ({ nome }) => t.salvato(nome.trim()),
    onChiudi,
  });
  return (
    <FormLaterale
      titolo={modulo ? t.correggiModulo(modulo.nome) : t.aggiungiModuloA(struttura.nome)}
      sospeso={sospeso}
      {...invio}
      onChiudi={onChiudi}
    >
      <Contese
        contese={contese}
        etichetta={etichettaCampo}
        mostra={(campo, valore) =>
          campo === 'tipologia' ? etichetta('tipologia_modulo', String(valore)) : inForm(valore)
        }
        onScegli={scegli}
      />
      <TextInput
        label={t.codice}
        description={t.codiceCosa}
        readOnly={modulo !== null}
        {...register('codice', { validate: (v) => v.trim() !== '' || t.manca.codice })}
        error={errors.codice?.message}
        data-autofocus={modulo === null || undefined}
      />
      <TextInput
        label={t.nome}
        {...register('nome', { validate: (v) => v.trim() !== '' || t.manca.nome })}
        error={errors.nome?.message}
        data-autofocus={modulo !== null || undefined}
      />
      <Controller
        name="tipologia"
        control={control}
        rules={{ validate: (v) => v !== '' || t.manca.tipologia }}
        render={({ field }) => (
          <Select
            label={t.tipologia}
            data={[...tipologie]}
            value={field.value || null}
            onChange={(v) => field.onChange(v ?? '')}
            onBlur={field.onBlur}
            error={errors.tipologia?.message}
          />
        )}
      />
      <Controller
        name="conta"
        control={control}
        render={({ field }) => (
          <SceltaConta valore={field.value === 'minori' ? 'minori' : 'adulti'} onScegli={field.onChange} />
        )}
      />
      <TextInput
        label={t.validoDal}
        description={t.validoDalCosa}
        {...register('validoDal', { validate: (v) => parseGiorno(v, oggi) !== undefined || t.manca.data })}
        error={errors.validoDal?.message}
      />
      <div className={pannello['due']}>
        {(['accreditati', 'disponibili'] as const).map((campo) => (
          <TextInput
            key={campo}
            label={t[campo]}
            inputMode="numeric"
            autoComplete="off"
            error={errors[campo]?.message}
            {...register(campo, { validate: (v) => isPosti(v) || t.manca.posti })}
          />
        ))}
      </div>
      <CampiApertura control={control} oggi={oggi} />
    </FormLaterale>
  );
}
