import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Input, NomeEndpoint, Output, Risposta } from '../../electron/contract/index.ts';
import { fileDiario } from '../../electron/ipc/diario.ts';
import { Dispatcher } from '../../electron/ipc/dispatch.ts';
import { Host } from '../../electron/ipc/host.ts';
import { copyBefore } from '../../electron/services/archivio.ts';
import { createCopia, restoreCopia } from '../../electron/services/copia.ts';
import { openStore } from '../../electron/services/sessione.ts';
import { cartellaProva, PASSWORD } from '../electron/cartella-prova.ts';
import { type Cartella, cartellina, modulo, toCsv } from '../electron/foglio/cartella.ts';

/** Names and words that exist nowhere else: where one of them is readable, something of the store is. */
const CANARI = {
  cognome: 'Zanzaverdi',
  nome: 'Quirinella',
  cognomeTyped: 'Ghiribizzoni',
  codiceFiscale: 'ZNZQRN85C42B157Z',
  luogo: 'Castelcanarino',
  nota: 'tachipirinazzurra',
  motivo: 'motivocanarinesco',
  ricerca: 'cercocanarinaccio',
  serd: 'Serdcanarino',
  password: PASSWORD,
  passwordAltrui: 'trottolacanarina lunga',
  passwordNuova: 'girandolacanarina lunga',
  passwordSbagliata: 'sbagliatacanarina lunga',
  notaRiservata: 'colloquiocanarinesco',
  oscurato: 'oscuratocanarinesco',
  sigillato: 'sigillocanarinesco',
  richiedente: 'Avvocatocanarino',
  contatto: 'Madrecanarina',
  operatore: 'Operatorecanarino',
  oggetti: 'valigiacanarina',
  ambulatorio: 'Ambulatoriocanarino',
  esitoVisita: 'gastrocanarina',
  venuto: 'Ziacanarinesca',
  visto: 'abbracciocanarino',
  laboratorio: 'Laboratoriocanarino',
} as const;

/** Secrets drawn by the program while the test runs: recovery keys. */
const segreti: string[] = [];

const cartella = cartellaProva('canarino');
/** Temporary files go here while the test runs, in this process and in the children. */
const temporanei = join(cartella, 'tmp');
mkdirSync(temporanei);
process.env['TMPDIR'] = temporanei;

class Ufficio {
  readonly dati: string;
  readonly host: Host;
  readonly dispatcher: Dispatcher;

  constructor(nome: string) {
    this.dati = join(cartella, nome);
    this.host = new Host({ dati: this.dati, host: 'cli', oggi: () => '2025-06-10', copie: true });
    this.dispatcher = new Dispatcher(this.host, fileDiario(join(this.dati, 'approdo.log')));
  }

  async chiedi<N extends NomeEndpoint>(nome: N, input: Input<N>): Promise<Output<N>> {
    const risposta = (await this.dispatcher.call(nome, input)) as Risposta<Output<N>>;
    if (!risposta.ok) throw new Error(`${nome}: ${risposta.errore.messaggio}`);
    return risposta.valore;
  }
}

test('nothing that is in the store can be read outside it', { timeout: 240_000 }, async () => {
  const comunita = new Ufficio('comunita');
  const centrale = new Ufficio('centrale');
  await passaPerTutto(comunita, centrale);
  await custodisci(comunita, centrale);
  await ricostruisci(centrale, new Ufficio('ricostruita'));
  await cambiaPersone(comunita);
  await sbaglia(comunita);
  await danneggia(comunita);
  await muori(comunita.dati);
  await comunita.dispatcher.close();
  await centrale.dispatcher.close();
  expect(tmpdir()).toBe(temporanei);
  const { trovati, file, byte } = cercaIn(cartella);
  console.info(`${file} files, ${byte} bytes`);
  expect(trovati).toEqual([]);
  expect(file).toBeGreaterThan(12);
  // the technical log is there, and says what went wrong without saying of whom
  expect(readFileSync(join(comunita.dati, 'approdo.log'), 'utf8')).toContain('"errore"');
});

