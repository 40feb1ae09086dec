import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileCartella } from '../../../electron/cartella/cartella.ts';
import { readPortachiavi } from '../../../electron/chiavi/portachiavi.ts';
import type { Input, NomeEndpoint, Output, Risposta } from '../../../electron/contract/index.ts';
import { Dispatcher } from '../../../electron/ipc/dispatch.ts';
import { Host } from '../../../electron/ipc/host.ts';
import { cartellaProva, PASSWORD } from '../cartella-prova.ts';

const cartella = cartellaProva('accounts');
const dati = join(cartella, 'dati');
const chiavi = fileCartella(dati).chiavi;
const BEA = { nome: 'Bea Verdi', ruolo: 'educatore', password: 'la prima di Bea' } as const;
let nowMs = Date.UTC(2026, 1, 10, 8);
let oggi = '2026-02-10';
const attese: number[] = [];

function start(): { host: Host; door: Dispatcher } {
  const host = new Host({
    ...{ dati, host: 'cli', oggi: () => oggi, clock: () => nowMs },
    attendi: async (ms) => {
      attese.push(ms);
      nowMs += ms;
    },
  });
  return { host, door: new Dispatcher(host, { write: () => undefined }) };
}
let { host, door } = start();

/** The same folder under another process, as far as memory goes. */
async function restart(): Promise<void> {
  await door.close();
  ({ host, door } = start());
}

async function ask<N extends NomeEndpoint>(nome: N, input: Input<N>): Promise<Output<N>> {
  const risposta = await door.call(nome, input);
  if (!risposta.ok) throw new Error(`${nome}: ${risposta.errore.codice} ${risposta.errore.messaggio}`);
  return risposta.valore as Output<N>;
}

async function refusal<N extends NomeEndpoint>(nome: N, input: Input<N>): Promise<string> {
  const risposta: Risposta<unknown> = await door.call(nome, input);
  return risposta.ok ? 'ok' : `${risposta.errore.codice} ${risposta.errore.messaggio}`;
}

const entra = (utente: string, password: string) => ask('sessione.open', { utente, password });
const nonEntra = (utente: string, password: string) => refusal('sessione.open', { utente, password });
const find = async (nome: string) => (await ask('accounts.list', {})).find((one) => one.nome === nome);
const idOf = async (nome: string) => (await find(nome))?.id ?? '';

/** The lines of the log after one. */
function righe(seq: number) {
  const { registro } = host.getArchivio().store;
  const all = Array.from({ length: registro.last().seq - seq }, (_, n) => registro.find(seq + 1 + n));
  return all.map((riga) => ({ azione: riga?.azione, utente: riga?.utente, nota: riga?.nota }));
}
const ultima = () => host.getArchivio().store.registro.last().seq;

beforeAll(async () => {
  await ask('sessione.create', { ruolo: 'comunita', password: PASSWORD, utente: 'Anna' });
  await ask('accounts.create', BEA);
});

afterAll(() => door.close());

