import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';

/** What is signed starts with a line that says what it is, so that a signature of one thing is never good for another. */
const CONTESTI = {
  pacco: 'approdo-pacco-v1\n',
  chiave: 'approdo-chiave-v1\n',
  passaggio: 'approdo-passaggio-v1\n',
  deposito: 'approdo-deposito-v1\n',
  ricostruzione: 'approdo-ricostruzione-v1\n',
  catena: 'approdo-catena-v1\n',
} as const;
export type ContestoFirma = keyof typeof CONTESTI;

/** DER prefix of an Ed25519 SubjectPublicKeyInfo (RFC 8410, § 4): the raw 32 bytes follow. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** A new Ed25519 key pair: the private key as PKCS#8 PEM (it never leaves the store), the public one as 64 hex digits. */
export function generateFirma(): { privata: string; pubblica: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privata: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    pubblica: toHex(publicKey),
  };
}

/** The public half, 64 hex digits, of a PEM private key. */
export function firmaPubblica(privata: string): string {
  return toHex(createPublicKey(createPrivateKey(privata)));
}

/** Ed25519 (RFC 8032) over the context line and the bytes: 64 raw bytes. */
export function signBytes(privata: string, contesto: ContestoFirma, bytes: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, withContext(contesto, bytes), createPrivateKey(privata)));
}

/** Whether the signature is of these bytes by this key. Never throws: a malformed key or signature is a false. */
export function verifyBytes(pubblica: string, contesto: ContestoFirma, bytes: Uint8Array, firma: Uint8Array): boolean {
  if (!/^[0-9a-f]{64}$/.test(pubblica) || firma.length !== 64) return false;
  try {
    return verify(null, withContext(contesto, bytes), fromHex(pubblica), firma);
  } catch {
    return false;
  }
}

function withContext(contesto: ContestoFirma, bytes: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(CONTESTI[contesto]), bytes]);
}

function toHex(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).subarray(SPKI.length).toString('hex');
}

function fromHex(pubblica: string): KeyObject {
  return createPublicKey({ key: Buffer.concat([SPKI, Buffer.from(pubblica, 'hex')]), format: 'der', type: 'spki' });
}
