import { listAlloggi, listPresentiConStanza, listStanze as readStanze } from '../../db/reads/stanza.ts';
import { findModulo, listModuli } from '../../db/reads/struttura.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { isAperta } from '../../domain/apertura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { isGiornoDiPermanenza } from '../../domain/permanenza.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { assertUsabile, avvisiStanza, getStanza, senzaStanza } from './alloggio.ts';
import { type Contesto, gesto } from './contesto.ts';
import { aboutPermanenza, getPermanenza } from './ingresso.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { type Correzione, type EsitoModifica, getRiga, modificaRiga } from './modifica.ts';
import { getStruttura } from './struttura.ts';

/** The rooms, and who sleeps in them the night of a day. @throws ErroreApprodo `struttura.sconosciuta` */
export function listStanze({ store }: Contesto, input: Parsed<'stanze.list'>): Output<'stanze.list'> {
  const { giorno } = input;
  const struttura = getStruttura(store, input.struttura);
  const moduli = new Map(listModuli(store).map((modulo) => [modulo.id, modulo.codice]));
  const presenti = listPresentiConStanza(store, struttura.id, giorno);
  const righe = readStanze(store, struttura.id);
  const usabili = new Set(righe.filter((riga) => isAperta(riga, giorno)).map((riga) => riga.id));
  const stanze = righe.map((riga) => ({
    id: riga.id,
    nome: riga.nome,
    modulo: moduli.get(riga.moduloId ?? '') ?? null,
    letti: riga.letti,
    dal: riga.dal,
    al: riga.al,
    inUso: usabili.has(riga.id),
    chi: presenti.filter((p) => p.stanzaId === riga.id).flatMap((p) => dorme(p)),
  }));
  const letti = stanze.reduce((somma, una) => somma + (una.inUso ? una.letti : 0), 0);
  return { stanze, senzaStanza: senzaStanza(presenti, usabili), letti };
}

function dorme({ alloggioId, dal, ...p }: ReturnType<typeof listPresentiConStanza>[number]) {
  if (alloggioId === null || dal === null) return [];
  const { ingressoId, ospiteId, cognome, nome, letto } = p;
  return [{ alloggioId, dal, ingressoId, ospiteId, cognome, nome, letto }];
}

/** A new room, or the correction of one. @throws ErroreApprodo `stanza.periodo`, `stanza.doppia`, `modulo.sconosciuto`, `riga.sconosciuta` */
export function saveStanza(ctx: Contesto, input: Parsed<'stanze.save'>): Output<'stanze.save'> {
  assertRegistroProprio(ctx);
  const { store } = ctx;
  if ('prima' in input) return correctStanza(ctx, input);
  const struttura = getStruttura(store, input.struttura);
  const { nome, letti, dal, al = null, modulo = null } = input;
  const moduloId = modulo === null ? null : getModuloId(store, modulo, struttura.id);
  const valori = { strutturaId: struttura.id, moduloId, nome, letti, dal, al };
  assertStanza(store, valori);
  return store.write(gesto(ctx, 'stanze.save', { struttura: input.struttura }), (tx) => {
    return { id: tx.insert('stanze', valori), voce: tx.voce, avvisi: [], contese: [] };
  });
}

function correctStanza(ctx: Contesto, correzione: Correzione): EsitoModifica {
  const { store } = ctx;
  const { strutturaId } = getRiga(store, 'stanze', correzione.id);
  const codici = new Map(listModuli(store).map((modulo) => [modulo.id, modulo.codice]));
  const about = { struttura: getRiga(store, 'strutture', strutturaId).codice };
  return modificaRiga(ctx, 'stanze', 'stanze.save', about, correzione, {
    vista: (riga) => ({ ...riga, modulo: codici.get(riga.moduloId ?? '') ?? null }),
    colonne: ({ modulo, ...altre }) => ({
      ...altre,
      ...(modulo === undefined
        ? {}
        : { moduloId: modulo === null ? null : getModuloId(store, String(modulo), strutturaId) }),
    }),
    controlla: (_prima, dopo) => assertStanza(store, dopo),
    dopo: (_tx, riga) => avvisiStanza(store, riga.id, ctx.oggi()),
  });
}

type Stanza = Pick<Riga<'stanze'>, 'strutturaId' | 'nome' | 'dal' | 'al'> & { readonly id?: string };

function assertStanza(store: Store, stanza: Stanza): void {
  if (stanza.al !== null && stanza.al < stanza.dal)
    throw new ErroreApprodo('stanza.periodo', 'L’ultimo giorno viene prima del primo: correggere una delle due date.');
  assertNomeLibero(store, stanza);
}

function assertNomeLibero(store: Store, { id, strutturaId, nome, dal, al }: Stanza): void {
  const insieme = readStanze(store, strutturaId).some(
    (altra) =>
      altra.id !== id &&
      altra.nome.toLocaleLowerCase('it') === nome.toLocaleLowerCase('it') &&
      (altra.al === null || altra.al >= dal) &&
      (al === null || al >= altra.dal),
  );
  if (insieme)
    throw new ErroreApprodo('stanza.doppia', `C’è già una stanza «${nome}» in quei giorni: darle un altro nome.`);
}

/**
 * From `dal` on the stay is in that room; later changes, if any, give way. More guests than beds is said, never refused.
 * @throws ErroreApprodo `alloggio.fuori_permanenza`, `stanza.sconosciuta`, `stanza.chiusa`, `ingresso.sconosciuto`
 */
export function assignAlloggio(ctx: Contesto, input: Parsed<'alloggi.assign'>): Output<'alloggi.assign'> {
  assertRegistroProprio(ctx);
  const { store } = ctx;
  const { ingressoId, dal, stanzaId, letto } = input;
  const p = getPermanenza(store, ingressoId);
  if (!isGiornoDiPermanenza(p, dal))
    throw new ErroreApprodo(
      'alloggio.fuori_permanenza',
      `${formatGiorno(dal)} non è un giorno della permanenza: controllare la data.`,
    );
  if (stanzaId !== null) assertUsabile(getStanza(store, stanzaId), p.strutturaId, dal);
  const about = aboutPermanenza(store, p);
  return store.write(gesto(ctx, 'alloggi.assign', about), (tx) => {
    const prima = listAlloggi(store, ingressoId);
    const prime = tx.immagini.length;
    for (const dopo of prima.filter((a) => a.dal > dal)) tx.remove('alloggi', dopo.id);
    const stesso = prima.find((a) => a.dal === dal);
    if (stesso) tx.update('alloggi', stesso.id, { stanzaId, letto });
    const id = stesso?.id ?? tx.insert('alloggi', { ingressoId, dal, stanzaId, letto });
    const avvisi = stanzaId === null ? [] : avvisiStanza(store, stanzaId, dal);
    return { id, voce: tx.immagini.length > prime ? tx.voce : null, avvisi };
  });
}

function getModuloId(store: Store, codice: string, strutturaId: string): string {
  const modulo = findModulo(store, codice);
  if (modulo?.strutturaId !== strutturaId)
    throw new ErroreApprodo(
      'modulo.sconosciuto',
      `Il modulo ${codice} non è di questa struttura: sceglierlo dall’elenco.`,
    );
  return modulo.id;
}
