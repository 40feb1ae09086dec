import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';

/** A report as it is put on paper. */
export interface RelazioneScritta {
  readonly titolo: string;
  /** who it is about, and the struttura */
  readonly sottotitolo: readonly string[];
  /** at the head of every page: whose paper it is */
  readonly intestazione: string;
  /** at the foot of every page, before its number: which report, of whom, of what day */
  readonly piede: string;
  /** more than one line where it has them */
  readonly destinatario: string | null;
  readonly sezioni: readonly { readonly titolo: string; readonly testo: string }[];
  /** the day, and who wrote it */
  readonly firma: { readonly giorno: string; readonly autore: string };
}

const GRIGIO = '5B646B';
/** 2.5 cm around, in twentieths of a point. */
const MARGINE = 1417;
/** What is left between the margins of an A4, in twentieths of a point. */
const LARGHEZZA = 11_906 - 2 * MARGINE;
const ELENCO = 'elenco';

/** Black on white, sober: it is read on paper, by an office. Sizes in half points, spaces in twentieths of a point. */
const STILI = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, language: { value: 'it-IT' } },
      paragraph: { spacing: { after: 80, line: 264 } },
    },
    title: { run: { size: 32, bold: true, color: '000000' }, paragraph: { spacing: { after: 120 } } },
    heading1: {
      run: { size: 24, bold: true, color: '000000' },
      paragraph: { spacing: { before: 280, after: 80 }, keepNext: true, keepLines: true },
    },
  },
};

/** The report as an OOXML document (ISO/IEC 29500): headings are true headings, lists true lists, A4, pages numbered. */
export async function writeDocx(relazione: RelazioneScritta): Promise<Uint8Array<ArrayBuffer>> {
  const { titolo, sottotitolo, intestazione, piede, destinatario, sezioni, firma } = relazione;
  const margin = { top: MARGINE, right: MARGINE, bottom: MARGINE, left: MARGINE };
  const documento = new Document({
    creator: 'Approdo',
    title: titolo,
    styles: STILI,
    numbering: { config: [{ reference: ELENCO, levels: [LIVELLO] }] },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin } },
        headers: { default: new Header({ children: [piccolo([intestazione])] }) },
        footers: { default: new Footer({ children: [pagina(piede)] }) },
        children: [
          ...(destinatario ?? '')
            .split('\n')
            .filter((riga) => riga.trim() !== '')
            .map((text, n, righe) => aDestra(text, n === righe.length - 1 ? 360 : 0)),
          new Paragraph({ text: senzaTagli(titolo), heading: HeadingLevel.TITLE }),
          ...sottotitolo.map((text) => new Paragraph({ text, spacing: { after: 0 } })),
          ...sezioni.flatMap((sezione) => [
            new Paragraph({ text: senzaTagli(sezione.titolo), heading: HeadingLevel.HEADING_1 }),
            ...sezione.testo.split('\n').map(paragrafo),
          ]),
          ...blocco(firma),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(documento));
}

const LIVELLO = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '–',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 340, hanging: 340 } } },
};

/** `lett. a` and `94-ter` stay on one line. */
function senzaTagli(testo: string): string {
  return testo.replaceAll(/\b(art|lett|n)\. /g, '$1.\u00a0').replaceAll(/(\d)-(bis|ter|quater)\b/g, '$1\u2011$2');
}

function paragrafo(riga: string): Paragraph {
  if (riga.startsWith('- '))
    return new Paragraph({ text: riga.slice(2), numbering: { reference: ELENCO, level: 0 }, spacing: { after: 40 } });
  return new Paragraph({ text: riga, spacing: { after: 80 } });
}

function aDestra(text: string, after: number): Paragraph {
  return new Paragraph({ text, alignment: AlignmentType.RIGHT, spacing: { after } });
}

/** The day, a line to sign on, who signs under it: always on one page. */
function blocco({ giorno, autore }: RelazioneScritta['firma']): Paragraph[] {
  const insieme: IParagraphOptions = { keepNext: true, keepLines: true };
  const riga = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 4 };
  return [
    new Paragraph({ ...insieme, text: giorno, spacing: { before: 560, after: 720 } }),
    new Paragraph({
      ...{ text: autore, keepLines: true, alignment: AlignmentType.CENTER },
      ...{ indent: { left: LARGHEZZA / 2 }, border: { top: riga } },
    }),
  ];
}

function piccolo(children: (string | Tab)[], altro: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...altro, children: [new TextRun({ size: 18, color: GRIGIO, children })] });
}

function pagina(piede: string): Paragraph {
  const numero = ['pagina ', PageNumber.CURRENT, ' di ', PageNumber.TOTAL_PAGES];
  return piccolo([piede, new Tab(), ...numero], { tabStops: [{ type: TabStopType.RIGHT, position: LARGHEZZA }] });
}
