import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ESTENSIONI_ALLEGATO, mimeAllegato } from '../../../domain/allegato.ts';
import type { Parsed } from '../../../electron/contract/index.ts';
import {
  addAllegato,
  getFoto,
  listAllegati,
  openAllegato,
  removeAllegato,
  saveAllegato,
  setFoto,
} from '../../../electron/services/allegato.ts';
import type { Contesto } from '../../../electron/services/contesto.ts';
import { openIdentita, restoreIdentita, sealIdentita } from '../../../electron/services/identita.ts';
import { getOspite } from '../../../electron/services/ospite.ts';
import { registerOscuramento } from '../../../electron/services/riservatezza.ts';
import { cartellaDiProva } from '../../aiuti/archivio.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { come, ospiteDiProva } from '../../aiuti/ospite.ts';
import { testoDelRegistro } from '../../aiuti/registro.ts';
import { PASSWORD } from '../cartella-prova.ts';
import { nuovaCasa } from '../copie/casa-con-copie.ts';

const PDF = new Uint8Array([...new TextEncoder().encode('%PDF-1.7\n'), ...randomBytes(2000)]);
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...randomBytes(500)]);

type Nuovo = Parsed<'allegati.add'>;

function scena() {
  const ctx = comunitaDiProva();
  const { ospiteId } = ospiteDiProva(ctx);
  const aggiungi = (altro: Partial<Nuovo> = {}, chi: Contesto = ctx) =>
    addAllegato(chi, {
      ...{
        ospiteId,
        ingressoId: null,
        tipo: 'documento',
        titolo: 'carta d’identità',
        nomeFile: 'C:\\scansioni\\carta.pdf',
      },
      ...{ bytes: PDF, data: '2024-05-01', scadenza: '2034-05-01' },
      ...altro,
    });
  const titoli = (chi: Contesto = ctx) => listAllegati(chi, { ospiteId }).allegati.map(({ titolo }) => titolo);
  return { ctx, ospiteId, aggiungi, titoli };
}

describe('documents of a guest', () => {
  test('kept whole, opened with a line of the log, corrected, taken away', () => {
    const { ctx, ospiteId, aggiungi, titoli } = scena();
    const { id } = aggiungi();
    expect(listAllegati(ctx, { ospiteId }).allegati).toMatchObject([
      { id, nomeFile: 'carta.pdf', mime: 'application/pdf', dimensione: PDF.length, scadenza: '2034-05-01' },
    ]);
    expect(openAllegato(ctx, { id, per: 'salvare' })).toEqual({
      nome: 'carta.pdf',
      mime: 'application/pdf',
      bytes: PDF,
    });
    expect(ctx.store.registro.find(ctx.store.registro.last().seq)).toMatchObject({
      azione: 'allegati.saveCopia',
      ospiteId,
    });
    saveAllegato(ctx, { id, prima: { titolo: 'carta d’identità' }, dopo: { titolo: 'passaporto' } });
    expect(titoli()).toEqual(['passaporto']);
    expect(() => saveAllegato(ctx, { id, prima: {}, dopo: { scadenza: '2020-01-01' } })).toThrow('prima del giorno');
    removeAllegato(ctx, { id });
    expect(titoli()).toEqual([]);
    expect(() => openAllegato(ctx, { id, per: 'vedere' })).toThrow('non c’è più');
  });

  test('only what is taken, and only what is what its name says', () => {
    const { aggiungi } = scena();
    expect(() => aggiungi({ nomeFile: 'virus.exe' })).toThrow('non è tra quelli accettati');
    expect(() => aggiungi({ nomeFile: 'finta.jpg' })).toThrow('non è quello che dice il nome');
    expect(() => aggiungi({ nomeFile: 'vuoto.txt', bytes: new Uint8Array() })).toThrow('non è tra quelli');
    expect(() => aggiungi({ bytes: new Uint8Array(10 * 1024 * 1024 + 1).fill(65), nomeFile: 'a.txt' })).toThrow(
      '10 MB',
    );
    expect(ESTENSIONI_ALLEGATO.map((fine) => mimeAllegato(`a${fine}`, new Uint8Array([0])))).toEqual(
      ESTENSIONI_ALLEGATO.map(() => undefined),
    );
  });

  test('medical ones are of who reads HIV and HCV, judicial ones of who reads the judicial position; darkened is absent', () => {
    const { ctx, ospiteId, aggiungi, titoli } = scena();
    const { id } = aggiungi({ tipo: 'sanitario', titolo: 'esito' });
    aggiungi({ tipo: 'giuridico', titolo: 'ordinanza' });
    const educatore = come(ctx, 'educatore');
    expect(titoli().sort()).toEqual(['esito', 'ordinanza']);
    expect(titoli(educatore)).toEqual(['ordinanza']);
    expect(listAllegati(educatore, { ospiteId }).tipi).not.toContain('sanitario');
    expect(() => openAllegato(educatore, { id, per: 'vedere' })).toThrow('non c’è più');
    expect(() => aggiungi({ tipo: 'sanitario' }, educatore)).toThrow('chi lo può leggere');
    registerOscuramento(ctx, { ospiteId, sezione: 'giuridica', ruoli: ['responsabile'], motivo: 'richiesta' });
    expect(titoli(educatore)).toEqual([]);
    expect(listAllegati(educatore, { ospiteId }).tipi).toContain('giuridico');
  });

  test('bytes that are not those saved are said to be lost, never given', () => {
    const { ctx, aggiungi } = scena();
    const { id } = aggiungi();
    ctx.store.prepare("UPDATE allegati_file SET bytes = x'00' WHERE allegato_id = ?").run(id);
    expect(() => openAllegato(ctx, { id, per: 'vedere' })).toThrow('non è più quello salvato');
  });

  test('the bytes are in the verified copy, and come back with it', async () => {
    const cartella = cartellaDiProva();
    const casa = await nuovaCasa(join(cartella, 'casa'));
    const [ospite] = await casa.call('ospiti.search', { testo: 'zorzi' });
    const ospiteId = ospite?.id ?? '';
    const dato = {
      ospiteId,
      tipo: 'consenso',
      titolo: 'informativa',
      nomeFile: 'informativa.pdf',
      bytes: PDF,
    } as const;
    const { id } = await casa.call('allegati.add', dato);
    const dove = join(cartella, 'copie');
    mkdirSync(dove);
    await casa.call('copie.save', { luoghi: [{ percorso: dove, tipo: 'cartella' }] });
    const { esiti } = await casa.call('copie.run', {});
    await casa.call('allegati.remove', { id });
    await casa.call('sessione.lock', {});
    await casa.host.waitCopie();
    await casa.call('ripristino.run', { file: join(dove, esiti[0]?.file ?? ''), password: PASSWORD });
    await casa.call('sessione.open', { password: PASSWORD });
    expect((await casa.call('allegati.open', { id, per: 'vedere' })).bytes).toEqual(PDF);
  });
});

