import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileCartella } from '../../../electron/cartella/cartella.ts';
import { readPortachiavi } from '../../../electron/chiavi/portachiavi.ts';
import type { Input, NomeEndpoint, Output } from '../../../electron/contract/index.ts';
import { Dispatcher } from '../../../electron/ipc/dispatch.ts';
import { Host } from '../../../electron/ipc/host.ts';
import { createCopia, restoreCopia } from '../../../electron/services/copia.ts';
import { cartellaProva, PASSWORD } from '../cartella-prova.ts';

const cartella = cartellaProva('recupero');
const BEA = { nome: 'Bea Verdi', ruolo: 'educatore', password: 'la prima di Bea' } as const;
const NUOVA = 'quella nuova di Anna';
let nowMs = Date.UTC(2026, 1, 10, 8);
let oggi = '2026-02-10';

/** One installation as one process serves it. */
class Sede {
  readonly dati: string;
  host!: Host;
  door!: Dispatcher;

  constructor(nome: string) {
    this.dati = join(cartella, nome);
    this.start();
  }

  start(): void {
    this.host = new Host({
      ...{ dati: this.dati, host: 'cli', oggi: () => oggi, clock: () => nowMs },
      attendi: async (ms) => {
        nowMs += ms;
      },
    });
    this.door = new Dispatcher(this.host, { write: () => undefined });
  }

  async restart(): Promise<void> {
    await this.door.close();
    this.start();
  }

  async ask<N extends NomeEndpoint>(nome: N, input: Input<N>): Promise<Output<N>> {
    const risposta = await this.door.call(nome, input);
    if (!risposta.ok) throw new Error(`${nome}: ${risposta.errore.codice} ${risposta.errore.messaggio}`);
    return risposta.valore as Output<N>;
  }

  async refusal<N extends NomeEndpoint>(nome: N, input: Input<N>): Promise<string> {
    const risposta = await this.door.call(nome, input);
    return risposta.ok ? 'ok' : `${risposta.errore.codice} ${risposta.errore.messaggio}`;
  }

  get chiavi(): string {
    return fileCartella(this.dati).chiavi;
  }

  get ultima(): number {
    return this.host.getArchivio().store.registro.last().seq;
  }

  righe(dopo: number) {
    const { registro } = this.host.getArchivio().store;
    const all = Array.from({ length: this.ultima - dopo }, (_, n) => registro.find(dopo + 1 + n));
    return all.map((riga) => ({ azione: riga?.azione, utente: riga?.utente, nota: riga?.nota }));
  }
}

const casa = new Sede('casa');
const centro = new Sede('centro');
let chiave = '';

beforeAll(async () => {
  const made = await casa.ask('sessione.create', {
    ruolo: 'comunita',
    password: PASSWORD,
    utente: 'Anna',
    struttura: { codice: 'CASA01', nome: 'Casa Aurora' },
  });
  chiave = made.chiaveRecupero;
  await casa.ask('accounts.create', BEA);
  await centro.ask('sessione.create', { ruolo: 'centrale', password: PASSWORD, utente: 'Elena' });
});

afterAll(async () => {
  await casa.door.close();
  await centro.door.close();
});

describe('the key of a new register', () => {
  test('is told once, is nowhere in clear, and asks to be shown on paper', async () => {
    expect(chiave).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(readFileSync(casa.chiavi, 'utf8')).not.toContain(chiave.slice(0, 5));
    expect((await casa.ask('sessione.get', {})).recupero).toBe('da_confermare');
    const storto = `${chiave.startsWith('A') ? 'B' : 'A'}${chiave.slice(1)}`;
    expect(await casa.refusal('recupero.confirm', { chiave: storto })).toMatch(/^recupero\.gruppo Il gruppo 1 /);
    const seq = casa.ultima;
    await casa.ask('recupero.confirm', { chiave: chiave.toLowerCase().replaceAll('-', ' ') });
    expect(casa.righe(seq)).toMatchObject([{ azione: 'recupero.confirm', utente: 'Anna' }]);
    expect((await casa.ask('sessione.get', {})).recupero).toBe('confermata');
    expect((await casa.ask('recupero.get', {})).confermataAtMs).toBe(nowMs);
  });

  test('who does not manage the accounts is told nothing of it', async () => {
    const bea = await casa.ask('sessione.open', { utente: 'Bea Verdi', password: BEA.password });
    expect(bea.recupero).toBeNull();
    expect(await casa.refusal('recupero.renew', { password: BEA.password })).toMatch(/^permesso\.ruolo/);
    await casa.ask('sessione.open', { utente: 'Anna', password: PASSWORD });
  });

  test('a register over an open one is refused, and the open one stays open', async () => {
    const input = { ruolo: 'comunita', password: PASSWORD, utente: 'Altra' } as const;
    expect(await casa.refusal('sessione.create', input)).toMatch(/^sessione\.aperta/);
    expect((await casa.ask('sessione.get', {})).utente?.nome).toBe('Anna');
  });
});

