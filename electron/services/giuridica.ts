import { listMisureDelGiorno, listUdienze, listViolazioni } from '../../db/reads/giuridica.ts';
import { listMisure } from '../../db/reads/ospite.ts';
import type { Riga } from '../../db/scrittura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { findGiornoStrano } from '../../domain/giorno-fatto.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { isVoce } from './lista.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { type EsitoModifica, type EsitoTolto, getRiga, modificaRiga, togliRiga } from './modifica.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { findProssimaRelazione } from './scadenza.ts';
import { lettoreDi, sezioniPer } from './sezione.ts';
import { getStruttura } from './struttura.ts';

type Misura = Riga<'misure'>;
type Udienza = Riga<'udienze'>;
type Violazione = Riga<'violazioni'>;

/** Who may not read the section is answered as for a guest who has nothing. @throws ErroreApprodo `ospite.sconosciuto` */
export function getGiuridica(ctx: Contesto, { ospiteId }: Parsed<'giuridica.get'>): Output<'giuridica.get'> {
  const { personaId } = getRigaOspite(ctx.store, ospiteId);
  if (!sezioniPer(ctx, ospiteId).has('giuridica')) return { ospiteId, misure: [], udienze: [], violazioni: [] };
  return {
    ospiteId,
    misure: listMisure(ctx.store, personaId).map((riga) => ({
      ...toMisura(riga),
      relazioneEntro: findProssimaRelazione(ctx, personaId, riga.id) ?? null,
    })),
    udienze: listUdienze(ctx.store, personaId).map(toUdienza),
    violazioni: listViolazioni(ctx.store, personaId).map(toViolazione),
  };
}

/** @throws ErroreApprodo `struttura.sconosciuta` */
export function snapshotMisure(
  ctx: Contesto,
  { struttura: codice, giorno }: Parsed<'misure.snapshot'>,
): Output<'misure.snapshot'> {
  const struttura = getStruttura(ctx.store, codice);
  const { di } = lettoreDi(ctx);
  const righe = listMisureDelGiorno(ctx.store, struttura.id, giorno).filter(({ ospiteId }) =>
    di(ospiteId).has('giuridica'),
  );
  return { struttura: struttura.nome, giorno, righe };
}

/** @throws ErroreApprodo `misura.*`, `lista.voce`, `permesso.sezione`, `riga.sconosciuta`, `mese.altrui` */
export function saveMisura(ctx: Contesto, input: Parsed<'misure.save'>): Output<'misure.save'> {
  assertRegistroProprio(ctx);
  if ('ospiteId' in input) {
    const { ospiteId, ...campi } = input;
    assertScrivibile(ctx, ospiteId);
    assertMisura(ctx, campi);
    return ctx.store.write(gesto(ctx, 'misure.save', { ospiteId }), (tx) => {
      const id = tx.insert('misure', { ospiteId, ...campi });
      return nuova(id, tx.voce, avvisiMisura(campi));
    });
  }
  const { ospiteId } = getSua(ctx, 'misure', input.id);
  return modificaRiga(ctx, 'misure', 'misure.save', { ospiteId }, input, {
    controlla: (_prima, dopo) => assertMisura(ctx, dopo),
    dopo: (_tx, riga) => avvisiMisura(riga),
  });
}

/** @throws ErroreApprodo `permesso.sezione`, `riga.sconosciuta`, `mese.altrui` */
export function removeMisura(ctx: Contesto, { id }: Parsed<'misure.remove'>): Output<'misure.remove'> {
  return remove(ctx, 'misure', id, 'misure.remove');
}

/** @throws ErroreApprodo `permesso.sezione`, `riga.sconosciuta`, `mese.altrui` */
export function saveUdienza(ctx: Contesto, input: Parsed<'udienze.save'>): Output<'udienze.save'> {
  assertRegistroProprio(ctx);
  if ('ospiteId' in input) {
    const { ospiteId, ...campi } = input;
    assertScrivibile(ctx, ospiteId);
    assertMisuraSua(ctx, ospiteId, campi.misuraId);
    return ctx.store.write(gesto(ctx, 'udienze.save', { ospiteId }), (tx) => {
      const id = tx.insert('udienze', { ospiteId, ...campi });
      return nuova(id, tx.voce, avvisiUdienza(campi));
    });
  }
  const { ospiteId } = getSua(ctx, 'udienze', input.id);
  return modificaRiga(ctx, 'udienze', 'udienze.save', { ospiteId }, input, {
    controlla: (_prima, dopo) => assertMisuraSua(ctx, ospiteId, dopo.misuraId),
    dopo: (_tx, riga) => avvisiUdienza(riga),
  });
}

/** @throws ErroreApprodo `permesso.sezione`, `riga.sconosciuta`, `mese.altrui` */
export function removeUdienza(ctx: Contesto, { id }: Parsed<'udienze.remove'>): Output<'udienze.remove'> {
  return remove(ctx, 'udienze', id, 'udienze.remove');
}