describe('the photograph', () => {
  test('one at a time; not among the documents; undone only by another', () => {
    const { ctx, ospiteId, titoli } = scena();
    setFoto(ctx, { ospiteId, bytes: JPEG });
    expect(getFoto(ctx, { ospiteId })).toEqual({ mime: 'image/jpeg', bytes: JPEG });
    expect(getOspite(ctx, { ospiteId }).foto).toBe(true);
    expect(titoli()).toEqual([]);
    setFoto(ctx, { ospiteId, bytes: null });
    expect(getFoto(ctx, { ospiteId })).toBeNull();
    expect(() => setFoto(ctx, { ospiteId, bytes: PDF })).toThrow('non si legge');
  });

  test('under a code nothing that says who it is stays in sight: photograph, residence, telephone, place, names of files', () => {
    const { ctx, ospiteId, aggiungi, titoli } = scena();
    setFoto(ctx, { ospiteId, bytes: JPEG });
    aggiungi({ nomeFile: 'Zafferanetti.pdf' });
    const chiaro = { residenza: 'via Zafferanetti 3', telefono: '0309988', luogoNascitaCodice: 'B157' };
    ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) =>
      tx.update('ospiti', ospiteId, chiaro),
    );
    const prima = ctx.store.registro.last().seq;
    sealIdentita(ctx, { ospiteId, ruoli: ['responsabile'], motivo: 'prova' });
    expect(testoDelRegistro(ctx.store, prima)).not.toMatch(/Zafferanetti|0309988|B157/);
    expect(getFoto(ctx, { ospiteId })).toBeNull();
    expect(getOspite(ctx, { ospiteId })).toMatchObject({
      ...{ residenza: null, telefono: null, luogoNascitaCodice: null, foto: false },
    });
    expect(listAllegati(ctx, { ospiteId }).allegati).toMatchObject([{ nomeFile: 'documento.pdf' }]);
    expect(titoli(come(ctx, 'educatore'))).toEqual([]);
    expect(() => setFoto(ctx, { ospiteId, bytes: JPEG })).toThrow('sotto codice');
    expect(openIdentita(ctx, { ospiteId, motivo: 'prova' })).toMatchObject(chiaro);
    restoreIdentita(ctx, { ospiteId, motivo: 'prova' });
    expect(getOspite(ctx, { ospiteId })).toMatchObject({ ...chiaro, foto: true });
    expect(getFoto(ctx, { ospiteId })?.bytes).toEqual(JPEG);
  });
});
