import {
  addGiorni,
  annoDi,
  diffGiorni,
  type Giorno,
  giornoDa,
  giornoDellaSettimana,
  isGiorno,
  type Mese,
  numeroGiorno,
  numeroMese,
} from './giorno.ts';

const MESI = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
] as const;

const GIORNI = ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'] as const;

/**
 * How a typed date is read. `passato`: for birth dates; what is left unsaid is never filled in with a future day. `futuro`: for
 * days by which something is to be done; what is left unsaid is never filled in with a past one.
 */
export interface OpzioniGiorno {
  passato?: boolean;
  futuro?: boolean;
}

/** `marzo`, from the month number 1..12. */
export function nomeMese(numero: number): string {
  return MESI[numero - 1] ?? '';
}

/** `lunedì`, from 1 (Monday) to 7 (Sunday). */
export function nomeGiornoSettimana(numero: number): string {
  return GIORNI[numero - 1] ?? '';
}

/** `marzo 2025` */
export function formatMese(mese: Mese): string {
  return `${nomeMese(numeroMese(mese))} ${annoDi(mese)}`;
}

/** `lun 3 mar` */
export function formatGiorno(g: Giorno): string {
  const settimana = nomeGiornoSettimana(giornoDellaSettimana(g)).slice(0, 3);
  return `${settimana} ${numeroGiorno(g)} ${nomeMese(numeroMese(g)).slice(0, 3)}`;
}

/** `3 marzo 2025` */
export function formatGiornoEsteso(g: Giorno): string {
  return `${numeroGiorno(g)} ${formatMese(g)}`;
}

/** `03/03/2025` */
export function formatGiornoBreve(g: Giorno): string {
  return `${g.slice(8, 10)}/${g.slice(5, 7)}/${g.slice(0, 4)}`;
}

const PAROLE: Readonly<Record<string, number>> = {
  oggi: 0,
  ieri: -1,
  domani: 1,
  dopodomani: 2,
  "l'altro ieri": -2,
  "l'altroieri": -2,
  altroieri: -2,
  'altro ieri': -2,
};

/** How many years ahead of today a two-digit year may be before it is read as one of the last century. */
const ANNI_AVANTI = 20;

interface Parti {
  giorno: number;
  mese: number;
  /** as typed: '' when not said */
  anno: string;
}

const SEPARATI = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})(?:\s*[/.\-\s]\s*(\d{4}|\d{2}))?$/;
const ATTACCATI = /^(\d{2})(\d{2})(\d{4}|\d{2})?$/;
const A_PAROLE = /^(?:\p{L}{3,}\s+)?(\d{1,2})[°º]?\s+(\p{L}{3,})(?:\s+(\d{4}|\d{2}))?$/u;

function leggiParti(testo: string): Parti | undefined {
  const numeri = SEPARATI.exec(testo) ?? ATTACCATI.exec(testo);
  if (numeri) return { giorno: Number(numeri[1]), mese: Number(numeri[2]), anno: numeri[3] ?? '' };
  const parole = A_PAROLE.exec(testo);
  const mese = MESI.findIndex((m) => m.startsWith(parole?.[2] ?? '-')) + 1;
  return parole && mese > 0 ? { giorno: Number(parole[1]), mese, anno: parole[3] ?? '' } : undefined;
}

/**
 * The year that puts day and month closest to today, the past winning a tie; with `passato`, the last not in the future; with
 * `futuro`, the first not in the past.
 */
function annoSottinteso(p: Parti, oggi: Giorno, { passato, futuro }: OpzioniGiorno): number {
  const anno = annoDi(oggi);
  if (futuro) return giornoDa(anno, p.mese, p.giorno) >= oggi ? anno : anno + 1;
  if (passato) return giornoDa(anno, p.mese, p.giorno) <= oggi ? anno : anno - 1;
  let scelto = anno - 1;
  let distanza = Number.POSITIVE_INFINITY;
  for (const candidato of [anno - 1, anno, anno + 1]) {
    const lontano = Math.abs(diffGiorni(oggi, giornoDa(candidato, p.mese, p.giorno)));
    if (lontano < distanza) {
      distanza = lontano;
      scelto = candidato;
    }
  }
  return scelto;
}

function annoDueCifre(p: Parti, oggi: Giorno, passato: boolean): number {
  const secolo = Math.floor(annoDi(oggi) / 100) * 100;
  const limite = passato ? oggi : giornoDa(annoDi(oggi) + ANNI_AVANTI, 12, 31);
  let anno = secolo + 100 + Number(p.anno);
  while (giornoDa(anno, p.mese, p.giorno) > limite) anno -= 100;
  return anno;
}

/**
 * A date as people type it: `5/3`, `5/3/25`, `05/03/2025`, `5.3.25`, `0503`, `050325`, `01031985`, `2025-03-05`, `3 marzo`,
 * `lun 3 mar`, `oggi`, `ieri`, `domani`, `l'altro ieri`. Without a year, the one that puts the day closest to `oggi`; with
 * two digits, at most twenty years ahead. undefined when it is not a real day (30/2, also 29/2 in the year understood).
 */
export function parseGiorno(testo: string, oggi: Giorno, opzioni: OpzioniGiorno = {}): Giorno | undefined {
  const pulito = testo.trim().toLowerCase().replace(/[’‘`]/g, "'").replace(/\s+/g, ' ');
  const passato = opzioni.passato ?? false;
  const spostamento = Object.hasOwn(PAROLE, pulito) ? PAROLE[pulito] : undefined;
  if (spostamento !== undefined) return passato && spostamento > 0 ? undefined : addGiorni(oggi, spostamento);
  if (isGiorno(pulito)) return pulito;
  const parti = leggiParti(pulito);
  if (!parti) return undefined;
  const anno =
    parti.anno.length === 4
      ? Number(parti.anno)
      : parti.anno.length === 2
        ? annoDueCifre(parti, oggi, passato)
        : annoSottinteso(parti, oggi, opzioni);
  const giorno = giornoDa(anno, parti.mese, parti.giorno);
  return isGiorno(giorno) ? giorno : undefined;
}
