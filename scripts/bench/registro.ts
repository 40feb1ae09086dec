import { join } from 'node:path';
import { listPermanenze } from '../../db/reads/ingresso.ts';
import { addGiorni, annoDi, type Giorno, meseDi, ultimoGiorno } from '../../domain/giorno.ts';
import { isGiornoDiPermanenza } from '../../domain/permanenza.ts';
import { type Contesto, gesto } from '../../electron/services/contesto.ts';
import { closeMese } from '../../electron/services/mese.ts';
import { registerPresenze } from '../../electron/services/presenza.ts';
import { closeStore } from '../../electron/services/sessione.ts';
import { runVerifica } from '../../electron/services/verifica.ts';
import { contestoOf, createDemo, importCartella } from '../demo/comunita.ts';
import { inventaCooperativa } from '../demo/inventa.ts';
import { DIECI_ANNI } from './dati.ts';
import { alterna, cronometra, misura } from './giri.ts';
import { alMassimo, formatMs, formatNumero, type Riga } from './tavola.ts';

const CASA = 'CASA00';
const OSPITI = 21;
/** Corrections of one cell and records opened in a day, beside the day's `Tutti presenti`. */
const CORREZIONI = 5;
const LETTURE = 15;
/** Years of log at which the chain is walked. */
const TRAGUARDI = [1, 5, 10];
const LIMITE_MS = 5000;

/** How long the chain of a community's log takes, with one, five and ten years of days in it. */
export async function misuraRegistro(lavoro: string, giri: number): Promise<Riga[]> {
  const archivio = await createDemo(join(lavoro, 'registro'), 'comunita', { codice: CASA, nome: 'Casa Aurora' });
  const ctx = contestoOf(archivio, addGiorni(DIECI_ANNI.al, 10));
  const tutto = inventaCooperativa({ seme: 20160102, strutture: 1, posti: OSPITI, periodo: DIECI_ANNI });
  await importCartella(ctx, { ...tutto, presenze: [] });
  // how the lines were written is not what is measured
  ctx.store.sqlite.pragma('synchronous = OFF');
  const righe: Riga[] = [];
  const perVoce: number[] = [];
  let giorno: Giorno = DIECI_ANNI.dal;
  for (const anni of TRAGUARDI) {
    const ultimo = ultimoGiorno(`${annoDi(DIECI_ANNI.dal) + anni - 1}-12`);
    for (; giorno <= ultimo; giorno = addGiorni(giorno, 1)) scriviGiorno(ctx, giorno);
    const voci = ctx.store.registro.last().seq;
    const { catena } = await alterna(giri, { catena: () => cronometra(() => percorri(ctx)) });
    perVoce.push(catena.mediana / voci);
    const intera = misura([await cronometra(() => verifica(ctx))]);
    righe.push({
      misura: `verifica con ${anni === 1 ? 'un anno' : `${anni} anni`} di registro (${formatNumero(voci)} righe)`,
      approdo: `${formatMs(intera.mediana)}, di cui la catena ${formatMs(catena.mediana)}`,
      confronto: `${formatNumero((catena.mediana / voci) * 1000)} µs a riga`,
      rapporto: intera.mediana / LIMITE_MS,
      limite: anni === 10 ? alMassimo(1) : null,
    });
  }
  closeStore(archivio);
  righe.push({
    misura: '— tempo per riga della catena: il più lungo / il più corto dei tre',
    approdo: perVoce.map((ms) => formatNumero(ms * 1000)).join(', '),
    confronto: 'µs a riga a 1, 5, 10 anni',
    rapporto: Math.max(...perVoce) / Math.min(...perVoce),
    limite: alMassimo(1.2),
  });
  return righe;
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
