import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { parseOra } from '../../domain/ora-testo.ts';
import type { Input, Output } from '../../electron/contract/index.ts';
import { useCommand } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoLista } from '../form/campo-lista.tsx';
import { CampoOra } from '../form/campo-ora.tsx';
import { Contese } from '../form/contese.tsx';
import { useCorrezione } from '../form/correzione.ts';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { formatOra, testi } from '../testi/index.ts';
import css from './assenza.module.css';
import { Prescrizioni } from './prescrizioni.tsx';

const t = testi.assenze;

export type RigaAssenza = Output<'assenze.list'>['righe'][number];

/** Whose time away it is. */
export interface ChiEsce {
  readonly ingressoId: string;
  readonly ospiteId: string;
  readonly cognome: string;
  readonly nome: string;
}

interface Props {
  chi: ChiEsce;
  /** the time away to correct; left out, a new one */
  riga?: RigaAssenza | undefined;
  oggi: Giorno;
  onChiudi: () => void;
}

type Campi = Omit<Input<'assenze.register'>, 'ingressoId'>;
type Valori = { [C in keyof Campi]: string };

function valoriDi(riga: RigaAssenza | undefined, oggi: Giorno): Valori {
  const giorno = (g: Giorno | null | undefined) => (g ? formatGiornoBreve(g) : '');
  return {
    tipo: riga?.tipo ?? '',
    uscita: giorno(riga?.uscita ?? oggi),
    oraUscita: riga ? (riga.oraUscita ?? '') : formatOra(Date.now()),
    rientroPrevisto: giorno(riga?.rientroPrevisto),
    oraPrevista: riga?.oraPrevista ?? '',
    rientro: giorno(riga?.rientro),
    oraRientro: riga?.oraRientro ?? '',
    accompagnatore: riga?.accompagnatore ?? '',
    destinazione: riga?.destinazione ?? '',
    motivo: riga?.motivo ?? '',
  };
}

function leggi(v: Valori, oggi: Giorno): Campi {
  const testo = (s: string) => s.trim() || null;
  return {
    tipo: v.tipo,
    uscita: parseGiorno(v.uscita, oggi) ?? '',
    oraUscita: parseOra(v.oraUscita) ?? null,
    rientroPrevisto: parseGiorno(v.rientroPrevisto, oggi) ?? null,
    oraPrevista: parseOra(v.oraPrevista) ?? null,
    rientro: parseGiorno(v.rientro, oggi) ?? null,
    oraRientro: parseOra(v.oraRientro) ?? null,
    accompagnatore: testo(v.accompagnatore),
    destinazione: testo(v.destinazione),
    motivo: testo(v.motivo),
  };
}

const ETICHETTE: Readonly<Record<keyof Campi, string>> = {
  tipo: t.tipo,
  uscita: t.giornoUscita,
  oraUscita: t.oraUscita,
  rientroPrevisto: t.rientroPrevisto,
  oraPrevista: t.oraPrevista,
  rientro: t.rientro,
  oraRientro: t.oraRientro,
  accompagnatore: t.accompagnatore,
  destinazione: t.destinazione,
  motivo: t.motivo,
};

const GIORNI: ReadonlySet<string> = new Set(['uscita', 'rientroPrevisto', 'rientro']);

function inParole(campo: string, valore: unknown): string {
  const testo = typeof valore === 'string' ? valore : '';
  return GIORNI.has(campo) && testo !== '' ? formatGiornoBreve(testo) : testo;
}

function useInvio({ chi, riga, oggi, onChiudi }: Props) {
  const sospeso = useFormSospeso<Valori>(riga ? `assenza:${riga.id}` : `uscita:${chi.ingressoId}`, {
    defaultValues: valoriDi(riga, oggi),
  });
  const { form } = sospeso;
  const registra = useCommand('assenze.register');
  const corregge = useCommand('assenze.correct');
  const salvato = useSalvato();
  const correzione = useCorrezione(
    sospeso,
    (valori: Valori) => leggi(valori, oggi),
    (campo, valore) => form.setValue(campo, inParole(campo, valore)),
  );
  const fatto = (frase: string) => (esito: Parameters<typeof salvato>[1]) => {
    sospeso.fatto();
    salvato(frase, esito);
    onChiudi();
  };
  const invia = form.handleSubmit((valori) => {
    if (!riga) {
      registra.mutate({ ingressoId: chi.ingressoId, ...leggi(valori, oggi) }, { onSuccess: fatto(t.salvata) });
      return;
    }
    corregge.mutate(
      { id: riga.id, ...correzione.correzione() },
      { onSuccess: (esito) => void (correzione.chiedi(esito) || fatto(t.corretta)(esito)) },
    );
  });
  return { sospeso, form, invia, correzione, comando: riga ? corregge : registra };
}

