import { incolla, letteraValida, riempi, tragitto, tuttiPresenti } from './griglia-cambi.ts';
import { type Movimento, moveCursore } from './griglia-movimento.ts';
import {
  applyCambi,
  type Cambio,
  type Cella,
  cambiValidi,
  carattere,
  clampCella,
  type Esito,
  type Gesto,
  inverti,
  isDentro,
  isUnaCella,
  MEMORIA_GESTI,
  type RigaGriglia,
  type StatoGriglia,
  selezione,
  type TipoGesto,
} from './griglia-stato.ts';

export type AzioneGriglia =
  | Movimento
  /** a typed character, on the whole selection */
  | { readonly tipo: 'lettera'; readonly lettera: string }
  /** Space: the brush when there is one, else presente */
  | { readonly tipo: 'spazio' }
  | { readonly tipo: 'cancella' }
  | { readonly tipo: 'incolla'; readonly celle: readonly (readonly string[])[] }
  | { readonly tipo: 'tutti_presenti'; readonly giorni: readonly number[] }
  | { readonly tipo: 'annulla' }
  | { readonly tipo: 'ripeti' }
  | { readonly tipo: 'pennello'; readonly codice: string | null }
  | { readonly tipo: 'tratto_inizia' | 'tratto_continua'; readonly cella: Cella }
  | { readonly tipo: 'tratto_finisce' }
  /** Esc: leaves the stroke, the brush, the selection, in this order */
  | { readonly tipo: 'esci' }
  /** what the store holds now, with the gestures still on their way */
  | {
      readonly tipo: 'carica';
      readonly righe: readonly RigaGriglia[];
      readonly inAttesa: readonly Gesto[];
      readonly bloccata: boolean;
    }
  /** the store refused a gesture: it is taken back */
  | { readonly tipo: 'rifiutato'; readonly gesto: Gesto };

type SenzaN<T> = T extends { readonly n: number } ? Omit<T, 'n'> : never;

function say(stato: StatoGriglia, esito: SenzaN<Esito>): StatoGriglia {
  return { ...stato, esito: { ...esito, n: (stato.esito?.n ?? 0) + 1 } as Esito };
}

/** Makes a gesture of the changes: applied, undoable, to be saved. */
function make(stato: StatoGriglia, tipo: TipoGesto, cambi: readonly Cambio[]): StatoGriglia {
  const gesto: Gesto = { id: stato.prossimoId, tipo, cambi };
  return {
    ...stato,
    righe: applyCambi(stato.righe, cambi),
    annullabili: [...stato.annullabili.slice(1 - MEMORIA_GESTI), gesto],
    ripetibili: [],
    ultimo: gesto,
    prossimoId: gesto.id + 1,
  };
}

/** One character on the selection. */
function scrivi(stato: StatoGriglia, codice: string): StatoGriglia {
  if (stato.bloccata) return say(stato, { tipo: 'bloccata' });
  if (stato.cursore.colonna === 0 && stato.ancora === null) return say(stato, { tipo: 'scegliere_giorno' });
  const blocco = selezione(stato);
  const { cambi, saltati } = riempi(stato.righe, blocco, codice);
  if (isUnaCella(blocco)) {
    const cella = { riga: blocco.daRiga, colonna: blocco.daColonna };
    if (saltati > 0) return say(stato, { tipo: 'fuori', cella });
    const dopo = cambi.length > 0 ? make(stato, 'cella', cambi) : stato;
    return say(dopo, { tipo: 'scritto', cella, codice });
  }
  const dopo = cambi.length > 0 ? make(stato, 'riempi', cambi) : stato;
  return say(dopo, { tipo: 'riempiti', quanti: cambi.length, saltati });
}

function digita(stato: StatoGriglia, lettera: string): StatoGriglia {
  const codice = letteraValida(stato.lettere, lettera);
  return codice === undefined ? say(stato, { tipo: 'lettera', lettera }) : scrivi(stato, codice);
}

