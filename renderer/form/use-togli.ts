import type { Input, NomeCommand } from '../../electron/contract/index.ts';
import { useCommand } from '../api/index.ts';
import { avvisaErrore } from '../shell/avvisi.tsx';
import { type Salvato, useSalvato } from './salvato.tsx';

/** The commands that take one row away, and answer the line of the log that one key undoes. */
type ComandoTogli = Extract<NomeCommand, `${string}.remove`>;

/**
 * Takes a row away with one gesture: no question, it is said and may be undone. What is said outlives the row, which is gone
 * from the page before the answer is (`mutate` would not call back).
 */
export function useTogli(comando: ComandoTogli, frase: string, onTolto?: () => void) {
  const { mutateAsync, isPending } = useCommand<NomeCommand>(comando);
  const salvato = useSalvato();
  const togli = (id: string) =>
    void mutateAsync({ id } as Input<NomeCommand>).then((esito) => {
      salvato(frase, esito as Salvato);
      onTolto?.();
    }, avvisaErrore);
  return { togli, inCorso: isPending };
}
