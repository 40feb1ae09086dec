import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { consegne } from '../../../electron/contract/consegna.ts';
import { getConsegne } from '../../../electron/services/consegna.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { avvisiDellaCatena, followCatena, verifyCatene } from '../../../electron/services/pacco-catena.ts';
import { importPacchi } from '../../../electron/services/pacco-import.ts';
import { registerPresenze } from '../../../electron/services/presenza.ts';
import { runVerifica } from '../../../electron/services/verifica.ts';
import { entra, esce, invia } from '../sync/casa.ts';
import { apriComunita } from '../sync/comunita-vera.ts';
import { apriCentro, type FileDiProva, nuoveParti, type Parti } from '../sync/consegna-di-prova.ts';

let parti: Parti;
let casa: Contesto;
let centro: Contesto;
beforeAll(async () => {
  parti = await nuoveParti();
});
beforeEach(() => {
  casa = apriComunita(parti);
  centro = apriCentro(parti);
  onTestFinished(() => {
    casa.store.close();
    centro.store.close();
  });
});

const importa = (...file: FileDiProva[]) => importPacchi(centro, { file });

/** A cell of the board: struttura, number of the month. */
function cella(struttura: string, mese: number) {
  const board = getConsegne(centro, { anno: 2025 });
  expect(consegne['consegne.getAnno'].output.parse(board)).toEqual(board);
  return board.righe.find((riga) => riga.struttura === struttura)?.celle[mese - 1];
}

/** All the days of January, so that nothing is missing. */
function registraGennaio(ingressoId: string, dal: number, al = 31): void {
  const giorni = Array.from({ length: al - dal + 1 }, (_, n) => `2025-01-${String(dal + n).padStart(2, '0')}`);
  const cambi = giorni.map((giorno) => ({ ingressoId, giorno, codice: 'P' }));
  registerPresenze(casa, { struttura: 'CASA00', mese: '2025-01', gesto: 'riempi', cambi });
}

