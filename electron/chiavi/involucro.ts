import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** Base64 of so many bytes. */
export const base64 = (length: number) =>
  z.string().refine((text) => Buffer.from(text, 'base64').length === length && /^[A-Za-z0-9+/]+=*$/.test(text));

/** A 32-byte key under another one: AES-256-GCM, 96-bit nonce, 128-bit tag; base64. */
export const involucro = z.object({ nonce: base64(12), chiave: base64(32), sigillo: base64(16) });
export type Involucro = z.infer<typeof involucro>;

/** `contesto` is authenticated with the key: what is wrapped for one account opens for no other. */
export function wrapKey(chiave: Uint8Array, sotto: Uint8Array, contesto: Uint8Array): Involucro {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', sotto, nonce).setAAD(contesto);
  const wrapped = Buffer.concat([cipher.update(chiave), cipher.final()]);
  return {
    nonce: nonce.toString('base64'),
    chiave: wrapped.toString('base64'),
    sigillo: cipher.getAuthTag().toString('base64'),
  };
}

/** @returns the key, or undefined when the key above it, or the context, is not the one it was wrapped with. */
export function unwrapKey(da: Involucro, sotto: Uint8Array, contesto: Uint8Array): Buffer | undefined {
  const decipher = createDecipheriv('aes-256-gcm', sotto, Buffer.from(da.nonce, 'base64'), { authTagLength: 16 })
    .setAAD(contesto)
    .setAuthTag(Buffer.from(da.sigillo, 'base64'));
  const open = decipher.update(Buffer.from(da.chiave, 'base64'));
  try {
    return Buffer.concat([open, decipher.final()]);
  } catch {
    return undefined;
  } finally {
    // before the tag is checked these are already the key's bytes
    open.fill(0);
  }
}
