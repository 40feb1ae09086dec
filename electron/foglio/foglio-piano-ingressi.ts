import type { Riga } from '../../db/scrittura.ts';
import { differenze } from '../../db/writes/bozza.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { mesiAlterati, type PermanenzaConModuli } from '../../domain/mese-chiuso.ts';
import type { Permanenza } from '../../domain/permanenza.ts';
import { type Moduli, moduliDi, writeModuli } from './foglio-piano-assegnazioni.ts';
import {
  ingressoNoto,
  isViva,
  type OspiteNoto,
  type Piano,
  type StrutturaNota,
  toPermanenza,
} from './foglio-piano-base.ts';
import { type Candidata, scegliCompatibili } from './foglio-sovrapposizioni.ts';
import type { RigaLetta } from './foglio-tabelle.ts';

type RigaIngresso = RigaLetta<'ingressi'>;
type Ingresso = Riga<'ingressi'>;

/** A row of the sheet whose references and own rules hold, before it is set beside the other stays. */
export interface Proposta {
  readonly riga: RigaIngresso;
  /** the stay the row is about, also a removed one that comes back; undefined for a new stay */
  readonly nota: Ingresso | undefined;
  readonly assegnazioniNote: readonly Riga<'assegnazioni'>[];
  readonly ospite: OspiteNoto;
  readonly struttura: StrutturaNota;
  readonly genitoreId: string | null | undefined;
  readonly stay: Permanenza;
  readonly moduli: Moduli;
}

/** Stays, each with its first modulo; who overlaps, changes a closed month or contradicts itself is refused. */
export function planIngressi(piano: Piano): void {
  const registro = new Registro(piano);
  const proposte: Proposta[] = [];
  for (const riga of piano.letti.ingressi.righe) {
    const proposta = propose(piano, registro, riga);
    if (proposta && isPermessa(piano, proposta)) proposte.push(proposta);
  }
  for (const proposta of dropSovrapposte(piano, proposte)) write(piano, proposta);
}

/** The stays of the register, found as the sheet names them. */
class Registro {
  private readonly piano: Piano;
  private readonly perId: ReadonlyMap<string, Ingresso>;
  private readonly perInizio: ReadonlyMap<string, Ingresso[]>;
  private readonly assegnazioni: ReadonlyMap<string, Riga<'assegnazioni'>[]>;
  private readonly presi = new Set<string>();

  constructor(piano: Piano) {
    this.piano = piano;
    this.perId = new Map(piano.stato.ingressi.map((riga) => [riga.id, riga]));
    const vivi = piano.stato.ingressi.filter(isViva);
    this.perInizio = Map.groupBy(vivi, (riga) => `${riga.strutturaId}|${riga.dataIngresso}`);
    this.assegnazioni = Map.groupBy(piano.stato.assegnazioni.filter(isViva), (riga) => riga.ingressoId);
  }

  /**
   * The stay the id became; else the stay of the same person that began the same day in the same struttura (typed in
   * the window, or come with a parcel): it is the same one. No stay answers to two rows.
   */
  take(riga: RigaIngresso, ospite: OspiteNoto, struttura: StrutturaNota): Ingresso | undefined {
    const nota = this.perId.get(this.piano.stato.findRiferimento('ingressi', riga.id) ?? riga.id);
    const scelta = nota && isViva(nota) ? nota : (this.findUguale(riga, ospite, struttura) ?? nota);
    if (!scelta || this.presi.has(scelta.id)) return undefined;
    this.presi.add(scelta.id);
    return scelta;
  }

  private findUguale(riga: RigaIngresso, ospite: OspiteNoto, struttura: StrutturaNota): Ingresso | undefined {
    const stessi = this.perInizio.get(`${struttura.id}|${riga.dataIngresso}`) ?? [];
    return stessi.find((nota) => !this.presi.has(nota.id) && this.piano.isStessaPersona(nota.ospiteId, ospite.id));
  }

  listAssegnazioni(nota: Ingresso | undefined): readonly Riga<'assegnazioni'>[] {
    return nota && isViva(nota) ? (this.assegnazioni.get(nota.id) ?? []) : [];
  }
}

