import { NativeSelect, TextInput } from '@mantine/core';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { scriviGiorno } from '../form/valori.ts';
import type { Struttura } from '../shell/luogo.ts';
import { testi } from '../testi/index.ts';
import { ContesePeriodo } from './contese.tsx';
import { OpzioniModuli } from './opzioni-moduli.tsx';
import { CampiPeriodo, leggiPeriodo } from './periodo.tsx';
import type { Stanza } from './stanze.tsx';

const t = testi.casa;

interface Props {
  struttura: Struttura;
  /** null: a new one */
  stanza: Stanza | null;
  oggi: Giorno;
  onChiudi: () => void;
}

function isLetti(testo: string): boolean {
  return /^\d{1,2}$/.test(testo.trim()) && Number(testo) >= 1 && Number(testo) <= 40;
}

/** A room with its beds, and the days on which it is in use. */
export function StanzaForm({ struttura, stanza, oggi, onChiudi }: Props) {
  const sospeso = useFormSospeso(`stanza:${stanza?.id ?? `${struttura.codice}:nuova`}`, {
    defaultValues: {
      nome: stanza?.nome ?? '',
      letti: stanza ? String(stanza.letti) : '',
      modulo: stanza?.modulo ?? '',
      dal: formatGiornoBreve(stanza?.dal ?? `${oggi.slice(0, 4)}-01-01`),
      al: scriviGiorno(stanza?.al),
    },
  });
  const { form } = sospeso;
  const { errors } = form.formState;
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: stanza?.id ?? null,
    comandi: { registra: 'stanze.save', salva: 'stanze.save' },
    leggi: ({ nome, letti, modulo, ...periodo }: ReturnType<typeof sospeso.base>) => ({
      ...{ nome: nome.trim(), letti: Number(letti), modulo: modulo || null },
      ...(leggiPeriodo(periodo, oggi) ?? { dal: '', al: null }),
    }),
    nuovo: (_v, campi) => ({ struttura: struttura.codice, ...campi }),
    frase: ({ nome }) => t.stanzaSalvata(nome.trim()),
    onChiudi,
  });
  const nomeModulo = (codice: string) => struttura.moduli.find((m) => m.codice === codice)?.nome ?? t.tuttaLaCasa;
  return (
    <FormLaterale
      titolo={stanza ? t.correggiStanza(stanza.nome) : t.aggiungiStanza}
      sospeso={sospeso}
      {...invio}
      onChiudi={onChiudi}
    >
      <ContesePeriodo contese={contese} nomeModulo={nomeModulo} onScegli={scegli} />
      <TextInput
        label={t.nome}
        autoComplete="off"
        data-autofocus
        error={errors.nome?.message}
        {...form.register('nome', { validate: (v) => v.trim() !== '' || t.manca.nome })}
      />
      <TextInput
        label={t.letti}
        inputMode="numeric"
        autoComplete="off"
        error={errors.letti?.message}
        {...form.register('letti', { validate: (v) => isLetti(v) || t.manca.letti })}
      />
      <NativeSelect label={t.modulo} {...form.register('modulo')}>
        <option value="">{t.tuttaLaCasa}</option>
        <OpzioniModuli struttura={struttura} giorno={oggi} scelto={stanza?.modulo ?? ''} />
      </NativeSelect>
      <CampiPeriodo control={form.control} oggi={oggi} />
    </FormLaterale>
  );
}
