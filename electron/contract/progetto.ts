import { z } from 'zod';
import { STATI_OBIETTIVO, TABELLE_EVIDENZA } from '../../domain/progetto.ts';
import { giorno, id, racconto, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { esitoModifica, modificaDi, salvato } from './modifica.ts';
import { COMUNITA } from './ruolo.ts';

const t = testo.nullable();

export const campiProgetto = z.object({
  data: giorno,
  sintesi: racconto.nullable(),
  redattoDa: t,
  condivisoCon: t,
  al: giorno.nullable(),
});
export const campiObiettivo = z.object({
  /** list area_obiettivo */
  area: z.string().min(1, 'Scegliere l’area.').max(80),
  testo: racconto.min(1, 'Scrivere l’obiettivo.'),
  indicatore: racconto.nullable(),
  entro: giorno.nullable(),
  stato: z.enum(STATI_OBIETTIVO),
});
export const campiAzione = z.object({
  testo: racconto.min(1, 'Scrivere che cosa si fa.'),
  chi: t,
  entro: giorno.nullable(),
  fattaIl: giorno.nullable(),
});
export const campiVerifica = z.object({
  data: giorno,
  esito: racconto.nullable(),
  partecipanti: t,
  prossima: giorno.nullable(),
});

/** A row of a register, said in a line. */
const fatto = z.object({
  tabella: z.enum(TABELLE_EVIDENZA),
  rigaId: id,
  data: giorno,
  /** value of the register's list (visita, servizio, area_attivita); null for the diary */
  voce: z.string().nullable(),
  testo: z.string(),
});
const obiettivo = campiObiettivo.extend({
  id,
  azioni: z.array(campiAzione.extend({ id })),
  evidenze: z.array(fatto.extend({ id })),
});
const progetto = campiProgetto.extend({
  id,
  ingressoId: id,
  struttura: z.string(),
  dataIngresso: giorno,
  obiettivi: z.array(obiettivo),
  /** newest first */
  verifiche: z.array(campiVerifica.extend({ id })),
});

const comando = { ruoli: COMUNITA, cambia: ['progetti', 'registro'] } as const;

/** The individual project of a stay: goals, actions, reviews, what shows that it goes forward. */
export const progetti = {
  /** Newest first: the first one that is not over is the one in force. */
  'progetti.list': query({
    ruoli: COMUNITA,
    legge: ['progetti', 'ospiti', 'ingressi', 'eventi', 'diario'],
    input: z.object({ ospiteId: id }),
    output: z.object({ progetti: z.array(progetto) }),
  }),
  'progetti.save': command({
    ...comando,
    input: z.union([campiProgetto.extend({ ingressoId: id }), modificaDi(campiProgetto)]),
    output: esitoModifica,
  }),
  /** A revision: a new project from that day with the goals still open and their actions to do; the old one ends the day before. */
  'progetti.revise': command({ ...comando, input: z.object({ id, data: giorno }), output: salvato }),
  'progetti.remove': command({ ...comando, input: z.object({ id }), output: salvato }),
  'obiettivi.save': command({
    ...comando,
    input: z.union([campiObiettivo.extend({ progettoId: id }), modificaDi(campiObiettivo)]),
    output: esitoModifica,
  }),
  'obiettivi.remove': command({ ...comando, input: z.object({ id }), output: salvato }),
  'azioni.save': command({
    ...comando,
    input: z.union([campiAzione.extend({ obiettivoId: id }), modificaDi(campiAzione)]),
    output: esitoModifica,
  }),
  'azioni.remove': command({ ...comando, input: z.object({ id }), output: salvato }),
  'verificheProgetto.save': command({
    ...comando,
    input: z.union([campiVerifica.extend({ progettoId: id }), modificaDi(campiVerifica)]),
    output: esitoModifica,
  }),
  'verificheProgetto.remove': command({ ...comando, input: z.object({ id }), output: salvato }),
  /** What of the guest's rows may show that a goal goes forward: newest first, without those already there; by words and days. */
  'evidenze.candidate': query({
    ruoli: COMUNITA,
    legge: ['progetti', 'eventi', 'diario'],
    input: z.object({
      obiettivoId: id,
      /** each has to be there: in the row, or in the name of its kind */
      testo: z.string().max(200).default(''),
      dal: giorno.nullable().default(null),
      al: giorno.nullable().default(null),
      limite: z.number().int().min(1).max(5000).default(60),
    }),
    output: z.object({
      fatti: z.array(fatto),
      /** how many more there are */
      altri: z.number().int(),
    }),
  }),
  'evidenze.add': command({
    ...comando,
    input: z.object({ obiettivoId: id, tabella: z.enum(TABELLE_EVIDENZA), rigaId: id }),
    output: salvato,
  }),
  'evidenze.remove': command({ ...comando, input: z.object({ id }), output: salvato }),
};
