import { parseGiorno } from '../../domain/giorno-testo.ts';
import { useCommand } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { regolaGiorno, scriviGiorno } from '../form/valori.ts';
import ospite from '../ospite/ospite.module.css';
import { testi } from '../testi/index.ts';
import type { Progetto } from './progetto.ts';

const t = testi.progetto;

/** From which day a new project takes the place of this one. */
export function RivediForm({ progetto, oggi, onChiudi }: { progetto: Progetto; oggi: string; onChiudi: () => void }) {
  const sospeso = useFormSospeso(`progetto-rivedi:${progetto.id}`, { defaultValues: { data: scriviGiorno(oggi) } });
  const { form } = sospeso;
  const rivedi = useCommand('progetti.revise');
  const salvato = useSalvato();
  const invia = form.handleSubmit(({ data }) =>
    rivedi.mutate(
      { id: progetto.id, data: parseGiorno(data, oggi) ?? oggi },
      {
        onSuccess: (esito) => {
          sospeso.fatto();
          salvato(t.rivisto, esito);
          onChiudi();
        },
      },
    ),
  );
  return (
    <FormLaterale
      titolo={t.rivediTitolo}
      sospeso={sospeso}
      azione={t.rivediOra}
      errore={rivedi.error}
      inCorso={rivedi.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <p className={ospite['frase']}>{t.rivediCosa}</p>
      <CampoGiorno
        control={form.control}
        oggi={oggi}
        name="data"
        label={t.data}
        description={testi.form.giorno}
        rules={regolaGiorno(oggi, t.mancaData)}
      />
    </FormLaterale>
  );
}
