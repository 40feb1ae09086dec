import {
  findModulo,
  findStruttura,
  findTolta,
  listMesiRegistrati,
  listModuli,
  listPosti,
  type Modulo,
  type PostiRiga,
  listStrutture as readStrutture,
  type Struttura,
} from '../../db/reads/struttura.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { type Apertura, aperteInsieme } from '../../domain/apertura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import type { Posti } from '../../domain/posti.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { assertApertura, avvisiModulo, avvisiStruttura } from './apertura.ts';
import { type Contesto, gesto } from './contesto.ts';
import { isVoce } from './lista.ts';
import { assertPostiNonAlterano } from './mese-aperto.ts';
import { type Correzione, type EsitoModifica, getRiga, modificaRiga, trovaContese } from './modifica.ts';

/** The strutture of this store with their moduli and places. */
export function listStrutture({ store }: Contesto): Output<'strutture.list'> {
  const moduli = Map.groupBy(listModuli(store), (modulo) => modulo.strutturaId);
  const posti = Map.groupBy(listPosti(store), (riga) => riga.moduloId);
  const mesi = listMesiRegistrati(store);
  return readStrutture(store).map((struttura) => ({
    id: struttura.id,
    codice: struttura.codice,
    nome: struttura.nome,
    tipo: struttura.tipo,
    utenza: struttura.utenza,
    ats: struttura.ats,
    indirizzo: struttura.indirizzo,
    cap: struttura.cap,
    comune: struttura.comune,
    provincia: struttura.provincia,
    telefono: struttura.telefono,
    dal: struttura.dal,
    al: struttura.al,
    primoMese: mesi.get(struttura.id)?.primo ?? null,
    ultimoMese: mesi.get(struttura.id)?.ultimo ?? null,
    moduli: (moduli.get(struttura.id) ?? []).map((modulo) => ({
      id: modulo.id,
      codice: modulo.codice,
      nome: modulo.nome,
      tipologia: modulo.tipologia,
      conta: modulo.conta,
      dal: modulo.dal,
      al: modulo.al,
      posti: posti.get(modulo.id) ?? [],
    })),
  }));
}

/** @throws ErroreApprodo `struttura.sconosciuta` */
export function getStruttura(store: Store, codice: string): Struttura {
  const struttura = findStruttura(store, codice);
  if (!struttura)
    throw new ErroreApprodo(
      'struttura.sconosciuta',
      `La struttura ${codice} non è in questo registro: controllare il codice o importare il foglio dell’ufficio.`,
    );
  return struttura;
}

/** What a struttura that comes back does not keep of before, where nothing is said of it. */
const NIENTE = {
  ...{ utenza: null, ats: null, indirizzo: null, cap: null, comune: null, provincia: null, telefono: null },
  ...{ dal: null, al: null, deletedAtMs: null },
};

/**
 * A struttura by its codice, or the correction of one. Closing it with guests still in it is said, never refused.
 * @throws ErroreApprodo `struttura.doppia`, `apertura.periodo`, `lista.voce`, `mese.chiuso`, `riga.sconosciuta`
 */
export function saveStruttura(ctx: Contesto, input: Parsed<'strutture.save'>): Output<'strutture.save'> {
  const { store } = ctx;
  if ('prima' in input) {
    const { codice } = getRiga(store, 'strutture', input.id);
    return modificaRiga(ctx, 'strutture', 'strutture.save', { struttura: codice }, input, {
      controlla: (prima, dopo) => assertStruttura(store, prima, dopo),
      dopo: (_tx, riga) => avvisiStruttura(store, riga),
    });
  }
  const { codice, nuova, ...campi } = input;
  const nota = findStruttura(store, codice);
  if (nota && nuova)
    throw new ErroreApprodo('struttura.doppia', `C’è già una struttura con il codice ${codice}: correggere quella.`);
  const { tipo, dal = nota?.dal ?? null, al = nota?.al ?? null } = campi;
  return store.write(gesto(ctx, 'strutture.save', { struttura: codice }), (tx) => {
    assertStruttura(store, nota, { tipo, dal, al });
    const tolta = nota ? undefined : findTolta(store, 'strutture', codice);
    const id = nota?.id ?? tolta?.id ?? tx.insert('strutture', { codice, ...campi });
    if (nota) tx.update('strutture', id, campi);
    if (tolta) tx.update('strutture', id, { ...NIENTE, ...campi });
    const voce = tx.immagini.length > 0 ? tx.voce : null;
    return { id, voce, avvisi: avvisiStruttura(store, getRiga(store, 'strutture', id)), contese: [] };
  });
}

