import { findPermanenza } from '../../db/reads/ingresso.ts';
import { type OspitePossibile, listPossibili as readPossibili } from '../../db/reads/persona.ts';
import { loadDatiBilancio } from '../../db/reads/report.ts';
import { listStrutture } from '../../db/reads/struttura.ts';
import { computeBilancio, type DatiBilancio } from '../../domain/bilancio.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { computeGiornate } from '../../domain/giornate.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { computeIndicatori } from '../../domain/indicatore.ts';
import { formatNascita, nascitaDi } from '../../domain/nascita.ts';
import { nomeScritto } from '../../domain/persona.ts';
import { type FiltroRighe, righeDietro } from '../../domain/righe.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Contesto } from './contesto.ts';
import { lettoreDi, permanenzaVista } from './sezione.ts';

/** Flows and days of any period. */
export function reportGiornate(ctx: Contesto, { dal, al, per }: Parsed<'report.giornate'>): Output<'report.giornate'> {
  const periodo = assertPeriodo(dal, al);
  return computeGiornate(periodo, loadDatiBilancio(ctx.store, periodo), per);
}

/** formats.md §3. */
export function reportBilancio(ctx: Contesto, { dal, al }: Parsed<'report.bilancio'>): Output<'report.bilancio'> {
  const periodo = assertPeriodo(dal, al);
  const bilancio = computeBilancio(periodo, loadDatiBilancio(ctx.store, periodo));
  const { cooperativa, altri } = bilancio;
  return { dal, al, comunita: bilancio.comunita.map((c) => ({ ...c })), cooperativa: { ...cooperativa }, altri };
}

/** The quality indicators of the period, as of today. */
export function reportIndicatori(ctx: Contesto, { dal, al }: Parsed<'report.indicatori'>): Output<'report.indicatori'> {
  const periodo = assertPeriodo(dal, al);
  return computeIndicatori(periodo, loadDatiBilancio(ctx.store, periodo), ctx.oggi());
}

/** The stays behind one figure of `report.giornate`; their `n` add up to it. */
export function reportRighe(ctx: Contesto, input: Parsed<'report.righe'>): Output<'report.righe'> {
  const periodo = assertPeriodo(input.dal, input.al);
  const strutture = new Map(listStrutture(ctx.store).map((struttura) => [struttura.id, struttura.nome]));
  const dati = conProfiliVisti(ctx, loadDatiBilancio(ctx.store, periodo));
  const righe = righeDietro(input.figura, periodo, dati, filtroOf(input, dati, ctx.oggi()));
  return righe.map((riga) => {
    const p = findPermanenza(ctx.store, riga.ingressoId);
    return {
      ingressoId: riga.ingressoId,
      ospiteId: riga.ospiteId,
      ospite: p ? nomeScritto(p) : '',
      struttura: strutture.get(p?.strutturaId ?? '') ?? '',
      dataIngresso: p?.dataIngresso ?? '',
      dataDimissione: p?.dataDimissione ?? null,
      n: riga.n,
    };
  });
}

/** The profiles as who asks may know them: a figure of carcerazioni must not list who darkened them. */
function conProfiliVisti(ctx: Contesto, dati: DatiBilancio): DatiBilancio {
  const lettore = lettoreDi(ctx);
  const permanenze = dati.permanenze.map((p) => {
    const { ospiteId, ...profilo } = permanenzaVista({ ospiteId: p.ospiteId, ...p.profilo }, lettore);
    return { ...p, ospiteId, profilo };
  });
  return { ...dati, permanenze };
}

/** Ospiti who may be one person: one fact equal, not two. They are counted as two until a person decides. */
export function listPossibili({ store }: Contesto): Output<'report.possibili'> {
  return readPossibili(store).map(({ a, b, uguale }) => ({
    perche:
      uguale === 'nome' ? 'stesso nome, altro codice fiscale e nascita' : 'stesso codice fiscale, altro nome e nascita',
    a: describe(a),
    b: describe(b),
  }));
}

function describe({ cognome, nome, dataNascita, nascitaPresunta, codiceFiscale }: OspitePossibile): string {
  const cf = codiceFiscale === null ? '' : `, ${codiceFiscale}`;
  return `${nomeScritto({ cognome, nome })}, ${formatNascita(nascitaDi({ dataNascita, nascitaPresunta }))}${cf}`;
}

/** The row of `report.giornate` as a filter; a chiave that is not there matches nothing. */
function filtroOf(input: Parsed<'report.righe'>, dati: DatiBilancio, oggi: Giorno): FiltroRighe {
  const { dal: _dal, al: _al, figura: _figura, per, chiave, relazione, ...resto } = input;
  const altro = { ...resto, relazioneOltreAl: relazione === undefined ? undefined : oggi };
  const parte = Object.fromEntries(Object.entries(altro).filter(([, value]) => value !== undefined)) as FiltroRighe;
  if (chiave === undefined) return parte;
  if (per === 'ente_pagante') return { ...parte, entePagante: chiave || null };
  if (per === 'struttura')
    return { ...parte, strutturaId: dati.strutture.find((s) => s.codice === chiave)?.id ?? chiave };
  return { ...parte, moduloId: chiave === '' ? null : (dati.moduli.find((m) => m.codice === chiave)?.id ?? chiave) };
}

/** @throws ErroreApprodo `report.periodo` */
function assertPeriodo(dal: Giorno, al: Giorno): { dal: Giorno; al: Giorno } {
  if (al < dal)
    throw new ErroreApprodo('report.periodo', 'Il periodo finisce prima di cominciare: controllare le due date.');
  return { dal, al };
}
