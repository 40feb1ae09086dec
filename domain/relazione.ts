/** The reports a community writes about a stay. */
export const TIPI_RELAZIONE = ['aggiornamento', 'dimissione', 'art94ter', 'incontro_protetto'] as const;
export type TipoRelazione = (typeof TIPI_RELAZIONE)[number];

/** What of the register is put under a heading when the report begins (electron/services/relazione-testo.ts). */
export type FonteSezione =
  | 'persona'
  | 'giuridica'
  | 'programma'
  | 'adesione'
  | 'salute'
  | 'prescrizioni'
  | 'rapporti'
  | 'dipendenza'
  | 'obiettivi'
  | 'esito'
  | 'protetti';

export interface SezioneModello {
  readonly titolo: string;
  /** null: nothing of the register belongs here, it is all to be written */
  readonly fonte: FonteSezione | null;
  /** the protected section it tells of: who does not read that, does not read this */
  readonly riservata: 'giuridica' | 'sostanze' | null;
}

const libera = (titolo: string): SezioneModello => ({ titolo, fonte: null, riservata: null });
const da = (titolo: string, fonte: FonteSezione): SezioneModello => ({ titolo, fonte, riservata: null });
const PERSONA = da('Persona e permanenza', 'persona');
const GIURIDICA: SezioneModello = { titolo: 'Posizione giuridica', fonte: 'giuridica', riservata: 'giuridica' };
const CONCLUSIONI = libera('Conclusioni e proposte');

/**
 * D.M. 30 dicembre 1990, n. 448 (G.U. 7 febbraio 1991, n. 32), art. 2, lett. a–f: what the report on the treatment of who has the
 * proceedings or the sentence suspended tells. The day of the decree is the one of the Gazzetta's page read on 2026-11-21
 * (other sources say 29 December): da verificare.
 */
const DM448: readonly SezioneModello[] = [
  da('Programma: tipologia, inizio e conclusione (art. 2, lett. a)', 'programma'),
  da('Collaborazione e adesione al programma (art. 2, lett. b)', 'adesione'),
  da('Cura e prevenzione delle patologie correlate (art. 2, lett. c)', 'salute'),
  {
    titolo: 'Ottemperanza alle prescrizioni e comportamento (art. 2, lett. d)',
    fonte: 'prescrizioni',
    riservata: 'giuridica',
  },
  da('Rapporti con la famiglia, la scuola, il lavoro e vita di relazione (art. 2, lett. e)', 'rapporti'),
  {
    titolo: 'Stato attuale di dipendenza rispetto a quello iniziale (art. 2, lett. f)',
    fonte: 'dipendenza',
    riservata: 'sostanze',
  },
];
function senzaArticolo(sezione: SezioneModello): SezioneModello {
  return { ...sezione, titolo: sezione.titolo.replace(/ \(art\. 2, lett\. [a-g]\)$/, '') };
}

const OBIETTIVI = da('Progetto individuale: obiettivi e verifiche', 'obiettivi');

/** The headings of each report, in order. */
export const MODELLI_RELAZIONE: Readonly<Record<TipoRelazione, readonly SezioneModello[]>> = {
  aggiornamento: [PERSONA, GIURIDICA, ...DM448, OBIETTIVI, CONCLUSIONI],
  // lett. g of the same article: the results, once the programme is over
  dimissione: [
    PERSONA,
    GIURIDICA,
    ...DM448,
    OBIETTIVI,
    da('Dimissione e risultati conseguiti (art. 2, lett. g)', 'esito'),
    CONCLUSIONI,
  ],
  // the same things, without the letters of a decree that is of another measure: see `isDaVerificare`
  art94ter: [PERSONA, GIURIDICA, ...DM448.map(senzaArticolo), OBIETTIVI, CONCLUSIONI],
  incontro_protetto: [
    PERSONA,
    da('Incontri protetti nel periodo', 'protetti'),
    libera('Osservazioni durante l’incontro'),
    libera('Comportamento del minore e dell’adulto'),
    libera('Valutazione degli operatori'),
    CONCLUSIONI,
  ],
};

/**
 * Reports whose headings follow no norm that was found (looked for on 2026-11-21: of art. 94-ter DPR 309/1990 and of the protected
 * meetings no text says what the report tells): the office is asked, and the paper cites nothing.
 */
export function isDaVerificare(tipo: TipoRelazione): boolean {
  return tipo === 'art94ter' || tipo === 'incontro_protetto';
}

/** The protected section that the very existence of a report tells of; null: none. */
export function sezioneDelTipo(tipo: string): 'giuridica' | null {
  return tipo === 'art94ter' ? 'giuridica' : null;
}
