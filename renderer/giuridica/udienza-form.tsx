import { TextInput } from '@mantine/core';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoOra } from '../form/campo-ora.tsx';
import { CampoTesto } from '../form/campo-testo.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { leggiGiorno, leggiOra, leggiTesto, regolaGiorno, scriviGiorno } from '../form/valori.ts';
import { testi } from '../testi/index.ts';
import type { Misura, Udienza } from './posizione.ts';
import { SceltaMisura, useMostraConMisura } from './scelta-misura.tsx';

const t = testi.giuridica;

interface Props {
  ospiteId: string;
  misure: readonly Misura[];
  /** null: a new one */
  udienza: Udienza | null;
  oggi: string;
  onChiudi: () => void;
}

/** A hearing: new, or corrected. */
export function UdienzaForm({ ospiteId, misure, udienza, oggi, onChiudi }: Props) {
  const sospeso = useFormSospeso(`udienza:${udienza?.id ?? `nuova:${ospiteId}`}`, {
    defaultValues: {
      misuraId: udienza?.misuraId ?? '',
      data: scriviGiorno(udienza?.data ?? null),
      ora: udienza?.ora ?? '',
      autorita: udienza?.autorita ?? misure[0]?.autorita ?? '',
      luogo: udienza?.luogo ?? '',
      accompagnatore: udienza?.accompagnatore ?? '',
      esito: udienza?.esito ?? '',
    },
  });
  const { form } = sospeso;
  const leggi = (v: ReturnType<typeof sospeso.base>) => ({
    misuraId: leggiTesto(v.misuraId),
    data: leggiGiorno(v.data, oggi) ?? oggi,
    ora: leggiOra(v.ora),
    autorita: leggiTesto(v.autorita),
    luogo: leggiTesto(v.luogo),
    accompagnatore: leggiTesto(v.accompagnatore),
    esito: leggiTesto(v.esito),
  });
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: udienza?.id ?? null,
    comandi: { registra: 'udienze.save', salva: 'udienze.save' },
    leggi,
    nuovo: (_v, campi) => ({ ospiteId, ...campi }),
    frase: t.udienzaSalvata,
    onChiudi,
  });
  const mostra = useMostraConMisura(misure);
  return (
    <FormLaterale titolo={t.udienzaTitolo} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <Contese
        contese={contese}
        etichetta={(campo) => (campo === 'misuraId' ? t.perMisura : (t[campo as 'ora'] ?? campo))}
        mostra={mostra}
        onScegli={scegli}
      />
      <CampoGiorno
        control={form.control}
        name="data"
        label={t.data}
        description={testi.form.giorno}
        oggi={oggi}
        rules={regolaGiorno(oggi, t.mancaData)}
      />
      <CampoOra control={form.control} name="ora" label={t.ora} />
      <TextInput label={t.autorita} autoComplete="off" {...form.register('autorita')} />
      <TextInput label={t.luogo} autoComplete="off" {...form.register('luogo')} />
      <TextInput label={t.accompagnatore} autoComplete="off" {...form.register('accompagnatore')} />
      <SceltaMisura misure={misure} campo={form.register('misuraId')} />
      <CampoTesto label={t.esito} campo={form.register('esito')} righe={2} />
    </FormLaterale>
  );
}
