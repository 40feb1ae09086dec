import type { RigaFoglio } from '../../db/reads/foglio-export.ts';
import type { Colonna } from '../foglio/foglio-colonna.ts';
import { colonneDi, FOGLI, isNomeFoglio, type NomeFoglio } from '../foglio/foglio-tabelle.ts';
import { campiAnonimi } from './anonimo.ts';

export type Fogli = Readonly<Record<string, readonly RigaFoglio[]>>;

/** Sheets that are nothing but what somebody wrote, or who somebody is: left out. */
const LASCIATI: ReadonlySet<string> = new Set([
  'contatti',
  'operatori',
  'promemoria',
  'diario',
  'evidenze',
  'relazioni',
  'allegati',
]);

/**
 * Texts that stay: names of houses, modules, services, payers, offices, lists. In any other a name may have been written, and
 * it is left empty: a column added tomorrow too.
 */
const TENUTI: Readonly<Partial<Record<NomeFoglio, readonly string[]>>> = {
  strutture: ['nome', 'ats', 'comune', 'provincia', 'indirizzo', 'cap', 'telefono'],
  moduli: ['nome'],
  ingressi: ['servizio_inviante', 'ente_pagante'],
  misure: ['autorita'],
  segnalazioni: ['servizio_inviante', 'regione'],
  stanze: ['nome'],
  regole_assenza: ['ente_pagante'],
  regole_scadenza: ['regola'],
  adempimenti: ['regola'],
  voci_lista: ['lista', 'valore', 'etichetta', 'sinonimi'],
};

/** Of these sheets a row has the id of another, in a sheet it names. */
const NOMINATE: ReadonlySet<string> = new Set(['oggetto', 'registrazione']);

type Cella = RigaFoglio[string] | undefined;

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
  const nomi = new Nomi(righe, chiavi, codici);
  const mutati = Object.entries(righe).map(([foglio, lista]) => {
    if (!isNomeFoglio(foglio) || LASCIATI.has(foglio)) return [foglio, []] as const;
    const colonne = colonneDi(foglio);
    const mutata = lista.map((riga) => muta(foglio, colonne, riga, nomi));
    return [foglio, foglio === 'ospiti' || foglio === 'ingressi' ? perId(mutata) : mutata] as const;
  });
  return Object.fromEntries(mutati);
}

function muta(
  foglio: NomeFoglio,
  colonne: readonly (readonly [string, Colonna<unknown>])[],
  riga: RigaFoglio,
  nomi: Nomi,
): RigaFoglio {
  const celle = colonne.flatMap(([nome, { genere, multipla }]) => {
    const valore = riga[nome] ?? null;
    if (nome === 'id') return [[nome, nomi.di(foglio, valore)] as const];
    if (NOMINATE.has(nome)) return [[nome, nomi.di(String(riga['foglio']), valore)] as const];
    switch (genere.tipo) {
      case 'riferimento':
        return [[nome, multipla ? nomi.elenco(genere.foglio, valore) : nomi.di(genere.foglio, valore)] as const];
      case 'testo':
        return [[nome, TENUTI[foglio]?.includes(nome) ? valore : null] as const];
      case 'comunicazioni':
      case 'sezioni':
        return [[nome, null] as const];
      case 'codicePresenza':
        return [];
      default:
        return [[nome, valore] as const];
    }
  });
  const mutata: RigaFoglio = {
    ...Object.fromEntries(celle),
    ...(foglio === 'presenze' ? { codici: riga['codici'] ?? null } : {}),
  };
  return foglio === 'ospiti' ? ospite(riga, mutata) : mutata;
}

/** What stands for the id of each row: the code of a guest, `K7M4QX-2` for a stay, a number for the others. */
class Nomi {
  private readonly chiavi: ReadonlyMap<string, string>;
  private readonly codici: ReadonlyMap<string, string>;
  private readonly permanenze: ReadonlyMap<string, string>;
  private readonly numeri: ReadonlyMap<string, ReadonlyMap<string, number>>;

  constructor(righe: Fogli, chiavi: ReadonlyMap<string, string>, codici: ReadonlyMap<string, string>) {
    this.chiavi = chiavi;
    this.codici = codici;
    this.permanenze = this.numeraPermanenze(righe['ingressi'] ?? []);
    this.numeri = new Map(
      FOGLI.map((foglio) => [foglio, new Map((righe[foglio] ?? []).map((riga, i) => [String(riga['id']), i + 1]))]),
    );
  }

  di(foglio: string, chiave: Cella): string | number | null {
    if (chiave === null || chiave === undefined) return null;
    switch (foglio) {
      case 'strutture':
      case 'moduli':
        return chiave;
      case 'ospiti':
        return this.codici.get(this.chiavi.get(String(chiave)) ?? '') ?? null;
      case 'ingressi':
        return this.permanenze.get(String(chiave)) ?? null;
      default:
        return LASCIATI.has(foglio) ? null : (this.numeri.get(foglio)?.get(String(chiave)) ?? null);
    }
  }

  elenco(foglio: string, chiavi: Cella): string | null {
    if (chiavi === null || chiavi === undefined) return null;
    const codici = String(chiavi)
      .split('|')
      .map((chiave) => String(this.di(foglio, chiave) ?? ''));
    return codici.toSorted().join('|');
  }

  /** The second stay of a guest, by its day, is the second. */
  private numeraPermanenze(ingressi: readonly RigaFoglio[]): Map<string, string> {
    const viste = new Map<string, number>();
    const perGiorno = ingressi.toSorted((a, b) => String(a['data_ingresso']).localeCompare(String(b['data_ingresso'])));
    return new Map(
      perGiorno.map((riga) => {
        const chi = String(this.di('ospiti', riga['ospite']) ?? '');
        const numero = (viste.get(chi) ?? 0) + 1;
        viste.set(chi, numero);
        return [String(riga['id']), `${chi}-${numero}`];
      }),
    );
  }
}

function ospite(riga: RigaFoglio, mutata: RigaFoglio): RigaFoglio {
  const codice = String(mutata['id'] ?? '');
  const { cognome, nome, dataNascita, tipoIdentificativo } = campiAnonimi(codice, String(riga['data_nascita']));
  return {
    ...mutata,
    ...{
      cognome,
      nome,
      data_nascita: dataNascita,
      luogo_nascita: null,
      luogo_nascita_codice: null,
      cittadinanza: null,
    },
    ...{ codice_fiscale: null, tipo_identificativo: tipoIdentificativo, identificativo_dal: null },
    nascita_presunta: 0,
  };
}

function perId(righe: readonly RigaFoglio[]): RigaFoglio[] {
  return righe.toSorted((a, b) => String(a['id']).localeCompare(String(b['id'])));
}