/** @throws ErroreApprodo `violazione.futura`, `permesso.sezione`, `riga.sconosciuta`, `mese.altrui` */
export function saveViolazione(ctx: Contesto, input: Parsed<'violazioni.save'>): Output<'violazioni.save'> {
  assertRegistroProprio(ctx);
  const controlla = (ospiteId: string, campi: Pick<Violazione, 'misuraId' | 'data'>) => {
    assertMisuraSua(ctx, ospiteId, campi.misuraId);
    if (campi.data > ctx.oggi())
      throw new ErroreApprodo('violazione.futura', 'Una violazione non può essere nel futuro: controllare la data.');
  };
  if ('ospiteId' in input) {
    const { ospiteId, ...campi } = input;
    assertScrivibile(ctx, ospiteId);
    controlla(ospiteId, campi);
    return ctx.store.write(gesto(ctx, 'violazioni.save', { ospiteId }), (tx) => {
      const id = tx.insert('violazioni', { ospiteId, ...campi });
      return nuova(id, tx.voce, avvisiViolazione(ctx, campi));
    });
  }
  const { ospiteId } = getSua(ctx, 'violazioni', input.id);
  return modificaRiga(ctx, 'violazioni', 'violazioni.save', { ospiteId }, input, {
    controlla: (_prima, dopo) => controlla(ospiteId, dopo),
    dopo: (_tx, riga) => avvisiViolazione(ctx, riga),
  });
}

/** @throws ErroreApprodo `permesso.sezione`, `riga.sconosciuta`, `mese.altrui` */
export function removeViolazione(ctx: Contesto, { id }: Parsed<'violazioni.remove'>): Output<'violazioni.remove'> {
  return remove(ctx, 'violazioni', id, 'violazioni.remove');
}

/** @throws ErroreApprodo `ospite.sconosciuto`, `permesso.sezione` */
function assertScrivibile(ctx: Contesto, ospiteId: string): void {
  getRigaOspite(ctx.store, ospiteId);
  if (!sezioniPer(ctx, ospiteId).has('giuridica'))
    throw new ErroreApprodo(
      'permesso.sezione',
      'La posizione giuridica di questo ospite la scrive un altro ruolo: chiederlo al responsabile.',
    );
}

/** A row of the section; for who does not read it, it is not there. @throws ErroreApprodo `riga.sconosciuta` */
function getSua<T extends 'misure' | 'udienze' | 'violazioni'>(
  ctx: Contesto,
  tabella: T,
  id: string,
): { ospiteId: string } {
  const { ospiteId } = getRiga(ctx.store, tabella, id);
  if (!sezioniPer(ctx, ospiteId).has('giuridica')) getRiga(ctx.store, tabella, '');
  return { ospiteId };
}

function remove(ctx: Contesto, tabella: 'misure' | 'udienze' | 'violazioni', id: string, azione: string): EsitoTolto {
  assertRegistroProprio(ctx);
  const { ospiteId } = getSua(ctx, tabella, id);
  return ctx.store.write(gesto(ctx, azione, { ospiteId }), (tx) => togliRiga(tx, tabella, id));
}

function nuova(id: string, voce: number, avvisi: string[]): EsitoModifica {
  return { id, voce, avvisi, contese: [] };
}

function assertMisura({ store }: Contesto, { misura, dal, al }: Pick<Misura, 'misura' | 'dal' | 'al'>): void {
  if (!isVoce('misura', misura, store))
    throw new ErroreApprodo('lista.voce', `La misura «${misura}» non è nell’elenco: sceglierla dall’elenco.`);
  if (al !== null && al < dal)
    throw new ErroreApprodo('misura.periodo', 'La misura finisce prima di cominciare: controllare le due date.');
}

/** @throws ErroreApprodo `riga.sconosciuta` when the measure is of somebody else */
function assertMisuraSua(ctx: Contesto, ospiteId: string, misuraId: string | null): void {
  if (misuraId === null) return;
  const misura = getRiga(ctx.store, 'misure', misuraId);
  const persona = (id: string) => getRigaOspite(ctx.store, id).personaId;
  if (persona(misura.ospiteId) !== persona(ospiteId)) getRiga(ctx.store, 'misure', '');
}

function avvisiMisura({ autorita, finePena, al }: Pick<Misura, 'autorita' | 'finePena' | 'al'>): string[] {
  const avvisi: string[] = [];
  if (!autorita) avvisi.push('Manca l’autorità: serve per le relazioni e per gli avvisi.');
  if (finePena !== null && al !== null && finePena < al)
    avvisi.push('Il fine pena viene prima della fine della misura: controllare le date.');
  return avvisi;
}

function avvisiUdienza({ ora, luogo }: Pick<Udienza, 'ora' | 'luogo'>): string[] {
  return [...(ora === null ? ['Manca l’ora dell’udienza.'] : []), ...(luogo ? [] : ['Manca il luogo dell’udienza.'])];
}

function avvisiViolazione(ctx: Contesto, { data, comunicataIl }: Pick<Violazione, 'data' | 'comunicataIl'>): string[] {
  if (comunicataIl === null) return ['La violazione non è ancora stata comunicata all’autorità.'];
  const strano = findGiornoStrano(comunicataIl, ctx.oggi(), { giorno: data, di: 'del fatto' });
  return strano ? [`Comunicazione: ${strano.frase}`] : [];
}

function toMisura({ id, misura, dal, al, autorita, finePena, provvedimento, prescrizioni }: Misura) {
  return { id, misura, dal, al, autorita, finePena, provvedimento, prescrizioni };
}

function toUdienza({ id, misuraId, data, ora, autorita, luogo, accompagnatore, esito }: Udienza) {
  return { id, misuraId, data, ora, autorita, luogo, accompagnatore, esito };
}

function toViolazione({ id, misuraId, data, fatto, comunicataA, comunicataIl }: Violazione) {
  return { id, misuraId, data, fatto, comunicataA, comunicataIl };
}
