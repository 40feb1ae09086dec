import { differenze } from '../../db/writes/bozza.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { mesiAlterati, type PermanenzaConModuli } from '../../domain/mese-chiuso.ts';
import type { Permanenza } from '../../domain/permanenza.ts';
import { moduliDi, writeModuli } from './foglio-piano-assegnazioni.ts';
import {
  ingressoNoto,
  isViva,
  type OspiteNoto,
  type Piano,
  type StrutturaNota,
  toPermanenza,
} from './foglio-piano-base.ts';
import {
  type Ingresso,
  isAltrui,
  PermanenzeNote,
  type Proposta,
  type RigaIngresso,
  refuse,
} from './foglio-piano-proposta.ts';
import { dropSovrapposte } from './foglio-piano-sovrapposte.ts';

/** Stays, each with its first modulo; who overlaps, changes a closed month or contradicts itself is refused. */
export function planIngressi(piano: Piano): void {
  const note = new PermanenzeNote(piano);
  const proposte: Proposta[] = [];
  for (const riga of piano.letti.ingressi.righe) {
    const proposta = propose(piano, note, riga);
    if (proposta && isPermessa(piano, proposta)) proposte.push(proposta);
  }
  for (const proposta of dropSovrapposte(piano, proposte)) write(piano, proposta);
}

function propose(piano: Piano, note: PermanenzeNote, riga: RigaIngresso): Proposta | undefined {
  const ospite = piano.ospiti.resolve(riga.ospite);
  const struttura = piano.strutture.resolve(riga.struttura);
  const modulo = piano.moduli.resolve(riga.modulo);
  const genitore = riga.genitore ? piano.ospiti.resolve(riga.genitore) : undefined;
  const nucleo = riga.nucleo ? piano.righeNote('nuclei').resolve(riga.nucleo) : undefined;
  if ('messaggio' in ospite) return refuse(piano, riga, 'ospite', riga.ospite, ospite.messaggio);
  if ('messaggio' in struttura) return refuse(piano, riga, 'struttura', riga.struttura, struttura.messaggio);
  if ('messaggio' in modulo) return refuse(piano, riga, 'modulo', riga.modulo, modulo.messaggio);
  if (genitore && 'messaggio' in genitore)
    return refuse(piano, riga, 'genitore', riga.genitore ?? '', genitore.messaggio);
  if (nucleo && 'messaggio' in nucleo) return refuse(piano, riga, 'nucleo', riga.nucleo ?? '', nucleo.messaggio);
  if (modulo.noto.strutturaId !== struttura.noto.id)
    return refuse(
      piano,
      riga,
      'modulo',
      riga.modulo,
      `Il modulo ${riga.modulo} non è di ${riga.struttura}: correggere l’uno o l’altra.`,
    );
  const genitoreId = genitore ? genitore.noto.id : riga.genitore === undefined ? undefined : null;
  if (genitoreId === ospite.noto.id)
    return refuse(
      piano,
      riga,
      'genitore',
      riga.genitore ?? '',
      'Il genitore è l’ospite stesso: scrivere l’id del genitore.',
    );
  const nota = note.take(riga, ospite.noto, struttura.noto);
  if (nota && !isRiconoscibile(piano, riga, nota, ospite.noto, struttura.noto))
    return refuse(piano, riga, 'id', riga.id, ALTRO_INGRESSO);
  const stay = stayDi(riga, nota);
  if (!isCoerente(piano, riga, stay, ospite.noto)) return undefined;
  const assegnazioniNote = note.listAssegnazioni(nota);
  return {
    riga,
    nota,
    assegnazioniNote,
    ospite: ospite.noto,
    struttura: struttura.noto,
    genitoreId,
    nucleoId: nucleo ? nucleo.noto.id : riga.nucleo,
    stay,
    moduli: moduliDi(stay, modulo.noto.id, assegnazioniNote, nota?.dataIngresso),
  };
}

const ALTRO_INGRESSO =
  'Questo id è già di un altro ingresso: se il foglio è di un altro ufficio, cambiare gli id (per esempio con il codice della struttura davanti).';

/** A correction changes something of a stay, not all of it: who, or where and when, is still the same. */
function isRiconoscibile(
  piano: Piano,
  riga: RigaIngresso,
  nota: Ingresso,
  ospite: OspiteNoto,
  struttura: StrutturaNota,
): boolean {
  if (piano.isStessaPersona(nota.ospiteId, ospite.id)) return true;
  return nota.strutturaId === struttura.id && nota.dataIngresso === riga.dataIngresso;
}

/** An absent column leaves what is stored, an empty cell clears it. */
function stayDi(riga: RigaIngresso, nota: Ingresso | undefined): Permanenza {
  const vecchia = nota ? toPermanenza(nota) : undefined;
  return {
    dataIngresso: riga.dataIngresso,
    dataDimissione: riga.dataDimissione === undefined ? (vecchia?.dataDimissione ?? null) : riga.dataDimissione,
    esito: riga.esito === undefined ? (vecchia?.esito ?? null) : (riga.esito as Permanenza['esito']),
  };
}

function isCoerente(piano: Piano, riga: RigaIngresso, stay: Permanenza, ospite: OspiteNoto): boolean {
  const { dataIngresso, dataDimissione, esito } = stay;
  const giorno = formatGiornoBreve(dataIngresso);
  if (dataDimissione !== null && dataDimissione < dataIngresso)
    refuse(
      piano,
      riga,
      'data_dimissione',
      dataDimissione,
      `La dimissione viene prima dell’ingresso (${giorno}): correggere una delle due date.`,
    );
  else if (dataDimissione === null && esito !== null)
    refuse(piano, riga, 'esito', esito, 'C’è un esito ma manca la data di dimissione: scriverla, o togliere l’esito.');
  else if (ospite.dataNascita > dataIngresso)
    refuse(
      piano,
      riga,
      'data_ingresso',
      dataIngresso,
      `L’ingresso viene prima della nascita (${formatGiornoBreve(ospite.dataNascita)}): correggere una delle due date.`,
    );
  else return true;
  return false;
}

