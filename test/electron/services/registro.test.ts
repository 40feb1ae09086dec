import { describe, expect, test } from 'vitest';
import { TIPI_VOCE, tipoDi } from '../../../electron/contract/registro.ts';
import { codiceDi } from '../../../electron/services/codice-ospite.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { registerDimissione } from '../../../electron/services/dimissione.ts';
import { changeModulo, correctIngresso } from '../../../electron/services/ingresso.ts';
import { registerPresenze } from '../../../electron/services/presenza.ts';
import {
  getVoce,
  listRegistro,
  listRegistroOspite,
  listUtentiRegistro,
  registerStampa,
} from '../../../electron/services/registro.ts';
import { registerNota, registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { runVerifica } from '../../../electron/services/verifica.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva, scriviRiservato } from '../../aiuti/ospite.ts';

function presenze(ctx: Contesto, ingressoId: string, giorni: readonly string[], codice: string | null): void {
  const cambi = giorni.map((giorno) => ({ ingressoId, giorno, codice }));
  registerPresenze(ctx, { struttura: 'CASA00', mese: '2025-03', gesto: 'cella', cambi });
}

const azioni = (ctx: Contesto, ospiteId: string) =>
  listRegistroOspite(ctx, { ospiteId }).voci.map(({ utente, azione }) => `${utente}: ${azione}`);
const tutte = (ctx: Contesto) => listRegistro(ctx, { limite: 1000 }).voci;

describe('chi ha visto questa cartella', () => {
  test('who changed and printed, whether the line names the guest or only wrote a row of theirs; nobody else’s', () => {
    const casa = comunitaDiProva();
    const ospite = ospiteDiProva(casa);
    const altro = ospiteDiProva(casa, { cognome: 'Conti' });
    const educatore = come(casa, 'educatore', 'BIANCHI Luca');
    presenze(educatore, ospite.ingressoId, ['2025-03-01', '2025-03-02'], 'P');
    presenze(educatore, altro.ingressoId, ['2025-03-01'], 'P');
    // one gesture on both: the line names none of them
    const cambi = [ospite, altro].map(({ ingressoId }) => ({ ingressoId, giorno: '2025-03-03', codice: 'P' }));
    registerPresenze(educatore, { struttura: 'CASA00', mese: '2025-03', gesto: 'tutti_presenti', cambi });
    registerStampa(casa, { cosa: 'foglio', come: 'stampa', struttura: 'CASA00', mese: '2025-03' });
    registerStampa(casa, { cosa: 'foglio', come: 'stampa', struttura: 'CASA01', mese: '2025-03' });
    registerStampa(casa, { cosa: 'cartella', come: 'stampa', ospiteId: ospite.ospiteId });
    changeModulo(casa, { ingressoId: ospite.ingressoId, dal: '2025-03-10', modulo: 'CASA00-ALC' });
    expect(azioni(casa, ospite.ospiteId)).toEqual([
      'ROSSI Maria: ingressi.changeModulo',
      'ROSSI Maria: stampe.register',
      'ROSSI Maria: stampe.register',
      'BIANCHI Luca: presenze.tutti_presenti',
      'BIANCHI Luca: presenze.cella',
      'ROSSI Maria: ingressi.register',
    ]);
    expect(azioni(casa, altro.ospiteId)).toHaveLength(4);
  });

  test('the amministratore has the list with a code for the guest, no name and no content', () => {
    const casa = comunitaDiProva();
    const { ospiteId, ingressoId } = ospiteDiProva(casa);
    correctIngresso(casa, { ingressoId, servizioInviante: 'NOA' });
    registerNota(casa, { ospiteId, data: '2025-04-01', testo: 'riservata', ruoli: ['responsabile'] });
    const tecnico = come(casa, 'amministratore', 'TECNICO Ugo');
    const lista = listRegistroOspite(tecnico, { ospiteId });
    expect(lista.ospite).toEqual({ id: ospiteId, nome: null, codice: codiceDi(casa.store, ospiteId) });
    expect(lista.voci.map((v) => v.azione)).toEqual(['ospiti.change', 'ingressi.correct', 'ingressi.register']);
    const testo = JSON.stringify([lista, tutte(tecnico)]);
    expect(testo).not.toMatch(/ferrari|bruno|riservata|note\.register/i);
    expect(lista.voci.every(({ dettaglio, nota }) => !dettaglio && nota === null)).toBe(true);
    expect(JSON.stringify(listRegistroOspite(casa, { ospiteId }))).toMatch(/FERRARI Bruno/);
  });

  test('a line that did nothing but to a hidden section is not there', () => {
    const casa = comunitaDiProva();
    const sanitario = come(casa, 'sanitario');
    const { ospiteId } = ospiteDiProva(casa);
    const prima = JSON.stringify([azioni(casa, ospiteId), tutte(casa)]);
    registerOscuramento(sanitario, { ospiteId, sezione: 'hiv', ruoli: ['sanitario'], motivo: 'richiesta' });
    registerNota(sanitario, { ospiteId, data: '2025-04-01', testo: 'solo medico', ruoli: ['sanitario'] });
    expect(JSON.stringify([azioni(casa, ospiteId), tutte(casa)])).toBe(prima);
    const seq = casa.store.registro.last().seq;
    expect(() => getVoce(casa, { seq })).toThrow('non è nel registro');
    expect(getVoce(sanitario, { seq }).cambi).toMatchObject([{ cosa: 'note_riservate', tipo: 'nuovo' }]);
  });
});

describe('before and after', () => {
  test('fields in the house’s names, days in runs, names instead of ids', () => {
    const casa = comunitaDiProva();
    const { ingressoId, ospiteId } = ospiteDiProva(casa);
    const ultima = () => getVoce(casa, { seq: casa.store.registro.last().seq });
    correctIngresso(casa, { ingressoId, servizioInviante: 'NOA' });
    expect(ultima()).toEqual({
      ospiteId,
      altri: 0,
      cambi: [
        {
          numero: 0,
          cosa: 'ingressi',
          tipo: 'cambiato',
          di: 'FERRARI Bruno',
          campi: [{ campo: 'servizioInviante', prima: 'SerD di prova', dopo: 'NOA' }],
        },
      ],
    });
    presenze(casa, ingressoId, ['2025-03-01', '2025-03-02', '2025-03-03', '2025-03-05'], 'P');
    presenze(casa, ingressoId, ['2025-03-02', '2025-03-03'], 'U');
    expect(ultima().cambi[0]?.campi).toEqual([{ campo: '2025-03-02..2025-03-03', prima: 'P', dopo: 'U' }]);
    changeModulo(casa, { ingressoId, dal: '2025-03-10', modulo: 'CASA00-ALC' });
    expect(ultima().cambi[0]).toMatchObject({
      tipo: 'nuovo',
      campi: [
        { campo: 'dal', prima: null, dopo: '2025-03-10' },
        { campo: 'modulo', prima: null, dopo: 'ALC' },
      ],
    });
    registerDimissione(casa, {
      ingressoId,
      dataDimissione: '2025-03-20',
      esito: 'concluso',
      destinazione: null,
      versoStruttura: null,
      versoModulo: null,
    });
    const campi = ultima().cambi.find(({ cosa }) => cosa === 'ingressi')?.campi;
    expect(campi).toContainEqual({ campo: 'dataDimissione', prima: null, dopo: '2025-03-20' });
  });

  test('of a gesture on many, one guest’s part', () => {
    const casa = comunitaDiProva();
    const uno = ospiteDiProva(casa);
    const altro = ospiteDiProva(casa, { cognome: 'Conti' });
    const cambi = [uno, altro].map(({ ingressoId }) => ({ ingressoId, giorno: '2025-03-03', codice: 'P' }));
    registerPresenze(casa, { struttura: 'CASA00', mese: '2025-03', gesto: 'tutti_presenti', cambi });
    const { seq } = casa.store.registro.last();
    expect(getVoce(casa, { seq }).cambi.map(({ di }) => di)).toEqual(['FERRARI Bruno', 'CONTI Bruno']);
    const suo = getVoce(casa, { seq, ospiteId: altro.ospiteId });
    expect([suo.ospiteId, suo.cambi.map(({ di }) => di)]).toEqual([altro.ospiteId, ['CONTI Bruno']]);
  });

  test('the columns of a section are there only for who reads it; a row of it not at all', () => {
    const casa = comunitaDiProva();
    const ospite = ospiteDiProva(casa);
    scriviRiservato(casa, ospite, {
      scheda: { hiv: 'si', carcerazioni: 'mai', istruzione: 'elementare', sostanzePrimarie: ['cocaina', 'alcol'] },
      misure: [{ misura: 'obbligo_di_firma', dal: '2025-01-01' }],
    });
    const { seq } = casa.store.registro.last();
    const vede = (ctx: Contesto) =>
      getVoce(ctx, { seq }).cambi.flatMap(({ cosa, campi }) => campi.map(({ campo }) => `${cosa}.${campo}`));
    expect(vede(casa)).toEqual([
      ...['ingressi.carcerazioni', 'ingressi.hiv', 'ingressi.istruzione', 'ingressi.sostanzePrimarie'],
      ...['misure.misura', 'misure.dal'],
    ]);
    const accoglienza = come(casa, 'accoglienza');
    expect(vede(accoglienza)).not.toContain('ingressi.hiv');
    const sanitario = come(casa, 'sanitario');
    registerOscuramento(sanitario, {
      ospiteId: ospite.ospiteId,
      sezione: 'giuridica',
      ruoli: ['sanitario'],
      motivo: 'richiesta',
    });
    expect(vede(casa)).toEqual(['ingressi.hiv', 'ingressi.istruzione', 'ingressi.sostanzePrimarie']);
  });
});

test('verifica names a line that was altered or removed: its number, when, by whom', async () => {
  const casa = comunitaDiProva();
  const { ingressoId } = ospiteDiProva(casa);
  correctIngresso(casa, { ingressoId, servizioInviante: 'NOA' });
  correctIngresso(casa, { ingressoId, servizioInviante: 'SMI' });
  const { seq } = casa.store.registro.last();
  const detto = async () => (await runVerifica(casa)).controlli.find(({ nome }) => nome.startsWith('Catena del'));
  expect(await detto()).toMatchObject({ esito: true, dettaglio: `${seq} righe` });
  casa.store.sqlite.exec('DROP TRIGGER registro_no_update; DROP TRIGGER registro_no_delete;');
  casa.store.sqlite.exec(`DELETE FROM registro WHERE seq = ${seq}`);
  expect(await detto()).toMatchObject({
    esito: false,
    dettaglio: expect.stringMatching(
      new RegExp(`la riga ${seq} manca: veniva dopo la ${seq - 1} \\(03/04/25, .*, ROSSI Maria, ingressi.correct\\)`),
    ),
  });
  casa.store.sqlite.exec(`UPDATE registro SET nota = 'altro' WHERE seq = ${seq - 1}`);
  expect((await detto())?.dettaglio).toMatch(/la riga \d+ \(03\/04\/25, .*, ROSSI Maria, .*\) è stata alterata/);
});

describe('the list', () => {
  test('by person, guest, kind, period; pages join without a gap', () => {
    const casa = comunitaDiProva();
    const { ospiteId, ingressoId } = ospiteDiProva(casa);
    const educatore = come(casa, 'educatore', 'BIANCHI Luca');
    for (const giorno of ['2025-03-01', '2025-03-02', '2025-03-03']) presenze(educatore, ingressoId, [giorno], 'P');
    registerStampa(casa, { cosa: 'registro', come: 'csv' });
    const interi = tutte(casa);
    const pagine = [];
    let prima: number | undefined;
    for (;;) {
      const { voci, altre } = listRegistro(casa, { limite: 2, ...(prima === undefined ? {} : { prima }) });
      pagine.push(...voci);
      prima = voci.at(-1)?.seq;
      if (!altre) break;
    }
    expect(pagine).toEqual(interi);
    const con = (filtro: object) => listRegistro(casa, { limite: 100, ...filtro }).voci;
    expect(con({ utente: 'BIANCHI Luca' })).toHaveLength(3);
    expect(con({ ospiteId })).toHaveLength(4);
    expect(con({ tipo: 'uscite' })).toMatchObject([{ azione: 'stampe.register', nota: 'registro csv' }]);
    // the clock of the store stands on 3 April 2025
    expect(con({ dal: '2025-04-03', al: '2025-04-03' })).toEqual(interi);
    expect(con({ dal: '2025-04-04' })).toEqual([]);
    expect(con({ al: '2025-04-02' })).toEqual([]);
    expect(listUtentiRegistro(casa)).toEqual(['BIANCHI Luca', 'ROSSI Maria', 'prova']);
    expect(() => con({ dal: '2025-04-02', al: '2025-04-01' })).toThrow('prima di cominciare');
  });

  test('every kind has its actions', () => {
    const dette = {
      letture: 'ospiti.get',
      modifiche: 'fogli.import',
      uscite: 'pacchi.export',
      mesi: 'mesi.reopen',
      accessi: 'sessione.fallita',
    };
    for (const tipo of TIPI_VOCE) expect(tipoDi(dette[tipo])).toBe(tipo);
  });

  test('twelve thousand lines: a page, a filter, one guest, each under a quarter of a second', {
    timeout: 60_000,
  }, () => {
    const casa = comunitaDiProva();
    const { ospiteId, ingressoId } = ospiteDiProva(casa);
    casa.store.sqlite.pragma('synchronous = OFF');
    for (let n = 0; n < 12_000; n++) {
      const utente = `persona ${n % 12}`;
      const azione = n % 50 === 0 ? 'mesi.close' : 'ospiti.get';
      casa.store.write({ azione, accountId: null, utente, sempre: true }, () => undefined);
    }
    presenze(casa, ingressoId, ['2025-03-01'], 'P');
    const tempi = [
      () => listRegistro(casa, { limite: 100 }),
      () => listRegistro(casa, { limite: 100, prima: 6_000 }),
      () => listRegistro(casa, { limite: 100, tipo: 'mesi' }),
      () => listRegistro(casa, { limite: 100, tipo: 'modifiche' }),
      () => listRegistro(casa, { limite: 100, utente: 'persona 3' }),
      () => listRegistroOspite(casa, { ospiteId }),
    ].map((chiedi) => {
      const daMs = performance.now();
      chiedi();
      return performance.now() - daMs;
    });
    expect(Math.max(...tempi)).toBeLessThan(250);
  });
});
