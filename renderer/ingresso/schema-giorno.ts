import { z } from 'zod';
import type { Giorno } from '../../domain/giorno.ts';
import { parseGiorno } from '../../domain/giorno-testo.ts';
import { giornoDiNascita, type Nascita, parseNascita } from '../../domain/nascita.ts';
import { testi } from '../testi/index.ts';

const { manca } = testi.ingresso;

/** A typed date → Giorno. */
export function schemaGiorno(oggi: Giorno) {
  return z.string().transform((testo, ctx): Giorno => {
    const giorno = parseGiorno(testo, oggi);
    if (giorno !== undefined) return giorno;
    ctx.addIssue({ code: 'custom', message: testo.trim() === '' ? manca.data : manca.dataIgnota });
    return z.NEVER;
  });
}

/** A typed birth date, year or age → Nascita, never in the future. */
export function schemaNascita(oggi: Giorno) {
  return z.string().transform((testo, ctx): Nascita => {
    const nascita = parseNascita(testo, oggi);
    if (nascita !== undefined && giornoDiNascita(nascita) <= oggi) return nascita;
    const vuota = testo.trim() === '';
    const message = vuota ? manca.nascita : nascita === undefined ? manca.nascitaIgnota : manca.nascitaFutura;
    ctx.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** Optional text: nothing written is null. */
export const testoFacoltativo = z.string().transform((testo) => (testo.trim() === '' ? null : testo.trim()));