/** What the struttura would become; the figures of closed months stay as they are. */
function assertStruttura(store: Store, prima: Struttura | undefined, dopo: Apertura & { readonly tipo: string }): void {
  if (dopo.tipo !== prima?.tipo) assertVoce(store, 'tipo_struttura', dopo.tipo, 'Il tipo di struttura');
  assertApertura(dopo);
  if (!prima) return;
  const suoi = new Map(listModuli(store).map((modulo) => [modulo.id, modulo]));
  const posti = listPosti(store).filter((riga) => suoi.get(riga.moduloId)?.strutturaId === prima.id);
  const poi = posti.map((riga) => {
    const modulo = suoi.get(riga.moduloId);
    return modulo ? { ...riga, apertura: aperteInsieme(modulo, dopo) } : riga;
  });
  assertPostiNonAlterano(store, prima.id, posti, poi);
}

/**
 * A modulo by its codice with its places from `validoDal` on, or the correction of one: the places change from that day, the
 * period before ends the day before. Closing it with guests still in it is said, never refused.
 * @throws ErroreApprodo `modulo.codice`, `apertura.periodo`, `lista.voce`, `mese.chiuso`, `riga.sconosciuta`
 */
export function saveModulo(ctx: Contesto, input: Parsed<'moduli.save'>): Output<'moduli.save'> {
  return 'prima' in input ? correctModulo(ctx, input) : writeModulo(ctx, input);
}

function writeModulo(ctx: Contesto, input: Exclude<Parsed<'moduli.save'>, { prima: unknown }>): EsitoModifica {
  const { store } = ctx;
  const struttura = getStruttura(store, input.struttura);
  const existing = findModulo(store, input.codice);
  if (existing && (input.nuovo || existing.strutturaId !== struttura.id))
    throw new ErroreApprodo(
      'modulo.codice',
      existing.strutturaId === struttura.id
        ? `C’è già un modulo con il codice ${input.codice}: correggere quello.`
        : `Il codice ${input.codice} è già di un’altra struttura: sceglierne un altro.`,
    );
  const { codice, nome, tipologia, conta, dal = existing?.dal ?? null, al = existing?.al ?? null } = input;
  const campi = { nome, tipologia, conta, dal, al };
  return store.write(gesto(ctx, 'moduli.save', { struttura: input.struttura }), (tx) => {
    assertModulo(store, struttura, existing, campi, input);
    const tolto = existing ? undefined : findTolta(store, 'moduli', codice);
    const id = existing?.id ?? tolto?.id ?? tx.insert('moduli', { strutturaId: struttura.id, codice, ...campi });
    if (existing) tx.update('moduli', id, campi);
    if (tolto) tx.update('moduli', id, { ...campi, strutturaId: struttura.id, deletedAtMs: null });
    writePosti(tx, listPosti(store), id, input);
    const voce = tx.immagini.length > 0 ? tx.voce : null;
    return { id, voce, avvisi: avvisiModulo(store, getRiga(store, 'moduli', id)), contese: [] };
  });
}

/** The places the form of a modulo shows: those of the newest period that is not there for a while only (works). */
function postiMostrati(posti: readonly PostiRiga[]): PostiRiga | undefined {
  return posti.findLast((riga) => riga.validoAl === null) ?? posti.at(-1);
}

const CAMPI_POSTI = ['validoDal', 'accreditati', 'disponibili'] as const;

