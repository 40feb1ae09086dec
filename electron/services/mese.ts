import { findMese, listMesiStruttura, listRevisioniInviate } from '../../db/reads/mese.ts';
import { loadDatiBilancio } from '../../db/reads/report.ts';
import type { Struttura } from '../../db/reads/struttura.ts';
import type { Store } from '../../db/store.ts';
import { impedimenti, type VoceControllo } from '../../domain/controllo-mese.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { computeGiornate } from '../../domain/giornate.ts';
import { addMesi, type Mese, meseDi, periodoDelMese } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { postiDelGiorno } from '../../domain/posti.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { readCatena, ultimaRevisione } from '../sync/catena-file.ts';
import { type Contesto, gesto } from './contesto.ts';
import { controlloDi } from './controllo.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { storiaMese } from './mese-storia.ts';
import { lettoreDi } from './sezione.ts';
import { getStruttura } from './struttura.ts';

type Bilancio = Output<'mesi.check'>['bilancio'];

/** The state of each month of the year. */
export function listMesi(ctx: Contesto, { struttura: codice, anno }: Parsed<'mesi.list'>): Output<'mesi.list'> {
  const struttura = getStruttura(ctx.store, codice);
  const rows = listMesiStruttura(ctx.store, struttura.id, `${anno}-01`, `${anno}-12`);
  const byMese = new Map(rows.map((row) => [row.mese, row]));
  return Array.from({ length: 12 }, (_, index) => {
    const mese = addMesi(`${anno}-01`, index);
    const row = byMese.get(mese);
    const stato = statoOf(row);
    return { mese, ...stato, esportato: listRevisioniInviate(ctx.store, codice, mese).includes(stato.revisione) };
  });
}

/** The checklist, the balance beside last month's, and what happened to the month so far. */
export function checkMese(ctx: Contesto, { struttura: codice, mese }: Parsed<'mesi.check'>): Output<'mesi.check'> {
  const struttura = getStruttura(ctx.store, codice);
  return {
    ...statoOf(findMese(ctx.store, struttura.id, mese)),
    voci: controlloDi(ctx.store, struttura, mese, { lettore: lettoreDi(ctx), oggi: ctx.oggi() }),
    bilancio: bilancioOf(ctx.store, struttura, mese),
    precedente: bilancioOf(ctx.store, struttura, addMesi(mese, -1)),
    storia: storiaMese(ctx.store, codice, mese),
  };
}

/**
 * Locks the month. Days without a code stop it unless `conMancanti`; any other blocking line always does.
 * @throws ErroreApprodo `mese.gia_chiuso`, `mese.futuro`, `mese.mancanti`, `mese.non_chiudibile`
 */
export function closeMese(ctx: Contesto, input: Parsed<'mesi.close'>): Output<'mesi.close'> {
  assertRegistroProprio(ctx);
  const struttura = getStruttura(ctx.store, input.struttura);
  const { mese } = input;
  const nome = formatMese(mese);
  if (mese > meseDi(ctx.oggi()))
    throw new ErroreApprodo('mese.futuro', `${capital(nome)} non è ancora cominciato: si chiude a mese finito.`);
  const about = { struttura: input.struttura, mese };
  return ctx.store.write({ ...gesto(ctx, 'mesi.close', about), sempre: true }, (tx) => {
    const row = findMese(ctx.store, struttura.id, mese);
    if (row?.stato === 'chiuso') throw new ErroreApprodo('mese.gia_chiuso', `${capital(nome)} è già chiuso.`);
    const mancanti = assertChiudibile(controlloDi(ctx.store, struttura, mese), nome, input.conMancanti);
    // a restored copy may not remember the last revision it sent: an equal or lower one would be taken for an older
    const inviata = ultimaRevisione(readCatena(ctx.store, ctx.dati), input.struttura, mese);
    const revisione = Math.max(row?.revisione ?? 0, inviata) + 1;
    const stato = { stato: 'chiuso', revisione, mancanti, closedAtMs: tx.atMs };
    if (row) tx.update('mesi', row.id, stato);
    else tx.insert('mesi', { strutturaId: struttura.id, mese, ...stato });
    return { mese, revisione, mancanti };
  });
}

