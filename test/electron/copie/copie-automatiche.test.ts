import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCopia } from '../../../electron/copie/copia-file.ts';
import { cartellaDiProva } from '../../aiuti/archivio.ts';
import { PASSWORD } from '../cartella-prova.ts';
import { apriCasa, type Casa, nuovaCasa, rientra } from './casa-con-copie.ts';

const copieIn = (cartella: string) =>
  existsSync(cartella)
    ? readdirSync(cartella)
        .filter((nome) => nome.endsWith('.copia'))
        .toSorted()
    : [];
const motivi = (cartella: string) => copieIn(cartella).map((nome) => readCopia(join(cartella, nome)).manifesto.motivo);

async function casaCon(luoghi: (cartella: string) => { percorso: string; tipo: 'cartella' | 'chiavetta' | 'rete' }[]) {
  const cartella = cartellaDiProva();
  const casa = await nuovaCasa(join(cartella, 'dati'));
  await casa.call('copie.save', { luoghi: luoghi(cartella) });
  return { cartella, casa };
}

describe('copies that nobody asks for', () => {
  test('at the first opening of the day, and at the closing of a day in which something changed', async () => {
    const cartella = cartellaDiProva();
    const copie = join(cartella, 'dati-copie');
    const casa = await nuovaCasa(join(cartella, 'dati'));
    expect(copieIn(copie)).toEqual([]);
    await rientra(casa);
    expect(motivi(copie)).toEqual(['chiusura']);
    // nothing was registered since: neither opening nor closing again makes another
    await rientra(casa);
    expect(motivi(copie)).toHaveLength(1);
    await rientra(casa, '2025-03-11');
    expect(motivi(copie)).toEqual(['chiusura', 'giorno']);
    await casa.registra('P');
    await rientra(casa);
    // of the same day the last one is kept
    expect(motivi(copie)).toEqual(['chiusura', 'chiusura']);
    const { ultimaAtMs, mancanti } = await casa.call('copie.getStato', {});
    expect([ultimaAtMs, mancanti]).toEqual([Date.parse('2025-03-11T18:40:00'), []]);
  });

  test('each copy was opened again, is listed as verified, and holds no readable name', async () => {
    const cartella = cartellaDiProva();
    const casa = await nuovaCasa(join(cartella, 'dati'));
    await rientra(casa);
    const { luoghi, predefinito } = await casa.call('copie.get', {});
    expect(predefinito).toBe(true);
    expect(luoghi[0]?.copie).toMatchObject([{ verificata: true, propria: true, motivo: 'chiusura' }]);
    const file = luoghi[0]?.copie[0]?.file ?? '';
    expect(readFileSync(file).includes('Zorzi')).toBe(false);
    // touched afterwards, it is no longer called verified
    writeFileSync(file, readFileSync(file).subarray(0, -512));
    expect((await casa.call('copie.get', {})).luoghi[0]?.copie[0]?.verificata ?? false).toBe(false);
  });

  test('before a workbook: the copy holds what was there before', async () => {
    const cartella = cartellaDiProva();
    const casa = await nuovaCasa(join(cartella, 'dati'));
    const csv = 'codice;nome;tipo\nCASA09;Casa Nove;CT\n';
    const file = [{ nome: 'strutture.csv', bytes: new TextEncoder().encode(csv) }];
    await casa.call('fogli.import', { file });
    expect(await casa.call('strutture.list', {})).toHaveLength(2);
    const copie = join(cartella, 'dati-copie');
    expect(motivi(copie)).toEqual(['importazione']);
    const altra = apriCasa(join(cartella, 'altra'));
    await altra.call('ripristino.run', { file: join(copie, copieIn(copie)[0] ?? ''), password: PASSWORD });
    await altra.call('sessione.open', { password: PASSWORD });
    expect((await altra.call('strutture.list', {})).map((s) => s.codice)).toEqual(['CASA00']);
  });

  test('entering never waits for the copy', async () => {
    const cartella = cartellaDiProva();
    const casa = await nuovaCasa(join(cartella, 'dati'));
    await rientra(casa);
    casa.setGiorno('2025-03-12');
    await casa.call('sessione.lock', {});
    await casa.call('sessione.open', { password: PASSWORD });
    await casa.registra('U');
    const prima = copieIn(join(cartella, 'dati-copie')).length;
    await casa.host.waitCopie();
    expect(copieIn(join(cartella, 'dati-copie')).length).toBe(prima + 1);
  });
});