function paste(stato: StatoGriglia, celle: readonly (readonly string[])[]): StatoGriglia {
  if (stato.bloccata) return say(stato, { tipo: 'bloccata' });
  if (celle.length === 0) return say(stato, { tipo: 'incolla_vuoto' });
  if (stato.cursore.colonna === 0 && stato.ancora === null) return say(stato, { tipo: 'scegliere_giorno' });
  const proposta = incolla(stato, celle);
  if ('valore' in proposta) return say(stato, { tipo: 'incolla_rifiutato', ...proposta });
  const dopo = proposta.cambi.length > 0 ? make(stato, 'incolla', proposta.cambi) : stato;
  return say(dopo, { tipo: 'incollati', quanti: proposta.cambi.length, saltati: proposta.saltati });
}

function presenti(stato: StatoGriglia, giorni: readonly number[]): StatoGriglia {
  if (stato.bloccata) return say(stato, { tipo: 'bloccata' });
  const cambi = tuttiPresenti(stato.righe, giorni, stato.presente);
  if (cambi.length === 0) return say(stato, { tipo: 'niente_da_registrare' });
  return say(make(stato, 'tutti_presenti', cambi), { tipo: 'presenti', quanti: cambi.length, saltati: 0 });
}

/** The cursor on the first cell a gesture touched, so that what comes back is seen. */
function cursoreSu(stato: StatoGriglia, cambi: readonly Cambio[]): Cella {
  const primo = cambi[0];
  const riga = stato.righe.findIndex((r) => r.ingressoId === primo?.ingressoId);
  return primo === undefined || riga < 0 ? stato.cursore : { riga, colonna: primo.giorno };
}

/** Takes back the last gesture, or makes it again: itself a gesture for the store, never for the undo list. */
function torna(stato: StatoGriglia, verso: 'annulla' | 'ripeti'): StatoGriglia {
  if (stato.bloccata) return say(stato, { tipo: 'bloccata' });
  const indietro = verso === 'annulla';
  const gesto = (indietro ? stato.annullabili : stato.ripetibili).at(-1);
  if (!gesto) return say(stato, { tipo: indietro ? 'niente_da_annullare' : 'niente_da_ripetere' });
  const voluti = indietro ? inverti(gesto.cambi) : gesto.cambi;
  const cambi = cambiValidi(stato.righe, voluti);
  const mosso: StatoGriglia = {
    ...stato,
    annullabili: indietro ? stato.annullabili.slice(0, -1) : [...stato.annullabili, gesto],
    ripetibili: indietro ? [...stato.ripetibili, gesto] : stato.ripetibili.slice(0, -1),
    cursore: cursoreSu(stato, indietro ? gesto.cambi : cambi),
    ancora: null,
  };
  const esito = {
    tipo: indietro ? 'annullati' : 'ripetuti',
    quanti: cambi.length,
    saltati: voluti.length - cambi.length,
  } as const;
  if (cambi.length === 0) return say(mosso, esito);
  const inviato: Gesto = { id: stato.prossimoId, tipo: verso, cambi };
  return say({ ...mosso, righe: applyCambi(stato.righe, cambi), ultimo: inviato, prossimoId: inviato.id + 1 }, esito);
}

function tratto(stato: StatoGriglia, cella: Cella, inizia: boolean): StatoGriglia {
  if (stato.pennello === null) return stato;
  if (stato.bloccata) return inizia ? say(stato, { tipo: 'bloccata' }) : stato;
  const prima = inizia ? { cambi: [], ultima: cella } : stato.tratto;
  if (prima === null) return stato;
  const celle = inizia ? [cella] : tragitto(prima.ultima, cella);
  const cambi: Cambio[] = [];
  for (const { riga, colonna } of celle) {
    const blocco = { daRiga: riga, aRiga: riga, daColonna: Math.max(1, colonna), aColonna: colonna };
    cambi.push(...riempi(applyCambi(stato.righe, cambi), blocco, stato.pennello).cambi);
  }
  return {
    ...stato,
    righe: applyCambi(stato.righe, cambi),
    tratto: { cambi: [...prima.cambi, ...cambi], ultima: cella },
    cursore: clampCella(stato, cella),
    ancora: null,
  };
}

