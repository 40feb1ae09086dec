import { ErroreApprodo } from './errore.ts';

/** A code of a day of stay: an editable letter and label with three fixed meanings (counting.md rule 2). */
export interface CodicePresenza {
  /** one character, stored as it is in the month string */
  voce: string;
  etichetta: string;
  presente: boolean;
  pagata: boolean;
  occupaPosto: boolean;
}

/** The character of a day with nothing recorded: not presente, not pagata, keeps its place. */
export const NON_REGISTRATA = '.';

/** The default set of rule 2. */
export const CODICI_PREDEFINITI: readonly CodicePresenza[] = [
  { voce: 'P', etichetta: 'Presente', presente: true, pagata: true, occupaPosto: true },
  { voce: 'S', etichetta: 'Soggiorno con la comunità', presente: true, pagata: true, occupaPosto: true },
  {
    voce: 'U',
    etichetta: 'Uscita / rientro in famiglia (giornata intera)',
    presente: false,
    pagata: false,
    occupaPosto: true,
  },
  { voce: 'R', etichetta: 'Ricovero', presente: false, pagata: false, occupaPosto: true },
  { voce: 'T', etichetta: 'Temporaneamente in altra struttura', presente: false, pagata: false, occupaPosto: true },
  { voce: 'C', etichetta: 'Carcere', presente: false, pagata: false, occupaPosto: false },
  { voce: 'A', etichetta: 'Allontanamento non autorizzato', presente: false, pagata: false, occupaPosto: false },
];

/** True for one visible character that can stand for a day: not '.', not a space, one UTF-16 unit. */
export function isLetteraCodice(s: string): boolean {
  return s.length === 1 && s !== NON_REGISTRATA && /[\p{L}\p{N}+\-*]/u.test(s);
}

/** The code with this letter. Throws `codice.sconosciuto` when the set has none. */
export function getCodice(codici: readonly CodicePresenza[], voce: string): CodicePresenza {
  const codice = codici.find((c) => c.voce === voce);
  if (codice) return codice;
  const noti = codici.map((c) => c.voce).join(', ');
  throw new ErroreApprodo('codice.sconosciuto', `Il codice «${voce}» non esiste: usare uno di ${noti}.`);
}
