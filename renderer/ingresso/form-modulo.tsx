import { zodResolver } from '@hookform/resolvers/zod';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno, parseGiorno } from '../../domain/giorno-testo.ts';
import { useCommand } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import { CampoModulo } from './campo-modulo.tsx';
import type { FormProps, RigaMese } from './form-comune.ts';
import { ModuloForm } from './modulo-form.tsx';
import { schemaGiorno } from './schema-giorno.ts';

const t = testi.ingresso;

function schema(oggi: Giorno) {
  return z.object({ dal: schemaGiorno(oggi), modulo: z.string().min(1, t.manca.modulo) });
}

/** Another modulo of the same struttura from a day on: not a dimissione (counting.md, Words). */
export function FormModulo(p: FormProps & { riga: RigaMese }) {
  const { struttura, oggi, riga } = p;
  const change = useCommand('ingressi.changeModulo');
  const formatNome = useFormatNome();
  const sospeso = useFormSospeso(`modulo:${riga.ingressoId}`, {
    resolver: zodResolver(schema(oggi)),
    defaultValues: { dal: '', modulo: '' },
  });
  const { form } = sospeso;
  const [dal, scelto] = useWatch({ control: form.control, name: ['dal', 'modulo'] });
  const attuale = riga.moduli.at(-1);
  const invia = form.handleSubmit(async (v) => {
    const { avvisi, voce } = await change.mutateAsync({
      ingressoId: riga.ingressoId,
      ...v,
      prima: attuale?.modulo ?? null,
    });
    sospeso.fatto();
    const nome = formatNome(riga.cognome, riga.nome);
    p.onFatto({
      frase: t.fatto.modulo(nome, v.modulo, formatGiorno(v.dal)),
      avvisi,
      ingressoId: riga.ingressoId,
      voce,
    });
  });
  return (
    <ModuloForm
      sospeso={sospeso}
      onSubmit={(e) => void invia(e).catch(() => undefined)}
      errore={change.error}
      inCorso={change.isPending}
      azione={t.registra.modulo}
      onAnnulla={p.onAnnulla}
    >
      {attuale && <p>{t.moduloAttuale(attuale.modulo, formatGiorno(attuale.dal))}</p>}
      <CampoGiorno control={form.control} name="dal" label={t.dal} description={t.dataCosa} oggi={oggi} />
      <CampoModulo
        struttura={struttura}
        giorno={parseGiorno(dal, oggi)}
        error={form.formState.errors.modulo?.message}
        scelto={scelto}
        campo={form.register('modulo')}
      />
    </ModuloForm>
  );
}
