import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Contesto } from '../../../electron/services/contesto.ts';
import type { Identita } from '../../../electron/sync/identita.ts';
import { writePacco } from '../../../electron/sync/pacco-write.ts';
import { apriCentrale, importaUnoAllaVolta, nuovaIdentita } from './aiuti.ts';
import { fotografia } from './fotografia.ts';
import { type PaccoDiProva, STRUTTURE, storie, vivi } from './storia.ts';

let centro: Identita;
let comunita: Identita;

beforeAll(async () => {
  [centro, comunita] = await Promise.all([nuovaIdentita(), nuovaIdentita()]);
});

function apri(): Contesto {
  const { firmaPubblica: firma, sigilloPubblico: sigillo } = comunita;
  return apriCentrale(centro, [{ nome: 'Casa Aurora', firma, sigillo, strutture: STRUTTURE }]);
}

async function sigilla(pacchi: readonly PaccoDiProva[]) {
  const out: { nome: string; bytes: Uint8Array<ArrayBuffer> }[] = [];
  const ultimo = new Map<string, string>();
  for (const { intestazione, righe } of pacchi) {
    const precedente = ultimo.get(intestazione.struttura) ?? null;
    const scritto = await writePacco(
      { ...intestazione, precedente, destinatario: centro.sigilloPubblico },
      righe,
      comunita,
    );
    ultimo.set(intestazione.struttura, scritto.impronta);
    out.push({ nome: scritto.nomeFile, bytes: new Uint8Array(scritto.bytes) });
  }
  return out;
}

/** A sublist of what was exported, in two orders of arrival. */
const arrivi = storie.chain((gesti) => {
  const pacchi = vivi(gesti);
  return fc
    .shuffledSubarray(pacchi.map((_, index) => index))
    .chain((uno) =>
      fc.tuple(fc.constant(pacchi), fc.constant(uno), fc.shuffledSubarray(uno, { minLength: uno.length })),
    );
});

test('any set of parcels, in any order of arrival, ends in the same central data', async () => {
  await fc.assert(
    fc.asyncProperty(arrivi, async ([pacchi, uno, altro]) => {
      const file = await sigilla(pacchi);
      const prima = apri();
      const seconda = apri();
      try {
        for (const [ctx, ordine] of [
          [prima, uno],
          [seconda, altro],
        ] as const) {
          const esiti = await importaUnoAllaVolta(
            ctx,
            ordine.flatMap((index) => file[index] ?? []),
          );
          expect(esiti.filter((esito) => esito.stato === 'rifiutato')).toEqual([]);
        }
        expect(fotografia(seconda.store)).toEqual(fotografia(prima.store));
      } finally {
        prima.store.close();
        seconda.store.close();
      }
    }),
    { numRuns: Number(process.env['APPRODO_PROVE'] ?? 25) },
  );
}, 300_000);

test('an older revision that arrives late changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(arrivi, async ([pacchi, uno]) => {
      const file = await sigilla(pacchi);
      const ctx = apri();
      try {
        for (const index of uno) {
          const prima = { ...fotografia(ctx.store), pacchi: [] };
          const [esito] = await importaUnoAllaVolta(ctx, [file[index] ?? { nome: '', bytes: new Uint8Array() }]);
          if (esito?.stato !== 'invariato') continue;
          expect({ ...fotografia(ctx.store), pacchi: [] }).toEqual(prima);
          expect(esito.righe).toEqual({ inserite: 0, aggiornate: 0, eliminate: 0 });
        }
      } finally {
        ctx.store.close();
      }
    }),
    { numRuns: Number(process.env['APPRODO_PROVE'] ?? 25) },
  );
}, 300_000);
