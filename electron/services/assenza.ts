import {
  type AssenzaDelRegistro,
  findAssenza,
  listAssenzeAperte,
  listAssenzePersona,
  listMisureInVigore,
} from '../../db/reads/assenza.ts';
import { listCodici } from '../../db/reads/presenza.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { accordaAssenze, regolaPer } from '../../db/writes/assenza.ts';
import { removeAssenza as togliAssenza } from '../../db/writes/assenza-gesti.ts';
import { type Assenza, isAvvenuta, type QuadroAssenze, trattoDi } from '../../domain/assenza.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { annoDi, epochToGiorno, type Giorno } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import type { Permanenza } from '../../domain/permanenza.ts';
import { nomeScritto } from '../../domain/persona.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { assertDate, assertNessunaAltra, oraLocale, previsioneDi, spostaPrevisione } from './assenza-controllo.ts';
import { type Contesto, gesto } from './contesto.ts';
import { aboutPermanenza, getPermanenza } from './ingresso.ts';
import { listVoci } from './lista.ts';
import { assertRegistroProprio, meseChiuso } from './mese-aperto.ts';
import { modificaRiga } from './modifica.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { sezioniPer } from './sezione.ts';
import { getStruttura } from './struttura.ts';

export type RigaAssenza = Output<'assenze.list'>['righe'][number];

/** Who is out of a struttura on a day. */
export function listAssenze(ctx: Contesto, { struttura, giorno }: Parsed<'assenze.list'>): Output<'assenze.list'> {
  return { righe: listFuori(ctx, getStruttura(ctx.store, struttura).id, giorno).fuori };
}

/** Out on a day, late first; planned for it or before and not confirmed, who is still in the house; the leaves granted for after it. */
export function listFuori(
  ctx: Contesto,
  strutturaId: string,
  giorno: Giorno,
): { fuori: RigaAssenza[]; inUscita: RigaAssenza[]; previste: RigaAssenza[] } {
  const toRiga = lettoreAssenze(ctx);
  const righe = listAssenzeAperte(ctx.store, strutturaId, giorno).map(toRiga);
  const fuori = righe.filter((riga) => riga.uscita <= giorno && riga.confermata);
  const perUscita = (a: RigaAssenza, b: RigaAssenza) => quandoEsce(a).localeCompare(quandoEsce(b));
  return {
    fuori: [...fuori.filter((riga) => riga.inRitardo), ...fuori.filter((riga) => !riga.inRitardo)],
    inUscita: righe.filter((riga) => riga.uscita <= giorno && !riga.confermata).toSorted(perUscita),
    previste: righe.filter((riga) => riga.uscita > giorno).toSorted(perUscita),
  };
}

function quandoEsce({ uscita, oraUscita }: RigaAssenza): string {
  return `${uscita} ${oraUscita ?? ''}`;
}

/** The times away of one guest, with the days of each year. @throws ErroreApprodo `ospite.sconosciuto` */
export function listAssenzeOspite(
  ctx: Contesto,
  { ospiteId }: Parsed<'assenze.listOspite'>,
): Output<'assenze.listOspite'> {
  const toRiga = lettoreAssenze(ctx);
  const righe = listAssenzePersona(ctx.store, getRigaOspite(ctx.store, ospiteId).personaId);
  const nomi = new Map<string, string>();
  const nomeDi = (id: string) => {
    const nome = nomi.get(id) ?? ctx.store.find('strutture', id)?.nome ?? '';
    nomi.set(id, nome);
    return nome;
  };
  return {
    righe: righe.map((riga) => ({ ...toRiga(riga), struttura: nomeDi(riga.strutturaId) })),
    anni: giorniPerAnno(ctx, righe),
  };
}

function giorniPerAnno(ctx: Contesto, righe: readonly AssenzaDelRegistro[]): Output<'assenze.listOspite'>['anni'] {
  const conti = new Map<number, Map<string, number>>();
  for (const riga of righe) {
    const { inizio, fine } = trattoFinoA(riga, ctx.oggi());
    for (let giorno = inizio; giorno < fine; giorno++) {
      const anno = annoDi(epochToGiorno(giorno));
      const perCodice = conti.get(anno) ?? new Map<string, number>();
      perCodice.set(riga.codice, (perCodice.get(riga.codice) ?? 0) + 1);
      conti.set(anno, perCodice);
    }
  }
  const codici = listCodici(ctx.store);
  return [...conti]
    .toSorted(([a], [b]) => b - a)
    .map(([anno, perCodice]) => ({
      anno,
      perCodice: codici.flatMap(({ voce, etichetta }) => {
        const giorni = perCodice.get(voce);
        return giorni === undefined ? [] : [{ codice: voce, etichetta, giorni }];
      }),
    }));
}

/** What the measures in force prescribe: nothing for who does not read the section. @throws ErroreApprodo `ospite.sconosciuto` */
export function listPrescrizioni(
  ctx: Contesto,
  { ospiteId, giorno }: Parsed<'assenze.prescrizioni'>,
): Output<'assenze.prescrizioni'> {
  const { personaId } = getRigaOspite(ctx.store, ospiteId);
  if (!sezioniPer(ctx, ospiteId).has('giuridica')) return { ospiteId, misure: [] };
  const misure = listMisureInVigore(ctx.store, personaId, giorno);
  return {
    ospiteId,
    misure: misure.map(({ misura, autorita, prescrizioni }) => ({ misura, autorita, prescrizioni })),
  };
}

