import { listPermanenzePersona, type PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { listIncontri, listMisure, listSchede, listVisite, listOspiti as readOspiti } from '../../db/reads/ospite.ts';
import { listModuli, listStrutture } from '../../db/reads/struttura.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { normalizeCodiceFiscale } from '../../domain/codice-fiscale.ts';
import { etaIl } from '../../domain/eta.ts';
import { giorniDiPermanenza } from '../../domain/permanenza.ts';
import { normalizeNome } from '../../domain/persona.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { listContatti } from './contatto.ts';
import type { Contesto } from './contesto.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { listRiservate } from './riservatezza.ts';
import { isLeggibile, type Sezioni, sezioniPer } from './sezione.ts';

export type Cartella = Output<'ospiti.get'>;
type Scheda = Cartella['permanenze'][number]['scheda'];

/** Everyone in the register whose name holds every word, present, gone or both. */
export function listOspiti(ctx: Contesto, { testo, stato, limite }: Parsed<'ospiti.list'>): Output<'ospiti.list'> {
  const oggi = ctx.oggi();
  const { ospiti, totale } = readOspiti(ctx.store, {
    parole: normalizeNome(testo).split(' ').filter(Boolean),
    codiceFiscale: normalizeCodiceFiscale(testo),
    presenti: stato === 'tutti' ? null : stato === 'presenti',
    oggi,
    limite,
  });
  return { ospiti: ospiti.map((riga) => ({ ...riga, eta: etaIl(riga.dataNascita, oggi) })), totale };
}

/** Everything of one guest that who asks may read. @throws ErroreApprodo `ospite.sconosciuto` */
export function getOspite(ctx: Contesto, { ospiteId }: Parsed<'ospiti.get'>): Cartella {
  const { store } = ctx;
  const ospite = getRigaOspite(store, ospiteId);
  const sezioni = sezioniPer(ctx, ospiteId);
  const { cognome, nome, sesso, dataNascita, luogoNascita } = ospite;
  const { cittadinanza, codiceFiscale, tipoIdentificativo, personaId } = ospite;
  return {
    id: ospite.id,
    ...{ cognome, nome, sesso, dataNascita, luogoNascita, cittadinanza, codiceFiscale, tipoIdentificativo },
    eta: etaIl(dataNascita, ctx.oggi()),
    permanenze: listPermanenzeOspite(ctx, personaId, sezioni),
    misure: sezioni.has('giuridica') ? listMisure(store, personaId).map(toMisura) : [],
    ...listFatti(store, personaId),
    contatti: listContatti(store, personaId),
    ...listRiservate(ctx, ospiteId, sezioni),
  };
}

function listPermanenzeOspite(ctx: Contesto, personaId: string, sezioni: Sezioni): Cartella['permanenze'] {
  const { store } = ctx;
  const schede = listSchede(store, personaId);
  const strutture = new Map(listStrutture(store).map((struttura) => [struttura.id, struttura]));
  const moduli = new Map(listModuli(store).map((modulo) => [modulo.id, modulo]));
  const permanenze = listPermanenzePersona(store, personaId).map((p) => ({
    ingressoId: p.id,
    struttura: {
      codice: strutture.get(p.strutturaId)?.codice ?? '',
      nome: strutture.get(p.strutturaId)?.nome ?? '',
    },
    ...pickPermanenza(p),
    giorni: giorniDiPermanenza(p, { dal: p.dataIngresso, al: ctx.oggi() }),
    moduli: p.assegnazioni.map(({ dal, moduloId }) => {
      const modulo = moduli.get(moduloId);
      return { dal, codice: modulo?.codice ?? '', nome: modulo?.nome ?? '', tipologia: modulo?.tipologia ?? '' };
    }),
    scheda: toScheda(schede.get(p.id), sezioni),
  }));
  return permanenze.toReversed();
}

function pickPermanenza(p: PermanenzaDelRegistro) {
  const { dataIngresso, dataDimissione, esito, destinazione, dataRelazione } = p;
  const { tipoIngresso, utenza, servizioInviante, entePagante } = p;
  return {
    ...{ dataIngresso, dataDimissione, esito, destinazione, dataRelazione },
    ...{ tipoIngresso, utenza, servizioInviante, entePagante },
  };
}

/** The scheda as it would be had nobody ever written what these sections do not show. */
export function toScheda(riga: Riga<'ingressi'> | undefined, sezioni: Sezioni): Scheda {
  const scheda: Scheda = {
    statoCivile: riga?.statoCivile ?? null,
    figliMinori: riga?.figliMinori ?? null,
    istruzione: riga?.istruzione ?? null,
    occupazione: riga?.occupazione ?? null,
    provenienza: riga?.provenienza ?? null,
    invalidita: riga?.invalidita ?? null,
    carcerazioni: riga?.carcerazioni ?? null,
    dipendenza: riga?.dipendenza ?? null,
    sostanzePrimarie: riga?.sostanzePrimarie ?? [],
    sostanzeSecondarie: riga?.sostanzeSecondarie ?? [],
    hiv: riga?.hiv ?? null,
    hcv: riga?.hcv ?? null,
  };
  const visti = Object.entries(scheda).map(([campo, valore]) => [
    campo,
    isLeggibile(campo, sezioni) ? valore : Array.isArray(valore) ? [] : null,
  ]);
  return Object.fromEntries(visti) as Scheda;
}

function toMisura({ id, misura, dal, al, autorita, finePena }: Riga<'misure'>): Cartella['misure'][number] {
  return { id, misura, dal, al, autorita, finePena };
}

/** Visits and meetings, with the struttura that recorded each. */
function listFatti(store: Store, personaId: string): Pick<Cartella, 'visite' | 'incontri'> {
  const strutture = new Map(listStrutture(store).map(({ id, nome }) => [id, nome]));
  const dove = (strutturaId: string) => strutture.get(strutturaId) ?? '';
  return {
    visite: listVisite(store, personaId).map(({ id, data, tipo, luogo, accompagnamento, esito, strutturaId }) => {
      return { id, data, tipo, luogo, accompagnamento, esito, struttura: dove(strutturaId) };
    }),
    incontri: listIncontri(store, personaId).map((riga) => {
      const { id, data, servizio, modalita, accompagnamento, oggetto, strutturaId } = riga;
      return { id, data, servizio, modalita, accompagnamento, oggetto, struttura: dove(strutturaId) };
    }),
  };
}
