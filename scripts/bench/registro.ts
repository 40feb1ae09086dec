import { join } from 'node:path';
import { listPermanenze } from '../../db/reads/ingresso.ts';
import { addGiorni, annoDi, type Giorno, meseDi, ultimoGiorno } from '../../domain/giorno.ts';
import { isGiornoDiPermanenza } from '../../domain/permanenza.ts';
import { fileCartella } from '../../electron/cartella/cartella.ts';
import { closeStore } from '../../electron/services/archivio.ts';
import { type Contesto, gesto } from '../../electron/services/contesto.ts';
import { closeMese } from '../../electron/services/mese.ts';
import { registerPresenze } from '../../electron/services/presenza.ts';
import { runVerifica } from '../../electron/services/verifica.ts';
import { contestoOf, createDemo, importCartella } from '../demo/comunita.ts';
import { inventaCooperativa } from '../demo/inventa.ts';
import { apri, type Copia, copyTo } from './archivi.ts';
import { DIECI_ANNI, OGGI } from './dati.ts';
import { alterna, cronometra, mediana } from './giri.ts';
import { alMassimo, formatMs, formatNumero, type Riga } from './tavola.ts';

const CASA = 'CASA00';
const OSPITI = 21;
/** Corrections of one cell and records opened in a day, beside the day's `Tutti presenti`. */
const CORREZIONI = 5;
const LETTURE = 15;
/** Years of log at which the chain is walked. */
const TRAGUARDI = [1, 5, 10];
const LIMITE_MS = 5000;

/**
 * How long the verification takes with one, five and ten years of days in a community's log. The three files are taken as the
 * log grows and measured afterwards, round by round, so that a busy moment falls on all of them.
 */
export async function misuraRegistro(lavoro: string, giri: number): Promise<Riga[]> {
  const dati = join(lavoro, 'registro');
  const archivio = await createDemo(dati, 'comunita', { codice: CASA, nome: 'Casa Aurora' });
  const ctx = contestoOf(archivio, OGGI);
  const tutto = inventaCooperativa({ seme: 20160102, strutture: 1, posti: OSPITI, periodo: DIECI_ANNI });
  await importCartella(ctx, { ...tutto, presenze: [] });
  // how the lines were written is not what is measured
  ctx.store.sqlite.pragma('synchronous = OFF');
  const chiave = Uint8Array.from(archivio.chiave);
  const copie: Copia[] = [];
  let giorno: Giorno = DIECI_ANNI.dal;
  for (const anni of TRAGUARDI) {
    const ultimo = ultimoGiorno(`${annoDi(DIECI_ANNI.dal) + anni - 1}-12`);
    for (; giorno <= ultimo; giorno = addGiorni(giorno, 1)) scriviGiorno(ctx, giorno);
    ctx.store.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const file = join(lavoro, `registro-${anni}.db`);
    copyTo(fileCartella(dati).archivio, file);
    copie.push({ file, chiave });
  }
  closeStore(archivio);
  const aperti = copie.map((copia): Contesto => ({ ...apri(copia), ruolo: 'comunita' }));
  try {
    return await confronta(aperti, giri);
  } finally {
    for (const { store } of aperti) store.close();
  }
}

async function confronta(aperti: readonly Contesto[], giri: number): Promise<Riga[]> {
  const catene = await alterna(giri, prove(aperti, percorri, cronometraProcessore));
  const intere = await alterna(giri, prove(aperti, verifica));
  const voci = aperti.map(({ store }) => store.registro.last().seq);
  const righe = TRAGUARDI.map((anni, i): Riga => {
    const [catena, intera, quante] = [catene[i]?.mediana ?? 0, intere[i]?.mediana ?? 0, voci[i] ?? 1];
    return {
      misura: `verifica con ${anni === 1 ? 'un anno' : `${anni} anni`} di registro (${formatNumero(quante)} righe)`,
      approdo: `${formatMs(intera)}, catena ${formatMs(catena)} di processore`,
      confronto: `${formatNumero((catena / quante) * 1000)} µs a riga; limite 5 s`,
      rapporto: intera / LIMITE_MS,
      limite: anni === 10 ? alMassimo(1) : null,
    };
  });
  const scarti = Array.from({ length: giri }, (_, giro) => {
    const perVoce = voci.map((quante, i) => (catene[i]?.giri[giro] ?? Number.NaN) / quante);
    return Math.max(...perVoce) / Math.min(...perVoce);
  });
  righe.push({
    misura: '— tempo per riga della catena: il più lungo / il più corto dei tre',
    approdo: voci.map((quante, i) => formatNumero(((catene[i]?.mediana ?? 0) / quante) * 1000)).join(' / '),
    confronto: 'µs di processore a riga a 1, 5, 10 anni',
    rapporto: mediana(scarti),
    limite: alMassimo(1.2),
  });
  return righe;
}

/** Processor time of this process, milliseconds: what the others on the machine do does not lengthen it. */
async function cronometraProcessore(lavoro: () => unknown): Promise<number> {
  const da = process.cpuUsage();
  await lavoro();
  const { user, system } = process.cpuUsage(da);
  return (user + system) / 1000;
}

/** One side a store, by its place; each round reads from the file, as a verification does, however small the log is. */
function prove(
  aperti: readonly Contesto[],
  lavoro: (ctx: Contesto) => unknown,
  orologio = cronometra,
): Record<string, () => Promise<number>> {
  const prova = (ctx: Contesto) => () => {
    ctx.store.sqlite.pragma('shrink_memory');
    return orologio(() => lavoro(ctx));
  };
  return Object.fromEntries(aperti.map((ctx, i) => [String(i), prova(ctx)]));
}

function percorri({ store }: Contesto): void {
  const rotta = store.registro.findBroken();
  if (rotta) throw new Error(`the chain is broken at ${rotta.seq}`);
}

async function verifica(ctx: Contesto): Promise<void> {
  const { esito, controlli } = await runVerifica(ctx);
  if (!esito) throw new Error(JSON.stringify(controlli.filter((controllo) => !controllo.esito)));
}

/** A day as it goes: everyone present in one gesture, some corrections, records opened; the month closed on its last day. */
function scriviGiorno(ctx: Contesto, giorno: Giorno): void {
  const presenti = listPermanenze(ctx.store, giorno, giorno).filter((p) => isGiornoDiPermanenza(p, giorno));
  const mese = { struttura: CASA, mese: meseDi(giorno) };
  const cambi = presenti.map(({ id }) => ({ ingressoId: id, giorno, codice: 'P' }));
  if (cambi.length > 0) registerPresenze(ctx, { ...mese, gesto: 'tutti_presenti', cambi });
  for (const { id } of presenti.slice(0, CORREZIONI))
    registerPresenze(ctx, { ...mese, gesto: 'cella', cambi: [{ ingressoId: id, giorno, codice: 'U' }] });
  for (const { ospiteId } of presenti.slice(0, LETTURE))
    ctx.store.write({ ...gesto(ctx, 'ospiti.get', { ospiteId }), sempre: true }, () => undefined);
  if (giorno === ultimoGiorno(meseDi(giorno))) closeMese(ctx, { ...mese, conMancanti: true });
}
