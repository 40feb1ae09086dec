import { formatNumero, plurale } from './numero.ts';

/** Words every page uses. */
export const comune = {
  approdo: 'Approdo',
  annulla: 'Annulla',
  chiudi: 'Chiudi',
  salva: 'Salva',
  correggi: 'Correggi',
  azioni: 'Azioni',
  stampa: 'Stampa',
  riprova: 'Riprova',
  altro: 'Altro',
  si: 'Sì',
  no: 'No',
  attesa: 'Un momento…',
  caricamento: 'Lettura in corso…',
  nessuno: 'nessuno',
  senzaRisposta: 'Approdo non risponde: quello che è già salvato resta al sicuro. Riavviare Approdo e riprovare.',
  erroreImprevisto:
    'Qualcosa non è andato come previsto e la pagina non si può mostrare. I dati salvati non sono toccati.',
  ricarica: 'Ricarica la pagina',
  interrompi: 'Interrompi',
  restano: (secondi: number) =>
    secondi < 60
      ? `ancora ${plurale(Math.max(1, secondi), 'secondo', 'secondi')} circa`
      : `ancora ${plurale(Math.ceil(secondi / 60), 'minuto', 'minuti')} circa`,
  finora: (fatto: number) => `${formatNumero(fatto)} finora`,
  fatti: (fatto: number, totale: number) => `${plurale(fatto, 'fatto', 'fatti')} su ${totale}`,
};
