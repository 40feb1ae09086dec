import fc from 'fast-check';
import type { Esito } from '../../../domain/esito.ts';
import { addGiorni, giorniDelMese, giornoDelMese, type Mese, meseDi, periodoDelMese } from '../../../domain/giorno.ts';
import { toccaPeriodo } from '../../../domain/permanenza.ts';
import { ritaglia } from '../../../domain/presenza.ts';
import type { Intestazione } from '../../../electron/sync/pacco-write.ts';
import type { RigaPacco, RighePacco } from '../../../electron/sync/righe.ts';

export const STRUTTURE = ['CASA00', 'CASA01'] as const;
type Quale = 0 | 1;
const MESI: readonly Mese[] = ['2025-01', '2025-02', '2025-03'];
const PRIMO = '2024-12-20';

/** A parcel before it is signed and sealed. */
export interface PaccoDiProva {
  readonly intestazione: Omit<Intestazione, 'destinatario' | 'precedente'>;
  readonly righe: RighePacco;
}

type Di<T> = T & { struttura: Quale };

/** What an invented community, with two strutture, knows. */
interface Comunita {
  voce: number;
  ospiti: RigaPacco<'ospiti'>[];
  ingressi: Di<RigaPacco<'ingressi'>>[];
  assegnazioni: RigaPacco<'assegnazioni'>[];
  /** the letter of a stay's month: each change is seen */
  lettere: Map<string, string>;
  visite: Di<RigaPacco<'visite'>>[];
  incontri: Di<RigaPacco<'incontri'>>[];
  misure: RigaPacco<'misure'>[];
  posti: [number, number];
  numeri: [number, number];
  revisioni: Map<string, number>;
  pacchi: PaccoDiProva[];
}

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const quale = (n: number): Quale => (n % 2 === 0 ? 0 : 1);
const giornoA = (n: number) => addGiorni(PRIMO, n % 95);
const newId = (c: Comunita, tipo: string) => `${tipo}-${String(c.voce).padStart(4, '0')}`;

/** Few names, days and codes, so that two ospiti are sometimes one person. */
function newOspite(c: Comunita, b: number): RigaPacco<'ospiti'> {
  const ospite: RigaPacco<'ospiti'> = {
    id: newId(c, 'ospite'),
    cognome: `Rossi${b % 4}`,
    nome: `Anna${b % 2}`,
    sesso: 'F',
    dataNascita: giornoDelMese('1980-01', 1 + (b % 3)),
    luogoNascita: null,
    cittadinanza: 'IT',
    codiceFiscale: b % 5 === 0 ? `CF${b % 7}` : null,
    tipoIdentificativo: null,
    nascitaPresunta: b % 7 === 0,
  };
  c.ospiti.push(ospite);
  return ospite;
}

