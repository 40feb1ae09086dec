import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { colonneDi, isNomeFoglio } from '../../../electron/foglio/foglio-tabelle.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { saveFoglio } from '../../../electron/services/foglio-copia.ts';
import { come } from '../../aiuti/ospite.ts';
import { importa, type RigaScritta, registroVuoto, senzaErrori } from '../foglio/cartella.ts';
import { cartellaPiena } from '../foglio/cartella-piena.ts';

async function fogli(ctx: Contesto, soloCodici: boolean): Promise<Record<string, string>> {
  const { bytes } = await saveFoglio(ctx, { formato: 'csv', soloCodici });
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([nome, dati]) => [nome, strFromU8(dati)]));
}

const righe = (testo: string | undefined) => (testo ?? '').trim().split('\r\n').length - 1;

/** Texts that name no guest and stay: houses, services, payers, lists. */
const RESTANO =
  /^(strutture|moduli|segnalazioni|voci_lista|regole_|stanze)|\.(servizio_inviante|ente_pagante|autorita|regola|area|tipo)$/;

/** The invented workbook with the name of a guest in every text. */
function conNomi(): Record<string, RigaScritta[]> {
  const cartella = cartellaPiena();
  for (const [foglio, tutte] of Object.entries(cartella))
    for (const riga of tutte)
      for (const [nome, { genere }] of isNomeFoglio(foglio) ? colonneDi(foglio) : [])
        if (genere.tipo === 'testo' && riga[nome] && !RESTANO.test(`${foglio}.${nome}`) && foglio !== 'ospiti')
          riga[nome] = `${riga[nome]} Canarinetti`;
        else if (genere.tipo === 'sezioni') riga[nome] = '## Canarinetti\nCanarinetti';
        else if (genere.tipo === 'comunicazioni' && riga[nome]) riga[nome] = 'Canarinetti=';
  return cartella;
}

describe('the registers as a workbook that leaves the program', () => {
  test('with codes alone nothing anybody wrote is in it, in any sheet', async () => {
    const ctx = registroVuoto();
    senzaErrori(await importa(ctx, conNomi()));
    const coiNomi = await fogli(ctx, false);
    expect(
      Object.values(coiNomi)
        .join('\n')
        .match(/Canarinetti/g)?.length,
    ).toBeGreaterThan(50);
    const file = await fogli(ctx, true);
    for (const [nome, testo] of Object.entries(file))
      expect(testo, nome).not.toMatch(
        /canarinetti|zampironi|quartararo|teodora|ilie|bergamaschi|1991-05-08|salici|333 0000|STP03|FA-2025/i,
      );
    expect(righe(file['udienze.csv'])).toBe(1);
    expect(righe(file['obiettivi.csv'])).toBe(1);
    for (const lasciato of ['diario', 'relazioni', 'contatti', 'promemoria', 'operatori', 'evidenze'])
      expect([lasciato, righe(file[`${lasciato}.csv`])]).toEqual([lasciato, 0]);
    // the rows still hold together
    const [, ingresso = ''] = (file['assenze.csv'] ?? '').split('\r\n')[1]?.split(';') ?? [];
    expect(file['ingressi.csv']).toContain(`\n${ingresso};`);
    expect(file['presenze.csv']).toContain(ingresso);
  });

  test('the judicial rows are of who reads them', async () => {
    const ctx = registroVuoto();
    const cartella = cartellaPiena();
    for (const relazione of cartella['relazioni'] ?? []) relazione['tipo'] = 'art94ter';
    senzaErrori(await importa(ctx, cartella));
    const sue = await fogli(ctx, false);
    const altrui = await fogli(come(ctx, 'direzione'), false);
    for (const foglio of ['misure', 'udienze', 'violazioni', 'relazioni'])
      expect([foglio, righe(sue[`${foglio}.csv`]) > 0, righe(altrui[`${foglio}.csv`])]).toEqual([foglio, true, 0]);
    expect(righe(altrui['avvertenze.csv'])).toBe(1);
  });
});
