import { Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { parseGiorno } from '../../domain/giorno-testo.ts';
import { TIPI_IDENTIFICATIVO } from '../../domain/identificativo.ts';
import { giornoDiNascita, parseNascita } from '../../domain/nascita.ts';
import { listPaesi } from '../../domain/paese.ts';
import { useEndpoint } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { testi } from '../testi/index.ts';
import { CampoLuogo } from './campo-luogo.tsx';
import css from './identita.module.css';
import { RilieviIdentita, useCoerente } from './rilievi.tsx';
import { conScadenza, SESSI, type ValoriIdentita } from './valori.ts';

const t = testi.identita;

/** Under a code is a gesture of its own, with a reason. */
const TIPI = TIPI_IDENTIFICATIVO.filter((tipo) => tipo !== 'ANON');

/** Surname and name. Inside a `FormProvider` of `ValoriIdentita`. */
export function CampiNome() {
  const { register, formState } = useFormContext<ValoriIdentita>();
  const { errors } = formState;
  return (
    <>
      <TextInput
        label={t.cognome}
        autoComplete="off"
        data-autofocus
        error={errors.cognome?.message}
        {...register('cognome', { validate: (v) => v.trim() !== '' || t.manca.cognome })}
      />
      <TextInput
        label={t.nome}
        autoComplete="off"
        error={errors.nome?.message}
        {...register('nome', { validate: (v) => v.trim() !== '' || t.manca.nome })}
      />
    </>
  );
}

/** Sex, day and place of birth. */
export function CampiNascita({ oggi }: { oggi: Giorno }) {
  const { control, formState } = useFormContext<ValoriIdentita>();
  const sessi = useEndpoint('liste.get', {}).data?.['sesso'] ?? [];
  const { errors } = formState;
  return (
    <>
      <Controller
        name="sesso"
        control={control}
        rules={{ validate: (v) => v !== '' || t.manca.sesso }}
        render={({ field }) => (
          <Radio.Group label={t.sesso} error={errors.sesso?.message} {...field}>
            <div className={css['scelte']}>
              {SESSI.map((s) => (
                <Radio key={s} value={s} label={sessi.find((v) => v.voce === s)?.etichetta ?? s} />
              ))}
            </div>
          </Radio.Group>
        )}
      />
      <CampoGiorno
        control={control}
        name="dataNascita"
        label={t.dataNascita}
        description={t.dataNascitaCosa}
        oggi={oggi}
        nascita
        rules={{
          validate: (v) => {
            const nascita = parseNascita(String(v), oggi);
            if (nascita === undefined) return t.manca.nascita;
            return giornoDiNascita(nascita) <= oggi || t.manca.futura;
          },
        }}
      />
      <CampoLuogo oggi={oggi} />
    </>
  );
}

/** What the person is known by, with what does not agree said under it. */
export function CampiCodice({ oggi }: { oggi: Giorno }) {
  const { control, register } = useFormContext<ValoriIdentita>();
  const tipo = useWatch({ control, name: 'tipoIdentificativo' });
  const coerente = useCoerente(oggi);
  return (
    <>
      <NativeSelect label={t.tipo} {...register('tipoIdentificativo')}>
        <option value="">{t.tipoNonDetto}</option>
        {TIPI.map((uno) => (
          <option key={uno} value={uno}>
            {t.tipi[uno]}
          </option>
        ))}
      </NativeSelect>
      {tipo !== 'NESSUNO' && (
        <TextInput
          label={conScadenza(tipo) ? t.codiceStp(tipo) : t.codice}
          autoComplete="off"
          spellCheck={false}
          rightSectionWidth={80}
          rightSectionPointerEvents="none"
          rightSection={<span className={css['coerente']}>{coerente ? t.coerente : ''}</span>}
          {...register('codiceFiscale')}
        />
      )}
      {conScadenza(tipo) && (
        <CampoGiorno
          control={control}
          name="identificativoDal"
          label={t.dal}
          description={t.dalCosa}
          oggi={oggi}
          rules={{
            validate: (v) => String(v).trim() === '' || parseGiorno(String(v), oggi) !== undefined || t.manca.giorno,
          }}
        />
      )}
      <RilieviIdentita oggi={oggi} />
    </>
  );
}

/** Citizenship, residence, telephone, and whether who it is is still to be confirmed. */
export function CampiRecapito() {
  const { register } = useFormContext<ValoriIdentita>();
  return (
    <>
      <NativeSelect label={t.cittadinanza} {...register('cittadinanza')}>
        <option value="">{t.tipoNonDetto}</option>
        <option value="IT">Italia</option>
        {listPaesi()
          .filter(({ sigla, nome }) => sigla !== 'IT' && nome !== 'Sconosciuta')
          .map(({ sigla, nome }) => (
            <option key={sigla} value={sigla}>
              {nome}
            </option>
          ))}
      </NativeSelect>
      <TextInput label={t.residenza} autoComplete="off" {...register('residenza')} />
      <TextInput label={t.telefono} autoComplete="off" {...register('telefono')} />
      <Checkbox label={t.daConfermare} description={t.daConfermareCosa} {...register('identitaDaConfermare')} />
    </>
  );
}
