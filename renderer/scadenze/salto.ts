import type { VoceScadenza } from '../../domain/scadenza-regola.ts';

/** The tab of the guest's page where what meets a deadline is written. */
const SEZIONE: Readonly<Record<VoceScadenza, string>> = {
  relazione_dimissione: 'percorso',
  comunicazioni_dimissione: 'percorso',
  progetto_individuale: 'progetto',
  verifica_inviante: 'incontri',
  riesame_progetto: 'progetto',
  durata_massima: 'scheda',
  relazione_94ter: 'giuridica',
  violazione: 'giuridica',
  stp_eni: 'percorso',
  maggiore_eta: 'scheda',
  assenza_ricovero: 'percorso',
  assenza_carcere: 'percorso',
  assenza_altra: 'percorso',
  relazione_incontro: 'incontri',
  prossima_visita: 'salute',
  udienza: 'giuridica',
  fine_misura: 'giuridica',
  fine_pena: 'giuridica',
  documento: 'documenti',
  documento_giuridico: 'giuridica',
  obiettivo: 'progetto',
  azione: 'progetto',
  promemoria: 'percorso',
};

/** Which tab of the guest's page a deadline opens. */
export function sezioneDi(voce: VoceScadenza): string {
  return SEZIONE[voce];
}
