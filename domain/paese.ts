const NOMI = new Intl.DisplayNames('it', { type: 'region', fallback: 'none' });
/** Beside ISO 3166: unknown, stateless, Kosovo; the first name is the one shown. */
const SPECIALI: readonly (readonly [nome: string, sigla: string])[] = [
  ['Non nota', 'XX'],
  ['Sconosciuta', 'XX'],
  ['Apolide', 'ZZ'],
  ['Kosovo', 'XK'],
];
const SIGLE_SPECIALI: ReadonlySet<string> = new Set(SPECIALI.map(([, sigla]) => sigla));
/** Regions that have a code and a name but no citizens. */
const NON_STATI = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);
const LETTERE = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));

export interface Paese {
  /** ISO 3166 alpha-2; XX unknown, ZZ stateless, XK Kosovo */
  readonly sigla: string;
  /** in Italian */
  readonly nome: string;
}

/** The Italian name of a code in use; undefined for none and for withdrawn ones (`YU`, `SU`), which Intl renames. */
function nomeStato(sigla: string): string | undefined {
  if (NON_STATI.has(sigla) || SIGLE_SPECIALI.has(sigla)) return undefined;
  return new Intl.Locale(`und-${sigla}`).region === sigla ? NOMI.of(sigla) : undefined;
}

let stati: readonly Paese[] | undefined;

/** Every citizenship, by name; unknown and stateless at the end, each with every name it goes by. */
export function listPaesi(): readonly Paese[] {
  stati ??= [
    ...LETTERE.flatMap((a) => LETTERE.map((b) => a + b))
      .flatMap((sigla) => {
        const nome = nomeStato(sigla);
        return nome === undefined ? [] : [{ sigla, nome }];
      })
      .sort((a, b) => a.nome.localeCompare(b.nome, 'it')),
    ...SPECIALI.map(([nome, sigla]) => ({ sigla, nome })),
  ];
  return stati;
}

/** The Italian name of a citizenship, or its letters. */
export function nomePaese(sigla: string): string {
  return listPaesi().find((paese) => paese.sigla === sigla)?.nome ?? sigla;
}
