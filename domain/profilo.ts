/** The scheda d'ingresso as the reports count it (counting.md rule 15). null: not recorded. Values of resources/liste. */
export interface Profilo {
  statoCivile: string | null;
  figliMinori: string | null;
  istruzione: string | null;
  occupazione: string | null;
  provenienza: string | null;
  carcerazioni: string | null;
  dipendenza: string | null;
}

type CampoProfilo = keyof Profilo;

/** The keys of formats.md §3 in its order, with the field they come from. */
export const VOCI_PROFILO = [
  ['stato_civile', 'statoCivile'],
  ['figli_minori', 'figliMinori'],
  ['istruzione', 'istruzione'],
  ['occupazione', 'occupazione'],
  ['provenienza', 'provenienza'],
  ['carcerazioni', 'carcerazioni'],
  ['dipendenza', 'dipendenza'],
] as const satisfies readonly (readonly [string, CampoProfilo])[];

export type VoceProfilo = (typeof VOCI_PROFILO)[number][0];

/** Persons by value, for each voice of the profile. */
export type ConteggioProfilo = Record<VoceProfilo, Record<string, number>>;

/** What a missing value is counted as. */
const NON_NOTO = 'non_noto';

export const PROFILO_VUOTO: Profilo = {
  statoCivile: null,
  figliMinori: null,
  istruzione: null,
  occupazione: null,
  provenienza: null,
  carcerazioni: null,
  dipendenza: null,
};

const ETICHETTE: Record<CampoProfilo, string> = {
  statoCivile: 'stato civile',
  figliMinori: 'figli minori',
  istruzione: 'titolo di studio',
  occupazione: 'occupazione',
  provenienza: 'provenienza',
  carcerazioni: 'precedenti carcerazioni',
  dipendenza: 'mono o polidipendenza',
};

/** Counts the profiles given, one per person; a missing value counts as `non_noto`; values in alphabetical order. */
export function contaProfili(profili: Iterable<Profilo>): ConteggioProfilo {
  const conta = new Map<VoceProfilo, Map<string, number>>(VOCI_PROFILO.map(([voce]) => [voce, new Map()]));
  for (const p of profili) {
    for (const [voce, campo] of VOCI_PROFILO) {
      const righe = conta.get(voce);
      const valore = valoreContato(p[campo]);
      righe?.set(valore, (righe.get(valore) ?? 0) + 1);
    }
  }
  const ordinate = ([voce]: (typeof VOCI_PROFILO)[number]) => [voce, inOrdine(conta.get(voce) ?? new Map())] as const;
  return Object.fromEntries(VOCI_PROFILO.map(ordinate)) as ConteggioProfilo;
}

function valoreContato(valore: string | null): string {
  return valore || NON_NOTO;
}

/** Whether `contaProfili` counts this profile under this value of a voice. */
export function haValore(profilo: Profilo, voce: VoceProfilo, valore: string): boolean {
  return VOCI_PROFILO.some(([nome, campo]) => nome === voce && valoreContato(profilo[campo]) === valore);
}

/** A plain object with the keys of the map in alphabetical order. */
function inOrdine(righe: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...righe].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Fields that are asked of an ospite of this utenza: a minor has no schooling or prison to declare, only DUS and DUA a dependence. */
function campiRichiesti(utenza: string | null): CampoProfilo[] {
  if (utenza === 'MINORE') return ['provenienza'];
  const tutti = VOCI_PROFILO.map(([, campo]) => campo);
  return utenza === 'DUS' || utenza === 'DUA' ? tutti : tutti.filter((c) => c !== 'dipendenza');
}

/** The labels of the fields still empty in the scheda. `non_noto` is an answer; empty is not. */
export function campiMancanti(profilo: Profilo, utenza: string | null): string[] {
  const mancanti = campiRichiesti(utenza)
    .filter((campo) => !profilo[campo])
    .map((campo) => ETICHETTE[campo]);
  return utenza ? mancanti : ['tipologia di utenza', ...mancanti];
}

/** What the scheda asks besides the profile: who pays, who follows, the papers of the first days. null: not written. */
export interface Accoglienza {
  readonly entePagante: string | null;
  readonly caseManager: string | null;
  readonly informativaIl: string | null;
  readonly certificazione: string | null;
  readonly responsabilitaGenitoriale: string | null;
}

const ETICHETTE_ACCOGLIENZA: Record<keyof Accoglienza, string> = {
  entePagante: 'ente pagante',
  caseManager: 'operatore di riferimento',
  informativaIl: 'data dell’informativa privacy',
  certificazione: 'numero di certificazione',
  responsabilitaGenitoriale: 'responsabilità genitoriale',
};

/** Fields asked of everybody, and of whom besides: only the users of substances and alcohol are certified (D.P.R. 309/1990, art. 113-116). */
const CHIESTI: readonly (readonly [keyof Accoglienza, readonly string[] | null])[] = [
  ['entePagante', null],
  ['caseManager', null],
  ['informativaIl', null],
  ['certificazione', ['DUS', 'DUA']],
  ['responsabilitaGenitoriale', ['MINORE']],
];

/** The labels of what is still empty of the admission, for an ospite of this utenza. `leggibile`: whether who asks may know of a field. */
export function accoglienzaMancante(
  accoglienza: Accoglienza,
  utenza: string | null,
  leggibile: (campo: keyof Accoglienza) => boolean = () => true,
): string[] {
  return CHIESTI.filter(([, di]) => di === null || (utenza !== null && di.includes(utenza)))
    .filter(([campo]) => !accoglienza[campo] && leggibile(campo))
    .map(([campo]) => ETICHETTE_ACCOGLIENZA[campo]);
}
