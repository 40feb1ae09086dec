import type { PDFDocumentProxy } from 'pdfjs-dist';

export type Pdf = PDFDocumentProxy;

/** The worker and the parts that a scan may ask for, copied beside the pages as they were made (electron.vite.config.ts). */
const PARTI = 'pdf/';
/** Pixels across: what a page is read at on a wide window, and no more memory than that. */
const LARGHEZZA_MASSIMA = 1600;

/**
 * Opens a PDF in a worker of its own (pdf.js): no plugin, no WebAssembly, no evaluated code, as the page's policy wants.
 * `pdf` is refused when the file is damaged or wants a password.
 */
export function apriPdf(bytes: Uint8Array): { readonly pdf: Promise<Pdf>; readonly chiudi: () => void } {
  let chiuso = false;
  let chiudi = () => {};
  const apri = async () => {
    const { getDocument, PDFWorker } = await import('pdfjs-dist');
    const parti = new URL(PARTI, document.baseURI);
    const port = new Worker(new URL('pdf.worker.min.js', parti), { type: 'module' });
    const worker = PDFWorker.create({ port });
    const lavoro = getDocument({
      // the worker takes what it is given
      data: bytes.slice(),
      worker,
      wasmUrl: parti.href,
      ...{ useWasm: false, useSystemFonts: true, enableXfa: false, stopAtErrors: false, verbosity: 0 },
    });
    chiudi = () => {
      void lavoro.destroy().finally(() => port.terminate());
    };
    if (chiuso) chiudi();
    return lavoro.promise;
  };
  return {
    pdf: apri(),
    chiudi: () => {
      chiuso = true;
      chiudi();
    },
  };
}

/** Draws a page as wide as its place. @throws when the page cannot be read */
export async function disegnaPagina(pdf: Pdf, numero: number, canvas: HTMLCanvasElement): Promise<void> {
  const pagina = await pdf.getPage(numero);
  const naturale = pagina.getViewport({ scale: 1 });
  const larghezza = Math.min(canvas.clientWidth * window.devicePixelRatio, LARGHEZZA_MASSIMA);
  const viewport = pagina.getViewport({ scale: larghezza / naturale.width });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await pagina.render({ canvas, viewport }).promise;
  pagina.cleanup();
}
