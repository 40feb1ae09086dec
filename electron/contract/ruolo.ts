/** Who may call what. The first account of a community is `responsabile`, of the central office `accoglienza`. */
export const RUOLI = ['educatore', 'responsabile', 'sanitario', 'accoglienza', 'direzione', 'amministratore'] as const;
export type Ruolo = (typeof RUOLI)[number];

/** Who keeps the register of a community. */
export const COMUNITA = ['educatore', 'responsabile', 'sanitario'] as const satisfies readonly Ruolo[];
/** Who answers for a community: closes, exports, imports. */
export const RESPONSABILI = ['responsabile'] as const satisfies readonly Ruolo[];
export const CENTRALE = ['accoglienza'] as const satisfies readonly Ruolo[];
/** The roles that mean something in an installation. */
export function ruoliDi(installazione: 'comunita' | 'centrale'): Ruolo[] {
  const altrove: readonly Ruolo[] = installazione === 'centrale' ? COMUNITA : CENTRALE;
  return RUOLI.filter((ruolo) => !altrove.includes(ruolo));
}

/** Who decides who may enter. */
export const GESTORI = ['responsabile', 'accoglienza', 'amministratore'] as const satisfies readonly Ruolo[];
/** Everyone who may see names. */
export const NOMINATIVI = ['educatore', 'responsabile', 'sanitario', 'accoglienza'] as const satisfies readonly Ruolo[];
/** Everyone who may see figures without names. */
export const CIFRE = [
  'educatore',
  'responsabile',
  'sanitario',
  'accoglienza',
  'direzione',
] as const satisfies readonly Ruolo[];
