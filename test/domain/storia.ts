import fc from 'fast-check';
import type { Assegnazione } from '../../domain/assegnazione.ts';
import type { DatiBilancio, PermanenzaContata, PresenzeContate, StrutturaContata } from '../../domain/bilancio.ts';
import { CODICI_PREDEFINITI } from '../../domain/codice.ts';
import { ESITI, type Esito } from '../../domain/esito.ts';
import { addGiorni, type Giorno, mesiDelPeriodo, type Periodo } from '../../domain/giorno.ts';
import { ritaglia } from '../../domain/presenza.ts';
import { PROFILO_VUOTO } from '../../domain/profilo.ts';

/** Random but lawful histories: stays of one ospite never overlap, codes only on days of stay, transfers on both sides. */

const INIZIO = '2024-10-01';
const ORIZZONTE = 540;

const TIPI = ['CT', 'NUC', 'DGA', 'EDU'] as const;

const STRUTTURE: readonly StrutturaContata[] = TIPI.map((tipo, i) => ({
  id: `s${i}`,
  codice: `CASA0${i}`,
  nome: `Casa ${i}`,
  tipo,
}));

const TIPOLOGIE = [
  ['TR', 'adulti'],
  ['ALC', 'adulti'],
  ['NUC', 'minori'],
] as const;

const MODULI = STRUTTURE.flatMap((s) =>
  TIPOLOGIE.map(([tipologia, conta]) => ({
    id: `${s.id}-${tipologia}`,
    strutturaId: s.id,
    codice: `${s.codice}-${tipologia}`,
    nome: tipologia,
    tipologia: s.tipo === 'DGA' ? (tipologia === 'TR' ? 'DGA' : 'DGT') : tipologia,
    conta,
  })),
);

interface Passo {
  pausa: number;
  durata: number;
  struttura: number;
  esito: Esito | null;
  modulo: number;
  cambi: { dopo: number; modulo: number }[];
  utenza: string | null;
  codici: string;
}

const passo: fc.Arbitrary<Passo> = fc.record({
  pausa: fc.oneof(fc.constant(0), fc.nat(90)),
  durata: fc.oneof(fc.constantFrom(0, 1), fc.nat(200)),
  struttura: fc.nat(STRUTTURE.length - 1),
  esito: fc.constantFrom(...ESITI, null),
  modulo: fc.nat(TIPOLOGIE.length - 1),
  cambi: fc.array(fc.record({ dopo: fc.integer({ min: 1, max: 220 }), modulo: fc.nat(TIPOLOGIE.length - 1) }), {
    maxLength: 2,
  }),
  utenza: fc.constantFrom('DUS', 'DUA', 'DGA', 'MINORE', 'ADULTO', null),
  codici: fc.string({ unit: fc.constantFrom(...'PPPPPSURTCA.'), minLength: 31, maxLength: 31 }),
});

const ospite = fc.record({
  inizio: fc.nat(ORIZZONTE),
  passi: fc.array(passo, { minLength: 1, maxLength: 4 }),
  ultimaAperta: fc.boolean(),
  sesso: fc.constantFrom('M', 'F', 'T'),
  dataNascita: fc.integer({ min: 0, max: 20000 }).map((n) => addGiorni('1950-01-01', n)),
  statoCivile: fc.constantFrom('coniugato', 'vedovo', null),
});

type Ospite = typeof ospite extends fc.Arbitrary<infer T> ? T : never;

function assegnazioni(p: Passo, dataIngresso: Giorno, strutturaId: string): Assegnazione[] {
  const modulo = (i: number) => `${strutturaId}-${TIPOLOGIE[i]?.[0]}`;
  const viste = new Map([[dataIngresso, modulo(p.modulo)]]);
  for (const c of p.cambi) viste.set(addGiorni(dataIngresso, c.dopo), modulo(c.modulo));
  return [...viste].map(([dal, moduloId]) => ({ dal, moduloId }));
}

