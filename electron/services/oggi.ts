import { listPermanenze, type PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { listMesiChiusi } from '../../db/reads/mese.ts';
import { listAlloggiIl, listAvvertenzeIl } from '../../db/reads/notte.ts';
import { listPresenzeMese } from '../../db/reads/presenza.ts';
import { listModuli, listPosti, type Struttura } from '../../db/reads/struttura.ts';
import { moduloDelGiorno } from '../../domain/assegnazione.ts';
import { addGiorni, addMesi, type Giorno, type Mese, meseDi, primoGiorno } from '../../domain/giorno.ts';
import { nascitaDi } from '../../domain/nascita.ts';
import { postiDelGiorno } from '../../domain/posti.ts';
import { giorniMancanti, MESE_VUOTO } from '../../domain/presenza.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { listSenzaStanza } from './alloggio.ts';
import { listFuori } from './assenza.ts';
import type { Contesto } from './contesto.ts';
import { codiciDelGiorno, occupatiPerModulo } from './posti-occupati.ts';
import { schedeMancanti } from './scheda.ts';
import { getStruttura } from './struttura.ts';

type Oggi = Output<'oggi.get'>;

/** How many months back what is missing is still looked for, the running one included. */
const MESI_INDIETRO = 2;

/** The opening page. */
export function getOggi(ctx: Contesto, input: Parsed<'oggi.get'>): Oggi {
  const oggi = ctx.oggi();
  const struttura = getStruttura(ctx.store, input.struttura);
  const presenti = listPresenti(ctx, struttura.id, oggi);
  const { fuori, inUscita, previste } = listFuori(ctx, struttura.id, oggi);
  const assenti = new Set(fuori.map((riga) => riga.ingressoId));
  const codici = codiciDelGiorno(ctx.store, struttura.id, oggi);
  const moduli = new Map(listModuli(ctx.store).map((modulo) => [modulo.id, modulo.codice]));
  const mancanti = schedeMancanti(ctx);
  const mesi = mesiAperti(ctx, struttura.id, oggi);
  return {
    oggi,
    struttura: { codice: struttura.codice, nome: struttura.nome },
    ospiti: presenti.map((p) => ({
      ...chi(p),
      modulo: moduli.get(moduloDelGiorno(p.assegnazioni, oggi) ?? '') ?? null,
      dataIngresso: p.dataIngresso,
      codice: codici.get(p.id) ?? null,
      fuori: assenti.has(p.id),
    })),
    moduli: contaModuli(ctx, struttura, presenti, codici),
    ...{ fuori, inUscita, previste },
    mesi,
    mancanti: listMancanti(ctx, struttura.id, mesi, oggi),
    schede: presenti.flatMap((p) => {
      const manca = mancanti(p);
      return manca.length === 0 ? [] : [{ ...chi(p), manca }];
    }),
    senzaStanza: listSenzaStanza(ctx.store, struttura.id, oggi),
  };
}

/** How many should be back and are not, how many days the open months lack. */
export function getSegni(ctx: Contesto, input: Parsed<'oggi.getSegni'>): Output<'oggi.getSegni'> {
  const oggi = ctx.oggi();
  const { id } = getStruttura(ctx.store, input.struttura);
  const { fuori } = listFuori(ctx, id, oggi);
  const mancanti = listMancanti(ctx, id, mesiAperti(ctx, id, oggi), oggi);
  return {
    ritardi: fuori.filter((riga) => riga.inRitardo).length,
    giorniMancanti: mancanti.reduce((n, { giorni }) => n + giorni.length, 0),
  };
}

/** The sheet of the night. */
export function getNotte(ctx: Contesto, input: Parsed<'notte.get'>): Output<'notte.get'> {
  const oggi = ctx.oggi();
  const struttura = getStruttura(ctx.store, input.struttura);
  const { fuori, inUscita } = listFuori(ctx, struttura.id, oggi);
  const byIngresso = new Map(fuori.map((riga) => [riga.ingressoId, riga]));
  const prossima = new Map(inUscita.toReversed().map((riga) => [riga.ingressoId, riga]));
  const alloggi = listAlloggiIl(ctx.store, struttura.id, oggi);
  const avvertenze = listAvvertenzeIl(ctx.store, struttura.id, oggi);
  const moduli = new Map(listModuli(ctx.store).map((modulo) => [modulo.id, modulo.codice]));
  return {
    oggi,
    struttura: { codice: struttura.codice, nome: struttura.nome },
    righe: listPresenti(ctx, struttura.id, oggi).map((p) => ({
      ...chi(p),
      dataNascita: nascitaDi(p),
      modulo: moduli.get(moduloDelGiorno(p.assegnazioni, oggi) ?? '') ?? null,
      stanza: alloggi.get(p.id)?.stanza ?? null,
      letto: alloggi.get(p.id)?.letto ?? null,
      fuori: byIngresso.get(p.id) ?? null,
      inUscita: byIngresso.has(p.id) ? null : (prossima.get(p.id) ?? null),
      avvertenze: (avvertenze.get(p.personaId) ?? []).map(({ tipo, testo }) => ({ tipo, testo })),
    })),
  };
}

function chi({ id, ospiteId, cognome, nome }: PermanenzaDelRegistro) {
  return { ingressoId: id, ospiteId, cognome, nome };
}

/**
 * Stays of who sleeps there that night: who came and was discharged on one day has a day of stay (counting.md rule 1), and is
 * not in the house.
 */
function listPresenti(ctx: Contesto, strutturaId: string, giorno: Giorno): PermanenzaDelRegistro[] {
  return listPermanenze(ctx.store, giorno, giorno, strutturaId).filter(
    (p) => p.dataIngresso <= giorno && (p.dataDimissione === null || p.dataDimissione > giorno),
  );
}

function contaModuli(
  ctx: Contesto,
  struttura: Struttura,
  presenti: readonly PermanenzaDelRegistro[],
  codici: ReadonlyMap<string, string>,
): Oggi['moduli'] {
  const oggi = ctx.oggi();
  const occupati = occupatiPerModulo(ctx.store, presenti, codici, oggi);
  const posti = listPosti(ctx.store);
  const byModulo = Map.groupBy(presenti, (p) => moduloDelGiorno(p.assegnazioni, oggi));
  return listModuli(ctx.store)
    .filter((modulo) => modulo.strutturaId === struttura.id)
    .map(({ id, codice, nome }) => {
      const suoi = byModulo.get(id) ?? [];
      return {
        ...{ codice, nome, ospiti: suoi.length },
        occupati: occupati.get(id) ?? 0,
        ...postiDelGiorno(
          posti.filter((riga) => riga.moduloId === id),
          oggi,
        ),
      };
    })
    .filter((modulo) => modulo.ospiti > 0 || modulo.accreditati > 0);
}

/** The running month and those before it that can still be written, oldest first. */
function mesiAperti(ctx: Contesto, strutturaId: string, oggi: Giorno): Mese[] {
  const chiusi = new Set(listMesiChiusi(ctx.store, strutturaId));
  const mesi = Array.from({ length: MESI_INDIETRO }, (_, i) => addMesi(meseDi(oggi), i + 1 - MESI_INDIETRO));
  return mesi.filter((mese) => !chiusi.has(mese));
}

/** Days of stay without a letter before today, in these months. */
function listMancanti(ctx: Contesto, strutturaId: string, mesi: readonly Mese[], oggi: Giorno): Oggi['mancanti'] {
  const ieri = addGiorni(oggi, -1);
  const primo = mesi[0];
  if (primo === undefined) return [];
  const righe = new Map<string, string>();
  for (const mese of mesi)
    for (const { ingressoId, codici } of listPresenzeMese(ctx.store, strutturaId, mese))
      righe.set(`${ingressoId} ${mese}`, codici);
  return listPermanenze(ctx.store, primoGiorno(primo), oggi, strutturaId).flatMap((p) => {
    const giorni = mesi.flatMap((mese) => giorniMancanti(p, mese, righe.get(`${p.id} ${mese}`) ?? MESE_VUOTO, ieri));
    return giorni.length === 0 ? [] : [{ ...chi(p), giorni }];
  });
}
