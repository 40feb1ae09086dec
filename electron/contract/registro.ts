import { z } from 'zod';
import { giorno, id, niente, testo } from './campo.ts';
import { command, query } from './endpoint.ts';
import { NOMINATIVI, RUOLI } from './ruolo.ts';

/** What a line of the log is about. `uscite`: names that left the program, on paper or in a file. */
export const TIPI_VOCE = ['letture', 'modifiche', 'uscite', 'mesi', 'accessi'] as const;
export type TipoVoce = (typeof TIPI_VOCE)[number];

/** Prefixes of the actions of each kind; an action of no prefix here is a change. */
const PREFISSI: Readonly<Record<Exclude<TipoVoce, 'modifiche'>, readonly string[]>> = {
  uscite: [
    'stampe.',
    'pacchi.export',
    'pacchi.getFile',
    'copie.',
    'fascicoli.deliver',
    'fogli.export',
    'relazioni.export',
  ],
  mesi: ['mesi.'],
  accessi: ['sessione.', 'accounts.'],
  letture: [
    ...['giuridica.get', 'misure.snapshot', 'dichiarazioni.get', 'relazioni.get', 'diario.markRead'],
    ...['registro.', 'ospiti.get', 'identita.open', 'fascicoli.get', 'ingressi.get', 'report.', 'presenze.get'],
    ...[
      'visite.get',
      'visite.list',
      'incontri.get',
      'incontri.list',
      'attivita.list',
      'notte.',
      'assenze.prescrizioni',
    ],
  ],
};

/** The kind of a line, from its action. */
export function tipoDi(azione: string): TipoVoce {
  const trovato = Object.entries(PREFISSI).find(([, prefissi]) => prefissi.some((p) => azione.startsWith(p)));
  return (trovato?.[0] as TipoVoce | undefined) ?? 'modifiche';
}

/** Who answers for the log; the amministratore sees no name of a guest and nothing clinical in it. */
const LETTORI_REGISTRO = ['responsabile', 'accoglienza', 'amministratore'] as const;

export const voceRegistro = z.object({
  seq: z.number().int(),
  atMs: z.number(),
  utente: z.string(),
  /** the role the account has now; null: not an account of this register, or no more */
  ruolo: z.enum(RUOLI).nullable(),
  dispositivo: z.string(),
  azione: z.string(),
  tipo: z.enum(TIPI_VOCE),
  struttura: z.string().nullable(),
  mese: z.string().nullable(),
  nota: z.string().nullable(),
  /** the one guest it is about: the name only for who sees names, a code for everyone */
  ospite: z.object({ id, nome: z.string().nullable(), codice: z.string() }).nullable(),
  /** whether before and after can be looked at */
  dettaglio: z.boolean(),
});

const cambio = z.object({
  /** its place in the line: one gesture may write a row twice */
  numero: z.number().int(),
  /** table of the store: the window says it in words */
  cosa: z.string(),
  tipo: z.enum(['nuovo', 'cambiato', 'tolto', 'ripreso']),
  /** who or what it is of: a guest, a struttura; null where there is nothing to say */
  di: z.string().nullable(),
  campi: z.array(
    z.object({
      /** field, or days (`2025-03-01..2025-03-14`) */
      campo: z.string(),
      prima: z.string().nullable(),
      dopo: z.string().nullable(),
    }),
  ),
});

export const registro = {
  /** Lines, newest first, below the cursor. */
  'registro.list': query({
    ruoli: LETTORI_REGISTRO,
    legge: ['registro'],
    input: z.object({
      /** lines before this number; absent: from the newest */
      prima: z.number().int().positive().optional(),
      limite: z.number().int().min(1).max(1000).default(100),
      utente: testo.optional(),
      ospiteId: id.optional(),
      tipo: z.enum(TIPI_VOCE).optional(),
      /** days, local, both included */
      dal: giorno.optional(),
      al: giorno.optional(),
    }),
    output: z.object({
      voci: z.array(voceRegistro),
      /** whether there are older ones */
      altre: z.boolean(),
    }),
  }),
  /** Who is in the log, for the choice of a person. */
  'registro.listUtenti': query({
    ruoli: LETTORI_REGISTRO,
    legge: ['registro'],
    input: niente,
    output: z.array(z.string()),
  }),
  /** Before and after of one line, as far as who asks may read it. */
  'registro.get': query({
    ruoli: ['responsabile', 'accoglienza'],
    legge: ['registro'],
    registrata: true,
    ospiteDi: ({ ospiteId }) => ospiteId,
    /** with a guest: only what the line did to their rows, of an import of hundreds */
    input: z.object({ seq: z.number().int().positive(), ospiteId: id.optional() }),
    output: z.object({
      /** the one guest the line is about: reading it is reading of them */
      ospiteId: id.nullable(),
      cambi: z.array(cambio),
      /** changes beyond those answered */
      altri: z.number().int(),
    }),
  }),
  /** «Chi ha visto questa cartella»: who read, changed, printed, exported, newest first. */
  'registro.listOspite': query({
    ruoli: LETTORI_REGISTRO,
    legge: ['registro'],
    input: z.object({ ospiteId: id }),
    output: z.object({
      ospite: z.object({ id, nome: z.string().nullable(), codice: z.string() }),
      voci: z.array(voceRegistro),
    }),
  }),
  /** The window calls it before it prints names or writes them in a file: without the line there is no paper. */
  'stampe.register': command({
    ruoli: [...NOMINATIVI, 'amministratore'],
    cambia: ['registro'],
    input: z.object({
      cosa: z.enum([
        ...(['foglio', 'cartella', 'chi_ha_visto', 'registro', 'pagina', 'notte', 'griglia_carta'] as const),
        ...(['agenda', 'incontri_protetti', 'dichiarazione', 'misure', 'diario', 'progetto'] as const),
      ]),
      come: z.enum(['stampa', 'csv']),
      ospiteId: id.optional(),
      struttura: z.string().max(40).optional(),
      mese: z.string().max(7).optional(),
    }),
    output: niente,
  }),
};
