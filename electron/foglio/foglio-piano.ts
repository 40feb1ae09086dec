import { planAssenze } from './foglio-piano-assenze.ts';
import { type DatiPiano, type FoglioDiRighe, Piano } from './foglio-piano-base.ts';
import { planCambi } from './foglio-piano-cambi.ts';
import { remarkChiusi } from './foglio-piano-chiusi.ts';
import { planIngressi } from './foglio-piano-ingressi.ts';
import { planModuli } from './foglio-piano-moduli.ts';
import { planOspiti } from './foglio-piano-ospiti.ts';
import { planPresenze } from './foglio-piano-presenze.ts';
import { REGOLE } from './foglio-piano-regole.ts';
import { planRighe } from './foglio-piano-righe.ts';
import { planStrutture } from './foglio-piano-strutture.ts';
import { regoleVisite } from './foglio-piano-visite.ts';
import { planVoci } from './foglio-piano-voci.ts';
import { FOGLI } from './foglio-tabelle.ts';

/** The sheets of rows, in the order in which they refer to each other; nuclei are before the stays that name them. */
const DI_RIGHE = FOGLI.filter((foglio): foglio is Exclude<FoglioDiRighe, 'visite' | 'allegati'> =>
  Object.hasOwn(REGOLE, foglio),
).filter((foglio) => foglio !== 'nuclei' && foglio !== 'assenze');

/**
 * What a workbook would do to the register as it is now: nothing is written. Noun by noun in the order in which they
 * refer to each other, so that a refused row takes with it those that refer to it and no other. What was refused is in
 * the `esito` given; the writes, in order, are in `bozza`.
 */
export function planFoglio(dati: DatiPiano): Piano {
  const piano = new Piano(dati);
  planVoci(piano);
  planStrutture(piano);
  planModuli(piano);
  planOspiti(piano);
  planRighe(piano, 'nuclei', REGOLE.nuclei);
  planIngressi(piano);
  planCambi(piano);
  remarkChiusi(piano);
  planPresenze(piano);
  planRighe(piano, 'visite', regoleVisite(piano));
  planAssenze(piano, REGOLE.assenze);
  for (const foglio of DI_RIGHE) planRighe(piano, foglio, REGOLE[foglio]);
  return piano;
}
