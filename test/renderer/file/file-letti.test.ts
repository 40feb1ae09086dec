import { describe, expect, test, vi } from 'vitest';
import {
  type FileDato,
  listScelti,
  listTrascinati,
  MASSIMO_BYTE,
  MASSIMO_FILE,
  readFiles,
  splitPerTipo,
} from '../../../renderer/file/file-letti.ts';

/** A file or a folder as a browser gives it when dropped: folders answer a hundred entries at a time. */
type Voce = { nome: string; testo: string } | { nome: string; dentro: Voce[] } | { nome: string; chiuso: true };

function entryDi(voce: Voce): FileSystemEntry {
  if ('dentro' in voce) {
    return {
      name: voce.nome,
      isFile: false,
      createReader() {
        let da = 0;
        return {
          readEntries(resolve: (e: FileSystemEntry[]) => void) {
            const parte = voce.dentro.slice(da, da + 100).map(entryDi);
            da += 100;
            resolve(parte);
          },
        };
      },
    } as unknown as FileSystemEntry;
  }
  return {
    name: voce.nome,
    isFile: true,
    file(resolve: (f: File) => void, reject: (e: Error) => void) {
      if ('chiuso' in voce) reject(new Error('NotReadableError'));
      else resolve(new File([voce.testo], voce.nome));
    },
  } as unknown as FileSystemEntry;
}

function trascina(...voci: Voce[]): DataTransfer {
  return {
    items: voci.map((voce) => ({ kind: 'file', webkitGetAsEntry: () => entryDi(voce), getAsFile: () => null })),
  } as unknown as DataTransfer;
}

function dato(percorso: string, testo = 'x'): FileDato {
  const nome = percorso.split('/').at(-1) ?? percorso;
  const bytes = new TextEncoder().encode(testo);
  return { nome, percorso, daCartella: percorso.includes('/'), byte: bytes.length, leggi: async () => bytes };
}

describe('what is dropped', () => {
  test('folders are opened to the bottom, all their hundreds of files, hidden ones left out, in order of path', async () => {
    const molti = Array.from({ length: 230 }, (_, i) => ({
      nome: `p${String(i).padStart(3, '0')}.approdo`,
      testo: 'x',
    }));
    const dati = await listTrascinati(
      trascina(
        { nome: 'sciolto.approdo', testo: 'x' },
        {
          nome: 'anno',
          dentro: [
            { nome: '.DS_Store', testo: '' },
            { nome: 'mesi', dentro: molti },
          ],
        },
      ),
    );
    expect(dati).toHaveLength(231);
    expect(dati[0]?.percorso).toBe('anno/mesi/p000.approdo');
    expect(dati[0]?.daCartella).toBe(true);
    expect(dati.at(-1)).toMatchObject({ percorso: 'sciolto.approdo', daCartella: false });
  });

  test('a file that cannot be opened is told by name, and does not stop the others', async () => {
    const dati = await listTrascinati(
      trascina({ nome: 'rotto.approdo', chiuso: true }, { nome: 'buono.approdo', testo: 'b' }),
    );
    const { letti, illeggibili } = await readFiles(dati);
    expect(letti.map((f) => f.nome)).toEqual(['buono.approdo']);
    expect(illeggibili).toEqual(['rotto.approdo']);
  });

  test('text dragged from another window is not a file', async () => {
    const niente = { items: [{ kind: 'string' }] } as unknown as DataTransfer;
    expect(await listTrascinati(niente)).toEqual([]);
  });
});

test('a chosen folder keeps the path of its files', () => {
  const file = new File(['x'], 'ospiti.csv');
  Object.defineProperty(file, 'webkitRelativePath', { value: 'foglio/ospiti.csv' });
  const [scelto] = listScelti([file, new File([''], '.nascosto')] as unknown as FileList);
  expect(scelto).toMatchObject({ nome: 'ospiti.csv', percorso: 'foglio/ospiti.csv', daCartella: true, byte: 1 });
});

test('from a folder only files of the kind are kept; a file chosen by name always is', () => {
  const dati = [dato('anno/a.APPRODO'), dato('anno/foto.jpg'), dato('rinominato.bin')];
  const { tenuti, lasciati } = splitPerTipo(dati, ['.approdo']);
  expect(tenuti.map((d) => d.nome)).toEqual(['a.APPRODO', 'rinominato.bin']);
  expect(lasciati.map((d) => d.nome)).toEqual(['foto.jpg']);
});

describe('reading', () => {
  test('two files with one name are told apart by their path', async () => {
    const { letti } = await readFiles([dato('gen/p.approdo', 'a'), dato('feb/p.approdo', 'b'), dato('q.approdo', 'c')]);
    expect(letti.map((f) => f.nome)).toEqual(['gen/p.approdo', 'feb/p.approdo', 'q.approdo']);
    expect(letti.map((f) => new TextDecoder().decode(f.bytes))).toEqual(['a', 'b', 'c']);
  });

  test('too many files, or too large together, are refused before any is read', async () => {
    const leggi = vi.fn(async () => new Uint8Array());
    const finto = { ...dato('a'), leggi };
    await expect(readFiles(new Array(MASSIMO_FILE + 1).fill(finto))).rejects.toMatchObject({ codice: 'file.troppi' });
    await expect(readFiles([{ ...finto, byte: MASSIMO_BYTE }, finto])).rejects.toMatchObject({
      codice: 'file.troppo_grandi',
    });
    expect(leggi).not.toHaveBeenCalled();
  });
});
