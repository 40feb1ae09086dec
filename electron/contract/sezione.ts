import type { Ruolo } from './ruolo.ts';

/** The parts of a guest's record that not everyone who sees names may read (GDPR art. 9 and 10, L. 135/1990 art. 5). */
export const SEZIONI = ['hiv', 'hcv', 'sostanze', 'giuridica', 'note'] as const;
export type Sezione = (typeof SEZIONI)[number];

/**
 * Which roles read which section. Who is not here receives the answer of a guest who has nothing there: same shape, same
 * bytes. One guest's section can be restricted further (`ospiti.darken`), never widened.
 */
export const LEGGE_SEZIONE: Readonly<Record<Sezione, readonly Ruolo[]>> = {
  hiv: ['responsabile', 'sanitario'],
  hcv: ['responsabile', 'sanitario'],
  sostanze: ['educatore', 'responsabile', 'sanitario', 'accoglienza'],
  giuridica: ['educatore', 'responsabile', 'sanitario', 'accoglienza'],
  note: ['responsabile', 'sanitario'],
};

/** What a section is, for people: docs/ruoli.md. */
export const COSA_SEZIONE: Readonly<Record<Sezione, string>> = {
  hiv: 'stato HIV',
  hcv: 'stato HCV',
  sostanze: 'sostanze primarie e secondarie, mono o polidipendenza',
  giuridica: 'misure dell’autorità giudiziaria, precedenti carcerazioni',
  note: 'note riservate',
};

/** What a role reads before any darkening. */
export function sezioniDi(ruolo: Ruolo): Sezione[] {
  return SEZIONI.filter((sezione) => LEGGE_SEZIONE[sezione].includes(ruolo));
}

/** The fields of the scheda d'ingresso that belong to a section, as the contract and the store's rows name them. */
export const CAMPI_SEZIONE = {
  hiv: 'hiv',
  hivIl: 'hiv',
  hcv: 'hcv',
  hcvIl: 'hcv',
  dipendenza: 'sostanze',
  sostanzePrimarie: 'sostanze',
  sostanzeSecondarie: 'sostanze',
  carcerazioni: 'giuridica',
  titoloAccoglienza: 'giuridica',
  comunicazioni: 'giuridica',
} as const satisfies Readonly<Record<string, Sezione>>;

export type CampoRiservato = keyof typeof CAMPI_SEZIONE;

/** Whether a role reads a field of the scheda, of a guest who darkened nothing. */
export function leggeCampo(ruolo: Ruolo, campo: string): boolean {
  if (!Object.hasOwn(CAMPI_SEZIONE, campo)) return true;
  return LEGGE_SEZIONE[CAMPI_SEZIONE[campo as CampoRiservato]].includes(ruolo);
}