describe('a forgotten password', () => {
  test('the key says who may have a new one, and lets that person in with it; the old one is over', async () => {
    expect(await casa.refusal('sessione.checkRecupero', { chiave })).toMatch(/^sessione\.aperta/);
    await casa.ask('sessione.lock', {});
    expect(await casa.ask('sessione.checkRecupero', { chiave })).toEqual({ persone: ['Anna'] });
    expect((await casa.ask('sessione.get', {})).stato).toBe('chiusa');
    const aperta = await casa.ask('sessione.recover', { chiave, utente: 'Anna', password: NUOVA });
    expect(aperta).toMatchObject({ stato: 'aperta', utente: { nome: 'Anna', ruolo: 'responsabile' } });
    expect(casa.righe(casa.ultima - 3)).toMatchObject([
      { azione: 'sessione.checkRecupero', utente: 'Chiave di recupero' },
      { azione: 'sessione.recover', utente: 'Anna', nota: 'Chiave di recupero' },
      { azione: 'sessione.open', utente: 'Anna' },
    ]);
    await casa.restart();
    expect(await casa.refusal('sessione.open', { utente: 'Anna', password: PASSWORD })).toMatch(/^sessione\.password/);
    nowMs += 60_000;
    await casa.ask('sessione.open', { utente: 'Anna', password: NUOVA });
    expect((await casa.ask('sessione.get', {})).recupero).toBe('confermata');
  });

  test('only who manages the accounts, today: not an educatore, not a deactivated one, not an invented one', async () => {
    await casa.ask('accounts.create', { nome: 'Elio', ruolo: 'amministratore', password: 'la prima di Elio' });
    const elio = (await casa.ask('accounts.list', {})).find((one) => one.nome === 'Elio');
    await casa.ask('accounts.update', { id: elio?.id ?? '', scadenza: '2026-02-10' });
    await casa.ask('sessione.lock', {});
    expect(await casa.ask('sessione.checkRecupero', { chiave })).toEqual({ persone: ['Anna', 'Elio'] });
    oggi = '2026-02-11';
    expect(await casa.ask('sessione.checkRecupero', { chiave })).toEqual({ persone: ['Anna'] });
    for (const utente of ['Elio', 'Bea Verdi', 'Nessuno'])
      expect(await casa.refusal('sessione.recover', { chiave, utente, password: NUOVA })).toMatch(/^recupero\.persona/);
    oggi = '2026-02-10';
    expect((await casa.ask('sessione.get', {})).stato).toBe('chiusa');
    expect(await casa.refusal('sessione.recover', { chiave, utente: 'Anna', password: 'corta' })).toMatch(
      /almeno 12 caratteri/,
    );
    await casa.ask('sessione.open', { utente: 'Anna', password: NUOVA });
  });

  test('another register’s key is counted, delayed and told like a wrong password', async () => {
    await casa.ask('sessione.lock', {});
    const altra = '00000-00001-00002-00003-00004-00005-00006-00007';
    let ultima = '';
    for (let n = 0; n < 4; n++) {
      ultima = await casa.refusal('sessione.checkRecupero', { chiave: altra });
      expect(ultima).toMatch(/^sessione\.(recupero|attesa)/);
      if (n === 2) nowMs += 4000;
    }
    expect(await casa.refusal('sessione.checkRecupero', { chiave })).toMatch(
      /^sessione\.attesa .*troppe chiavi di recupero sbagliate/,
    );
    nowMs += 60_000;
    await casa.ask('sessione.open', { utente: 'Anna', password: NUOVA });
    expect(casa.righe(casa.ultima - 2)[0]).toMatchObject({
      azione: 'sessione.fallita',
      utente: 'Chiave di recupero',
      nota: expect.stringMatching(/^4 chiavi di recupero sbagliate/),
    });
    // a right key starts again from none
    await casa.ask('sessione.lock', {});
    await casa.ask('sessione.checkRecupero', { chiave });
    expect((readPortachiavi(casa.chiavi).tentativi ?? []).filter((one) => one.consecutivi > 0)).toEqual([]);
    await casa.ask('sessione.open', { utente: 'Anna', password: NUOVA });
  });

  test('a copy restored elsewhere opens with the key too, typed as one can', async () => {
    const file = join(cartella, 'copia.tar');
    await createCopia(casa.host.getArchivio(), file);
    const altrove = join(cartella, 'altrove');
    await restoreCopia({ dati: altrove, da: file, password: chiave.toLowerCase() });
    const sede = new Sede('altrove');
    expect(await sede.ask('sessione.checkRecupero', { chiave })).toEqual({ persone: ['Anna', 'Elio'] });
    await sede.door.close();
  });
});

