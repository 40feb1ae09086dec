import { argon2id } from 'hash-wasm';
import { z } from 'zod';

/**
 * How a password becomes a key: Argon2id (RFC 9106). Stored beside the salt, so that a later version may ask more.
 * The bounds keep a tampered file from asking for all the memory of the machine.
 */
export const derivazione = z.object({
  tipo: z.literal('argon2id'),
  memoriaKiB: z.number().int().min(8192).max(1_048_576),
  iterazioni: z.number().int().min(1).max(20),
  parallelismo: z.number().int().min(1).max(8),
});
export type Derivazione = z.infer<typeof derivazione>;

/** 64 MiB, three passes: about a quarter of a second on an office PC. */
export const DERIVAZIONE: Derivazione = { tipo: 'argon2id', memoriaKiB: 65_536, iterazioni: 3, parallelismo: 1 };

/** 32 bytes. The password is taken in Unicode NFKC: the same keys give the same bytes on every system. */
export function deriveKey(password: string, sale: Uint8Array, come: Derivazione): Promise<Uint8Array> {
  return argon2id({
    password: password.normalize('NFKC'),
    salt: sale,
    memorySize: come.memoriaKiB,
    iterations: come.iterazioni,
    parallelism: come.parallelismo,
    hashLength: 32,
    outputType: 'binary',
  });
}