describe('one more person', () => {
  test('enters with the first password, in the role given, and may do what that role may', async () => {
    expect((await ask('sessione.get', {})).accounts).toEqual(['Anna', 'Bea Verdi']);
    const aperta = await entra('Bea Verdi', BEA.password);
    expect(aperta.utente).toEqual({ nome: 'Bea Verdi', ruolo: 'educatore' });
    expect(await refusal('accounts.list', {})).toMatch(/^permesso\.ruolo/);
    await restart();
    expect((await entra('Bea Verdi', BEA.password)).utente?.ruolo).toBe('educatore');
    await entra('Anna', PASSWORD);
  });

  test('is one more wrapping of the same key: neither password is in the keyring, nothing is encrypted again', async () => {
    const text = readFileSync(chiavi, 'utf8');
    expect(text).not.toContain(BEA.password);
    expect(readPortachiavi(chiavi).accounts.filter((one) => one.tipo === 'password')).toHaveLength(2);
  });

  test('the list says who, in which role, until when, and when each entered last', async () => {
    nowMs += 60_000;
    await entra('Bea Verdi', BEA.password);
    const beaAtMs = nowMs;
    nowMs += 60_000;
    await entra('Anna', PASSWORD);
    expect(await ask('accounts.list', {})).toMatchObject([
      { nome: 'Anna', ruolo: 'responsabile', attivo: true, scadenza: null, ultimoAccessoMs: nowMs, proprio: true },
      { nome: 'Bea Verdi', ruolo: 'educatore', attivo: true, scadenza: null, ultimoAccessoMs: beaAtMs, proprio: false },
    ]);
  });

  test('a name taken, a role of the other side, a short password: refused in one sentence, nothing changed', async () => {
    const before = readFileSync(chiavi, 'utf8');
    expect(await refusal('accounts.create', { ...BEA, nome: ' bea verdi ' })).toMatch(
      /^account\.nome .*ha già un accesso/,
    );
    expect(await refusal('accounts.create', { ...BEA, nome: 'Ciro', ruolo: 'accoglienza' })).toMatch(
      /^account\.ruolo .*non si usa in comunità/,
    );
    expect(await refusal('accounts.create', { ...BEA, nome: 'Ciro', password: 'corta' })).toMatch(
      /almeno 12 caratteri/,
    );
    expect(readFileSync(chiavi, 'utf8')).toBe(before);
  });

  test('a creation killed after its keyring was written is taken up again by the next one', async () => {
    const before = readPortachiavi(chiavi);
    const [first] = before.accounts;
    writeFileSync(
      chiavi,
      JSON.stringify({ ...before, accounts: [...before.accounts, { ...first, id: 'x', nome: 'Dina' }] }),
    );
    await ask('accounts.create', { ...BEA, nome: 'Dina' });
    expect((await ask('sessione.get', {})).accounts.filter((nome) => nome === 'Dina')).toHaveLength(1);
    await ask('accounts.update', { id: await idOf('Dina'), attivo: false });
  });
});