describe('places', () => {
  test('a stick taken out is said and stops nothing; put back, it catches up', async () => {
    const { cartella, casa } = await casaCon((c) => {
      mkdirSync(join(c, 'usb'));
      return [
        { percorso: join(c, 'qui'), tipo: 'cartella' },
        { percorso: join(c, 'usb'), tipo: 'chiavetta' },
      ];
    });
    await rientra(casa);
    expect([copieIn(join(cartella, 'qui')).length, copieIn(join(cartella, 'usb')).length]).toEqual([1, 1]);
    renameSync(join(cartella, 'usb'), join(cartella, 'in-tasca'));
    await casa.registra('P');
    await rientra(casa, '2025-03-12');
    const { mancanti } = await casa.call('copie.getStato', {});
    expect(mancanti).toEqual([{ tipo: 'chiavetta', assente: true, dalMs: Date.parse('2025-03-10T18:40:00') }]);
    expect(existsSync(join(cartella, 'usb'))).toBe(false);
    expect(copieIn(join(cartella, 'qui')).length).toBeGreaterThan(1);
    renameSync(join(cartella, 'in-tasca'), join(cartella, 'usb'));
    await rientra(casa);
    expect(await casa.call('copie.getStato', {})).toMatchObject({ mancanti: [] });
    expect(copieIn(join(cartella, 'usb'))).toHaveLength(2);
  });

  test('another stick in its place is not taken for it', async () => {
    const { cartella, casa } = await casaCon((c) => {
      mkdirSync(join(c, 'usb'));
      return [{ percorso: join(c, 'usb'), tipo: 'chiavetta' }];
    });
    rmSync(join(cartella, 'usb'), { recursive: true });
    mkdirSync(join(cartella, 'usb'));
    const { esiti } = await casa.call('copie.run', {});
    expect(esiti[0]?.errore).toMatch(/non è quello scelto/);
    expect(readdirSync(join(cartella, 'usb'))).toEqual([]);
  });

  test('two stores in one place leave each other alone', async () => {
    const { cartella, casa } = await casaCon((c) => [{ percorso: join(c, 'nas'), tipo: 'cartella' }]);
    const vicina = await nuovaCasa(join(cartella, 'vicina'));
    await vicina.call('copie.save', { luoghi: [{ percorso: join(cartella, 'nas'), tipo: 'cartella' }] });
    for (let n = 10; n < 20; n++) {
      casa.setGiorno(`2025-03-${n}`);
      vicina.setGiorno(`2025-03-${n}`);
      await casa.call('copie.run', {});
      if (n < 12) await vicina.call('copie.run', {});
    }
    const proprie = (di: Casa) =>
      di.call('copie.get', {}).then(({ luoghi }) => luoghi[0]?.copie.filter((copia) => copia.propria).length);
    expect([await proprie(casa), await proprie(vicina)]).toEqual([7, 2]);
  });

  test('one sentence for what cannot be a place', async () => {
    const cartella = cartellaDiProva();
    const casa = await nuovaCasa(join(cartella, 'dati'));
    const rifiuto = (...percorsi: string[]) =>
      casa
        .call('copie.save', { luoghi: percorsi.map((percorso) => ({ percorso, tipo: 'cartella' as const })) })
        .then(() => 'accettato')
        .catch((error: { codice: string }) => error.codice);
    expect(await rifiuto('copie')).toBe('copia.percorso');
    expect(await rifiuto('../copie')).toBe('copia.percorso');
    expect(await rifiuto('')).toBe('copia.percorso');
    expect(await rifiuto('/tmp/a\nb')).toBe('copia.percorso');
    expect(await rifiuto('/tmp/a\u0000b')).toBe('copia.percorso');
    expect(await rifiuto(join(cartella, 'dati'))).toBe('copia.dentro');
    expect(await rifiuto(join(cartella, 'dati', 'copie'))).toBe('copia.dentro');
    expect(await rifiuto(join(cartella, 'x', '..', 'dati', 'y'))).toBe('copia.dentro');
    expect(await rifiuto(join(cartella, 'a'), `${join(cartella, 'a')}/`)).toBe('copia.doppio');
    const usb = [{ percorso: join(cartella, 'non-c’è'), tipo: 'chiavetta' as const }];
    await expect(casa.call('copie.save', { luoghi: usb })).rejects.toMatchObject({ codice: 'copia.luogo_assente' });
    const strano = join(cartella, 'Copie di «casa» – è 100% ok; $HOME');
    expect(await rifiuto(strano)).toBe('accettato');
    await casa.call('copie.run', {});
    expect(copieIn(strano)).toHaveLength(1);
  });

  test('a place that cannot be written: said, the older copies untouched, nothing left half written', async () => {
    const { cartella, casa } = await casaCon((c) => [{ percorso: join(c, 'qui'), tipo: 'cartella' }]);
    await casa.call('copie.run', {});
    const prima = readdirSync(join(cartella, 'qui')).toSorted();
    const pieno = join(cartella, 'pieno');
    await casa.call('copie.save', { luoghi: [{ percorso: pieno, tipo: 'cartella' }] });
    rmSync(pieno, { recursive: true });
    writeFileSync(pieno, 'un file dove serve una cartella');
    const { esiti } = await casa.call('copie.run', {});
    expect(esiti[0]).toMatchObject({ file: null });
    expect(esiti[0]?.errore).toBeTruthy();
    expect(readdirSync(join(cartella, 'qui')).toSorted()).toEqual(prima);
    expect(readdirSync(cartella).filter((nome) => nome.endsWith('.tmp'))).toEqual([]);
    expect(readdirSync(join(cartella, 'dati')).filter((nome) => nome.includes('.tmp'))).toEqual([]);
  });
});

