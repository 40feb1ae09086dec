import { addGiorni, giorniDelMese, giornoDelMese } from '../../../domain/giorno.ts';
import type { Cartella, RigaScritta } from './cartella.ts';
import { riga, type Sorte } from './cartella-riga.ts';

/** What the registers of a house hold on top of who is where: every sheet, each row good, over the given ones. */
export function registri(sorte: Sorte, base: Readonly<Record<string, readonly RigaScritta[]>>): Cartella {
  const r = new Registri(sorte, base);
  const misure = base['misure'] ?? [];
  const stanze = r.righe('stanze', () => {
    const struttura = r.una('strutture')['codice'] ?? '';
    const suoi = (base['moduli'] ?? []).filter((m) => m['struttura'] === struttura);
    return { struttura, modulo: r.forse(suoi, 'codice'), dal: '2024-01-01', al: '' };
  });
  const diario = r.righe('diario', (i) => ({
    struttura: r.una('strutture')['codice'] ?? '',
    ospite: r.forse(base['ospiti'] ?? [], 'id'),
    // some correct the row before, some the one after
    aggiunge_a: i === 1 ? 'diario0' : '',
    ora: '21:40',
  }));
  if (diario[0] && diario.length > 2) diario[0]['aggiunge_a'] = 'diario2';
  const progetti = r.righe('progetti', () => ({ ingresso: r.una('ingressi')['id'] ?? '', al: '' }));
  const obiettivi = r.figlie('obiettivi', 'progetto', progetti);
  return {
    assenze: assenzeDellaGriglia(base)
      .filter(() => sorte(3) === 0)
      .map((date, i) =>
        riga('assenze', sorte, { id: `assenze${i}`, uscita_assente: '', rientro_assente: '', confermata: '', ...date }),
      ),
    contatti: r.righe('contatti', () => ({
      ospite: r.una('ospiti')['id'] ?? '',
      riservato: sorte(2) === 0 ? 'no' : '',
    })),
    avvertenze: r.righe('avvertenze', () => ({ ospite: r.una('ospiti')['id'] ?? '', dal: '2025-01-02', al: '' })),
    udienze: r.righe('udienze', () => r.conMisura(misure)),
    violazioni: r.righe('violazioni', () => r.conMisura(misure)),
    stanze,
    alloggi: r.righe('alloggi', () => {
      const { id = '', data_ingresso: dal = '', struttura } = r.una('ingressi');
      return {
        ingresso: id,
        dal,
        stanza: r.forse(
          stanze.filter((s) => s['struttura'] === struttura),
          'id',
        ),
      };
    }),
    operatori: r.righe('operatori', () => ({
      struttura: r.una('strutture')['codice'] ?? '',
      dal: '2024-01-01',
      al: '',
    })),
    regole_assenza: r.righe('regole_assenza', () => ({ dal: '2024-01-01', al: '' })),
    regole_scadenza: r.righe('regole_scadenza', () => ({
      regola: 'relazione_dimissione',
      modulo: r.forse(base['moduli'] ?? [], 'codice'),
    })),
    promemoria: r.righe('promemoria', () => ({
      struttura: r.una('strutture')['codice'] ?? '',
      ospite: r.forse(base['ospiti'] ?? [], 'id'),
    })),
    voci_lista: r.righe('voci_lista', (i) => ({
      ...durata(sorte),
      lista: 'servizio',
      valore: `nostro_${i}`,
      etichetta: `Servizio ${i}`,
      sinonimi: sorte(2) === 0 ? `sinonimo ${i}|altro ${i}` : '',
      dal: '',
      al: '',
    })),
    diario,
    progetti,
    obiettivi,
    azioni: r.figlie('azioni', 'obiettivo', obiettivi),
    verifiche_progetto: r.figlie('verifiche_progetto', 'progetto', progetti),
    evidenze: r.figlie('evidenze', 'obiettivo', obiettivi).flatMap((evidenza) => {
      const foglio = ['diario', 'visite', 'incontri', 'attivita'][sorte(4)] ?? '';
      const registrazione = r.forse(foglio === 'diario' ? diario : (base[foglio] ?? []), 'id');
      return registrazione === '' ? [] : [{ ...evidenza, foglio, registrazione }];
    }),
    relazioni: r.righe('relazioni', () => ({ ingresso: r.una('ingressi')['id'] ?? '' })),
    adempimenti: r.righe('adempimenti', () => {
      const foglio = sorte(2) === 0 ? 'ingressi' : 'ospiti';
      return {
        foglio,
        oggetto: r.una(foglio)['id'] ?? '',
        ospite: r.una('ospiti')['id'] ?? '',
        regola: 'riesame_progetto',
      };
    }),
  };
}

