import { listPartecipanti } from '../../db/reads/agenda.ts';
import { findUltimaDelGruppo, findUltimaSimile, listAttivita } from '../../db/reads/attivita.ts';
import { listPartecipantiDi } from '../../db/reads/incontro.ts';
import type { Riga } from '../../db/scrittura.ts';
import { contaConduttori } from '../../domain/conduttore.ts';
import type { Output, Parsed } from '../contract/index.ts';
import {
  assertAppuntamento,
  assertOspiti,
  assertVoceDi,
  avvisiAssenti,
  avvisiFuori,
  codiciStrutture,
  idPartecipanti,
} from './appuntamento.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { getRiga, modificaRiga, trovaContese } from './modifica.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { getStruttura } from './struttura.ts';

type Attivita = Output<'attivita.get'>;

/** @throws ErroreApprodo `riga.sconosciuta` */
export function getAttivita(ctx: Contesto, { id }: Parsed<'attivita.get'>): Attivita {
  const [attivita] = toAttivita(ctx, [getRiga(ctx.store, 'attivita', id)]);
  return attivita as Attivita;
}

/** @throws ErroreApprodo `ospite.sconosciuto` */
export function listAttivitaOspite(
  ctx: Contesto,
  { ospiteId }: Parsed<'attivita.listOspite'>,
): Output<'attivita.listOspite'> {
  const { personaId } = getRigaOspite(ctx.store, ospiteId);
  return { ospiteId, attivita: toAttivita(ctx, listAttivita(ctx.store, personaId)) };
}

/** Who was there the last time. @throws ErroreApprodo `struttura.sconosciuta` */
export function listUltimi(ctx: Contesto, input: Parsed<'attivita.listUltimi'>): Output<'attivita.listUltimi'> {
  const { id: strutturaId } = getStruttura(ctx.store, input.struttura);
  const { gruppoId, area, titolo, prima } = input;
  const ultima =
    gruppoId === null
      ? findUltimaSimile(ctx.store, { strutturaId, area, titolo, prima })
      : findUltimaDelGruppo(ctx.store, gruppoId, prima);
  if (ultima === undefined) return { data: null, ospiti: [] };
  const { data } = getRiga(ctx.store, 'attivita', ultima);
  return { data, ospiti: listPartecipanti(ctx.store, 'attivita', ultima) };
}

/** @throws ErroreApprodo `mese.altrui`, `mese.chiuso`, `agenda.futuro`, `lista.voce`, `ospite.sconosciuto` */
export function registerAttivita(ctx: Contesto, input: Parsed<'attivita.register'>): Output<'attivita.register'> {
  assertRegistroProprio(ctx);
  const { struttura: codice, ospiti: scelti, ...attivita } = input;
  const { id: strutturaId } = getStruttura(ctx.store, codice);
  const ospiti = assertOspiti(ctx.store, scelti);
  assertVoceDi(ctx.store, 'area_attivita', attivita.area, 'Area dell’attività');
  assertAppuntamento(ctx, { ...attivita, strutturaId });
  if (attivita.gruppoId !== null) getRiga(ctx.store, 'gruppi', attivita.gruppoId);
  return ctx.store.write(gesto(ctx, 'attivita.register', { struttura: codice }), (tx) => {
    const id = tx.insert('attivita', { ...attivita, ...contaConduttori(attivita), strutturaId });
    tx.setPartecipanti('attivita', id, ospiti);
    return { id, voce: tx.voce, avvisi: avvisiDi(ctx, getRiga(ctx.store, 'attivita', id), ospiti) };
  });
}

/** @throws ErroreApprodo as `registerAttivita`, and `riga.sconosciuta` */
export function saveAttivita(ctx: Contesto, input: Parsed<'attivita.save'>): Output<'attivita.save'> {
  assertRegistroProprio(ctx);
  const { id } = input;
  const riga = getRiga(ctx.store, 'attivita', id);
  const { ospiti: visti, ...prima } = input.prima;
  const { ospiti: scelti, ...dopo } = input.dopo;
  const attuali = idPartecipanti(ctx.store, 'attivita', id);
  const ospiti = scelti ? assertOspiti(ctx.store, scelti).toSorted() : attuali;
  const chi = scelti && visti ? { id, prima: { ospiti: visti.toSorted() }, dopo: { ospiti } } : null;
  const contese = chi ? trovaContese(ctx.store, 'attivita', id, { ospiti: attuali }, chi) : [];
  if (contese.length > 0) return { id, voce: null, avvisi: [], contese };
  if (dopo.area !== riga.area) assertVoceDi(ctx.store, 'area_attivita', dopo.area, 'Area dell’attività');
  const about = { struttura: codiciStrutture(ctx.store).get(riga.strutturaId) ?? '' };
  return modificaRiga(
    ctx,
    'attivita',
    'attivita.save',
    about,
    { id, prima, dopo },
    {
      colonne: (scritti) => ({ ...scritti, ...contaConduttori({ ...riga, ...scritti }) }),
      controlla: (com_era, come_sara) => assertAppuntamento(ctx, com_era, come_sara),
      dopo: (tx, nuova) => {
        tx.setPartecipanti('attivita', id, ospiti);
        return avvisiDi(ctx, nuova, ospiti);
      },
    },
  );
}

/** @throws ErroreApprodo `riga.sconosciuta`, `mese.altrui`, `mese.chiuso` */
export function removeAttivita(ctx: Contesto, { id }: Parsed<'attivita.remove'>): Output<'attivita.remove'> {
  assertRegistroProprio(ctx);
  const riga = getRiga(ctx.store, 'attivita', id);
  assertAppuntamento(ctx, { ...riga, stato: 'annullato' });
  const about = { struttura: codiciStrutture(ctx.store).get(riga.strutturaId) ?? '' };
  return ctx.store.write(gesto(ctx, 'attivita.remove', about), (tx) => {
    tx.remove('attivita', id);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

function avvisiDi(ctx: Contesto, riga: Riga<'attivita'>, ospiti: readonly string[]): string[] {
  const avvisi = [...avvisiAssenti(ctx.store, riga, ospiti), ...avvisiFuori(ctx.store, riga, ospiti)];
  if (riga.stato === 'fatto' && ospiti.length === 0)
    avvisi.push('L’attività è salvata senza partecipanti: aggiungerli quando si vuole.');
  return avvisi;
}

/** Rows with their participants and struttura: one read for all of them. */
function toAttivita(ctx: Contesto, righe: readonly Riga<'attivita'>[]): Attivita[] {
  const codici = codiciStrutture(ctx.store);
  const chi = listPartecipantiDi(
    ctx.store,
    'attivita',
    righe.map(({ id }) => id),
  );
  return righe.map((riga) => {
    const { id, data, ora, area, titolo, gruppoId, ore, operatori, volontari, nomiOperatori, nomiVolontari } = riga;
    return {
      ...{ id, data, ora, area, titolo, gruppoId, ore, operatori, volontari, nomiOperatori, nomiVolontari },
      struttura: codici.get(riga.strutturaId) ?? '',
      ospiti: (chi.get(id) ?? []).map(({ riga: _riga, ...ospite }) => ospite),
      stato: riga.stato as Attivita['stato'],
    };
  });
}