describe('the rehearsal', () => {
  test('says what would be lost, and leaves only its line in the log', async () => {
    const { cartella, casa } = await casaCon((c) => [{ percorso: join(c, 'qui'), tipo: 'cartella' }]);
    await casa.call('copie.run', {});
    const file = join(cartella, 'qui', copieIn(join(cartella, 'qui'))[0] ?? '');
    expect(await casa.call('copie.prova', { file, password: PASSWORD })).toMatchObject({
      ...{ esito: true, persi: 0 },
      frase: 'La copia si apre, è in ordine e contiene tutto quello che è registrato oggi.',
    });
    await casa.registra('P');
    await casa.registra('U');
    const prova = await casa.call('copie.prova', { file, password: PASSWORD });
    expect(prova).toMatchObject({ esito: true, persi: 2 });
    expect(prova.controlli.every((controllo) => controllo.esito)).toBe(true);
    expect((await casa.call('copie.get', {})).prova?.frase).toBe(prova.frase);
    expect(readdirSync(join(cartella, 'dati')).filter((nome) => nome.startsWith('prova-'))).toEqual([]);
    await expect(casa.call('copie.prova', { file, password: 'un’altra parola' })).rejects.toMatchObject({
      codice: 'sessione.password',
    });
    const { store } = casa.host.getArchivio();
    expect(store.registro.find(store.registro.last().seq)).toMatchObject({ azione: 'copie.prova' });
  });

  test('a copy of another register opens, and is said to be another’s', async () => {
    const { cartella, casa } = await casaCon((c) => [{ percorso: join(c, 'qui'), tipo: 'cartella' }]);
    const altra = await nuovaCasa(join(cartella, 'altra'));
    await altra.call('copie.save', { luoghi: [{ percorso: join(cartella, 'la'), tipo: 'cartella' }] });
    await altra.call('copie.run', {});
    const file = join(cartella, 'la', copieIn(join(cartella, 'la'))[0] ?? '');
    const prova = await casa.call('copie.prova', { file, password: PASSWORD });
    expect(prova).toMatchObject({ esito: false, persi: null });
    expect(prova.frase).toMatch(/non è di questo registro/);
  });
});

