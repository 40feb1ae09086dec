import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { normalizeNome } from '../../domain/persona.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { esiste, findScheda, listAltri, listSchede, listStoria, nomeIl, type Scheda } from './luogo-storia.ts';

export type Luogo = Output<'luoghi.search'>[number];

/** How much further down a place goes that was not there on the day. */
const NON_C_ERA = 10;

/**
 * The place of a codice catastale, if there is one, as it was on a day (with no day: as it is, or was at its end).
 * @param giorno a day of birth
 */
export function findLuogo(codice: string, giorno: Giorno | null = null): Luogo | undefined {
  const scheda = findScheda(codice);
  return scheda && luogoIl(scheda, giorno);
}

/** How well a name answers: 0 the whole of it, 1 it begins so, 2 one of its words does, 3 it holds it; undefined: it does not. */
function vicinanza(chiave: string, cercato: string): number | undefined {
  const dove = chiave.indexOf(cercato);
  if (dove < 0) return undefined;
  if (chiave === cercato) return 0;
  if (dove === 0) return 1;
  return chiave.includes(` ${cercato}`) ? 2 : 3;
}

export function searchLuoghi(
  _ctx: unknown,
  { testo, giorno, limite }: Parsed<'luoghi.search'>,
): Output<'luoghi.search'> {
  const esatto = findLuogo(testo.trim(), giorno);
  if (esatto) return [esatto];
  // `Brescia (BS)` is how a place chosen before is written
  const cercato = normalizeNome(testo.replace(/\s*\([^)]*\)?\s*$/, ''));
  if (cercato === '') return [];
  return [...pesa(cercato, giorno)]
    .sort(([a, pesoA], [b, pesoB]) => pesoA - pesoB || a.nome.localeCompare(b.nome, 'it'))
    .slice(0, limite)
    .map(([scheda]) => luogoIl(scheda, giorno));
}

/** What answers, by how near it is. For a day of birth, what was in the stead of a place that was not there answers too. */
function pesa(cercato: string, giorno: Giorno | null): Map<Scheda, number> {
  const pesi = new Map<Scheda, number>();
  const metti = (scheda: Scheda, peso: number) => {
    if (peso < (pesi.get(scheda) ?? Number.POSITIVE_INFINITY)) pesi.set(scheda, peso);
  };
  for (const scheda of listSchede()) {
    const quanto = Math.min(...scheda.chiavi.map((chiave) => vicinanza(chiave, cercato) ?? Number.POSITIVE_INFINITY));
    if (quanto === Number.POSITIVE_INFINITY) continue;
    metti(scheda, quanto + (esiste(scheda, giorno) ? 0 : NON_C_ERA));
    if (giorno !== null) for (const altra of listAltri(scheda, giorno)) metti(altra, quanto);
  }
  return pesi;
}

function luogoIl(scheda: Scheda, giorno: Giorno | null): Luogo {
  const { codice, estero, dal, cessatoIl } = scheda;
  const allora = nomeIl(scheda, giorno);
  const scritto = scriviLuogo({ ...allora, estero });
  const adesso = esiste(scheda, null) ? [scheda] : listAltri(scheda, null);
  const oggi = adesso.map((una) => scriviLuogo({ ...una, ...nomeIl(una, null) })).join(', ');
  const altri = listAltri(scheda, giorno);
  const prima = giorno !== null && dal !== null && giorno < dal ? altri : [];
  return {
    ...{ codice, ...allora, estero, dal, cessatoIl },
    oggi: oggi === scritto ? '' : oggi,
    prima: prima.map((una) => scriviLuogo({ ...una, ...nomeIl(una, giorno) })).join(', '),
    avviso: avvisoLuogo(scheda, giorno, altri),
    codici: [codice, ...(estero ? listStoria(scheda) : altri).map((una) => una.codice)],
  };
}

/**
 * A sentence where someone born that day cannot be born in a comune that was not there: the codice fiscale has the code of the one of
 * that day (DM 23/12/1976). '' where it agrees, and of a State: the Agenzia gives the code of then or that of today.
 */
function avvisoLuogo(scheda: Scheda, giorno: Giorno | null, altri: readonly Scheda[]): string {
  if (scheda.estero || giorno === null || esiste(scheda, giorno)) return '';
  const dove = altri.map((una) => scriviLuogo({ ...una, ...nomeIl(una, giorno) })).join(' o ');
  const { nome, dal, cessatoIl } = scheda;
  if (dal !== null && giorno < dal)
    return dove === ''
      ? ''
      : `${nome} c’è dal ${formatGiornoBreve(dal)}: alla nascita era ${dove}. Scegliere il luogo di allora, che è quello del codice fiscale.`;
  if (cessatoIl === null) return '';
  const cosa = `${nome} non c’è più dal ${formatGiornoBreve(cessatoIl)}`;
  return dove === ''
    ? `${cosa}, prima della nascita: controllare il luogo e la data di nascita.`
    : `${cosa}: alla nascita era ${dove}. Controllare il luogo e la data di nascita.`;
}

/** `Brescia (BS)`, `Romania`: how a place of birth is written in a record. */
export function scriviLuogo({ nome, sigla, estero }: Pick<Luogo, 'nome' | 'sigla' | 'estero'>): string {
  return estero || sigla === '' ? nome : `${nome} (${sigla})`;
}
