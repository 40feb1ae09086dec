import { z } from 'zod';
import { INCONTRI_CONTATTO, TIPI_CONTATTO } from '../../domain/contatto.ts';
import { LEGGE_IDENTITA } from './anonimato.ts';
import { id, testo } from './campo.ts';
import { command } from './endpoint.ts';
import { esitoModifica, modificaDi, salvato } from './modifica.ts';
import { COMUNITA } from './ruolo.ts';

/** Somebody around a guest. Under a code: `nome` is the code, `telefono` null. */
export const contatto = z.object({
  id,
  legame: z.string(),
  nome: z.string(),
  telefono: z.string().nullable(),
  tipo: z.enum(TIPI_CONTATTO).nullable(),
  /** whether the guest may meet or hear them; null: nobody said */
  incontri: z.enum(INCONTRI_CONTATTO).nullable(),
  riservato: z.boolean(),
});

const tipo = z.enum(TIPI_CONTATTO).nullable();
const incontri = z.enum(INCONTRI_CONTATTO).nullable();

/** The persons around a guest. They are read on the guest's page (`ospiti.get`). */
export const contatti = {
  /** With `riservato` only a code is kept in the register, who it is apart (art. 120 DPR 309/1990). */
  'contatti.add': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'registro'],
    input: z.object({
      ospiteId: id,
      legame: testo.min(1, 'Scrivere chi è per l’ospite.').max(100),
      nome: testo.min(1, 'Scrivere il nome.').max(200),
      telefono: testo.max(100).nullable().default(null),
      tipo: tipo.default(null),
      incontri: incontri.default(null),
      riservato: z.boolean().default(false),
    }),
    output: salvato,
  }),
  /** Any field; of one under a code not who it is, which is not here: taken away and added again. */
  'contatti.save': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'registro'],
    input: modificaDi(
      z.object({
        legame: testo.min(1, 'Scrivere chi è per l’ospite.').max(100),
        nome: testo.min(1, 'Scrivere il nome.').max(200),
        telefono: testo.max(100).nullable(),
        tipo,
        incontri,
      }),
    ),
    output: esitoModifica,
  }),
  /** Undone by one key, but of one under a code: what was sealed of it is gone. */
  'contatti.remove': command({
    ruoli: COMUNITA,
    cambia: ['ospiti', 'registro'],
    input: z.object({ id }),
    output: salvato,
  }),
  /** Who a contact under a code is. The reason is in the log before the answer is given. */
  'contatti.open': command({
    ruoli: LEGGE_IDENTITA,
    cambia: ['registro'],
    input: z.object({ id, motivo: testo.min(1, 'Scrivere il motivo.') }),
    output: z.object({ nome: z.string(), telefono: z.string().nullable() }),
  }),
};