describe('the door', () => {
  test('newest verified first; a broken one is not offered; the store that was there is moved aside whole', async () => {
    const { cartella, casa } = await casaCon((c) => [{ percorso: join(c, 'qui'), tipo: 'cartella' }]);
    await casa.call('copie.run', {});
    casa.setGiorno('2025-03-11');
    await casa.registra('P');
    await casa.call('copie.run', {});
    const qui = join(cartella, 'qui');
    const [vecchia = '', nuova = ''] = copieIn(qui);
    cpSync(join(qui, nuova), join(qui, 'a-mano.copia'));
    writeFileSync(join(qui, 'rotta.copia'), readFileSync(join(qui, nuova)).subarray(0, 4000));
    await casa.registra('U');
    await expect(casa.call('ripristino.run', { file: join(qui, nuova), password: PASSWORD })).rejects.toMatchObject({
      codice: 'sessione.aperta',
    });
    await casa.call('sessione.lock', {});
    await casa.host.waitCopie();
    const chiusura = copieIn(qui).find((nome) => ![vecchia, nuova, 'a-mano.copia', 'rotta.copia'].includes(nome));
    const { copie, occupata } = await casa.call('ripristino.list', {});
    expect(occupata).toBe(true);
    expect(copie.map((copia) => copia.nome)).toEqual([chiusura, nuova, vecchia, 'a-mano.copia']);
    await expect(
      casa.call('ripristino.run', { file: join(qui, vecchia), password: 'non è questa' }),
    ).rejects.toMatchObject({ codice: 'sessione.password' });
    expect(existsSync(join(cartella, 'dati', 'approdo.db'))).toBe(true);
    mkdirSync(join(cartella, 'dati', 'in-uscita'), { recursive: true });
    writeFileSync(join(cartella, 'dati', 'in-uscita', 'CASA00-2025-02-r1.approdo'), 'sigillato');
    const prima = readFileSync(join(cartella, 'dati', 'approdo.db'));
    const { messoDaParte } = await casa.call('ripristino.run', { file: join(qui, vecchia), password: PASSWORD });
    expect(readFileSync(join(messoDaParte ?? '', 'approdo.db')).equals(prima)).toBe(true);
    expect(readdirSync(messoDaParte ?? '').toSorted()).toEqual(['approdo.db', 'chiavi.json']);
    expect(readdirSync(join(cartella, 'dati', 'in-uscita'))).toEqual(['CASA00-2025-02-r1.approdo']);
    await casa.call('sessione.open', { password: PASSWORD });
    expect((await casa.call('verifica.run', {})).esito).toBe(true);
  });

  test('a copy that does not hold changes nothing of what is there', async () => {
    const { cartella, casa } = await casaCon((c) => [{ percorso: join(c, 'qui'), tipo: 'cartella' }]);
    await casa.call('copie.run', {});
    await casa.call('sessione.lock', {});
    await casa.host.waitCopie();
    const qui = join(cartella, 'qui');
    const nome = copieIn(qui).at(-1) ?? '';
    const bytes = readFileSync(join(qui, nome));
    const meta = Math.floor(bytes.length * 0.7);
    bytes[meta] = (bytes[meta] ?? 0) ^ 0xff;
    writeFileSync(join(qui, nome), bytes);
    const prima = readdirSync(join(cartella, 'dati')).toSorted();
    await expect(casa.call('ripristino.run', { file: join(qui, nome), password: PASSWORD })).rejects.toMatchObject({
      codice: 'copia.danneggiata',
    });
    expect(readdirSync(join(cartella, 'dati')).toSorted()).toEqual(prima);
    await casa.call('sessione.open', { password: PASSWORD });
  });
});