/** A time away and its days in the grid, in one gesture. @throws ErroreApprodo `assenza.*`, `mese.chiuso` */
export function registerAssenza(ctx: Contesto, input: Parsed<'assenze.register'>): Output<'assenze.register'> {
  assertRegistroProprio(ctx);
  const p = getPermanenza(ctx.store, input.ingressoId);
  const codice = codiceDelTipo(ctx.store, input.tipo);
  assertDate(ctx, p, input);
  assertNessunaAltra(ctx, p.id, null, { ...input, ...previsioneDi(ctx, input) });
  return ctx.store.write(gesto(ctx, 'assenze.register', aboutPermanenza(ctx.store, p)), (tx) => {
    const regola = regolaPer(tx, p.entePagante, input.uscita);
    const id = tx.insert('assenze', { ...input, ...previsioneDi(ctx, input), codice, ...regola });
    accorda(ctx, tx, p.id);
    return { id, voce: tx.voce, avvisi: remarks(ctx, input) };
  });
}

/** What was recorded, corrected: the days follow. @throws ErroreApprodo `assenza.*`, `mese.chiuso` */
export function correctAssenza(ctx: Contesto, input: Parsed<'assenze.correct'>): Output<'assenze.correct'> {
  assertRegistroProprio(ctx);
  const p = getPermanenza(ctx.store, getAssenza(ctx, input.id).ingressoId);
  return modificaRiga(ctx, 'assenze', 'assenze.correct', aboutPermanenza(ctx.store, p), input, {
    controlla: (_, dopo) => {
      assertDate(ctx, p, dopo);
      assertNessunaAltra(ctx, p.id, dopo.id, { ...dopo, ...spostaPrevisione(ctx, dopo) });
    },
    colonne: ({ tipo, ...altro }) => ({
      ...altro,
      ...(typeof tipo === 'string' ? { tipo, codice: codiceDelTipo(ctx.store, tipo) } : {}),
    }),
    dopo: (tx, riga) => {
      const { uscita, oraUscita } = input.dopo;
      if (uscita !== undefined) tx.update('assenze', riga.id, regolaPer(tx, p.entePagante, riga.uscita));
      if (uscita !== undefined || oraUscita !== undefined) tx.update('assenze', riga.id, spostaPrevisione(ctx, riga));
      accorda(ctx, tx, p.id);
      return [];
    },
  });
}

