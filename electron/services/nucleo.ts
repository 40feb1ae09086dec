import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { type Famigliare, listNucleo } from '../../db/reads/nucleo.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { nomeScritto } from '../../domain/persona.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { type Ammesso, admit, avvisiCapienza, getPermanenza } from './ingresso.ts';
import { assertRegistroProprio } from './mese-aperto.ts';

type Input = Parsed<'nuclei.register'>;

/**
 * A family admitted in one gesture: each with a stay, a payer, presences of their own; all or nobody.
 * @throws ErroreApprodo `nucleo.genitore`, and those of an admission
 */
export function registerNucleo(ctx: Contesto, input: Input): Output<'nuclei.register'> {
  assertRegistroProprio(ctx);
  assertGenitori(input.membri);
  return ctx.store.write(gesto(ctx, 'nuclei.register', { struttura: input.struttura }), (tx) => {
    const nucleoId = findOrMakeNucleo(ctx, tx, input);
    const ammessi = new Map<number, Ammesso>();
    // parents first: a minor's stay names the parent
    for (const posto of inOrdine(input.membri)) {
      const membro = input.membri[posto];
      if (membro) ammessi.set(posto, admitMembro(ctx, tx, input, membro, { nucleoId, ammessi }));
    }
    const membri = input.membri.flatMap((_, posto) => ammessi.get(posto) ?? []);
    return {
      nucleoId,
      membri: membri.map(({ ingressoId, ospiteId }) => ({ ingressoId, ospiteId })),
      avvisi: [...avvisiPerNome(tx, membri), ...avvisiCapienza(ctx, membri)],
      voce: tx.voce,
    };
  });
}

function admitMembro(
  ctx: Contesto,
  tx: Scrittura,
  input: Input,
  membro: Input['membri'][number],
  { nucleoId, ammessi }: { nucleoId: string; ammessi: ReadonlyMap<number, { ospiteId: string }> },
): Ammesso {
  const { struttura, dataIngresso } = input;
  return admit(ctx, tx, {
    ...{ struttura, dataIngresso, nucleoId },
    ospite: membro.ospite,
    modulo: membro.modulo === undefined ? input.modulo : membro.modulo,
    scheda: { ...input.comuni, ...membro.scheda },
    alloggio: membro.alloggio,
    genitoreId: genitoreDi(ctx, input, membro, ammessi),
  });
}

/** The parent among those admitted; of a minor who joins a family already here, the adult of it the stay is of, or belongs to. */
function genitoreDi(
  ctx: Contesto,
  input: Input,
  membro: Input['membri'][number],
  ammessi: ReadonlyMap<number, { ospiteId: string }>,
): string | null {
  if (membro.genitore !== null) return ammessi.get(membro.genitore)?.ospiteId ?? null;
  if (membro.scheda.utenza !== 'MINORE' || input.conIngresso === null) return null;
  return adultoDi(ctx, getPermanenza(ctx.store, input.conIngresso));
}

/** A child is nobody's parent: theirs is, or the one adult of the family. null: nobody, or it cannot be told. */
function adultoDi({ store }: Contesto, p: PermanenzaDelRegistro): string | null {
  const { genitoreId = null, nucleoId = null } = store.find('ingressi', p.id) ?? {};
  if (genitoreId !== null) return genitoreId;
  if (!isMinore(p)) return p.ospiteId;
  const adulti = nucleoId === null ? [] : listNucleo(store, nucleoId, p.strutturaId).filter((uno) => !isFiglio(uno));
  return adulti.length === 1 ? (adulti[0]?.ospiteId ?? null) : null;
}

function isMinore({ utenza }: { readonly utenza: string | null }): boolean {
  return utenza === 'MINORE';
}

function isFiglio(uno: Famigliare): boolean {
  return isMinore(uno) || uno.genitoreId !== null;
}

function findOrMakeNucleo(ctx: Contesto, tx: Scrittura, input: Input): string {
  const nome = input.nome || nomeDi(tx, input);
  if (input.conIngresso === null) return tx.insert('nuclei', { nome });
  const { id, cognome } = getPermanenza(ctx.store, input.conIngresso);
  const gia = tx.find('ingressi', id)?.nucleoId;
  if (gia) return gia;
  const nucleoId = tx.insert('nuclei', { nome: input.nome || cognome });
  tx.update('ingressi', id, { nucleoId });
  return nucleoId;
}

/** The surname of the first; of somebody under a code the code, never the name that is about to be sealed. */
function nomeDi(tx: Scrittura, { membri }: Input): string {
  const primo = membri[0]?.ospite;
  if (!primo) return '';
  if ('id' in primo) return tx.find('ospiti', primo.id)?.cognome ?? '';
  return primo.anonimo ? 'Nucleo' : primo.cognome;
}

function inOrdine(membri: Input['membri']): number[] {
  const posti = membri.map((_, posto) => posto);
  return posti.toSorted((a, b) => Number(membri[a]?.genitore !== null) - Number(membri[b]?.genitore !== null));
}

/** A parent is another member who has none among them. */
function assertGenitori(membri: Input['membri']): void {
  for (const [posto, { genitore }] of membri.entries()) {
    if (genitore === null) continue;
    if (genitore === posto || membri[genitore]?.genitore !== null)
      throw new ErroreApprodo(
        'nucleo.genitore',
        'Il genitore deve essere un’altra persona del nucleo: sceglierlo di nuovo.',
      );
  }
}

function avvisiPerNome(tx: Scrittura, membri: readonly Ammesso[]): string[] {
  return membri.flatMap(({ ospiteId, avvisi }) => {
    const ospite = tx.find('ospiti', ospiteId);
    return avvisi.map((avviso) => (ospite ? `${nomeScritto(ospite)}: ${avviso}` : avviso));
  });
}
