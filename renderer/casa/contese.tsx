import { Contese } from '../form/contese.tsx';
import type { Contesa } from '../form/correzione.ts';
import { inForm } from '../form/valori.ts';
import { testi } from '../testi/index.ts';

const t = testi.casa;

interface Props {
  contese: readonly Contesa[];
  /** the modulo of a codice, in words */
  nomeModulo?: (codice: string) => string;
  onScegli: (contesa: Contesa, quale: 'mio' | 'loro') => void;
}

/** The same field of places, of a room or of somebody of the staff, changed by two people. */
export function ContesePeriodo({ contese, nomeModulo, onScegli }: Props) {
  return (
    <Contese
      contese={contese}
      etichetta={(campo) => t.campi[campo] ?? campo}
      mostra={(campo, valore) => (campo === 'modulo' && nomeModulo ? nomeModulo(inForm(valore)) : inForm(valore))}
      onScegli={onScegli}
    />
  );
}
