import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { correctIngresso, registerIngresso, removeIngresso } from '../../../electron/services/ingresso.ts';
import { closeMese, reopenMese } from '../../../electron/services/mese.ts';
import { exportMese, getPaccoFile, listPacchi } from '../../../electron/services/pacco.ts';
import { importPacchi, planPacchi } from '../../../electron/services/pacco-import.ts';
import { registerPresenze } from '../../../electron/services/presenza.ts';
import { listQualita } from '../../../electron/services/qualita.ts';
import { saveModulo } from '../../../electron/services/struttura.ts';
import { runVerifica } from '../../../electron/services/verifica.ts';
import { archivioIntero } from '../sync/archivio-intero.ts';
import { ANNA, entra, esce, invia } from '../sync/casa.ts';
import { apriComunita } from '../sync/comunita-vera.ts';
import { apriCentro, nuoveParti, type Parti, statoDi } from '../sync/consegna-di-prova.ts';
import { expectFrase } from '../sync/frase.ts';

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

const stati = (esiti: readonly { stato: string }[]) => esiti.map(({ stato }) => stato);

async function expectErrore(job: Promise<unknown> | (() => unknown), codice: string): Promise<void> {
  const error = await Promise.resolve()
    .then(() => (typeof job === 'function' ? job() : job))
    .then(
      () => null,
      (e: unknown) => e,
    );
  expect(error).toBeInstanceOf(ErroreApprodo);
  expect((error as ErroreApprodo).codice).toBe(codice);
  expectFrase((error as ErroreApprodo).messaggio);
}

describe('export', () => {
  test('of a closed month: a file in the outgoing folder, and the very same bytes each time it is asked for', async () => {
    entra(casa, '2025-01-10');
    closeMese(casa, { struttura: 'CASA00', mese: '2025-01', conMancanti: true });
    const uno = await exportMese(casa, { struttura: 'CASA00', mese: '2025-01' });
    expect(uno).toMatchObject({ file: 'CASA00-2025-01-r1.approdo', mese: '2025-01', revisione: 1, numero: 1 });
    const bytes = readFileSync(uno.percorso);
    const seq = casa.store.registro.last().seq;
    expect(await exportMese(casa, { struttura: 'CASA00', mese: '2025-01' })).toEqual(uno);
    expect(readFileSync(uno.percorso).equals(bytes)).toBe(true);
    expect(casa.store.registro.last().seq).toBe(seq);
    expect(listPacchi(casa, {})).toMatchObject([{ verso: 'inviato', struttura: 'CASA00', revisione: 1, numero: 1 }]);
  });

  test('two at once, or the same twice at once: one chain, one parcel a revision', async () => {
    entra(casa, '2025-01-10');
    const mesi = ['2025-01', '2025-02', '2025-03'];
    for (const mese of mesi) closeMese(casa, { struttura: 'CASA00', mese, conMancanti: true });
    const fatti = await Promise.all([...mesi, ...mesi].map((mese) => exportMese(casa, { struttura: 'CASA00', mese })));
    expect(new Set(fatti.map(({ numero }) => numero))).toEqual(new Set([1, 2, 3]));
    for (const [index, { sha256 }] of fatti.slice(0, 3).entries()) expect(fatti[index + 3]?.sha256).toBe(sha256);
    expect(await runVerifica(casa)).toMatchObject({ esito: true, avvisi: [] });
    const file = mesi.map((_, index) => getPaccoFile(casa, { id: fatti[index]?.id ?? '' }));
    await importPacchi(centro, { file: file.map(({ nome, bytes }) => ({ nome, bytes: new Uint8Array(bytes) })) });
    expect(await runVerifica(centro)).toMatchObject({ esito: true, avvisi: [] });
  });

  test('refused when it makes no sense, each with its sentence, and no file appears', async () => {
    const input = { struttura: 'CASA00', mese: '2025-01' };
    await expectErrore(exportMese(casa, input), 'mese.non_chiuso');
    closeMese(casa, { ...input, conMancanti: true });
    reopenMese(casa, { ...input, motivo: 'prova' });
    await expectErrore(exportMese(casa, input), 'mese.non_chiuso');
    await expectErrore(exportMese(casa, { ...input, struttura: 'CASA99' }), 'struttura.sconosciuta');
    await expectErrore(exportMese(centro, input), 'mese.altrui');
    await expectErrore(() => getPaccoFile(casa, { id: 'niente' }), 'pacco.sconosciuto');
    await expectErrore(() => importPacchi(casa, { file: [] }), 'pacco.ufficio');
    await expectErrore(() => planPacchi(casa, { file: [] }), 'pacco.ufficio');
    casa.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      for (const { id } of casa.store.select('corrispondenti', '1 = 1', {})) tx.remove('corrispondenti', id);
    });
    closeMese(casa, { ...input, conMancanti: true });
    await expectErrore(exportMese(casa, input), 'chiave.manca');
    expect(existsSync(`${casa.dati}/in-uscita`)).toBe(false);
  });
});

