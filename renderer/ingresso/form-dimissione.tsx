import { zodResolver } from '@hookform/resolvers/zod';
import { NativeSelect } from '@mantine/core';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno, formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import { CampoGiorno } from './campo-giorno.tsx';
import { CampoLista } from './campo-lista.tsx';
import { CampoModulo } from './campo-modulo.tsx';
import { type FormProps, type RigaMese, useSporco } from './form-comune.ts';
import { ModuloForm } from './modulo-form.tsx';
import { schemaGiorno, testoFacoltativo } from './schema-giorno.ts';

const t = testi.ingresso;
const TRASFERIMENTO = 'trasferimento_interno';

function schema(oggi: Giorno) {
  return z.object({
    dataDimissione: schemaGiorno(oggi),
    esito: testoFacoltativo,
    destinazione: testoFacoltativo,
    versoStruttura: testoFacoltativo,
    versoModulo: testoFacoltativo,
  });
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
  const form = useForm({
    resolver: zodResolver(schema(oggi)),
    defaultValues: {
      dataDimissione: attuale.dataDimissione ? formatGiornoBreve(attuale.dataDimissione) : '',
      esito: attuale.esito ?? '',
      destinazione: attuale.destinazione ?? '',
      versoStruttura: '',
      versoModulo: '',
    },
  });
  useSporco(form.formState.isDirty && !register.isSuccess, p.onSporco);
  const [esito, verso, data] = useWatch({ control: form.control, name: ['esito', 'versoStruttura', 'dataDimissione'] });
  const trasferimento = esito === TRASFERIMENTO;
  const invia = form.handleSubmit(async (v) => {
    const versoStruttura = v.esito === TRASFERIMENTO ? v.versoStruttura : null;
    const { avvisi, codiciTolti } = await register.mutateAsync({
      ingressoId: riga.ingressoId,
      dataDimissione: v.dataDimissione,
      esito: v.esito,
      destinazione: v.esito === TRASFERIMENTO ? null : v.destinazione,
      versoStruttura,
      versoModulo: versoStruttura === null ? null : v.versoModulo,
    });
    const detto = avvisi.length > 0 || codiciTolti === 0 ? avvisi : [t.codiciTolti(codiciTolti)];
    const nome = formatNome(riga.cognome, riga.nome);
    p.onFatto({
      frase: t.fatto.dimissione(nome, formatGiorno(v.dataDimissione)),
      avvisi: detto,
      ingressoId: riga.ingressoId,
    });
  });
  return (
    <ModuloForm
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
      <CampoLista label={t.esito} lista="esito" campo={form.register('esito')} />
      {trasferimento ? (
        <>
          <NativeSelect label={t.versoStruttura} {...form.register('versoStruttura')}>
            <option value="">{t.altraStruttura}</option>
            {strutture
              .filter((s) => s.codice !== struttura)
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
              giorno={parseGiorno(data, oggi)}
              vuoto={t.moduloDopo}
              error={undefined}
              campo={form.register('versoModulo')}
            />
          )}
        </>
      ) : (
        <CampoLista label={t.destinazione} lista="destinazione" campo={form.register('destinazione')} />
      )}
    </ModuloForm>
  );
}
