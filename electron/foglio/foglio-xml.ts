import { SaxParser } from '@cj-tech-master/excelts/xml';
import type { ZipFoglio } from './foglio-zip.ts';

/** What a reader of one XML part hears; names come without their prefix. */
export interface Ascolto {
  open?(nome: string, attributi: Readonly<Record<string, string>>): void;
  text?(testo: string): void;
  close?(nome: string): void;
}

/** Plain name of an element: some programs write every one as `x:row`. */
function semplice(nome: string): string {
  const due = nome.indexOf(':');
  return due === -1 ? nome : nome.slice(due + 1);
}

/** Characters without an element among them: far more than any cell. */
const MASSIMO_SILENZIO = 4_000_000;

/** Feeds one part to `ascolto`, giving back control after each piece. @throws ErroreApprodo `foglio.illeggibile` */
export async function* parseXml(
  zip: ZipFoglio,
  parte: string,
  ascolto: Ascolto,
  limite?: number,
): AsyncGenerator<void> {
  // the parser knows only the five entities of XML: counting them would refuse a long text full of `&amp;`
  const parser = new SaxParser({ position: false, invalidCharHandling: 'skip', maxEntityExpansions: 0 });
  // the parser keeps a text or an attribute whole: one without end is stopped here
  let silenzio = 0;
  parser.on('opentag', (tag) => {
    silenzio = 0;
    ascolto.open?.(semplice(tag.name), tag.attributes);
  });
  parser.on('text', (testo) => ascolto.text?.(testo));
  parser.on('cdata', (testo) => ascolto.text?.(testo));
  parser.on('closetag', (tag) => ascolto.close?.(semplice(tag.name)));
  for await (const pezzo of zip.text(parte, limite)) {
    silenzio += pezzo.length;
    if (silenzio > MASSIMO_SILENZIO) throw zip.damaged();
    feed(zip, () => parser.write(pezzo));
    yield;
  }
  feed(zip, () => parser.close());
}

function feed(zip: ZipFoglio, step: () => void): void {
  try {
    step();
  } catch {
    throw zip.damaged();
  }
}

/** Reads a small part to the end. @throws ErroreApprodo `foglio.illeggibile` */
export async function readXml(zip: ZipFoglio, parte: string, ascolto: Ascolto, limite?: number): Promise<void> {
  for await (const _ of parseXml(zip, parte, ascolto, limite));
}
