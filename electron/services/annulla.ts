import { findPermanenza } from '../../db/reads/ingresso.ts';
import { type Immagine, isVelata, unpackImmagini, type VoceRegistro } from '../../db/registro.ts';
import type { Riga, Scrittura, Tabella } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { meseDi } from '../../domain/giorno.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { isDellaCasa, undoCasa } from './annulla-casa.ts';
import { isDellaDimissione, undoDimissione } from './annulla-dimissione.ts';
import { isAzioneIngresso, isDellIngresso, undoIngresso } from './annulla-ingresso.ts';
import { type Contesto, gesto } from './contesto.ts';
import { AZIONE_DIMISSIONE } from './dimissione.ts';
import { assertMeseAperto, assertRegistroProprio } from './mese-aperto.ts';
import { AZIONE_RIAPERTURA } from './riapertura.ts';

/**
 * What may be undone by one key, and the columns that may not: the beginning and end of a stay and who somebody is have
 * gestures of their own, with their checks.
 */
const ANNULLABILI: Partial<Readonly<Record<string, readonly string[]>>> = {
  visite: [],
  incontri: [],
  incontri_ospiti: [],
  attivita: [],
  attivita_ospiti: [],
  gruppi: [],
  presenze: [],
  assenze: [],
  misure: [],
  udienze: [],
  violazioni: [],
  avvertenze: [],
  allegati: [],
  contatti: [],
  progetti: [],
  obiettivi: [],
  azioni: [],
  verifiche_progetto: [],
  evidenze: [],
  relazioni: [],
  adempimenti: [],
  promemoria: [],
  alloggi: [],
  stanze: [],
  strutture: [],
  moduli: [],
  posti: [],
  operatori: [],
  voci_lista: [],
  regole_scadenza: [],
  regole_assenza: [],
  ingressi: ['id', 'ospite_id', 'struttura_id', 'data_ingresso', 'data_dimissione', 'esito', 'deleted_at_ms'],
  ospiti: [
    'id',
    'persona_id',
    'cognome',
    'nome',
    'data_nascita',
    'nascita_presunta',
    'sesso',
    'codice_fiscale',
    'foto_id',
    'deleted_at_ms',
  ],
};

/**
 * Brings the rows of one's own saving back to what they were, in one gesture with a line of its own.
 * @throws ErroreApprodo `annulla.*`, `mese.chiuso`, `mese.altrui`
 */
export function undoModifica(ctx: Contesto, { voce: seq }: Parsed<'modifiche.undo'>): Output<'modifiche.undo'> {
  assertRegistroProprio(ctx);
  const voce = getVocePropria(ctx, seq);
  const immagini = unpackImmagini(voce.righe);
  const ingresso = isAzioneIngresso(voce.azione);
  const dimissione = voce.azione === AZIONE_DIMISSIONE || voce.azione === AZIONE_RIAPERTURA;
  const isAmmessa = (immagine: Immagine) =>
    dimissione ? isDellaDimissione(immagine) : ingresso ? isDellIngresso(immagine) : isAnnullabile(ctx.store, immagine);
  if (immagini.length === 0 || !immagini.every(isAmmessa))
    throw new ErroreApprodo(
      'annulla.non_possibile',
      'Questo salvataggio non si annulla con un tasto: correggere la registrazione dalla sua pagina.',
    );
  const about = {
    ...(voce.struttura === null ? {} : { struttura: voce.struttura }),
    ospiteId: voce.ospiteId ?? undefined,
    nota: `riga ${seq}`,
  };
  ctx.store.write(gesto(ctx, 'modifiche.undo', about), (tx) => {
    for (const immagine of immagini) assertNonToccata(tx, immagine, seq);
    const riporta = () => {
      assertMesiAperti(ctx.store, tx, immagini);
      for (const immagine of immagini.toReversed()) tx.revert(immagine);
      assertMesiAperti(ctx.store, tx, immagini);
    };
    if (dimissione) undoDimissione(ctx, immagini, riporta);
    else if (ingresso) undoIngresso(ctx, tx, immagini, riporta);
    else if (immagini.some(isDellaCasa)) undoCasa(ctx, immagini, riporta);
    else riporta();
  });
  return {};
}

function getVocePropria(ctx: Contesto, seq: number): VoceRegistro {
  const voce = ctx.store.registro.find(seq);
  if (!voce || voce.accountId === null || voce.accountId !== ctx.utente.accountId)
    throw new ErroreApprodo(
      'annulla.altrui',
      'Si annulla solo quello che si è salvato: questo l’ha salvato un’altra persona.',
    );
  return voce;
}

function isAnnullabile(store: Store, immagine: Immagine): boolean {
  const vietate = ANNULLABILI[immagine.t];
  if (!vietate || isVelata(immagine) || isSottoCodice(store, immagine)) return false;
  const colonne = { ...immagine.prima, ...immagine.dopo };
  return !vietate.some((colonna) => colonna in colonne);
}

/** A contact under a code added or taken away: who it is was sealed apart, and does not come back with the row. */
function isSottoCodice(store: Store, { t, id, prima, dopo }: Immagine): boolean {
  const colonne = { ...prima, ...dopo };
  const nataOTolta = prima === null || 'deleted_at_ms' in colonne;
  return t === 'contatti' && nataOTolta && store.find('contatti', id)?.riservato === true;
}

/** Undoing must not take away what somebody did afterwards. Rows of participants go with the row they are of. */
function assertNonToccata(tx: Scrittura, { t, id, dopo }: Immagine, seq: number): void {
  const intatta = Array.isArray(dopo)
    ? JSON.stringify(tx.listPartecipanti(t === 'incontri_ospiti' ? 'incontri' : 'attivita', id)) ===
      JSON.stringify(dopo)
    : tx.find(t as Tabella, id)?.voce === seq;
  if (!intatta)
    throw new ErroreApprodo(
      'annulla.superato',
      'Dopo questo salvataggio la registrazione è cambiata ancora: per non perdere quel cambiamento, correggerla a mano.',
    );
}

/** The months of the rows as they now are. */
function assertMesiAperti(store: Store, tx: Scrittura, immagini: readonly Immagine[]): void {
  for (const { t, id } of immagini) {
    if (t === 'visite' || t === 'incontri' || t === 'attivita') {
      const riga = tx.find(t, id);
      if (riga) assertMeseAperto(store, riga.strutturaId, meseDi(riga.data));
    }
    if (t === 'presenze') assertPresenzeAperte(store, tx.find(t, id));
  }
}

function assertPresenzeAperte(store: Store, riga: Riga<'presenze'> | undefined): void {
  const permanenza = riga && findPermanenza(store, riga.ingressoId);
  if (permanenza) assertMeseAperto(store, permanenza.strutturaId, riga.mese);
}
