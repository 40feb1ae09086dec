import { zodResolver } from '@hookform/resolvers/zod';
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoLista } from '../form/campo-lista.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { leggiGiorno, leggiTesto } from '../form/valori.ts';
import { Riquadro } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import type { FormProps, RigaMese } from './form-comune.ts';
import { ModuloForm } from './modulo-form.tsx';
import { schemaGiorno, testoFacoltativo } from './schema-giorno.ts';

const t = testi.ingresso;

const CAMPI = ['dataIngresso', 'utenza', 'servizioInviante', 'entePagante'] as const;

function schema(oggi: Giorno) {
  return z.object({
    dataIngresso: schemaGiorno(oggi),
    utenza: testoFacoltativo,
    servizioInviante: testoFacoltativo,
    entePagante: testoFacoltativo,
  });
}

/** What somebody had before them when they began to type, as the contract says it. */
function letti(v: Readonly<Record<(typeof CAMPI)[number], string>>, oggi: Giorno) {
  return {
    dataIngresso: leggiGiorno(v.dataIngresso, oggi),
    utenza: leggiTesto(v.utenza),
    servizioInviante: leggiTesto(v.servizioInviante),
    entePagante: leggiTesto(v.entePagante),
  };
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
  const sospeso = useFormSospeso(`correggi:${riga.ingressoId}`, {
    resolver: zodResolver(schema(oggi)),
    defaultValues: {
      dataIngresso: formatGiornoBreve(attuale.dataIngresso),
      utenza: attuale.utenza ?? '',
      servizioInviante: attuale.servizioInviante ?? '',
      entePagante: attuale.entePagante ?? '',
    },
  });
  const [altrui, setAltrui] = useState<string | null>(null);
  const { form } = sospeso;
  const invia = form.handleSubmit(async (v) => {
    const visto = letti(sospeso.base(), oggi);
    const toccati = CAMPI.filter((campo) => v[campo] !== visto[campo]);
    const solo = (valori: typeof v | typeof visto) => Object.fromEntries(toccati.map((uno) => [uno, valori[uno]]));
    const { avvisi, codiciTolti, voce, contese } = await correct.mutateAsync({
      ingressoId: riga.ingressoId,
      ...solo(v),
      prima: solo(visto),
    });
    setAltrui(contese[0]?.chi ?? null);
    if (contese.length > 0) return;
    sospeso.fatto();
    p.onFatto({
      frase: t.fatto.correggi(formatNome(riga.cognome, riga.nome)),
      avvisi: codiciTolti > 0 ? [t.codiciTolti(codiciTolti), ...avvisi] : avvisi,
      ingressoId: riga.ingressoId,
      voce,
    });
  });
  return (
    <ModuloForm
      sospeso={sospeso}
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
      <CampoLista
        label={t.utenza}
        lista="utenza"
        giorno={parseGiorno(form.watch('dataIngresso'), oggi)}
        fine={oggi}
        campo={form.register('utenza')}
      />
      <TextInput label={t.servizioInviante} {...form.register('servizioInviante')} />
      <TextInput label={t.entePagante} {...form.register('entePagante')} />
      {altrui !== null && <Riquadro tono="attenzione">{t.cambiato(altrui)}</Riquadro>}
    </ModuloForm>
  );
}
