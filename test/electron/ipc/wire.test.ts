import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../../electron/contract/wire.ts';

describe('wire', () => {
  test('bytes cross and come back, also from a Buffer and inside lists', () => {
    const value = { file: [{ nome: 'a.csv', bytes: new Uint8Array([0, 1, 250, 255]) }], altro: Buffer.from('è') };
    expect(decode(encode(value))).toEqual({
      file: [{ nome: 'a.csv', bytes: new Uint8Array([0, 1, 250, 255]) }],
      altro: new Uint8Array(Buffer.from('è')),
    });
    expect(encode({ b: new Uint8Array([1, 2, 3]) })).toBe('{"b":{"$bytes":"AQID"}}');
  });

  test('a plain object that looks like bytes stays a plain object', () => {
    const value = { $bytes: 'AQID', $$x: { $: 1 }, __proto__$: [{ $bytes: 'no' }] };
    expect(decode(encode(value))).toEqual(value);
  });

  test('a megabyte crosses whole', () => {
    const bytes = new Uint8Array(1 << 20).map((_, index) => (index * 31) & 255);
    expect(decode(encode(bytes))).toEqual(bytes);
  });

  test('what is not JSON or not base64 is refused', () => {
    expect(() => decode('{')).toThrow();
    expect(() => decode('{"$bytes":"***"}')).toThrow();
  });

  test('any JSON value with bytes in it crosses unchanged', () => {
    const leaf = fc.oneof(fc.jsonValue(), fc.uint8Array());
    const key = fc.oneof(fc.string(), fc.constantFrom('$', '$bytes', '$$bytes')).filter((k) => k !== '__proto__');
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('node')),
        fc.dictionary(key, tie('node'), { noNullPrototype: true }),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (value) => {
        const plain = encode(value);
        expect(encode(decode(plain))).toBe(plain);
        expect(normal(decode(plain))).toEqual(normal(value));
      }),
    );
  });
});

/** -0 is written as 0 by JSON. */
function normal(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_key, v: unknown) => (v instanceof Uint8Array ? [...v] : v)));
}
