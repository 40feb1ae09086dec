import { Button, NativeSelect } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import { formatNascita } from '../../domain/nascita.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './guida.module.css';
import { conPersona, PERSONA_NUOVA, type Persona, personaCorrente, type ValoriGuida } from './guida-valori.ts';
import { nomeProprio } from './nome-proprio.ts';

const t = testi.ingresso.guida;

/** The name of somebody being written. */
export function useNomePersona(): (p: Persona) => string {
  const formatNome = useFormatNome();
  return (p) => {
    if (p.ospite) return formatNome(p.ospite.cognome, p.ospite.nome);
    return p.anonimo ? t.senzaNome : formatNome(nomeProprio(p.cognome), nomeProprio(p.nome));
  };
}

/** Those of the family already written, to be corrected or left out. */
export function NucleoScritto() {
  const form = useFormContext<ValoriGuida>();
  const nucleo = useWatch({ control: form.control, name: 'nucleo' });
  const nomeDi = useNomePersona();
  if (nucleo.length === 0) return null;
  const togli = (posto: number) => {
    // the places of the parents move with the list
    const restano = nucleo.filter((_, i) => i !== posto).map((p) => ({ ...p, genitore: spostato(p.genitore, posto) }));
    form.setValue('nucleo', restano, { shouldDirty: true });
    form.setValue('genitore', spostato(form.getValues('genitore'), posto));
    return restano;
  };
  const correggi = (posto: number) => {
    const persona = nucleo[posto];
    if (!persona) return;
    const restano = togli(posto);
    const valori = { ...form.getValues(), nucleo: restano };
    for (const [campo, valore] of Object.entries(conPersona(valori, persona)))
      form.setValue(campo as keyof ValoriGuida, valore as never, { shouldDirty: true });
  };
  return (
    <div className={css['nucleo']}>
      <b>{t.nucleo}</b>
      <ul>
        {nucleo.map((persona, posto) => (
          <li key={`${persona.cognome} ${persona.nome} ${persona.dataNascita} ${persona.ospite?.id ?? ''}`}>
            <span>
              {nomeDi(persona)}{' '}
              <span className={css['tenue']}>
                {[
                  persona.ospite ? formatNascita(persona.ospite.dataNascita) : persona.dataNascita,
                  ...[persona.modulo, persona.entePagante].filter(Boolean),
                ].join(', ')}
              </span>
            </span>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t.riprendi(nomeDi(persona))}
              onClick={() => correggi(posto)}
            >
              {t.riprendiTasto}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t.togli(nomeDi(persona))}
              onClick={() => togli(posto)}
            >
              {t.togliTasto}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function spostato(genitore: string, tolto: number): string {
  if (genitore === '' || Number(genitore) < tolto) return genitore;
  return Number(genitore) === tolto ? '' : String(Number(genitore) - 1);
}

/** Whose child the person being written is, among those of the family already written who are nobody's child. */
export function CampoGenitore() {
  const { control, register } = useFormContext<ValoriGuida>();
  const nucleo = useWatch({ control, name: 'nucleo' });
  const nomeDi = useNomePersona();
  const adulti = nucleo.flatMap((p, posto) => (p.genitore === '' && p.utenza !== 'MINORE' ? [{ p, posto }] : []));
  if (adulti.length === 0) return null;
  return (
    <NativeSelect label={t.figlioDi} {...register('genitore')}>
      <option value="">{t.nessunGenitore}</option>
      {adulti.map(({ p, posto }) => (
        <option key={posto} value={String(posto)}>
          {nomeDi(p)}
        </option>
      ))}
    </NativeSelect>
  );
}

/** The person written joins the family, and another one is begun. */
export function useAltraPersona(): () => void {
  const form = useFormContext<ValoriGuida>();
  return () => {
    const valori = form.getValues();
    const nucleo = [...valori.nucleo, personaCorrente(valori)];
    const dopo = { ...conPersona(valori, PERSONA_NUOVA), nucleo };
    for (const [campo, valore] of Object.entries(dopo))
      form.setValue(campo as keyof ValoriGuida, valore as never, { shouldDirty: true });
    form.clearErrors();
    setTimeout(() => form.setFocus('cognome'), 0);
  };
}
