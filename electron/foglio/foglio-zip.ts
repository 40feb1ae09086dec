import { crc32, createInflateRaw } from 'node:zlib';
import { BufferReader, RemoteZipReader } from '@cj-tech-master/excelts/archive';
import { ErroreApprodo } from '../../domain/errore.ts';
import { foglioIllegibile, LIMITI } from './foglio-grezzo.ts';

const DANNEGGIATO = 'è danneggiato. Aprirlo con il foglio di calcolo, salvarlo di nuovo e riprovare.';
const ENORME = 'una volta scompattato è troppo grande. Dividerlo in più cartelle.';

/** The parts of an XLSX file, unpacked one at a time and in pieces: nothing of it is ever written to disk. */
export class ZipFoglio {
  private readonly nome: string;
  private readonly zip: RemoteZipReader;
  private aperti = 0;

  private constructor(nome: string, zip: RemoteZipReader) {
    this.nome = nome;
    this.zip = zip;
  }

  /** @throws ErroreApprodo `foglio.illeggibile` */
  static async open(nome: string, bytes: Uint8Array): Promise<ZipFoglio> {
    try {
      return new ZipFoglio(nome, await RemoteZipReader.fromReader(new BufferReader(bytes)));
    } catch {
      throw foglioIllegibile(nome, DANNEGGIATO);
    }
  }

  has(parte: string): boolean {
    return this.zip.hasEntry(parte);
  }

  /**
   * The text of a part, in pieces. The declared size is looked at before anything is unpacked, the real one while it is,
   * and the checksum at the end.
   * @throws ErroreApprodo `foglio.illeggibile`
   */
  async *text(parte: string, limite: number = LIMITI.scompattato): AsyncGenerator<string> {
    const entry = this.zip.getEntry(parte);
    if (!entry) throw this.damaged();
    const { uncompressedSize, compressionMethod } = entry;
    if (entry.isEncrypted) throw foglioIllegibile(this.nome, 'è protetto da password. Salvarlo senza password.');
    this.aperti += uncompressedSize;
    if (uncompressedSize > limite || this.aperti > LIMITI.scompattato) throw foglioIllegibile(this.nome, ENORME);
    if (compressionMethod !== 0 && compressionMethod !== 8) throw this.damaged();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let letti = 0;
    let crc = 0;
    try {
      const raw = (await this.zip.getRawCompressedData(entry)) ?? new Uint8Array();
      for await (const pezzo of compressionMethod === 0 ? [raw] : inflate(raw)) {
        letti += pezzo.byteLength;
        if (letti > uncompressedSize) throw this.damaged();
        crc = crc32(pezzo, crc);
        yield decoder.decode(pezzo, { stream: true });
      }
      yield decoder.decode();
    } catch (error) {
      throw error instanceof ErroreApprodo ? error : this.damaged();
    }
    if (letti !== uncompressedSize || crc !== entry.crc32) throw this.damaged();
  }

  damaged(): ErroreApprodo {
    return foglioIllegibile(this.nome, DANNEGGIATO);
  }
}

function inflate(raw: Uint8Array): AsyncIterable<Uint8Array> {
  const motore = createInflateRaw({ chunkSize: 64 * 1024 });
  motore.end(raw);
  return motore;
}
