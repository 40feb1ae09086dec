import { type DatiPiano, Piano } from './foglio-piano-base.ts';
import { planCambi } from './foglio-piano-cambi.ts';
import { planIngressi } from './foglio-piano-ingressi.ts';
import { planModuli } from './foglio-piano-moduli.ts';
import { planOspiti } from './foglio-piano-ospiti.ts';
import { planPresenze } from './foglio-piano-presenze.ts';
import { planRegistrazioni } from './foglio-piano-registrazioni.ts';
import { planStrutture } from './foglio-piano-strutture.ts';

/**
 * What a workbook would do to the register as it is now: nothing is written. Noun by noun in the order in which they
 * refer to each other, so that a refused row takes with it those that refer to it and no other. What was refused is in
 * the `esito` given; the writes, in order, are in `bozza`.
 */
export function planFoglio(dati: DatiPiano): Piano {
  const piano = new Piano(dati);
  planStrutture(piano);
  planModuli(piano);
  planOspiti(piano);
  planIngressi(piano);
  planCambi(piano);
  planPresenze(piano);
  planRegistrazioni(piano);
  return piano;
}
