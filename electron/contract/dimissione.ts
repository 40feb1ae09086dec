import { z } from 'zod';
import { codice, giorno, id, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { contesa } from './modifica.ts';
import { COMUNITA, NOMINATIVI } from './ruolo.ts';

const avvisi = z.array(z.string());
const scritto = testo.transform((valore) => valore || null).nullable();
const lungo = z
  .string()
  .trim()
  .max(4000)
  .transform((valore) => valore || null)
  .nullable();

/** Somebody to be told of the dimissione. */
const comunicazione = z.object({
  a: testo.min(1, 'Scrivere a chi va comunicata la dimissione.'),
  fattaIl: giorno.nullable(),
  /** it says that there is a measure of the judicial authority */
  giuridica: z.boolean().default(false),
});

/** How the guest leaves: apart from the situation on admission, which stays as it was. */
const uscita = z.object({
  dataRelazione: giorno.nullable(),
  abitazioneUscita: z.string().max(80).nullable(),
  occupazioneUscita: z.string().max(80).nullable(),
  oggettiResi: lungo,
  documentiResi: lungo,
  noteDimissione: lungo,
  comunicazioni: z.array(comunicazione).max(40),
});

/** What a form had seen of a dimissione: only of the fields it touches. */
const vista = uscita
  .extend({ dataDimissione: giorno.nullable(), esito: z.string().nullable(), destinazione: z.string().nullable() })
  .partial();

/** The others of the family, to be discharged (or taken back) in the same gesture: stays. */
const insieme = z.array(id).max(40).optional();
const chi = { ingressoId: id, ospiteId: id, cognome: z.string(), nome: z.string() };

export const dimissioni = {
  /** What the form of a dimissione starts from: what is written already, who is of the family, whom to tell. */
  'dimissioni.get': query({
    ruoli: NOMINATIVI,
    legge: ['ingressi', 'ospiti', 'eventi'],
    registrata: true,
    ospiteDi: ({ ospiteId }) => ospiteId,
    input: z.object({ ingressoId: id }),
    output: z.object({
      ...chi,
      struttura: z.object({ codice: z.string(), nome: z.string() }),
      dataIngresso: giorno,
      utenza: z.string().nullable(),
      entePagante: z.string().nullable(),
      dataDimissione: giorno.nullable(),
      esito: z.string().nullable(),
      destinazione: z.string().nullable(),
      uscita,
      /** on admission: to be told apart from the situation now */
      provenienza: z.string().nullable(),
      occupazione: z.string().nullable(),
      /** whom this dimissione is told to, besides those written already */
      daComunicare: z.array(z.object({ a: z.string(), giuridica: z.boolean() })),
      /** how long after the dimissione its relazione is due (rule `relazione_dimissione`); null: it is not asked for */
      relazioneDopo: z.object({ giorni: z.number().nullable(), mesi: z.number().nullable() }).nullable(),
      /** of a transfer kept here: where it opened a stay, which moves with the day of this one */
      arrivo: z.object({ codice, nome: z.string() }).nullable(),
      /** the family: those who are still here, or left on the same day */
      famiglia: z.array(z.object({ ...chi, dataDimissione: giorno.nullable() })),
    }),
  }),
  /** What a dimissione on that day would do, before it is saved. */
  'dimissioni.preview': query({
    ruoli: NOMINATIVI,
    legge: ['ingressi', 'presenze', 'mesi', 'eventi'],
    input: z.object({ ingressoId: id, insieme, dataDimissione: giorno, esito: z.string().nullable() }),
    output: z.object({
      /** the last day that counts as a day of stay; null where none does (in and out by transfer on one day) */
      ultimoGiorno: giorno.nullable(),
      /** null where this office's rules do not ask for one */
      relazioneEntro: giorno.nullable(),
      membri: z.array(
        z.object({
          ...chi,
          /** the codes that would go, by day */
          tolti: z.array(z.object({ giorno, codice: z.string() })),
          /** the day of leaving of an absence that the dimissione closes */
          fuoriDal: giorno.nullable(),
        }),
      ),
      /** days of what is booked afterwards: what can be called off (visite, incontri with nobody else), and hearings, which stay */
      agenda: z.object({ prenotati: z.array(giorno), udienze: z.array(giorno) }),
      /** why it would be refused */
      ostacolo: z.string().nullable(),
    }),
  }),
  /**
   * Dimissione. With esito `trasferimento_interno` and `versoStruttura` (kept in this same store) it is one event:
   * closes here and opens there on the same day (counting.md, rule 12). With `prima`, of the fields that are in it what the form
   * had seen: those that are not stay as they are by now, and one that somebody else changed is a `contesa` (nothing is written).
   */
  'dimissioni.register': command({
    ruoli: COMUNITA,
    cambia: ['ingressi', 'presenze', 'eventi'],
    input: z.object({
      ingressoId: id,
      insieme,
      dataDimissione: giorno,
      esito: z.string().nullable(),
      destinazione: z.string().nullable().default(null),
      versoStruttura: codice.nullable().default(null),
      versoModulo: codice.nullable().default(null),
      versoEntePagante: scritto.optional(),
      versoCaseManager: scritto.optional(),
      uscita: uscita.partial().optional(),
      /** calls off what is booked after the day for who leaves */
      annullaAppuntamenti: z.boolean().optional(),
      prima: vista.optional(),
    }),
    output: z.object({
      avvisi,
      codiciTolti: z.number().int(),
      /** the line of the log that one key undoes; null: nothing changed */
      voce: z.number().int().nullable(),
      contese: z.array(contesa),
    }),
  }),
  /** Riapertura: the guest did not leave after all. Of a transfer kept here, both sides are undone. */
  'dimissioni.reopen': command({
    ruoli: COMUNITA,
    cambia: ['ingressi', 'presenze', 'eventi'],
    input: z.object({ ingressoId: id, insieme, motivo: testo.min(1, 'Scrivere il motivo della riapertura.') }),
    output: z.object({
      avvisi,
      /** the line of the log that one key undoes */
      voce: z.number().int().nullable(),
    }),
  }),
};
