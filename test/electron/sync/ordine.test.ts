import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { importaUnoAllaVolta } from './aiuti.ts';
import { apriCentro, nuoveParti, type Parti, sigilla, statoDi } from './consegna-di-prova.ts';
import { CASI } from './ordine-casi.ts';
import { storie, vivi } from './storia.ts';

let parti: Parti;
beforeAll(async () => {
  parti = await nuoveParti();
});

const numRuns = Number(process.env['APPRODO_PROVE'] ?? 15);

/** Some of what was exported, more often all of it, in two orders of arrival. */
const arrivi = storie.chain((gesti) => {
  const pacchi = vivi(gesti);
  const indici = pacchi.map((_, index) => index);
  return fc
    .oneof(fc.shuffledSubarray(indici, { minLength: indici.length }), fc.shuffledSubarray(indici))
    .chain((uno) =>
      fc.tuple(fc.constant(pacchi), fc.constant(uno), fc.shuffledSubarray(uno, { minLength: uno.length })),
    );
});

describe('any set of parcels', () => {
  test('in any order of arrival, ends in the same central data and the same figures', async () => {
    await fc.assert(
      fc.asyncProperty(arrivi, async ([pacchi, uno, altro]) => {
        const file = await sigilla(pacchi, parti);
        const scelti = (ordine: readonly number[]) => ordine.flatMap((index) => file[index] ?? []);
        const [prima, seconda] = [apriCentro(parti), apriCentro(parti)];
        try {
          for (const [ctx, ordine] of [[prima, uno] as const, [seconda, altro] as const]) {
            const esiti = await importaUnoAllaVolta(ctx, scelti(ordine));
            expect(esiti.filter((esito) => esito.stato === 'rifiutato')).toEqual([]);
          }
          const stato = statoDi(prima);
          expect(statoDi(seconda)).toEqual(stato);
          for (const { stato: esito, righe } of await importaUnoAllaVolta(prima, scelti(altro)))
            expect({ esito, ...righe }).toEqual({ esito: 'invariato', inserite: 0, aggiornate: 0, eliminate: 0 });
          expect(statoDi(prima)).toEqual(stato);
        } finally {
          prima.store.close();
          seconda.store.close();
        }
      }),
      { numRuns },
    );
  }, 600_000);

  test('holds nothing that an older revision, arriving late, could change', async () => {
    await fc.assert(
      fc.asyncProperty(arrivi, async ([pacchi, uno]) => {
        const file = await sigilla(pacchi, parti);
        const ctx = apriCentro(parti);
        try {
          for (const index of uno) {
            const prima = { ...statoDi(ctx), pacchi: [] };
            const [esito] = await importaUnoAllaVolta(ctx, file.slice(index, index + 1));
            if (esito?.stato !== 'invariato') continue;
            expect({ ...statoDi(ctx), pacchi: [] }).toEqual(prima);
            expect(esito.righe).toEqual({ inserite: 0, aggiornate: 0, eliminate: 0 });
          }
        } finally {
          ctx.store.close();
        }
      }),
      { numRuns },
    );
  }, 600_000);
});

/** Every order of a few parcels. */
function permutazioni(n: number): number[][] {
  if (n === 0) return [[]];
  return permutazioni(n - 1).flatMap((resto) =>
    Array.from({ length: n }, (_, at) => [...resto.slice(0, at), n - 1, ...resto.slice(at)]),
  );
}

describe('histories that were once wrong, or nearly: every order of arrival', () => {
  test.each(CASI)(
    '%s',
    async (_nome, gesti, atteso) => {
      const pacchi = vivi(gesti);
      const file = await sigilla(pacchi, parti);
      let primo: ReturnType<typeof statoDi> | undefined;
      for (const ordine of permutazioni(pacchi.length)) {
        const ctx = apriCentro(parti);
        try {
          await importaUnoAllaVolta(
            ctx,
            ordine.flatMap((index) => file[index] ?? []),
          );
          const stato = statoDi(ctx);
          primo ??= stato;
          expect(stato).toEqual(primo);
        } finally {
          ctx.store.close();
        }
      }
      for (const [tabella, quante] of Object.entries(atteso)) expect(primo?.[tabella]).toHaveLength(quante);
    },
    120_000,
  );
});
