import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { inForm, leggiGiorno, leggiTesto, regolaGiorno, scriviGiorno } from '../form/valori.ts';
import pannello from '../pannello/pannello.module.css';
import { testi } from '../testi/index.ts';
import type { Elenco, Voce } from './elenchi.tsx';

const t = testi.elenchi;

interface Props {
  elenco: Elenco;
  /** null: a new one */
  voce: Voce | null;
  oggi: Giorno;
  onChiudi: () => void;
}

function valoriDi(voce: Voce | null) {
  return {
    etichetta: voce?.etichetta ?? '',
    sinonimi: voce?.sinonimi.join(', ') ?? '',
    dal: scriviGiorno(voce?.dal),
    al: scriviGiorno(voce?.al),
    durata: String(voce?.durataMassimaMesi ?? voce?.durataMassimaGiorni ?? ''),
    unita: voce?.durataMassimaGiorni == null ? 'mesi' : 'giorni',
    relazioneOgniMesi: String(voce?.relazioneOgniMesi ?? ''),
  };
}
type Valori = ReturnType<typeof valoriDi>;

function leggiIntero(testo: string): number | null {
  return testo.trim() === '' ? null : Number(testo);
}

/** The fields of the contract: a duration is in months or in days. */
function leggi(v: Valori, oggi: Giorno) {
  const durata = leggiIntero(v.durata);
  return {
    etichetta: v.etichetta.trim(),
    sinonimi: v.sinonimi.split(',').flatMap((uno) => leggiTesto(uno) ?? []),
    dal: leggiGiorno(v.dal, oggi),
    al: leggiGiorno(v.al, oggi),
    durataMassimaMesi: v.unita === 'mesi' ? durata : null,
    durataMassimaGiorni: v.unita === 'giorni' ? durata : null,
    relazioneOgniMesi: leggiIntero(v.relazioneOgniMesi),
  };
}

const ETICHETTE: Readonly<Record<string, string>> = {
  ...{ etichetta: t.etichetta, sinonimi: t.sinonimi, dal: t.primo, al: t.ultimo },
  durataMassimaMesi: `${t.durataMassima} (${t.unitaNomi.mesi})`,
  durataMassimaGiorni: `${t.durataMassima} (${t.unitaNomi.giorni})`,
  relazioneOgniMesi: t.relazioneOgni,
};

function mostra(valore: unknown): string {
  return Array.isArray(valore) ? valore.join(', ') : inForm(valore);
}

/** A number of months or days, or nothing. */
const regolaIntero = { validate: (v: string) => v.trim() === '' || /^[1-9]\d{0,2}$/.test(v.trim()) || t.intero };

/** What a value says besides its words, where its list has it. */
function CampiDurata({ form, dice }: { form: UseFormReturn<Valori>; dice: Elenco['dice'] }) {
  const { errors } = form.formState;
  const numero = { inputMode: 'numeric', autoComplete: 'off' } as const;
  if (dice === 'durata')
    return (
      <div className={pannello['due']}>
        <TextInput
          {...numero}
          label={t.durataMassima}
          description={t.durataMassimaCosa}
          error={errors.durata?.message}
          {...form.register('durata', regolaIntero)}
        />
        <NativeSelect label={t.unita} description={' '} {...form.register('unita')}>
          <option value="mesi">{t.unitaNomi.mesi}</option>
          <option value="giorni">{t.unitaNomi.giorni}</option>
        </NativeSelect>
      </div>
    );
  if (dice === 'relazioni')
    return (
      <TextInput
        {...numero}
        label={t.relazioneOgni}
        description={t.relazioneOgniCosa}
        error={errors.relazioneOgniMesi?.message}
        {...form.register('relazioneOgniMesi', regolaIntero)}
      />
    );
  return null;
}

/** A value of a list: what it is called, what else it is called, on which days it may be chosen, how long it lasts. */
export function VoceForm({ elenco, voce, oggi, onChiudi }: Props) {
  const sospeso = useFormSospeso(`voce:${elenco.id}:${voce?.voce ?? 'nuova'}`, { defaultValues: valoriDi(voce) });
  const { form } = sospeso;
  const quale = { lista: elenco.id, voce: voce?.voce ?? null };
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: voce?.voce ?? null,
    comandi: { registra: 'vociLista.save', salva: 'vociLista.save' },
    leggi: (v: Valori) => leggi(v, oggi),
    nuovo: (_v, campi) => ({ ...quale, ...campi }),
    intero: (campi, prima) => ({ ...quale, ...campi, prima }),
    scrivi: (campo, valore) => scriviCampo(form, campo, valore),
    frase: ({ etichetta }) => t.salvata(etichetta.trim()),
    onChiudi,
  });
  const giorno = { control: form.control, oggi, rules: regolaGiorno(oggi) };
  return (
    <FormLaterale
      titolo={voce ? t.correggiVoce(voce.etichetta) : `${t.aggiungi}: ${elenco.titolo}`}
      sospeso={sospeso}
      {...invio}
      onChiudi={onChiudi}
    >
      <Contese
        contese={contese}
        etichetta={(campo) => ETICHETTE[campo] ?? campo}
        mostra={(_campo, valore) => mostra(valore)}
        onScegli={scegli}
      />
      <TextInput
        label={t.etichetta}
        autoComplete="off"
        data-autofocus
        error={form.formState.errors.etichetta?.message}
        {...form.register('etichetta', { validate: (v) => v.trim() !== '' || t.manca.etichetta })}
      />
      <TextInput label={t.sinonimi} description={t.sinonimiCosa} autoComplete="off" {...form.register('sinonimi')} />
      <CampiDurata form={form} dice={elenco.dice} />
      {elenco.siRitira && (
        <>
          <CampoGiorno {...giorno} name="dal" label={t.primo} description={t.primoCosa} />
          <CampoGiorno {...giorno} name="al" label={t.ultimo} description={t.ultimoCosa} />
        </>
      )}
    </FormLaterale>
  );
}

/** The other's value, into the field it is typed in. */
function scriviCampo(form: UseFormReturn<Valori>, campo: string, valore: unknown): void {
  const testo = mostra(valore);
  const metti = (nome: keyof Valori, detto: string) => form.setValue(nome, detto, { shouldDirty: true });
  if (campo === 'durataMassimaMesi' || campo === 'durataMassimaGiorni') {
    if (testo === '') return;
    metti('durata', testo);
    metti('unita', campo === 'durataMassimaMesi' ? 'mesi' : 'giorni');
  } else metti(campo as keyof Valori, testo);
}
