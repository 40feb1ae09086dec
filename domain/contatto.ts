/** What somebody is to a guest. */
export const TIPI_CONTATTO = ['genitore', 'tutore', 'curatore', 'avvocato', 'medico', 'famigliare', 'altro'] as const;

/** Whether the guest may meet or hear them: as anybody, with somebody present, not at all (by order of an authority, or by choice). */
export const INCONTRI_CONTATTO = ['consentito', 'protetto', 'vietato'] as const;

/** Who stands for a guest that does not stand alone: shown beside a minor's name. */
export function isRappresentante(tipo: string | null): boolean {
  return tipo === 'tutore' || tipo === 'curatore' || tipo === 'genitore';
}
