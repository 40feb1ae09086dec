import { saveBytes } from '../api/index.ts';
import { avvisa } from '../shell/avvisi.tsx';

/** Gives a file to the person through the browser's download, and says so with its name. */
export function consegnaFile(nome: string, bytes: Uint8Array, detto: (nome: string) => string, tipo?: string): void {
  saveBytes(nome, bytes, tipo);
  avvisa(detto(nome));
}
