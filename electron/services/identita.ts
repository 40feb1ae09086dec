import type { z } from 'zod';
import { listAllegati } from '../../db/reads/allegato.ts';
import { findIdentita, findRuoliIdentita, listStessaPersona } from '../../db/reads/identita.ts';
import type { Modifica, Riga, Scrittura } from '../../db/scrittura.ts';
import { drawCodice, setCodice } from '../../db/writes/codice-ospite.ts';
import { removeIdentita, setIdentita } from '../../db/writes/identita.ts';
import { linkPersone } from '../../db/writes/persona.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { nascitaDi, rigaNascita } from '../../domain/nascita.ts';
import { chiaveNome } from '../../domain/persona.ts';
import { identita, LEGGE_IDENTITA } from '../contract/anonimato.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Ruolo } from '../contract/ruolo.ts';
import { COLONNE_ALLEGATO, COLONNE_IDENTITA, campiAnonimi, nomeSottoCodice } from './anonimo.ts';
import { codiceDi } from './codice-ospite.ts';
import { type Contesto, gesto } from './contesto.ts';
import { getRigaOspite } from './ospite-riga.ts';

type Identita = Output<'identita.open'>;

export function getIdentita(ctx: Contesto, { ospiteId }: Parsed<'identita.get'>): Output<'identita.get'> {
  const riga = getRigaOspite(ctx.store, ospiteId);
  const ruoli = findRuoliIdentita(ctx.store, ospiteId) ?? [];
  return {
    codice: codiceDi(ctx.store, ospiteId),
    anonimo: riga.tipoIdentificativo === 'ANON',
    ruoli: ruoli as Ruolo[],
  };
}

/** @throws ErroreApprodo `ospite.sconosciuto`, `identita.riservata`, `identita.ruolo` */
export function sealIdentita(ctx: Contesto, input: Parsed<'identita.seal'>): Output<'identita.seal'> {
  const { store } = ctx;
  const { ospiteId, ruoli, motivo } = input;
  getRigaOspite(store, ospiteId);
  if (findRuoliIdentita(store, ospiteId))
    throw new ErroreApprodo('identita.riservata', 'Questo ospite è già registrato sotto codice: non serve ripetere.');
  if (!(ruoli as readonly Ruolo[]).includes(ctx.utente.ruolo))
    throw new ErroreApprodo(
      'identita.ruolo',
      'Il proprio ruolo deve restare tra quelli che possono aprire l’identità: aggiungerlo.',
    );
  const codice = codiceDi(store, ospiteId);
  // the person may have other rows, from another struttura or another sheet: a name left there would undo it all
  const tutti = listStessaPersona(store, ospiteId);
  store.write(gesto(ctx, 'identita.seal', { ospiteId, nota: motivo }), (tx) => {
    for (const id of tutti) setCodice(tx, id, codice);
    const documenti = listAllegati(store, getRigaOspite(store, ospiteId).personaId);
    for (const id of tutti) sealRiga(tx, getRigaOspite(store, id), codice, ruoli);
    for (const { id, nomeFile } of documenti)
      tx.updateRiservata('allegati', id, { nomeFile: nomeSottoCodice(nomeFile) }, COLONNE_ALLEGATO);
    linkPersone(tx, tutti);
  });
  return { codice };
}

function sealRiga(tx: Scrittura, riga: Riga<'ospiti'>, codice: string, ruoli: readonly string[]): void {
  // the photograph too: nobody who opens the page finds it again, until the name comes back
  setIdentita(tx, riga.id, {
    dati: { ...identita.parse({ ...riga, dataNascita: nascitaDi(riga) }), fotoId: riga.fotoId },
    ruoli,
  });
  tx.updateRiservata('ospiti', riga.id, campiAnonimi(codice, riga.dataNascita), COLONNE_IDENTITA);
}

/** A new guest, born with a code: who it is never passes through the log. @returns the ospite's id */
export function insertAnonimo(tx: Scrittura, dati: z.input<typeof identita> & { readonly sesso: string }): string {
  const codice = drawCodice(tx);
  const campi = campiAnonimi(codice, dati.dataNascita);
  const ospiteId = tx.insert('ospiti', { ...campi, sesso: dati.sesso, personaId: '' });
  setCodice(tx, ospiteId, codice);
  setIdentita(tx, ospiteId, { dati: identita.parse(dati), ruoli: LEGGE_IDENTITA });
  linkPersone(tx, [ospiteId]);
  return ospiteId;
}

/** @throws ErroreApprodo `identita.assente`, `identita.ruolo` */
export function openIdentita(ctx: Contesto, { ospiteId, motivo }: Parsed<'identita.open'>): Identita {
  assertLegge(ctx, ospiteId);
  // the line first: an identity that was given is an identity the log knows was given
  ctx.store.write({ ...gesto(ctx, 'identita.open', { ospiteId, nota: motivo }), sempre: true }, () => undefined);
  return identita.parse(findIdentita(ctx.store, ospiteId)?.dati);
}

/** @throws ErroreApprodo `identita.assente`, `identita.ruolo` */
export function restoreIdentita(ctx: Contesto, input: Parsed<'identita.restore'>): Output<'identita.restore'> {
  const { store } = ctx;
  const { ospiteId, motivo } = input;
  assertLegge(ctx, ospiteId);
  const tutti = listStessaPersona(store, ospiteId).filter((id) => findRuoliIdentita(store, id) !== undefined);
  store.write(gesto(ctx, 'identita.restore', { ospiteId, nota: motivo }), (tx) => {
    for (const id of tutti) {
      const sigillati = findIdentita(store, id)?.dati ?? {};
      const dati = identita.parse(sigillati);
      const fotoId = sigillati['fotoId'] ?? null;
      const nascita = rigaNascita(dati.dataNascita);
      const modifica: Modifica<'ospiti'> = {
        ...dati,
        ...nascita,
        fotoId,
        chiaveNome: chiaveNome(dati.cognome, dati.nome),
      };
      tx.updateRiservata('ospiti', id, modifica, COLONNE_IDENTITA);
      removeIdentita(tx, id);
    }
    linkPersone(tx, tutti);
  });
  return {};
}

/** @throws ErroreApprodo `identita.assente` not sealed here, `identita.ruolo` sealed to others */
function assertLegge(ctx: Contesto, ospiteId: string): void {
  getRigaOspite(ctx.store, ospiteId);
  const ruoli = findRuoliIdentita(ctx.store, ospiteId);
  if (!ruoli)
    throw new ErroreApprodo(
      'identita.assente',
      'Di questo ospite qui non c’è un’identità riservata: chiederla alla comunità che lo ha registrato.',
    );
  if (!ruoli.includes(ctx.utente.ruolo))
    throw new ErroreApprodo(
      'identita.ruolo',
      'L’identità di questo ospite è riservata ad altri ruoli: farla aprire a chi può.',
    );
}
