import { z } from 'zod';
import { MOTIVI_COPIA } from '../../domain/rotazione.ts';
import { niente } from './campo.ts';
import { command, query } from './endpoint.ts';
import { GESTORI, RUOLI } from './ruolo.ts';

const percorso = z.string().max(1000);
const passwordDetta = z.string().max(1000);
const luogo = z.object({ percorso, tipo: z.enum(['cartella', 'rete', 'chiavetta']) });

/** A copy as it lies in a folder, as far as it can be known without a password. */
export const copiaTrovata = z.object({
  /** whole path */
  file: z.string(),
  nome: z.string(),
  createdAtMs: z.number(),
  byte: z.number(),
  motivo: z.enum(MOTIVI_COPIA).nullable(),
  /** opened again and read to the end after it was written, and as long as it was then */
  verificata: z.boolean(),
  /** made by the store that is open (settings), or by the one of the folder's own places (door) */
  propria: z.boolean(),
});

const luogoNoto = luogo.extend({
  ultima: z.object({ atMs: z.number(), file: z.string(), byte: z.number() }).nullable(),
  /** why the last try failed, and since when it does */
  errore: z.string().nullable(),
  dalMs: z.number().nullable(),
  copie: z.array(copiaTrovata),
});

export const copie = {
  /** For the bottom line: how far behind the copies are. */
  'copie.getStato': query({
    ruoli: RUOLI,
    legge: ['copie', 'pacchi'],
    input: niente,
    output: z.object({
      /** the newest copy that ended well, in any place; null: none yet */
      ultimaAtMs: z.number().nullable(),
      /** this register is older than the parcels it has already sent: a copy was restored */
      arretrato: z.boolean(),
      /** places where the last try failed */
      mancanti: z.array(
        z.object({ tipo: z.enum(['cartella', 'rete', 'chiavetta']), assente: z.boolean(), dalMs: z.number() }),
      ),
    }),
  }),
  'copie.get': query({
    ruoli: GESTORI,
    legge: ['copie', 'pacchi'],
    input: niente,
    output: z.object({
      luoghi: z.array(luogoNoto),
      /** no place was chosen yet: the folder beside the data is used */
      predefinito: z.boolean(),
      /** what an old copy restored no longer remembers, in sentences */
      arretrati: z.array(z.string()),
      /** folders of sticks and disks found now */
      suggeriti: z.array(z.string()),
      /** the last rehearsal of a restore */
      prova: z.object({ atMs: z.number(), frase: z.string(), esito: z.boolean() }).nullable(),
    }),
  }),
  /** @refuses `copia.percorso`, `copia.dentro`, `copia.doppio`, `copia.luogo_assente` */
  'copie.save': command({
    ruoli: GESTORI,
    cambia: ['copie'],
    input: z.object({ luoghi: z.array(luogo).min(1).max(2) }),
    output: niente,
  }),
  /** Makes a copy now, in every place. */
  'copie.run': command({
    ruoli: GESTORI,
    cambia: ['copie'],
    input: niente,
    output: z.object({
      esiti: z.array(z.object({ percorso: z.string(), file: z.string().nullable(), errore: z.string().nullable() })),
    }),
  }),
  /** Restores a copy aside, opens and checks it, says what would be lost, takes it away. */
  'copie.prova': command({
    ruoli: GESTORI,
    cambia: ['copie'],
    input: z.object({ file: percorso, password: passwordDetta }),
    output: z.object({
      esito: z.boolean(),
      /** one sentence: what the copy holds and what it does not */
      frase: z.string(),
      /** changes registered after the copy; null when it is of another register */
      persi: z.number().int().nullable(),
      controlli: z.array(z.object({ nome: z.string(), esito: z.boolean() })),
    }),
  }),
};

/** At the door, before any store is open. Nothing of it opens a copy without its password. */
export const ripristino = {
  /** The copies of the known places, or of the file or folder that was written. */
  'ripristino.list': query({
    ruoli: 'pubblico',
    legge: ['copie', 'sessione'],
    input: z.object({ percorso: percorso.optional() }),
    output: z.object({
      /** newest verified first */
      copie: z.array(copiaTrovata),
      /** folders looked into */
      cercato: z.array(z.string()),
      /** a store is there: it would be moved aside */
      occupata: z.boolean(),
      /** parcels prepared and still in the outgoing folder: they stay there */
      inUscita: z.number().int(),
    }),
  }),
  /** @refuses `copia.*`, `sessione.password`, `sessione.aperta`, `archivio.*` */
  'ripristino.run': command({
    ruoli: 'pubblico',
    cambia: ['copie', 'sessione'],
    input: z.object({ file: percorso.min(1), password: passwordDetta }),
    output: z.object({
      createdAtMs: z.number(),
      /** folder of the store that was there; null when there was none */
      messoDaParte: z.string().nullable(),
    }),
  }),
};
