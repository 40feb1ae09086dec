import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import type { StatoObiettivo } from '../../domain/progetto.ts';
import type { Caso } from './caso.ts';

/** Goals of an individual project as they are written: area, goal, how it will be known, what is done for it. */
const OBIETTIVI: readonly (readonly [string, string, string, string])[] = [
  [
    'dipendenza',
    'Riconoscere le situazioni a rischio',
    'Ne parla in colloquio prima, non dopo',
    'Diario delle tentazioni',
  ],
  ['salute', 'Curare i denti', 'Ciclo di cure concluso', 'Prenotare le sedute'],
  [
    'autonomia',
    'Tenere da sé il denaro della settimana',
    'Quattro settimane con i conti in pari',
    'Rendiconto il venerdì',
  ],
  ['relazioni', 'Stare in gruppo senza andarsene', 'Resta fino alla fine del gruppo', 'Gruppo emozioni ogni settimana'],
  [
    'famiglia',
    'Riprendere i contatti con la sorella',
    'Una telefonata ogni settimana',
    'Prima telefonata con l’educatore',
  ],
  ['lavoro', 'Tirocinio in falegnameria', 'Tre mesi di presenza regolare', 'Scrivere il curriculum'],
  ['abitare', 'Trovare casa per il dopo', 'Domanda presentata', 'Raccogliere i documenti per l’ISEE'],
  ['diritti', 'Rinnovare la patente', 'Visita medica superata', 'Prenotare la visita in commissione'],
];

const VERIFICHE = [
  'Si va avanti: frequenza regolare, chiede lui i colloqui.',
  'Due obiettivi su tre avviati; quello del lavoro aspetta il corso.',
  'Momento faticoso dopo l’uscita in famiglia; si tiene il programma.',
  'Autonomie buone, si prepara l’uscita.',
] as const;

const SERVIZI: Readonly<Record<string, string>> = { SERD: 'serd', NOA: 'noa', SMI: 'smi' };

/** Guests who truly are behind, by their place in the list of those present: the rest of the house keeps up. */
const SENZA_PROGETTO = 0;
const SENZA_VERIFICA = 4;
const SENZA_INVIANTE = [7, 11];

interface Cammino {
  readonly tx: Scrittura;
  readonly caso: Caso;
  readonly strutturaId: string;
  readonly oggi: Giorno;
  readonly presenti: readonly PermanenzaDelRegistro[];
  readonly operatori: readonly string[];
}

/** Projects with their goals and reviews, and the meetings with who sent each guest: in order, but for a few. */
export function inventaProgetti(cammino: Cammino): void {
  cammino.presenti.forEach((p, n) => {
    const incontri = inventaVerificheInviante(cammino, p, n);
    if (n !== SENZA_PROGETTO) inventaProgetto(cammino, p, n, incontri);
  });
}

/** Days behind today, the last `fa` days ago and the others every `passo` days, none before `dal`; oldest first. */
function indietro({ oggi }: Cammino, dal: Giorno, fa: number, passo: number): Giorno[] {
  const giorni: Giorno[] = [];
  for (let giorno = addGiorni(oggi, -fa); giorno >= dal; giorno = addGiorni(giorno, -passo)) giorni.unshift(giorno);
  return giorni;
}

function inventaVerificheInviante(cammino: Cammino, p: PermanenzaDelRegistro, n: number): string[] {
  const { tx, caso, strutturaId, operatori } = cammino;
  const servizio = SERVIZI[(p.servizioInviante ?? '').split('-')[0] ?? ''];
  const fa = SENZA_INVIANTE.includes(n) ? 100 + n : caso.int(4, 84);
  if (servizio === undefined) return [];
  return indietro(cammino, addGiorni(p.dataIngresso, 20), fa, 80).map((data) => {
    const id = tx.insert('incontri', {
      ...{ strutturaId, data, ora: '10:30', servizio, modalita: caso.pick(['presenza', 'remoto']), stato: 'fatto' },
      ...{ oggetto: 'Verifica con il servizio inviante', operatori: caso.pick(operatori) },
    });
    tx.setPartecipanti('incontri', id, [p.ospiteId]);
    return id;
  });
}

function inventaProgetto(cammino: Cammino, p: PermanenzaDelRegistro, n: number, incontri: readonly string[]): void {
  const { tx, caso, oggi, operatori } = cammino;
  const data = addGiorni(p.dataIngresso, caso.int(14, 28));
  if (data > oggi) return;
  const progettoId = tx.insert('progetti', {
    ...{ ingressoId: p.id, data, redattoDa: caso.pick(operatori), condivisoCon: 'ospite e servizio inviante' },
    sintesi: 'Proseguire il programma, ricostruire le autonomie e preparare il dopo.',
  });
  const primo = caso.int(0, OBIETTIVI.length - 1);
  for (let k = 0; k < 3; k++) inventaObiettivo(cammino, progettoId, primo + k, k === 0 ? incontri.at(-1) : undefined);
  const fa = n === SENZA_VERIFICA ? 230 : caso.int(6, 160);
  for (const giorno of indietro(cammino, addGiorni(data, 60), fa, 165))
    tx.insert('verifiche_progetto', {
      ...{ progettoId, data: giorno, esito: caso.pick(VERIFICHE), partecipanti: 'ospite, équipe' },
      prossima: addGiorni(giorno, 180),
    });
}

function inventaObiettivo(cammino: Cammino, progettoId: string, quale: number, evidenza: string | undefined): void {
  const { tx, caso, oggi, operatori } = cammino;
  const uno = OBIETTIVI[quale % OBIETTIVI.length];
  if (!uno) return;
  const [area, testo, indicatore, azione] = uno;
  const stato: StatoObiettivo = caso.chance(0.3) ? 'raggiunto' : 'aperto';
  const entro = addGiorni(oggi, caso.int(15, 150));
  // not everything has a day
  const conGiorno = caso.chance(0.4);
  const obiettivoId = tx.insert('obiettivi', {
    ...{ progettoId, area, testo, indicatore, stato },
    entro: conGiorno ? entro : null,
  });
  const fattaIl = stato === 'raggiunto' ? addGiorni(oggi, -caso.int(5, 20)) : null;
  tx.insert('azioni', {
    obiettivoId,
    testo: azione,
    chi: caso.pick(operatori),
    entro: conGiorno ? addGiorni(entro, -10) : null,
    fattaIl,
  });
  if (evidenza !== undefined) tx.insert('evidenze', { obiettivoId, tabella: 'incontri', rigaId: evidenza });
}
