import { z } from 'zod';
import { identita, LEGGE_IDENTITA } from './anonimato.ts';
import { bytes, giorno, id, mese, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { schedaIngresso } from './ospite.ts';

const t = z.string().nullable();

/** Why somebody may have the copy: the person themself, or who stands for them. */
export const TITOLI = ['interessato', 'tutore', 'difensore', 'autorita', 'altro'] as const;
export const FORMATI = ['json', 'csv', 'stampa'] as const;

export const copiaConsegnata = z.object({
  id,
  data: giorno,
  richiedente: z.string(),
  titolo: z.enum(TITOLI),
  formato: z.enum(FORMATI),
  consegnataDa: z.string(),
});

/** One stay of the person, with its scheda, its moduli and the code of each day. */
const permanenza = z.object({
  struttura: z.string(),
  dataIngresso: giorno,
  dataDimissione: giorno.nullable(),
  tipoIngresso: t,
  utenza: t,
  servizioInviante: t,
  entePagante: t,
  esito: t,
  destinazione: t,
  dataRelazione: giorno.nullable(),
  fasas: t,
  informativaIl: giorno.nullable(),
  certificazione: t,
  certificazioneIl: giorno.nullable(),
  finePrevista: giorno.nullable(),
  /** the day to which the declarations of the scheda refer */
  dichiaratoIl: giorno.nullable(),
  titoloAccoglienza: t,
  scuola: t,
  abitazioneUscita: t,
  occupazioneUscita: t,
  oggettiResi: t,
  documentiResi: t,
  noteDimissione: t,
  /** to whom the dimissione was told, with the day in brackets */
  comunicazioni: t,
  /** entered with a parent who is a guest too; who the parent is is not said here */
  conGenitore: z.boolean(),
  scheda: schedaIngresso,
  moduli: z.array(z.object({ dal: giorno, modulo: z.string() })),
  /** 31 characters a month, one per day, '.' where nothing is recorded */
  presenze: z.array(z.object({ mese, codici: z.string().length(31) })),
});

/**
 * Everything this register holds about one person, for that person (art. 15 GDPR). `versione` is of this shape: a reader that
 * knows 1 reads any file that says 1. Other persons are never named: of a meeting only that it was and what it was about.
 */
export const fascicolo = z.object({
  formato: z.literal('approdo-fascicolo'),
  versione: z.literal(1),
  fatto: giorno,
  installazione: z.string(),
  codice: z.string(),
  persona: identita.extend({ sesso: z.string() }),
  /** the register shows a code in place of the name (art. 120 DPR 309/1990) */
  anonimo: z.boolean(),
  permanenze: z.array(permanenza),
  /** what each letter of the presences means */
  codiciPresenza: z.array(z.object({ codice: z.string(), significato: z.string() })),
  /** the times away; with whom, only whether there was somebody */
  assenze: z.array(
    z.object({
      tipo: t,
      codice: z.string(),
      uscita: giorno,
      oraUscita: t,
      confermata: z.boolean(),
      uscitaPrevista: giorno.nullable(),
      oraUscitaPrevista: t,
      rientroPrevisto: giorno.nullable(),
      oraPrevista: t,
      rientro: giorno.nullable(),
      oraRientro: t,
      destinazione: t,
      motivo: t,
      accompagnato: z.boolean(),
    }),
  ),
  misure: z.array(
    z.object({
      misura: z.string(),
      dal: giorno,
      al: giorno.nullable(),
      autorita: t,
      finePena: t,
      provvedimento: t,
      prescrizioni: t,
    }),
  ),
  udienze: z.array(z.object({ data: giorno, ora: t, autorita: t, luogo: t, esito: t })),
  violazioni: z.array(z.object({ data: giorno, fatto: z.string(), comunicataA: t, comunicataIl: giorno.nullable() })),
  /** what the diary says of the person, additions included */
  diario: z.array(
    z.object({
      data: giorno,
      ora: z.string(),
      struttura: z.string(),
      tipo: z.string(),
      testo: z.string(),
      autore: z.string(),
    }),
  ),
  progetti: z.array(
    z.object({ data: giorno, al: giorno.nullable(), sintesi: t, redattoDa: t, condivisoCon: t, struttura: z.string() }),
  ),
  /** of which project, by its day */
  obiettivi: z.array(
    z.object({
      progetto: giorno,
      ambito: z.string(),
      testo: z.string(),
      indicatore: t,
      entro: giorno.nullable(),
      statoObiettivo: z.string(),
    }),
  ),
  azioni: z.array(
    z.object({
      obiettivo: z.string(),
      testo: z.string(),
      chi: t,
      entro: giorno.nullable(),
      fattaIl: giorno.nullable(),
    }),
  ),
  verificheProgetto: z.array(
    z.object({ progetto: giorno, data: giorno, esito: t, partecipanti: t, prossima: giorno.nullable() }),
  ),
  /** what was linked to a goal: in which register, of which day */
  evidenze: z.array(z.object({ obiettivo: z.string(), registro: z.string(), data: giorno })),
  relazioni: z.array(
    z.object({
      data: giorno,
      relazione: z.string(),
      destinatario: t,
      autore: z.string(),
      inviataIl: giorno.nullable(),
      testo: z.string(),
    }),
  ),
  visite: z.array(
    z.object({
      data: giorno,
      struttura: z.string(),
      stato: z.string(),
      ora: t,
      tipo: z.string(),
      luogo: t,
      accompagnamento: z.boolean().nullable(),
      mezzo: t,
      esito: t,
      prossima: giorno.nullable(),
    }),
  ),
  incontri: z.array(
    z.object({
      data: giorno,
      struttura: z.string(),
      stato: z.string(),
      ora: t,
      servizio: z.string(),
      tipoFamiglia: t,
      protetto: z.boolean(),
      modalita: z.string(),
      accompagnamento: z.boolean().nullable(),
      oggetto: t,
    }),
  ),
  attivita: z.array(
    z.object({
      data: giorno,
      struttura: z.string(),
      stato: z.string(),
      ora: t,
      area: z.string(),
      titolo: t,
      ore: z.number().nullable(),
    }),
  ),
  note: z.array(z.object({ data: giorno, testo: z.string(), autore: z.string() })),
  oscuramenti: z.array(
    z.object({ sezione: z.string(), dal: giorno, finoMs: z.number().nullable(), motivo: z.string() }),
  ),
  /** who is around the person, by what they are to them: others are not named */
  /** deadlines said to be met (`regola`) and reminders (`testo`); one not met yet has no `fattoIl` */
  scadenze: z.array(
    z.object({
      regola: t,
      testo: t,
      entro: giorno,
      fattoIl: giorno.nullable(),
      nota: t,
    }),
  ),
  /** where the person slept, from which day; never with whom */
  stanze: z.array(z.object({ dal: giorno, stanza: t, letto: t })),
  contatti: z.array(z.object({ legame: z.string(), riservato: z.boolean() })),
  avvertenze: z.array(z.object({ tipo: z.string(), testo: z.string(), dal: giorno, al: giorno.nullable() })),
  /** which documents are kept, not their content: a copy of that is asked apart */
  allegati: z.array(
    z.object({
      tipo: z.string(),
      titolo: z.string(),
      nomeFile: z.string(),
      data: giorno.nullable(),
      scadenza: giorno.nullable(),
    }),
  ),
  copie: z.array(copiaConsegnata),
  /** who read, changed, printed: the lines of the log that name this person, oldest first */
  registro: z.array(
    z.object({
      atMs: z.number(),
      utente: z.string(),
      azione: z.string(),
      /** table and fields changed, of the person's own rows */
      cambiati: z.array(z.string()),
    }),
  ),
});

export const fascicoli = {
  /** The file as it would be given, to be looked at before. */
  'fascicoli.get': query({
    ruoli: LEGGE_IDENTITA,
    legge: ['ospiti', 'ingressi', 'presenze', 'eventi', 'registro'],
    registrata: true,
    input: z.object({ ospiteId: id }),
    output: fascicolo,
  }),
  /** Makes the file and writes in the register of copies who has it. `stampa` makes no file: the page is printed. */
  'fascicoli.deliver': command({
    ruoli: LEGGE_IDENTITA,
    cambia: ['ospiti', 'registro'],
    input: z.object({
      ospiteId: id,
      richiedente: testo.min(1, 'Scrivere chi ha chiesto la copia.').max(200),
      titolo: z.enum(TITOLI),
      formato: z.enum(FORMATI),
    }),
    output: z.object({ nome: z.string(), bytes }),
  }),
};