describe('renewal', () => {
  test('asks the password; the key before opens nothing, also with its chiavi.json put back', async () => {
    expect(await casa.refusal('recupero.renew', { password: 'non è questa, no' })).toMatch(/^sessione\.password/);
    nowMs += 60_000;
    const before = readFileSync(casa.chiavi);
    const vecchia = chiave;
    ({ chiave } = await casa.ask('recupero.renew', { password: NUOVA }));
    expect(chiave).not.toBe(vecchia);
    expect((await casa.ask('sessione.get', {})).recupero).toBe('da_confermare');
    expect(readPortachiavi(casa.chiavi).accounts.filter((one) => one.tipo === 'recupero')).toHaveLength(1);
    await casa.ask('sessione.lock', {});
    expect(await casa.refusal('sessione.checkRecupero', { chiave: vecchia })).toMatch(/^sessione\.recupero/);
    nowMs += 60_000;
    const after = readFileSync(casa.chiavi);
    writeFileSync(casa.chiavi, before);
    expect(await casa.refusal('sessione.checkRecupero', { chiave: vecchia })).toMatch(
      /^sessione\.recupero .*rinnovata o revocata/,
    );
    writeFileSync(casa.chiavi, after);
    expect(await casa.ask('sessione.checkRecupero', { chiave })).toEqual({ persone: ['Anna', 'Elio'] });
    await casa.ask('sessione.open', { utente: 'Anna', password: NUOVA });
  });
});