/** How long at the most: in months, in days, or not said; never both. */
function durata(sorte: Sorte): RigaScritta {
  const [mesi = '', giorni = ''] = [[], ['18'], ['', '40']][sorte(3)] ?? [];
  return { durata_massima_mesi: mesi, durata_massima_giorni: giorni };
}

/** The days away that the codes tell: each whole run of one letter, as the default rule of the days writes it. */
function assenzeDellaGriglia(base: Readonly<Record<string, readonly RigaScritta[]>>): RigaScritta[] {
  return (base['ingressi'] ?? []).flatMap(({ id = '' }) => {
    const giorni = (base['presenze'] ?? [])
      .filter(({ ingresso }) => ingresso === id)
      .flatMap((mese) =>
        Array.from({ length: giorniDelMese(mese['mese'] ?? '') }, (_, i) => {
          return { giorno: giornoDelMese(mese['mese'] ?? '', i + 1), codice: mese[`g${i + 1}`] ?? '' };
        }),
      );
    return giorni.flatMap(({ giorno, codice }, i) => {
      if (!/[SURTCA]/.test(codice) || giorni[i - 1]?.codice === codice) return [];
      const dopo = giorni.slice(i).find((uno) => uno.codice !== codice);
      return [
        {
          ingresso: id,
          codice,
          uscita: giorno,
          rientro: dopo?.giorno ?? addGiorni(giorni.at(-1)?.giorno ?? giorno, 1),
        },
      ];
    });
  });
}

class Registri {
  private readonly sorte: Sorte;
  private readonly base: Readonly<Record<string, readonly RigaScritta[]>>;

  constructor(sorte: Sorte, base: Readonly<Record<string, readonly RigaScritta[]>>) {
    this.sorte = sorte;
    this.base = base;
  }

  righe(foglio: Parameters<typeof riga>[0], date: (numero: number) => RigaScritta): RigaScritta[] {
    return Array.from({ length: this.sorte(4) }, (_, i) =>
      riga(foglio, this.sorte, { id: `${foglio}${i}`, ...date(i) }),
    );
  }

  /** Rows that are parts of others. */
  figlie(foglio: Parameters<typeof riga>[0], colonna: string, madri: readonly RigaScritta[]): RigaScritta[] {
    if (madri.length === 0) return [];
    return this.righe(foglio, () => ({ [colonna]: this.forse(madri, 'id') || (madri[0]?.['id'] ?? '') }));
  }

  una(foglio: string): RigaScritta {
    const righe = this.base[foglio] ?? [];
    return righe[this.sorte(righe.length)] ?? {};
  }

  /** A value of one of the rows, or none. */
  forse(righe: readonly RigaScritta[], colonna: string): string {
    return righe[this.sorte(righe.length + 1)]?.[colonna] ?? '';
  }

  /** A guest, and perhaps one of the measures of that guest. */
  conMisura(misure: readonly RigaScritta[]): RigaScritta {
    const misura = misure[this.sorte(misure.length + 1)];
    return { ospite: misura?.['ospite'] ?? this.una('ospiti')['id'] ?? '', misura: misura?.['id'] ?? '' };
  }
}
