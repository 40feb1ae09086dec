import fc from 'fast-check';
import { ESITI } from '../../../domain/esito.ts';
import { addGiorni, giorniDelMese, meseDi, mesiDelPeriodo } from '../../../domain/giorno.ts';
import { maskDelMese } from '../../../domain/permanenza.ts';
import { colonneDi, type NomeFoglio } from '../../../electron/foglio/foglio-tabelle.ts';
import type { Cartella, RigaScritta } from './cartella.ts';
import { registri } from './cartella-registri.ts';
import { riga, type Sorte } from './cartella-riga.ts';

const INIZIO = '2024-11-01';
const FINE = '2025-04-30';

/** A workbook in which every row is good: a few strutture, persons with stays that follow each other, codes, events. */
export const cartellaBuona: fc.Arbitrary<Required<Cartella>> = fc
  .infiniteStream(fc.nat({ max: 0x3fffffff }))
  .map((corrente) => {
    const sorte: Sorte = (quanti) => Number(corrente.next().value) % quanti;
    const strutture = Array.from({ length: 1 + sorte(2) }, (_, i) =>
      riga('strutture', sorte, { codice: `ST${i}`, al: sorte(2) === 0 ? '' : '2031-12-31' }),
    );
    const moduli = strutture.flatMap(({ codice }) =>
      ['TR', 'ALC'].map((tipologia) =>
        riga('moduli', sorte, {
          codice: `${codice}-${tipologia}`,
          struttura: codice ?? '',
          tipologia,
          valido_dal: '2020-01-01',
          valido_al: '',
          modulo_al: sorte(2) === 0 ? '' : '2030-12-31',
        }),
      ),
    );
    const ospiti = Array.from({ length: 2 + sorte(3) }, (_, i) => {
      const nome = `Nome${String.fromCharCode(65 + i)}`;
      return riga('ospiti', sorte, {
        id: `O${i}`,
        cognome: `Cognome ${'abcdefgh'[i]}`,
        nome,
        data_nascita: `19${60 + i}-01-0${1 + i}`,
        codice_fiscale: '',
      });
    });
    const nuclei = Array.from({ length: sorte(3) }, (_, i) => ({ id: `N${i}`, nome: `Famiglia ${i}` }));
    const ingressi = ospiti.flatMap(({ id }, i) => permanenze(sorte, id ?? '', i, strutture, moduli, ospiti));
    for (const ingresso of ingressi) ingresso['nucleo'] = nuclei[sorte(nuclei.length + 1)]?.id ?? '';
    const gruppi = strutture.map(({ codice = '' }, i) =>
      riga('gruppi', sorte, { id: `G${i}`, struttura: codice, giorno_settimana: '2', dal: '2024-12-01', al: '' }),
    );
    const base = {
      strutture,
      moduli,
      ospiti,
      nuclei,
      ingressi,
      cambi_modulo: ingressi.flatMap((ingresso) => cambi(sorte, ingresso, moduli)),
      presenze: ingressi.flatMap((ingresso) => presenze(sorte, ingresso)),
      visite: eventi('visite', sorte, strutture, ospiti),
      incontri: eventi('incontri', sorte, strutture, ospiti),
      gruppi,
      attivita: eventi('attivita', sorte, strutture, ospiti).map((una) => ({
        ...una,
        gruppo: sorte(2) === 0 ? (gruppi.find(({ struttura }) => struttura === una['struttura'])?.['id'] ?? '') : '',
      })),
      misure: eventi('misure', sorte, strutture, ospiti),
      segnalazioni: eventi('segnalazioni', sorte, strutture, ospiti),
    };
    return { ...base, ...registri(sorte, base) } as Required<Cartella>;
  });

function permanenze(
  sorte: Sorte,
  ospite: string,
  numero: number,
  strutture: readonly RigaScritta[],
  moduli: readonly RigaScritta[],
  ospiti: readonly RigaScritta[],
): RigaScritta[] {
  const righe: RigaScritta[] = [];
  let inizio = addGiorni(INIZIO, sorte(40));
  for (let i = 0; i <= sorte(3); i++) {
    const struttura = strutture[sorte(strutture.length)]?.['codice'] ?? '';
    const suoi = moduli.filter((modulo) => modulo['struttura'] === struttura);
    const durata = sorte(70);
    const chiusa = i < 2 || sorte(2) === 0;
    const fine = addGiorni(inizio, durata);
    const esito = ESITI[sorte(ESITI.length)] ?? '';
    const genitore = sorte(4) === 0 ? ospiti.find(({ id }) => id !== ospite)?.['id'] : '';
    righe.push(
      riga('ingressi', sorte, {
        id: `I${numero}-${i}`,
        ospite,
        struttura,
        modulo: suoi[sorte(suoi.length)]?.['codice'] ?? '',
        data_ingresso: inizio,
        data_dimissione: chiusa ? fine : '',
        esito: chiusa ? esito : '',
        genitore: genitore ?? '',
      }),
    );
    if (!chiusa) break;
    // the next stay begins on the day of this dimissione, or after; a stay of one day takes that day
    inizio = addGiorni(fine, sorte(3) + (durata === 0 && esito !== 'trasferimento_interno' ? 1 : 0));
  }
  return righe;
}

