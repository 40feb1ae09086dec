import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Store } from '../../../db/store.ts';
import { CODICI_PREDEFINITI } from '../../../domain/codice.ts';
import type { Output } from '../../../electron/contract/index.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { importPacchi } from '../../../electron/services/pacco-import.ts';
import { createIdentita, type Identita, newIdentita, withPubbliche } from '../../../electron/sync/identita.ts';
import { cartellaDiProva } from '../../aiuti/archivio.ts';

export type EsitoImport = Output<'pacchi.import'>[number];

/** A new pair of key pairs, public halves included. */
export async function nuovaIdentita(): Promise<Identita> {
  return withPubbliche(await newIdentita());
}

/** A community whose key the central office knows. */
export interface Mittente {
  readonly nome: string;
  readonly firma: string;
  readonly sigillo: string;
  readonly strutture: readonly string[];
}

const IO = { azione: 'prova', accountId: null, utente: 'CONTI Elena' };

/** A real encrypted store with its keys and codes; `dispositivo` says which. The caller closes it. */
export function apriArchivio(
  ruolo: 'comunita' | 'centrale',
  identita: Identita,
  options: { readonly dati?: string; readonly clock?: () => number } = {},
): Contesto {
  const dati = options.dati ?? cartellaDiProva();
  const store = Store.open({
    file: join(dati, 'approdo.db'),
    key: randomBytes(32),
    clock: options.clock ?? (() => Date.UTC(2026, 0, 10)),
    integrityCheck: false,
  });
  store.write(IO, (tx) => {
    for (const [id, valore] of [
      ['ruolo', ruolo],
      ['nome', ruolo === 'centrale' ? 'Accoglienza' : 'Casa Aurora'],
      ['dispositivo', `${ruolo}-1`],
    ] as const)
      tx.insert('impostazioni', { id, valore });
    for (const [ordine, { voce, ...codice }] of CODICI_PREDEFINITI.entries())
      tx.insert('codici', { id: voce, ...codice, ordine });
    createIdentita(tx, identita);
  });
  return {
    store,
    utente: { accountId: null, nome: 'CONTI Elena', ruolo: ruolo === 'centrale' ? 'accoglienza' : 'responsabile' },
    dati,
    ruolo,
    oggi: () => '2026-01-10',
    progress: () => Promise.resolve(),
  };
}

/** A central office that knows these communities. */
export function apriCentrale(identita: Identita, mittenti: readonly Mittente[], dati?: string): Contesto {
  const ctx = apriArchivio('centrale', identita, dati === undefined ? {} : { dati });
  ctx.store.write(IO, (tx) => {
    for (const { strutture, ...mittente } of mittenti)
      tx.insert('corrispondenti', { ruolo: 'comunita', ...mittente, strutture: [...strutture] });
  });
  return ctx;
}

/** One call a parcel: the order of arrival is the order given. */
export async function importaUnoAllaVolta(
  ctx: Contesto,
  file: readonly { nome: string; bytes: Uint8Array }[],
): Promise<EsitoImport[]> {
  const esiti: EsitoImport[] = [];
  for (const one of file) esiti.push(...(await importPacchi(ctx, { file: [{ ...one }] as never })));
  return esiti;
}
