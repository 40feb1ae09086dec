import { annoDi, diffGiorni, type Giorno, giornoDa } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Etichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';
import { type Cartella, describeModuli, isInCorso, type PermanenzaOspite } from './cartella.ts';

const t = testi.ospite.percorso;

/** A stretch of the path: what it is, from when, until when (null: it goes on), in words. */
export interface Tratto {
  readonly id: string;
  readonly genere: 'permanenza' | 'assenza' | 'misura' | 'tappa';
  readonly dal: Giorno;
  readonly al: Giorno | null;
  readonly aperto: boolean;
  /** inside the drawing, short */
  readonly breve: string;
  /** the whole sentence, for the list and on hover */
  readonly frase: string;
}

/** The ends of what is drawn: whole years. */
export interface Scala {
  readonly dal: Giorno;
  /** the day after the last one */
  readonly fine: Giorno;
  /** the years written under it: all of them, or one every few */
  readonly anni: readonly number[];
}

/** Labels of years that fit under the drawing. */
const MASSIMO_ANNI = 12;

function daA(dal: Giorno, al: Giorno | null): string {
  return al === null ? t.dal(formatGiornoBreve(dal)) : t.dalAl(formatGiornoBreve(dal), formatGiornoBreve(al));
}

function trattoPermanenza(p: PermanenzaOspite, oggi: Giorno, etichetta: Etichette): Tratto {
  const modulo = describeModuli(p, etichetta);
  const esito = p.esito === null ? '' : etichetta('esito', p.esito);
  const dove = [p.struttura.nome, modulo].filter(Boolean).join(', ');
  return {
    id: p.ingressoId,
    genere: 'permanenza',
    dal: p.dataIngresso,
    al: p.dataDimissione,
    aperto: isInCorso(p, oggi),
    breve: [dove, p.dataDimissione === null ? t.giorni(p.giorni) : esito].filter(Boolean).join(', '),
    frase: [`${dove} ${daA(p.dataIngresso, p.dataDimissione)}`, t.giorni(p.giorni), esito].filter(Boolean).join(', '),
  };
}

/** A day that marks the path: as long as itself. */
function trattoTappa({ id, genere, data, tipo }: Cartella['tappe'][number]): Tratto {
  const frase = t.tappa[genere](formatGiornoBreve(data), testi.relazione.tipi[tipo ?? ''] ?? tipo ?? '');
  return { id, genere: 'tappa', dal: data, al: data, aperto: false, breve: '', frase };
}

/** Everything of the path, oldest first: stays, times away of more than a week, measures, projects, reports and hearings (of who may read them). */
export function trattiDi(cartella: Cartella, oggi: Giorno, etichetta: Etichette): Tratto[] {
  const permanenze = cartella.permanenze.map((p) => trattoPermanenza(p, oggi, etichetta));
  const fine = new Map(cartella.permanenze.map((p) => [p.ingressoId, p.dataDimissione]));
  const assenze = cartella.assenzeLunghe.map(({ ingressoId, dal, al, codice }, indice): Tratto => {
    const ultimo = al ?? fine.get(ingressoId) ?? null;
    const nome = t.assenza(etichetta('presenza', codice));
    const id = `${ingressoId}-${indice}`;
    return { id, genere: 'assenza', dal, al: ultimo, aperto: al === null, breve: '', frase: `${nome} ${daA(dal, al)}` };
  });
  const misure = cartella.misure.map(({ id, misura, dal, al }): Tratto => {
    const nome = etichetta('misura', misura);
    return { id, genere: 'misura', dal, al, aperto: al === null, breve: nome, frase: `${nome} ${daA(dal, al)}` };
  });
  const tappe = cartella.tappe.map(trattoTappa);
  return [...permanenze, ...assenze, ...misure, ...tappe].sort((a, b) => a.dal.localeCompare(b.dal));
}

/** From the first year of the path to the last, today included. */
export function scalaDi(tratti: readonly Tratto[], oggi: Giorno): Scala {
  const giorni = tratti
    .flatMap(({ dal, al }) => [dal, al ?? oggi])
    .concat(oggi)
    .sort();
  const [primo, ultimo] = [annoDi(giorni[0] ?? oggi), annoDi(giorni.at(-1) ?? oggi)];
  const passo = Math.ceil((ultimo - primo + 1) / MASSIMO_ANNI);
  const anni = Array.from({ length: ultimo - primo + 1 }, (_, i) => primo + i).filter(
    (anno) => (anno - primo) % passo === 0,
  );
  return { dal: giornoDa(primo, 1, 1), fine: giornoDa(ultimo + 1, 1, 1), anni };
}

/** Where a day falls on the scale, 0 to 100. */
export function postoDi(giorno: Giorno, { dal, fine }: Scala): number {
  return (100 * diffGiorni(dal, giorno)) / diffGiorni(dal, fine);
}
