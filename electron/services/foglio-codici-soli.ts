import type { RigaFoglio } from '../../db/reads/foglio-export.ts';
import { campiAnonimi } from './anonimo.ts';

export type Fogli = Readonly<Record<string, readonly RigaFoglio[]>>;

/** Free texts, where a name may have been written: they are left out. */
const TESTI_LIBERI: Readonly<Record<string, readonly string[]>> = {
  visite: ['luogo', 'esito'],
  incontri: ['oggetto'],
  attivita: ['titolo'],
};

/**
 * The sheets with a code where a name was: name, place, codice fiscale and citizenship go, of the birth only the year stays,
 * every id of a sheet (an office may have made it from the name) is a number, rows are in the order of the codes. The dates of
 * stays and events stay: pseudonymous, not anonymous (art. 4 n. 5 GDPR).
 */
export function pseudonimi(
  righe: Fogli,
  chiavi: ReadonlyMap<string, string>,
  codici: ReadonlyMap<string, string>,
): Fogli {
  const codice = (chiave: RigaFoglio[string] | undefined) =>
    chiave === null || chiave === undefined ? null : (codici.get(chiavi.get(String(chiave)) ?? '') ?? null);
  const codiciIn = (elenco: RigaFoglio[string] | undefined) =>
    elenco === null || elenco === undefined
      ? null
      : String(elenco)
          .split('|')
          .map((chiave) => codice(chiave) ?? '')
          .toSorted()
          .join('|');
  const permanenze = numeraPermanenze(righe['ingressi'] ?? [], codice);
  const permanenza = (riga: RigaFoglio) => permanenze.get(String(riga['ingresso'])) ?? null;
  const muta: Readonly<Record<string, (riga: RigaFoglio, index: number) => RigaFoglio>> = {
    ospiti: (riga) => ospite(riga, codice(riga['id']) ?? ''),
    ingressi: (riga) => ({
      ...riga,
      id: permanenze.get(String(riga['id'])) ?? null,
      ospite: codice(riga['ospite']),
      genitore: codice(riga['genitore']),
    }),
    cambi_modulo: (riga) => ({ ...riga, ingresso: permanenza(riga) }),
    presenze: (riga) => ({ ...riga, ingresso: permanenza(riga) }),
    visite: (riga, index) => ({ ...riga, id: index + 1, ospite: codice(riga['ospite']) }),
    incontri: (riga, index) => ({ ...riga, id: index + 1, ospiti: codiciIn(riga['ospiti']) }),
    attivita: (riga, index) => ({ ...riga, id: index + 1, ospiti: codiciIn(riga['ospiti']) }),
    misure: (riga, index) => ({ ...riga, id: index + 1, ospite: codice(riga['ospite']) }),
    segnalazioni: (riga, index) => ({ ...riga, id: index + 1 }),
  };
  const mutati = Object.entries(righe).map(([foglio, lista]) => {
    const mutata = lista.map((riga, index) => senzaTesti(foglio, muta[foglio]?.(riga, index) ?? riga));
    return [foglio, foglio === 'ospiti' || foglio === 'ingressi' ? perId(mutata) : mutata] as const;
  });
  return Object.fromEntries(mutati);
}

/** `K7M4QX-2`: the second stay of that guest, by its day. */
function numeraPermanenze(
  ingressi: readonly RigaFoglio[],
  codice: (chiave: RigaFoglio[string] | undefined) => string | null,
): Map<string, string> {
  const viste = new Map<string, number>();
  const perGiorno = ingressi.toSorted((a, b) => String(a['data_ingresso']).localeCompare(String(b['data_ingresso'])));
  return new Map(
    perGiorno.map((riga) => {
      const chi = codice(riga['ospite']) ?? '';
      const numero = (viste.get(chi) ?? 0) + 1;
      viste.set(chi, numero);
      return [String(riga['id']), `${chi}-${numero}`];
    }),
  );
}

function ospite(riga: RigaFoglio, codice: string): RigaFoglio {
  const { cognome, nome, dataNascita, tipoIdentificativo } = campiAnonimi(codice, String(riga['data_nascita']));
  return {
    ...riga,
    ...{ id: codice, cognome, nome, data_nascita: dataNascita, luogo_nascita: null, cittadinanza: null },
    ...{ codice_fiscale: null, tipo_identificativo: tipoIdentificativo },
  };
}

function senzaTesti(foglio: string, riga: RigaFoglio): RigaFoglio {
  const vuoti = (TESTI_LIBERI[foglio] ?? []).map((colonna) => [colonna, null]);
  return { ...riga, ...Object.fromEntries(vuoti) };
}

function perId(righe: readonly RigaFoglio[]): RigaFoglio[] {
  return righe.toSorted((a, b) => String(a['id']).localeCompare(String(b['id'])));
}
