import fc from 'fast-check';
import { expect } from 'vitest';
import { z } from 'zod';
import { ESITI } from '../../domain/esito.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { runVerifica } from '../../electron/services/verifica.ts';

/** `APPRODO_FUZZ=10` makes every run ten times as long. */
const VOLTE = Number(process.env['APPRODO_FUZZ'] ?? 1);
export const casi = (quanti: number): number => Math.max(20, Math.round(quanti * VOLTE));

/** How many cases each file must really run, without `APPRODO_FUZZ`: together more than the 20,000 of the issue. */
export const MINIMI = { contratto: 12_500, foglio: 6000, chiavi: 7500, pacco: 6500 } as const;
let contati = 0;

/** The cases run so far in this file are at least those promised, and it is said. */
export function expectContati(file: keyof typeof MINIMI): void {
  console.info(`fuzz ${file}: ${contati} cases`);
  expect(contati).toBeGreaterThanOrEqual(Math.floor(MINIMI[file] * Math.min(1, VOLTE)));
  expect(Object.values(MINIMI).reduce((somma, uno) => somma + uno, 0)).toBeGreaterThanOrEqual(20_000);
}

/** fast-check's options: a seed of the moment unless one is given to repeat a failure; printed either way, cases counted. */
export function giri(quanti: number) {
  const seed = Number(process.env['APPRODO_SEME'] ?? Date.now() % 0x7fffffff);
  console.info(`fuzz: ${casi(quanti)} cases, seed ${seed}`);
  const reporter = <T>(esito: fc.RunDetails<T>): void => {
    contati += esito.numRuns;
    const detto = fc.defaultReportMessage(esito);
    if (detto !== undefined) throw new Error(`APPRODO_SEME=${seed}: ${detto}`, { cause: esito.errorInstance });
  };
  return { numRuns: casi(quanti), seed, reporter };
}

/** Texts that have broken programs: halves of characters, zero bytes, formulas, paths, prototypes, markup, length. */
export const STRANI = [
  ...['', ' ', '\0', 'a\0b', '\ud800', 'x\udc00', '\uFEFF', '\u202Egnirts', 'e\u0301', '😀', '\u0001\u001f', '\r\n\t'],
  ...['=1+1', '+39', '-1', '@SUM(A1)', '\t=1', "'=x", '=cmd|calc!A0', '../../etc/passwd', '..\\x', '/dev/null', 'CON'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '$bytes',
    '{}',
    '[]',
    'null',
    "'; DROP TABLE ospiti;--",
    '%',
    '_',
    '"',
    '<b>',
  ],
  ...[
    '0000-00-00',
    '2025-02-30',
    '9999-12-31',
    '2025-13',
    '1e9',
    'NaN',
    'Infinity',
    '١٢',
    'x'.repeat(501),
    'à'.repeat(5000),
  ],
];

export const strano = fc.oneof(fc.constantFrom(...STRANI), fc.string({ unit: 'binary', maxLength: 12 }));

/** Any JSON, near nothing. */
export const qualunque: fc.Arbitrary<unknown> = fc.oneof(
  strano,
  fc.constantFrom(null, undefined, true, false, 0, -1, 1.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, 10n),
  fc.jsonValue({ maxDepth: 2 }),
  fc.uint8Array({ maxLength: 20 }),
);

/** What the store knows: without them every case would stop at "not found". */
export interface Noti {
  readonly id: readonly string[];
  readonly codici: readonly string[];
}

/** Values near a schema of the contract: right most of the time, wrong in one place now and then. */
export function vicino(schema: z.core.$ZodType, noti: Noti): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 24, arbitrary: giusto(schema, noti) }, { weight: 1, arbitrary: qualunque });
}