/** The hour of now is of today: on another day it goes, unless somebody wrote it; on today it comes back. */
function useOraDiAdesso(form: UseFormReturn<Valori>, oggi: Giorno, nuova: boolean): void {
  const { watch, setValue, getFieldState, getValues } = form;
  const [adesso] = useState(() => formatOra(Date.now()));
  const uscita = parseGiorno(watch('uscita'), oggi);
  useEffect(() => {
    if (!nuova || uscita === undefined) return;
    const scritta = getValues('oraUscita');
    if (uscita !== oggi && scritta === adesso && !getFieldState('oraUscita').isTouched) setValue('oraUscita', '');
    if (uscita === oggi && scritta === '' && !getFieldState('oraUscita').isTouched) setValue('oraUscita', adesso);
  }, [nuova, uscita, oggi, adesso, setValue, getValues, getFieldState]);
}

/** A guest goes out, or is granted a leave; the same fields correct what was recorded. */
export function UscitaForm(props: Props) {
  const { chi, riga, oggi, onChiudi } = props;
  const { sospeso, form, invia, correzione, comando } = useInvio(props);
  const { control, register, formState, watch } = form;
  useOraDiAdesso(form, oggi, riga === undefined);
  const formatNome = useFormatNome();
  const nome = formatNome(chi.cognome, chi.nome);
  const capito = (v: unknown) => String(v ?? '').trim() === '' || parseGiorno(String(v), oggi) !== undefined;
  const giornoNoto = { validate: (v: unknown) => capito(v) || testi.form.giornoIgnoto };
  const giornoScritto = {
    validate: (v: unknown) => (String(v ?? '').trim() === '' ? t.mancaGiorno : giornoNoto.validate(v)),
  };
  return (
    <FormLaterale
      titolo={riga ? t.correggiDi(nome) : t.uscitaDi(nome)}
      ospiti={[chi.ospiteId]}
      sospeso={sospeso}
      azione={riga ? testi.comune.salva : t.registra}
      errore={comando.error}
      inCorso={comando.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <Contese
        contese={correzione.contese}
        etichetta={(campo) => ETICHETTE[campo as keyof Campi] ?? campo}
        mostra={inParole}
        onScegli={correzione.scegli}
      />
      <Prescrizioni ospiteId={chi.ospiteId} giorno={parseGiorno(watch('uscita'), oggi) ?? oggi} />
      <CampoLista
        label={t.tipo}
        lista="assenza"
        giorno={parseGiorno(watch('uscita'), oggi)}
        campo={register('tipo', { validate: (v) => v !== '' || t.mancaTipo })}
        error={formState.errors.tipo?.message}
        primo
      />
      <div className={css['due']}>
        <CampoGiorno
          control={control}
          name="uscita"
          label={t.giornoUscita}
          description={testi.form.giorno}
          oggi={oggi}
          rules={giornoScritto}
        />
        <CampoOra control={control} name="oraUscita" label={t.oraUscita} />
        <CampoGiorno
          control={control}
          name="rientroPrevisto"
          label={t.rientroPrevisto}
          description={t.previstoCosa}
          oggi={oggi}
          rules={giornoNoto}
        />
        <CampoOra control={control} name="oraPrevista" label={t.oraPrevista} />
      </div>
      <TextInput label={t.destinazione} autoComplete="off" maxLength={200} {...register('destinazione')} />
      <TextInput label={t.accompagnatore} autoComplete="off" maxLength={200} {...register('accompagnatore')} />
      <TextInput label={t.motivo} autoComplete="off" maxLength={200} {...register('motivo')} />
      <div className={css['due']}>
        <CampoGiorno
          control={control}
          name="rientro"
          label={t.rientro}
          description={t.rientroCosa}
          oggi={oggi}
          rules={giornoNoto}
        />
        <CampoOra control={control} name="oraRientro" label={t.oraRientro} />
      </div>
    </FormLaterale>
  );
}

/** When a guest came back: now, unless another moment is written. */
export function RientroForm({ riga, oggi, onChiudi }: { riga: RigaAssenza; oggi: Giorno; onChiudi: () => void }) {
  const sospeso = useFormSospeso(`rientro:${riga.id}`, {
    defaultValues: { rientro: formatGiornoBreve(oggi), oraRientro: formatOra(Date.now()) },
  });
  const { form } = sospeso;
  const rientra = useCommand('assenze.return');
  const salvato = useSalvato();
  const formatNome = useFormatNome();
  const nome = formatNome(riga.cognome, riga.nome);
  const invia = form.handleSubmit(({ rientro, oraRientro }) =>
    rientra.mutate(
      { id: riga.id, rientro: parseGiorno(rientro, oggi) ?? '', oraRientro: parseOra(oraRientro) ?? null },
      {
        onSuccess: (esito) => {
          sospeso.fatto();
          salvato(t.tornato(nome), esito);
          onChiudi();
        },
      },
    ),
  );
  const rules = { validate: (v: unknown) => parseGiorno(String(v), oggi) !== undefined || testi.form.giornoIgnoto };
  return (
    <FormLaterale
      titolo={t.rientroDi(nome)}
      ospiti={[riga.ospiteId]}
      sospeso={sospeso}
      azione={t.segnaRientro}
      errore={rientra.error}
      inCorso={rientra.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <div className={css['due']}>
        <CampoGiorno
          control={form.control}
          name="rientro"
          label={t.rientro}
          description={testi.form.giorno}
          oggi={oggi}
          rules={rules}
        />
        <CampoOra control={form.control} name="oraRientro" label={t.oraRientro} />
      </div>
    </FormLaterale>
  );
}
