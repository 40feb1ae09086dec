import type { Giorno } from '../../domain/giorno.ts';
import { isViva, type Piano } from './foglio-piano-base.ts';
import { type FoglioEventi, planEvento } from './foglio-piano-eventi.ts';
import type { RigaLetta } from './foglio-tabelle.ts';

/** Visite, incontri, attività, misure, segnalazioni: each with its references followed. */
export function planRegistrazioni(piano: Piano): void {
  const dove = new Dove(piano);
  for (const riga of piano.letti.visite.righe) planVisita(piano, riga, dove);
  for (const riga of piano.letti.incontri.righe) planIncontro(piano, riga);
  for (const riga of piano.letti.attivita.righe) planAttivita(piano, riga);
  for (const riga of piano.letti.misure.righe) planMisura(piano, riga);
  for (const riga of piano.letti.segnalazioni.righe) planSegnalazione(piano, riga);
}

/** Where an ospite is on a day: for visite whose struttura is not written. */
class Dove {
  private readonly permanenze = new Map<string, { strutturaId: string; dal: Giorno; al: Giorno | null }[]>();

  constructor(piano: Piano) {
    const riscritte = new Set<string>();
    for (const { id, ospite } of piano.letti.ingressi.righe) {
      const ingresso = piano.ingressi.resolve(id);
      const persona = piano.ospiti.resolve(ospite);
      if ('messaggio' in ingresso || 'messaggio' in persona) continue;
      riscritte.add(ingresso.noto.id);
      const { strutturaId, stay } = ingresso.noto;
      this.add(piano.personaDi(persona.noto.id), strutturaId, stay.dataIngresso, stay.dataDimissione);
    }
    for (const riga of piano.stato.ingressi)
      if (isViva(riga) && !riscritte.has(riga.id))
        this.add(piano.personaDi(riga.ospiteId), riga.strutturaId, riga.dataIngresso, riga.dataDimissione);
  }

  private add(persona: string, strutturaId: string, dal: Giorno, al: Giorno | null): void {
    const sue = this.permanenze.get(persona) ?? [];
    sue.push({ strutturaId, dal, al });
    this.permanenze.set(persona, sue);
  }

  /** On the day of a transfer, the receiving struttura. */
  find(persona: string, giorno: Giorno): string | undefined {
    const quel = (this.permanenze.get(persona) ?? []).filter(
      ({ dal, al }) => dal <= giorno && (al === null || giorno <= al),
    );
    return quel.toSorted((a, b) => (a.dal < b.dal ? -1 : 1)).at(-1)?.strutturaId;
  }
}

function planVisita(piano: Piano, riga: RigaLetta<'visite'>, dove: Dove): void {
  const { id: _, riga: numero, ospite: chi, struttura: scritta, ...campi } = riga;
  const ospite = piano.ospiti.resolve(chi);
  if ('messaggio' in ospite) {
    piano.refuse('visite', numero, 'ospite', chi, ospite.messaggio);
    return;
  }
  const strutturaId = scritta
    ? strutturaDi(piano, 'visite', numero, scritta)
    : dove.find(piano.personaDi(ospite.noto.id), riga.data);
  if (strutturaId === undefined) {
    if (!scritta) piano.refuse('visite', numero, 'struttura', '', SENZA_STRUTTURA);
    return;
  }
  const ospiteId = ospite.noto.id;
  const evento = {
    riga,
    campi: { ...campi, ospiteId, strutturaId },
    partecipanti: undefined,
    strutturaId,
    giorno: riga.data,
  };
  planEvento(piano, 'visite', evento, (nota) => nota.data === riga.data || nota.ospiteId === ospiteId);
}

const SENZA_STRUTTURA =
  'Manca la struttura e l’ospite non risulta presente in quel giorno: scrivere la struttura o correggere la data.';

