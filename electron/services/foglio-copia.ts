import { zipSync } from 'fflate';
import { listCodiciOspiti } from '../../db/reads/codice-ospite.ts';
import { loadChiaviOspiti, loadRigheFogli, type RigaFoglio } from '../../db/reads/foglio-export.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { writeFogli } from './foglio.ts';
import { type Fogli, pseudonimi } from './foglio-codici-soli.ts';
import { isLeggibile, type Lettore, lettoreDi } from './sezione.ts';

/**
 * The register as one file that leaves the program in clear: only what who asks may read, and with codes in place of names if
 * wanted. A line of the log says who took it and how.
 * @throws ErroreApprodo `lavoro.annullato`
 */
export async function saveFoglio(ctx: Contesto, input: Parsed<'fogli.export'>): Promise<Output<'fogli.export'>> {
  const { formato, soloCodici } = input;
  const chiavi = loadChiaviOspiti(ctx.store);
  const lette = leggibili(loadRigheFogli(ctx.store), chiavi, lettoreDi(ctx));
  const righe = soloCodici ? pseudonimi(lette, chiavi, listCodiciOspiti(ctx.store)) : lette;
  const file = await writeFogli(ctx, righe, formato);
  const nota = `${formato}, ${soloCodici ? 'solo codici' : 'con i nomi'}`;
  ctx.store.write({ ...gesto(ctx, 'fogli.export', { nota }), sempre: true }, () => undefined);
  const nome = `approdo-${soloCodici ? 'codici-' : ''}${ctx.oggi()}`;
  const [primo] = file;
  if (formato === 'xlsx' && primo) return { nome: `${nome}.xlsx`, bytes: new Uint8Array(primo.bytes) };
  return { nome: `${nome}.zip`, bytes: zipSync(Object.fromEntries(file.map(({ nome: n, bytes }) => [n, bytes]))) };
}

/** Sheets about the judicial position; the others hold rows of it, by what they are. */
const GIURIDICI = ['misure', 'udienze', 'violazioni'];
const GIURIDICHE: Readonly<Record<string, (riga: RigaFoglio) => boolean>> = {
  relazioni: (riga) => riga['tipo'] === 'art94ter',
  adempimenti: (riga) => riga['regola'] === 'relazione_94ter' || riga['foglio'] === 'misure',
  allegati: (riga) => riga['tipo'] === 'giuridico',
};

/** The sheets without the fields and the rows that who asks may not read of each guest (contract/sezione.ts). */
function leggibili(righe: Fogli, chiavi: ReadonlyMap<string, string>, { di }: Lettore): Fogli {
  const ospiti = new Map((righe['ingressi'] ?? []).map((riga) => [riga['id'], riga['ospite']]));
  const sezioni = (riga: RigaFoglio) => {
    const chiave = riga['ospite'] ?? ospiti.get(riga['ingresso'] ?? null);
    return di(chiavi.get(String(chiave)) ?? '');
  };
  const ingressi = (righe['ingressi'] ?? []).map((riga) => {
    const sue = sezioni(riga);
    const campi = Object.entries(riga).map(([colonna, valore]) => [
      colonna,
      isLeggibile(toCampo(colonna), sue) ? valore : null,
    ]);
    return Object.fromEntries(campi) as RigaFoglio;
  });
  const giuridiche = Object.entries(righe).flatMap(([foglio, lista]) => {
    const isGiuridica = GIURIDICI.includes(foglio) ? () => true : GIURIDICHE[foglio];
    if (!isGiuridica) return [];
    return [[foglio, lista.filter((riga) => !isGiuridica(riga) || sezioni(riga).has('giuridica'))]];
  });
  const tutte: Fogli = { ...righe, ingressi, ...Object.fromEntries(giuridiche) };
  const relazioni = (tutte['relazioni'] ?? []).map((riga) => ({
    ...riga,
    sezioni: partiLeggibili(riga, sezioni(riga)),
  }));
  return { ...tutte, relazioni };
}

/** The parts of a report that tell of no section, or of one that is read. */
function partiLeggibili(riga: RigaFoglio, sezioni: ReadonlySet<string>): string {
  const parti = JSON.parse(String(riga['sezioni'])) as { readonly riservata?: string | null }[];
  return JSON.stringify(parti.filter(({ riservata }) => riservata == null || sezioni.has(riservata)));
}

function toCampo(colonna: string): string {
  return colonna.replace(/_(\w)/g, (_, lettera: string) => lettera.toUpperCase());
}