test('the search does find: in UTF-8, UTF-16, Latin-1, hex, base64, inside a zip, inside a deflated page', async () => {
  const dove = join(cartella, 'semi');
  mkdirSync(dove);
  const { zipSync, strToU8 } = await import('fflate');
  const { cognome } = CANARI;
  const semi: Record<string, Uint8Array> = {
    utf8: Buffer.from(`x${cognome}x`),
    utf16: Buffer.from(`x${cognome}x`, 'utf16le'),
    maiuscole: Buffer.from(cognome.toUpperCase()),
    hex: Buffer.from(Buffer.from(cognome).toString('hex')),
    base64: Buffer.from(Buffer.from(`xx${cognome}zz`).toString('base64')),
    zip: zipSync({ 'a.csv': strToU8(`;${cognome};`.repeat(3)) }),
    sicuro: Buffer.from('niente'),
  };
  for (const [nome, bytes] of Object.entries(semi)) writeFileSync(join(dove, nome), bytes);
  expect([...new Set(cercaIn(dove).trovati.map(({ file }) => file))].toSorted()).toEqual(
    Object.keys(semi)
      .filter((nome) => nome !== 'sicuro')
      .toSorted(),
  );
});

/** First launch, workbook, ingresso, presences, closing, reopening, parcel, central office, copy, restore, reports. */
async function passaPerTutto(comunita: Ufficio, centrale: Ufficio): Promise<void> {
  const struttura = { codice: 'CASA', nome: 'Casa Prova' };
  await comunita.chiedi('sessione.create', { ruolo: 'comunita', password: PASSWORD, utente: 'Anna', struttura });
  await centrale.chiedi('sessione.create', { ruolo: 'centrale', password: PASSWORD, utente: 'Elena' });
  const file = toCsv(foglio());
  await comunita.chiedi('fogli.preview', { file });
  const esito = await comunita.chiedi('fogli.import', { file });
  expect(esito.errori).toEqual([]);
  await comunita.chiedi('moduli.save', {
    ...{ struttura: 'CASA', codice: 'CASA-PR', nome: 'Pronta', tipologia: 'PR', conta: 'adulti' },
    ...{ validoDal: '2020-01-01', accreditati: 3, disponibili: 3 },
  });
  const mese = { struttura: 'CASA', mese: '2025-03' };
  const { ingressoId } = await comunita.chiedi('ingressi.register', {
    ...{ struttura: 'CASA', dataIngresso: '2025-03-03', modulo: 'CASA-TR', servizioInviante: CANARI.serd },
    ospite: {
      ...{ cognome: CANARI.cognomeTyped, nome: CANARI.nome, sesso: 'F', dataNascita: '1991-07-09' },
      luogoNascita: CANARI.luogo,
    },
  });
  const cambi = ['04', '05'].map((giorno) => ({ ingressoId, giorno: `2025-03-${giorno}`, codice: 'P' }));
  await comunita.chiedi('presenze.register', { ...mese, gesto: 'incolla', cambi });
  await comunita.chiedi('presenze.getMese', mese);
  await comunita.chiedi('ospiti.search', { testo: CANARI.ricerca });
  const scheda = { prima: { caseManager: null }, dopo: { caseManager: CANARI.operatore } };
  await comunita.chiedi('ingressi.saveScheda', { id: ingressoId, ...scheda });
  await comunita.chiedi('ingressi.getScheda', { ingressoId });
  const dimissione = { ingressoId, dataDimissione: '2025-03-20', esito: 'concluso' };
  await comunita.chiedi('dimissioni.preview', dimissione);
  await comunita.chiedi('dimissioni.register', { ...dimissione, uscita: { oggettiResi: CANARI.oggetti } });
  await comunita.chiedi('dimissioni.reopen', { ingressoId, motivo: CANARI.motivo });
  await comunita.chiedi('dimissioni.register', { ...dimissione, uscita: { oggettiResi: CANARI.oggetti } });
  await comunita.chiedi('dimissioni.get', { ingressoId });
  await scambiaChiavi(comunita, centrale);
  await comunita.chiedi('mesi.close', { ...mese, conMancanti: true });
  const primo = await comunita.chiedi('pacchi.export', mese);
  await comunita.chiedi('mesi.reopen', { ...mese, motivo: CANARI.motivo });
  await comunita.chiedi('mesi.close', { ...mese, conMancanti: true });
  const secondo = await comunita.chiedi('pacchi.export', mese);
  const pacchi = [primo, secondo].map((p) => ({ nome: p.file, bytes: new Uint8Array(readFileSync(p.percorso)) }));
  await centrale.chiedi('pacchi.plan', { file: pacchi });
  expect((await centrale.chiedi('pacchi.import', { file: pacchi })).map(({ stato }) => stato)).not.toContain(
    'rifiutato',
  );
  const anno = { dal: '2025-01-01', al: '2025-12-31' };
  for (const ufficio of [comunita, centrale]) {
    await ufficio.chiedi('report.bilancio', anno);
    const righe = await ufficio.chiedi('report.righe', { ...anno, figura: 'ingressi' });
    expect(JSON.stringify(righe)).toContain(CANARI.nome);
    await ufficio.chiedi('report.possibili', {});
    await ufficio.chiedi('verifica.run', {});
    const copia = join(cartella, 'copie', `${ufficio.host.getStato().ruolo}.copia`);
    await createCopia(ufficio.host.getArchivio(), copia);
    await restoreCopia({ dati: `${ufficio.dati}-rimesso`, da: copia, password: PASSWORD });
    expect((await ufficio.chiedi('copie.run', {})).esiti.map(({ errore }) => errore)).toEqual([null]);
    expect((await ufficio.chiedi('copie.prova', { file: copia, password: PASSWORD })).esito).toBe(true);
  }
}

