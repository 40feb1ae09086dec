import { TextInput } from '@mantine/core';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoLista } from '../form/campo-lista.tsx';
import { CampoTesto } from '../form/campo-testo.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { FUTURO, inForm, leggiGiorno, leggiTesto, regolaFuturo, regolaGiorno, scriviGiorno } from '../form/valori.ts';
import { useEtichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';
import type { Misura } from './posizione.ts';

const t = testi.giuridica;

interface Props {
  ospiteId: string;
  /** null: a new one */
  misura: Misura | null;
  oggi: string;
  onChiudi: () => void;
}

/** A measure: new, or corrected. */
export function MisuraForm({ ospiteId, misura, oggi, onChiudi }: Props) {
  const sospeso = useFormSospeso(`misura:${misura?.id ?? `nuova:${ospiteId}`}`, {
    defaultValues: {
      misura: misura?.misura ?? '',
      dal: scriviGiorno(misura?.dal ?? null),
      al: scriviGiorno(misura?.al ?? null),
      autorita: misura?.autorita ?? '',
      finePena: scriviGiorno(misura?.finePena ?? null),
      provvedimento: misura?.provvedimento ?? '',
      prescrizioni: misura?.prescrizioni ?? '',
    },
  });
  const { form } = sospeso;
  const leggi = (v: ReturnType<typeof sospeso.base>) => ({
    misura: v.misura,
    dal: leggiGiorno(v.dal, oggi) ?? oggi,
    al: leggiGiorno(v.al, oggi),
    autorita: leggiTesto(v.autorita),
    finePena: leggiGiorno(v.finePena, oggi, FUTURO),
    provvedimento: leggiTesto(v.provvedimento),
    prescrizioni: leggiTesto(v.prescrizioni),
  });
  const etichetta = useEtichette();
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: misura?.id ?? null,
    comandi: { registra: 'misure.save', salva: 'misure.save' },
    leggi,
    nuovo: (_v, campi) => ({ ospiteId, ...campi }),
    frase: t.misuraSalvata,
    onChiudi,
  });
  const { errors } = form.formState;
  const giorno = { control: form.control, oggi, description: testi.form.giorno };
  return (
    <FormLaterale titolo={t.misuraTitolo} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <Contese
        contese={contese}
        etichetta={(campo) => t[campo as 'dal'] ?? campo}
        mostra={(campo, valore) => (campo === 'misura' ? etichetta('misura', String(valore)) : inForm(valore))}
        onScegli={scegli}
      />
      <CampoLista
        label={t.misura}
        lista="misura"
        giorno={leggiGiorno(form.watch('dal'), oggi) ?? undefined}
        campo={form.register('misura', { validate: (v) => v !== '' || t.scegliMisura })}
        error={errors.misura?.message}
      />
      <CampoGiorno {...giorno} name="dal" label={t.dal} rules={regolaGiorno(oggi, t.mancaDal)} />
      <CampoGiorno {...giorno} name="al" label={t.al} description={t.alCosa} rules={regolaGiorno(oggi)} />
      <TextInput label={t.autorita} autoComplete="off" {...form.register('autorita')} />
      <CampoGiorno {...giorno} name="finePena" label={t.finePena} futuro rules={regolaFuturo(oggi)} />
      <TextInput
        label={t.provvedimento}
        description={t.provvedimentoCosa}
        autoComplete="off"
        {...form.register('provvedimento')}
      />
      <CampoTesto label={t.prescrizioni} description={t.prescrizioniCosa} campo={form.register('prescrizioni')} />
    </FormLaterale>
  );
}
