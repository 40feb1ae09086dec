import { NativeSelect, TextInput } from '@mantine/core';
import { TIPI_AVVERTENZA } from '../../domain/avvertenza.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { inForm, leggiGiorno, regolaGiorno, scriviGiorno } from '../form/valori.ts';
import type { PropsAzione } from '../ospite/azioni.tsx';
import type { Cartella } from '../ospite/cartella.ts';
import { testi } from '../testi/index.ts';

const t = testi.avvertenze;

export type Avvertenza = Cartella['avvertenze'][number];

interface Valori {
  tipo: string;
  testo: string;
  dal: string;
  al: string;
}

function leggi({ tipo, testo, dal, al }: Valori, oggi: Giorno) {
  return {
    tipo: TIPI_AVVERTENZA.find((uno) => uno === tipo) ?? ('altro' as const),
    testo: testo.trim(),
    dal: leggiGiorno(dal, oggi) ?? oggi,
    al: leggiGiorno(al, oggi),
  };
}

function mostra(campo: string, valore: unknown): string {
  const testo = inForm(valore);
  return campo === 'tipo' ? (t.tipi[testo] ?? testo) : testo;
}

/** A new alert, or the correction of one. */
export function AvvertenzaForm({ cartella, avvertenza, oggi, onChiudi }: PropsAzione & { avvertenza?: Avvertenza }) {
  const sospeso = useFormSospeso<Valori>(`avvertenza:${avvertenza?.id ?? cartella.id}`, {
    defaultValues: {
      ...{ tipo: avvertenza?.tipo ?? 'allergia', testo: avvertenza?.testo ?? '' },
      dal: scriviGiorno(avvertenza?.dal ?? oggi),
      al: scriviGiorno(avvertenza?.al),
    },
  });
  const { form } = sospeso;
  const { errors } = form.formState;
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: avvertenza?.id ?? null,
    comandi: { registra: 'avvertenze.add', salva: 'avvertenze.save' },
    leggi: (valori: Valori) => leggi(valori, oggi),
    nuovo: (_v, campi) => ({ ospiteId: cartella.id, ...campi }),
    frase: t.salvata,
    onChiudi,
  });
  const nomi: Readonly<Record<string, string>> = { tipo: t.tipo, testo: t.testo, dal: t.dal, al: t.al };
  return (
    <FormLaterale
      titolo={avvertenza ? t.correggiTitolo : t.aggiungiTitolo}
      sospeso={sospeso}
      {...invio}
      onChiudi={onChiudi}
    >
      <Contese contese={contese} etichetta={(campo) => nomi[campo] ?? campo} mostra={mostra} onScegli={scegli} />
      <NativeSelect label={t.tipo} data-autofocus {...form.register('tipo')}>
        {TIPI_AVVERTENZA.map((tipo) => (
          <option key={tipo} value={tipo}>
            {t.tipi[tipo]}
          </option>
        ))}
      </NativeSelect>
      <TextInput
        label={t.testo}
        description={t.testoCosa}
        autoComplete="off"
        error={errors.testo?.message}
        {...form.register('testo', { validate: (v) => v.trim() !== '' || t.manca })}
      />
      <CampoGiorno
        control={form.control}
        name="dal"
        label={t.dal}
        description={testi.form.giorno}
        oggi={oggi}
        rules={regolaGiorno(oggi, testi.form.giornoIgnoto)}
      />
      <CampoGiorno
        control={form.control}
        name="al"
        label={t.al}
        description={t.alCosa}
        oggi={oggi}
        rules={regolaGiorno(oggi)}
      />
    </FormLaterale>
  );
}
