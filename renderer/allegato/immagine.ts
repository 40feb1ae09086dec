/** The longer side of a photograph as it is kept, pixels: a face, not a poster. */
const LATO = 480;
const QUALITA = 0.85;
const CHUNK = 0x8000;

/**
 * A photograph made small in the window before it is sent. What the camera wrote beside the picture (where, when, with what)
 * does not go with it.
 * @throws when the file is not an image the browser reads
 */
export async function riduciFoto(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bitmap = await createImageBitmap(file);
  const scala = Math.min(1, LATO / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scala));
  canvas.height = Math.max(1, Math.round(bitmap.height * scala));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await new Promise<Blob | null>((fatto) => canvas.toBlob(fatto, 'image/jpeg', QUALITA));
  if (!blob) throw new Error('the canvas gave no image');
  return new Uint8Array(await blob.arrayBuffer());
}

/** Bytes as the address of an image: they stay in the page, no file is written anywhere. */
export function daMostrare(mime: string, bytes: Uint8Array): string {
  const pezzi: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) pezzi.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return `data:${mime};base64,${btoa(pezzi.join(''))}`;
}
