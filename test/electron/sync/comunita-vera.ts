import fc from 'fast-check';
import { ErroreApprodo } from '../../../domain/errore.ts';
import { addGiorni, giorniDelMese, giornoDelMese, type Mese } from '../../../domain/giorno.ts';
import { isGiornoDiPermanenza } from '../../../domain/permanenza.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { registerDimissione } from '../../../electron/services/dimissione.ts';
import {
  changeModulo,
  correctIngresso,
  getPermanenza,
  registerIngresso,
  removeIngresso,
} from '../../../electron/services/ingresso.ts';
import { closeMese, reopenMese } from '../../../electron/services/mese.ts';
import { exportMese, getPaccoFile } from '../../../electron/services/pacco.ts';
import { registerPresenze } from '../../../electron/services/presenza.ts';
import { reopenDimissione } from '../../../electron/services/riapertura.ts';
import { saveModulo, saveStruttura } from '../../../electron/services/struttura.ts';
import { apriArchivio } from './aiuti.ts';
import type { FileDiProva, Parti } from './consegna-di-prova.ts';
import { STRUTTURE } from './storia.ts';

export const MESI: readonly Mese[] = ['2025-01', '2025-02', '2025-03'];
const PRIMO = '2024-12-15';

/** A community with a real encrypted store, two strutture of two moduli, and the key of the central office. */
export function apriComunita({ centro, comunita }: Parti): Contesto {
  const ctx = apriArchivio('comunita', comunita);
  for (const codice of STRUTTURE) {
    saveStruttura(ctx, { codice, nome: `Casa ${codice}`, tipo: 'CT', utenza: 'MF' });
    for (const tipologia of ['TR', 'ALC'])
      saveModulo(ctx, {
        ...{ struttura: codice, codice: `${codice}-${tipologia}`, nome: tipologia, tipologia, conta: 'adulti' },
        ...{ validoDal: '2020-01-01', accreditati: 9, disponibili: 8 },
      });
  }
  ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
    const { firmaPubblica: firma, sigilloPubblico: sigillo } = centro;
    tx.insert('corrispondenti', { ruolo: 'centrale', nome: 'Accoglienza', firma, sigillo, strutture: [] });
  });
  return ctx;
}

export interface GestoVero {
  readonly tipo: keyof typeof GESTI;
  readonly a: number;
  readonly b: number;
}

const TIPI = (): GestoVero['tipo'][] => Object.keys(GESTI) as GestoVero['tipo'][];
const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const giornoA = (n: number) => addGiorni(PRIMO, n % 105);
const struttura = (n: number) => STRUTTURE[n % 2 === 0 ? 0 : 1];
const mese = (n: number): Mese => MESI[n % 3] ?? '2025-01';

function stays(ctx: Contesto): string[] {
  return ctx.store.sqlite
    .prepare('SELECT id FROM ingressi WHERE deleted_at_ms IS NULL ORDER BY id')
    .pluck()
    .all() as string[];
}

