import { TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { parseGiorno } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { type CampoScheda as Campo, LISTA_CAMPO, VALORI_CAMPO } from '../../electron/contract/scheda.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoScelta, CampoScelte, type Voce } from '../form/campo-scelta.tsx';
import { CampoSuggerito } from '../form/campo-suggerito.tsx';
import { useVociLista } from '../form/voci-lista.ts';
import { testi } from '../testi/index.ts';
import { GIORNI } from './valori.ts';

const t = testi.scheda;

export type Scelte = Output<'ingressi.getScelte'>;

/** Fields with words proposed: those of who follows, pays and sends. */
const PROPOSTE: Partial<Record<Campo, 'operatori' | 'enti' | 'invianti'>> = {
  caseManager: 'operatori',
  entePagante: 'enti',
  servizioInviante: 'invianti',
};

/** What may change while the stay goes on; the rest is how things were on the day of the ingresso. */
const CAMBIANO: ReadonlySet<Campo> = new Set(['utenza', 'titoloAccoglienza']);

/** The values a field may take: of its list, or its own few. */
function useVoci(campo: Campo, dataIngresso: Giorno, oggi: Giorno): readonly Voce[] {
  const lista = LISTA_CAMPO[campo];
  const voci = useVociLista(lista, { giorno: dataIngresso, fine: CAMBIANO.has(campo) ? oggi : undefined });
  return useMemo(() => {
    if (lista !== undefined) return voci;
    return (VALORI_CAMPO[campo] ?? []).map((value) => ({ value, label: t.valori[value] ?? value }));
  }, [lista, voci, campo]);
}

interface Props<T extends FieldValues> {
  control: Control<T, unknown, unknown>;
  campo: Campo & FieldPath<T>;
  oggi: Giorno;
  /** the day the stay begins: the values offered are those of then */
  dataIngresso: Giorno;
  scelte: Scelte | undefined;
}

function Testo<T extends FieldValues>({
  control,
  campo,
  label,
}: Pick<Props<T>, 'control' | 'campo'> & { label: string }) {
  const { field } = useController({ control, name: campo });
  return <TextInput label={label} autoComplete="off" {...field} value={String(field.value ?? '')} />;
}

/** One field of the scheda, in the way its values are typed. */
export function CampoScheda<T extends FieldValues>({ control, campo, oggi, dataIngresso, scelte }: Props<T>) {
  const label = t.campi[campo];
  const voci = useVoci(campo, dataIngresso, oggi);
  const proposte = PROPOSTE[campo];
  if (campo === 'sostanzePrimarie' || campo === 'sostanzeSecondarie')
    return <CampoScelte control={control} name={campo} label={label} voci={voci} />;
  if (GIORNI.has(campo))
    return (
      <CampoGiorno
        control={control}
        name={campo}
        label={label}
        description={t.giorno[campo] ?? ''}
        oggi={oggi}
        rules={{ validate: (v) => isGiornoScritto(String(v ?? ''), oggi) || testi.form.giornoIgnoto }}
      />
    );
  if (proposte)
    return <CampoSuggerito control={control} name={campo} label={label} proposte={scelte?.[proposte] ?? []} />;
  if (LISTA_CAMPO[campo] !== undefined || VALORI_CAMPO[campo] !== undefined)
    return <CampoScelta control={control} name={campo} label={label} voci={voci} />;
  return <Testo control={control} campo={campo} label={label} />;
}

function isGiornoScritto(testo: string, oggi: Giorno): boolean {
  return testo.trim() === '' || parseGiorno(testo, oggi) !== undefined;
}