function permanenzeDi(o: Ospite, n: number): { permanenza: PermanenzaContata; codici: string }[] {
  let giorno = addGiorni(INIZIO, o.inizio);
  let appenaTrasferito = true;
  return o.passi.map((p, i) => {
    if (!appenaTrasferito) giorno = addGiorni(giorno, Math.max(p.pausa, 1));
    const strutturaId = `s${p.struttura}`;
    const dataIngresso = giorno;
    const aperta = o.ultimaAperta && i === o.passi.length - 1;
    giorno = addGiorni(giorno, p.durata);
    appenaTrasferito = p.esito === 'trasferimento_interno';
    const permanenza: PermanenzaContata = {
      id: `i${n}-${i}`,
      ospiteId: `o${n}`,
      personaId: `o${n % 7}`,
      strutturaId,
      utenza: p.utenza,
      entePagante: n % 3 === 0 ? null : `ATS-${n % 3}`,
      sesso: o.sesso,
      dataNascita: o.dataNascita,
      dataIngresso,
      dataDimissione: aperta ? null : giorno,
      esito: aperta ? null : p.esito,
      assegnazioni: assegnazioni(p, dataIngresso, strutturaId),
      profilo: { ...PROFILO_VUOTO, statoCivile: o.statoCivile },
    };
    return { permanenza, codici: p.codici };
  });
}

/** One row for each month of each stay, but for some months that have none. */
function presenzeDi(p: PermanenzaContata, codici: string): PresenzeContate[] {
  const fine = p.dataDimissione ?? addGiorni(INIZIO, ORIZZONTE + 400);
  return mesiDelPeriodo({ dal: p.dataIngresso, al: fine })
    .filter((mese) => !codici.startsWith('.') || mese.endsWith('2'))
    .map((mese) => ({ ingressoId: p.id, mese, codici: ritaglia(p, mese, codici) }));
}

const posti = fc.array(
  fc.record({
    modulo: fc.nat(MODULI.length - 1),
    dal: fc.nat(ORIZZONTE),
    durata: fc.option(fc.nat(300)),
    accreditati: fc.nat(20),
    disponibili: fc.nat(20),
  }),
  { maxLength: 20 },
);

/** Any lawful data of four strutture (CT, NUC, DGA, EDU) with three moduli each, one of them for minors. */
export const dati: fc.Arbitrary<DatiBilancio> = fc
  .tuple(fc.array(ospite, { maxLength: 12 }), posti)
  .map(([ospiti, righe]) => {
    const tutte = ospiti.flatMap(permanenzeDi);
    return {
      strutture: STRUTTURE,
      moduli: MODULI,
      posti: righe.map((r) => {
        const validoDal = addGiorni(INIZIO, r.dal);
        const validoAl = r.durata === null ? null : addGiorni(validoDal, r.durata);
        const { accreditati, disponibili } = r;
        return { moduloId: MODULI[r.modulo]?.id ?? '', validoDal, validoAl, accreditati, disponibili };
      }),
      permanenze: tutte.map((t) => t.permanenza),
      presenze: tutte.flatMap((t) => presenzeDi(t.permanenza, t.codici)),
      codici: CODICI_PREDEFINITI,
      incontri: [],
      visite: [],
      attivita: [],
    };
  });

/** Any period of one day to about a year inside the histories. */
export const periodo: fc.Arbitrary<Periodo> = fc
  .tuple(fc.nat(ORIZZONTE), fc.nat(370))
  .map(([inizio, durata]) => ({ dal: addGiorni(INIZIO, inizio), al: addGiorni(INIZIO, inizio + durata) }));

/** A shuffled copy of each list of the data. */
export function mescolati(d: DatiBilancio): fc.Arbitrary<DatiBilancio> {
  const mescola = <T>(lista: readonly T[]) =>
    fc.shuffledSubarray([...lista], { minLength: lista.length, maxLength: lista.length });
  return fc
    .tuple(mescola(d.strutture), mescola(d.moduli), mescola(d.posti), mescola(d.permanenze), mescola(d.presenze))
    .map(([strutture, moduli, posti, permanenze, presenze]) => ({
      ...d,
      strutture,
      moduli,
      posti,
      presenze,
      permanenze: permanenze.map((p) => ({ ...p, assegnazioni: [...p.assegnazioni].reverse() })),
    }));
}