function planIncontro(piano: Piano, riga: RigaLetta<'incontri'>): void {
  const { id: _, riga: numero, struttura, ospiti, ...campi } = riga;
  const strutturaId = strutturaDi(piano, 'incontri', numero, struttura);
  const partecipanti = partecipantiDi(piano, 'incontri', numero, ospiti);
  if (strutturaId === undefined || partecipanti === null) return;
  const evento = { riga, campi: { ...campi, strutturaId }, partecipanti, strutturaId, giorno: riga.data };
  planEvento(piano, 'incontri', evento, (nota) => nota.data === riga.data || nota.strutturaId === strutturaId);
}

function planAttivita(piano: Piano, riga: RigaLetta<'attivita'>): void {
  const { id: _, riga: numero, struttura, ospiti, ...campi } = riga;
  const strutturaId = strutturaDi(piano, 'attivita', numero, struttura);
  const partecipanti = partecipantiDi(piano, 'attivita', numero, ospiti);
  if (strutturaId === undefined || partecipanti === null) return;
  const evento = { riga, campi: { ...campi, strutturaId }, partecipanti, strutturaId, giorno: riga.data };
  planEvento(piano, 'attivita', evento, (nota) => nota.data === riga.data || nota.strutturaId === strutturaId);
}

function planMisura(piano: Piano, riga: RigaLetta<'misure'>): void {
  const { id: _, riga: numero, ospite: chi, ...campi } = riga;
  const ospite = piano.ospiti.resolve(chi);
  if ('messaggio' in ospite) {
    piano.refuse('misure', numero, 'ospite', chi, ospite.messaggio);
    return;
  }
  if (riga.al && riga.al < riga.dal) {
    piano.refuse(
      'misure',
      numero,
      'al',
      riga.al,
      `La misura finisce prima di cominciare (${riga.dal}): correggere una delle due date.`,
    );
    return;
  }
  const ospiteId = ospite.noto.id;
  const evento = { riga, campi: { ...campi, ospiteId }, partecipanti: undefined, strutturaId: null, giorno: riga.dal };
  planEvento(piano, 'misure', evento, (nota) => nota.ospiteId === ospiteId || nota.dal === riga.dal);
}

function planSegnalazione(piano: Piano, riga: RigaLetta<'segnalazioni'>): void {
  const { id: _, riga: numero, struttura, ...campi } = riga;
  const strutturaId = struttura ? strutturaDi(piano, 'segnalazioni', numero, struttura) : struttura;
  if (struttura && strutturaId === undefined) return;
  const conStruttura = strutturaId === undefined ? campi : { ...campi, strutturaId };
  const evento = { riga, campi: conStruttura, partecipanti: undefined, strutturaId: null, giorno: riga.data };
  planEvento(
    piano,
    'segnalazioni',
    evento,
    (nota) => nota.data === riga.data || nota.servizioInviante === riga.servizioInviante,
  );
}

/** The struttura named by a row, or undefined once the row was refused for it. */
function strutturaDi(piano: Piano, foglio: FoglioEventi, riga: number, scritta: string): string | undefined {
  const struttura = piano.strutture.resolve(scritta);
  if ('noto' in struttura) return struttura.noto.id;
  piano.refuse(foglio, riga, 'struttura', scritta, struttura.messaggio);
  return undefined;
}

/** Ids of who took part; undefined when the sheet has no such column, null once the row was refused for one of them. */
function partecipantiDi(
  piano: Piano,
  foglio: FoglioEventi,
  riga: number,
  scritti: readonly string[] | null | undefined,
): string[] | undefined | null {
  if (scritti === undefined) return undefined;
  const ids: string[] = [];
  for (const scritto of scritti ?? []) {
    const ospite = piano.ospiti.resolve(scritto);
    if ('messaggio' in ospite) {
      piano.refuse(foglio, riga, 'ospiti', scritto, ospite.messaggio);
      return null;
    }
    ids.push(ospite.noto.id);
  }
  return ids;
}
