import type { Giorno } from '../../domain/giorno.ts';
import { CampoTesto } from '../form/campo-testo.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvioIntero } from '../form/use-invio.ts';
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
  // what is written is never taken back: it cannot be undone
  const invio = useInvioIntero({
    sospeso,
    comando: 'diario.add',
    leggi: ({ testo }) => ({
      ...{ struttura, testo: testo.trim(), data: oggi, ora: formatOra(Date.now()), aggiungeA: riga.id },
    }),
    annullabile: false,
    frase: t.salvata,
    onChiudi,
  });
  return (
    <FormLaterale titolo={t.aggiungiTitolo} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
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
