import { conPredefiniti } from '../../db/predefinito.ts';
import type { Modifica, NuovaRiga, Riga } from '../../db/scrittura.ts';
import { differenze } from '../../db/writes/bozza.ts';
import { type Giorno, meseDi } from '../../domain/giorno.ts';
import { type FoglioDiRighe, isViva, type Piano } from './foglio-piano-base.ts';
import {
  type Campi,
  type Campo,
  campiDelFoglio,
  inOrdine,
  isRifiuto,
  leggiCampi,
  partecipantiDi,
  type Rifiuto,
  type RigaDelFoglio,
} from './foglio-piano-campi.ts';

/** A row whose references were followed, set against what the register knows of it. */
export interface Candidata {
  readonly piano: Piano;
  /** the row of the sheet: camelCase column → value */
  readonly riga: Campi;
  /** the fields it would write */
  readonly campi: Campi;
  /** the row the register has, a removed one too */
  readonly nota: Campi | undefined;
  /** the row as it would be */
  readonly dopo: Campi;
}

/** What is particular to one sheet. */
export interface Regole {
  /** fields one of which must agree with the row the id is known for, else the id is of something else; none: `controlla` says it */
  readonly segni: readonly string[];
  /** its `data`, in its struttura, must be of a month that takes changes */
  readonly nelMese?: boolean;
  /** fields that follow from others, or from none of the columns */
  readonly completa?: (candidata: Omit<Candidata, 'dopo'>) => Campi | Rifiuto;
  readonly controlla?: (candidata: Candidata) => Rifiuto | undefined;
}

/** Inserts or corrects the rows of one sheet, each with its references followed. */
export function planRighe(piano: Piano, foglio: FoglioDiRighe, regole: Regole): void {
  const righe = piano.letti[foglio].righe as readonly RigaDelFoglio[];
  if (righe.length === 0) return;
  const colonne = campiDelFoglio(foglio);
  for (const riga of inOrdine(foglio, righe)) {
    const proposta = propose(piano, foglio, regole, riga, colonne);
    const rifiuto = isRifiuto(proposta) ? proposta : writeRiga(piano, foglio, proposta);
    if (rifiuto) refuseRiga(piano, foglio, riga, rifiuto);
  }
}

/** The rows of a sheet that are good by themselves; the others are refused. Nothing is written yet. */
export function proposeRighe<F extends FoglioDiRighe>(piano: Piano, foglio: F, regole: Regole): Proposta<F>[] {
  const righe: readonly { readonly riga: number }[] = piano.letti[foglio].righe;
  const colonne = campiDelFoglio(foglio);
  return (righe as readonly RigaDelFoglio[]).flatMap((riga) => {
    const proposta = propose(piano, foglio, regole, riga, colonne);
    if (!isRifiuto(proposta)) return [proposta];
    refuseRiga(piano, foglio, riga, proposta);
    return [];
  });
}

/** Refuses a row, and with it whoever refers to it. */
export function refuseRiga(piano: Piano, foglio: FoglioDiRighe, riga: RigaDelFoglio, rifiuto: Rifiuto): void {
  piano.refuse(foglio, riga.riga, rifiuto.colonna, String(rifiuto.valore ?? ''), rifiuto.messaggio);
  piano.righeNote(foglio).refuse(riga.id, riga.riga);
}

/** A row set against the register, ready to be written. */
export interface Proposta<F extends FoglioDiRighe> {
  readonly riga: RigaDelFoglio;
  readonly nota: Riga<F> | undefined;
  readonly campi: Omit<Modifica<F>, 'deletedAtMs'>;
  /** the row as it would be */
  readonly dopo: Campi;
  readonly partecipanti: readonly string[] | undefined;
  readonly nelMese: boolean;
}

function propose<F extends FoglioDiRighe>(
  piano: Piano,
  foglio: F,
  regole: Regole,
  riga: RigaDelFoglio,
  colonne: readonly Campo[],
): Proposta<F> | Rifiuto {
  const letti = leggiCampi(piano, colonne, riga);
  if (isRifiuto(letti)) return letti;
  const nota = piano.findRiga(foglio, riga.id) ?? piano.findUguale(foglio, letti);
  const completi = regole.completa?.({ piano, riga, campi: letti, nota }) ?? letti;
  if (isRifiuto(completi)) return completi;
  const campi = conPredefiniti(foglio, completi);
  const dopo = { ...nota, ...campi };
  const rifiuto =
    altraRiga(riga.id, nota, campi, regole) ?? periodo(dopo) ?? regole.controlla?.({ piano, riga, campi, nota, dopo });
  if (rifiuto) return rifiuto;
  const partecipanti = partecipantiDi(piano, colonne, riga);
  if (partecipanti && isRifiuto(partecipanti)) return partecipanti;
  return { riga, nota, campi, dopo, partecipanti, nelMese: regole.nelMese === true };
}

