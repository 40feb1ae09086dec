import { zodResolver } from '@hookform/resolvers/zod';
import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { isAperta } from '../../domain/apertura.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno, formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoLista } from '../form/campo-lista.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { leggiGiorno, leggiTesto } from '../form/valori.ts';
import { Riquadro } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import { CampoModulo } from './campo-modulo.tsx';
import type { FormProps, RigaMese } from './form-comune.ts';
import { ModuloForm } from './modulo-form.tsx';
import { schemaGiorno, testoFacoltativo } from './schema-giorno.ts';

const t = testi.ingresso;
const TRASFERIMENTO = 'trasferimento_interno';
const CAMPI = ['dataDimissione', 'esito', 'destinazione'] as const;

function schema(oggi: Giorno) {
  return z.object({
    dataDimissione: schemaGiorno(oggi),
    esito: testoFacoltativo,
    destinazione: testoFacoltativo,
    versoStruttura: testoFacoltativo,
    versoModulo: testoFacoltativo,
  });
}

/** What somebody had before them when they began to type, as the contract says it. */
function letti(v: Readonly<Record<(typeof CAMPI)[number], string>>, oggi: Giorno) {
  return {
    dataDimissione: leggiGiorno(v.dataDimissione, oggi),
    esito: leggiTesto(v.esito),
    destinazione: leggiTesto(v.destinazione),
  };
}

/** Waits for what is already known of the stay, so that correcting starts from it. */
export function FormDimissione(props: FormProps & { riga: RigaMese }) {
  const { data } = useEndpoint('ingressi.get', { ingressoId: props.riga.ingressoId });
  return data ? <Campi {...props} attuale={data} /> : null;
}

function Campi(p: FormProps & { riga: RigaMese; attuale: Output<'ingressi.get'> }) {
  const { struttura, oggi, riga, attuale } = p;
  const register = useCommand('dimissioni.register');
  const strutture = useEndpoint('strutture.list', {}).data ?? [];
  const formatNome = useFormatNome();
  const sospeso = useFormSospeso(`dimissione-breve:${riga.ingressoId}`, {
    resolver: zodResolver(schema(oggi)),
    defaultValues: {
      dataDimissione: attuale.dataDimissione ? formatGiornoBreve(attuale.dataDimissione) : '',
      esito: attuale.esito ?? '',
      destinazione: attuale.destinazione ?? '',
      versoStruttura: '',
      versoModulo: '',
    },
  });
  const [altrui, setAltrui] = useState<string | null>(null);
  const { form } = sospeso;
  const [esito, verso, versoModulo, data] = useWatch({
    control: form.control,
    name: ['esito', 'versoStruttura', 'versoModulo', 'dataDimissione'],
  });
  const giorno = parseGiorno(data, oggi);
  const trasferimento = esito === TRASFERIMENTO;
  const invia = form.handleSubmit(async (v) => {
    const versoStruttura = v.esito === TRASFERIMENTO ? v.versoStruttura : null;
    const destinazione = v.esito === TRASFERIMENTO ? null : v.destinazione;
    const scritti = { dataDimissione: v.dataDimissione, esito: v.esito, destinazione };
    const visto = letti(sospeso.base(), oggi);
    const toccati = CAMPI.filter((campo) => scritti[campo] !== visto[campo]);
    const { avvisi, codiciTolti, voce, contese } = await register.mutateAsync({
      ingressoId: riga.ingressoId,
      ...scritti,
      versoStruttura,
      versoModulo: versoStruttura === null ? null : v.versoModulo,
      prima: Object.fromEntries(toccati.map((campo) => [campo, visto[campo]])),
    });
    setAltrui(contese[0]?.chi ?? null);
    if (contese.length > 0) return;
    sospeso.fatto();
    const detto = avvisi.length > 0 || codiciTolti === 0 ? avvisi : [t.codiciTolti(codiciTolti)];
    const nome = formatNome(riga.cognome, riga.nome);
    p.onFatto({
      frase: t.fatto.dimissione(nome, formatGiorno(v.dataDimissione)),
      avvisi: detto,
      ingressoId: riga.ingressoId,
      voce,
    });
  });
  return (
    <ModuloForm
      sospeso={sospeso}
      onSubmit={(e) => void invia(e).catch(() => undefined)}
      errore={register.error}
      inCorso={register.isPending}
      azione={t.registra.dimissione}
      onAnnulla={p.onAnnulla}
    >
      <CampoGiorno
        control={form.control}
        name="dataDimissione"
        label={t.dataDimissione}
        description={`${t.dataCosa} ${t.dataDimissioneCosa}`}
        oggi={oggi}
      />
      <CampoLista label={t.esito} lista="esito" giorno={parseGiorno(data, oggi)} campo={form.register('esito')} />
      {trasferimento ? (
        <>
          <NativeSelect label={t.versoStruttura} {...form.register('versoStruttura')}>
            <option value="">{t.altraStruttura}</option>
            {strutture
              .filter((s) => s.codice !== struttura && (s.codice === verso || isAperta(s, giorno ?? oggi)))
              .map((s) => (
                <option key={s.codice} value={s.codice}>
                  {s.nome}
                </option>
              ))}
          </NativeSelect>
          {verso !== '' && (
            <CampoModulo
              label={t.versoModulo}
              struttura={verso}
              giorno={giorno}
              vuoto={t.moduloDopo}
              error={undefined}
              scelto={versoModulo}
              campo={form.register('versoModulo')}
            />
          )}
        </>
      ) : (
        <CampoLista
          label={t.destinazione}
          lista="destinazione"
          giorno={parseGiorno(data, oggi)}
          campo={form.register('destinazione')}
        />
      )}
      {altrui !== null && <Riquadro tono="attenzione">{testi.dimissione.cambiata(altrui)}</Riquadro>}
      <Link to="/dimissione/$ingresso" params={{ ingresso: riga.ingressoId }}>
        {testi.dimissione.completa}
      </Link>
    </ModuloForm>
  );
}
