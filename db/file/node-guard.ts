import { ErroreApprodo } from '../../domain/errore.ts';

/**
 * The encrypting better-sqlite3 is Node-API 10: an older runtime dies without a word as soon as the file opens.
 * @throws ErroreApprodo `ambiente.node` before that can happen.
 */
export function assertRuntime(napi: string | undefined = process.versions['napi']): void {
  if (Number(napi ?? 0) < 10)
    throw new ErroreApprodo(
      'ambiente.node',
      `Questa versione di Node (${process.version}) non apre l’archivio: installare Node 24 e riprovare.`,
    );
}
