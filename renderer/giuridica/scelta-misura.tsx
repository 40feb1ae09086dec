import { NativeSelect } from '@mantine/core';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { inForm, scriviGiorno } from '../form/valori.ts';
import { useEtichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';
import type { Misura } from './posizione.ts';

const t = testi.giuridica;

/** A measure as the menus and the questions say it. */
function useDettaMisura() {
  const etichetta = useEtichette();
  return ({ misura, dal }: Pick<Misura, 'misura' | 'dal'>) => `${etichetta('misura', misura)}, ${scriviGiorno(dal)}`;
}

/** A value of a form about a measure as people read it: the measure in words, not its id. */
export function useMostraConMisura(misure: readonly Misura[]): (campo: string, valore: unknown) => string {
  const detta = useDettaMisura();
  return (campo, valore) => {
    if (campo !== 'misuraId') return inForm(valore);
    const sua = misure.find(({ id }) => id === valore);
    return sua ? detta(sua) : t.nessunaScelta;
  };
}

/** Which of the guest's measures a hearing or a violation is about. */
export function SceltaMisura({ misure, campo }: { misure: readonly Misura[]; campo: UseFormRegisterReturn }) {
  const detta = useDettaMisura();
  return (
    <NativeSelect label={t.perMisura} {...campo}>
      <option value="">{t.nessunaScelta}</option>
      {misure.map((misura) => (
        <option key={misura.id} value={misura.id}>
          {detta(misura)}
        </option>
      ))}
    </NativeSelect>
  );
}
