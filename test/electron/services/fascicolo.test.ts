import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import * as schema from '../../../db/schema/index.ts';
import { fascicolo as forma } from '../../../electron/contract/fascicolo.ts';
import { addAllegato } from '../../../electron/services/allegato.ts';
import { addAvvertenza } from '../../../electron/services/avvertenza.ts';
import { addContatto } from '../../../electron/services/contatto.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { deliverFascicolo, getFascicolo, POSTO_NEL_FASCICOLO } from '../../../electron/services/fascicolo.ts';
import { sealIdentita } from '../../../electron/services/identita.ts';
import { getOspite } from '../../../electron/services/ospite.ts';
import { registerNota, registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, type OspiteDiProva, ospiteDiProva, scriviRiservato } from '../../aiuti/ospite.ts';

const TABELLE: readonly SQLiteTable[] = Object.values(schema).filter((valore) => is(valore, SQLiteTable));

/** Every table with a foreign key that leads, however many steps away, to a guest. */
function tabelleDellOspite(): Set<string> {
  const trovate = new Set(['ospiti']);
  for (let prima = 0; prima !== trovate.size; ) {
    prima = trovate.size;
    for (const tabella of TABELLE)
      for (const chiave of getTableConfig(tabella).foreignKeys)
        if (trovate.has(getTableName(chiave.reference().foreignTable))) trovate.add(getTableName(tabella));
  }
  return trovate;
}

/** A guest with something in every table, each thing with a mark of its own; somebody else was there too. */
function ospitePieno(ctx: Contesto): OspiteDiProva {
  const ospite = ospiteDiProva(ctx, { cognome: 'Ferrari' });
  const altro = ospiteDiProva(ctx, { cognome: 'Terzopresente' });
  const { ospiteId, ingressoId } = ospite;
  scriviRiservato(ctx, ospite, {
    scheda: {
      hiv: 'si',
      provenienza: 'segno-scheda',
      sostanzePrimarie: ['segno-sostanza'],
      genitoreId: altro.ospiteId,
    },
    misure: [{ misura: 'segno-misura', dal: '2025-01-20', autorita: 'Tribunale di prova' }],
  });
  scriviDellaPersona(ctx, ospite);
  ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
    const strutturaId = tx.find('ingressi', ingressoId)?.strutturaId ?? '';
    tx.insert('adempimenti', {
      ospiteId,
      regola: 'segno-regola',
      oggettoId: ingressoId,
      entro: '2025-02-12',
      fattoIl: '2025-02-11',
    });
    tx.insert('promemoria', { ospiteId, strutturaId, testo: 'segno-promemoria', entro: '2025-05-01' });
    const stanzaId = tx.insert('stanze', { strutturaId, nome: 'segno-stanza', letti: 2, dal: '2025-01-01' });
    tx.insert('alloggi', { ingressoId, dal: '2025-01-13', stanzaId, letto: 'A' });
    tx.insert('presenze', { ingressoId, mese: '2025-02', codici: 'PU'.padEnd(31, '.') });
    tx.insert('visite', { ospiteId, strutturaId, data: '2025-02-02', tipo: 'segno-visita', esito: '=1+1' });
    const fatti = { strutturaId, data: '2025-02-03' };
    const incontro = tx.insert('incontri', { ...fatti, servizio: 'segno-incontro', modalita: 'in presenza' });
    tx.setPartecipanti('incontri', incontro, [ospiteId, altro.ospiteId]);
    const attivita = tx.insert('attivita', { ...fatti, area: 'segno-attivita', ore: 2 });
    tx.setPartecipanti('attivita', attivita, [ospiteId, altro.ospiteId]);
  });
  const ruoli = ['responsabile', 'sanitario'] as const;
  addContatto(ctx, {
    ...{ ospiteId, legame: 'segno-contatto', nome: 'Terzopresente', telefono: null },
    ...{ tipo: null, incontri: null, riservato: true },
  });
  addAvvertenza(ctx, { ospiteId, tipo: 'allergia', testo: 'segno-avvertenza', dal: '2025-03-01', al: null });
  addAllegato(ctx, {
    ...{ ospiteId, ingressoId: null, tipo: 'altro', titolo: 'segno-allegato' },
    ...{ nomeFile: 'a.txt', bytes: new TextEncoder().encode('x'), data: null, scadenza: null },
  });
  registerNota(ctx, { ospiteId, data: '2025-03-01', testo: 'segno-nota', ruoli: [...ruoli] });
  registerOscuramento(ctx, { ospiteId, sezione: 'hcv', ruoli: [...ruoli], motivo: 'segno-oscuramento' });
  return ospite;
}

