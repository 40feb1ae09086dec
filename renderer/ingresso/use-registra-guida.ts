import type { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno, parseGiorno } from '../../domain/giorno-testo.ts';
import { useCommand } from '../api/index.ts';
import { testi } from '../testi/index.ts';
import { useNomePersona } from './guida-nucleo.tsx';
import {
  isNessuno,
  leggiAlloggio,
  leggiComuni,
  leggiOspite,
  leggiSchedaDi,
  type Persona,
  personaCorrente,
  type ValoriGuida,
} from './guida-valori.ts';

const t = testi.ingresso;

interface Registrato {
  readonly ospiteId: string;
  readonly frase: string;
  readonly avvisi: readonly string[];
  /** the line of the log that one key undoes */
  readonly voce: number | null;
}

/** Records what was typed: one admission, or a family in one gesture. */
export function useRegistraGuida(struttura: string, oggi: Giorno, con: string | null) {
  const uno = useCommand('ingressi.register');
  const tutti = useCommand('nuclei.register');
  const nomeDi = useNomePersona();

  const registraUno = async (p: Persona, dataIngresso: Giorno, modulo: string | null): Promise<Registrato> => {
    const scheda = leggiSchedaDi(p, oggi);
    const { tipoIngresso, utenza, servizioInviante, entePagante, ...altro } = scheda as Partial<typeof scheda> &
      Record<string, string>;
    const { ospiteId, avvisi, voce } = await uno.mutateAsync({
      ...{ struttura, dataIngresso, modulo, ospite: leggiOspite(p, oggi) },
      ...{ tipoIngresso: tipoIngresso ?? null, utenza: utenza ?? null },
      ...{ servizioInviante: servizioInviante ?? null, entePagante: entePagante ?? null, scheda: altro },
      alloggio: leggiAlloggio(p),
    });
    return { ospiteId, avvisi, voce, frase: t.fatto.nuovo(nomeDi(p), formatGiorno(dataIngresso)) };
  };

  const registraTutti = async (
    persone: readonly Persona[],
    valori: ValoriGuida,
    dataIngresso: Giorno,
    modulo: string | null,
  ): Promise<Registrato> => {
    const { membri, avvisi, voce } = await tutti.mutateAsync({
      ...{ struttura, dataIngresso, modulo, comuni: leggiComuni(valori, oggi), conIngresso: con },
      membri: persone.map((p) => ({
        ospite: leggiOspite(p, oggi),
        genitore: p.genitore === '' ? null : Number(p.genitore),
        scheda: leggiSchedaDi(p, oggi),
        alloggio: leggiAlloggio(p),
        ...(p.modulo ? { modulo: p.modulo } : {}),
      })),
    });
    const frase = t.guida.fattoNucleo(membri.length, formatGiorno(dataIngresso));
    return { ospiteId: membri[0]?.ospiteId ?? '', avvisi, voce, frase };
  };

  const registra = (valori: ValoriGuida): Promise<Registrato> => {
    const corrente = personaCorrente(valori);
    const persone = isNessuno(corrente) ? valori.nucleo : [...valori.nucleo, corrente];
    const dataIngresso = parseGiorno(valori.dataIngresso, oggi) ?? oggi;
    const modulo = valori.modulo === '' ? null : valori.modulo;
    const [sola] = persone;
    if (sola && persone.length === 1 && con === null) return registraUno(sola, dataIngresso, sola.modulo || modulo);
    return registraTutti(persone, valori, dataIngresso, modulo);
  };
  const errore: ErroreApprodo | null = uno.error ?? tutti.error;
  return { registra, errore, inCorso: uno.isPending || tutti.isPending };
}