/** Unlocks a closed month, for a reason that stays in the log. @throws ErroreApprodo `mese.non_chiuso` */
export function reopenMese(ctx: Contesto, input: Parsed<'mesi.reopen'>): Output<'mesi.reopen'> {
  assertRegistroProprio(ctx);
  const struttura = getStruttura(ctx.store, input.struttura);
  const { mese, motivo } = input;
  const about = { struttura: input.struttura, mese, nota: motivo };
  return ctx.store.write(gesto(ctx, 'mesi.reopen', about), (tx) => {
    const row = findMese(ctx.store, struttura.id, mese);
    if (row?.stato !== 'chiuso')
      throw new ErroreApprodo('mese.non_chiuso', `${capital(formatMese(mese))} non è chiuso: non c’è da riaprirlo.`);
    tx.update('mesi', row.id, { stato: 'riaperto', motivo });
    return { mese, revisione: row.revisione };
  });
}

/** How many days without a code were confirmed. */
function assertChiudibile(voci: readonly VoceControllo[], nome: string, conMancanti: boolean): number {
  const [impedimento] = impedimenti(voci, true);
  if (impedimento)
    throw new ErroreApprodo(
      'mese.non_chiudibile',
      `${capital(nome)} non si può chiudere: ${impedimento.titolo.toLocaleLowerCase('it')} (${impedimento.dettaglio})`,
    );
  const mancanti = impedimenti(voci, false).reduce((sum, voce) => sum + voce.righe.length, 0);
  if (mancanti > 0 && !conMancanti)
    throw new ErroreApprodo(
      'mese.mancanti',
      `${capital(nome)} ha ${mancanti === 1 ? 'un giorno' : `${mancanti} giorni`} senza codice: registrarli, oppure chiudere confermandoli (restano come avviso per l’Accoglienza).`,
    );
  return mancanti;
}

function bilancioOf(store: Store, struttura: Struttura, mese: Mese): Bilancio {
  const periodo = periodoDelMese(mese);
  const dati = loadDatiBilancio(store, periodo, struttura.id);
  const { totale } = computeGiornate(periodo, dati, 'struttura');
  return {
    mese,
    presentiInizio: totale.presentiInizio,
    ingressi: totale.ingressi,
    trattati: totale.trattati,
    dimessi: totale.dimessi,
    presentiFine: totale.presentiFine,
    giorniDiPermanenza: totale.giorniDiPermanenza,
    giornatePresenza: totale.giornatePresenza,
    giornatePagate: totale.giornatePagate,
    giornateOccupate: totale.giornateOccupate,
    giorniMancanti: totale.giorniMancanti,
    mediaGiornaliera: totale.mediaGiornaliera ?? 0,
    saturazioneAccreditati: totale.saturazioneAccreditati,
    saturazioneDisponibili: totale.saturazioneDisponibili,
    postiAccreditati: postiDelGiorno(dati.posti, periodo.al).accreditati,
    perCodice: totale.perCodice,
  };
}

function statoOf(row: ReturnType<typeof findMese>): Omit<Output<'mesi.list'>[number], 'mese' | 'esportato'> {
  return {
    stato: row?.stato === 'chiuso' || row?.stato === 'riaperto' ? row.stato : 'aperto',
    revisione: row?.revisione ?? 0,
    mancanti: row?.mancanti ?? 0,
    motivo: row?.motivo ?? null,
    closedAtMs: row?.closedAtMs ?? null,
  };
}

function capital(testo: string): string {
  return testo.charAt(0).toLocaleUpperCase('it') + testo.slice(1);
}
