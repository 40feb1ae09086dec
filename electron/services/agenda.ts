import { listUdienzeAgenda, listUsati, type RigaAgenda, listAgenda as readAgenda } from '../../db/reads/agenda.ts';
import { listGruppi, listScritteDeiGruppi } from '../../db/reads/attivita.ts';
import { listMesiChiusi } from '../../db/reads/mese.ts';
import { listOperatori } from '../../db/reads/stanza.ts';
import {
  compareAppuntamenti,
  dateDelGruppo,
  isContato,
  isInRitardo,
  isRelazioneInRitardo,
  lunediDi,
  stranezzaRelazione,
} from '../../domain/appuntamento.ts';
import { addGiorni, type Giorno, meseDi, type Periodo } from '../../domain/giorno.ts';
import { normalizeNome } from '../../domain/persona.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Contesto } from './contesto.ts';
import { listVoci } from './lista.ts';
import { lettoreDi } from './sezione.ts';
import { getStruttura } from './struttura.ts';

type Riga = Output<'agenda.list'>['righe'][number];

/** How far ahead: an agenda asked for ten years holds no ten years of proposals. */
const GIORNI_AVANTI = 400;

/** The day's or the week's agenda, with the next meetings of the weekly groups. @throws ErroreApprodo `struttura.sconosciuta` */
export function listAgenda(
  ctx: Contesto,
  { struttura: codice, dal, al }: Parsed<'agenda.list'>,
): Output<'agenda.list'> {
  const struttura = getStruttura(ctx.store, codice);
  const scritte = readAgenda(ctx.store, struttura.id, dal, al).map(toRiga);
  const periodo = { dal, al };
  const altre = [...udienze(ctx, struttura.id, periodo), ...proposte(ctx, struttura.id, periodo)];
  return { righe: [...scritte, ...altre].toSorted(compareAppuntamenti) };
}

/** Appointments of a period that hold every word, newest first. @throws ErroreApprodo `struttura.sconosciuta` */
export function searchAgenda(ctx: Contesto, input: Parsed<'agenda.search'>): Output<'agenda.search'> {
  const struttura = getStruttura(ctx.store, input.struttura);
  const oggi = ctx.oggi();
  const parole = normalizeNome(input.testo).split(' ').filter(Boolean);
  const etichette = new Map(
    Object.entries(LISTA).map(([genere, lista]) => [
      genere,
      new Map(listVoci(lista, ctx.store).map(({ voce, etichetta }) => [voce, etichetta])),
    ]),
  );
  const scritte = readAgenda(ctx.store, struttura.id, input.dal, input.al).map(toRiga);
  // what is to be completed: the meetings of the groups gone by that nobody wrote, too
  const daScrivere = input.solo === 'ritardo' ? proposte(ctx, struttura.id, input) : [];
  const righe = [...scritte, ...daScrivere].toSorted((a, b) => (a.data < b.data ? 1 : a.data > b.data ? -1 : 0));
  const trovate = righe.filter(
    (riga) =>
      (input.genere === null || riga.genere === input.genere) &&
      isSolo(riga, input.solo, oggi) &&
      (parole.length === 0 || contiene(riga, parole, etichette.get(riga.genere)?.get(riga.voce) ?? '')),
  );
  return {
    righe: trovate.slice(0, input.limite),
    totale: trovate.length,
    fatti: conta(trovate),
  };
}

/** What was written, and who works there today, to be offered. @throws ErroreApprodo `struttura.sconosciuta` */
export function listUsatiAgenda(ctx: Contesto, input: Parsed<'agenda.listUsati'>): Output<'agenda.listUsati'> {
  const { id } = getStruttura(ctx.store, input.struttura);
  const oggi = ctx.oggi();
  const inServizio = listOperatori(ctx.store, id).filter(
    ({ dal, al }) => (dal === null || dal <= oggi) && (al === null || al >= oggi),
  );
  const nomi = inServizio.map(({ nome }) => nome);
  const volontari = inServizio.filter(({ qualifica }) => /volontari/i.test(qualifica ?? '')).map(({ nome }) => nome);
  const usati = listUsati(ctx.store, id);
  const con = (testi: readonly string[], altri: readonly string[]) => [...new Set([...testi, ...altri])];
  return {
    ...usati,
    accompagnatori: con(usati.accompagnatori, nomi),
    operatori: con(usati.operatori, nomi),
    volontari: con(usati.volontari, volontari),
  };
}