function propose(piano: Piano, registro: Registro, riga: RigaIngresso): Proposta | undefined {
  const ospite = piano.ospiti.resolve(riga.ospite);
  const struttura = piano.strutture.resolve(riga.struttura);
  const modulo = piano.moduli.resolve(riga.modulo);
  const genitore = riga.genitore ? piano.ospiti.resolve(riga.genitore) : undefined;
  if ('messaggio' in ospite) return refuse(piano, riga, 'ospite', riga.ospite, ospite.messaggio);
  if ('messaggio' in struttura) return refuse(piano, riga, 'struttura', riga.struttura, struttura.messaggio);
  if ('messaggio' in modulo) return refuse(piano, riga, 'modulo', riga.modulo, modulo.messaggio);
  if (genitore && 'messaggio' in genitore)
    return refuse(piano, riga, 'genitore', riga.genitore ?? '', genitore.messaggio);
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
  const nota = registro.take(riga, ospite.noto, struttura.noto);
  if (nota && !isRiconoscibile(piano, riga, nota, ospite.noto, struttura.noto))
    return refuse(piano, riga, 'id', riga.id, ALTRO_INGRESSO);
  const stay = stayDi(riga, nota);
  if (!isCoerente(piano, riga, stay, ospite.noto)) return undefined;
  const assegnazioniNote = registro.listAssegnazioni(nota);
  return {
    riga,
    nota,
    assegnazioniNote,
    ospite: ospite.noto,
    struttura: struttura.noto,
    genitoreId,
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

function isAltrui(nota: Ingresso | undefined): boolean {
  return nota !== undefined && nota.versione > 0 && isViva(nota);
}

/** Never two stays of one person at once, whatever ids the person has. */
function dropSovrapposte(piano: Piano, proposte: readonly Proposta[]): Proposta[] {
  const proposti = new Set(proposte.map(({ nota }) => nota?.id));
  const ferme = piano.stato.ingressi.filter((riga) => isViva(riga) && !proposti.has(riga.id));
  const fermePerPersona = Map.groupBy(ferme, (riga) => piano.personaDi(riga.ospiteId));
  const fuori = new Set<Proposta>();
  for (const [persona, sue] of Map.groupBy(proposte, ({ ospite }) => piano.personaDi(ospite.id))) {
    const intatte = sue
      .filter((proposta) => isIntatta(piano, proposta))
      .map(({ nota, stay }) => (nota ? toPermanenza(nota) : stay));
    const note = (fermePerPersona.get(persona) ?? []).map(toPermanenza);
    const candidate = sue.filter((proposta) => !isIntatta(piano, proposta)).map(toCandidata);
    for (const { chi, con } of scegliCompatibili([...note, ...intatte], candidate)) {
      fuori.add(chi);
      const { cognome, nome } = chi.ospite;
      const messaggio = `${cognome} ${nome} risulta già presente ${periodo(con)}: correggere le date, o registrare prima quella dimissione.`;
      refuse(piano, chi.riga, 'data_ingresso', chi.riga.dataIngresso, messaggio);
    }
  }
  return proposte.filter((proposta) => !fuori.has(proposta));
}

/** The days of the stay are those of the register, which is not judged here. */
function isIntatta(piano: Piano, { nota, stay, ospite }: Proposta): boolean {
  if (!nota || !isViva(nota)) return false;
  if (isAltrui(nota)) return true;
  const stessiGiorni = nota.dataIngresso === stay.dataIngresso && nota.dataDimissione === stay.dataDimissione;
  return stessiGiorni && nota.esito === stay.esito && piano.isStessaPersona(nota.ospiteId, ospite.id);
}

function toCandidata(proposta: Proposta): Candidata<Proposta> {
  const { nota, stay } = proposta;
  return { chi: proposta, stay, prima: nota && isViva(nota) ? toPermanenza(nota) : null };
}

function periodo({ dataIngresso, dataDimissione }: Permanenza): string {
  const dal = `dal ${formatGiornoBreve(dataIngresso)}`;
  return dataDimissione === null ? dal : `${dal} al ${formatGiornoBreve(dataDimissione)}`;
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

function campiDi(piano: Piano, { riga, nota, ospite, struttura, genitoreId, stay }: Proposta) {
  const {
    id: _i,
    riga: _r,
    ospite: _o,
    struttura: _s,
    modulo: _m,
    genitore: _g,
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

function refuse(
  piano: Piano,
  riga: RigaIngresso,
  colonna: string,
  valore: string | Giorno,
  messaggio: string,
): undefined {
  piano.refuse('ingressi', riga.riga, colonna, valore, messaggio);
  piano.ingressi.refuse(riga.id, riga.riga);
  return undefined;
}
