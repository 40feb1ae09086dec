import { statoPredefinito } from '../../domain/appuntamento.ts';
import { contaConduttori } from '../../domain/conduttore.ts';
import type { Campi } from './foglio-piano-campi.ts';
import type { Candidata } from './foglio-piano-righe.ts';

/** Where the sheet does not say how an appointment stands: done, or booked when its day is to come. */
export function conStato({ piano, campi, nota }: Omit<Candidata, 'dopo'>): Campi {
  const tace = campi['stato'] === null || (campi['stato'] === undefined && !nota);
  return tace ? { ...campi, stato: statoPredefinito(String(campi['data']), piano.oggi) } : campi;
}

/** Where the names of who leads are written, how many they are follows from them. */
export function conConduttori({ campi }: Pick<Candidata, 'campi'>): Campi {
  return { ...campi, ...contaConduttori(campi) };
}