const LISTA = { visita: 'visita', incontro: 'servizio', attivita: 'area_attivita' };

function toRiga(riga: RigaAgenda): Riga {
  return { ...riga, stato: riga.stato as Riga['stato'], ospiti: [...riga.ospiti], scritta: true };
}

/** Hearings, of the guests whose judicial section who asks may read: the others have none. */
function udienze(ctx: Contesto, strutturaId: string, { dal, al }: Periodo): Riga[] {
  const lettore = lettoreDi(ctx);
  return listUdienzeAgenda(ctx.store, strutturaId, dal, al)
    .filter(({ id }) => lettore.di(id).has('giuridica'))
    .map(({ udienzaId, data, ora, autorita, luogo, accompagnatore, id, cognome, nome }) => ({
      ...{ genere: 'udienza' as const, id: udienzaId, data, ora, voce: 'udienza', luogo, accompagnatore },
      titolo: autorita === null ? 'Udienza' : `Udienza, ${autorita}`,
      // a hearing has no state of its own: it is held on its day
      stato: data < ctx.oggi() ? ('fatto' as const) : ('previsto' as const),
      ...{ ospiti: [{ id, cognome, nome }], accompagnamento: accompagnatore === null ? null : true },
      ...{ protetto: false, gruppoId: null, relazioneEntro: null, relazioneData: null, scritta: true },
    }));
}

/**
 * The meetings of the weekly groups of which nothing is written in their week, until their month is closed: computed, never rows
 * by themselves.
 */
function proposte(ctx: Contesto, strutturaId: string, { dal, al }: Periodo): Riga[] {
  const a = min(al, addGiorni(ctx.oggi(), GIORNI_AVANTI));
  const gruppi = listGruppi(ctx.store, strutturaId);
  if (a < dal || gruppi.length === 0) return [];
  const scritte = listScritteDeiGruppi(ctx.store, strutturaId, lunediDi(dal), addGiorni(lunediDi(a), 6));
  const chiusi = new Set(listMesiChiusi(ctx.store, strutturaId));
  return gruppi.flatMap((gruppo) => {
    const settimane = new Set((scritte.get(gruppo.id) ?? []).map(lunediDi));
    return dateDelGruppo(gruppo, { dal, al: a })
      .filter((data) => !settimane.has(lunediDi(data)) && !chiusi.has(meseDi(data)))
      .map((data) => ({
        ...{ genere: 'attivita' as const, id: `${gruppo.id}:${data}`, data, ora: gruppo.ora, voce: gruppo.area },
        ...{ titolo: gruppo.titolo, luogo: null, stato: 'previsto' as const, ospiti: [], accompagnamento: null },
        ...{ accompagnatore: null, protetto: false, gruppoId: gruppo.id, relazioneEntro: null, relazioneData: null },
        scritta: false,
      }));
  });
}

function isSolo(riga: Riga, solo: Parsed<'agenda.search'>['solo'], oggi: Giorno): boolean {
  if (solo === 'accompagnati') return riga.accompagnamento === true && isContato(riga.stato);
  if (solo === 'protetti') return riga.protetto;
  if (solo === 'ritardo')
    return isInRitardo(riga, oggi) || isRelazioneInRitardo(riga, oggi) || stranezzaRelazione(riga, oggi) !== null;
  return true;
}

function contiene(riga: Riga, parole: readonly string[], etichetta: string): boolean {
  const nomi = riga.ospiti.map(({ cognome, nome }) => `${cognome} ${nome}`).join(' ');
  const testo = normalizeNome(
    [etichetta, riga.titolo, riga.luogo, riga.accompagnatore, nomi].filter(Boolean).join(' '),
  );
  return parole.every((parola) => testo.includes(parola));
}

function conta(righe: readonly Riga[]): Output<'agenda.search'>['fatti'] {
  const fatti = { visite: 0, incontri: 0, attivita: 0, accompagnamenti: 0 };
  for (const riga of righe) {
    if (!isContato(riga.stato)) continue;
    fatti[riga.genere === 'visita' ? 'visite' : riga.genere === 'incontro' ? 'incontri' : 'attivita']++;
    if (riga.accompagnamento === true) fatti.accompagnamenti++;
  }
  return fatti;
}

function min(a: Giorno, b: Giorno): Giorno {
  return a < b ? a : b;
}
