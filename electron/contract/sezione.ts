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
