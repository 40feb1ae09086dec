import { listNote, listOscuramenti, type NotaRiservata, type Oscuramento } from '../../db/reads/riservatezza.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Ruolo } from '../contract/ruolo.ts';
import { LEGGE_SEZIONE, type Sezione } from '../contract/sezione.ts';
import { type Contesto, gesto } from './contesto.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { type Sezioni, sezioniPer } from './sezione.ts';

type Cartella = Output<'ospiti.get'>;

/** @throws ErroreApprodo `ospite.sconosciuto`, `riservatezza.ruoli` */
export function registerOscuramento(
  ctx: Contesto,
  { ospiteId, sezione, ruoli, motivo, dal }: Parsed<'oscuramenti.register'>,
): Output<'oscuramenti.register'> {
  getRigaOspite(ctx.store, ospiteId);
  assertRuoli(ctx, sezione, ruoli);
  return ctx.store.write(gesto(ctx, 'oscuramenti.register', { ospiteId }), (tx) => ({
    id: tx.insert('oscuramenti', { ospiteId, sezione, ruoli, motivo, dal: dal ?? ctx.oggi() }),
  }));
}

/** For who does not see the section, a darkening is not there. @throws ErroreApprodo `oscuramento.sconosciuto` */
export function liftOscuramento(ctx: Contesto, { id, motivo }: Parsed<'oscuramenti.lift'>): Output<'oscuramenti.lift'> {
  const riga = ctx.store.find('oscuramenti', id);
  const sezioni: Sezioni = riga ? sezioniPer(ctx, riga.ospiteId) : new Set();
  if (!riga || riga.deletedAtMs !== null || !sezioni.has(riga.sezione as Sezione))
    throw new ErroreApprodo('oscuramento.sconosciuto', 'Questo oscuramento non c’è più: ricaricare la pagina.');
  ctx.store.write(gesto(ctx, 'oscuramenti.lift', { ospiteId: riga.ospiteId, nota: motivo }), (tx) =>
    tx.remove('oscuramenti', id),
  );
  return {};
}

/** @throws ErroreApprodo `ospite.sconosciuto`, `riservatezza.ruoli`, `nota.futura` */
export function registerNota(
  ctx: Contesto,
  { ospiteId, data, testo, ruoli }: Parsed<'note.register'>,
): Output<'note.register'> {
  getRigaOspite(ctx.store, ospiteId);
  assertRuoli(ctx, 'note', ruoli);
  if (data > ctx.oggi())
    throw new ErroreApprodo('nota.futura', 'La nota ha una data nel futuro: scrivere il giorno a cui si riferisce.');
  return ctx.store.write(gesto(ctx, 'note.register', { ospiteId }), (tx) => ({
    id: tx.insert('note_riservate', { ospiteId, data, testo, ruoli, autore: ctx.utente.nome }),
  }));
}

/** The sealed notes and the darkenings who asks may know of. */
export function listRiservate(
  ctx: Contesto,
  ospiteId: string,
  sezioni: Sezioni,
): Pick<Cartella, 'note' | 'oscuramenti'> {
  const { ruolo } = ctx.utente;
  const note = sezioni.has('note') ? listNote(ctx.store, ospiteId).filter((nota) => isSua(nota, ruolo)) : [];
  const oscuramenti = listOscuramenti(ctx.store, ospiteId).filter(({ sezione }) => sezioni.has(sezione as Sezione));
  return { note: note.map(toNota), oscuramenti: oscuramenti.map(toOscuramento) };
}

/** Whether a role reads this note, given that it reads the notes of this guest. */
export function isSua({ ruoli }: Pick<NotaRiservata, 'ruoli'>, ruolo: Ruolo): boolean {
  return ruoli.includes(ruolo);
}

function toNota({ id, data, testo, autore, ruoli, createdAtMs }: NotaRiservata): Cartella['note'][number] {
  return { id, data, testo, autore, ruoli: ruoli as Ruolo[], atMs: createdAtMs };
}

function toOscuramento({ id, sezione, ruoli, motivo, dal }: Oscuramento): Cartella['oscuramenti'][number] {
  return { id, sezione: sezione as Sezione, ruoli: ruoli as Ruolo[], motivo, dal };
}

/** Never beyond who reads the section anyway, and never without who is doing it: nothing may become readable by nobody. */
function assertRuoli({ utente }: Contesto, sezione: Sezione, ruoli: readonly Ruolo[]): void {
  const ammessi = LEGGE_SEZIONE[sezione];
  if (ruoli.every((ruolo) => ammessi.includes(ruolo)) && ruoli.includes(utente.ruolo)) return;
  throw new ErroreApprodo(
    'riservatezza.ruoli',
    `Qui si può scegliere solo tra ${ammessi.join(', ')}, e il proprio ruolo deve restare: correggere la scelta.`,
  );
}
