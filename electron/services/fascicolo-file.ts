import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import type { Output, Parsed } from '../contract/index.ts';
import { FORMULA } from '../foglio/foglio-write.ts';
import type { Fascicolo } from './fascicolo.ts';

type Cella = string | number | boolean | null;
type Tavola = readonly Readonly<Record<string, Cella>>[];

/** The fascicolo as bytes: one JSON, or a zip of one CSV a table (the JSON is in it too). A print has no file. */
export function fileFascicolo(
  fascicolo: Fascicolo,
  formato: Parsed<'fascicoli.deliver'>['formato'],
): Output<'fascicoli.deliver'> {
  // the code, not the name: the name of a file is seen by whoever sees the folder
  const nome = `fascicolo-${fascicolo.codice}-${fascicolo.fatto}`;
  const json = strToU8(`${JSON.stringify(fascicolo, null, 2)}\n`);
  if (formato === 'stampa') return { nome, bytes: new Uint8Array() };
  if (formato === 'json') return { nome: `${nome}.json`, bytes: json };
  const file: Record<string, Uint8Array> = { 'fascicolo.json': json };
  for (const [tavola, righe] of Object.entries(tavoleDi(fascicolo))) file[`${tavola}.csv`] = toCsv(righe);
  return { nome: `${nome}.zip`, bytes: zipSync(file, { mtime: new Date(`${fascicolo.fatto}T12:00:00`) }) };
}

/** One table a CSV: the stays apart from their moduli and their days, joined by their number. */
function tavoleDi(f: Fascicolo): Record<string, Tavola> {
  const permanenze = f.permanenze.map(({ scheda, moduli: _m, presenze: _p, ...campi }, index) => ({
    permanenza: index + 1,
    ...campi,
    ...Object.fromEntries(Object.entries(scheda).map(([k, v]) => [k, Array.isArray(v) ? v.join(', ') : v])),
  }));
  const moduli = f.permanenze.flatMap((p, index) => p.moduli.map((m) => ({ permanenza: index + 1, ...m })));
  const presenze = f.permanenze.flatMap((p, index) =>
    p.presenze.flatMap(({ mese, codici }) =>
      [...codici].flatMap((codice, giorno) =>
        codice === '.'
          ? []
          : [{ permanenza: index + 1, giorno: `${mese}-${String(giorno + 1).padStart(2, '0')}`, codice }],
      ),
    ),
  );
  const persona = [{ codice: f.codice, ...f.persona, anonimo: f.anonimo }];
  const registro = f.registro.map(({ atMs, cambiati, ...linea }) => ({
    quando: new Date(atMs).toISOString(),
    ...linea,
    cambiati: cambiati.join(', '),
  }));
  const copie = f.copie.map(({ id: _, ...copia }) => copia);
  return {
    ...{ persona, permanenze, moduli, presenze, codici_presenza: f.codiciPresenza, misure: f.misure },
    ...{ assenze: f.assenze },
    ...{ visite: f.visite, incontri: f.incontri, attivita: f.attivita, note: f.note },
    ...{ udienze: f.udienze, violazioni: f.violazioni, diario: f.diario, relazioni: f.relazioni },
    ...{ progetti: f.progetti, obiettivi: f.obiettivi, azioni: f.azioni, evidenze: f.evidenze },
    verifiche_progetto: f.verificheProgetto,
    ...{
      oscuramenti: f.oscuramenti,
      contatti: f.contatti,
      avvertenze: f.avvertenze,
      scadenze: f.scadenze,
      stanze: f.stanze,
      allegati: f.allegati,
      copie_consegnate: copie,
      registro,
    },
  };
}

function toCsv(righe: Tavola): Uint8Array {
  const testo = Papa.unparse(
    righe.map((riga) => Object.fromEntries(Object.entries(riga).map(([k, v]) => [k, inParola(v)]))),
    { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULA },
  );
  return strToU8(`\uFEFF${testo}\r\n`);
}

function inParola(valore: Cella): string | number {
  if (typeof valore === 'boolean') return valore ? 'si' : 'no';
  return valore ?? '';
}
