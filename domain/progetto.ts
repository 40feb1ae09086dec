/** How a goal of the individual project stands; its area is of the list area_obiettivo. */
export const STATI_OBIETTIVO = ['aperto', 'raggiunto', 'parziale', 'non_raggiunto', 'abbandonato'] as const;
export type StatoObiettivo = (typeof STATI_OBIETTIVO)[number];

/** The registers whose rows may show that a goal goes forward. */
export const TABELLE_EVIDENZA = ['diario', 'visite', 'incontri', 'attivita'] as const;
