import { TextInput } from '@mantine/core';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoTesto } from '../form/campo-testo.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { FUTURO, inForm, leggiGiorno, leggiTesto, regolaFuturo, regolaGiorno, scriviGiorno } from '../form/valori.ts';
import { testi } from '../testi/index.ts';
import type { Verifica } from './progetto.ts';
import { Togli } from './togli.tsx';

const t = testi.progetto;

interface Props {
  progettoId: string;
  /** null: a new one */
  verifica: Verifica | null;
  oggi: string;
  onChiudi: () => void;
}

/** A review of the project. */
export function VerificaForm({ progettoId, verifica, oggi, onChiudi }: Props) {
  const sospeso = useFormSospeso(`verifica:${verifica?.id ?? `nuova:${progettoId}`}`, {
    defaultValues: {
      data: scriviGiorno(verifica?.data ?? oggi),
      esito: verifica?.esito ?? '',
      partecipanti: verifica?.partecipanti ?? '',
      prossima: scriviGiorno(verifica?.prossima ?? null),
    },
  });
  const { form } = sospeso;
  const leggi = (v: ReturnType<typeof sospeso.base>) => ({
    data: leggiGiorno(v.data, oggi) ?? oggi,
    esito: leggiTesto(v.esito),
    partecipanti: leggiTesto(v.partecipanti),
    prossima: leggiGiorno(v.prossima, oggi, FUTURO),
  });
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: verifica?.id ?? null,
    comandi: { registra: 'verificheProgetto.save', salva: 'verificheProgetto.save' },
    leggi,
    nuovo: (_v, campi) => ({ progettoId, ...campi }),
    frase: t.verificaSalvata,
    onChiudi,
  });
  const giorno = { control: form.control, oggi, description: testi.form.giorno };
  return (
    <FormLaterale titolo={t.verificaTitolo} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <Contese
        contese={contese}
        etichetta={(campo) => t[campo as 'esito'] ?? campo}
        mostra={(_campo, valore) => inForm(valore)}
        onScegli={scegli}
      />
      <CampoGiorno {...giorno} name="data" label={t.data} rules={regolaGiorno(oggi, t.mancaData)} />
      <CampoTesto label={t.esito} campo={form.register('esito')} />
      <TextInput label={t.partecipanti} autoComplete="off" {...form.register('partecipanti')} />
      <CampoGiorno {...giorno} name="prossima" label={t.prossima} futuro rules={regolaFuturo(oggi)} />
      <Togli
        comando="verificheProgetto.remove"
        id={verifica?.id ?? null}
        frase={t.verificaTolta}
        sospeso={sospeso}
        onChiudi={onChiudi}
      />
    </FormLaterale>
  );
}
