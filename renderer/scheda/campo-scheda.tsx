import { TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { type Control, type FieldPath, type FieldValues, useController, useWatch } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { type Nascita, precedeNascita } from '../../domain/nascita.ts';
import type { Output } from '../../electron/contract/index.ts';
import {
  type CampoScheda as Campo,
  type CampoDichiarato,
  GIORNO_PROPRIO,
  isDichiarato,
  LISTA_CAMPO,
  VALORI_CAMPO,
} from '../../electron/contract/scheda.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoScelta, CampoScelte, type Voce } from '../form/campo-scelta.tsx';
import { CampoSuggerito } from '../form/campo-suggerito.tsx';
import { useVociLista } from '../form/voci-lista.ts';
import { testi } from '../testi/index.ts';
import css from './scheda.module.css';
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
  /** of the person, where it is known: nothing is declared before it */
  nascita?: Nascita | undefined;
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

/** A declaration; where there is one, the small field of its day, which says the day of the others while it is empty. */
function Dichiarato<T extends FieldValues>({
  control,
  campo,
  oggi,
  dataIngresso,
  nascita,
  voci,
}: Omit<Props<T>, 'campo' | 'scelte'> & { campo: CampoDichiarato; voci: readonly Voce[] }) {
  const giorno = GIORNO_PROPRIO[campo];
  const nomi = [campo, giorno, 'dichiaratoIl'] as FieldPath<T>[];
  const [valore, suo, degliAltri] = useWatch({ control, name: nomi }).map((uno) => String(uno ?? ''));
  const vuoto = formatGiornoBreve(parseGiorno(degliAltri ?? '', oggi) ?? dataIngresso);
  return (
    <div className={css['dichiarato']}>
      <CampoScelta control={control} name={campo as FieldPath<T>} label={t.campi[campo]} voci={voci} />
      {(valore !== '' || suo !== '') && (
        <div className={css['suo']} data-quieto={suo === '' || suo === vuoto || undefined}>
          <CampoGiorno
            control={control}
            name={giorno as FieldPath<T>}
            label={t.suo[giorno]}
            description=""
            oggi={oggi}
            rules={regolaGiorno(oggi)}
            nota={(capito) => stranezza(capito, nascita, oggi)}
            accanto={{ nome: t.campi[giorno], vuoto }}
          />
        </div>
      )}
    </div>
  );
}

/** What no day of a declaration can be; said, never refused. */
function stranezza(giorno: Giorno, nascita: Nascita | undefined, oggi: Giorno): string | null {
  if (giorno > oggi) return t.futuro;
  return nascita !== undefined && precedeNascita(giorno, nascita) ? t.primaDellaNascita : null;
}

/** One field of the scheda, in the way its values are typed; a declaration has its day beside. */
export function CampoScheda<T extends FieldValues>(props: Props<T>) {
  const { control, campo, oggi, dataIngresso, nascita, scelte } = props;
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
        rules={regolaGiorno(oggi)}
        nota={(capito) => (campo === 'dichiaratoIl' ? stranezza(capito, nascita, oggi) : null)}
      />
    );
  if (proposte)
    return <CampoSuggerito control={control} name={campo} label={label} proposte={scelte?.[proposte] ?? []} />;
  if (isDichiarato(campo)) return <Dichiarato {...props} campo={campo} voci={voci} />;
  if (LISTA_CAMPO[campo] !== undefined || VALORI_CAMPO[campo] !== undefined)
    return <CampoScelta control={control} name={campo} label={label} voci={voci} />;
  return <Testo control={control} campo={campo} label={label} />;
}

function regolaGiorno(oggi: Giorno) {
  const isScritto = (testo: string) => testo.trim() === '' || parseGiorno(testo, oggi) !== undefined;
  return { validate: (v: unknown) => isScritto(String(v ?? '')) || testi.form.giornoIgnoto };
}