describe('changes', () => {
  test('a role counts from the next time the person enters, and is decided inside the store', async () => {
    await ask('accounts.update', { id: await idOf('Bea Verdi'), ruolo: 'direzione' });
    expect((await entra('Bea Verdi', BEA.password)).utente?.ruolo).toBe('direzione');
    await entra('Anna', PASSWORD);
  });

  test('a new name is the one at the door, with the same password; the old one is nobody', async () => {
    await ask('accounts.update', { id: await idOf('Bea Verdi'), nome: 'Bea Bianchi' });
    expect((await ask('sessione.get', {})).accounts).toContain('Bea Bianchi');
    expect((await entra('Bea Bianchi', BEA.password)).utente?.nome).toBe('Bea Bianchi');
    expect(await nonEntra('Bea Verdi', BEA.password)).toMatch(/^sessione\.utente/);
    await entra('Anna', PASSWORD);
    await ask('accounts.update', { id: await idOf('Bea Bianchi'), nome: 'Bea Verdi' });
  });

  test('deactivated: the right password is answered with who to ask, and the attempt is in the log', async () => {
    const id = await idOf('Bea Verdi');
    await ask('accounts.update', { id, attivo: false });
    expect((await ask('sessione.get', {})).accounts).toEqual(['Anna']);
    const seq = ultima();
    // her wrapping went with the deactivation: the old password opens nothing, wherever the folder is
    expect(readPortachiavi(chiavi).accounts.some((one) => one.id === id)).toBe(false);
    expect(readFileSync(chiavi, 'utf8')).not.toContain('Bea Verdi');
    expect(await nonEntra('Bea Verdi', BEA.password)).toMatch(/^sessione\.utente/);
    expect(await refusal('sessione.open', { password: BEA.password })).toMatch(/^sessione\.password/);
    nowMs += 60_000;
    expect(righe(seq)).toEqual([]);
    // whoever was in stays in
    expect((await ask('sessione.get', {})).utente?.nome).toBe('Anna');
    await restart();
    expect(await nonEntra('Bea Verdi', BEA.password)).toMatch(/^sessione\.utente/);
    expect((await ask('sessione.get', {})).stato).toBe('chiusa');
    await entra('Anna', PASSWORD);
    expect(await refusal('accounts.update', { id, attivo: true })).toMatch(/^account\.password .*nuova prima password/);
    expect(await refusal('accounts.resetPassword', { id, password: 'una nuova per Bea' })).toMatch(
      /^account\.disattivato/,
    );
    await ask('accounts.update', { id, attivo: true, password: 'una nuova per Bea' });
    expect(await nonEntra('Bea Verdi', BEA.password)).toMatch(/^sessione\.password/);
    nowMs += 60_000;
    expect((await entra('Bea Verdi', 'una nuova per Bea')).utente?.nome).toBe('Bea Verdi');
    await entra('Anna', PASSWORD);
    await ask('accounts.resetPassword', { id, password: BEA.password });
    await entra('Bea Verdi', BEA.password);
    await entra('Anna', PASSWORD);
  });

  test('a keyring put back from before, that still lists her, opens nothing to a deactivated account', async () => {
    const before = readFileSync(chiavi);
    const id = await idOf('Bea Verdi');
    await ask('accounts.update', { id, attivo: false });
    writeFileSync(chiavi, before);
    const seq = ultima();
    expect(await nonEntra('Bea Verdi', BEA.password)).toMatch(/^sessione\.disattivato .*disattivato: per riaverlo/);
    expect(righe(seq)).toMatchObject([{ azione: 'sessione.rifiutata', utente: 'Bea Verdi' }]);
    // and the next entry takes her wrapping out of it again
    await entra('Anna', PASSWORD);
    expect(readPortachiavi(chiavi).accounts.some((one) => one.id === id)).toBe(false);
    expect(righe(ultima() - 1)).toMatchObject([{ azione: 'accounts.close', nota: 'Bea Verdi' }]);
    await ask('accounts.update', { id, attivo: true, password: BEA.password });
  });

  test('expired: the last day still enters, the day after does not', async () => {
    const id = await idOf('Bea Verdi');
    await ask('accounts.update', { id, scadenza: '2026-02-10' });
    await entra('Bea Verdi', BEA.password);
    oggi = '2026-02-11';
    expect(await nonEntra('Bea Verdi', BEA.password)).toMatch(
      /^sessione\.fuori_scadenza L’accesso di «Bea Verdi» è scaduto il .*2026: per prolungarlo/,
    );
    // the day after, whoever enters takes away what is over: prolonging it takes a new password
    await entra('Anna', PASSWORD);
    expect(await find('Bea Verdi')).toMatchObject({ attivo: true, senzaPassword: true });
    await ask('accounts.update', { id, scadenza: null });
    expect(await nonEntra('Bea Verdi', BEA.password)).toMatch(/^sessione\.utente/);
    const seq = ultima();
    await ask('accounts.resetPassword', { id, password: BEA.password });
    expect(righe(seq)).toMatchObject([{ azione: 'accounts.resetPassword', utente: 'Anna', nota: 'Bea Verdi' }]);
    expect(await find('Bea Verdi')).toMatchObject({ senzaPassword: false });
    await entra('Bea Verdi', BEA.password);
    expect(await refusal('accounts.resetPassword', { id, password: PASSWORD })).toMatch(/^permesso\.ruolo/);
    oggi = '2026-02-10';
    await entra('Anna', PASSWORD);
    expect(await refusal('accounts.resetPassword', { id: await idOf('Anna'), password: PASSWORD })).toMatch(
      /^account\.proprio/,
    );
  });

  test('somebody must always be left who manages the accounts, without an end', async () => {
    const id = await idOf('Anna');
    for (const cambio of [{ attivo: false }, { ruolo: 'educatore' }, { scadenza: '2030-01-01' }] as const)
      expect(await refusal('accounts.update', { id, ...cambio })).toMatch(/^account\.ultimo /);
    await ask('accounts.create', { nome: 'Elio', ruolo: 'amministratore', password: 'la prima di Elio' });
    for (const cambio of [{ attivo: false }, { ruolo: 'educatore' }, { scadenza: '2030-01-01' }] as const)
      expect(await refusal('accounts.update', { id, ...cambio })).toMatch(/^account\.proprio /);
    await entra('Elio', 'la prima di Elio');
    await ask('accounts.update', { id, scadenza: '2030-01-01' });
    await ask('accounts.update', { id, scadenza: null });
    await entra('Anna', PASSWORD);
    await ask('accounts.update', { id: await idOf('Elio'), attivo: false });
    expect(await refusal('accounts.update', { id: 'nessuno', attivo: false })).toMatch(/^account\.assente/);
  });

  test('each is a line of the log with before and after; the same again is none', async () => {
    const id = await idOf('Bea Verdi');
    const seq = ultima();
    await ask('accounts.update', { id, ruolo: 'educatore' });
    await ask('accounts.update', { id, ruolo: 'educatore' });
    expect(righe(seq)).toMatchObject([{ azione: 'accounts.update', utente: 'Anna' }]);
    expect(host.getArchivio().store.registro.findBroken()).toBeNull();
  });
});

