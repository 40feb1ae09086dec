/** What a file kept with a guest is. */
export const TIPI_ALLEGATO = ['foto', 'documento', 'consenso', 'sanitario', 'giuridico', 'relazione', 'altro'] as const;
export type TipoAllegato = (typeof TIPI_ALLEGATO)[number];

/** Ten megabytes: a document of several pages scanned, not a film. */
export const MASSIMO_ALLEGATO = 10 * 1024 * 1024;

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** What is taken: the ending of the name, the media type, the bytes it begins with (none: text). */
const FORMATI: readonly { readonly fine: string; readonly mime: string; readonly inizio: readonly number[] }[] = [
  { fine: 'jpg', mime: 'image/jpeg', inizio: [0xff, 0xd8, 0xff] },
  { fine: 'jpeg', mime: 'image/jpeg', inizio: [0xff, 0xd8, 0xff] },
  { fine: 'png', mime: 'image/png', inizio: [0x89, 0x50, 0x4e, 0x47] },
  { fine: 'webp', mime: 'image/webp', inizio: [0x52, 0x49, 0x46, 0x46] },
  { fine: 'pdf', mime: 'application/pdf', inizio: [0x25, 0x50, 0x44, 0x46] },
  { fine: 'docx', mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', inizio: ZIP },
  { fine: 'odt', mime: 'application/vnd.oasis.opendocument.text', inizio: ZIP },
  { fine: 'txt', mime: 'text/plain', inizio: [] },
];

/** The endings taken, as `<input accept>` wants them. */
export const ESTENSIONI_ALLEGATO: readonly string[] = FORMATI.map(({ fine }) => `.${fine}`);

/** The media type of a file by its name and by what it begins with; undefined: not one of those taken, or not what its name says. */
export function mimeAllegato(nomeFile: string, bytes: Uint8Array): string | undefined {
  const fine = nomeFile.toLowerCase().split('.').at(-1) ?? '';
  const formato = FORMATI.find((uno) => uno.fine === fine);
  if (!formato || bytes.length === 0) return undefined;
  const torna =
    formato.inizio.length === 0 ? !bytes.includes(0) : formato.inizio.every((byte, indice) => bytes[indice] === byte);
  return torna ? formato.mime : undefined;
}

/** Whether a page can show it by itself; the others are saved and opened elsewhere. */
export function isMostrabile(mime: string): boolean {
  return mime.startsWith('image/') || mime === 'text/plain' || mime === 'application/pdf';
}
