import { Radio, TextInput } from '@mantine/core';
import { dateOgniMese, dateOgniSettimane } from '../../domain/appuntamento.ts';
import { addMesiAlGiorno, type Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { useCommand } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { leggiGiorno, regolaGiorno } from '../form/valori.ts';
import { testi } from '../testi/index.ts';
import css from './agenda.module.css';
import type { Visita } from './form-visita.tsx';

const t = testi.agenda;
const MASSIMO = 36;
const MASSIMO_SETTIMANE = 52;
/** How it may be repeated, and what each is called. */
const COME = {
  settimana: t.visita.ogniSettimana,
  settimane: t.visita.ogniSettimane,
  mese: t.visita.ogniMese,
  giorno: t.visita.altroGiorno,
};

interface Valori {
  come: string;
  volte: string;
  settimane: string;
  giorno: string;
}

/** A whole number between two, both included; null: what is written is not one. */
function leggiIntero(testo: string, da: number, a: number): number | null {
  const n = Number(testo.trim());
  return Number.isInteger(n) && n >= da && n <= a ? n : null;
}

const leggiVolte = (testo: string) => leggiIntero(testo, 1, MASSIMO);
const leggiSettimane = (testo: string) => leggiIntero(testo, 2, MASSIMO_SETTIMANE);

/** The days on which it is to be booked: none while something is missing. */
function dateScelte(visita: Visita, oggi: Giorno, v: Valori): Giorno[] {
  if (v.come === 'giorno') {
    const giorno = leggiGiorno(v.giorno, oggi);
    return giorno === null ? [] : [giorno];
  }
  const volte = leggiVolte(v.volte) ?? 0;
  if (v.come === 'mese') return dateOgniMese(visita.data, volte);
  const settimane = v.come === 'settimana' ? 1 : leggiSettimane(v.settimane);
  return settimane === null ? [] : dateOgniSettimane(visita.data, settimane, volte);
}

/** The same visit booked on other days: every week, every so many, every month, some times; or one more day. */
export function FormRipeti({ visita, oggi, onChiudi }: { visita: Visita; oggi: Giorno; onChiudi: () => void }) {
  const sospeso = useFormSospeso<Valori>(`visita:ripeti:${visita.id}`, {
    defaultValues: {
      ...{ come: 'mese', volte: '3', settimane: '2' },
      giorno: formatGiornoBreve(addMesiAlGiorno(visita.data, 1)),
    },
  });
  const { control, register, watch, handleSubmit, formState, setValue } = sospeso.form;
  const comando = useCommand('visite.repeat');
  const salvato = useSalvato();
  const come = watch('come');
  const date = dateScelte(visita, oggi, watch());
  const invia = handleSubmit((v) => {
    const scelte = dateScelte(visita, oggi, v);
    comando.mutate(
      { id: visita.id, date: scelte },
      {
        onSuccess: (esito) => {
          sospeso.fatto();
          salvato(t.visita.ripetute(scelte.length), esito);
          onChiudi();
        },
      },
    );
  });
  return (
    <FormLaterale
      titolo={t.visita.ripetiTitolo}
      ospiti={[visita.ospite.id]}
      sospeso={sospeso}
      azione={t.visita.ripetiSalva}
      errore={comando.error}
      inCorso={comando.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <p>{t.visita.ripetiCosa}</p>
      <Radio.Group label={t.visita.come} value={come} onChange={(v) => setValue('come', v, { shouldDirty: true })}>
        <div className={css['scelte']}>
          {Object.entries(COME).map(([value, label]) => (
            <Radio key={value} value={value} label={label} {...(value === come ? { 'data-autofocus': true } : {})} />
          ))}
        </div>
      </Radio.Group>
      {come === 'settimane' && (
        <TextInput
          label={t.visita.quanteSettimane}
          inputMode="numeric"
          autoComplete="off"
          error={formState.errors.settimane?.message}
          {...register('settimane', { validate: (v) => leggiSettimane(v) !== null || t.manca.settimane })}
        />
      )}
      {come === 'giorno' ? (
        <CampoGiorno
          control={control}
          name="giorno"
          label={t.campi['data'] ?? ''}
          description={t.giorno}
          oggi={oggi}
          rules={regolaGiorno(oggi, t.manca.data)}
        />
      ) : (
        <>
          <TextInput
            label={t.visita.volte}
            inputMode="numeric"
            autoComplete="off"
            error={formState.errors.volte?.message}
            {...register('volte', { validate: (v) => leggiVolte(v) !== null || t.manca.volte })}
          />
          {date.length > 0 && (
            <p role="status">{t.visita.saranno(date.map((giorno) => formatGiornoBreve(giorno)).join(', '))}</p>
          )}
        </>
      )}
    </FormLaterale>
  );
}
