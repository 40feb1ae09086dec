/** What is written in the diary: what happened, or what the next shift has to know. */
export const TIPI_DIARIO = ['diario', 'consegna'] as const;
export type TipoDiario = (typeof TIPI_DIARIO)[number];

/** The author of a line that came with a workbook: no account of this register, only the name the sheet carries. */
export const DA_UN_FOGLIO = 'foglio';

/** For how many days after somebody left something is still written of them: things given back, papers to send. */
export const GIORNI_DOPO_USCITA = 30;

/** How many days back the lines count as new for somebody who never said they had read. */
export const GIORNI_PRIMA_LETTURA = 7;
