import dati from '../../resources/liste/liste.json' with { type: 'json' };

interface Voce {
  readonly voce: string;
  readonly etichetta: string;
  readonly sinonimi?: readonly string[];
}

interface Lista {
  readonly id: string;
  readonly titolo: string;
  readonly chiusa?: boolean;
  readonly voci: readonly Voce[];
}

const LISTE: ReadonlyMap<string, Lista> = new Map((dati.liste as readonly Lista[]).map((lista) => [lista.id, lista]));

/** The values of a code list, in their order. Throws for a list that does not exist: a mistake of ours, not of the sheet. */
export function vociDi(lista: string): readonly Voce[] {
  const trovata = LISTE.get(lista);
  if (!trovata) throw new Error(`resources/liste has no list ${lista}`);
  return trovata.voci;
}

/** Case, accents, signs and spaces do not count: «Celibe / Nubile» and `celibe_nubile` are the same word. */
export function normalizeVoce(testo: string): string {
  return testo
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `Coniugato/a` is read as coniugato and coniugata, `Celibe / nubile` as celibe and nubile. */
function varianti(etichetta: string): string[] {
  const generi = /^(.+)o\/a$/.exec(etichetta);
  if (generi) return [`${generi[1]}o`, `${generi[1]}a`];
  return etichetta.includes(' / ') ? etichetta.split(' / ') : [];
}

/** normalised word → voce. A word the list gives to two values is nobody's. */
function indice(lista: Lista): ReadonlyMap<string, string> {
  const parole = new Map<string, string>();
  const add = (testo: string, voce: string) => {
    const chiave = normalizeVoce(testo);
    if (!parole.has(chiave)) parole.set(chiave, voce);
  };
  for (const v of lista.voci) add(v.voce, v.voce);
  for (const v of lista.voci) add(v.etichetta, v.voce);
  for (const v of lista.voci) for (const sinonimo of v.sinonimi ?? []) add(sinonimo, v.voce);
  if (lista.chiusa) return parole;
  const derivate = lista.voci.flatMap((v) => varianti(v.etichetta).map((t) => [normalizeVoce(t), v.voce] as const));
  for (const [chiave, voce] of derivate) {
    const unica = derivate.every(([altra, altraVoce]) => altra !== chiave || altraVoce === voce);
    if (unica) add(chiave, voce);
  }
  return parole;
}

const INDICI = new Map<string, ReadonlyMap<string, string>>();

/** The value meant by a voce, a label or a listed synonym; undefined when the list has no such word. */
export function findVoce(lista: string, testo: string): string | undefined {
  let parole = INDICI.get(lista);
  if (!parole) {
    const trovata = LISTE.get(lista);
    if (!trovata) throw new Error(`resources/liste has no list ${lista}`);
    parole = indice(trovata);
    INDICI.set(lista, parole);
  }
  return parole.get(normalizeVoce(testo));
}

/** The values whose label or voce begin like the text: what the person may have meant. At most three. */
function simili(lista: string, testo: string): string[] {
  const inizio = normalizeVoce(testo).slice(0, 4);
  if (inizio.length < 3) return [];
  const voci = vociDi(lista).filter(
    (v) => normalizeVoce(v.voce).startsWith(inizio) || normalizeVoce(v.etichetta).includes(inizio),
  );
  return voci.slice(0, 3).map((v) => v.voce);
}

/** What to say of a text that is in no way a value of the list. */
export function messaggioLista(lista: string, testo: string): string {
  const voci = vociDi(lista).map((v) => v.voce);
  if (lista === 'esito')
    return `«${testo}» non è uno dei sette esiti e non si può assegnare da qui: chiedere a chi ha registrato la dimissione quale sia tra ${voci.join(', ')}.`;
  if (voci.length <= 12) return `«${testo}» non è previsto: scrivere uno di ${voci.join(', ')}.`;
  const vicine = simili(lista, testo);
  const forse = vicine.length > 0 ? ` (forse ${vicine.join(' o ')})` : '';
  return `«${testo}» non è nell’elenco «${lista}»${forse}: scrivere una voce dell’elenco, che è nel foglio «liste» del modello.`;
}