describe('a key deposited at the central office', () => {
  let file: { nome: string; bytes: Uint8Array<ArrayBuffer> };

  test('wants the office’s key first; then it is a file only that office opens', async () => {
    expect(await casa.refusal('recupero.deposit', { password: NUOVA })).toMatch(/^recupero\.senza_accoglienza/);
    await casa.ask('chiavi.register', { testo: (await centro.ask('chiavi.getPubblica', {})).testo });
    const { nomeFile, bytes } = await casa.ask('recupero.deposit', { password: NUOVA });
    expect(nomeFile).toBe('approdo-deposito-CASA01.age');
    file = { nome: nomeFile, bytes };
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/^age-encryption\.org\/v1/);
    expect((await casa.ask('recupero.get', {})).deposito).toMatchObject({ nome: 'Accoglienza' });
    // the printed key is another one, and still good
    expect((await casa.ask('sessione.get', {})).recupero).toBe('da_confermare');
    await casa.ask('recupero.confirm', { chiave });
  });

  test('the office imports it, lists it, opens it with a reason; the log says so and holds no key', async () => {
    expect(await centro.refusal('depositi.import', { file })).toMatch(/^deposito\.mittente/);
    await centro.ask('chiavi.register', { testo: (await casa.ask('chiavi.getPubblica', {})).testo });
    const cambiato = { nome: 'x', bytes: new Uint8Array(file.bytes).fill(0, -3) };
    expect(await centro.refusal('depositi.import', { file: cambiato })).toMatch(/^deposito\.illeggibile/);
    expect(await centro.ask('depositi.import', { file })).toEqual({ nome: 'Casa Aurora' });
    await centro.ask('depositi.import', { file });
    const [deposito, altro] = await centro.ask('depositi.list', {});
    expect(altro).toBeUndefined();
    expect(deposito).toMatchObject({ nome: 'Casa Aurora', strutture: ['CASA01'] });
    const id = deposito?.id ?? '';
    expect(await centro.refusal('depositi.open', { id, motivo: '' })).toMatch(/Manca il motivo/);
    const seq = centro.ultima;
    const aperto = await centro.ask('depositi.open', { id, motivo: 'Anna ha perso foglio e password' });
    expect(centro.righe(seq)).toMatchObject([
      { azione: 'depositi.open', utente: 'Elena', nota: 'Casa Aurora: Anna ha perso foglio e password' },
    ]);
    await casa.ask('sessione.lock', {});
    const letta = aperto.chiave.replaceAll('-', ' ');
    const input = { chiave: letta, utente: 'Anna', password: 'dopo la telefonata' };
    expect((await casa.ask('sessione.recover', input)).utente?.nome).toBe('Anna');
    // read aloud on the phone: used up
    expect((await casa.ask('recupero.get', {})).deposito).toBeNull();
    await casa.ask('sessione.lock', {});
    expect(await casa.refusal('sessione.checkRecupero', { chiave: letta })).toMatch(/^sessione\.recupero/);
    nowMs += 60_000;
    await casa.ask('sessione.open', { utente: 'Anna', password: 'dopo la telefonata' });
  });

  test('a new one takes the place of the one before; revoked, it opens nothing', async () => {
    nowMs += 1000;
    const secondo = await casa.ask('recupero.deposit', { password: 'dopo la telefonata' });
    await centro.ask('depositi.import', { file: { nome: 'due', bytes: secondo.bytes } });
    expect(await centro.ask('depositi.list', {})).toHaveLength(1);
    expect(await centro.refusal('depositi.import', { file })).toMatch(/^deposito\.superato/);
    const [deposito] = await centro.ask('depositi.list', {});
    const { chiave: letta } = await centro.ask('depositi.open', { id: deposito?.id ?? '', motivo: 'una prova' });
    const id = (await casa.ask('recupero.get', {})).deposito?.id ?? '';
    await casa.ask('recupero.revokeDeposito', { id });
    expect(await casa.refusal('recupero.revokeDeposito', { id })).toMatch(/^recupero\.assente/);
    await casa.ask('sessione.lock', {});
    expect(await casa.refusal('sessione.checkRecupero', { chiave: letta })).toMatch(/^sessione\.recupero/);
    nowMs += 60_000;
    expect(await casa.ask('sessione.checkRecupero', { chiave })).toEqual({ persone: ['Anna', 'Elio'] });
    await casa.ask('sessione.open', { utente: 'Anna', password: 'dopo la telefonata' });
  });

  test('no recovery key is in any byte of the folders, nor in the file of the deposit', () => {
    const tutti = readdirSync(cartella, { recursive: true, encoding: 'utf8' }).map((nome) => join(cartella, nome));
    const letti = tutti.filter((nome) => statSync(nome).isFile()).map((nome) => readFileSync(nome, 'latin1'));
    expect(letti.length).toBeGreaterThan(5);
    for (const testo of [...letti, Buffer.from(file.bytes).toString('latin1')])
      for (const gruppi of [chiave, chiave.replaceAll('-', ''), chiave.slice(6, 23)])
        expect(testo).not.toContain(gruppi);
  });

  test('neither side wrote a recovery key in its log', () => {
    for (const sede of [casa, centro]) {
      const { registro } = sede.host.getArchivio().store;
      const all = Array.from({ length: sede.ultima }, (_, n) => JSON.stringify(registro.find(n + 1)));
      expect(all.join('\n')).not.toContain(chiave.slice(0, 11));
      expect(registro.findBroken()).toBeNull();
    }
  });
});

describe('nobody at the window', () => {
  test('the host locks after the minutes set and a margin, not before; a touch starts again; a clock turned back does not help', async () => {
    expect((await casa.ask('sessione.get', {})).bloccoMinuti).toBe(10);
    await casa.ask('blocco.set', { minuti: 5 });
    expect((await casa.ask('sessione.get', {})).bloccoMinuti).toBe(5);
    nowMs += 5 * 60_000 + 29_000;
    // the window's own question is nobody's gesture
    await casa.ask('sessione.get', {});
    expect(casa.host.isAbbandonata()).toBe(false);
    nowMs += 1000;
    expect(casa.host.isAbbandonata()).toBe(true);
    await casa.ask('sessione.touch', {});
    expect(casa.host.isAbbandonata()).toBe(false);
    nowMs -= 86_400_000;
    expect(casa.host.isAbbandonata()).toBe(false);
    let bloccata = 0;
    casa.door.onBlocco(() => bloccata++);
    await casa.door.lock();
    expect(bloccata).toBe(1);
    expect((await casa.ask('sessione.get', {})).stato).toBe('chiusa');
    expect(casa.host.isAbbandonata()).toBe(false);
    nowMs += 86_400_000;
    await casa.ask('sessione.open', { utente: 'Anna', password: 'dopo la telefonata' });
  });
});
