import { zodResolver } from '@hookform/resolvers/zod';
import { Checkbox, TextInput } from '@mantine/core';
import { z } from 'zod';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import type { FormProps, RigaMese } from './form-comune.ts';
import { ModuloForm } from './modulo-form.tsx';

const t = testi.ingresso;

const schema = z.object({ motivo: z.string().trim().min(1, t.manca.motivo) });
const schemaRiapertura = schema.extend({ insieme: z.boolean() });

/** What is said of a stay that ended, to open it again. */
export type PermanenzaChiusa = Pick<
  RigaMese,
  'ingressoId' | 'ospiteId' | 'cognome' | 'nome' | 'dataIngresso' | 'dataDimissione'
>;

/** The guest did not leave after all: with the reason, and with the family that left on the same day. */
export function FormRiapertura(p: FormProps & { riga: PermanenzaChiusa }) {
  const { riga } = p;
  const reopen = useCommand('dimissioni.reopen');
  const { data } = useEndpoint('dimissioni.get', { ingressoId: riga.ingressoId });
  const formatNome = useFormatNome();
  const nome = formatNome(riga.cognome, riga.nome);
  const famiglia = data?.famiglia.filter((uno) => uno.dataDimissione !== null) ?? [];
  const sospeso = useFormSospeso(`riapertura:${riga.ingressoId}`, {
    resolver: zodResolver(schemaRiapertura),
    defaultValues: { motivo: '', insieme: true },
  });
  const { form } = sospeso;
  const invia = form.handleSubmit(async ({ motivo, insieme }) => {
    const { avvisi, voce } = await reopen.mutateAsync({
      ingressoId: riga.ingressoId,
      motivo,
      insieme: insieme ? famiglia.map((uno) => uno.ingressoId) : [],
    });
    sospeso.fatto();
    p.onFatto({ frase: t.fatto.riapertura(nome), avvisi, ingressoId: riga.ingressoId, voce });
  });
  return (
    <ModuloForm
      sospeso={sospeso}
      onSubmit={(e) => void invia(e).catch(() => undefined)}
      errore={reopen.error}
      inCorso={reopen.isPending}
      azione={t.registra.riapertura}
      onAnnulla={p.onAnnulla}
    >
      <p>{t.riaperturaCosa(nome, formatGiorno(riga.dataDimissione ?? riga.dataIngresso))}</p>
      {famiglia.length > 0 && (
        <Checkbox
          label={t.riaperturaInsieme(famiglia.map((uno) => formatNome(uno.cognome, uno.nome)).join(', '))}
          {...form.register('insieme')}
        />
      )}
      <TextInput
        label={t.motivo}
        description={t.motivoRiapertura}
        {...form.register('motivo')}
        error={form.formState.errors.motivo?.message}
      />
    </ModuloForm>
  );
}

/** A stay entered by mistake goes away, with its reason. */
export function FormTogli(p: FormProps & { riga: RigaMese }) {
  const { riga } = p;
  const remove = useCommand('ingressi.remove');
  const nome = useFormatNome()(riga.cognome, riga.nome);
  const sospeso = useFormSospeso(`togli:${riga.ingressoId}`, {
    resolver: zodResolver(schema),
    defaultValues: { motivo: '' },
  });
  const { form } = sospeso;
  const invia = form.handleSubmit(async ({ motivo }) => {
    const { voce } = await remove.mutateAsync({ ingressoId: riga.ingressoId, motivo });
    sospeso.fatto();
    p.onFatto({ frase: t.fatto.togli(nome), avvisi: [], voce });
  });
  return (
    <ModuloForm
      sospeso={sospeso}
      onSubmit={(e) => void invia(e).catch(() => undefined)}
      errore={remove.error}
      inCorso={remove.isPending}
      azione={t.registra.togli}
      grave
      onAnnulla={p.onAnnulla}
    >
      <p>{t.togliCosa(nome, formatGiorno(riga.dataIngresso))}</p>
      <TextInput
        label={t.motivo}
        description={t.motivoCosa}
        {...form.register('motivo')}
        error={form.formState.errors.motivo?.message}
      />
    </ModuloForm>
  );
}