/** Whether no month that takes no changes would change. A stay that came with a parcel is left as it is, so it may. */
function isPermessa(piano: Piano, proposta: Proposta): boolean {
  const { nota, riga, struttura } = proposta;
  if (isAltrui(nota)) return true;
  const viva = nota && isViva(nota) ? nota : undefined;
  const prima = viva ? ingressoNoto(viva, proposta.assegnazioniNote) : undefined;
  const vecchia = prima ? { ...prima.stay, assegnazioni: prima.assegnazioni } : null;
  const nuova = { ...proposta.stay, assegnazioni: [proposta.moduli.prima, ...proposta.moduli.tenute] };
  const spostata = prima && prima.strutturaId !== struttura.id;
  return (
    isMesePermesso(piano, riga, struttura.id, spostata ? null : vecchia, nuova) &&
    (!spostata || isMesePermesso(piano, riga, prima.strutturaId, vecchia, null))
  );
}

function isMesePermesso(
  piano: Piano,
  riga: RigaIngresso,
  strutturaId: string,
  prima: PermanenzaConModuli | null,
  dopo: PermanenzaConModuli | null,
): boolean {
  const bloccati = [...(piano.stato.bloccati.get(strutturaId)?.keys() ?? [])];
  const mese = mesiAlterati(prima, dopo, bloccati).sort()[0];
  if (mese === undefined) return true;
  const [colonna, valore] = colonnaAlterata(prima, dopo, riga);
  refuse(piano, riga, colonna, valore, piano.messaggioBlocco(strutturaId, mese));
  return false;
}

/** The cell to look at, when a change of a stay is refused. */
function colonnaAlterata(prima: Permanenza | null, dopo: Permanenza | null, riga: RigaIngresso): [string, string] {
  if (prima && dopo && prima.dataIngresso === dopo.dataIngresso) {
    if (prima.dataDimissione !== dopo.dataDimissione) return ['data_dimissione', dopo.dataDimissione ?? ''];
    if (prima.esito !== dopo.esito) return ['esito', dopo.esito ?? ''];
    return ['modulo', riga.modulo];
  }
  return dopo ? ['data_ingresso', riga.dataIngresso] : ['struttura', riga.struttura];
}

function write(piano: Piano, proposta: Proposta): void {
  const { riga, nota } = proposta;
  const id = nota?.id ?? piano.nuovoId();
  if (piano.stato.findRiferimento('ingressi', riga.id) !== id && riga.id !== id)
    piano.bozza.setRiferimento('ingressi', riga.id, id);
  if (nota && isAltrui(nota)) {
    leaveAltrui(piano, proposta, nota);
    return;
  }
  const campi = campiDi(piano, proposta);
  const modifica = nota ? differenze<'ingressi'>(nota, { ...campi, deletedAtMs: null }) : null;
  if (!nota) piano.bozza.insert('ingressi', { id, ...campi });
  else if (modifica) piano.bozza.update('ingressi', id, modifica);
  const { assegnazioni, cambiate } = writeModuli(piano, id, proposta.moduli);
  const { stay, struttura, moduli } = proposta;
  const prima = nota && isViva(nota) ? toPermanenza(nota) : null;
  piano.ingressi.accept(riga.id, { id, strutturaId: struttura.id, stay, assegnazioni, altrui: false, prima });
  piano.esito.count(nota ? (modifica || cambiate ? 'aggiornati' : 'invariati') : 'inseriti', 'ingressi');
  if (moduli.tolte.length > 0)
    piano.esito.remark(
      `Foglio ingressi, riga ${riga.riga}: i cambi di modulo rimasti fuori dalla permanenza sono stati tolti.`,
    );
}

function campiDi(piano: Piano, { riga, nota, ospite, struttura, genitoreId, nucleoId, stay }: Proposta) {
  const {
    id: _i,
    riga: _r,
    ospite: _o,
    struttura: _s,
    modulo: _m,
    genitore: _g,
    nucleo: _n,
    dataDimissione: _d,
    esito: _e,
    ...resto
  } = riga;
  // a stay typed in the window keeps its own ospite row, when it is another row of the same person
  const ospiteId = nota && isViva(nota) && piano.isStessaPersona(nota.ospiteId, ospite.id) ? nota.ospiteId : ospite.id;
  return {
    ...resto,
    ...stay,
    ospiteId,
    strutturaId: struttura.id,
    ...(genitoreId === undefined ? {} : { genitoreId }),
    ...(nucleoId === undefined ? {} : { nucleoId }),
  };
}

function leaveAltrui(piano: Piano, proposta: Proposta, nota: Ingresso): void {
  const { riga } = proposta;
  piano.ingressi.accept(riga.id, ingressoNoto(nota, proposta.assegnazioniNote));
  piano.esito.count('invariati', 'ingressi');
  if (differenze<'ingressi'>(nota, proposta.stay))
    piano.esito.remark(
      `Foglio ingressi, riga ${riga.riga}: la permanenza dal ${formatGiornoBreve(nota.dataIngresso)} arriva con i pacchi della struttura, che valgono più del foglio; la riga non l’ha cambiata.`,
    );
}
