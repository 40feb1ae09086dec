import type { RigaScritta } from './cartella.ts';
import { LA_CASA } from './cartella-piena-casa.ts';
import { CHI_DOVE } from './cartella-piena-chi.ts';
import { LA_CURA } from './cartella-piena-cura.ts';
import { COSA_SUCCEDE } from './cartella-piena-fatti.ts';

/**
 * An invented workbook that fills every column there is: a mother and her child in one community, a man with a measure in the
 * other. Codes of days and assenze say the same. Names, numbers and addresses are of nobody.
 */
export function cartellaPiena(): Record<string, RigaScritta[]> {
  return structuredClone({ ...CHI_DOVE, ...COSA_SUCCEDE, ...LA_CASA, ...LA_CURA });
}
