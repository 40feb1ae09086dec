import { plurale } from './numero.ts';

/** Files given by a person: dropped, chosen, saved. */
export const file = {
  troppi: (massimo: number) =>
    `I file sono più di ${massimo}: forse è la cartella sbagliata. Scegliere una cartella più piccola.`,
  troppoGrandi: 'I file insieme sono troppo grandi per una volta sola: importarne una parte alla volta.',
  illeggibili: (nomi: readonly string[]) =>
    nomi.length === 1
      ? `Il file ${nomi[0]} non si può leggere: controllare che ci sia ancora e non sia aperto altrove, poi riprovare.`
      : `${nomi.length} file non si possono leggere (${nomi.join(', ')}): controllare che ci siano ancora e non siano aperti altrove, poi riprovare.`,
  lasciati: (n: number, tipo: string) =>
    n === 1
      ? `1 file non è ${tipo} ed è stato lasciato stare.`
      : `${plurale(n, 'file', 'file')} non sono ${tipo} e sono stati lasciati stare.`,
  lascia: 'Lasciare qui i file',
  lasciaCosa: 'Anche molti insieme, o una cartella intera.',
  cartellaVuota: (tipo: string) => `In quello che è stato scelto non c’è nessun file ${tipo}.`,
};