describe('plan', () => {
  test('says in sentences what each parcel would do after those before it, and writes nothing', async () => {
    const { ingressoId } = entra(casa, '2025-01-10');
    const gennaio = await invia(casa, '2025-01');
    registerPresenze(casa, {
      ...{ struttura: 'CASA00', mese: '2025-02', gesto: 'riempi' },
      cambi: ['2025-02-01', '2025-02-02'].map((giorno) => ({ ingressoId, giorno, codice: 'P' })),
    });
    const febbraio = await invia(casa, '2025-02');
    esce(casa, ingressoId, '2025-03-05');
    const marzo = await invia(casa, '2025-03');
    const prima = archivioIntero(centro.store);
    const piani = await planPacchi(centro, { file: [marzo, febbraio, gennaio] });
    expect(archivioIntero(centro.store)).toEqual(prima);
    expect(piani.map(({ numero, stato, firmatario }) => [numero, stato, firmatario])).toEqual([
      [1, 'importato', 'Casa Aurora'],
      [2, 'importato', 'Casa Aurora'],
      [3, 'importato', 'Casa Aurora'],
    ]);
    expect(piani.map(({ sommario }) => sommario)).toEqual([
      ['1 ingresso nuovo', '0 cancellazioni'],
      ['2 presenze nuove a febbraio', '0 cancellazioni'],
      ['1 dimissione', '0 cancellazioni'],
    ]);
    expect(piani.map(({ avvisi }) => avvisi)).toEqual([
      ['22 giorni senza codice'],
      ['26 giorni senza codice'],
      ['4 giorni senza codice'],
    ]);
  });

  test('says who is in a modulo that is closed, as the community sent it', async () => {
    entra(casa, '2025-01-10');
    entra(casa, '2025-01-12', 'CASA00', 'Bianchi');
    const [modulo] = casa.store.select('moduli', "t.codice = 'CASA00-TR'", {});
    saveModulo(casa, { id: modulo?.id ?? '', prima: { al: null }, dopo: { al: '2025-02-10' } });
    const file = [await invia(casa, '2025-01'), await invia(casa, '2025-02')];
    const piani = await planPacchi(centro, { file });
    expect(piani.map(({ avvisi }) => avvisi.filter((uno) => uno.includes('chiuso')))).toEqual([
      [],
      ['2 ospiti risultano in TR in giorni in cui è chiuso: sentire la comunità'],
    ]);
    expect(stati(await importPacchi(centro, { file }))).toEqual(['importato', 'importato']);
    const { compiti } = listQualita(centro, { struttura: 'CASA00', mese: '2025-02' });
    expect(compiti.filter(({ regola }) => regola === 'modulo_chiuso').map(({ cosa }) => cosa)).toEqual(
      Array.from({ length: 2 }, () => 'in TR, chiuso dal 11/02/2025'),
    );
  });

  test('of a correction names what changes and what goes', async () => {
    const [a, b] = [entra(casa, '2025-01-10'), entra(casa, '2025-01-11', 'CASA00', 'Bianchi')];
    esce(casa, a.ingressoId, '2025-01-20');
    await importPacchi(centro, { file: [await invia(casa, '2025-01')] });
    reopenMese(casa, { struttura: 'CASA00', mese: '2025-01', motivo: 'correzione' });
    esce(casa, a.ingressoId, '2025-01-22');
    removeIngresso(casa, { ingressoId: b.ingressoId, motivo: 'errore' });
    closeMese(casa, { struttura: 'CASA00', mese: '2025-01', conMancanti: true });
    const { id } = await exportMese(casa, { struttura: 'CASA00', mese: '2025-01' });
    const { nome, bytes } = getPaccoFile(casa, { id });
    const [piano] = await planPacchi(centro, { file: [{ nome, bytes: new Uint8Array(bytes) }] });
    expect(piano).toMatchObject({ stato: 'sostituito', revisione: 2, righe: { inserite: 0 } });
    expect(piano?.sommario).toContain('1 dimissione corretta');
    expect(piano?.sommario.at(-1)).toMatch(/^[1-9]\d* cancellazion[ei]$/);
  });
});

