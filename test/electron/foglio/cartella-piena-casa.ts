import type { RigaScritta } from './cartella.ts';

export const LA_CASA: Record<string, RigaScritta[]> = {
  contatti: [
    {
      ...{
        id: 'C1',
        ospite: 'O2',
        legame: 'la zia',
        nome: 'Mirela Zampironi',
        telefono: '333 0000002',
        tipo: 'famigliare',
      },
      ...{ incontri: 'protetto', riservato: 'no' },
    },
  ],
  avvertenze: [{ id: 'Y1', ospite: 'O2', tipo: 'allergia', testo: 'arachidi', dal: '2025-02-03', al: '2029-12-31' }],
  stanze: [
    {
      id: 'K1',
      struttura: 'BETULLA',
      modulo: 'BETULLA-NUC',
      nome: 'Stanza 3',
      letti: '3',
      dal: '2024-01-01',
      al: '2030-12-31',
    },
  ],
  alloggi: [{ id: 'L1', ingresso: 'I1', dal: '2025-02-03', stanza: 'K1', letto: 'finestra' }],
  operatori: [
    {
      id: 'P1',
      struttura: 'BETULLA',
      nome: 'Ottavia Bergamaschi',
      qualifica: 'educatrice',
      dal: '2022-09-01',
      al: '2028-08-31',
    },
  ],
  regole_assenza: [
    {
      ...{ id: 'E1', ente_pagante: 'ATS di altrove', dal: '2025-01-01', al: '2027-12-31' },
      ...{ uscita_assente: 'si', rientro_assente: 'si' },
    },
  ],
  regole_scadenza: [
    {
      id: 'F1',
      regola: 'progetto_individuale',
      modulo: 'ONTANO-TR',
      giorni: '20',
      mesi: '1',
      anticipo: '10',
      attiva: 'si',
    },
  ],
  promemoria: [
    { id: 'B1', struttura: 'BETULLA', ospite: 'O1', testo: 'rinnovo STP', entro: '2025-07-01', fatto_il: '2025-06-20' },
  ],
  voci_lista: [
    {
      ...{
        lista: 'servizio',
        valore: 'sportello_pieve',
        etichetta: 'Sportello di Pieve',
        sinonimi: 'sportello|punto unico',
      },
      ...{ dal: '2025-01-01', al: '2030-12-31', ordine: '100', origine: 'locale' },
      ...{ durata_massima_mesi: '', durata_massima_giorni: '', relazione_ogni_mesi: '' },
    },
    {
      ...{ lista: 'misura', valore: 'lavori_con_programma', etichetta: 'Lavori con programma', sinonimi: 'lavori' },
      ...{ dal: '', al: '', ordine: '101', origine: 'locale' },
      ...{ durata_massima_mesi: '', durata_massima_giorni: '', relazione_ogni_mesi: '4' },
    },
    {
      ...{ lista: 'tipologia_modulo', valore: 'PON', etichetta: 'Ponte', sinonimi: '', dal: '', al: '' },
      ...{
        ordine: '102',
        origine: 'locale',
        durata_massima_mesi: '3',
        durata_massima_giorni: '',
        relazione_ogni_mesi: '',
      },
    },
    {
      ...{ lista: 'tipologia_modulo', valore: 'SOS', etichetta: 'Sosta', sinonimi: '', dal: '', al: '' },
      ...{
        ordine: '103',
        origine: 'locale',
        durata_massima_mesi: '',
        durata_massima_giorni: '40',
        relazione_ogni_mesi: '',
      },
    },
  ],
};