/** The computer is lost: the parcels received make the register again on another one. */
async function ricostruisci(centrale: Ufficio, nuova: Ufficio): Promise<void> {
  await nuova.chiedi('sessione.create', { ruolo: 'comunita', password: PASSWORD, utente: 'Anna' });
  await nuova.chiedi('chiavi.register', { testo: (await centrale.chiedi('chiavi.getPubblica', {})).testo });
  const chiave = (await nuova.chiedi('chiavi.getPubblica', {})).testo;
  const { nomeFile, bytes } = await centrale.chiedi('ricostruzioni.prepare', { struttura: 'CASA', chiave });
  writeFileSync(join(cartella, nomeFile), bytes);
  expect((await nuova.chiedi('ricostruzioni.import', { bytes: new Uint8Array(bytes) })).esito).toBe('nuovo');
  await nuova.dispatcher.close();
}

/** A visit, a protected meeting, an activity: what was said and seen, who came. */
async function segnaAppuntamenti(comunita: Ufficio, ospiteId: string): Promise<void> {
  const oggi = { struttura: 'CASA', data: '2025-06-05', stato: 'fatto' } as const;
  await comunita.chiedi('visite.register', {
    ...{ ...oggi, ospiteId, tipo: 'mmg', luogo: CANARI.ambulatorio, esito: CANARI.esitoVisita },
  });
  await comunita.chiedi('incontri.register', {
    ...{ ...oggi, ospiti: [ospiteId], servizio: 'famiglia', modalita: 'presenza', protetto: true },
    ...{ partecipanti: CANARI.venuto, esito: CANARI.visto },
  });
  const area = 'gruppo';
  await comunita.chiedi('attivita.register', { ...oggi, ospiti: [ospiteId], area, titolo: CANARI.laboratorio });
  const { righe } = await comunita.chiedi('agenda.search', {
    ...{ struttura: 'CASA', dal: oggi.data, al: oggi.data, testo: CANARI.ambulatorio },
  });
  expect(righe).toHaveLength(1);
}

/** What is kept closest: a sealed note, a darkened section, a sealed identity, recovery keys, the file of one person. */
async function custodisci(comunita: Ufficio, centrale: Ufficio): Promise<void> {
  const [trovato] = await comunita.chiedi('ospiti.search', { testo: CANARI.cognomeTyped });
  const ospiteId = trovato?.id ?? '';
  const ruoli = ['responsabile' as const];
  await comunita.chiedi('note.register', { ospiteId, data: '2025-03-05', testo: CANARI.notaRiservata, ruoli });
  await comunita.chiedi('oscuramenti.register', { ospiteId, sezione: 'hiv', ruoli, motivo: CANARI.oscurato });
  expect(JSON.stringify(await comunita.chiedi('ospiti.get', { ospiteId }))).toContain(CANARI.notaRiservata);
  await segnaAppuntamenti(comunita, ospiteId);
  const { id } = await comunita.chiedi('contatti.add', {
    ...{ ospiteId, legame: 'madre', nome: CANARI.contatto, riservato: true },
  });
  expect((await comunita.chiedi('contatti.open', { id, motivo: CANARI.sigillato })).nome).toBe(CANARI.contatto);
  await comunita.chiedi('fascicoli.deliver', {
    ...{ ospiteId, richiedente: CANARI.richiedente, titolo: 'interessato', formato: 'json' },
  });
  await comunita.chiedi('identita.seal', { ospiteId, ruoli, motivo: CANARI.sigillato });
  const aperta = await comunita.chiedi('identita.open', { ospiteId, motivo: CANARI.sigillato });
  expect(aperta.cognome).toBe(CANARI.cognomeTyped);
  await comunita.chiedi('registro.list', {});
  await comunita.chiedi('chiavi.renew', {});
  await centrale.chiedi('chiavi.register', { testo: (await comunita.chiedi('chiavi.getPubblica', {})).testo });
  const { chiave } = await comunita.chiedi('recupero.renew', { password: PASSWORD });
  await comunita.chiedi('recupero.confirm', { chiave });
  const deposito = await comunita.chiedi('recupero.deposit', { password: PASSWORD });
  writeFileSync(join(cartella, deposito.nomeFile), deposito.bytes);
  segreti.push(chiave, chiave.replaceAll('-', ''));
}