describe('import', () => {
  test('one gesture a parcel, with the parcel’s own line in the log', async () => {
    entra(casa, '2025-01-10');
    const file = [await invia(casa, '2025-01'), await invia(casa, '2025-02')];
    const { seq } = centro.store.registro.last();
    await importPacchi(centro, { file });
    expect(centro.store.registro.last().seq).toBe(seq + 2);
    expect(centro.store.registro.find(seq + 1)).toMatchObject({
      azione: 'pacchi.import',
      struttura: 'CASA00',
      mese: '2025-01',
      nota: file[0]?.nome,
    });
    expect(centro.store.registro.findBroken()).toBeNull();
  });

  test('two calls at once give what one after the other gives', async () => {
    entra(casa, '2025-01-10');
    const file = [await invia(casa, '2025-01'), await invia(casa, '2025-02')];
    const [uno, due] = await Promise.all([
      importPacchi(centro, { file }),
      importPacchi(centro, { file: file.toReversed() }),
    ]);
    expect([stati(uno), stati(due)]).toEqual([
      ['importato', 'importato'],
      ['invariato', 'invariato'],
    ]);
  });

  test('the same content sealed twice is the same parcel', async () => {
    entra(casa, '2025-01-10');
    const uno = await invia(casa, '2025-01');
    const { unseal, seal } = await import('../../../electron/sync/sigillo.ts');
    const zip = await unseal(uno.bytes, parti.centro.sigillo);
    const due = { nome: 'altro.approdo', bytes: new Uint8Array(await seal(zip, parti.centro.sigilloPubblico)) };
    expect(stati(await importPacchi(centro, { file: [uno, due] }))).toEqual(['importato', 'invariato']);
  });

  test('an older revision that arrives late is kept for the chain and changes nothing', async () => {
    const { ingressoId } = entra(casa, '2025-01-10');
    const prima = await invia(casa, '2025-01');
    reopenMese(casa, { struttura: 'CASA00', mese: '2025-01', motivo: 'errore' });
    correctIngresso(casa, { ingressoId, dataIngresso: '2025-01-12' });
    const dopo = await invia(casa, '2025-01');
    await importPacchi(centro, { file: [dopo] });
    const stato = { ...statoDi(centro), pacchi: [] };
    const [esito] = await importPacchi(centro, { file: [prima] });
    expect(esito).toMatchObject({ stato: 'invariato', revisione: 1, motivo: expect.stringContaining('revisione 2') });
    expect({ ...statoDi(centro), pacchi: [] }).toEqual(stato);
    expect(listPacchi(centro, {}).map(({ revisione, stato: s }) => [revisione, s])).toEqual([
      [1, 'superato'],
      [2, 'applicato'],
    ]);
  });
});

describe('a community that restored an old copy', () => {
  test('its next parcel takes a place that is taken: refused, with what to do; done, it goes on, and the board says so', async () => {
    const { ingressoId, ospiteId } = entra(casa, '2025-01-10');
    await importPacchi(centro, { file: [await invia(casa, '2025-01')] });
    // two lives from here: the lost one sent February, the restored one does not know
    const perduta = apriComunita(parti);
    onTestFinished(() => perduta.store.close());
    const tabelle = [
      'strutture',
      'moduli',
      'posti',
      'ospiti',
      'ingressi',
      'assegnazioni',
      'presenze',
      'mesi',
      'pacchi',
      'pacchi_file',
    ];
    perduta.store.sqlite.pragma('foreign_keys = OFF');
    for (const tabella of tabelle) {
      perduta.store.sqlite.exec(`DELETE FROM ${tabella}`);
      const righe = casa.store.sqlite.prepare(`SELECT * FROM ${tabella}`).raw().all() as unknown[][];
      for (const riga of righe)
        perduta.store.sqlite.prepare(`INSERT INTO ${tabella} VALUES (${riga.map(() => '?').join(',')})`).run(riga);
    }
    esce(perduta, ingressoId, '2025-02-10');
    await importPacchi(centro, { file: [await invia(perduta, '2025-02')] });
    // the restored copy: another February, and a name corrected after
    const biforcato = await invia(casa, '2025-02');
    const prima = archivioIntero(centro.store);
    const [rifiuto] = await importPacchi(centro, { file: [biforcato] });
    expect(rifiuto).toMatchObject({ stato: 'rifiutato', struttura: 'CASA00', mese: '2025-02', revisione: 1 });
    expect(rifiuto?.motivo).toContain('numero 2 di CASA00');
    expectFrase(rifiuto?.motivo);
    expect(archivioIntero(centro.store)).toEqual(prima);
    casa.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.update('ospiti', ospiteId, { cognome: 'Rosso' });
    });
    expect(stati(await importPacchi(centro, { file: [await invia(casa, '2025-02')] }))).toEqual(['sostituito']);
    const stays = statoDi(centro)['ingressi'] as { data_dimissione: string | null }[];
    expect(stays.map(({ data_dimissione }) => data_dimissione)).toEqual([null]);
    expect((statoDi(centro)['ospiti'] as { cognome: string }[]).map(({ cognome }) => cognome)).toEqual(['Rosso']);
    const { controlli } = await runVerifica(centro);
    expect(controlli.at(-1)).toMatchObject({ esito: false, dettaglio: expect.stringContaining('CASA00') });
  });
});

