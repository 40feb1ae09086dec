import { zodResolver } from '@hookform/resolvers/zod';
import { TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { useCommand } from '../api/index.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import { type FormProps, type RigaMese, useSporco } from './form-comune.ts';
import { ModuloForm } from './modulo-form.tsx';

const t = testi.ingresso;

/** The guest did not leave after all: said once more before it happens. */
export function FormAnnullaDimissione(p: FormProps & { riga: RigaMese }) {
  const { riga } = p;
  const cancel = useCommand('dimissioni.cancel');
  const nome = useFormatNome()(riga.cognome, riga.nome);
  const conferma = async () => {
    const { avvisi } = await cancel.mutateAsync({ ingressoId: riga.ingressoId });
    p.onFatto({ frase: t.fatto.annulla_dimissione(nome), avvisi, ingressoId: riga.ingressoId });
  };
  return (
    <ModuloForm
      onSubmit={(e) => {
        e.preventDefault();
        void conferma().catch(() => undefined);
      }}
      errore={cancel.error}
      inCorso={cancel.isPending}
      azione={t.registra.annulla_dimissione}
      onAnnulla={p.onAnnulla}
    >
      <p>{t.annullaDimissioneCosa(nome, formatGiorno(riga.dataDimissione ?? riga.dataIngresso))}</p>
    </ModuloForm>
  );
}

const schema = z.object({ motivo: z.string().trim().min(1, t.manca.motivo) });

/** A stay entered by mistake goes away, with its reason. */
export function FormTogli(p: FormProps & { riga: RigaMese }) {
  const { riga } = p;
  const remove = useCommand('ingressi.remove');
  const nome = useFormatNome()(riga.cognome, riga.nome);
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { motivo: '' } });
  useSporco(form.formState.isDirty && !remove.isSuccess, p.onSporco);
  const invia = form.handleSubmit(async ({ motivo }) => {
    await remove.mutateAsync({ ingressoId: riga.ingressoId, motivo });
    p.onFatto({ frase: t.fatto.togli(nome), avvisi: [] });
  });
  return (
    <ModuloForm
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