/** Another person, a password changed, wrong ones, an account that ends; the copy made before an update of the program. */
async function cambiaPersone(comunita: Ufficio): Promise<void> {
  const { passwordAltrui, passwordNuova, passwordSbagliata } = CANARI;
  const { id } = await comunita.chiedi('accounts.create', {
    ...{ nome: 'Bruno', ruolo: 'responsabile', password: passwordAltrui },
  });
  await comunita.chiedi('sessione.open', { utente: 'Bruno', password: passwordAltrui });
  await comunita.chiedi('accounts.changePassword', { vecchia: passwordAltrui, nuova: passwordNuova });
  const sbagliata = await comunita.dispatcher.call('sessione.open', { utente: 'Bruno', password: passwordSbagliata });
  expect(sbagliata).toMatchObject({ errore: { codice: 'sessione.password' } });
  await comunita.chiedi('sessione.open', { utente: 'Anna', password: PASSWORD });
  await comunita.chiedi('accounts.update', { id, attivo: false });
  copyBefore(join(comunita.dati, 'approdo.db'), comunita.host.getArchivio().chiave)(1);
  expect(existsSync(join(comunita.dati, 'approdo-versione-1.db'))).toBe(true);
}

/** A page of a copy of the folder goes bad: what it closed is saved out of it. */
async function danneggia({ dati, host }: Ufficio): Promise<void> {
  const { sqlite } = host.getArchivio().store;
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  const pagina = sqlite.prepare("SELECT rootpage FROM sqlite_master WHERE name = 'registro_azione'").pluck().get();
  const guasta = `${dati}-guasta`;
  cpSync(dati, guasta, { recursive: true });
  rmSync(join(guasta, 'in-uscita'), { recursive: true });
  const file = join(guasta, 'approdo.db');
  const bytes = readFileSync(file);
  // a page that nothing of the closed months is on
  const dove = (Number(pagina) - 1) * 4096 + 100;
  bytes[dove] = (bytes[dove] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  await expect(openStore({ dati: guasta, password: PASSWORD, clock: Date.now })).rejects.toMatchObject({
    codice: 'archivio.danneggiato',
  });
}

/** Calls that fail, with the canaries in them: the log keeps where, never what. */
async function sbaglia(comunita: Ufficio): Promise<void> {
  const { nome, cognome, nota } = CANARI;
  const cattive: [string, unknown][] = [
    ['ingressi.register', { struttura: cognome, dataIngresso: nota, modulo: nome, ospite: { cognome, nome } }],
    ['ingressi.get', { ingressoId: cognome }],
    ['presenze.getMese', { struttura: cognome, mese: nota }],
    [cognome, { nota }],
    ['fogli.import', { file: [{ nome: `${cognome}.xlsx`, bytes: new TextEncoder().encode(`PK${nome}`) }] }],
    ['chiavi.register', { testo: `{"nome":"${cognome}"}` }],
    ['sessione.open', { utente: cognome, password: nota }],
  ];
  for (const [dove, input] of cattive) expect(await comunita.dispatcher.call(dove, input)).toMatchObject({ ok: false });
  // a failure of ours: the store taken away under the call
  const { store } = comunita.host.getArchivio();
  store.sqlite.exec(`CREATE TEMP TRIGGER guasto BEFORE INSERT ON ospiti BEGIN SELECT RAISE(FAIL, '${cognome}'); END`);
  const ospite = { cognome, nome, sesso: 'F', dataNascita: '1985-03-02' };
  const ingresso = { struttura: 'CASA', dataIngresso: '2025-04-03', modulo: null, ospite };
  expect(await comunita.dispatcher.call('ingressi.register', ingresso)).toMatchObject({
    errore: { codice: 'interno' },
  });
  store.sqlite.exec('DROP TRIGGER guasto');
}

/** Another process opens the restored store, writes in it, and dies without a word. */
async function muori(dati: string): Promise<void> {
  const rimesso = `${dati}-rimesso`;
  const morti = await new Promise<string | null>((resolve, reject) => {
    const argomenti = [join(import.meta.dirname, 'canarino-figlio.ts'), rimesso, PASSWORD, CANARI.cognome, CANARI.nome];
    // where Node keeps compiled code, and where it would write a report of the crash
    const env = { ...process.env, NODE_COMPILE_CACHE: join(temporanei, 'compilati') };
    const figlio = spawn(process.execPath, argomenti, { stdio: ['ignore', 'inherit', 'pipe'], cwd: temporanei, env });
    figlio.stderr.on('data', (pezzo) => appendFileSync(join(cartella, 'stderr.txt'), String(pezzo)));
    figlio.on('error', reject);
    figlio.on('close', (_codice, segnale) => resolve(segnale));
  });
  expect(morti).toBe('SIGKILL');
  // its last page is still in the write-ahead log
  expect(existsSync(join(rimesso, 'approdo.db-wal'))).toBe(true);
}

async function scambiaChiavi(a: Ufficio, b: Ufficio): Promise<void> {
  await b.chiedi('chiavi.register', { testo: (await a.chiedi('chiavi.getPubblica', {})).testo });
  await a.chiedi('chiavi.register', { testo: (await b.chiedi('chiavi.getPubblica', {})).testo });
}

function foglio(): Cartella {
  const [uno, due] = cartellina().ospiti;
  const { cognome, nome, luogo, codiceFiscale, nota } = CANARI;
  const persona = { cognome, nome, luogo_nascita: luogo, codice_fiscale: codiceFiscale };
  return {
    ...cartellina(),
    moduli: [...cartellina().moduli, modulo({ codice: 'CASA-X', nome: 'Altro' })],
    ospiti: [
      { ...uno, ...persona },
      { ...due, luogo_nascita: luogo, codice_fiscale: '' },
    ],
    attivita: [{ id: 'A1', data: '2025-03-10', struttura: 'CASA', area: 'territorio', titolo: nota, ospiti: 'O1' }],
  };
}

interface Trovato {
  readonly file: string;
  readonly canarino: string;
  readonly come: string;
}

/** Every file under a folder, names too: each canary in every way of writing it, also inside zips. */
function cercaIn(radice: string): { trovati: Trovato[]; file: number; byte: number } {
  const trovati: Trovato[] = [];
  let file = 0;
  let byte = 0;
  for (const entry of readdirSync(radice, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    file += 1;
    byte += bytes.length;
    const nome = relative(radice, path);
    for (const [parte, contenuto] of [['', bytes], ['nome', Buffer.from(nome)], ...dentro(bytes)] as const)
      for (const [canarino, come] of modi())
        if (contenuto.includes(come))
          trovati.push({ file: nome, canarino, come: `${parte} ${come.toString('latin1')}` });
  }
  return { trovati, file, byte };
}

/** The bytes to look for: cases, encodings, and the three ways base64 can fall. */
function modi(): [string, Buffer][] {
  return [...Object.values(CANARI), ...segreti].flatMap((canarino) =>
    [canarino, canarino.toUpperCase(), canarino.toLowerCase()].flatMap((testo): [string, Buffer][] => {
      const utf8 = Buffer.from(testo);
      const base64 = [0, 1, 2].map((salto) => {
        const scritto = Buffer.concat([Buffer.alloc(salto), utf8]).toString('base64');
        return Buffer.from(scritto.slice(salto === 0 ? 0 : 4, -4));
      });
      const altri = [
        utf8,
        Buffer.from(testo, 'utf16le'),
        Buffer.from(testo, 'utf16le').swap16(),
        Buffer.from(testo, 'latin1'),
      ];
      return [...altri, Buffer.from(utf8.toString('hex')), ...base64].map((come) => [canarino, come]);
    }),
  );
}

/** What is deflated inside: the entries of a zip wherever they begin, and raw deflate after their headers. */
function dentro(bytes: Buffer): [string, Buffer][] {
  const parti: [string, Buffer][] = [];
  for (let at = bytes.indexOf('PK\u0003\u0004'); at !== -1; at = bytes.indexOf('PK\u0003\u0004', at + 4)) {
    const inizio = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    try {
      parti.push(['zip', inflateRawSync(bytes.subarray(inizio), { maxOutputLength: 50_000_000 })]);
    } catch {
      // not deflated: its bytes were looked at as they are
    }
  }
  return parti;
}
