import { zodResolver } from '@hookform/resolvers/zod';
import { TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import { CampoGiorno } from './campo-giorno.tsx';
import { CampoLista } from './campo-lista.tsx';
import { type FormProps, type RigaMese, useSporco } from './form-comune.ts';
import { ModuloForm } from './modulo-form.tsx';
import { schemaGiorno, testoFacoltativo } from './schema-giorno.ts';

const t = testi.ingresso;

function schema(oggi: Giorno) {
  return z.object({
    dataIngresso: schemaGiorno(oggi),
    utenza: testoFacoltativo,
    servizioInviante: testoFacoltativo,
    entePagante: testoFacoltativo,
  });
}

/** The admission as it should have been recorded. */
export function FormCorreggi(props: FormProps & { riga: RigaMese }) {
  const { data } = useEndpoint('ingressi.get', { ingressoId: props.riga.ingressoId });
  return data ? <Campi {...props} attuale={data} /> : null;
}

function Campi(p: FormProps & { riga: RigaMese; attuale: Output<'ingressi.get'> }) {
  const { oggi, riga, attuale } = p;
  const correct = useCommand('ingressi.correct');
  const formatNome = useFormatNome();
  const form = useForm({
    resolver: zodResolver(schema(oggi)),
    defaultValues: {
      dataIngresso: formatGiornoBreve(attuale.dataIngresso),
      utenza: attuale.utenza ?? '',
      servizioInviante: attuale.servizioInviante ?? '',
      entePagante: attuale.entePagante ?? '',
    },
  });
  useSporco(form.formState.isDirty && !correct.isSuccess, p.onSporco);
  const invia = form.handleSubmit(async (v) => {
    const { avvisi, codiciTolti } = await correct.mutateAsync({ ingressoId: riga.ingressoId, ...v });
    p.onFatto({
      frase: t.fatto.correggi(formatNome(riga.cognome, riga.nome)),
      avvisi: codiciTolti > 0 ? [t.codiciTolti(codiciTolti), ...avvisi] : avvisi,
      ingressoId: riga.ingressoId,
    });
  });
  return (
    <ModuloForm
      onSubmit={(e) => void invia(e).catch(() => undefined)}
      errore={correct.error}
      inCorso={correct.isPending}
      azione={t.registra.correggi}
      onAnnulla={p.onAnnulla}
    >
      <CampoGiorno
        control={form.control}
        name="dataIngresso"
        label={t.dataIngresso}
        description={t.dataCosa}
        oggi={oggi}
      />
      <CampoLista label={t.utenza} lista="utenza" campo={form.register('utenza')} />
      <TextInput label={t.servizioInviante} {...form.register('servizioInviante')} />
      <TextInput label={t.entePagante} {...form.register('entePagante')} />
    </ModuloForm>
  );
}