/** What can happen in a community; the two numbers choose whom and when among what there is at that point. */
const GESTI = {
  ingresso(c: Comunita, a: number, b: number): void {
    const ospite = (a % 3 === 0 ? pick(c.ospiti, b) : undefined) ?? newOspite(c, b);
    const id = newId(c, 'ingresso');
    const struttura = quale(b);
    const dataIngresso = giornoA(a * 7 + b);
    c.ingressi.push({ ...profilo(), id, ospiteId: ospite.id, struttura, dataIngresso });
    c.assegnazioni.push({
      id: newId(c, 'modulo'),
      ingressoId: id,
      dal: dataIngresso,
      moduloId: `modulo-${struttura}-0`,
    });
  },
  dimissione(c: Comunita, a: number, b: number): void {
    const esito: Esito = b % 4 === 0 ? 'trasferimento_interno' : 'concluso';
    const p = pick(c.ingressi, a);
    if (p) Object.assign(p, { dataDimissione: addGiorni(p.dataIngresso, b % 60), esito });
  },
  annulla(c: Comunita, a: number): void {
    const p = pick(c.ingressi, a);
    if (p) Object.assign(p, { dataDimissione: null, esito: null });
  },
  correggi(c: Comunita, a: number, b: number): void {
    const p = pick(c.ingressi, a);
    if (!p) return;
    p.dataIngresso = addGiorni(p.dataIngresso, (b % 61) - 30);
    if (p.dataDimissione !== null && p.dataDimissione < p.dataIngresso) p.dataDimissione = p.dataIngresso;
  },
  cancella(c: Comunita, a: number): void {
    const p = pick(c.ingressi, a);
    c.ingressi = c.ingressi.filter((one) => one !== p);
  },
  modulo(c: Comunita, a: number, b: number): void {
    const p = pick(c.ingressi, a);
    if (!p) return;
    const dal = addGiorni(p.dataIngresso, b % 20);
    c.assegnazioni = c.assegnazioni.filter((one) => one.ingressoId !== p.id || one.dal < dal);
    const moduloId = `modulo-${p.struttura}-${b % 2}`;
    c.assegnazioni.push({ id: newId(c, 'modulo'), ingressoId: p.id, dal, moduloId });
  },
  /** a corrected workbook may say that a stay was in the other struttura all along */
  trasloca(c: Comunita, a: number): void {
    const p = pick(c.ingressi, a);
    if (!p) return;
    p.struttura = p.struttura === 0 ? 1 : 0;
    c.assegnazioni = c.assegnazioni.filter((one) => one.ingressoId !== p.id);
    const moduloId = `modulo-${p.struttura}-0`;
    c.assegnazioni.push({ id: newId(c, 'modulo'), ingressoId: p.id, dal: p.dataIngresso, moduloId });
  },
  codici(c: Comunita, a: number, b: number): void {
    const p = pick(c.ingressi, a);
    if (p) c.lettere.set(`${p.id} ${pick(MESI, b)}`, pick(['P', 'U', 'R', '.'], b) ?? 'P');
  },
  nome(c: Comunita, a: number, b: number): void {
    const ospite = pick(c.ospiti, a);
    if (ospite) ospite.cognome = `Rossi${b % 4}`;
  },
  visita(c: Comunita, a: number, b: number): void {
    const ospite = pick(c.ospiti, a);
    if (!ospite) return;
    const altro = { tipo: 'mmg', luogo: null, accompagnamento: b % 2 === 0, esito: null };
    c.visite.push({ id: newId(c, 'visita'), ospiteId: ospite.id, struttura: quale(b), data: giornoA(b * 3), ...altro });
  },
  spostaVisita(c: Comunita, a: number, b: number): void {
    const visita = pick(c.visite, a);
    if (visita) Object.assign(visita, { data: giornoA(b * 5), struttura: quale(a) });
  },
  togliVisita(c: Comunita, a: number): void {
    const visita = pick(c.visite, a);
    c.visite = c.visite.filter((one) => one !== visita);
  },
  incontro(c: Comunita, a: number, b: number): void {
    const ospiti = [pick(c.ospiti, a), pick(c.ospiti, b)].flatMap((ospite) => (ospite ? [ospite.id] : []));
    const noto = a % 2 === 0 ? pick(c.incontri, b) : undefined;
    if (noto) noto.ospiti = [...new Set(ospiti)].sort();
    else
      c.incontri.push({
        ...{
          id: newId(c, 'incontro'),
          struttura: quale(b),
          data: giornoA(a * 3),
          servizio: 'serd',
          modalita: 'remoto',
        },
        ...{ accompagnamento: null, oggetto: null, ospiti: [...new Set(ospiti)].sort() },
      });
  },
  misura(c: Comunita, a: number, b: number): void {
    const ospite = pick(c.ospiti, a);
    if (b % 3 === 0) c.misure = c.misure.filter((one) => one.ospiteId !== ospite?.id);
    else if (ospite) {
      const altro = { al: null, autorita: null, finePena: null };
      c.misure.push({ id: newId(c, 'misura'), ospiteId: ospite.id, misura: 'altro', dal: giornoA(b), ...altro });
    }
  },
  posti(c: Comunita, a: number, b: number): void {
    c.posti[quale(a)] = 10 + (b % 5);
  },
  esporta(c: Comunita, a: number, b: number): void {
    const struttura = quale(a);
    const mese = pick(MESI, b) ?? '';
    const revisione = (c.revisioni.get(`${struttura} ${mese}`) ?? 0) + 1;
    c.revisioni.set(`${struttura} ${mese}`, revisione);
    c.numeri[struttura]++;
    c.pacchi.push({
      intestazione: {
        ...{ versioneApp: '0.1.0', struttura: STRUTTURE[struttura], mese, revisione, numero: c.numeri[struttura] },
        ...{ dispositivo: 'prova', voce: c.voce, createdAtMs: 1_760_000_000_000 + c.voce, mancanti: 0 },
      },
      righe: structuredClone(istantanea(c, struttura, mese)),
    });
  },
  /** a correction sent whole: every month of every struttura, in one order or the other */
  esportaTutto(c: Comunita, a: number): void {
    const tutti = STRUTTURE.flatMap((_, s) => MESI.map((_mese, m) => [s, m] as const));
    for (const [s, m] of a % 2 === 0 ? tutti : tutti.toReversed()) GESTI.esporta(c, s, m);
  },
} as const;

export interface Gesto {
  readonly tipo: keyof typeof GESTI;
  readonly a: number;
  readonly b: number;
}

const TIPI = Object.keys(GESTI) as Gesto['tipo'][];
const SEMPRE: readonly Gesto['tipo'][] = ['ingresso', 'esporta', 'esporta', 'esportaTutto'];

