import { DA_UN_FOGLIO } from '../../domain/diario.ts';
import type { Campi, Rifiuto } from './foglio-piano-campi.ts';
import type { Candidata } from './foglio-piano-righe.ts';

export function completaDiario({ campi, nota }: Omit<Candidata, 'dopo'>): Campi {
  return nota ? campi : { ...campi, autoreId: DA_UN_FOGLIO };
}

/** The diary is corrected by adding to it: what is there stays as it was signed. */
export function controllaDiario({ campi, nota }: Candidata): Rifiuto | undefined {
  if (!nota) return undefined;
  const diverso = Object.entries(campi).find(
    ([campo, valore]) => valore !== undefined && valore !== (nota[campo] ?? null),
  );
  if (!diverso && nota['deletedAtMs'] === null) return undefined;
  const [campo = 'id', valore] = diverso ?? [];
  return {
    colonna: COLONNE[campo] ?? campo,
    valore,
    messaggio:
      'Questa riga del diario è già registrata e non si cambia: lasciarla com’era e aggiungerne un’altra che la corregge (colonna aggiunge_a).',
  };
}

const COLONNE: Readonly<Record<string, string>> = {
  ospiteId: 'ospite',
  strutturaId: 'struttura',
  aggiungeA: 'aggiunge_a',
};
