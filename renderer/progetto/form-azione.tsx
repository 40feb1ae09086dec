import { TextInput } from '@mantine/core';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoTesto } from '../form/campo-testo.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { FUTURO, inForm, leggiGiorno, leggiTesto, regolaFuturo, regolaGiorno, scriviGiorno } from '../form/valori.ts';
import { testi } from '../testi/index.ts';
import type { Azione } from './progetto.ts';
import { Togli } from './togli.tsx';

const t = testi.progetto;
const ETICHETTE: Readonly<Record<string, string>> = { testo: t.azione };

interface Props {
  obiettivoId: string;
  /** null: a new one */
  azione: Azione | null;
  oggi: string;
  onChiudi: () => void;
}

/** An action of a goal: what, who, by when, done when. */
export function AzioneForm({ obiettivoId, azione, oggi, onChiudi }: Props) {
  const sospeso = useFormSospeso(`azione:${azione?.id ?? `nuova:${obiettivoId}`}`, {
    defaultValues: {
      testo: azione?.testo ?? '',
      chi: azione?.chi ?? '',
      entro: scriviGiorno(azione?.entro ?? null),
      fattaIl: scriviGiorno(azione?.fattaIl ?? null),
    },
  });
  const { form } = sospeso;
  const leggi = (v: ReturnType<typeof sospeso.base>) => ({
    testo: v.testo.trim(),
    chi: leggiTesto(v.chi),
    entro: leggiGiorno(v.entro, oggi, FUTURO),
    fattaIl: leggiGiorno(v.fattaIl, oggi),
  });
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: azione?.id ?? null,
    comandi: { registra: 'azioni.save', salva: 'azioni.save' },
    leggi,
    nuovo: (_v, campi) => ({ obiettivoId, ...campi }),
    frase: t.azioneSalvata,
    onChiudi,
  });
  const giorno = {
    control: form.control,
    oggi,
    description: testi.form.giorno,
    rules: regolaGiorno(oggi),
  };
  return (
    <FormLaterale titolo={t.azioneTitolo} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <Contese
        contese={contese}
        etichetta={(campo) => ETICHETTE[campo] ?? t[campo as 'chi'] ?? campo}
        mostra={(_campo, valore) => inForm(valore)}
        onScegli={scegli}
      />
      <CampoTesto
        label={t.azione}
        campo={form.register('testo', { validate: (v) => v.trim() !== '' || t.mancaAzione })}
        error={form.formState.errors.testo?.message}
        righe={2}
      />
      <TextInput label={t.chi} autoComplete="off" {...form.register('chi')} />
      <CampoGiorno {...giorno} name="entro" label={t.entro} futuro rules={regolaFuturo(oggi)} />
      <CampoGiorno {...giorno} name="fattaIl" label={t.fattaIl} passato />
      <Togli
        comando="azioni.remove"
        id={azione?.id ?? null}
        frase={t.azioneTolta}
        sospeso={sospeso}
        onChiudi={onChiudi}
      />
    </FormLaterale>
  );
}