describe('the board', () => {
  test('is empty before anything arrives', () => {
    expect(getConsegne(centro, { anno: 2025 })).toEqual({ anno: 2025, ultimoDovuto: '2025-12', righe: [] });
  });

  test('a month is missing, then received, then replaced by its correction', async () => {
    const { ingressoId } = entra(casa, '2025-01-10');
    registraGennaio(ingressoId, 10);
    await importa(await invia(casa, '2025-01'));
    expect(cella('CASA00', 1)).toMatchObject({ stato: 'ricevuto', revisione: 1, numero: 1, avvisi: [] });
    expect(cella('CASA00', 2)).toEqual({
      mese: '2025-02',
      stato: 'mancante',
      revisione: null,
      numero: null,
      receivedAtMs: null,
      avvisi: [],
    });
    await importa(await invia(casa, '2025-01'));
    expect(cella('CASA00', 1)).toMatchObject({ stato: 'sostituito', revisione: 2, numero: 2, avvisi: [] });
    expect(getConsegne(centro, { anno: 2025 }).righe).toMatchObject([
      { struttura: 'CASA00', nome: 'Casa CASA00', posti: 18 },
    ]);
  });

  test('days without a code, and letters the centre does not know, travel as remarks', async () => {
    const { ingressoId } = entra(casa, '2025-01-10');
    registraGennaio(ingressoId, 10, 30);
    casa.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.insert('codici', {
        id: 'Z',
        etichetta: 'Campo estivo',
        presente: true,
        pagata: true,
        occupaPosto: true,
        ordine: 9,
      });
    });
    registerPresenze(casa, {
      struttura: 'CASA00',
      mese: '2025-01',
      gesto: 'cella',
      cambi: [{ ingressoId, giorno: '2025-01-12', codice: 'Z' }],
    });
    await importa(await invia(casa, '2025-01'));
    expect(cella('CASA00', 1)).toMatchObject({
      stato: 'con_avvisi',
      avvisi: ['1 giorno senza codice', 'Codici di presenza sconosciuti all’Accoglienza, non contati: Z'],
    });
  });

  test('a hole in the chain is told on the parcel after it, and goes when the hole is filled', async () => {
    const file = [];
    for (const mese of ['2025-01', '2025-02', '2025-03', '2025-04']) file.push(await invia(casa, mese));
    const [uno, due, tre, quattro] = file as [FileDiProva, FileDiProva, FileDiProva, FileDiProva];
    await importa(quattro);
    expect(cella('CASA00', 4)?.avvisi).toEqual(['Prima di questo mancano i pacchi dal numero 1 al 3']);
    expect((await runVerifica(centro)).avvisi).toEqual(['CASA00: mancano i pacchi dal numero 1 al 3.']);
    await importa(due);
    expect(cella('CASA00', 2)?.avvisi).toEqual(['Prima di questo manca il pacco numero 1']);
    expect(cella('CASA00', 4)?.avvisi).toEqual(['Prima di questo manca il pacco numero 3']);
    await importa(uno, tre);
    for (const mese of [1, 2, 3, 4]) expect(cella('CASA00', mese)).toMatchObject({ stato: 'ricevuto', avvisi: [] });
    expect(await runVerifica(centro)).toMatchObject({ esito: true, avvisi: [] });
  });

  test('a hole before a parcel that was replaced is told on the next one in force', async () => {
    const file = [
      await invia(casa, '2025-01'),
      await invia(casa, '2025-02'),
      await invia(casa, '2025-02'),
      await invia(casa, '2025-03'),
    ];
    await importa(...file.slice(1));
    expect(cella('CASA00', 2)).toMatchObject({ numero: 3, avvisi: ['Prima di questo manca il pacco numero 1'] });
    expect(cella('CASA00', 3)).toMatchObject({ stato: 'ricevuto', avvisi: [] });
  });

  test('rule 12: a transfer told by one side only is a remark until the other side arrives', async () => {
    const { ingressoId } = entra(casa, '2025-01-02');
    registraGennaio(ingressoId, 2, 19);
    esce(casa, ingressoId, '2025-01-20', 'trasferimento_interno');
    await importa(await invia(casa, '2025-01'));
    expect(cella('CASA00', 1)).toMatchObject({
      stato: 'con_avvisi',
      avvisi: ['Trasferimento di ROSSI Anna: manca l’ingresso nell’altra struttura'],
    });
    // the other side knows her only by name and birth date, as another guest row
    const altre = await nuoveParti();
    const altra = apriComunita({ centro: parti.centro, comunita: altre.comunita });
    onTestFinished(() => altra.store.close());
    centro.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      const [nota] = centro.store.select('corrispondenti', '1 = 1', {});
      if (nota) tx.update('corrispondenti', nota.id, { strutture: ['CASA00'] });
      const { firmaPubblica: firma, sigilloPubblico: sigillo } = altre.comunita;
      tx.insert('corrispondenti', { ruolo: 'comunita', nome: 'Casa Brolo', firma, sigillo, strutture: ['CASA01'] });
    });
    const { ingressoId: arrivo } = entra(altra, '2025-01-21', 'CASA01');
    await importa(await invia(altra, '2025-01', 'CASA01'));
    expect(cella('CASA00', 1)?.stato).toBe('con_avvisi'); // she arrived on another day
    altra.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.update('ingressi', arrivo, { dataIngresso: '2025-01-20' });
      for (const { id } of altra.store.select('assegnazioni', 't.ingresso_id = @arrivo', { arrivo }))
        tx.update('assegnazioni', id, { dal: '2025-01-20' });
    });
    await importa(await invia(altra, '2025-01', 'CASA01'));
    expect(cella('CASA00', 1)).toMatchObject({ stato: 'ricevuto', avvisi: [] });
    // and comes back when the other side takes its word back
    altra.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.remove('ingressi', arrivo);
    });
    await importa(await invia(altra, '2025-01', 'CASA01'));
    expect(cella('CASA00', 1)?.stato).toBe('con_avvisi');
  });
});

describe('the chain', () => {
  const anello = (numero: number, precedente: string | null, stato = 'applicato') =>
    ({ id: `p${numero}`, numero, impronta: `i${numero}`, precedente, stato }) as never;

  test('holes and breaks, whatever the order', () => {
    const catena = [anello(7, 'i6'), anello(1, null), anello(2, 'i1'), anello(6, 'altro'), anello(3, 'x')];
    expect(followCatena(catena).map(({ anello: { numero }, buco, rotto }) => [numero, buco, rotto])).toEqual([
      [1, null, false],
      [2, null, false],
      [3, null, true],
      [6, { dal: 4, al: 5 }, false],
      [7, null, false],
    ]);
    expect(followCatena([anello(1, 'x')])[0]).toMatchObject({ rotto: true });
    expect(followCatena([])).toEqual([]);
  });

  test('a number far away is one hole, not a million', () => {
    expect([...avvisiDellaCatena([anello(2_000_000_000, 'x')]).values()]).toEqual([
      ['Prima di questo mancano i pacchi dal numero 1 al 1999999999'],
    ]);
  });

  test('what cannot be told on a replaced parcel waits for the next', () => {
    const avvisi = avvisiDellaCatena([anello(2, 'x', 'superato'), anello(3, 'rotto')]);
    expect([...avvisi.keys()]).toEqual(['p3']);
    expect(avvisi.get('p3')).toHaveLength(2);
  });

  test('of a community is what it sent', async () => {
    for (const mese of ['2025-01', '2025-02']) await invia(casa, mese);
    expect(verifyCatene(casa.store)).toEqual({ contati: 2, rotti: [], mancanti: [] });
  });
});