describe('two communities', () => {
  test('may both call a modulo TR', async () => {
    const { saveModulo } = await import('../../../electron/services/struttura.ts');
    const altre = await nuoveParti();
    const altra = apriComunita({ centro: parti.centro, comunita: altre.comunita });
    onTestFinished(() => altra.store.close());
    centro.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      const [nota] = centro.store.select('corrispondenti', '1 = 1', {});
      if (nota) tx.update('corrispondenti', nota.id, { strutture: ['CASA00'] });
      const { firmaPubblica: firma, sigilloPubblico: sigillo } = altre.comunita;
      tx.insert('corrispondenti', { ruolo: 'comunita', nome: 'Casa Brolo', firma, sigillo, strutture: ['CASA01'] });
    });
    const file = [];
    for (const [ctx, struttura] of [
      [casa, 'CASA00'],
      [altra, 'CASA01'],
    ] as const) {
      const posti = { validoDal: '2025-01-01', accreditati: 4, disponibili: 4 };
      saveModulo(ctx, { struttura, codice: 'TR', nome: 'TR', tipologia: 'TR', conta: 'adulti', ...posti });
      entra(ctx, '2025-01-10', struttura);
      file.push(await invia(ctx, '2025-01', struttura));
    }
    expect(stati(await importPacchi(centro, { file }))).toEqual(['importato', 'importato']);
    const codici = (statoDi(centro)['moduli'] as { codice: string }[]).map(({ codice }) => codice).sort();
    expect(codici).toEqual(['CASA00-ALC', 'CASA00-TR', 'CASA00/TR', 'CASA01-ALC', 'CASA01-TR', 'CASA01/TR']);
  });

  test('cannot write on each other’s people', async () => {
    const { ospiteId } = entra(casa, '2025-01-10');
    await importPacchi(centro, { file: [await invia(casa, '2025-01')] });
    const altre = await nuoveParti();
    const altra = apriComunita({ centro: parti.centro, comunita: altre.comunita });
    onTestFinished(() => altra.store.close());
    centro.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      const [nota] = centro.store.select('corrispondenti', '1 = 1', {});
      if (nota) tx.update('corrispondenti', nota.id, { strutture: ['CASA00'] });
      const { firmaPubblica: firma, sigilloPubblico: sigillo } = altre.comunita;
      tx.insert('corrispondenti', { ruolo: 'comunita', nome: 'Casa Brolo', firma, sigillo, strutture: ['CASA01'] });
    });
    altra.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
      tx.insert('ospiti', {
        ...ANNA,
        id: ospiteId,
        personaId: ospiteId,
        cognome: 'Impostora',
        chiaveNome: 'IMPOSTORA ANNA',
      });
    });
    registerIngresso(altra, {
      ...{ struttura: 'CASA01', ospite: { id: ospiteId }, dataIngresso: '2025-01-10', modulo: 'CASA01-TR' },
      ...{ tipoIngresso: 'nuovo', utenza: 'DUS', servizioInviante: null, entePagante: null },
    });
    const prima = archivioIntero(centro.store);
    const [esito] = await importPacchi(centro, { file: [await invia(altra, '2025-01', 'CASA01')] });
    expect(esito?.stato).toBe('rifiutato');
    expectFrase(esito?.motivo);
    expect(archivioIntero(centro.store)).toEqual(prima);
  });
});
