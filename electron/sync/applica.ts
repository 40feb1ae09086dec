import type { Modifica, NuovaRiga, Scrittura, Tabella } from '../../db/scrittura.ts';
import { linkPersone } from '../../db/writes/persona.ts';
import type { PaccoLetto } from './pacco-read.ts';
import type { Piano } from './piano.ts';
import type { Operazione } from './piano-unione.ts';

/** Writes what the plan decided and the parcel itself, inside one gesture: all of it or nothing. */
export function applica(
  tx: Scrittura,
  { manifesto: m, impronta, sha256 }: PaccoLetto,
  piano: Piano,
  file: FilePacco,
): void {
  for (const operazione of piano.operazioni) write(tx, operazione);
  linkPersone(tx, piano.identitaCambiate);
  for (const id of piano.superati) tx.update('pacchi', id, { stato: 'superato' });
  const { mese, revisione, numero, precedente, firmatario, conteggi } = m;
  const paccoId = tx.insert('pacchi', {
    ...{ verso: 'ricevuto', strutturaCodice: m.struttura, mese, revisione, numero, precedente, firmatario, conteggi },
    ...{ impronta, sha256, nomeFile: file.nome, avvisi: [...piano.avvisi] },
    stato: piano.stato === 'invariato' ? 'superato' : 'applicato',
  });
  tx.setPaccoFile(paccoId, file.bytes);
}

export interface FilePacco {
  readonly nome: string;
  readonly bytes: Uint8Array;
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
