import type { Giorno } from '../../domain/giorno.ts';
import { chiaveNome } from '../../domain/persona.ts';
import type { OspiteTrovato } from './campo-cognome.tsx';

/**
 * The one already in the register that a new ospite may be: same full name, or same surname and birth date, or the same
 * codice fiscale. Only a hint while typing: what makes two ospiti one person is decided by domain/persona.ts.
 */
export function findDoppione(
  trovati: readonly OspiteTrovato[],
  nuovo: { cognome: string; nome: string; dataNascita: Giorno | undefined; codiceFiscale: string },
): OspiteTrovato | undefined {
  const cf = nuovo.codiceFiscale.trim().toUpperCase();
  const nome = chiaveNome(nuovo.cognome, nuovo.nome);
  const cognome = chiaveNome(nuovo.cognome, '');
  return trovati.find(
    (o) =>
      (cf !== '' && o.codiceFiscale === cf) ||
      (nuovo.nome.trim() !== '' && chiaveNome(o.cognome, o.nome) === nome) ||
      (nuovo.dataNascita !== undefined && o.dataNascita === nuovo.dataNascita && chiaveNome(o.cognome, '') === cognome),
  );
}