/** What is written of a person: diary, hearings, violations, project, reports. */
function scriviDellaPersona(ctx: Contesto, { ospiteId, ingressoId }: OspiteDiProva): void {
  ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
    const strutturaId = tx.find('ingressi', ingressoId)?.strutturaId ?? '';
    const data = '2025-02-04';
    tx.insert('udienze', { ospiteId, data, luogo: 'segno-udienza' });
    tx.insert('violazioni', { ospiteId, data, fatto: 'segno-violazione' });
    const rigaId = tx.insert('diario', {
      ...{ ospiteId, strutturaId, tipo: 'diario', data, ora: '10:00', testo: 'segno-diario' },
      ...{ autoreId: 'a1', autore: 'ROSSI Maria' },
    });
    const progettoId = tx.insert('progetti', { ingressoId, data, sintesi: 'segno-progetto' });
    const obiettivoId = tx.insert('obiettivi', { progettoId, area: 'lavoro', testo: 'segno-obiettivo' });
    tx.insert('azioni', { obiettivoId, testo: 'segno-azione' });
    tx.insert('verifiche_progetto', { progettoId, data, esito: 'segno-verifica' });
    tx.insert('evidenze', { obiettivoId, tabella: 'diario', rigaId });
    const sezioni = [{ titolo: 'Conclusioni', testo: 'segno-relazione', riservata: null }];
    tx.insert('relazioni', { ingressoId, tipo: 'aggiornamento', data, sezioni, autore: 'ROSSI Maria' });
  });
}

const RICHIESTA = { richiedente: 'segno-richiedente', titolo: 'interessato' as const };

