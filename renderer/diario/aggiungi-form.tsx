import type { Giorno } from '../../domain/giorno.ts';
import { useCommand } from '../api/index.ts';
import { CampoTesto } from '../form/campo-testo.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { avvisa } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { formatOra, testi } from '../testi/index.ts';
import css from './diario.module.css';
import type { RigaDiario } from './use-diario.ts';

const t = testi.diario;

interface Props {
  struttura: string;
  riga: RigaDiario;
  oggi: Giorno;
  onChiudi: () => void;
}

/** What is written stays: one more line under it. */
export function AggiungiForm({ struttura, riga, oggi, onChiudi }: Props) {
  const sospeso = useFormSospeso(`diario:aggiungi:${riga.id}`, { defaultValues: { testo: '' } });
  const aggiungi = useCommand('diario.add');
  const invia = sospeso.form.handleSubmit(({ testo }) =>
    aggiungi.mutate(
      { struttura, testo: testo.trim(), data: oggi, ora: formatOra(Date.now()), aggiungeA: riga.id },
      {
        onSuccess: () => {
          markSaved();
          sospeso.fatto();
          avvisa(t.salvata);
          onChiudi();
        },
      },
    ),
  );
  return (
    <FormLaterale
      titolo={t.aggiungiTitolo}
      sospeso={sospeso}
      errore={aggiungi.error}
      inCorso={aggiungi.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <p className={css['testo']}>{riga.testo}</p>
      <CampoTesto
        label={t.aggiunta}
        description={t.aggiungiCosa}
        campo={sospeso.form.register('testo', { validate: (v) => v.trim() !== '' || t.manca })}
        error={sospeso.form.formState.errors.testo?.message}
      />
    </FormLaterale>
  );
}
