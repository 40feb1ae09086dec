import { isCodiceOspite } from '../../domain/codice-ospite.ts';
import type { Campi, Rifiuto } from './foglio-piano-campi.ts';
import type { Candidata } from './foglio-piano-righe.ts';

/**
 * A contact under a code (art. 120 DPR 309/1990) is in a workbook by its code alone: the name it stands for is neither read
 * from one nor changed by one.
 */
export function completaContatto({ campi, nota }: Omit<Candidata, 'dopo'>): Campi | Rifiuto {
  const riservato = campi['riservato'] ?? nota?.['riservato'] ?? false;
  const era = nota?.['riservato'] ?? riservato;
  if (riservato !== era) return { colonna: 'riservato', valore: riservato ? 'si' : 'no', messaggio: DALLA_PAGINA };
  if (!riservato) return campi;
  const nome = String(campi['nome']);
  const suo = nota ? nome === nota['nome'] : nome.startsWith('C-') && isCodiceOspite(nome.slice(2));
  if (!suo) return { colonna: 'nome', valore: '', messaggio: DALLA_PAGINA };
  if (campi['telefono']) return { colonna: 'telefono', valore: '', messaggio: DALLA_PAGINA };
  return campi;
}

const DALLA_PAGINA =
  'Un contatto riservato si scrive e si cambia nella pagina dell’ospite, dove il nome resta sotto codice: togliere la riga.';