function correctModulo(ctx: Contesto, { id, prima, dopo }: Correzione): EsitoModifica {
  const { store } = ctx;
  const riga = getRiga(store, 'moduli', id);
  const struttura = getRiga(store, 'strutture', riga.strutturaId);
  const mostrati = postiMostrati(listPosti(store).filter((p) => p.moduloId === id));
  const [deiPosti, sue] = [true, false].map((cerca) => {
    const solo = (campi: Correzione['dopo']) =>
      Object.fromEntries(Object.entries(campi).filter(([campo]) => CAMPI_POSTI.some((uno) => uno === campo) === cerca));
    return { id, prima: solo(prima), dopo: solo(dopo) };
  });
  const contese = [
    ...trovaContese(store, 'moduli', id, { ...riga }, sue ?? { id, prima, dopo }),
    ...(mostrati && deiPosti ? trovaContese(store, 'posti', mostrati.id, { ...mostrati }, deiPosti) : []),
  ];
  if (contese.length > 0) return { id, voce: null, avvisi: [], contese };
  return store.write(gesto(ctx, 'moduli.save', { struttura: struttura.codice }), (tx) => {
    const prime = tx.immagini.length;
    const campi = { ...riga, ...sue?.dopo };
    const toccati = Object.keys(deiPosti?.dopo ?? {}).length > 0;
    const posti = toccati ? postiScritti(ctx, mostrati, deiPosti?.dopo ?? {}) : undefined;
    assertModulo(store, struttura, riga, campi, posti);
    tx.update('moduli', id, sue?.dopo ?? {});
    if (posti) writePosti(tx, listPosti(store), id, posti);
    const voce = tx.immagini.length > prime ? tx.voce : null;
    return { id, voce, avvisi: avvisiModulo(store, getRiga(store, 'moduli', id)), contese: [] };
  });
}

type PostiDal = Pick<Posti, 'validoDal' | 'accreditati' | 'disponibili'>;

/** What was not touched stays as the form showed it: without any period, none from the first of the year. */
function postiScritti(ctx: Contesto, mostrati: PostiRiga | undefined, dopo: Correzione['dopo']): PostiDal {
  const nessuno = { validoDal: `${ctx.oggi().slice(0, 4)}-01-01`, accreditati: 0, disponibili: 0 };
  const { validoDal, accreditati, disponibili } = { ...nessuno, ...mostrati, ...dopo };
  return { validoDal, accreditati, disponibili };
}

/** What the modulo would become; the figures of closed months stay as they are. */
function assertModulo(
  store: Store,
  struttura: Struttura,
  prima: Modulo | undefined,
  dopo: Apertura & { readonly tipologia: string },
  posti: PostiDal | undefined,
): void {
  if (dopo.tipologia !== prima?.tipologia)
    assertVoce(store, 'tipologia_modulo', dopo.tipologia, 'La tipologia del modulo');
  assertApertura(dopo);
  const suoi = listPosti(store).filter((riga) => riga.moduloId === prima?.id);
  const apertura = aperteInsieme(dopo, struttura);
  const poi = (posti ? postiDopo(suoi, posti, prima?.id ?? '') : suoi).map((riga) => ({ ...riga, apertura }));
  assertPostiNonAlterano(store, struttura.id, suoi, poi);
}

/** From that day on the modulo has these places. */
function writePosti(tx: Scrittura, tutti: readonly PostiRiga[], moduloId: string, nuovi: PostiDal): void {
  const { validoDal, accreditati, disponibili } = nuovi;
  const posti = tutti.filter((riga) => riga.moduloId === moduloId);
  const same = posti.find((riga) => riga.validoDal === validoDal);
  if (same) {
    tx.update('posti', same.id, { accreditati, disponibili });
    return;
  }
  const before = posti.filter((riga) => riga.validoDal < validoDal && riga.motivo === null).at(-1);
  if (before && (before.validoAl === null || before.validoAl >= validoDal))
    tx.update('posti', before.id, { validoAl: addGiorni(validoDal, -1) });
  tx.insert('posti', { moduloId, validoDal, validoAl: fineDi(posti, validoDal), accreditati, disponibili });
}

/** The periods of a modulo once these places hold from `validoDal` on. */
function postiDopo(posti: readonly Posti[], nuovi: PostiDal, moduloId: string): Posti[] {
  const { validoDal, accreditati, disponibili } = nuovi;
  const stessa = posti.find((riga) => riga.validoDal === validoDal);
  if (stessa) return posti.map((riga) => (riga === stessa ? { ...riga, accreditati, disponibili } : riga));
  return [...posti, { moduloId, validoDal, validoAl: fineDi(posti, validoDal), accreditati, disponibili }];
}

/** The day before the next period that is not there for a while only (works, which stand over this one). */
function fineDi(posti: readonly Posti[], validoDal: Giorno): Giorno | null {
  const dopo = posti.find((riga) => riga.validoDal > validoDal && riga.validoAl === null);
  return dopo ? addGiorni(dopo.validoDal, -1) : null;
}

function assertVoce(store: Store, lista: string, voce: string, cosa: string): void {
  if (!isVoce(lista, voce, store))
    throw new ErroreApprodo('lista.voce', `${cosa} «${voce}» non è nell’elenco: sceglierne una dall’elenco.`);
}