function cambi(sorte: Sorte, ingresso: RigaScritta, moduli: readonly RigaScritta[]): RigaScritta[] {
  const dal = addGiorni(ingresso['data_ingresso'] ?? '', 1 + sorte(20));
  if (sorte(2) === 0 || (ingresso['data_dimissione'] && dal >= ingresso['data_dimissione'])) return [];
  const suoi = moduli.filter((modulo) => modulo['struttura'] === ingresso['struttura']);
  return [{ ingresso: ingresso['id'] ?? '', dal, modulo: suoi[sorte(suoi.length)]?.['codice'] ?? '' }];
}

function presenze(sorte: Sorte, ingresso: RigaScritta): RigaScritta[] {
  const dataIngresso = ingresso['data_ingresso'] ?? '';
  const dataDimissione = ingresso['data_dimissione'] || null;
  const stay = { dataIngresso, dataDimissione, esito: (ingresso['esito'] || null) as (typeof ESITI)[number] | null };
  return mesiDelPeriodo({ dal: dataIngresso, al: dataDimissione ?? FINE })
    .filter((mese) => maskDelMese(stay, mese) && mese <= meseDi(FINE))
    .map((mese) => {
      const mask = maskDelMese(stay, mese) ?? { primo: 1, ultimo: giorniDelMese(mese) };
      const giorni = Array.from({ length: 31 }, (_, i) =>
        i + 1 < mask.primo || i + 1 > mask.ultimo ? '' : ('PPPPUSRTCA'[sorte(11)] ?? ''),
      );
      return {
        ingresso: ingresso['id'] ?? '',
        mese,
        ...Object.fromEntries(giorni.map((codice, i) => [`g${i + 1}`, codice])),
      };
    });
}

function eventi(
  foglio: 'visite' | 'incontri' | 'attivita' | 'misure' | 'segnalazioni',
  sorte: Sorte,
  strutture: readonly RigaScritta[],
  ospiti: readonly RigaScritta[],
): RigaScritta[] {
  return Array.from({ length: sorte(4) }, (_, i) => {
    const ospite = () => ospiti[sorte(ospiti.length)]?.['id'] ?? '';
    const due = [ospite(), ospite()].join('|');
    const struttura = strutture[sorte(strutture.length)]?.['codice'] ?? '';
    const date = { id: `${foglio}${i}`, ospite: ospite(), struttura, ospiti: sorte(2) === 0 ? due : '' };
    return riga(foglio, sorte, foglio === 'misure' ? { ...date, al: '', dal: '2025-01-01' } : date);
  });
}

/** The column that names a row for those who refer to it. */
const NOMI: Readonly<Record<string, string>> = { strutture: 'codice', moduli: 'codice' };

/** The rows a refused row takes with it: those that refer to it, and those that refer to them. `foglio riga` of each. */
export function trascinate(cartella: Cartella, foglio: string, indice: number): Set<string> {
  const perse = new Set([`${foglio} ${indice + 2}`]);
  const daSeguire: [string, RigaScritta][] = [[foglio, cartella[foglio]?.[indice] ?? {}]];
  for (const [dove, chi] of daSeguire) {
    const nome = chi[NOMI[dove] ?? 'id'];
    if (nome === undefined) continue;
    for (const [altro, righe] of Object.entries(cartella))
      for (const [i, candidata] of (righe ?? []).entries()) {
        const chiave = `${altro} ${i + 2}`;
        if (perse.has(chiave) || !siRiferisce(altro as NomeFoglio, candidata, dove, nome)) continue;
        perse.add(chiave);
        daSeguire.push([altro, candidata]);
      }
  }
  return perse;
}

function siRiferisce(foglio: NomeFoglio, candidata: RigaScritta, dove: string, nome: string): boolean {
  if (candidata['foglio'] === dove && (candidata['registrazione'] ?? candidata['oggetto']) === nome) return true;
  return colonneDi(foglio).some(
    ([colonna, { genere }]) =>
      genere.tipo === 'riferimento' && genere.foglio === dove && (candidata[colonna] ?? '').split('|').includes(nome),
  );
}

/** The workbook without some rows (`foglio riga`). */
export function senza(cartella: Cartella, perse: ReadonlySet<string>): Cartella {
  return Object.fromEntries(
    Object.entries(cartella).map(([foglio, righe]) => [
      foglio,
      (righe ?? []).filter((_, i) => !perse.has(`${foglio} ${i + 2}`)),
    ]),
  );
}
