import { avvisaErrore } from '../shell/avvisi.tsx';

/** Electron makes the PDF itself; in a browser the person chooses printer or PDF. */
export function stampa(): void {
  if (window.approdo) Promise.resolve(window.approdo.printPdf()).catch(avvisaErrore);
  else window.print();
}
