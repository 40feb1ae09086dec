import { listAssenzeIngresso } from '../../../db/reads/assenza.ts';
import { findPermanenza } from '../../../db/reads/ingresso.ts';
import { listPresenzeIngresso } from '../../../db/reads/presenza.ts';
import { type Assenza, codiciAssenza, trattoDi } from '../../../domain/assenza.ts';
import { CODICI_PREDEFINITI, NON_REGISTRATA } from '../../../domain/codice.ts';
import { epochToGiorno, type Giorno, giornoDelMese, type Mese, periodoDelMese } from '../../../domain/giorno.ts';
import { isGiornoDiPermanenza } from '../../../domain/permanenza.ts';
import { codiceDelGiorno, MESE_VUOTO } from '../../../domain/presenza.ts';
import type { Parsed } from '../../../electron/contract/index.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { registerPresenze } from '../../../electron/services/presenza.ts';

export const FUORI = codiciAssenza(CODICI_PREDEFINITI).fuori;

/** What a form gives when only the days are said. */
export function assenza(
  ingressoId: string,
  uscita: Giorno,
  rientro: Giorno | null,
  altro: Partial<Parsed<'assenze.register'>> = {},
): Parsed<'assenze.register'> {
  const vuoti = { oraUscita: null, rientroPrevisto: null, oraPrevista: null, oraRientro: null };
  const testi = { accompagnatore: null, destinazione: null, motivo: null };
  return { ingressoId, tipo: 'uscita', uscita, rientro, ...vuoti, ...testi, ...altro };
}

/** Paints days of one month, as the grid does. */
export function dipingi(ctx: Contesto, ingressoId: string, giorni: readonly Giorno[], codice: string | null): void {
  const [primo] = giorni;
  if (primo === undefined) return;
  registerPresenze(ctx, {
    ...{ struttura: 'CASA00', mese: primo.slice(0, 7), gesto: 'riempi' },
    cambi: giorni.map((giorno) => ({ ingressoId, giorno, codice })),
  });
}

/** Every day of a month of the stay, up to `al`. */
export function dipingiMese(ctx: Contesto, ingressoId: string, mese: Mese, codice = 'P', al = '9999-12-31'): void {
  const p = findPermanenza(ctx.store, ingressoId);
  const quanti = Number(periodoDelMese(mese).al.slice(8));
  const giorni = Array.from({ length: quanti }, (_, i) => giornoDelMese(mese, i + 1));
  dipingi(
    ctx,
    ingressoId,
    giorni.filter((giorno) => p && giorno <= al && isGiornoDiPermanenza(p, giorno)),
    codice,
  );
}

export function lettere(ctx: Contesto, ingressoId: string, mese: Mese): string {
  return listPresenzeIngresso(ctx.store, ingressoId).find((riga) => riga.mese === mese)?.codici ?? MESE_VUOTO;
}

/** The days away as the grid says them and as the assenze say them: day → letter. Two assenze on a day are said apart. */
export function dueVoci(ctx: Contesto, ingressoId: string, oggi: Giorno) {
  const griglia: Record<Giorno, string> = {};
  const p = findPermanenza(ctx.store, ingressoId);
  for (const { mese, codici } of listPresenzeIngresso(ctx.store, ingressoId))
    for (let n = 1; n <= Number(periodoDelMese(mese).al.slice(8)); n++) {
      const giorno = giornoDelMese(mese, n);
      const lettera = codiceDelGiorno(codici, giorno);
      if (lettera !== NON_REGISTRATA && FUORI.has(lettera)) griglia[giorno] = lettera;
    }
  const assenze: Record<Giorno, string> = {};
  for (const riga of p ? listAssenzeIngresso(ctx.store, ingressoId) : []) {
    if (!p) continue;
    const una: Assenza = { ...riga, regola: riga, daGriglia: false };
    const { inizio, fine } = trattoDi(una, { permanenza: p, regola: () => riga, codici: FUORI, oggi });
    for (let giorno = inizio; giorno < fine; giorno++)
      assenze[epochToGiorno(giorno)] = (assenze[epochToGiorno(giorno)] ?? '') + riga.codice;
  }
  return { griglia, assenze };
}
