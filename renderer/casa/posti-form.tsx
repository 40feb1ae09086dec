import { Button, NativeSelect, TextInput } from '@mantine/core';
import { isAperta } from '../../domain/apertura.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { useCommand } from '../api/index.ts';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { leggiTesto, scriviGiorno } from '../form/valori.ts';
import pannello from '../pannello/pannello.module.css';
import { avvisaErrore } from '../shell/avvisi.tsx';
import type { Struttura } from '../shell/luogo.ts';
import { testi } from '../testi/index.ts';
import { ContesePeriodo } from './contese.tsx';
import { OpzioniModuli } from './opzioni-moduli.tsx';
import { CampiPeriodo, leggiPeriodo } from './periodo.tsx';

const t = testi.casa;

export type Modulo = Struttura['moduli'][number];
export type Posti = Modulo['posti'][number];

interface Props {
  struttura: Struttura;
  /** null: a new period */
  periodo: { modulo: Modulo; posti: Posti } | null;
  oggi: Giorno;
  onChiudi: () => void;
}

function isPosti(testo: string): boolean {
  return /^\d{1,3}$/.test(testo.trim());
}

/** A period of places of a modulo: for good, or for a while with its reason. */
export function PostiForm({ struttura, periodo, oggi, onChiudi }: Props) {
  const posti = periodo?.posti;
  const iniziale = struttura.moduli.find((m) => isAperta(m, oggi)) ?? struttura.moduli[0];
  const sospeso = useFormSospeso(`posti:${posti?.id ?? `${struttura.codice}:nuovi`}`, {
    defaultValues: {
      modulo: periodo?.modulo.codice ?? iniziale?.codice ?? '',
      validoDal: scriviGiorno(posti?.validoDal),
      validoAl: scriviGiorno(posti?.validoAl),
      accreditati: posti ? String(posti.accreditati) : '',
      disponibili: posti ? String(posti.disponibili) : '',
      motivo: posti?.motivo ?? '',
    },
  });
  const { form } = sospeso;
  const { errors } = form.formState;
  const togli = useCommand('posti.remove');
  const detto = useSalvato();
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: posti?.id ?? null,
    comandi: { registra: 'posti.save', salva: 'posti.save' },
    leggi: (v: ReturnType<typeof sospeso.base>) => {
      const { dal, al } = leggiPeriodo({ dal: v.validoDal, al: v.validoAl }, oggi) ?? { dal: '', al: null };
      const quanti = { accreditati: Number(v.accreditati), disponibili: Number(v.disponibili) };
      return { validoDal: dal, validoAl: al, ...quanti, motivo: leggiTesto(v.motivo) };
    },
    nuovo: ({ modulo }, campi) => ({ modulo, ...campi }),
    frase: t.postiSalvati,
    onChiudi,
  });
  const onTogli = (id: string) =>
    togli.mutate(
      { id },
      {
        onSuccess: (tolti) => {
          sospeso.fatto();
          detto(t.postiTolti, tolti);
          onChiudi();
        },
        onError: avvisaErrore,
      },
    );
  return (
    <FormLaterale
      titolo={periodo ? t.periodo(periodo.modulo.nome, periodo.posti.validoDal) : t.aggiungiPosti}
      sospeso={sospeso}
      {...invio}
      onChiudi={onChiudi}
    >
      <ContesePeriodo contese={contese} onScegli={scegli} />
      <p className={pannello['cosa']}>{t.postiCosa}</p>
      <NativeSelect label={t.modulo} disabled={periodo !== null} {...form.register('modulo')}>
        <OpzioniModuli struttura={struttura} giorno={oggi} scelto={periodo?.modulo.codice ?? ''} />
      </NativeSelect>
      <CampiPeriodo control={form.control} oggi={oggi} dal="validoDal" al="validoAl" />
      <div className={pannello['due']}>
        {(['accreditati', 'disponibili'] as const).map((campo) => (
          <TextInput
            key={campo}
            label={t[campo]}
            inputMode="numeric"
            autoComplete="off"
            error={errors[campo]?.message}
            {...form.register(campo, { validate: (v) => isPosti(v) || t.manca.posti })}
          />
        ))}
      </div>
      <TextInput label={t.motivo} description={t.motivoCosa} autoComplete="off" {...form.register('motivo')} />
      {posti && (
        <div>
          <Button variant="subtle" color="red" loading={togli.isPending} onClick={() => onTogli(posti.id)}>
            {t.togli}
          </Button>
        </div>
      )}
    </FormLaterale>
  );
}
