import { TextInput } from '@mantine/core';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoTesto } from '../form/campo-testo.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { inForm, leggiGiorno, leggiTesto, regolaGiorno, scriviGiorno } from '../form/valori.ts';
import { testi } from '../testi/index.ts';
import type { Progetto } from './progetto.ts';
import { Togli } from './togli.tsx';

const t = testi.progetto;

interface Props {
  ingressoId: string;
  /** null: a new one */
  progetto: Progetto | null;
  oggi: string;
  onChiudi: () => void;
}

/** The project itself: its days, what it is in short, who wrote it and with whom. */
export function ProgettoForm({ ingressoId, progetto, oggi, onChiudi }: Props) {
  const sospeso = useFormSospeso(`progetto:${progetto?.id ?? `nuovo:${ingressoId}`}`, {
    defaultValues: {
      data: scriviGiorno(progetto?.data ?? oggi),
      sintesi: progetto?.sintesi ?? '',
      redattoDa: progetto?.redattoDa ?? '',
      condivisoCon: progetto?.condivisoCon ?? '',
      al: scriviGiorno(progetto?.al ?? null),
    },
  });
  const { form } = sospeso;
  const leggi = (v: ReturnType<typeof sospeso.base>) => ({
    data: leggiGiorno(v.data, oggi) ?? oggi,
    sintesi: leggiTesto(v.sintesi),
    redattoDa: leggiTesto(v.redattoDa),
    condivisoCon: leggiTesto(v.condivisoCon),
    al: leggiGiorno(v.al, oggi),
  });
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: progetto?.id ?? null,
    comandi: { registra: 'progetti.save', salva: 'progetti.save' },
    leggi,
    nuovo: (_v, campi) => ({ ingressoId, ...campi }),
    frase: t.salvato,
    onChiudi,
  });
  const giorno = { control: form.control, oggi };
  return (
    <FormLaterale titolo={t.titolo} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <Contese
        contese={contese}
        etichetta={(campo) => t[campo as 'data'] ?? campo}
        mostra={(_campo, valore) => inForm(valore)}
        onScegli={scegli}
      />
      <CampoGiorno
        {...giorno}
        name="data"
        label={t.data}
        description={testi.form.giorno}
        rules={regolaGiorno(oggi, t.mancaData)}
      />
      <CampoTesto label={t.sintesi} campo={form.register('sintesi')} />
      <TextInput label={t.redattoDa} autoComplete="off" {...form.register('redattoDa')} />
      <TextInput
        label={t.condivisoCon}
        description={t.condivisoCosa}
        autoComplete="off"
        {...form.register('condivisoCon')}
      />
      <CampoGiorno {...giorno} name="al" label={t.al} description={t.alCosa} rules={regolaGiorno(oggi)} />
      <Togli
        comando="progetti.remove"
        id={progetto?.id ?? null}
        frase={t.progettoTolto}
        sospeso={sospeso}
        onChiudi={onChiudi}
      />
    </FormLaterale>
  );
}
