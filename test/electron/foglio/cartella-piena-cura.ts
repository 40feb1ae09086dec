import type { RigaScritta } from './cartella.ts';

export const LA_CURA: Record<string, RigaScritta[]> = {
  diario: [
    {
      ...{ id: 'D1', struttura: 'BETULLA', ospite: 'O1', tipo: 'diario', data: '2025-03-08', ora: '21:40' },
      ...{ testo: 'Uscita serena.', importante: 'no', autore: 'Ottavia Bergamaschi', aggiunge_a: '' },
    },
    {
      ...{ id: 'D2', struttura: 'BETULLA', ospite: 'O1', tipo: 'consegna', data: '2025-03-10', ora: '22:05' },
      ...{ testo: 'Era alle 17:45, non alle 18.', importante: 'si', autore: 'Renzo Poli', aggiunge_a: 'D1' },
    },
  ],
  progetti: [
    {
      ...{
        id: 'J1',
        ingresso: 'I1',
        data: '2025-02-28',
        sintesi: 'autonomia con il figlio',
        redatto_da: 'Ottavia Bergamaschi',
      },
      ...{ condiviso_con: 'l’ospite, la tutela minori', al: '2025-04-10' },
    },
  ],
  obiettivi: [
    {
      ...{
        id: 'J1-1',
        progetto: 'J1',
        area: 'genitorialita',
        testo: 'accompagna il figlio a scuola',
        indicatore: 'quattro giorni su cinque',
      },
      ...{ entro: '2025-06-30', stato: 'parziale' },
    },
  ],
  azioni: [
    {
      id: 'J1-1a',
      obiettivo: 'J1-1',
      testo: 'prova del percorso',
      chi: 'Ottavia',
      entro: '2025-03-15',
      fatta_il: '2025-03-13',
    },
  ],
  verifiche_progetto: [
    {
      id: 'J1v',
      progetto: 'J1',
      data: '2025-03-31',
      esito: 'si prosegue',
      partecipanti: 'l’équipe',
      prossima: '2025-04-30',
    },
  ],
  evidenze: [
    { id: 'J1e', obiettivo: 'J1-1', foglio: 'incontri', registrazione: 'M1' },
    { id: 'J1f', obiettivo: 'J1-1', foglio: 'diario', registrazione: 'D1' },
  ],
  relazioni: [
    {
      ...{ id: 'Q1', ingresso: 'I1', tipo: 'dimissione', data: '2025-05-02', destinatario: 'Tutela minori di Pieve' },
      ...{
        sezioni: '## Programma\nDue mesi.\n\n## Esito\nConcluso.',
        autore: 'Ottavia Bergamaschi',
        inviata_il: '2025-05-02',
      },
    },
  ],
  adempimenti: [
    {
      ...{
        id: 'H1',
        regola: 'relazione_dimissione',
        foglio: 'ingressi',
        oggetto: 'I1',
        ospite: 'O1',
        entro: '2025-05-10',
      },
      ...{ fatto_il: '2025-05-02', nota: 'spedita con raccomandata' },
    },
  ],
};
