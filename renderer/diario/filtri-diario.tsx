import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useForm } from 'react-hook-form';
import { TIPI_DIARIO } from '../../domain/diario.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { leggiGiorno, regolaGiorno } from '../form/valori.ts';
import { testi } from '../testi/index.ts';
import css from './diario.module.css';
import type { FiltroDiario } from './use-diario.ts';

const t = testi.diario;

interface Campi {
  testo: string;
  /** tutti, nuove, or a kind */
  quali: string;
  importanti: boolean;
  dal: string;
  al: string;
}

const TUTTO: Campi = { testo: '', quali: 'tutti', importanti: false, dal: '', al: '' };

/** What of the diary is shown: the words, the kind, the days. */
export function useFiltri(oggi: Giorno) {
  const form = useForm<Campi>({ defaultValues: TUTTO, mode: 'onChange' });
  const { testo, quali, importanti, dal, al } = form.watch();
  const [cercato] = useDebouncedValue(testo, 150);
  const filtro = {
    ...{ testo: cercato, importanti, nuove: quali === 'nuove' },
    tipo: TIPI_DIARIO.find((uno) => uno === quali) ?? null,
    dal: leggiGiorno(dal, oggi, PASSATO),
    al: leggiGiorno(al, oggi, PASSATO),
  } satisfies Partial<FiltroDiario>;
  const { tipo, nuove, ...altri } = filtro;
  /** the lines on screen are some only; the new ones alone are all there is to read */
  const parziale = altri.testo !== '' || importanti || tipo !== null || altri.dal !== null || altri.al !== null;
  return { form, filtro, parziale, filtrato: parziale || nuove };
}

const PASSATO = { passato: true };

interface Props {
  filtri: ReturnType<typeof useFiltri>;
  oggi: Giorno;
  /** of a struttura: whoever reads has new lines */
  conNuove: boolean;
}

/** The fields of the filter, in one line over the diary. */
export function FiltriDiario({ filtri: { form }, oggi, conNuove }: Props) {
  const giorno = { control: form.control, oggi, description: '', passato: true, rules: regolaGiorno(oggi) };
  return (
    <div className={css['filtri']}>
      <TextInput
        className={css['cerca'] ?? ''}
        type="search"
        label={t.cerca}
        autoComplete="off"
        {...form.register('testo')}
      />
      <div className={css['dalAl']}>
        <CampoGiorno {...giorno} name="dal" label={t.dal} />
      </div>
      <div className={css['dalAl']}>
        <CampoGiorno {...giorno} name="al" label={t.al} />
      </div>
      <SegmentedControl
        aria-label={t.filtri}
        data={[
          { value: 'tutti', label: t.tutti },
          ...(conNuove ? [{ value: 'nuove', label: t.soloNuove }] : []),
          ...Object.entries(t.tipi).map(([value, label]) => ({ value, label })),
        ]}
        value={form.watch('quali')}
        onChange={(valore) => form.setValue('quali', valore)}
      />
      <Checkbox label={t.soloImportanti} mb={7} {...form.register('importanti')} />
    </div>
  );
}
