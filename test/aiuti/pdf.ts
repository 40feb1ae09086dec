import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A page of a PDF as it is read: its words in order, and its sides in millimetres. */
export interface PaginaLetta {
  readonly testo: string;
  readonly larghezza: number;
  readonly altezza: number;
}

/** What is written on each page of a PDF. */
export async function leggiPdf(bytes: Uint8Array): Promise<PaginaLetta[]> {
  const lavoro = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 });
  const pdf = await lavoro.promise;
  const pagine: PaginaLetta[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const pagina = await pdf.getPage(n);
    const { items } = await pagina.getTextContent();
    const { width, height } = pagina.getViewport({ scale: 25.4 / 72 });
    const testo = items
      .map((uno) => ('str' in uno ? `${uno.str}${uno.hasEOL ? ' ' : ''}` : ''))
      .join('')
      .replaceAll(/\s+/g, ' ');
    pagine.push({ testo, larghezza: Math.round(width), altezza: Math.round(height) });
  }
  await lavoro.destroy();
  return pagine;
}
