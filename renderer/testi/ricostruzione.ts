import type { Mese } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { plurale } from './numero.ts';

/** A community back from what the Accoglienza received of it. */
export const ricostruzione = {
  titolo: 'Ricostruzione di una comunità',
  /** what parcels do not hold */
  nonContiene:
    'I pacchi non contengono gli accessi, il registro delle modifiche, i mesi non ancora mandati e quello che era in corso: si rifanno a mano.',

  cosaCentrale:
    'Quando una comunità perde il computer e non ha copie, i suoi pacchi ricevuti qui bastano a rifarle il registro dei mesi chiusi. Serve la chiave pubblica del nuovo computer.',
  comunita: 'Comunità da ricostruire',
  scegliChiave: 'Scegli la chiave del nuovo computer…',
  conferma: (nome: string, impronta: string) =>
    `Leggere al telefono con ${nome} questa impronta, prima di continuare: ${impronta}.`,
  contiene: (pacchi: number, ultimo: Mese | null) =>
    `Il file conterrà ${plurale(pacchi, 'pacco', 'pacchi')}${ultimo === null ? '' : `, fino a ${formatMese(ultimo)}`}, leggibili solo con quella chiave.`,
  chiaveNuova:
    'Da quel momento parla per le sue strutture la chiave nuova: i pacchi fatti con il computer perso saranno rifiutati.',
  stessaChiave: 'La chiave è quella di sempre: serve a un registro ripristinato da una copia vecchia.',
  vai: 'L’impronta è la stessa: prepara il file',
  pronta: (nome: string) => `${nome} consegnato al browser per il salvataggio: mandarlo alla comunità.`,

  cosaComunita:
    'Se il computer di prima è perso e non ci sono copie, l’Accoglienza può rifare questo registro dai pacchi ricevuti: darle il file della chiave qui sopra, registrare la sua, poi importare qui il file che manda.',
  cosaArretrata:
    'Se è stata ripristinata una copia vecchia, il file di ricostruzione dell’Accoglienza riporta i mesi mandati che qui mancano, com’erano quando sono partiti; gli altri mesi non si toccano.',
  importa: 'Importa la ricostruzione…',
  fatta: (esito: 'nuovo' | 'ripreso' | 'uguale') =>
    ({
      nuovo: 'Registro ricostruito: i mesi mandati sono di nuovo qui, chiusi com’erano.',
      ripreso: 'Sono tornati i mesi che mancavano, chiusi com’erano stati mandati.',
      uguale: 'Qui c’è già tutto quello che l’Accoglienza ha ricevuto: niente da riprendere.',
    })[esito],
  struttura: (codice: string, mesi: readonly Mese[], prossimo: number) =>
    mesi.length === 0
      ? `${codice}: niente di nuovo; il prossimo pacco sarà il numero ${prossimo}.`
      : `${codice}: ${plurale(mesi.length, 'mese', 'mesi')}, da ${formatMese(mesi[0] ?? '')} a ${formatMese(mesi.at(-1) ?? '')}; il prossimo pacco sarà il numero ${prossimo}.`,
};
