import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { ErroreApprodo } from '../../domain/errore.ts';

/**
 * One file out of a few: POSIX ustar (any `tar` opens it), entries in the order given, plain, no folders.
 * Each entry: 512-byte header, content, zeros up to 512; two empty blocks at the end.
 */
const BLOCCO = 512;
const PEZZO = 1 << 20;

export interface Voce {
  readonly nome: string;
  readonly contenuto: { readonly file: string } | { readonly bytes: Uint8Array };
}

/** Writes the container in a new file, flushed to the disk. @throws NodeJS.ErrnoException */
export function writeContenitore(file: string, voci: readonly Voce[], atMs: number): void {
  const out = openSync(file, 'wx', 0o600);
  try {
    for (const { nome, contenuto } of voci) {
      const size = 'file' in contenuto ? statSync(contenuto.file).size : contenuto.bytes.length;
      writeAll(out, header(nome, size, atMs));
      if ('file' in contenuto) copyRange(contenuto.file, 0, size, (piece) => writeAll(out, piece));
      else writeAll(out, contenuto.bytes);
      writeAll(out, new Uint8Array((BLOCCO - (size % BLOCCO)) % BLOCCO));
    }
    writeAll(out, new Uint8Array(2 * BLOCCO));
    fsyncSync(out);
  } finally {
    closeSync(out);
  }
}

/** Where each entry is. @throws ErroreApprodo `copia.danneggiata` when it is not such a container, or is cut. */
export function readIndice(file: string): Map<string, { inizio: number; lunghezza: number }> {
  const total = statSync(file).size;
  const entries = new Map<string, { inizio: number; lunghezza: number }>();
  for (let at = 0; at + BLOCCO <= total; ) {
    const block = readRange(file, at, BLOCCO);
    if (block.every((byte) => byte === 0)) return entries;
    const { nome, size } = parseHeader(block);
    if (at + BLOCCO + size > total) break;
    entries.set(nome, { inizio: at + BLOCCO, lunghezza: size });
    at += BLOCCO + Math.ceil(size / BLOCCO) * BLOCCO;
  }
  throw danneggiata();
}

export function readRange(file: string, start: number, length: number): Buffer {
  const pieces: Buffer[] = [];
  copyRange(file, start, length, (piece) => pieces.push(Buffer.from(piece)));
  return Buffer.concat(pieces);
}

/** Takes one entry out into a new file, flushed, and returns the hex SHA-256 of what was written. */
export function extractRange(file: string, start: number, length: number, to: string): string {
  const out = openSync(to, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    copyRange(file, start, length, (piece) => {
      hash.update(piece);
      writeAll(out, piece);
    });
    fsyncSync(out);
    return hash.digest('hex');
  } finally {
    closeSync(out);
  }
}

/** hex SHA-256 of a file. */
export function hashFile(file: string): string {
  const hash = createHash('sha256');
  copyRange(file, 0, statSync(file).size, (piece) => hash.update(piece));
  return hash.digest('hex');
}

export function danneggiata(): ErroreApprodo {
  return new ErroreApprodo(
    'copia.danneggiata',
    'Il file non è una copia di Approdo, oppure è incompleto o danneggiato: usare un’altra copia.',
  );
}

function copyRange(file: string, start: number, length: number, take: (piece: Uint8Array) => void): void {
  const input = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(PEZZO, Math.max(length, 1)));
    for (let done = 0; done < length; ) {
      const read = readSync(input, buffer, 0, Math.min(buffer.length, length - done), start + done);
      if (read === 0) throw danneggiata();
      take(buffer.subarray(0, read));
      done += read;
    }
  } finally {
    closeSync(input);
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

function header(nome: string, size: number, atMs: number): Buffer {
  const block = Buffer.alloc(BLOCCO);
  const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`;
  block.write(nome, 0, 100, 'latin1');
  block.write(octal(0o600, 8), 100, 'latin1');
  block.write(octal(0, 8), 108, 'latin1');
  block.write(octal(0, 8), 116, 'latin1');
  block.write(octal(size, 12), 124, 'latin1');
  block.write(octal(Math.floor(atMs / 1000), 12), 136, 'latin1');
  block.write('        ', 148, 'latin1');
  block.write('0', 156, 'latin1');
  block.write('ustar\x0000', 257, 'latin1');
  block.write(`${octal(checksum(block), 7)} `, 148, 'latin1');
  return block;
}

function parseHeader(block: Buffer): { nome: string; size: number } {
  const text = (from: number, to: number) => block.toString('latin1', from, to).replace(/\0.*$/, '');
  const expected = Number.parseInt(text(148, 155), 8);
  const blank = Buffer.from(block);
  blank.write('        ', 148, 'latin1');
  const size = Number.parseInt(text(124, 136), 8);
  if (text(257, 262) !== 'ustar' || checksum(blank) !== expected || !Number.isSafeInteger(size)) throw danneggiata();
  return { nome: text(0, 100), size };
}

function checksum(block: Buffer): number {
  return block.reduce((sum, byte) => sum + byte, 0);
}
