import type { Comunicazione } from '../../db/schema/index.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { findGiornoStrano, type Origine } from '../../domain/giorno-fatto.ts';
import type { Scadenza } from '../../domain/scadenza.ts';
import type { VoceScadenza } from '../../domain/scadenza-regola.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { isComunicazioneVista, scadenzeDi } from './scadenza.ts';
import { type Lettore, lettoreDi } from './sezione.ts';
import { getStruttura } from './struttura.ts';

/** What is said of a deadline that was met. */
interface Detto {
  readonly fattoIl: Giorno;
  readonly nota: string | null;
  /** of the comunicazioni, only these; null: all */
  readonly destinatari: readonly string[] | null;
  readonly lettore: Lettore;
}

/** Writes the fact that meets a deadline. Returns the row it wrote. */
type Scrivi = (tx: Scrittura, oggettoId: string, detto: Detto) => string;

/** Where a fact of the register says that it was done, nothing is written twice: that fact is written. */
const FATTI: Partial<Record<VoceScadenza, Scrivi>> = {
  relazione_dimissione: (tx, id, { fattoIl }) => {
    tx.update('ingressi', id, { dataRelazione: fattoIl });
    return id;
  },
  comunicazioni_dimissione: (tx, id, { fattoIl, destinatari, lettore }) => {
    const riga = tx.find('ingressi', id);
    const fatta = (una: Comunicazione) =>
      una.fattaIl === null &&
      (destinatari === null || destinatari.includes(una.a)) &&
      isComunicazioneVista(una, riga?.ospiteId ?? '', lettore);
    const comunicazioni = (riga?.comunicazioni ?? []).map((una) => (fatta(una) ? { ...una, fattaIl: fattoIl } : una));
    tx.update('ingressi', id, { comunicazioni });
    return id;
  },
  relazione_incontro: (tx, id, { fattoIl }) => {
    tx.update('incontri', id, { relazioneData: fattoIl });
    return id;
  },
  violazione: (tx, id, { fattoIl }) => {
    tx.update('violazioni', id, { comunicataIl: fattoIl });
    return id;
  },
  obiettivo: (tx, id) => {
    tx.update('obiettivi', id, { stato: 'raggiunto' });
    return id;
  },
  azione: (tx, id, { fattoIl, nota }) => {
    tx.update('azioni', id, { fattaIl: fattoIl, ...conNota(tx.find('azioni', id)?.testo, nota) });
    return id;
  },
  promemoria: (tx, id, { fattoIl, nota }) => {
    tx.update('promemoria', id, { fattoIl, ...conNota(tx.find('promemoria', id)?.testo, nota) });
    return id;
  },
};

/** The facts whose own words take the note: of the others it is kept beside, with the deadline that was met. */
const CON_PAROLE: ReadonlySet<VoceScadenza> = new Set(['azione', 'promemoria']);

function conNota(testo: string | undefined, nota: string | null): { testo?: string } {
  return testo === undefined || nota === null ? {} : { testo: `${testo} (${nota})` };
}

/**
 * A deadline met on a day. Only one that is there, for who may know it.
 * @throws ErroreApprodo `scadenza.sconosciuta`, `scadenza.futuro`, `scadenza.prima`, `mese.altrui`
 */
export function registerAdempimento(
  ctx: Contesto,
  input: Parsed<'adempimenti.register'>,
): Output<'adempimenti.register'> {
  assertRegistroProprio(ctx);
  const { voce, oggettoId, entro, fattoIl, nota, destinatari = null } = input;
  assertGiorno(ctx, fattoIl);
  const scadenza = findScadenza(ctx, input);
  assertGiorno(ctx, fattoIl, origineDi(ctx.store, scadenza));
  if (destinatari?.some((uno) => !scadenza.destinatari?.includes(uno))) throw sparita();
  const ospiteId = scadenza.ospiteId;
  const about = { struttura: input.struttura, ...(ospiteId === null ? {} : { ospiteId }) };
  return ctx.store.write(gesto(ctx, 'adempimenti.register', about), (tx) => {
    const id = FATTI[voce]?.(tx, oggettoId, { fattoIl, nota, destinatari, lettore: lettoreDi(ctx) });
    if (id !== undefined && voce !== 'obiettivo' && (nota === null || CON_PAROLE.has(voce)))
      return { id, voce: tx.voce, avvisi: [] };
    // of a meeting of many, the note stays with the first of them
    const di = ospiteId ?? tx.listPartecipanti('incontri', oggettoId)[0] ?? '';
    const adempimento = tx.insert('adempimenti', { regola: voce, oggettoId, ospiteId: di, entro, fattoIl, nota });
    return { id: id ?? adempimento, voce: tx.voce, avvisi: [] };
  });
}

function findScadenza(ctx: Contesto, input: Parsed<'adempimenti.register'>): Scadenza {
  const struttura = getStruttura(ctx.store, input.struttura);
  const trovata = scadenzeDi(ctx, struttura.id).find(
    (s) => s.voce === input.voce && s.oggettoId === input.oggettoId && s.entro === input.entro,
  );
  if (!trovata) throw sparita();
  return trovata;
}

function sparita(): ErroreApprodo {
  return new ErroreApprodo('scadenza.sconosciuta', 'Questa scadenza non c’è più: ricaricare la pagina.');
}

/** What a deadline follows from: before that day nothing can have met it. Undefined: it may be met at any time. */
function origineDi(store: Store, { voce, oggettoId, ospiteId, ingressoId }: Scadenza): Origine | undefined {
  const ingresso = ingressoId === null ? undefined : store.find('ingressi', ingressoId);
  switch (voce) {
    case 'relazione_dimissione':
      return { giorno: ingresso?.dataDimissione, di: 'della dimissione' };
    case 'comunicazioni_dimissione':
    case 'progetto_individuale':
    case 'verifica_inviante':
    case 'riesame_progetto':
      return { giorno: ingresso?.dataIngresso, di: 'dell’ingresso' };
    case 'relazione_94ter':
      return { giorno: store.find('misure', oggettoId)?.dal, di: 'dell’inizio della misura' };
    case 'violazione':
      return { giorno: store.find('violazioni', oggettoId)?.data, di: 'del fatto' };
    case 'stp_eni':
      return { giorno: store.find('ospiti', ospiteId ?? '')?.identificativoDal, di: 'del rilascio del codice' };
    case 'assenza_ricovero':
    case 'assenza_carcere':
    case 'assenza_altra':
      return { giorno: store.find('assenze', oggettoId)?.uscita, di: 'dell’uscita' };
    case 'relazione_incontro':
      return { giorno: store.find('incontri', oggettoId)?.data, di: 'dell’incontro' };
    default:
      return undefined;
  }
}

/** @throws ErroreApprodo `scadenza.futuro`, `scadenza.prima` */
function assertGiorno(ctx: Contesto, fattoIl: Giorno, origine?: Origine): void {
  const strano = findGiornoStrano(fattoIl, ctx.oggi(), origine);
  if (strano) throw new ErroreApprodo(`scadenza.${strano.perche}`, strano.frase);
}
