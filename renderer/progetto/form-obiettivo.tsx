import { NativeSelect } from '@mantine/core';
import { STATI_OBIETTIVO, type StatoObiettivo } from '../../domain/progetto.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoLista } from '../form/campo-lista.tsx';
import { CampoTesto } from '../form/campo-testo.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { FUTURO, inForm, leggiGiorno, leggiTesto, regolaFuturo, scriviGiorno } from '../form/valori.ts';
import { useEtichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';
import type { Obiettivo } from './progetto.ts';
import { Togli } from './togli.tsx';

const t = testi.progetto;
const AREE = 'area_obiettivo';
const ETICHETTE: Readonly<Record<string, string>> = { testo: t.obiettivo };

interface Props {
  progettoId: string;
  /** the day the project begins: the areas offered are those of then, or since */
  dal: string;
  /** null: a new one */
  obiettivo: Obiettivo | null;
  oggi: string;
  onChiudi: () => void;
}

/** A goal: what, how it will be known, by when, how it stands. */
export function ObiettivoForm({ progettoId, dal, obiettivo, oggi, onChiudi }: Props) {
  const etichetta = useEtichette();
  const mostra = (campo: string, valore: unknown) => {
    const testo = inForm(valore);
    if (campo === 'stato') return t.stati[testo] ?? testo;
    return campo === 'area' ? etichetta(AREE, testo) : testo;
  };
  const sospeso = useFormSospeso<{
    area: string;
    testo: string;
    indicatore: string;
    entro: string;
    stato: StatoObiettivo;
  }>(`obiettivo:${obiettivo?.id ?? `nuovo:${progettoId}`}`, {
    defaultValues: {
      area: obiettivo?.area ?? '',
      testo: obiettivo?.testo ?? '',
      indicatore: obiettivo?.indicatore ?? '',
      entro: scriviGiorno(obiettivo?.entro ?? null),
      stato: obiettivo?.stato ?? 'aperto',
    },
  });
  const { form } = sospeso;
  const leggi = (v: ReturnType<typeof sospeso.base>) => ({
    area: v.area,
    testo: v.testo.trim(),
    indicatore: leggiTesto(v.indicatore),
    entro: leggiGiorno(v.entro, oggi, FUTURO),
    stato: v.stato,
  });
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: obiettivo?.id ?? null,
    comandi: { registra: 'obiettivi.save', salva: 'obiettivi.save' },
    leggi,
    nuovo: (_v, campi) => ({ progettoId, ...campi }),
    frase: t.obiettivoSalvato,
    onChiudi,
  });
  return (
    <FormLaterale titolo={t.obiettivoTitolo} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <Contese
        contese={contese}
        etichetta={(campo) => ETICHETTE[campo] ?? t[campo as 'area'] ?? campo}
        mostra={mostra}
        onScegli={scegli}
      />
      <CampoTesto
        label={t.obiettivo}
        campo={form.register('testo', { validate: (v) => v.trim() !== '' || t.mancaObiettivo })}
        error={form.formState.errors.testo?.message}
        righe={2}
      />
      <CampoLista
        label={t.area}
        lista={AREE}
        giorno={dal}
        fine={oggi}
        campo={form.register('area', { validate: (v) => v !== '' || t.mancaArea })}
        error={form.formState.errors.area?.message}
      />
      <CampoTesto label={t.indicatore} campo={form.register('indicatore')} righe={2} />
      <CampoGiorno
        control={form.control}
        oggi={oggi}
        name="entro"
        label={t.entro}
        description={testi.form.giorno}
        futuro
        rules={regolaFuturo(oggi)}
      />
      <NativeSelect
        label={t.stato}
        data={STATI_OBIETTIVO.map((value) => ({ value, label: t.stati[value] ?? value }))}
        {...form.register('stato')}
      />
      <Togli
        comando="obiettivi.remove"
        id={obiettivo?.id ?? null}
        frase={t.obiettivoTolto}
        sospeso={sospeso}
        onChiudi={onChiudi}
      />
    </FormLaterale>
  );
}