describe('one’s own password', () => {
  test('the old one is asked; afterwards only the new one opens', async () => {
    await entra('Bea Verdi', BEA.password);
    const nuova = 'un’altra, più lunga';
    expect(await refusal('accounts.changePassword', { vecchia: 'non è questa', nuova })).toMatch(/^sessione\.password/);
    expect(await refusal('accounts.changePassword', { vecchia: BEA.password, nuova: BEA.password })).toMatch(
      /^account\.uguale/,
    );
    // another's password is not one's own
    expect(await refusal('accounts.changePassword', { vecchia: PASSWORD, nuova })).toMatch(/^sessione\.password/);
    nowMs += 60_000;
    const seq = ultima();
    await ask('accounts.changePassword', { vecchia: BEA.password, nuova });
    expect(righe(seq)).toMatchObject([{ azione: 'accounts.changePassword', utente: 'Bea Verdi' }]);
    nowMs += 60_000;
    await restart();
    expect(await nonEntra('Bea Verdi', BEA.password)).toMatch(/^sessione\.password/);
    nowMs += 60_000;
    expect((await entra('Bea Verdi', nuova)).utente?.nome).toBe('Bea Verdi');
    await entra('Anna', PASSWORD);
  });
});

describe('wrong passwords', () => {
  test('the wait grows, is told when it is long, and starting again does not shorten it', async () => {
    nowMs += 60_000;
    attese.length = 0;
    for (let n = 0; n < 4; n++) {
      expect(await nonEntra('Anna', 'sbagliata')).toMatch(/^sessione\.(password|attesa)/);
      if (n === 2) nowMs += 4000;
    }
    expect(attese).toEqual([1000, 2000]);
    expect(await nonEntra('Anna', PASSWORD)).toMatch(/^sessione\.attesa .*riprovare fra 8 secondi/);
    await restart();
    expect(await nonEntra('Anna', PASSWORD)).toMatch(/^sessione\.attesa/);
    // the clock turned back lengthens nothing: eight seconds from now
    nowMs -= 86_400_000;
    expect(await nonEntra('Anna', PASSWORD)).toMatch(/riprovare fra 8 secondi/);
    nowMs += 8000;
    await entra('Anna', PASSWORD);
    nowMs += 86_400_000;
  });

  test('reach the log at the next opening, with no password in it nor in the keyring', async () => {
    await restart();
    for (const password of ['sbagliatissima-1', 'sbagliatissima-2'])
      expect(await nonEntra('Anna', password)).toMatch(/sessione/);
    expect(readFileSync(chiavi, 'utf8')).not.toContain('sbagliatissima');
    await entra('Anna', PASSWORD);
    const lines = righe(ultima() - 2);
    expect(lines).toMatchObject([
      {
        azione: 'sessione.fallita',
        utente: 'Anna',
        nota: expect.stringMatching(/^2 password sbagliate, l’ultima 2026-/),
      },
      { azione: 'sessione.open', utente: 'Anna' },
    ]);
    const seq = ultima();
    await entra('Anna', PASSWORD);
    expect(righe(seq)).toMatchObject([{ azione: 'sessione.open' }]);
    expect(readPortachiavi(chiavi).tentativi).toBeUndefined();
  });

  test('another person who enters does not forgive them', async () => {
    nowMs += 60_000;
    for (let n = 0; n < 4; n++) {
      await nonEntra('Anna', 'sbagliata');
      nowMs += n < 3 ? 20_000 : 0;
    }
    await entra('Bea Verdi', 'un’altra, più lunga');
    expect(await nonEntra('Anna', PASSWORD)).toMatch(/^sessione\.attesa/);
    nowMs += 8000;
    await entra('Anna', PASSWORD);
  });
});
