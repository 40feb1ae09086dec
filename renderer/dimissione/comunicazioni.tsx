import { Button, TextInput } from '@mantine/core';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { parseGiorno } from '../../domain/giorno-testo.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { testi } from '../testi/index.ts';
import css from './dimissione.module.css';
import type { ValoriDimissione } from './valori.ts';

const t = testi.dimissione;

/** Whom the dimissione is told to, and when it was. */
export function Comunicazioni({ oggi }: { oggi: Giorno }) {
  const { control, register, getValues, formState } = useFormContext<ValoriDimissione>();
  const { fields, append, remove } = useFieldArray({ control, name: 'comunicazioni' });
  return (
    <>
      {fields.length === 0 && <p className={css['tenue']}>{t.nessuna}</p>}
      <ul className={css['comunicazioni']}>
        {fields.map((riga, i) => (
          <li key={riga.id}>
            <TextInput
              label={t.aNumero(i + 1)}
              autoComplete="off"
              error={formState.errors.comunicazioni?.[i]?.a?.message}
              {...register(`comunicazioni.${i}.a`, { validate: (v) => v.trim() !== '' || t.manca.a })}
            />
            <CampoGiorno
              control={control}
              name={`comunicazioni.${i}.fattaIl`}
              label={t.fattaIl}
              description=""
              oggi={oggi}
              rules={{
                validate: (v) => v === '' || parseGiorno(String(v), oggi) !== undefined || testi.form.giornoIgnoto,
              }}
            />
            <Button variant="subtle" aria-label={t.togli(getValues(`comunicazioni.${i}.a`))} onClick={() => remove(i)}>
              {t.togliTasto}
            </Button>
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={() => append({ a: '', fattaIl: '', giuridica: false })}>
        {t.aggiungi}
      </Button>
    </>
  );
}
