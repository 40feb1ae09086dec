import { giorno, id, intero, ora, richiesta, riferimento, sezioni, siNo, testo, valori } from './foglio-colonna.ts';
import { tabella } from './foglio-tabella.ts';

/** The diary, the individual project and its evidence, the reports, the deadlines met, the files kept. */
export const CURA = {
  diario: tabella({
    descrizione:
      'Il diario e le consegne. Una riga già registrata non si cambia: si corregge con un’altra (aggiunge_a).',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      struttura: richiesta(riferimento('strutture')),
      ospite: riferimento('ospiti'),
      tipo: richiesta(valori(['diario', 'consegna'])),
      data: richiesta(giorno('evento')),
      ora: richiesta(ora()),
      testo: richiesta(testo(20_000)),
      importante: siNo(),
      autore: richiesta(testo(500)),
      aggiunge_a: riferimento('diario'),
    },
  }),
  progetti: tabella({
    descrizione: 'I progetti individuali; una revisione è una riga nuova.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      ingresso: richiesta(riferimento('ingressi')),
      data: richiesta(giorno('evento')),
      sintesi: testo(10_000),
      redatto_da: testo(500),
      condiviso_con: testo(500),
      al: giorno('validita'),
    },
  }),
  obiettivi: tabella({
    descrizione: 'Gli obiettivi di ogni progetto.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      progetto: richiesta(riferimento('progetti')),
      area: richiesta(testo(500)),
      testo: richiesta(testo(5000)),
      indicatore: testo(5000),
      entro: giorno('validita'),
      stato: valori(['aperto', 'raggiunto', 'parziale', 'non_raggiunto', 'abbandonato']),
    },
  }),
  azioni: tabella({
    descrizione: 'Le azioni di ogni obiettivo.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      obiettivo: richiesta(riferimento('obiettivi')),
      testo: richiesta(testo(5000)),
      chi: testo(500),
      entro: giorno('validita'),
      fatta_il: giorno('evento'),
    },
  }),
  verifiche_progetto: tabella({
    descrizione: 'Le verifiche di ogni progetto.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      progetto: richiesta(riferimento('progetti')),
      data: richiesta(giorno('evento')),
      esito: testo(10_000),
      partecipanti: testo(1000),
      prossima: giorno('validita'),
    },
  }),
  evidenze: tabella({
    descrizione: 'Che cosa mostra che un obiettivo va avanti: l’id di una riga del foglio nominato.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      obiettivo: richiesta(riferimento('obiettivi')),
      foglio: richiesta(valori(['diario', 'visite', 'incontri', 'attivita'])),
      registrazione: richiesta(id()),
    },
  }),
  relazioni: tabella({
    descrizione: 'Le relazioni, con il testo di ogni parte.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      ingresso: richiesta(riferimento('ingressi')),
      tipo: richiesta(valori(['aggiornamento', 'dimissione', 'art94ter', 'incontro_protetto'])),
      data: richiesta(giorno('evento')),
      destinatario: testo(500),
      sezioni: richiesta(sezioni()),
      autore: richiesta(testo(500)),
      inviata_il: giorno('evento'),
    },
  }),
  adempimenti: tabella({
    descrizione: 'Le scadenze rispettate: oggetto è l’id di una riga del foglio nominato.',
    chiave: ['id'],
    colonne: {
      id: richiesta(id()),
      regola: richiesta(testo(80)),
      foglio: richiesta(valori(['ospiti', 'ingressi', 'misure', 'incontri', 'visite', 'progetti', 'violazioni'])),
      oggetto: richiesta(id()),
      ospite: richiesta(riferimento('ospiti')),
      entro: richiesta(giorno('validita')),
      fatto_il: richiesta(giorno('evento')),
      nota: testo(5000),
    },
  }),
  allegati: tabella({
    descrizione:
      'I file conservati con gli ospiti: solo l’elenco, in uscita. I file stanno nell’archivio e nelle sue copie.',
    chiave: ['id'],
    soloUscita: 'è solo un elenco: i file stanno nell’archivio e nelle sue copie, e da qui non si importano',
    colonne: {
      id: richiesta(id()),
      ospite: richiesta(riferimento('ospiti')),
      ingresso: riferimento('ingressi'),
      tipo: richiesta(testo(500)),
      titolo: richiesta(testo(500)),
      nome_file: richiesta(testo(255)),
      mime: richiesta(testo(500)),
      dimensione: richiesta(intero(0, 2_000_000_000)),
      sha256: richiesta(testo(64)),
      data: giorno('validita'),
      scadenza: giorno('validita'),
    },
  }),
} as const;
