import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { mesiDelPeriodo } from '../../../domain/giorno.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { importFoglio } from '../../../electron/services/foglio.ts';
import { importPacchi, planPacchi } from '../../../electron/services/pacco-import.ts';
import { reportBilancio, reportGiornate } from '../../../electron/services/report.ts';
import { runVerifica } from '../../../electron/services/verifica.ts';
import { type Cartella, inventaCooperativa } from '../../../scripts/demo/inventa.ts';
import { writeCartella } from '../../../scripts/demo/scrivi-cartella.ts';
import { cartellaProva } from '../cartella-prova.ts';
import { apriArchivio } from './aiuti.ts';
import { invia } from './casa.ts';
import { apriCentro, type FileDiProva, nuoveParti, type Parti } from './consegna-di-prova.ts';

const PRIMA = { dal: '2024-01-01', al: '2024-12-31' };
const DOPO = { dal: '2025-01-01', al: '2025-04-30' };
const STRUTTURE = ['CASA00', 'CASA01'];
/** Two years of two strutture: the year before Approdo and the months after. */
const TUTTO = inventaCooperativa({ seme: 11, strutture: 2, posti: 9, periodo: { dal: PRIMA.dal, al: DOPO.al } });

/** What the office knew at the end of 2024: who left after was still there. */
function finoAl2024(c: Cartella): Cartella {
  const ingressi = c.ingressi
    .filter((riga) => (riga['data_ingresso'] ?? '') <= PRIMA.al)
    .map((riga) =>
      (riga['data_dimissione'] ?? '') > PRIMA.al
        ? { ...riga, data_dimissione: '', esito: '', data_relazione: '' }
        : riga,
    );
  const noti = new Set(ingressi.map((riga) => riga['id']));
  const ospiti = new Set(ingressi.map((riga) => riga['ospite']));
  const delPeriodo = (righe: Cartella['visite']) => righe.filter((riga) => (riga['data'] ?? '') <= PRIMA.al);
  return {
    ...c,
    ingressi,
    ospiti: c.ospiti.filter((riga) => ospiti.has(riga['id'])),
    presenze: c.presenze.filter((riga) => noti.has(riga['ingresso']) && (riga['mese'] ?? '') <= '2024-12'),
    visite: delPeriodo(c.visite),
    incontri: delPeriodo(c.incontri),
    attivita: delPeriodo(c.attivita),
  };
}

/** The same sheets under other ids, as another office would have written them. */
function conAltriId(c: Cartella): Cartella {
  const altro = (id = '') =>
    id
      .split('|')
      .map((uno) => (uno === '' ? '' : `X${uno}`))
      .join('|');
  const campi = ['id', 'ospite', 'ospiti', 'ingresso'];
  const cambia = (righe: Cartella['ospiti']) =>
    righe.map((riga) => ({
      ...riga,
      ...Object.fromEntries(campi.flatMap((k) => (k in riga ? [[k, altro(riga[k])]] : []))),
    }));
  return {
    ...c,
    ospiti: cambia(c.ospiti),
    ingressi: cambia(c.ingressi),
    presenze: cambia(c.presenze),
    visite: cambia(c.visite),
    incontri: cambia(c.incontri),
    attivita: cambia(c.attivita),
  };
}

async function importaCartella(ctx: Contesto, cartella: Cartella): Promise<void> {
  const file = writeCartella(cartella).map(({ nome, bytes }) => ({ nome, bytes: new Uint8Array(bytes) }));
  expect((await importFoglio(ctx, { file })).errori).toEqual([]);
}

const dati = cartellaProva('foglio-e-pacchi');
let parti: Parti;
let casa: Contesto;
let pacchi: FileDiProva[];
beforeAll(async () => {
  parti = await nuoveParti();
  casa = comunita(dati);
  await importaCartella(casa, TUTTO);
  pacchi = await inviaTutto(casa);
  return () => casa.store.close();
});

let centro: Contesto;
beforeEach(() => {
  centro = apriCentro(parti);
  onTestFinished(() => centro.store.close());
});

function comunita(dati?: string): Contesto {
  const ctx = apriArchivio('comunita', parti.comunita, dati === undefined ? {} : { dati });
  ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
    const { firmaPubblica: firma, sigilloPubblico: sigillo } = parti.centro;
    tx.insert('corrispondenti', { ruolo: 'centrale', nome: 'Accoglienza', firma, sigillo, strutture: [] });
  });
  return ctx;
}

async function inviaTutto(ctx: Contesto): Promise<FileDiProva[]> {
  const file = [];
  for (const mese of mesiDelPeriodo(DOPO))
    for (const struttura of STRUTTURE) file.push(await invia(ctx, mese, struttura));
  return file;
}

const cifre = (ctx: Contesto, periodo: { dal: string; al: string }): unknown =>
  JSON.parse(JSON.stringify([reportBilancio(ctx, periodo), reportGiornate(ctx, { ...periodo, per: 'struttura' })]));

/** A shuffle that a failure can repeat. */
function mescola<T>(list: readonly T[], seme: number): T[] {
  return list
    .map((one, index) => ({ one, posto: Math.sin(seme * 1000 + index * 7919) }))
    .toSorted((a, b) => a.posto - b.posto)
    .map(({ one }) => one);
}

