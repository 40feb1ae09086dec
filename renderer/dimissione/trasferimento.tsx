import { NativeSelect } from '@mantine/core';
import { useFormContext, useWatch } from 'react-hook-form';
import { isAperta } from '../../domain/apertura.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { useEndpoint } from '../api/index.ts';
import { CampoSuggerito } from '../form/campo-suggerito.tsx';
import { CampoModulo } from '../ingresso/campo-modulo.tsx';
import { testi } from '../testi/index.ts';
import css from './dimissione.module.css';
import type { ValoriDimissione } from './valori.ts';

const t = testi.dimissione;

/** The receiving side of a transfer: struttura, modulo with its free places, who pays and who follows there. */
export function Trasferimento({ da, giorno }: { da: string; giorno: Giorno | undefined }) {
  const { control, register } = useFormContext<ValoriDimissione>();
  const [verso, versoModulo] = useWatch({ control, name: ['versoStruttura', 'versoModulo'] });
  const strutture = useEndpoint('strutture.list', {}).data ?? [];
  const scelte = useEndpoint(
    'ingressi.getScelte',
    { struttura: verso, giorno: giorno ?? '' },
    { enabled: verso !== '' && giorno !== undefined },
  ).data;
  return (
    <>
      <div className={css['campi']}>
        <NativeSelect label={t.verso} {...register('versoStruttura')}>
          <option value="">{t.versoAltra}</option>
          {strutture
            .filter((s) => s.codice !== da && (s.codice === verso || giorno === undefined || isAperta(s, giorno)))
            .map((s) => (
              <option key={s.codice} value={s.codice}>
                {s.nome}
              </option>
            ))}
        </NativeSelect>
        {verso !== '' && (
          <>
            <CampoModulo
              label={t.versoModulo}
              struttura={verso}
              giorno={giorno}
              vuoto={t.moduloDopo}
              error={undefined}
              scelto={versoModulo}
              campo={register('versoModulo')}
            />
            <CampoSuggerito
              control={control}
              name="versoEntePagante"
              label={t.versoPaga}
              proposte={scelte?.enti ?? []}
            />
            <CampoSuggerito
              control={control}
              name="versoCaseManager"
              label={t.versoSegue}
              proposte={scelte?.operatori ?? []}
            />
          </>
        )}
      </div>
      {verso !== '' && <p className={css['tenue']}>{t.versoCosa}</p>}
    </>
  );
}
