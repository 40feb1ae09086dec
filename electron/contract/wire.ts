/**
 * JSON with bytes: how calls and answers cross HTTP (the loopback host). Pure, for browser and Node.
 * A `Uint8Array` travels as `{"$bytes": base64}`. So that no plain object can be taken for one, every key that begins
 * with `$` travels with one `$` more.
 */
const BYTES = '$bytes';
/** String.fromCharCode takes its characters as arguments: few enough for every engine. */
const CHUNK = 0x8000;

/** The text of a value: everything JSON holds, and `Uint8Array`. */
export function encode(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key: string, shown: unknown) {
    // `shown` went through toJSON already (a Buffer would be a list of numbers): what counts is the original
    const original = this[key];
    if (original instanceof Uint8Array) return { [BYTES]: toBase64(original) };
    return isPlain(shown) ? renameDollars(shown, (name) => `$${name}`) : shown;
  });
}

/** @throws SyntaxError (or DOMException) when it is not JSON, or when a `$bytes` is not base64. */
export function decode(text: string): unknown {
  if (!text.includes('"$')) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown) => {
    if (!isPlain(value)) return value;
    const bytes = value[BYTES];
    return typeof bytes === 'string' ? fromBase64(bytes) : renameDollars(value, (name) => name.slice(1));
  });
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

function renameDollars(value: Record<string, unknown>, rename: (name: string) => string): Record<string, unknown> {
  const entries = Object.entries(value);
  if (!entries.some(([name]) => name.startsWith('$'))) return value;
  return Object.fromEntries(entries.map(([name, item]) => [name.startsWith('$') ? rename(name) : name, item]));
}

function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return btoa(parts.join(''));
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
