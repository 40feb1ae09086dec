import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, nomeGiornoSettimana } from '../../domain/giorno-testo.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoLista } from '../form/campo-lista.tsx';
import { CampoOra } from '../form/campo-ora.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { inForm, leggiGiorno, leggiOra, regolaGiorno } from '../form/valori.ts';
import { useEtichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';
import css from './agenda.module.css';
import { CampiConduttori, leggiConduttori, type ValoriConduttori, valoriConduttori } from './conduttori.tsx';
import type { Gruppo } from './form-attivita.tsx';
import { etichettaCampo, mostraValore, useUsati } from './use-appuntamento.ts';

const t = testi.agenda;

interface Props {
  struttura: string;
  oggi: Giorno;
  gruppo?: Gruppo | undefined;
  onTogli?: (() => void) | undefined;
  onChiudi: () => void;
}

interface Valori extends ValoriConduttori {
  titolo: string;
  area: string;
  giornoSettimana: string;
  ora: string;
  dal: string;
  al: string;
}

function valori(gruppo: Gruppo | undefined, oggi: Giorno): Valori {
  return {
    titolo: gruppo?.titolo ?? '',
    area: gruppo?.area ?? 'gruppo',
    giornoSettimana: String(gruppo?.giornoSettimana ?? 1),
    ora: gruppo?.ora ?? '',
    ...valoriConduttori(gruppo),
    dal: formatGiornoBreve(gruppo?.dal ?? oggi),
    al: inForm(gruppo?.al),
  };
}

function leggi(v: Valori, oggi: Giorno) {
  return {
    titolo: v.titolo.trim(),
    area: v.area,
    giornoSettimana: Number(v.giornoSettimana),
    ora: leggiOra(v.ora),
    ...leggiConduttori(v),
    dal: leggiGiorno(v.dal, oggi) ?? '',
    al: leggiGiorno(v.al, oggi),
  };
}

/** A group that meets every week: its next meetings come prefilled in the agenda. */
export function FormGruppo({ struttura, oggi, gruppo, onTogli, onChiudi }: Props) {
  const sospeso = useFormSospeso<Valori>(gruppo ? `gruppo:${gruppo.id}` : `gruppo:nuovo:${struttura}`, {
    defaultValues: valori(gruppo, oggi),
  });
  const { control, register, formState, watch } = sospeso.form;
  const usati = useUsati(struttura);
  const etichetta = useEtichette();
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: gruppo?.id ?? null,
    comandi: { registra: 'gruppi.register', salva: 'gruppi.save' },
    leggi: (v: Valori) => leggi(v, oggi),
    nuovo: (_v, campi) => ({ struttura, ...campi }),
    frase: t.gruppo.salvato,
    onChiudi,
  });
  const errori = formState.errors;
  return (
    <FormLaterale
      titolo={gruppo ? t.gruppo.titolo : t.gruppo.nuovoTitolo}
      sospeso={sospeso}
      {...invio}
      onChiudi={onChiudi}
    >
      <Contese contese={contese} etichetta={etichettaCampo} mostra={mostraValore(etichetta)} onScegli={scegli} />
      <TextInput
        label={etichettaCampo('titolo')}
        autoComplete="off"
        data-autofocus
        error={errori.titolo?.message}
        {...register('titolo', { validate: (v) => v.trim() !== '' || t.manca.titolo })}
      />
      <CampoLista
        label={etichettaCampo('area')}
        lista="area_attivita"
        giorno={leggiGiorno(watch('dal'), oggi) ?? undefined}
        campo={register('area', { validate: (v) => v !== '' || t.manca.area })}
        error={errori.area?.message}
      />
      <div className={css['coppia']}>
        <NativeSelect label={etichettaCampo('giornoSettimana')} {...register('giornoSettimana')}>
          {[1, 2, 3, 4, 5, 6, 7].map((n) => (
            <option key={n} value={n}>
              {nomeGiornoSettimana(n)}
            </option>
          ))}
        </NativeSelect>
        <CampoOra control={control} name="ora" label={etichettaCampo('ora')} />
      </div>
      <CampiConduttori control={control} register={register} errori={errori} usati={usati} />
      <CampoGiorno
        control={control}
        name="dal"
        label={etichettaCampo('dal')}
        description={t.giorno}
        oggi={oggi}
        rules={regolaGiorno(oggi, t.manca.data)}
      />
      <CampoGiorno
        control={control}
        name="al"
        label={etichettaCampo('al')}
        description={t.giornoFacoltativo}
        oggi={oggi}
        rules={regolaGiorno(oggi)}
      />
      {onTogli && (
        <div className={css['altro']}>
          <Button variant="subtle" size="compact-sm" onClick={onTogli}>
            {t.gruppo.togli}
          </Button>
        </div>
      )}
    </FormLaterale>
  );
}