/** Back: the days from the return on are presente again, up to today. @throws ErroreApprodo `assenza.*`, `mese.chiuso` */
export function returnAssenza(ctx: Contesto, input: Parsed<'assenze.return'>): Output<'assenze.return'> {
  assertRegistroProprio(ctx);
  const { id, rientro, oraRientro } = input;
  const assenza = getAssenza(ctx, id);
  const p = getPermanenza(ctx.store, assenza.ingressoId);
  assertDate(ctx, p, { ...assenza, rientro, oraRientro });
  assertNessunaAltra(ctx, p.id, id, { ...assenza, rientro, confermata: true });
  return ctx.store.write(gesto(ctx, 'assenze.return', aboutPermanenza(ctx.store, p)), (tx) => {
    tx.update('assenze', id, { rientro, oraRientro, confermata: true });
    accorda(ctx, tx, p.id);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

/** Gone, at that day and hour: what was planned stays written beside. @throws ErroreApprodo `assenza.*`, `mese.chiuso` */
export function confirmAssenza(ctx: Contesto, input: Parsed<'assenze.confirm'>): Output<'assenze.confirm'> {
  assertRegistroProprio(ctx);
  const { id, uscita, oraUscita } = input;
  const assenza = getAssenza(ctx, id);
  const p = getPermanenza(ctx.store, assenza.ingressoId);
  if (isAvvenuta(assenza))
    throw new ErroreApprodo(
      'assenza.gia_uscito',
      `L’uscita di ${nomeScritto(p)} è già segnata: ricaricare la pagina, e correggerla se il giorno o l’ora non sono quelli.`,
    );
  if (uscita > ctx.oggi())
    throw new ErroreApprodo(
      'assenza.futuro',
      `Il ${formatGiorno(uscita)} deve ancora venire: segnare l’uscita quando avviene.`,
    );
  const avvenuta = { ...assenza, uscita, oraUscita, confermata: true };
  assertDate(ctx, p, avvenuta);
  assertNessunaAltra(ctx, p.id, id, avvenuta);
  return ctx.store.write(gesto(ctx, 'assenze.confirm', aboutPermanenza(ctx.store, p)), (tx) => {
    tx.update('assenze', id, { uscita, oraUscita, confermata: true, ...regolaPer(tx, p.entePagante, uscita) });
    accorda(ctx, tx, p.id);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

/** It never was: its days have the letters of before, those that somebody had recorded. @throws ErroreApprodo `assenza.sconosciuta`, `mese.chiuso` */
export function removeAssenza(ctx: Contesto, { id }: Parsed<'assenze.remove'>): Output<'assenze.remove'> {
  assertRegistroProprio(ctx);
  const assenza = getAssenza(ctx, id);
  const p = getPermanenza(ctx.store, assenza.ingressoId);
  return ctx.store.write(gesto(ctx, 'assenze.remove', aboutPermanenza(ctx.store, p)), (tx) => {
    const chiusi = togliAssenza(tx, id, ctx.oggi());
    if (chiusi.length > 0) throw meseChiuso(chiusi);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

/** The grid follows now, not at the end of the gesture, so that a closed month stops it. @throws ErroreApprodo `mese.chiuso` */
function accorda(ctx: Contesto, tx: Scrittura, ingressoId: string): void {
  const chiusi = accordaAssenze(tx, ingressoId, ctx.oggi());
  if (chiusi.length > 0) throw meseChiuso(chiusi);
}

/** @throws ErroreApprodo `assenza.sconosciuta` */
function getAssenza(ctx: Contesto, id: string): AssenzaDelRegistro {
  const assenza = findAssenza(ctx.store, id);
  if (!assenza)
    throw new ErroreApprodo('assenza.sconosciuta', 'Questa assenza non è più nel registro: ricaricare la pagina.');
  return assenza;
}

/** @throws ErroreApprodo `lista.voce` */
function codiceDelTipo(store: Store, tipo: string): string {
  const codice = listVoci('assenza', store).find((voce) => voce.voce === tipo)?.codice;
  if (codice === undefined)
    throw new ErroreApprodo('lista.voce', `Il tipo di assenza «${tipo}» non è nell’elenco: sceglierlo dall’elenco.`);
  return codice;
}

const CON_RIENTRO: ReadonlySet<string> = new Set(['uscita', 'rientro_famiglia', 'permesso', 'soggiorno']);

function remarks(ctx: Contesto, a: Parsed<'assenze.register'>): string[] {
  const avvisi: string[] = [];
  if (a.rientro === null && a.rientroPrevisto === null && CON_RIENTRO.has(a.tipo))
    avvisi.push('Manca il rientro previsto: senza, un ritardo non si vede.');
  if (!previsioneDi(ctx, a).confermata)
    avvisi.push('L’uscita è prevista: si conferma da Oggi quando avviene, e fino ad allora è in struttura.');
  return avvisi;
}

/** Rows of the store as pages see them: one read of the codes for all. */
function lettoreAssenze(ctx: Contesto): (riga: AssenzaDelRegistro) => RigaAssenza {
  const oggi = ctx.oggi();
  const ora = oraLocale(ctx.store.nowMs());
  // the word of a time away rather than of a day, where the list of the types has one
  const tipi = listVoci('assenza', ctx.store).toReversed();
  const etichette = new Map([
    ...listCodici(ctx.store).map(({ voce, etichetta }) => [voce, etichetta] as const),
    ...tipi.map(({ codice, etichetta }) => [codice ?? '', etichetta] as const),
  ]);
  return (riga) => {
    const { inizio, fine } = trattoFinoA(riga, oggi);
    const { id, ingressoId, ospiteId, cognome, nome, tipo, codice, uscita, oraUscita } = riga;
    const { confermata, uscitaPrevista, oraUscitaPrevista } = riga;
    const { rientroPrevisto, oraPrevista, rientro, oraRientro, accompagnatore, destinazione, motivo } = riga;
    return {
      ...{ id, ingressoId, ospiteId, cognome, nome, tipo, codice, uscita, oraUscita },
      ...{ confermata, uscitaPrevista, oraUscitaPrevista },
      ...{ rientroPrevisto, oraPrevista, rientro, oraRientro, accompagnatore, destinazione, motivo },
      etichettaCodice: etichette.get(riga.codice) ?? riga.codice,
      giorni: Math.max(0, fine - inizio),
      inRitardo: riga.dataDimissione === null && isInRitardo(riga, oggi, ora),
    };
  };
}

function isInRitardo(riga: AssenzaDelRegistro, oggi: Giorno, ora: string): boolean {
  const { confermata, rientro, rientroPrevisto, oraPrevista } = riga;
  if (rientro !== null || rientroPrevisto === null || !confermata) return false;
  return rientroPrevisto < oggi || (rientroPrevisto === oggi && oraPrevista !== null && oraPrevista < ora);
}

/** Its days away, up to today. */
function trattoFinoA(riga: AssenzaDelRegistro, oggi: Giorno) {
  const { uscitaAssente, rientroAssente, dataIngresso, dataDimissione } = riga;
  // what the store holds is one of the seven outcomes
  const permanenza: Permanenza = { dataIngresso, dataDimissione, esito: riga.esito as Permanenza['esito'] };
  const assenza: Assenza = { ...riga, regola: { uscitaAssente, rientroAssente }, daGriglia: false };
  const quadro: QuadroAssenze = { permanenza, regola: () => assenza.regola, codici: NESSUNO, oggi };
  return trattoDi(assenza, quadro);
}

const NESSUNO: ReadonlySet<string> = new Set();