describe('the complete file of one guest (art. 15 GDPR)', () => {
  test('every table that refers to a guest has its place in it, and every place is a part of it', () => {
    // of incontri and attività the row reached is the participation; the log names the guest without a foreign key
    const senzaChiave = ['registro'];
    // which lines an account has read says something of the account, not of the guest
    const diChiLegge = new Set(['letture_diario_righe']);
    const sue = [...tabelleDellOspite()].filter((tabella) => !diChiLegge.has(tabella));
    expect(Object.keys(POSTO_NEL_FASCICOLO).sort()).toEqual([...sue, ...senzaChiave].sort());
    for (const posto of Object.values(POSTO_NEL_FASCICOLO)) expect(forma.shape).toHaveProperty(posto);
  });

  test('what each table holds is in it, and nothing of the other guests', () => {
    const ctx = comunitaDiProva();
    const ospite = ospitePieno(ctx);
    deliverFascicolo(ctx, { ...ospite, ...RICHIESTA, formato: 'stampa' });
    const dato = getFascicolo(ctx, ospite);
    expect(forma.parse(dato)).toEqual(dato);
    for (const posto of Object.values(POSTO_NEL_FASCICOLO)) {
      const parte = dato[posto];
      expect(parte, posto).toBeTruthy();
      if (Array.isArray(parte)) expect(parte.length, posto).toBeGreaterThan(0);
    }
    const testo = JSON.stringify(dato);
    for (const segno of [
      'scheda',
      'sostanza',
      'misura',
      'visita',
      'incontro',
      'attivita',
      'nota',
      'oscuramento',
      'contatto',
      'richiedente',
      ...['udienza', 'violazione', 'diario', 'progetto', 'obiettivo', 'azione', 'verifica', 'relazione'],
      'avvertenza',
      'allegato',
      'regola',
      'promemoria',
      'stanza',
    ])
      expect(testo, segno).toContain(`segno-${segno}`);
    expect(testo).not.toMatch(/Terzopresente/i);
    expect(dato.permanenze).toMatchObject([
      {
        dataIngresso: '2025-01-13',
        conGenitore: true,
        moduli: [{ dal: '2025-01-13', modulo: 'TR (CASA00-TR)' }],
        presenze: [{ mese: '2025-02', codici: 'PU'.padEnd(31, '.') }],
      },
    ]);
    expect(dato.registro.map(({ azione }) => azione)).toEqual([
      ...[
        'ingressi.register',
        'contatti.add',
        'avvertenze.add',
        'allegati.add',
        'note.register',
        'oscuramenti.register',
        'fascicoli.deliver',
      ],
    ]);
    expect(dato.registro[0]?.cambiati).toContain('ospiti.cognome');
  });

  test('a copy given is a row of the register of copies and a line of the log', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospitePieno(ctx);
    deliverFascicolo(ctx, { ospiteId, ...RICHIESTA, formato: 'json' });
    expect(getFascicolo(ctx, { ospiteId }).copie).toMatchObject([
      { ...RICHIESTA, data: '2025-04-03', formato: 'json', consegnataDa: 'ROSSI Maria' },
    ]);
    expect(ctx.store.registro.find(ctx.store.registro.last().seq)).toMatchObject({
      azione: 'fascicoli.deliver',
      ospiteId,
      nota: 'json, interessato',
    });
  });

  test('json and csv hold the same; the name of the file is a code; no cell runs as a formula', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospitePieno(ctx);
    const json = deliverFascicolo(ctx, { ospiteId, ...RICHIESTA, formato: 'json' });
    const letto = forma.parse(JSON.parse(strFromU8(json.bytes)));
    expect(json.nome).toBe(`fascicolo-${letto.codice}-2025-04-03.json`);
    const zip = deliverFascicolo(ctx, { ospiteId, ...RICHIESTA, formato: 'csv' });
    const file = unzipSync(zip.bytes);
    const tavole = [
      ...[
        'allegati.csv',
        'assenze.csv',
        'attivita.csv',
        'avvertenze.csv',
        'codici_presenza.csv',
        'contatti.csv',
        'copie_consegnate.csv',
        'fascicolo.json',
        'incontri.csv',
      ],
      ...['misure.csv', 'moduli.csv', 'note.csv', 'oscuramenti.csv', 'permanenze.csv', 'persona.csv'],
      ...['presenze.csv', 'registro.csv', 'scadenze.csv', 'stanze.csv', 'visite.csv'],
      ...['azioni.csv', 'diario.csv', 'evidenze.csv', 'obiettivi.csv', 'progetti.csv', 'relazioni.csv', 'udienze.csv'],
      ...['verifiche_progetto.csv', 'violazioni.csv'],
    ];
    expect(Object.keys(file).sort()).toEqual(tavole.toSorted());
    const testo = (nome: string) => strFromU8(file[nome] ?? new Uint8Array());
    expect(testo('presenze.csv').trim().split('\r\n').slice(1)).toEqual(['1;2025-02-01;P', '1;2025-02-02;U']);
    expect(testo('visite.csv')).toContain("'=1+1");
    expect(forma.parse(JSON.parse(testo('fascicolo.json'))).copie).toHaveLength(2);
  });

  test('an anonymous guest: the identity is in the copy of who may open it, and in no other', () => {
    const ctx = comunitaDiProva();
    const { ospiteId } = ospitePieno(ctx);
    sealIdentita(ctx, { ospiteId, ruoli: ['responsabile'], motivo: 'richiesta' });
    expect(getFascicolo(ctx, { ospiteId })).toMatchObject({ anonimo: true, persona: { cognome: 'Ferrari' } });
    const altrui = getFascicolo(come(ctx, 'sanitario'), { ospiteId });
    expect(altrui.persona.cognome).toBe(altrui.codice);
    expect(JSON.stringify(altrui)).not.toMatch(/Ferrari|1983-07-14/);
  });

  test('the stays and days in it are those of the record, whatever was recorded', () => {
    const codici = fc.string({ unit: fc.constantFrom('P', 'U', 'R', '.'), minLength: 31, maxLength: 31 });
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 5 }), codici, (mesi, lettere) => {
        const ctx = comunitaDiProva();
        const { ospiteId, ingressoId } = ospiteDiProva(ctx);
        const nomi = mesi.map((n) => `2024-${String(n).padStart(2, '0')}`);
        ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
          for (const mese of nomi) tx.insert('presenze', { ingressoId, mese, codici: lettere });
        });
        const dato = getFascicolo(ctx, { ospiteId });
        expect(dato.permanenze.map((p) => p.dataIngresso)).toEqual(
          getOspite(ctx, { ospiteId }).permanenze.map((p) => p.dataIngresso),
        );
        expect(dato.permanenze[0]?.presenze).toEqual(nomi.toSorted().map((mese) => ({ mese, codici: lettere })));
      }),
      { numRuns: 10 },
    );
  });
});
