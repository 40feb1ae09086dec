import { listGiaScritti, listOperatoriDelGiorno } from '../../db/reads/scelte-ingresso.ts';
import { listModuli, listPosti } from '../../db/reads/struttura.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { isOfferta, type VoceLista } from '../../domain/lista.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Contesto } from './contesto.ts';
import { listVoci } from './lista.ts';
import { fineMassimaDi } from './scheda-ingresso.ts';
import { getStruttura } from './struttura.ts';

/** What the forms of ingresso propose. Services are those written already, then the kinds of the list. */
export function getScelte(ctx: Contesto, input: Parsed<'ingressi.getScelte'>): Output<'ingressi.getScelte'> {
  const { store } = ctx;
  const { id } = getStruttura(store, input.struttura);
  const posti = listPosti(store);
  const [tipi, ritirati] = partizione(listVoci('inviante', store), input.giorno);
  const scritti = listGiaScritti(store, 'servizio_inviante').filter((detto) => !ritirati.includes(detto));
  return {
    operatori: listOperatoriDelGiorno(store, id, input.giorno),
    enti: listGiaScritti(store, 'ente_pagante'),
    invianti: [...new Set([...scritti, ...tipi])],
    moduli: listModuli(store)
      .filter(({ strutturaId }) => strutturaId === id)
      .map((modulo) => ({
        codice: modulo.codice,
        motivo: posti.findLast((riga) => riga.moduloId === modulo.id && isValida(riga, input.giorno))?.motivo ?? null,
        fineMassima: fineMassimaDi(store, modulo.tipologia, input.giorno),
      })),
  };
}

/** The words of the values offered on a day, and of the others. */
function partizione(voci: readonly VoceLista[], giorno: Giorno): [string[], string[]] {
  const parole = (offerta: boolean) =>
    voci.filter((voce) => isOfferta(voce, giorno) === offerta).map(({ etichetta }) => etichetta);
  return [parole(true), parole(false)];
}

function isValida({ validoDal, validoAl }: { validoDal: string; validoAl: string | null }, giorno: string): boolean {
  return validoDal <= giorno && (validoAl === null || validoAl >= giorno);
}
