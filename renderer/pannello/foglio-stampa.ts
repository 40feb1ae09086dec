import { useEffect } from 'react';

/**
 * What a printed sheet is like (CSS Paged Media): the foot of every page is the shell's, the size is the page's own. Rules of a
 * style file would stay once loaded, and turn every later print: these are of who is on the screen, and go away with it.
 */
type Posto = 'piede' | 'pagina';

let fogli: Readonly<Record<Posto, CSSStyleSheet>> | undefined;

function foglioDi(posto: Posto): CSSStyleSheet | undefined {
  if (!('adoptedStyleSheets' in document)) return undefined;
  if (!fogli) {
    fogli = { piede: new CSSStyleSheet(), pagina: new CSSStyleSheet() };
    // the page's after the shell's: what it says wins
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, fogli.piede, fogli.pagina];
  }
  return fogli[posto];
}

function useRegole(posto: Posto, regole: string): void {
  useEffect(() => {
    foglioDi(posto)?.replaceSync(regole);
    return () => foglioDi(posto)?.replaceSync('');
  }, [posto, regole]);
}

/** A text as a CSS string. */
function stringa(testo: string): string {
  return `"${testo.replaceAll(/["\\\p{Cc}]/gu, (c) => `\\${c.codePointAt(0)?.toString(16)} `)}"`;
}

/** At the foot of every sheet, left of its number: whose paper it is, and the day. */
export function usePiedeStampa(testo: string): void {
  useRegole('piede', `@page { @bottom-left { content: ${stringa(testo)} } }`);
}

/** The sheet of the night: one page for a whole house, its signature on it. */
const STRETTO = '@page { margin: 10mm 10mm 13mm }';

export function useFoglioStretto(): void {
  useRegole('pagina', STRETTO);
}

/** The month's sheets: lying, to the edge of what a printer prints, with a head and a foot of their own. */
const ORIZZONTALE = `@page {
  size: A4 landscape;
  margin: 8mm;
  @bottom-left { content: none }
  @bottom-right { content: none }
}`;

export function useFoglioOrizzontale(): void {
  useRegole('pagina', ORIZZONTALE);
}
