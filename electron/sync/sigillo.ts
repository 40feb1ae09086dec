import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ErroreApprodo } from '../../domain/errore.ts';

/** A new age X25519 identity (`AGE-SECRET-KEY-1…`). It never leaves the store. */
export function generateSigillo(): Promise<string> {
  return generateX25519Identity();
}

/** The public recipient (`age1…`) of an identity. */
export function sigilloPubblico(segreto: string): Promise<string> {
  return identityToRecipient(segreto);
}

/** Whether the text is an age X25519 recipient. */
export function isSigillo(testo: string): boolean {
  try {
    new Encrypter().addRecipient(testo);
    return testo.startsWith('age1');
  } catch {
    return false;
  }
}

/** A binary age file (age-encryption.org/v1) for one recipient. */
export function seal(bytes: Uint8Array, destinatario: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(destinatario);
  return encrypter.encrypt(bytes);
}

/** @throws ErroreApprodo `pacco.non_per_noi` (no stanza is ours), `pacco.danneggiato` (not age, cut, or changed) */
export async function unseal(bytes: Uint8Array, ...segreti: readonly string[]): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  for (const segreto of segreti) decrypter.addIdentity(segreto);
  try {
    return await decrypter.decrypt(bytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.includes('no identity matched'))
      throw new ErroreApprodo(
        'pacco.non_per_noi',
        'Il pacco è sigillato per un altro ufficio: chiedere alla comunità di registrare la nostra chiave e riesportarlo.',
        { cause: error },
      );
    throw new ErroreApprodo(
      'pacco.danneggiato',
      'Il file è incompleto o alterato, oppure non è un pacco di Approdo: farselo mandare di nuovo.',
      { cause: error },
    );
  }
}