function giusto(schema: z.core.$ZodType, noti: Noti): fc.Arbitrary<unknown> {
  const dentro = (interno: z.core.$ZodType) => vicino(interno, noti);
  if (schema instanceof z.ZodObject) {
    const campi = Object.entries(schema.shape as Record<string, z.core.$ZodType>);
    return fc.record(Object.fromEntries(campi.map(([nome, campo]) => [nome, dentro(campo)])));
  }
  if (schema instanceof z.ZodArray) return fc.array(dentro(schema.element), { maxLength: 3 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(dentro));
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodNullable) return fc.oneof(fc.constant(null), dentro(schema.unwrap()));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return fc.oneof(fc.constant(undefined), dentro(schema.unwrap()));
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber)
    return fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom(2024, 2025, 2026));
  if (schema instanceof z.ZodString)
    return fc.oneof({ weight: 9, arbitrary: testo(noti) }, { weight: 1, arbitrary: strano });
  return fc.uint8Array({ maxLength: 60 });
}

function testo({ id, codici }: Noti): fc.Arbitrary<string> {
  const giorno = fc
    .integer({ min: 0, max: 500 })
    .map((n) => new Date(Date.UTC(2024, 10, 1 + n)).toISOString().slice(0, 10));
  const voci = ['P', 'U', 'A', 'CT', 'TR', 'ALC', 'MF', 'IT', 'DUS', 'MINORE', 'nuovo', 'rientro', ...ESITI];
  return fc.oneof(
    fc.constantFrom(...id),
    fc.constantFrom(...codici),
    giorno,
    giorno.map((g) => g.slice(0, 7)),
    fc.constantFrom(...voci),
  );
}

/** Bytes changed here and there, cut, doubled, or with a piece of something else inside. */
export function rovinati(bytes: Uint8Array): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const posto = fc.nat({ max: Math.max(0, bytes.length - 1) });
  const cambi = fc.array(fc.tuple(posto, fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 }).map((lista) => {
    const altri = Uint8Array.from(bytes);
    for (const [dove, cosa] of lista) altri[dove] = cosa;
    return altri;
  });
  const tagli = fc.tuple(posto, posto).map(([a, b]) => bytes.slice(0, Math.min(a, b)));
  const buchi = fc.tuple(posto, posto).map(([a, b]) => {
    const [da, al] = [Math.min(a, b), Math.max(a, b)];
    return Uint8Array.from([...bytes.subarray(0, da), ...bytes.subarray(al)]);
  });
  const aggiunte = fc
    .tuple(posto, fc.uint8Array({ minLength: 1, maxLength: 40 }))
    .map(([a, altro]) => Uint8Array.from([...bytes.subarray(0, a), ...altro, ...bytes.subarray(a)]));
  return fc.oneof({ weight: 4, arbitrary: cambi }, tagli, buchi, aggiunte);
}

/** A JSON value with one node, somewhere, replaced, dropped or added. */
export function jsonRovinato(valore: unknown): fc.Arbitrary<unknown> {
  const strade = stradeDi(valore);
  return fc.tuple(fc.constantFrom(...strade), fc.nat({ max: 9 }), qualunque).map(([strada, come, altro]) => {
    const copia: unknown = structuredClone(valore);
    return cambia(copia, strada, come === 0 ? undefined : altro);
  });
}

function stradeDi(valore: unknown, qui: readonly string[] = []): string[][] {
  if (typeof valore !== 'object' || valore === null || valore instanceof Uint8Array) return [[...qui]];
  const figli = Object.entries(valore).flatMap(([chiave, figlio]) => stradeDi(figlio, [...qui, chiave]));
  return [[...qui], [...qui, 'inPiu'], ...figli];
}

function cambia(valore: unknown, [chiave, ...resto]: readonly string[], altro: unknown): unknown {
  if (chiave === undefined) return altro;
  if (typeof valore !== 'object' || valore === null) return altro;
  const dove = valore as Record<string, unknown>;
  const nuovo = cambia(dove[chiave], resto, altro);
  if (nuovo === undefined) delete dove[chiave];
  else dove[chiave] = nuovo;
  return valore;
}

/** Everything that must hold still holds. @returns what does not */
export async function guastiDi(ctx: Contesto): Promise<unknown[]> {
  return (await runVerifica(ctx)).controlli.filter((controllo) => !controllo.esito);
}
