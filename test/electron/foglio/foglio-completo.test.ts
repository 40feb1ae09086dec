import { getTableColumns } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { loadRigheFogli } from '../../../db/reads/foglio-export.ts';
import { tracked } from '../../../db/schema/tracked.ts';
import { type Tabella, TRACKED } from '../../../db/scrittura.ts';
import {
  campoDi,
  colonneDi,
  type FOGLI,
  FOGLI_IN_ENTRATA,
  isNomeFoglio,
} from '../../../electron/foglio/foglio-tabelle.ts';
import { exportFoglio, importFoglio, previewFoglio } from '../../../electron/services/foglio.ts';
import { type FileDato, importa, registroVuoto, ritratto, senzaErrori, somma, toCsv } from './cartella.ts';
import { cartellaPiena } from './cartella-piena.ts';

/** Tables that are no sheet of their own, and why. */
const SENZA_FOGLIO: Readonly<Record<string, string>> = {
  posti: 'are in the sheet moduli',
  assegnazioni: 'are in the sheets ingressi and cambi_modulo',
  codici: 'are settings',
  mesi: 'are the closings, which are acts',
  oscuramenti: 'are requests of a guest to this house',
  note_riservate: 'are sealed',
  copie_consegnate: 'are acts of this house',
  pacchi: 'are parcels',
  impostazioni: 'are settings',
  accounts: 'are accounts',
  corrispondenti: 'are keys',
  recuperi: 'are keys',
  depositi: 'are keys',
};

/** Columns that no sheet has, and why. */
const SENZA_COLONNA: Readonly<Record<string, string>> = {
  'ospiti.personaId': 'follows from who is the same person',
  'ospiti.chiaveNome': 'follows from the name',
  'ospiti.fotoId': 'a photograph does not travel in a sheet',
  'diario.autoreId': 'an account of this installation; the sheet has the name',
};

/** The field a column of a sheet becomes (electron/foglio/foglio-piano-campi.ts). */
const ALTRI_NOMI: Readonly<Record<string, string>> = {
  'ingressi.modulo': '',
  'moduli.modulo_dal': 'dal',
  'moduli.modulo_al': 'al',
  'evidenze.foglio': 'tabella',
  'evidenze.registrazione': 'rigaId',
  'adempimenti.foglio': '',
  'adempimenti.oggetto': 'oggettoId',
  'diario.aggiunge_a': 'aggiungeA',
};

function campiDelFoglio(foglio: (typeof FOGLI)[number]): string[] {
  return colonneDi(foglio).map(([nome, { genere }]) => {
    const altro = ALTRI_NOMI[`${foglio}.${nome}`];
    return altro ?? (genere.tipo === 'riferimento' ? `${campoDi(nome)}Id` : campoDi(nome));
  });
}

describe('nothing of the register is forgotten', () => {
  test('every tracked table is a sheet, or is named here with a reason', () => {
    const tabelle = Object.keys(TRACKED);
    expect(tabelle.filter((t) => !isNomeFoglio(t)).toSorted()).toEqual(Object.keys(SENZA_FOGLIO).toSorted());
  });

  test.each(Object.keys(TRACKED).filter(isNomeFoglio))('every column of %s is in its sheet', (foglio) => {
    const comuni = new Set(Object.keys(tracked).filter((campo) => campo !== 'id'));
    const colonne = Object.keys(getTableColumns(TRACKED[foglio as Tabella])).filter((c) => !comuni.has(c));
    const scritte = new Set([...campiDelFoglio(foglio), 'id', ...(foglio === 'presenze' ? ['codici'] : [])]);
    const mancano = colonne.filter((c) => !scritte.has(c) && SENZA_COLONNA[`${foglio}.${c}`] === undefined);
    expect(mancano).toEqual([]);
  });

  test('the sheets that are written have every column they declare', async () => {
    const ctx = registroVuoto();
    senzaErrori(await importa(ctx, cartellaPiena()));
    const righe = loadRigheFogli(ctx.store);
    for (const foglio of FOGLI_IN_ENTRATA) {
      const nomi = colonneDi(foglio).map(([nome]) => nome);
      const note = new Set(Object.keys(righe[foglio]?.[0] ?? {}));
      expect([foglio, nomi.filter((nome) => !note.has(nome) && !/^g\d+$/.test(nome))]).toEqual([foglio, []]);
    }
  });

  test('the invented workbook fills every column there is', () => {
    const cartella = cartellaPiena();
    const vuote = FOGLI_IN_ENTRATA.flatMap((foglio) =>
      colonneDi(foglio)
        .filter(([nome]) => !(cartella[foglio] ?? []).some((riga) => riga[nome]))
        .map(([nome]) => `${foglio}.${nome}`),
    );
    expect(vuote).toEqual([]);
  });
});

describe('the invented workbook', () => {
  test('a preview says the same and writes nothing; a second import changes nothing', async () => {
    const ctx = registroVuoto();
    const prima = { seq: ctx.store.registro.last(), ritratto: ritratto(ctx.store) };
    const anteprima = await previewFoglio(ctx, { file: toCsv(cartellaPiena()) });
    expect({ seq: ctx.store.registro.last(), ritratto: ritratto(ctx.store) }).toEqual(prima);
    const esito = await importa(ctx, cartellaPiena());
    senzaErrori(esito);
    expect(anteprima).toEqual(esito);
    expect(somma(esito.inseriti)).toBe(Object.values(cartellaPiena()).reduce((n, righe) => n + righe.length, 0));
    const ancora = await importa(ctx, cartellaPiena());
    expect([somma(ancora.inseriti), somma(ancora.aggiornati), somma(ancora.scartati)]).toEqual([0, 0, 0]);
  });

  test.each(['csv', 'xlsx'] as const)('exported as %s, in an empty register it is the same', async (formato) => {
    const ctx = registroVuoto();
    senzaErrori(await importa(ctx, cartellaPiena()));
    const file = (await exportFoglio(ctx, formato)) as FileDato[];
    const altrove = registroVuoto();
    senzaErrori(await importFoglio(altrove, { file }));
    expect(ritratto(altrove.store)).toEqual(ritratto(ctx.store));
    const ancora = await importFoglio(ctx, { file });
    expect([somma(ancora.inseriti), somma(ancora.aggiornati), somma(ancora.scartati)]).toEqual([0, 0, 0]);
    expect(ancora.avvisi).toEqual([
      'Il foglio «allegati» è solo un elenco: i file stanno nell’archivio e nelle sue copie, e da qui non si importano.',
    ]);
  });
});
