import { avvisiCodiceFiscale, type DatiCodiceFiscale, normalizeCodiceFiscale } from './codice-fiscale.ts';
import { addMesiAlGiorno, type Giorno } from './giorno.ts';
import { formatGiornoBreve } from './giorno-testo.ts';

/**
 * What a person is known by: codice fiscale; a provisional one (11 digits, or as CF); STP (stranieri temporaneamente presenti,
 * art. 35 D.Lgs. 286/1998); ENI (europei non iscritti); anonimo (art. 120 DPR 309/1990); nothing at all.
 */
export const TIPI_IDENTIFICATIVO = ['CF', 'CFP', 'STP', 'ENI', 'ANON', 'NESSUNO'] as const;
export type TipoIdentificativo = (typeof TIPI_IDENTIFICATIVO)[number];

/** An STP or ENI lasts six months and is renewed (DPR 394/1999 art. 43; circ. Min. Sanità 24 marzo 2000 n. 5). */
const MESI_DI_VALIDITA = 6;
/** STP or ENI, three digits of the region, three of the ASL, seven of the number. */
const FORMA_STP = /^(STP|ENI)\d{13}$/;

export function isTipoIdentificativo(testo: string): testo is TipoIdentificativo {
  return TIPI_IDENTIFICATIVO.some((tipo) => tipo === testo);
}

/** The day on which an STP or ENI issued on `dal` is over; undefined for the others, which do not expire. */
export function scadenzaIdentificativo(tipo: string | null, dal: Giorno | null): Giorno | undefined {
  if (dal === null || (tipo !== 'STP' && tipo !== 'ENI')) return undefined;
  return addMesiAlGiorno(dal, MESI_DI_VALIDITA);
}

export interface DatiIdentificativo extends Omit<DatiCodiceFiscale, 'codiceFiscale'> {
  readonly tipo: string | null;
  readonly codice: string | null;
  readonly identificativoDal: Giorno | null;
}

/** What is odd in what a person is known by: sentences, never a refusal. None where it is in order. */
export function avvisiIdentificativo(d: DatiIdentificativo, oggi: Giorno): string[] {
  const codice = normalizeCodiceFiscale(d.codice ?? '');
  if (d.tipo === 'STP' || d.tipo === 'ENI') return avvisiStp(d.tipo, codice, d.identificativoDal, oggi);
  if (d.tipo === 'NESSUNO' && codice !== '')
    return ['C’è un codice, ma il tipo dice che non ce n’è nessuno: scegliere il tipo del codice.'];
  if (d.tipo === 'CFP' && /^\d+$/.test(codice) && codice.length !== 11)
    return [`Il codice fiscale provvisorio ha ${codice.length} cifre invece di 11: ricontrollare il codice.`];
  if (d.tipo === 'CF' && codice === '') return ['Il codice fiscale non è ancora scritto: aggiungerlo quando c’è.'];
  return avvisiCodiceFiscale({ ...d, codiceFiscale: codice });
}

function avvisiStp(tipo: 'STP' | 'ENI', codice: string, dal: Giorno | null, oggi: Giorno): string[] {
  const avvisi: string[] = [];
  if (codice === '') avvisi.push(`Il numero ${tipo} non è ancora scritto: aggiungerlo quando c’è.`);
  else if (!FORMA_STP.test(codice) || !codice.startsWith(tipo))
    avvisi.push(`Un numero ${tipo} è fatto di «${tipo}» e 13 cifre: ricontrollare il numero.`);
  const fine = scadenzaIdentificativo(tipo, dal);
  if (fine === undefined)
    avvisi.push(`Manca il giorno di rilascio: un ${tipo} vale sei mesi, serve per ricordare il rinnovo.`);
  else if (fine < oggi) avvisi.push(`Il ${tipo} è scaduto il ${formatGiornoBreve(fine)}: chiederne il rinnovo.`);
  return avvisi;
}
