import type { Output } from '../../electron/contract/index.ts';

export type Posizione = Output<'giuridica.get'>;
export type Misura = Posizione['misure'][number];
export type Udienza = Posizione['udienze'][number];
export type Violazione = Posizione['violazioni'][number];
