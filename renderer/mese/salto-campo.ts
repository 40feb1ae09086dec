/** The tab of the guest's page where a field of the checks is filled; absent: the register of the month. */
const SEZIONE: Readonly<Record<string, string>> = {
  identita: 'percorso',
  minore: 'scheda',
  scheda: 'scheda',
  durata: 'scheda',
  visite: 'salute',
  incontri: 'incontri',
  attivita: 'attivita',
  assenze: 'percorso',
};

/** Which tab of the guest's page a field is on; undefined: it is in the register of the month. */
export function sezioneDelCampo(campo: string | undefined): string | undefined {
  return campo === undefined ? undefined : SEZIONE[campo];
}
