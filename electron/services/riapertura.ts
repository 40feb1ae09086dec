import { listAssenzeIngresso } from '../../db/reads/assenza.ts';
import { findArrivo } from '../../db/reads/dimissione.ts';
import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { listPresenzeIngresso } from '../../db/reads/presenza.ts';
import { listVociUscita } from '../../db/reads/uscita.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { aboutPermanenza, assertNessunaSovrapposizione, getPermanenza } from './ingresso.ts';
import { assertNonAltera, assertRegistroProprio } from './mese-aperto.ts';
import { type Ripristinato, ripristina } from './riapertura-ripristino.ts';

/** How the log calls it. */
export const AZIONE_RIAPERTURA = 'dimissioni.reopen';

/** What a dimissione wrote on the stay. It is kept by the log, and proposed again (db/reads/uscita.ts). */
const SENZA_DIMISSIONE = {
  ...{ dataDimissione: null, esito: null, destinazione: null, dataRelazione: null, abitazioneUscita: null },
  ...{ occupazioneUscita: null, oggettiResi: null, documentiResi: null, comunicazioni: null, noteDimissione: null },
};

/**
 * The guest did not leave after all, with the reason: what the dimissione took away comes back, where nobody has written since. Of a
 * transfer, the stay opened on the other side goes too.
 * @throws ErroreApprodo `dimissione.assente`, `dimissione.proseguita`, `ingresso.sovrapposto`, `mese.chiuso`
 */
export function reopenDimissione(ctx: Contesto, input: Parsed<'dimissioni.reopen'>): Output<'dimissioni.reopen'> {
  assertRegistroProprio(ctx);
  const permanenze = [...new Set([input.ingressoId, ...(input.insieme ?? [])])].map((id) =>
    getPermanenza(ctx.store, id),
  );
  const [prima] = permanenze;
  if (!prima) return { avvisi: [], voce: null };
  const about = { ...aboutPermanenza(ctx.store, prima), nota: input.motivo };
  return ctx.store.write(gesto(ctx, AZIONE_RIAPERTURA, about), (tx) => ({
    avvisi: permanenze.flatMap((p) => reopen(ctx, tx, p)),
    voce: tx.voce,
  }));
}

function reopen(ctx: Contesto, tx: Scrittura, prima: PermanenzaDelRegistro): string[] {
  if (prima.dataDimissione === null)
    throw new ErroreApprodo(
      'dimissione.assente',
      'Questa permanenza è già aperta: non c’è una dimissione da togliere.',
    );
  const dopo = { ...prima, dataDimissione: null, esito: null };
  assertNonAltera(ctx.store, prima.strutturaId, prima, dopo);
  const avvisi = prima.esito === 'trasferimento_interno' ? closeThere(ctx, tx, prima) : [];
  assertNessunaSovrapposizione(ctx.store, prima.personaId, prima.id, dopo);
  const voci = listVociUscita(ctx.store, prima.id);
  tx.update('ingressi', prima.id, SENZA_DIMISSIONE);
  return [...dettoDi(ripristina(ctx, tx, voci, dopo), prima.dataDimissione), ...avvisi];
}

const COSE: readonly (readonly [tabella: string, cosa: string])[] = [
  ['assegnazioni', 'i cambi di modulo'],
  ['assenze', 'le assenze'],
  ['visite', 'le visite prenotate'],
  ['incontri', 'gli incontri prenotati'],
];

function dettoDi({ codici, tabelle }: Ripristinato, dal: Giorno): string[] {
  const giorno = formatGiorno(dal);
  const cose = COSE.flatMap(([tabella, cosa]) => (tabelle.has(tabella) ? [cosa] : []));
  const anche = cose.length > 0 ? [`Rimessi com’erano prima della dimissione: ${cose.join(', ')}.`] : [];
  if (codici === 0) return [`I giorni dal ${giorno} sono di nuovo da registrare.`, ...anche];
  const quanti = codici === 1 ? 'Rimesso un codice' : `Rimessi ${codici} codici`;
  return [`${quanti} di presenza: gli altri giorni dal ${giorno} sono di nuovo da registrare.`, ...anche];
}

/** The other side of the transfer, with its moduli, codes, times away and rooms. */
function closeThere(ctx: Contesto, tx: Scrittura, prima: PermanenzaDelRegistro): string[] {
  const arrivo = findArrivo(ctx.store, prima);
  if (!arrivo) return [];
  const { id } = arrivo;
  const dove = ctx.store.find('strutture', arrivo.strutturaId)?.nome ?? '';
  if (arrivo.dataDimissione !== null)
    throw new ErroreApprodo(
      'dimissione.proseguita',
      `Il percorso è continuato a ${dove} fino al ${formatGiorno(arrivo.dataDimissione)}: riaprire prima quella dimissione.`,
    );
  assertNonAltera(ctx.store, arrivo.strutturaId, arrivo, null);
  const presenze = listPresenzeIngresso(ctx.store, id);
  const codici = presenze.reduce((n, riga) => n + riga.codici.replaceAll('.', '').length, 0);
  for (const riga of presenze) tx.remove('presenze', riga.id);
  for (const riga of listAssenzeIngresso(ctx.store, id)) tx.remove('assenze', riga.id);
  for (const riga of arrivo.assegnazioni) tx.remove('assegnazioni', riga.id);
  for (const riga of ctx.store.select('alloggi', 't.ingresso_id = @id AND t.deleted_at_ms IS NULL', { id }))
    tx.remove('alloggi', riga.id);
  tx.remove('ingressi', id);
  const persi = codici > 0 ? ` e ${codici === 1 ? 'un codice registrato' : `${codici} codici registrati`}` : '';
  return [`Tolto anche l’ingresso a ${dove} dello stesso giorno${persi}.`];
}
