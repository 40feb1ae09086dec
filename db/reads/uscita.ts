import type { Giorno } from '../../domain/giorno.ts';
import type { Immagine } from '../registro.ts';
import type { Comunicazione } from '../schema/ingresso.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';
import type { RawRow } from '../table-access.ts';
import { storiaDellaRiga } from './registro.ts';

/** What was written of an exit that was taken back: the draft of the next one. */
export type BozzaUscita = Pick<
  Riga<'ingressi'>,
  'abitazioneUscita' | 'occupazioneUscita' | 'oggettiResi' | 'documentiResi' | 'noteDimissione' | 'comunicazioni'
>;

/** A line that wrote the day of a dimissione, with everything it did. */
export interface VoceUscita {
  readonly seq: number;
  readonly immagini: readonly Immagine[];
}

/** Who left a struttura between two days, both included, the last to leave first. */
export function listUsciti(
  store: Store,
  dove: { readonly strutturaId: string; readonly dal: Giorno; readonly al: Giorno },
): { ospiteId: string; cognome: string; nome: string; dataDimissione: Giorno }[] {
  return store
    .prepare(
      `SELECT o.id AS ospiteId, o.cognome, o.nome, i.data_dimissione AS dataDimissione
       FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id
       WHERE i.struttura_id = @strutturaId AND i.deleted_at_ms IS NULL AND i.data_dimissione BETWEEN @dal AND @al
       ORDER BY i.data_dimissione DESC, o.chiave_nome`,
    )
    .all(dove) as { ospiteId: string; cognome: string; nome: string; dataDimissione: Giorno }[];
}

/** Of an open stay: what its last dimissione said, as the log kept it when it was taken back. undefined: there was none. */
export function findBozzaUscita(store: Store, ingressoId: string): BozzaUscita | undefined {
  for (const { immagini } of storiaDellaRiga(store, 'ingressi', ingressoId)) {
    const sue = immagini.filter((una) => isDelGiorno(una, ingressoId));
    if (sue.length === 0) continue;
    if (sue.every(({ dopo }) => (dopo as RawRow)['data_dimissione'] !== null)) return undefined;
    return toBozza(immagini.filter(({ t, id }) => t === 'ingressi' && id === ingressoId));
  }
  return undefined;
}

/** The lines of the dimissione of a stay, newest first: from the last correction back to the one that found it open. */
export function listVociUscita(store: Store, ingressoId: string): VoceUscita[] {
  const voci: VoceUscita[] = [];
  for (const { voce, immagini } of storiaDellaRiga(store, 'ingressi', ingressoId)) {
    const sue = immagini.filter((una) => isDelGiorno(una, ingressoId));
    if (sue.length === 0) continue;
    voci.push({ seq: voce.seq, immagini });
    if (sue.some(({ prima }) => (prima as RawRow)['data_dimissione'] === null)) return voci;
  }
  // it came with its dimissione: nothing was taken away from it here
  return [];
}

/** It changed the day of leaving of a stay that was there already. */
function isDelGiorno({ t, id, prima, dopo }: Immagine, ingressoId: string): boolean {
  return t === 'ingressi' && id === ingressoId && prima !== null && dopo !== null && 'data_dimissione' in dopo;
}

function toBozza(immagini: readonly Immagine[]): BozzaUscita {
  const prima: RawRow = Object.assign({}, ...immagini.toReversed().map((una) => una.prima));
  const testo = (colonna: string) => (prima[colonna] ?? null) as string | null;
  const comunicazioni = testo('comunicazioni');
  return {
    abitazioneUscita: testo('abitazione_uscita'),
    occupazioneUscita: testo('occupazione_uscita'),
    oggettiResi: testo('oggetti_resi'),
    documentiResi: testo('documenti_resi'),
    noteDimissione: testo('note_dimissione'),
    comunicazioni: comunicazioni === null ? null : (JSON.parse(comunicazioni) as Comunicazione[]),
  };
}
