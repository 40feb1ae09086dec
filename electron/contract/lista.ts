import { z } from 'zod';
import { giorno, niente, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { esitoModifica } from './modifica.ts';
import { CIFRE, RESPONSABILI } from './ruolo.ts';

/** A value for a menu. Without `dal` and `al`: from ever, until further notice. */
const voceOfferta = z.object({
  voce: z.string(),
  etichetta: z.string(),
  dal: giorno.optional(),
  al: giorno.optional(),
});

/** A value as it is kept. `origine`: programma, locale (of this community), ufficio (from the central office). */
const voceTenuta = z.object({
  voce: z.string(),
  etichetta: z.string(),
  sinonimi: z.array(z.string()),
  dal: giorno.nullable(),
  al: giorno.nullable(),
  origine: z.string(),
  /** as it holds: null, no limit, or not of this list */
  durataMassimaMesi: z.number().int().nullable(),
  durataMassimaGiorni: z.number().int().nullable(),
  /** null: no reports, or not of this list */
  relazioneOgniMesi: z.number().int().nullable(),
});

const nomeLista = z.string().min(1).max(60);
const quanti = z.number().int().min(1).max(3650).nullable();
const etichetta = testo.min(1, 'Scrivere l’etichetta.').max(120);

const campiVoce = {
  etichetta,
  sinonimi: z.array(testo.min(1).max(80)).max(40).default([]),
  dal: giorno.nullable().default(null),
  al: giorno.nullable().default(null),
};
const durate = { durataMassimaMesi: quanti, durataMassimaGiorni: quanti, relazioneOgniMesi: quanti };

/** The code lists: those of the program, with the values this office added, renamed or retired over them. */
export const liste = {
  /** For menus: id of the list → values, those retired too (old facts show their label), with the days on which they are offered. */
  'liste.get': query({
    ruoli: CIFRE,
    legge: ['liste'],
    input: niente,
    output: z.record(z.string(), z.array(voceOfferta)),
  }),
  /** Every list with all that is kept of it. */
  'liste.list': query({
    ruoli: CIFRE,
    legge: ['liste'],
    input: niente,
    output: z.array(
      z.object({
        id: z.string(),
        titolo: z.string(),
        /** none of it changes */
        chiusa: z.boolean(),
        /** whether values may be added; whether they have days, and so may be retired */
        siAggiunge: z.boolean(),
        siRitira: z.boolean(),
        /** what a value of this list says besides its words */
        dice: z.enum(['durata', 'relazioni']).nullable(),
        voci: z.array(voceTenuta),
      }),
    ),
  }),
  /**
   * Adds a value (`voce` null: made from the label) or changes one. A closed list does not grow. With `prima`, of the fields that
   * are in it what the form had seen: the others stay as they are by now, and one that somebody else changed is a `contesa`.
   */
  'vociLista.save': command({
    ruoli: RESPONSABILI,
    cambia: ['liste', 'presenze', 'ingressi', 'eventi', 'scadenze'],
    input: z.object({
      lista: nomeLista,
      voce: z.string().min(1).max(60).nullable(),
      ...campiVoce,
      /** left out: as they are */
      ...z.object(durate).partial().shape,
      prima: z
        .object({ ...campiVoce, ...durate })
        .partial()
        .optional(),
    }),
    output: esitoModifica.extend({ voceLista: z.string() }),
  }),
};
