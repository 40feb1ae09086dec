import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Endpoint } from '../../../electron/contract/endpoint.ts';
import { contract, type NomeEndpoint } from '../../../electron/contract/index.ts';
import { NOMINATIVI, RUOLI, type Ruolo } from '../../../electron/contract/ruolo.ts';
import { Dispatcher } from '../../../electron/ipc/dispatch.ts';
import { Host } from '../../../electron/ipc/host.ts';
import { cartellaProva, PASSWORD } from '../cartella-prova.ts';

const cartella = cartellaProva('senza-nomi');
const host = new Host({ dati: join(cartella, 'dati'), host: 'cli', oggi: () => '2026-02-10' });
const dispatcher = new Dispatcher(host, { write: () => undefined });
/** What of a guest must not be read by who sees figures only, upper and lower case alike. */
const CANARINI = ['canarinazzi', 'gelsomina', 'cnrgsm85c41f205x', '1985-03-01'];
const ANNO = { dal: '2025-01-01', al: '2025-12-31' };

/** A call that does real work, for each endpoint open to a role without names: a new one must say its own here. */
const CHIAMATE: Partial<Record<NomeEndpoint, readonly object[]>> = {
  'registro.list': [{}, { limite: 3, tipo: 'modifiche' }],
  'registro.listUtenti': [{}],
  'stampe.register': [{ cosa: 'registro', come: 'csv' }],
  'sessione.get': [{}],
  'strutture.list': [{}],
  'liste.get': [{}],
  'liste.list': [{}],
  'operatori.list': [{ struttura: 'CASA00' }],
  'accounts.list': [{}],
  'consegne.getAnno': [{ anno: 2025 }],
  'report.giornate': ['struttura', 'modulo', 'ente_pagante'].map((per) => ({ ...ANNO, per })),
  'report.bilancio': [ANNO],
  'report.indicatori': [ANNO],
  'verifica.run': [{}],
  'ripristino.list': [{}, { percorso: cartella }],
  'copie.getStato': [{}],
  'copie.get': [{}],
  'copie.run': [{}],
  'sessione.touch': [{}],
  'recupero.get': [{}],
  'numeriPiccoli.get': [{}],
};
/** They change the session or an account, and answer nothing of the register. */
const SENZA_LETTURA = [
  ...['sessione.create', 'sessione.open', 'sessione.lock', 'sessione.checkRecupero', 'sessione.recover'],
  ...['accounts.create', 'accounts.update', 'accounts.changePassword', 'accounts.resetPassword'],
  ...['recupero.renew', 'recupero.confirm', 'blocco.set'],
  ...['copie.save', 'copie.prova', 'ripristino.run'],
];

async function ask(nome: string, input: object): Promise<unknown> {
  const risposta = await dispatcher.call(nome, input);
  if (!risposta.ok) throw new Error(`${nome}: ${risposta.errore.messaggio}`);
  return risposta.valore;
}

function setRuolo(ruolo: Ruolo): void {
  const archivio = host.getArchivio();
  Object.assign(archivio, { utente: { ...archivio.utente, ruolo } });
}

function canariniIn(valore: unknown): string[] {
  const testo = JSON.stringify(valore).toLowerCase();
  return CANARINI.filter((parola) => testo.includes(parola));
}

beforeAll(async () => {
  const struttura = { codice: 'CASA00', nome: 'Casa Aurora' };
  await ask('sessione.create', { ruolo: 'comunita', password: PASSWORD, utente: 'Anna', struttura });
  const modulo = { struttura: 'CASA00', codice: 'CASA00-TR', nome: 'TR', tipologia: 'TR', conta: 'adulti' };
  await ask('moduli.save', { ...modulo, validoDal: '2020-01-01', accreditati: 5, disponibili: 4 });
  const ospite = { cognome: 'Canarinazzi', nome: 'Gelsomina', sesso: 'F', dataNascita: '1985-03-01' };
  const { ingressoId, ospiteId } = (await ask('ingressi.register', {
    struttura: 'CASA00',
    ospite: { ...ospite, codiceFiscale: 'CNRGSM85C41F205X' },
    dataIngresso: '2025-03-01',
    modulo: 'CASA00-TR',
  })) as { ingressoId: string; ospiteId: string };
  await ask('ospiti.get', { ospiteId });
  CHIAMATE['registro.listOspite'] = [{ ospiteId }];
  await ask('presenze.register', {
    ...{ struttura: 'CASA00', mese: '2025-03', gesto: 'cella' },
    cambi: [{ ingressoId, giorno: '2025-03-01', codice: 'P' }],
  });
  // an internal transfer without its other side: a remark of the board that names the guest
  await ask('dimissioni.register', { ingressoId, dataDimissione: '2025-05-02', esito: 'trasferimento_interno' });
  putReceivedParcel();
});

afterAll(() => dispatcher.close());

/** The board tells its remarks on a parcel received. */
function putReceivedParcel(): void {
  host.getArchivio().store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
    tx.insert('pacchi', {
      ...{ verso: 'ricevuto', strutturaCodice: 'CASA00', mese: '2025-05', revisione: 1, numero: 1, precedente: null },
      ...{ impronta: 'a'.repeat(64), sha256: 'b'.repeat(64), nomeFile: 'x.approdo', stato: 'applicato', avvisi: [] },
      firmatario: 'c'.repeat(64),
    });
  });
}

describe('roles that see no names', () => {
  const senzaNomi = RUOLI.filter((ruolo) => !NOMINATIVI.some((nominativo) => nominativo === ruolo));

  test('are direzione and amministratore', () => {
    expect(senzaNomi).toEqual(['direzione', 'amministratore']);
  });

  test.each(senzaNomi)('%s: no answer of any endpoint holds a guest', async (ruolo) => {
    const nomi = (Object.keys(contract) as NomeEndpoint[]).filter((nome) => {
      const { ruoli }: Endpoint = contract[nome];
      return (ruoli === 'pubblico' || ruoli.includes(ruolo)) && !SENZA_LETTURA.includes(nome);
    });
    setRuolo(ruolo);
    for (const nome of nomi) {
      const chiamate = CHIAMATE[nome];
      expect(chiamate, `${nome}: is open to ${ruolo} and has no call in this test`).toBeDefined();
      for (const input of chiamate ?? []) expect([nome, canariniIn(await ask(nome, input))]).toEqual([nome, []]);
    }
    setRuolo('responsabile');
  });

  test('the same words are there for who may read them', async () => {
    expect(canariniIn(await ask('presenze.getMese', { struttura: 'CASA00', mese: '2025-03' }))).not.toEqual([]);
    setRuolo('accoglienza');
    expect(canariniIn(await ask('consegne.getAnno', { anno: 2025 }))).toEqual(['canarinazzi', 'gelsomina']);
    setRuolo('direzione');
    expect(JSON.stringify(await ask('consegne.getAnno', { anno: 2025 }))).toContain(
      'Trasferimento di un ospite: manca l’ingresso nell’altra struttura',
    );
    setRuolo('responsabile');
  });
});
