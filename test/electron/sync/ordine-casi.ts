import type { Gesto } from './storia.ts';

type Tipo = Gesto['tipo'];
const fa = (tipo: Tipo, a = 0, b = 0): Gesto => ({ tipo, a, b });
const [GENNAIO, FEBBRAIO, MARZO] = [0, 1, 2];
/** of the first struttura (`b` even) on 27 December, open */
const ingresso = fa('ingresso', 1, 0);
const esporta = (mese = 0, struttura = 0) => fa('esporta', struttura, mese);

/** What happened, and how many living rows of some tables must remain. */
export const CASI: readonly (readonly [string, readonly Gesto[], Readonly<Record<string, number>>])[] = [
  [
    'a stay moved to the other struttura of the community: once it was lost when the old one corrected itself first',
    [ingresso, esporta(GENNAIO), fa('trasloca'), esporta(GENNAIO), esporta(GENNAIO, 1)],
    { ingressi: 1, presenze: 1, assegnazioni: 1, ospiti: 1 },
  ],
  [
    'a stay moved to the other struttura, whose correction the old one never sent: each says what it says',
    [ingresso, esporta(GENNAIO), fa('trasloca'), esporta(GENNAIO, 1)],
    { ingressi: 2, presenze: 2 },
  ],
  [
    'a stay taken away, an older revision of it arrives last',
    [ingresso, esporta(GENNAIO), esporta(FEBBRAIO), fa('cancella'), esporta(GENNAIO), esporta(FEBBRAIO)],
    { ingressi: 0, presenze: 0, ospiti: 0 },
  ],
  [
    'a stay taken away in one month only so far',
    [ingresso, esporta(GENNAIO), esporta(FEBBRAIO), fa('cancella'), esporta(GENNAIO)],
    { ingressi: 0 },
  ],
  [
    'an ingresso corrected to a later month: the month left first, the month entered after',
    [
      fa('ingresso', 2, 0),
      esporta(GENNAIO),
      esporta(FEBBRAIO),
      fa('correggi', 0, 60),
      esporta(GENNAIO),
      esporta(FEBBRAIO),
    ],
    { ingressi: 1, presenze: 1 },
  ],
  [
    'a visit moved to the next month and back',
    [
      ingresso,
      fa('visita', 0, 4),
      esporta(GENNAIO),
      fa('spostaVisita', 0, 11),
      esporta(FEBBRAIO),
      fa('spostaVisita', 0, 4),
      esporta(FEBBRAIO),
      esporta(GENNAIO),
    ],
    { visite: 1 },
  ],
  [
    'a name said only by a revision that was replaced by one without that guest',
    [ingresso, esporta(FEBBRAIO), fa('nome', 0, 3), esporta(GENNAIO), fa('correggi', 0, 80), esporta(GENNAIO)],
    { ospiti: 1 },
  ],
  [
    'places changed between two months, the older one last',
    [
      ingresso,
      esporta(GENNAIO),
      fa('posti', 0, 3),
      esporta(FEBBRAIO),
      fa('posti', 0, 1),
      esporta(MARZO),
      esporta(MARZO),
    ],
    { posti: 2 },
  ],
  [
    'a modulo corrected twice in months sent apart',
    [
      ingresso,
      esporta(GENNAIO),
      fa('modulo', 0, 15),
      esporta(FEBBRAIO),
      fa('modulo', 0, 6),
      esporta(GENNAIO),
      esporta(MARZO),
    ],
    { assegnazioni: 2 },
  ],
];
