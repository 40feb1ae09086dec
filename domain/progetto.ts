/** Areas of a goal of the individual project: those of the educational project in use in the communities; to be verified with the office. */
export const AREE_OBIETTIVO = [
  'dipendenza',
  'salute',
  'autonomia',
  'relazioni',
  'famiglia',
  'genitorialita',
  'lavoro',
  'abitare',
  'diritti',
  'altro',
] as const;
export type AreaObiettivo = (typeof AREE_OBIETTIVO)[number];
export const STATI_OBIETTIVO = ['aperto', 'raggiunto', 'parziale', 'non_raggiunto', 'abbandonato'] as const;
export type StatoObiettivo = (typeof STATI_OBIETTIVO)[number];

/** The registers whose rows may show that a goal goes forward. */
export const TABELLE_EVIDENZA = ['diario', 'visite', 'incontri', 'attivita'] as const;
