import type { Control, FieldValues, Path } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { parseGiorno } from '../../domain/giorno-testo.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { parseFacoltativo, regolaGiorno } from '../form/valori.ts';
import pannello from '../pannello/pannello.module.css';
import { testi } from '../testi/index.ts';

const t = testi.casa;

/** The days on which something of the house holds, as they are typed: the last may be left empty. */
interface Periodo {
  readonly dal: string;
  readonly al: string;
}

/** What was typed, as days; undefined where it is none. */
export function leggiPeriodo({ dal, al }: Periodo, oggi: Giorno): { dal: Giorno; al: Giorno | null } | undefined {
  const [primo, ultimo] = [parseGiorno(dal, oggi), parseFacoltativo(al, oggi)];
  return primo === undefined || ultimo === undefined ? undefined : { dal: primo, al: ultimo };
}

interface Props<T extends FieldValues> {
  control: Control<T, unknown, unknown>;
  oggi: Giorno;
}

/** Since when it is open and until when: either may be left empty. */
export function CampiApertura<T extends FieldValues & Periodo>({ control, oggi }: Props<T>) {
  const giorno = { control, oggi, rules: regolaGiorno(oggi, undefined, t.manca.data) };
  return (
    <div className={pannello['due']}>
      <CampoGiorno {...giorno} name={'dal' as Path<T>} label={t.apertaDal} description={t.apertaDalCosa} />
      <CampoGiorno {...giorno} name={'al' as Path<T>} label={t.apertaAl} description={t.apertaAlCosa} />
    </div>
  );
}

/** From when, and until when if that is known. `dal` and `al`: the form's own names for the two fields. */
export function CampiPeriodo<T extends FieldValues>({
  control,
  oggi,
  dal = 'dal' as Path<T>,
  al = 'al' as Path<T>,
}: Props<T> & { dal?: Path<T>; al?: Path<T> }) {
  const { data } = t.manca;
  const giorno = { control, oggi };
  return (
    <>
      <CampoGiorno
        {...giorno}
        name={dal}
        label={t.dal}
        description={testi.form.giorno}
        rules={regolaGiorno(oggi, data, data)}
      />
      <CampoGiorno
        {...giorno}
        name={al}
        label={t.al}
        description={t.alCosa}
        rules={regolaGiorno(oggi, undefined, data)}
      />
    </>
  );
}
