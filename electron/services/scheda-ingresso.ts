import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { listNucleo } from '../../db/reads/nucleo.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { fineMassima, fineProgramma, massimaDelGiorno } from '../../domain/durata-modulo.ts';
import { etaIl } from '../../domain/eta.ts';
import { nascitaDi } from '../../domain/nascita.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { campiScheda } from '../contract/scheda.ts';
import { avvisiPagante } from './assenza-regola.ts';
import type { Contesto } from './contesto.ts';
import { aboutPermanenza, getPermanenza, remarks } from './ingresso.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { modificaRiga } from './modifica.ts';
import { durateDi } from './regole.ts';
import { schedeMancanti } from './scheda.ts';
import { assertCorreggibile, avvisiDichiarazioni, type SchedaParziale, schedaScritta } from './scheda-campi.ts';
import { isLeggibile, type Sezioni, sezioniPer } from './sezione.ts';

export type Scheda = Output<'ingressi.getScheda'>;
type Campi = Scheda['campi'];

/** Fields that hold a list of values. */
const ELENCHI: ReadonlySet<string> = new Set(['sostanzePrimarie', 'sostanzeSecondarie']);

/** The scheda d'ingresso of one stay, as who asks may know it. @throws ErroreApprodo `ingresso.sconosciuto` */
export function getScheda(ctx: Contesto, { ingressoId }: Parsed<'ingressi.getScheda'>): Scheda {
  const p = getPermanenza(ctx.store, ingressoId);
  const riga = ctx.store.find('ingressi', ingressoId);
  const struttura = ctx.store.find('strutture', p.strutturaId);
  const campi = campiVisti(riga, sezioniPer(ctx, p.ospiteId));
  return {
    ingressoId,
    ospiteId: p.ospiteId,
    struttura: { codice: struttura?.codice ?? '', nome: struttura?.nome ?? '' },
    dataIngresso: p.dataIngresso,
    dataDimissione: p.dataDimissione,
    etaIngresso: etaIl(p.dataNascita, p.dataIngresso),
    campi,
    manca: schedeMancanti(ctx)(p),
    durata: durataDi(ctx, p, campi.finePrevista),
    nucleo: nucleoDi(ctx, riga),
  };
}

/**
 * Writes the fields touched; the same field changed by somebody else meanwhile is asked about.
 * @throws ErroreApprodo `ingresso.sconosciuto`, `sezione.vietata`, `lista.voce`, `mese.altrui`
 */
export function saveScheda(ctx: Contesto, input: Parsed<'ingressi.saveScheda'>): Output<'ingressi.saveScheda'> {
  assertRegistroProprio(ctx);
  const p = getPermanenza(ctx.store, input.id);
  // before anything is compared: what somebody else wrote there must not be told
  assertCorreggibile([...Object.keys(input.prima), ...Object.keys(input.dopo)], sezioniPer(ctx, p.ospiteId));
  const correzione = {
    ...input,
    dopo: comeInRiga(schedaScritta(ctx.store, input.dopo)),
    prima: comeInRiga(input.prima),
  };
  return modificaRiga(ctx, 'ingressi', 'ingressi.saveScheda', aboutPermanenza(ctx.store, p), correzione, {
    dopo: (tx) => [
      ...avvisiPagante(ctx, tx, p.id, p.entePagante),
      ...avvisiDichiarazioni(input.dopo, nascitaDi(p), ctx.oggi()),
      ...remarks(ctx, getPermanenza(ctx.store, input.id)),
    ],
  });
}

/** A list never written is null in the store, and empty in the form. */
function comeInRiga(campi: SchedaParziale) {
  return Object.fromEntries(
    Object.entries(campi).map(([campo, valore]) => [
      campo,
      Array.isArray(valore) && valore.length === 0 ? null : valore,
    ]),
  );
}

function campiVisti(riga: Riga<'ingressi'> | undefined, sezioni: Sezioni): Campi {
  const campi = Object.keys(campiScheda).map((campo) => {
    const vuoto = ELENCHI.has(campo) ? [] : null;
    const valore = (riga as Readonly<Record<string, unknown>> | undefined)?.[campo] ?? vuoto;
    return [campo, isLeggibile(campo, sezioni) ? valore : vuoto];
  });
  return Object.fromEntries(campi) as Campi;
}

/** When the programme ends: agreed, or by the maximum duration of the modulo. null: no limit, or the stay is over. */
function durataDi(ctx: Contesto, p: PermanenzaDelRegistro, agreed: string | null): Scheda['durata'] {
  if (p.dataDimissione !== null && p.dataDimissione <= ctx.oggi()) return null;
  const massima = massimaDelGiorno(p, durateDi(ctx.store), ctx.oggi());
  return fineProgramma(agreed, massima?.fine ?? null, ctx.oggi());
}

/** The last day of a programme of this tipologia (list tipologia_modulo) that begins on `dal`; null: no limit. */
export function fineMassimaDi(store: Store, tipologia: string, dal: string): string | null {
  return fineMassima(dal, durateDi(store).durataDi(tipologia));
}

function nucleoDi(ctx: Contesto, riga: Riga<'ingressi'> | undefined): Scheda['nucleo'] {
  const nucleo = riga?.nucleoId && ctx.store.find('nuclei', riga.nucleoId);
  if (!riga || !nucleo) return null;
  const membri = listNucleo(ctx.store, nucleo.id, riga.strutturaId).filter(({ ingressoId }) => ingressoId !== riga.id);
  return {
    id: nucleo.id,
    nome: nucleo.nome,
    membri: membri.map(({ strutturaId: _, genitoreId, ...membro }) => ({
      ...membro,
      legame: membro.ospiteId === riga.genitoreId ? 'genitore' : genitoreId === riga.ospiteId ? 'figlio' : null,
    })),
  };
}
