import { TextInput } from '@mantine/core';
import { findGiornoStrano } from '../../domain/giorno-fatto.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoTesto } from '../form/campo-testo.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { leggiGiorno, leggiTesto, regolaGiorno, scriviGiorno } from '../form/valori.ts';
import { testi } from '../testi/index.ts';
import type { Misura, Violazione } from './posizione.ts';
import { SceltaMisura, useMostraConMisura } from './scelta-misura.tsx';

const t = testi.giuridica;

interface Props {
  ospiteId: string;
  misure: readonly Misura[];
  /** null: a new one */
  violazione: Violazione | null;
  oggi: string;
  onChiudi: () => void;
}

/** A violation of a measure's prescriptions, and whether it was notified. */
export function ViolazioneForm({ ospiteId, misure, violazione, oggi, onChiudi }: Props) {
  const sospeso = useFormSospeso(`violazione:${violazione?.id ?? `nuova:${ospiteId}`}`, {
    defaultValues: {
      misuraId: violazione?.misuraId ?? (violazione === null ? (misure[0]?.id ?? '') : ''),
      data: scriviGiorno(violazione?.data ?? null),
      fatto: violazione?.fatto ?? '',
      comunicataA: violazione?.comunicataA ?? '',
      comunicataIl: scriviGiorno(violazione?.comunicataIl ?? null),
    },
  });
  const { form } = sospeso;
  const leggi = (v: ReturnType<typeof sospeso.base>) => ({
    misuraId: leggiTesto(v.misuraId),
    data: leggiGiorno(v.data, oggi) ?? oggi,
    fatto: v.fatto.trim(),
    comunicataA: leggiTesto(v.comunicataA),
    comunicataIl: leggiGiorno(v.comunicataIl, oggi),
  });
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: violazione?.id ?? null,
    comandi: { registra: 'violazioni.save', salva: 'violazioni.save' },
    leggi,
    nuovo: (_v, campi) => ({ ospiteId, ...campi }),
    frase: t.violazioneSalvata,
    onChiudi,
  });
  const giorno = { control: form.control, oggi, description: testi.form.giorno };
  const mostra = useMostraConMisura(misure);
  const fatto = { giorno: leggiGiorno(form.watch('data'), oggi), di: 'del fatto' };
  return (
    <FormLaterale titolo={t.violazioneTitolo} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <Contese
        contese={contese}
        etichetta={(campo) => (campo === 'misuraId' ? t.perMisura : (t[campo as 'fatto'] ?? campo))}
        mostra={mostra}
        onScegli={scegli}
      />
      <CampoGiorno {...giorno} name="data" label={t.data} passato rules={regolaGiorno(oggi, t.mancaData)} />
      <CampoTesto
        label={t.fatto}
        campo={form.register('fatto', { validate: (v) => v.trim() !== '' || t.mancaFatto })}
        error={form.formState.errors.fatto?.message}
      />
      <SceltaMisura misure={misure} campo={form.register('misuraId')} />
      <TextInput label={t.comunicataA} autoComplete="off" {...form.register('comunicataA')} />
      <CampoGiorno
        {...giorno}
        name="comunicataIl"
        label={t.comunicataIl}
        nota={(comunicata) => findGiornoStrano(comunicata, oggi, fatto)?.frase ?? null}
        rules={regolaGiorno(oggi)}
      />
    </FormLaterale>
  );
}