/** Puts a row among the writes; gives why not when its month takes no changes. */
export function writeRiga<F extends FoglioDiRighe>(
  piano: Piano,
  foglio: F,
  { riga, nota, campi, dopo, partecipanti, nelMese }: Proposta<F>,
): Rifiuto | undefined {
  const id = nota?.id ?? piano.nuovoId();
  const voluta: Campi = { ...campi, deletedAtMs: null };
  const modifica = nota ? differenze<F>(nota, voluta as Modifica<F>) : null;
  const diversi = partecipanti !== undefined && !isStessiPartecipanti(piano, foglio, nota?.id, partecipanti);
  const keep = (come: 'inseriti' | 'aggiornati' | 'invariati', tenuta: Campi) => {
    if (riga.id !== id && piano.stato.findRiferimento(foglio, riga.id) !== id)
      piano.bozza.setRiferimento(foglio, riga.id, id);
    piano.righeNote(foglio).accept(riga.id, { id, campi: tenuta });
    piano.esito.count(come, foglio);
  };
  if (nota && !modifica && !diversi) {
    keep('invariati', dopo);
    return undefined;
  }
  const blocco = nelMese ? bloccoDi(piano, nota, dopo) : undefined;
  if (blocco) return blocco;
  if (nota && nota.versione > 0 && isViva(nota)) {
    piano.esito.remark(
      `Foglio ${foglio}, riga ${riga.riga}: arriva con i pacchi della struttura, che valgono più del foglio; la riga non l’ha cambiata.`,
    );
    keep('invariati', nota);
    return undefined;
  }
  if (nota && modifica) piano.bozza.update(foglio, id, modifica);
  if (!nota) piano.bozza.insert(foglio, { ...(campi as NuovaRiga<F>), id });
  if (diversi && isConPartecipanti(foglio)) piano.bozza.setPartecipanti(foglio, id, partecipanti);
  keep(nota ? 'aggiornati' : 'inseriti', dopo);
  return undefined;
}

function isConPartecipanti(foglio: FoglioDiRighe): foglio is 'incontri' | 'attivita' {
  return foglio === 'incontri' || foglio === 'attivita';
}

function isStessiPartecipanti(
  piano: Piano,
  foglio: FoglioDiRighe,
  id: string | undefined,
  ospiti: readonly string[],
): boolean {
  if (!isConPartecipanti(foglio)) return true;
  const noti = id === undefined ? [] : piano.stato.listPartecipanti(foglio, id);
  const nuovi = [...new Set(ospiti)].sort();
  return noti.length === nuovi.length && noti.every((ospite, index) => ospite === nuovi[index]);
}

function altraRiga(id: string, nota: Campi | undefined, campi: Campi, { segni }: Regole): Rifiuto | undefined {
  if (!nota || segni.length === 0) return undefined;
  if (segni.some((segno) => campi[segno] !== undefined && campi[segno] === (nota[segno] ?? null))) return undefined;
  const messaggio =
    'Questo id è già di un’altra registrazione, del tutto diversa: se il foglio è di un altro ufficio, cambiare gli id (per esempio con il codice della struttura davanti).';
  return { colonna: 'id', valore: id, messaggio };
}

/** A first and a last day, where the row has them. */
function periodo({ dal, data, al }: Campi): Rifiuto | undefined {
  const primo = dal ?? data;
  if (typeof primo !== 'string' || typeof al !== 'string' || al >= primo) return undefined;
  return {
    colonna: 'al',
    valore: al,
    messaggio: `Finisce prima di cominciare (${primo}): correggere una delle due date.`,
  };
}

/** Both the month the row leaves and the one it enters must take changes. */
function bloccoDi(
  piano: Piano,
  nota: (Campi & { deletedAtMs: number | null }) | undefined,
  dopo: Campi,
): Rifiuto | undefined {
  for (const { strutturaId, data } of nota && isViva(nota) ? [dopo, nota] : [dopo]) {
    const mese = meseDi(data as Giorno);
    if (piano.bloccoDi(strutturaId as string, mese) === undefined) continue;
    return { colonna: 'data', valore: dopo['data'], messaggio: piano.messaggioBlocco(strutturaId as string, mese) };
  }
  return undefined;
}
