import { findPermanenza, listPermanenze, type PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { findMese } from '../../db/reads/mese.ts';
import { findModificaCella, findPresenze, listCodici, listPresenzeMese } from '../../db/reads/presenza.ts';
import { listModuli, listPosti } from '../../db/reads/struttura.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { giornoDelMese, type Mese, meseDi, periodoDelMese } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { nascitaDi } from '../../domain/nascita.ts';
import { isGiornoDiPermanenza } from '../../domain/permanenza.ts';
import { nomeScritto } from '../../domain/persona.ts';
import { type Posti, postiDelGiorno } from '../../domain/posti.ts';
import { type CodiciMese, codiceDelGiorno, MESE_VUOTO, setCodice } from '../../domain/presenza.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertMeseAperto, assertRegistroProprio } from './mese-aperto.ts';
import { campiMancanti } from './scheda.ts';
import { lettoreDi, permanenzaVista } from './sezione.ts';
import { getStruttura } from './struttura.ts';

/** The grid of one struttura and month. */
export function getMese(
  ctx: Contesto,
  { struttura: codice, mese }: Parsed<'presenze.getMese'>,
): Output<'presenze.getMese'> {
  const { store } = ctx;
  const lettore = lettoreDi(ctx);
  const struttura = getStruttura(store, codice);
  const periodo = periodoDelMese(mese);
  const stato = findMese(store, struttura.id, mese);
  const codici = new Map(listPresenzeMese(store, struttura.id, mese).map((riga) => [riga.ingressoId, riga.codici]));
  const moduli = listModuli(store).filter((modulo) => modulo.strutturaId === struttura.id);
  const byId = new Map(moduli.map((modulo) => [modulo.id, modulo]));
  const posti = listPosti(store);
  const postiDi = (ids: ReadonlySet<string>) =>
    postiPerGiorno(
      posti.filter((riga) => ids.has(riga.moduloId)),
      mese,
    );
  return {
    struttura: { id: struttura.id, codice: struttura.codice, nome: struttura.nome },
    mese,
    oggi: ctx.oggi(),
    stato: stato?.stato === 'chiuso' || stato?.stato === 'riaperto' ? stato.stato : 'aperto',
    revisione: stato?.revisione ?? 0,
    solaLettura: ctx.ruolo === 'centrale',
    codici: listCodici(store),
    righe: listPermanenze(store, periodo.dal, periodo.al, struttura.id).map((p) => ({
      ingressoId: p.id,
      ospiteId: p.ospiteId,
      cognome: p.cognome,
      nome: p.nome,
      sesso: p.sesso,
      dataNascita: nascitaDi(p),
      utenza: p.utenza,
      entePagante: p.entePagante,
      dataIngresso: p.dataIngresso,
      dataDimissione: p.dataDimissione,
      esito: p.esito,
      moduli: p.assegnazioni.map(({ dal, moduloId }) => ({
        dal,
        modulo: byId.get(moduloId)?.codice ?? '',
        tipologia: byId.get(moduloId)?.tipologia ?? '',
      })),
      codici: codici.get(p.id) ?? MESE_VUOTO,
      manca: campiMancanti(permanenzaVista(p, lettore)),
    })),
    posti: postiDi(new Set(byId.keys())),
    postiPerModulo: Object.fromEntries(moduli.map((modulo) => [modulo.codice, postiDi(new Set([modulo.id]))])),
  };
}

function postiPerGiorno(posti: readonly Posti[], mese: Mese) {
  const giorni = Number(periodoDelMese(mese).al.slice(8));
  return Array.from({ length: giorni }, (_, index) => postiDelGiorno(posti, giornoDelMese(mese, index + 1)));
}

/** One gesture on the grid, all or nothing. @throws ErroreApprodo `presenze.*`, `mese.*` */
export function registerPresenze(ctx: Contesto, input: Parsed<'presenze.register'>): Output<'presenze.register'> {
  assertRegistroProprio(ctx);
  const struttura = getStruttura(ctx.store, input.struttura);
  const codici = new Set(listCodici(ctx.store).map((codice) => codice.voce));
  const byIngresso = Map.groupBy(input.cambi, (cambio) => cambio.ingressoId);
  const azione = gesto(ctx, `presenze.${input.gesto}`, { struttura: input.struttura, mese: input.mese });
  return ctx.store.write(azione, (tx) => {
    assertMeseAperto(ctx.store, struttura.id, input.mese);
    let cambiati = 0;
    const ospiti = new Set<string>();
    for (const [ingressoId, cambi] of byIngresso) {
      const p = findPermanenza(ctx.store, ingressoId);
      if (p?.strutturaId !== struttura.id)
        throw new ErroreApprodo(
          'presenze.permanenza',
          'La permanenza non è più in questa struttura: ricaricare la pagina e ripetere.',
        );
      ospiti.add(p.ospiteId);
      for (const cambio of cambi) assertCambio(p, input.mese, cambio, codici);
      cambiati += applyCambi(ctx, tx, p, input.mese, cambi);
    }
    const [ospiteId, altro] = ospiti;
    if (ospiteId !== undefined && altro === undefined) tx.setOspite(ospiteId);
    return { cambiati, atMs: tx.atMs };
  });
}

type Cambio = Parsed<'presenze.register'>['cambi'][number];

function assertCambio(p: PermanenzaDelRegistro, mese: Mese, cambio: Cambio, codici: ReadonlySet<string>): void {
  if (meseDi(cambio.giorno) !== mese)
    throw new ErroreApprodo('presenze.mese', `Il giorno ${formatGiorno(cambio.giorno)} non è di questo mese.`);
  if (cambio.codice !== null && !codici.has(cambio.codice))
    throw new ErroreApprodo(
      'presenze.codice',
      `«${cambio.codice}» non è un codice di presenza: usare ${[...codici].join(', ')}.`,
    );
  if (cambio.codice !== null && !isGiornoDiPermanenza(p, cambio.giorno))
    throw new ErroreApprodo(
      'presenze.fuori_permanenza',
      `${nomeScritto(p)} non è in struttura ${formatGiorno(cambio.giorno)}: controllare ingresso e dimissione.`,
    );
}

function applyCambi(
  ctx: Contesto,
  tx: Scrittura,
  p: PermanenzaDelRegistro,
  mese: Mese,
  cambi: readonly Cambio[],
): number {
  const row = findPresenze(ctx.store, p.id, mese);
  const before: CodiciMese = row && row.deletedAtMs === null ? row.codici : MESE_VUOTO;
  let after = before;
  for (const cambio of cambi) {
    const now = codiceDelGiorno(before, cambio.giorno);
    if (cambio.prima !== undefined && (cambio.prima ?? '.') !== now)
      throw new ErroreApprodo(
        'presenze.superato',
        `${nomeScritto(p)}, ${formatGiorno(cambio.giorno)}: intanto il giorno è stato cambiato in un’altra finestra. Ricaricare e ripetere.`,
      );
    after = setCodice(after, cambio.giorno, cambio.codice);
  }
  if (after === before) return 0;
  if (!row) tx.insert('presenze', { ingressoId: p.id, mese, codici: after });
  else tx.update('presenze', row.id, { codici: after, deletedAtMs: null });
  return [...after].filter((letter, index) => letter !== before[index]).length;
}

export function findModifica(ctx: Contesto, input: Parsed<'presenze.findModifica'>): Output<'presenze.findModifica'> {
  const found = findModificaCella(ctx.store, input.ingressoId, input.giorno);
  return found ? { atMs: found.voce.atMs, utente: found.voce.utente, da: found.da, a: found.a } : null;
}