describe('a central office with the workbook of the years before', () => {
  test.each([
    ['as it was at the end of the year', finoAl2024(TUTTO), 1],
    ['as it was at the end of the year, parcels in another order', finoAl2024(TUTTO), 2],
    ['under ids of its own', conAltriId(finoAl2024(TUTTO)), 3],
    ['that goes on into the months the parcels own', conAltriId(TUTTO), 4],
    ['that goes on into the months the parcels own, in another order', TUTTO, 5],
  ])(
    '%s: the old year never moves, the new one becomes the communities’',
    async (_nome, cartella, seme) => {
      await importaCartella(centro, cartella);
      const vecchio = cifre(centro, PRIMA);
      expect(vecchio).toEqual(cifre(casa, PRIMA));
      for (const file of mescola(pacchi, seme)) {
        expect((await importPacchi(centro, { file: [file] }))[0]?.stato).toBe('importato');
        expect(cifre(centro, PRIMA)).toEqual(vecchio);
      }
      expect(cifre(centro, DOPO)).toEqual(cifre(casa, DOPO));
      const verifica = await runVerifica(centro);
      expect(verifica).toMatchObject({ esito: true, avvisi: [] });
    },
    60_000,
  );

  test('the workbook imported after the parcels ends in the same figures', async () => {
    await importPacchi(centro, { file: mescola(pacchi, 6) });
    const nuovo = cifre(centro, DOPO);
    await importaCartella(centro, finoAl2024(TUTTO));
    expect(cifre(centro, DOPO)).toEqual(nuovo);
    expect(cifre(centro, PRIMA)).toEqual(cifre(casa, PRIMA));
    expect((await runVerifica(centro)).esito).toBe(true);
  });

  test('places the community knows only from its first month: the old year keeps the workbook’s', async () => {
    const nuova = comunita();
    onTestFinished(() => nuova.store.close());
    const dal2025 = TUTTO.moduli.map((riga) => ({
      ...riga,
      valido_dal: '2025-01-01',
      posti_accreditati: '5',
      posti_disponibili: '4',
    }));
    await importaCartella(nuova, { ...TUTTO, moduli: dal2025 });
    const file = await inviaTutto(nuova);
    await importaCartella(centro, conAltriId(finoAl2024(TUTTO)));
    const vecchio = cifre(centro, PRIMA);
    for (const uno of mescola(file, 7)) {
      await importPacchi(centro, { file: [uno] });
      expect(cifre(centro, PRIMA)).toEqual(vecchio);
    }
    expect(cifre(centro, DOPO)).toEqual(cifre(nuova, DOPO));
  }, 60_000);

  test('a stay of the workbook that the parcels do not know ends before the first month they own', async () => {
    const cartella = finoAl2024(TUTTO);
    const ospite = {
      ...cartella.ospiti[0],
      id: 'IGNOTA',
      cognome: 'Ignota',
      codice_fiscale: '',
      tipo_identificativo: '',
    };
    const ingresso = {
      ...cartella.ingressi[0],
      id: 'IGN',
      ospite: 'IGNOTA',
      data_ingresso: '2024-11-20',
      data_dimissione: '',
      esito: '',
      data_relazione: '',
    };
    await importaCartella(centro, {
      ...cartella,
      ospiti: [...cartella.ospiti, ospite],
      ingressi: [...cartella.ingressi, ingresso],
    });
    const vecchio = cifre(centro, PRIMA);
    const fine = () =>
      centro.store
        .select('ingressi', "t.data_ingresso = '2024-11-20' AND t.deleted_at_ms IS NULL AND t.versione = 0", {})
        .map((riga) => riga.dataDimissione);
    const [gennaio, , febbraio, , marzo] = pacchi as [FileDiProva, FileDiProva, FileDiProva, FileDiProva, FileDiProva];
    const [piano] = await planPacchi(centro, { file: [marzo] });
    expect(piano?.sommario.join(', ')).toMatch(/[1-9] permanenz[ae] del foglio finit[ae] prima/);
    for (const [file, giorno] of [
      [marzo, '2025-02-28'],
      [febbraio, '2025-01-31'],
    ] as const) {
      await importPacchi(centro, { file: [file] });
      expect(fine()).toEqual([giorno]);
      expect(cifre(centro, PRIMA)).toEqual(vecchio);
    }
    await importPacchi(centro, { file: [gennaio] });
    expect(fine()).toEqual(['2024-12-31']);
    expect((await runVerifica(centro)).esito).toBe(true);
  });

  test('a correction of a stay that began in the old year reaches the old year too: it is one stay', async () => {
    await importaCartella(centro, finoAl2024(TUTTO));
    await importPacchi(centro, { file: pacchi });
    const tutti = centro.store.select('ingressi', 't.deleted_at_ms IS NULL', {});
    const persone = new Set(
      tutti.map(
        (riga) => `${riga.strutturaId} ${riga.dataIngresso} ${centro.store.find('ospiti', riga.ospiteId)?.chiaveNome}`,
      ),
    );
    expect(persone.size).toBe(tutti.length);
  });
});
