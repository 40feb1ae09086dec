import type { Modifica, NuovaRiga, Scrittura, Tabella } from '../../db/scrittura.ts';
import { aggiornaVitaOspiti } from '../../db/writes/ospite.ts';
import { linkPersone } from '../../db/writes/persona.ts';
import type { PaccoLetto } from './pacco-read.ts';
import type { Piano } from './piano.ts';
import type { Operazione } from './piano-unione.ts';

export interface FilePacco {
  readonly nome: string;
  readonly bytes: Uint8Array;
}

/** Writes what the plan decided and the parcel itself, inside one gesture: all of it or nothing. */
export function applica(tx: Scrittura, pacco: PaccoLetto, piano: Piano, file: FilePacco): void {
  for (const operazione of piano.operazioni) write(tx, operazione);
  const nati = aggiornaVitaOspiti(tx, ospitiToccati(pacco, piano.operazioni));
  linkPersone(tx, [...new Set([...identitaCambiate(piano.operazioni), ...nati])]);
  if (piano.sostituisce !== null) tx.update('pacchi', piano.sostituisce, { stato: 'superato' });
  insertPacco(tx, pacco, piano, file);
}

function insertPacco(
  tx: Scrittura,
  { manifesto: m, impronta, sha256 }: PaccoLetto,
  piano: Piano,
  file: FilePacco,
): void {
  const { mese, revisione, numero, precedente, firmatario, conteggi } = m;
  const paccoId = tx.insert('pacchi', {
    ...{ verso: 'ricevuto', strutturaCodice: m.struttura, mese, revisione, numero, precedente, firmatario, conteggi },
    ...{ impronta, sha256, nomeFile: file.nome, avvisi: [...piano.avvisi], versione: m.createdAtMs },
    stato: piano.stato === 'invariato' ? 'superato' : 'applicato',
  });
  tx.setPaccoFile(paccoId, file.bytes);
}

function write(tx: Scrittura, o: Operazione): void {
  if (o.op === 'partecipanti') tx.setPartecipanti(o.t, o.id, o.ospiti);
  else if (o.op === 'versione') tx.setVersione(o.t, o.ids, o.versione);
  // the plan builds its rows from the parcel's schemas, table by table: here the table is any of them
  else if (o.op === 'insert')
    tx.insert(o.t, { ...o.riga, id: o.id, deletedAtMs: o.viva ? null : tx.atMs } as NuovaRiga<Tabella>);
  else tx.update(o.t, o.id, { ...o.modifica, ...vita(tx, o.viva) } as Modifica<Tabella>);
}

function vita(tx: Scrittura, viva: boolean | null): { deletedAtMs?: number | null } {
  return viva === null ? {} : { deletedAtMs: viva ? null : tx.atMs };
}

/** Whose stays may have come or gone. */
function ospitiToccati({ righe }: PaccoLetto, operazioni: readonly Operazione[]): string[] {
  const ids = new Set(righe.ospiti.map((ospite) => ospite.id));
  for (const o of operazioni) {
    if (o.t === 'ospiti' && o.op !== 'versione') ids.add(o.id);
    if (o.t === 'ingressi' && o.op === 'update') ids.add(String(o.prima['ospiteId']));
  }
  return [...ids];
}

const IDENTITA = ['chiaveNome', 'dataNascita', 'nascitaPresunta', 'codiceFiscale'];

function identitaCambiate(operazioni: readonly Operazione[]): string[] {
  return operazioni.flatMap((o) => {
    if (o.t !== 'ospiti' || (o.op !== 'insert' && o.op !== 'update')) return [];
    return o.op === 'insert' || IDENTITA.some((chiave) => chiave in o.modifica) ? [o.id] : [];
  });
}