/**
 * Any sequence of gestures: any month closed in any order, revisions of revisions, corrections never sent. Each history is
 * made of a few kinds only, over a few people, so that gestures meet on the same rows (swarm testing).
 */
export const storie: fc.Arbitrary<readonly Gesto[]> = fc
  .tuple(fc.subarray(TIPI, { minLength: 1, maxLength: 5 }), fc.integer({ min: 2, max: 40 }))
  .chain(([alcuni, n]) =>
    fc.array(fc.record({ tipo: fc.constantFrom(...SEMPRE, ...alcuni, ...alcuni), a: fc.nat(n), b: fc.nat(97) }), {
      minLength: 6,
      maxLength: 30,
    }),
  );

/** The parcels a community exported while it lived this. */
export function vivi(gesti: readonly Gesto[]): PaccoDiProva[] {
  const c: Comunita = {
    ...{
      voce: 0,
      ospiti: [],
      ingressi: [],
      assegnazioni: [],
      lettere: new Map(),
      visite: [],
      incontri: [],
      misure: [],
    },
    ...{ posti: [10, 10], numeri: [0, 0], revisioni: new Map(), pacchi: [] },
  };
  for (const { tipo, a, b } of gesti) {
    c.voce++;
    GESTI[tipo](c, a, b);
  }
  return c.pacchi;
}

/** As db/reads/istantanea.ts: what a month's parcel carries. */
function istantanea(c: Comunita, struttura: Quale, mese: Mese): RighePacco {
  const mio = (riga: { struttura: Quale }) => riga.struttura === struttura;
  const stays = c.ingressi.filter((p) => mio(p) && toccaPeriodo(permanenza(p), periodoDelMese(mese)));
  const delMese = <T extends Di<{ data: string }>>(list: readonly T[]) =>
    list.filter((riga) => mio(riga) && meseDi(riga.data) === mese).map(senzaStruttura);
  const visite = delMese(c.visite);
  const incontri = delMese(c.incontri);
  const ids = new Set([
    ...stays.map((p) => p.ospiteId),
    ...visite.map((riga) => riga.ospiteId),
    ...incontri.flatMap((riga) => riga.ospiti),
  ]);
  const moduli = [0, 1].map((n) => `modulo-${struttura}-${n}`);
  return {
    strutture: [
      {
        ...{ id: `struttura-${struttura}`, codice: STRUTTURE[struttura], nome: `Casa ${struttura}`, tipo: 'CT' },
        ...{
          utenza: null,
          ats: null,
          comune: null,
          provincia: null,
          dal: null,
          al: c.posti[struttura] % 4 === 1 ? '2031-12-31' : null,
        },
      },
    ],
    moduli: moduli.map((id) => ({
      ...{ id, codice: id.toUpperCase(), nome: id, tipologia: 'TR', conta: 'adulti' as const },
      ...{ dal: '2019-01-01', al: null },
    })),
    posti: moduli.map((moduloId) => ({
      ...{ id: `posti-${moduloId}`, moduloId, validoDal: '2020-01-01', validoAl: null },
      ...{ accreditati: c.posti[struttura], disponibili: c.posti[struttura] },
    })),
    ospiti: c.ospiti.filter((ospite) => ids.has(ospite.id)),
    ingressi: stays.map(senzaStruttura),
    assegnazioni: c.assegnazioni.filter((riga) => stays.some((p) => p.id === riga.ingressoId)),
    presenze: stays.map((p) => ({
      id: `presenze ${p.id} ${mese}`,
      ingressoId: p.id,
      codici: ritaglia(
        permanenza(p),
        mese,
        (c.lettere.get(`${p.id} ${mese}`) ?? 'P').repeat(giorniDelMese(mese)).padEnd(31, '.'),
      ),
    })),
    visite,
    incontri,
    attivita: [],
    misure: c.misure.filter((riga) => ids.has(riga.ospiteId)),
  };
}

function senzaStruttura<T extends { struttura: Quale }>({ struttura: _, ...riga }: T): Omit<T, 'struttura'> {
  return riga;
}

function permanenza({ dataIngresso, dataDimissione, esito }: RigaPacco<'ingressi'>) {
  return { dataIngresso, dataDimissione, esito: esito as Esito | null };
}

function profilo() {
  return {
    ...{ tipoIngresso: 'nuovo', utenza: 'DUS', servizioInviante: null, entePagante: 'ATS-BS', statoCivile: null },
    ...{ figliMinori: null, istruzione: null, occupazione: null, provenienza: null, carcerazioni: null, hiv: null },
    ...{ hcv: null, invalidita: null, dipendenza: null, sostanzePrimarie: ['alcol'], sostanzeSecondarie: null },
    ...{ dataDimissione: null, esito: null, destinazione: null, dataRelazione: null, genitoreId: null },
  };
}