/** The stroke becomes one gesture. */
function finisci(stato: StatoGriglia): StatoGriglia {
  if (stato.tratto === null) return stato;
  const { cambi, ultima } = stato.tratto;
  const fermo = { ...stato, tratto: null };
  const riga = stato.righe[ultima.riga];
  if (cambi.length === 0) {
    return riga && !isDentro(riga, ultima.colonna) ? say(fermo, { tipo: 'fuori', cella: ultima }) : fermo;
  }
  const fatto = make({ ...fermo, righe: applyCambi(stato.righe, inverti(cambi)) }, 'riempi', cambi);
  return say(fatto, { tipo: 'riempiti', quanti: cambi.length, saltati: 0 });
}

function esci(stato: StatoGriglia): StatoGriglia {
  if (stato.tratto) return { ...stato, righe: applyCambi(stato.righe, inverti(stato.tratto.cambi)), tratto: null };
  if (stato.pennello !== null) return { ...stato, pennello: null };
  return stato.ancora === null ? stato : { ...stato, ancora: null };
}

function stessaRiga(a: RigaGriglia | undefined, b: RigaGriglia): boolean {
  return a?.ingressoId === b.ingressoId && a.primo === b.primo && a.ultimo === b.ultimo && a.codici === b.codici;
}

/** New rows from the store: gestures not yet saved stay on top, the cursor stays on its guest. */
function carica(stato: StatoGriglia, azione: Extract<AzioneGriglia, { tipo: 'carica' }>): StatoGriglia {
  let righe = azione.righe;
  for (const { cambi } of [...azione.inAttesa, ...(stato.tratto ? [stato.tratto] : [])]) {
    righe = applyCambi(righe, dentroPermanenza(righe, cambi));
  }
  const uguali = righe.length === stato.righe.length && righe.every((riga, i) => stessaRiga(stato.righe[i], riga));
  if (uguali && azione.bloccata === stato.bloccata) return stato;
  const id = stato.righe[stato.cursore.riga]?.ingressoId;
  const dove = righe.findIndex((riga) => riga.ingressoId === id);
  const nuovo: StatoGriglia = {
    ...stato,
    righe: uguali ? stato.righe : righe,
    bloccata: azione.bloccata,
  };
  const cursore = clampCella(nuovo, { ...stato.cursore, riga: dove >= 0 ? dove : stato.cursore.riga });
  return { ...nuovo, cursore, ancora: cursore.riga === stato.cursore.riga ? stato.ancora : null };
}

function dentroPermanenza(righe: readonly RigaGriglia[], cambi: readonly Cambio[]): Cambio[] {
  const perId = new Map(righe.map((riga) => [riga.ingressoId, riga]));
  return cambi.filter((c) => {
    const riga = perId.get(c.ingressoId);
    return riga !== undefined && isDentro(riga, c.giorno) && carattere(riga, c.giorno) !== c.dopo;
  });
}

function rifiuta(stato: StatoGriglia, gesto: Gesto): StatoGriglia {
  const senza = (lista: readonly Gesto[]) => lista.filter((g) => g.id !== gesto.id);
  return {
    ...stato,
    righe: applyCambi(stato.righe, cambiValidi(stato.righe, inverti(gesto.cambi))),
    annullabili: senza(stato.annullabili),
    ripetibili: senza(stato.ripetibili),
    tratto: null,
  };
}

/** The whole behaviour of the grid, pure: a state and an action give the next state. */
export function reduceGriglia(stato: StatoGriglia, azione: AzioneGriglia): StatoGriglia {
  switch (azione.tipo) {
    case 'lettera':
      return digita(stato, azione.lettera);
    case 'spazio':
      return scrivi(stato, stato.pennello ?? stato.presente);
    case 'cancella':
      return scrivi(stato, '.');
    case 'incolla':
      return paste(stato, azione.celle);
    case 'tutti_presenti':
      return presenti(stato, azione.giorni);
    case 'annulla':
    case 'ripeti':
      return torna(stato, azione.tipo);
    case 'pennello':
      return { ...stato, pennello: azione.codice, ancora: null };
    case 'tratto_inizia':
    case 'tratto_continua':
      return tratto(stato, azione.cella, azione.tipo === 'tratto_inizia');
    case 'tratto_finisce':
      return finisci(stato);
    case 'esci':
      return esci(stato);
    case 'carica':
      return carica(stato, azione);
    case 'rifiutato':
      return rifiuta(stato, azione.gesto);
    default:
      return moveCursore(stato, azione);
  }
}
