import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  verify,
} from 'node:crypto';
import { inflateRawSync } from 'node:zlib';

/**
 * How a program that is not Approdo would open a parcel, from electron/sync/README.md alone: nothing of ours, no library,
 * only the primitives of node:crypto and raw inflate.
 */
export function openWithoutApprodo(sigillato: Uint8Array, segreto: string) {
  const zip = openAge(Buffer.from(sigillato), bech32(segreto));
  const files = listZip(zip);
  const testo = files.get('manifesto.json') ?? Buffer.alloc(0);
  const manifesto = JSON.parse(testo.toString('utf8')) as {
    firmatario: string;
    conteggi: Record<string, number>;
    sha256: Record<string, string>;
  };
  const key = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(manifesto.firmatario, 'hex')]);
  const firmato = Buffer.concat([Buffer.from('approdo-pacco-v1\n'), testo]);
  const righe = Object.entries(manifesto.sha256).map(([tabella, sha256]) => {
    const ndjson = files.get(`righe/${tabella}.ndjson`) ?? Buffer.alloc(0);
    const uguale = createHash('sha256').update(ndjson).digest('hex') === sha256;
    const linee = ndjson.toString('utf8').split('\n').slice(0, -1);
    return [tabella, { uguale, righe: linee.map((linea) => JSON.parse(linea) as unknown) }] as const;
  });
  return {
    zip,
    nomi: [...files.keys()],
    manifesto,
    firmaValida: verify(
      null,
      firmato,
      createPublicKey({ key, format: 'der', type: 'spki' }),
      files.get('firma') ?? Buffer.alloc(0),
    ),
    impronta: createHash('sha256').update(testo).digest('hex'),
    tabelle: Object.fromEntries(righe),
  };
}

/** age-encryption.org/v1 with one X25519 stanza. */
function openAge(file: Buffer, segreto: Buffer): Buffer {
  const mac = file.indexOf('\n--- ');
  const header = file.subarray(0, mac + 4);
  const endOfHeader = file.indexOf(10, mac + 1) + 1;
  const [version, stanza, body] = header.toString('latin1').split('\n');
  if (version !== 'age-encryption.org/v1' || !stanza?.startsWith('-> X25519 ')) throw new Error('not ours');
  const ephemeral = Buffer.from(stanza.slice('-> X25519 '.length), 'base64');
  const mine = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), segreto]),
    format: 'der',
    type: 'pkcs8',
  });
  const recipient = createPublicKey(mine).export({ type: 'spki', format: 'der' }).subarray(-32);
  const theirs = createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), ephemeral]),
    format: 'der',
    type: 'spki',
  });
  const shared = diffieHellman({ privateKey: mine, publicKey: theirs });
  const wrap = hkdf(shared, Buffer.concat([ephemeral, recipient]), 'age-encryption.org/v1/X25519');
  const fileKey = chacha(wrap, Buffer.alloc(12), Buffer.from(body ?? '', 'base64'));
  const expected = createHash('sha256'); // HMAC by hand, to owe nothing to anybody
  const macKey = Buffer.concat([hkdf(fileKey, Buffer.alloc(0), 'header'), Buffer.alloc(32)]);
  const inner = expected.update(Buffer.concat([macKey.map((b) => b ^ 0x36), header])).digest();
  const outer = createHash('sha256')
    .update(Buffer.concat([macKey.map((b) => b ^ 0x5c), inner]))
    .digest();
  if (!outer.equals(Buffer.from(file.subarray(mac + 5, endOfHeader - 1).toString('latin1'), 'base64')))
    throw new Error('header');
  const nonce = file.subarray(endOfHeader, endOfHeader + 16);
  return openChunks(file.subarray(endOfHeader + 16), hkdf(fileKey, nonce, 'payload'));
}

function openChunks(payload: Buffer, key: Buffer): Buffer {
  const chunk = 64 * 1024 + 16;
  const parts: Buffer[] = [];
  for (let at = 0, n = 0; at < payload.length; at += chunk, n++) {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(n, 7);
    if (at + chunk >= payload.length) nonce[11] = 1;
    parts.push(chacha(key, nonce, payload.subarray(at, at + chunk)));
  }
  return Buffer.concat(parts);
}

function hkdf(key: Buffer, salt: Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, info, 32));
}

function chacha(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: 16 });
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

/** The 32 bytes of `AGE-SECRET-KEY-1…` (BIP 173; the checksum is not looked at). */
function bech32(testo: string): Buffer {
  const values = [...testo.toLowerCase().slice(testo.lastIndexOf('1') + 1, -6)].map((c) =>
    'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.indexOf(c),
  );
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The entries of a zip by its central directory, in its order. */
function listZip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf('PK\x05\x06');
  let at = zip.readUInt32LE(end + 16);
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size, names, extra, comment] = [10, 20, 28, 30, 32].map((offset) =>
      offset === 20 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    ) as [number, number, number, number, number];
    const name = zip.toString('utf8', at + 46, at + 46 + names);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    files.set(name, method === 8 ? inflateRawSync(data) : data);
    at += 46 + names + extra + comment;
  }
  return files;
}
