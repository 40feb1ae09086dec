import { type AssenzaDelRegistro, listAssenzeIngresso } from '../../db/reads/assenza.ts';
import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Contesto } from './contesto.ts';
import type { Dimissione } from './dimissione.ts';
import { assertNessunaSovrapposizione, getModuloDi } from './ingresso.ts';
import { assertNonAltera } from './mese-aperto.ts';
import { getStruttura } from './struttura.ts';

/** The receiving side of a transfer (counting.md rule 12): a stay that begins on the day the other ends. */
export function openThere(
  ctx: Contesto,
  tx: Scrittura,
  prima: PermanenzaDelRegistro,
  input: Dimissione,
  codiceStruttura: string,
): void {
  const struttura = getStruttura(ctx.store, codiceStruttura);
  if (struttura.id === prima.strutturaId)
    throw new ErroreApprodo(
      'dimissione.trasferimento',
      'La struttura di arrivo è la stessa di partenza: per cambiare modulo usare Cambia modulo.',
    );
  const modulo = input.versoModulo === null ? null : getModuloDi(ctx.store, input.versoModulo, struttura.id);
  const stay = { dataIngresso: input.dataDimissione, dataDimissione: null, esito: null };
  const assegnazioni = modulo ? [{ dal: stay.dataIngresso, moduloId: modulo.id }] : [];
  assertNonAltera(ctx.store, struttura.id, null, { ...stay, assegnazioni });
  assertNessunaSovrapposizione(ctx.store, prima.personaId, prima.id, stay);
  const old = tx.find('ingressi', prima.id);
  const ingressoId = tx.insert('ingressi', {
    ospiteId: prima.ospiteId,
    strutturaId: struttura.id,
    dataIngresso: stay.dataIngresso,
    tipoIngresso: 'trasferimento',
    ...(old ? profileOf(old) : {}),
    ...(input.versoEntePagante === undefined ? {} : { entePagante: input.versoEntePagante }),
    ...(input.versoCaseManager === undefined ? {} : { caseManager: input.versoCaseManager }),
  });
  if (modulo) tx.insert('assegnazioni', { ingressoId, dal: stay.dataIngresso, moduloId: modulo.id });
  for (const assenza of listAssenzeIngresso(ctx.store, prima.id))
    carryAssenza(tx, assenza, ingressoId, stay.dataIngresso);
}

/** Who is out on the day of the transfer, or has leave after it, is so in the struttura where they are expected. */
function carryAssenza(tx: Scrittura, assenza: AssenzaDelRegistro, ingressoId: string, giorno: Giorno): void {
  if (assenza.rientro !== null && assenza.rientro <= giorno) return;
  const { tipo, codice, uscita, oraUscita, rientroPrevisto, oraPrevista, rientro, oraRientro } = assenza;
  const { accompagnatore, destinazione, motivo, uscitaAssente, rientroAssente } = assenza;
  const uguale = { tipo, codice, rientroPrevisto, oraPrevista, rientro, oraRientro, accompagnatore, destinazione };
  const da =
    uscita < giorno ? { uscita: giorno, oraUscita: null, uscitaAssente: true } : { uscita, oraUscita, uscitaAssente };
  tx.insert('assenze', { ...uguale, motivo, rientroAssente, ingressoId, ...da });
  if (uscita >= giorno) tx.remove('assenze', assenza.id);
}

/**
 * What a transfer has opened stays its other side: the day moves both, but outcome and struttura change only by reopening.
 * @throws ErroreApprodo `dimissione.trasferimento`
 */
export function assertStessoArrivo(
  ctx: Contesto,
  arrivo: PermanenzaDelRegistro,
  { esito, versoStruttura }: Dimissione,
): void {
  const struttura = ctx.store.find('strutture', arrivo.strutturaId);
  if (esito === 'trasferimento_interno' && (versoStruttura === null || versoStruttura === struttura?.codice)) return;
  throw new ErroreApprodo(
    'dimissione.trasferimento',
    `${arrivo.cognome} ${arrivo.nome} risulta a ${struttura?.nome} con questo trasferimento: per cambiare esito o struttura riaprire la permanenza, che toglie l’ingresso di là.`,
  );
}

/**
 * The profile goes with the person: a fact is entered once. Of the struttura, and so not carried: who follows the guest, the
 * FASAS number, the agreed end.
 */
export const PROFILO = [
  ...['utenza', 'servizioInviante', 'entePagante', 'statoCivile', 'figliMinori', 'istruzione', 'occupazione'],
  ...['provenienza', 'carcerazioni', 'dipendenza', 'sostanzePrimarie'],
  ...['hiv', 'hivIl', 'hcv', 'hcvIl', 'invalidita', 'invaliditaIl'],
  ...['sostanzeSecondarie', 'genitoreId', 'nucleoId', 'informativaIl', 'certificazione', 'certificazioneIl'],
  ...['titoloAccoglienza', 'responsabilitaGenitoriale', 'tutore', 'scuola'],
];

/** The declarations keep the day they were made: that of the first ingresso, where none is written. */
function profileOf(old: NonNullable<ReturnType<Scrittura['find']>> & Record<string, unknown>) {
  const profilo = Object.fromEntries(PROFILO.map((key) => [key, old[key]]));
  return { ...profilo, dichiaratoIl: String(old['dichiaratoIl'] ?? old['dataIngresso']) };
}