/** What people do, through the services the window calls; a refusal is part of life. */
const GESTI = {
  ingresso(ctx: Contesto, a: number, b: number): void {
    const noti = ctx.store.sqlite.prepare('SELECT id FROM ospiti ORDER BY id').pluck().all() as string[];
    const noto = a % 3 === 0 ? pick(noti, b) : undefined;
    const nuovo = {
      ...{ cognome: `Rossi${b % 7}`, nome: `Anna${a % 3}`, sesso: a % 2 === 0 ? ('F' as const) : ('M' as const) },
      ...{ dataNascita: giornoDelMese('1980-01', 1 + (b % 3)), luogoNascita: null, cittadinanza: 'IT' },
      ...{ codiceFiscale: null, tipoIdentificativo: null },
    };
    registerIngresso(ctx, {
      ...{
        struttura: struttura(b),
        ospite: noto === undefined ? nuovo : { id: noto },
        dataIngresso: giornoA(a * 7 + b),
      },
      ...{ modulo: `${struttura(b)}-TR`, tipoIngresso: 'nuovo', utenza: a % 4 === 0 ? 'MINORE' : 'DUS' },
      ...{ servizioInviante: null, entePagante: 'ATS-BS' },
    });
  },
  dimissione(ctx: Contesto, a: number, b: number): void {
    const id = pick(stays(ctx), a);
    if (id === undefined) return;
    const p = getPermanenza(ctx.store, id);
    const altra = STRUTTURE.find((codice) => ctx.store.find('strutture', p.strutturaId)?.codice !== codice) ?? null;
    const trasferito = b % 3 === 0;
    registerDimissione(ctx, {
      ...{ ingressoId: id, dataDimissione: addGiorni(p.dataIngresso, b % 70), destinazione: null },
      esito: trasferito ? 'trasferimento_interno' : 'abbandono',
      ...{ versoStruttura: trasferito ? altra : null, versoModulo: trasferito ? `${altra}-ALC` : null },
    });
  },
  annulla(ctx: Contesto, a: number): void {
    const id = pick(stays(ctx), a);
    if (id !== undefined) reopenDimissione(ctx, { ingressoId: id, motivo: 'per sbaglio' });
  },
  correggi(ctx: Contesto, a: number, b: number): void {
    const id = pick(stays(ctx), a);
    if (id === undefined) return;
    const dataIngresso = addGiorni(getPermanenza(ctx.store, id).dataIngresso, (b % 61) - 30);
    correctIngresso(ctx, { ingressoId: id, dataIngresso, entePagante: pick(['ATS-BS', 'ATS-BG', null], b) ?? null });
  },
  togli(ctx: Contesto, a: number): void {
    const id = pick(stays(ctx), a);
    if (id !== undefined) removeIngresso(ctx, { ingressoId: id, motivo: 'errore' });
  },
  modulo(ctx: Contesto, a: number, b: number): void {
    const id = pick(stays(ctx), a);
    if (id === undefined) return;
    const p = getPermanenza(ctx.store, id);
    const codice = ctx.store.find('strutture', p.strutturaId)?.codice;
    const modulo = `${codice}-${b % 2 === 0 ? 'TR' : 'ALC'}`;
    changeModulo(ctx, { ingressoId: id, dal: addGiorni(p.dataIngresso, b % 50), modulo });
  },
  presenze(ctx: Contesto, a: number, b: number): void {
    const id = pick(stays(ctx), a);
    if (id === undefined) return;
    const p = getPermanenza(ctx.store, id);
    const giorni = Array.from({ length: giorniDelMese(mese(b)) }, (_, n) => giornoDelMese(mese(b), n + 1));
    const codice = pick(['P', 'U', 'R', 'C'], b) ?? 'P';
    registerPresenze(ctx, {
      struttura: ctx.store.find('strutture', p.strutturaId)?.codice ?? '',
      ...{ mese: mese(b), gesto: 'riempi' },
      cambi: giorni.filter((g) => isGiornoDiPermanenza(p, g)).map((giorno) => ({ ingressoId: id, giorno, codice })),
    });
  },
  posti(ctx: Contesto, a: number, b: number): void {
    const codice = struttura(a);
    saveModulo(ctx, {
      ...{ struttura: codice, codice: `${codice}-TR`, nome: 'TR', tipologia: 'TR', conta: 'adulti' },
      ...{ validoDal: giornoA(b), accreditati: 5 + (b % 6), disponibili: 5 },
    });
  },
  chiudi(ctx: Contesto, a: number, b: number): void {
    closeMese(ctx, { struttura: struttura(a), mese: mese(b), conMancanti: true });
  },
  riapri(ctx: Contesto, a: number, b: number): void {
    reopenMese(ctx, { struttura: struttura(a), mese: mese(b), motivo: 'prova' });
  },
} as const;

/** Any life of a community: each gesture through its service. */
export const vite: fc.Arbitrary<readonly GestoVero[]> = fc.array(
  fc.record({
    tipo: fc.constantFrom(...TIPI(), 'ingresso' as const, 'chiudi' as const, 'chiudi' as const, 'presenze' as const),
    a: fc.nat(40),
    b: fc.nat(97),
  }),
  { minLength: 10, maxLength: 60 },
);

/** Lives it, exporting each month as soon as it is closed; then closes and sends every month once more. */
export async function viviDavvero(ctx: Contesto, gesti: readonly GestoVero[]): Promise<FileDiProva[]> {
  const file: FileDiProva[] = [];
  for (const { tipo, a, b } of gesti) {
    if (!prova(() => GESTI[tipo](ctx, a, b)) || tipo !== 'chiudi') continue;
    file.push(await esporta(ctx, struttura(a), mese(b)));
  }
  for (const codice of STRUTTURE)
    for (const quale of MESI) {
      prova(() => reopenMese(ctx, { struttura: codice, mese: quale, motivo: 'invio' }));
      if (prova(() => closeMese(ctx, { struttura: codice, mese: quale, conMancanti: true })))
        file.push(await esporta(ctx, codice, quale));
    }
  return file;
}

async function esporta(ctx: Contesto, codice: string, quale: Mese): Promise<FileDiProva> {
  const { id } = await exportMese(ctx, { struttura: codice, mese: quale });
  const { nome, bytes } = getPaccoFile(ctx, { id });
  return { nome, bytes: new Uint8Array(bytes) };
}

/** Whether it was done; a refusal with its sentence is an answer, anything else is a fault. */
function prova(gesto: () => void): boolean {
  try {
    gesto();
    return true;
  } catch (error) {
    if (error instanceof ErroreApprodo) return false;
    throw error;
  }
}
