import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ErroreApprodo } from '../../domain/errore.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { toErroreFile, writeFileAtomic } from '../cartella/file-atomico.ts';
import type { Output } from '../contract/index.ts';
import { type Comando, ErroreUso, type Esito, type Invocazione } from './comando.ts';
import { type FileDato, listFile, readDato } from './file-dati.ts';
import { table } from './tabella.ts';

type EsitoPacco = Output<'pacchi.import'>[number];

/** Parcels given to the services at once: bounds the memory, not the work. */
const LOTTO = 200;

async function chiavePubblica(i: Invocazione): Promise<Esito> {
  const { testo, impronta } = await i.call('chiavi.getPubblica', {});
  i.say(`Impronta da leggere al telefono: ${impronta}`);
  return { json: JSON.parse(testo), testo: testo.trimEnd() };
}

async function rinnovaChiave(i: Invocazione): Promise<Esito> {
  const { testo, impronta } = await i.call('chiavi.renew', {});
  i.say(`Chiavi rinnovate: mandare questo file all’altra parte. Impronta da leggere al telefono: ${impronta}`);
  return { json: JSON.parse(testo), testo: testo.trimEnd() };
}

async function registraChiave(i: Invocazione): Promise<Esito> {
  const { bytes } = readDato(i.argomenti[0] ?? '');
  const testo = Buffer.from(bytes).toString('utf8');
  const json = await i.call('chiavi.register', { testo, sostituisce: i.has('sostituisce') });
  const who = json.ruolo === 'centrale' ? 'dell’Accoglienza' : 'della comunità';
  return { json, testo: `Registrata la chiave ${who} ${json.nome}: impronta ${json.impronta}.` };
}

async function esporta(i: Invocazione): Promise<Esito> {
  const folder = resolve(i.get('in'));
  const made = await i.call('pacchi.export', { struttura: i.get('struttura'), mese: i.get('mese') });
  const { nome, bytes } = await i.call('pacchi.getFile', { id: made.id });
  const file = join(folder, nome);
  makeFolder(folder);
  writeFileAtomic(file, bytes);
  const { mese, revisione, numero, sha256 } = made;
  const json = { file, mese, revisione, numero, sha256 };
  return { json, testo: `Pacco di ${formatMese(mese)}, revisione ${revisione}, numero ${numero}: ${file}` };
}

async function importa(i: Invocazione): Promise<Esito> {
  const paths = listFile(i.argomenti, ['.approdo']);
  const json: EsitoPacco[] = [];
  for (let at = 0; at < paths.length; at += LOTTO) json.push(...(await importLotto(i, paths.slice(at, at + LOTTO))));
  const righe = json.map((esito) => [
    esito.file,
    esito.stato,
    esito.struttura,
    esito.mese,
    esito.revisione,
    ...[esito.righe.inserite, esito.righe.aggiornate, esito.righe.eliminate],
    esito.motivo ?? '',
  ]);
  const testa = ['file', 'stato', 'struttura', 'mese', 'revisione', 'inserite', 'aggiornate', 'eliminate', 'motivo'];
  return { json, testo: table(testa, righe), esito: json.every((esito) => esito.stato !== 'rifiutato') };
}

/** The services know a file by its name: here each name is made unique, and given back as the path that was asked. */
async function importLotto(i: Invocazione, paths: readonly string[]): Promise<EsitoPacco[]> {
  const byName = new Map<string, string>();
  const unreadable: EsitoPacco[] = [];
  const file: FileDato[] = [];
  for (const path of paths) {
    try {
      const dato = readDato(path);
      const nome = byName.has(dato.nome) ? `${byName.size}-${dato.nome}` : dato.nome;
      byName.set(nome, path);
      file.push({ nome, bytes: dato.bytes });
    } catch (error) {
      if (!(error instanceof ErroreApprodo)) throw error;
      unreadable.push(refused(path, error.messaggio));
    }
  }
  const done = file.length === 0 ? [] : await i.call('pacchi.import', { file });
  return [...done.map((esito) => ({ ...esito, file: byName.get(esito.file) ?? esito.file })), ...unreadable];
}

function refused(file: string, motivo: string): EsitoPacco {
  const righe = { inserite: 0, aggiornate: 0, eliminate: 0 };
  return { file, stato: 'rifiutato', struttura: null, mese: null, revisione: null, motivo, righe };
}

async function preparaRicostruzione(i: Invocazione): Promise<Esito> {
  const chiave = Buffer.from(readDato(i.get('chiave')).bytes).toString('utf8');
  const input = { struttura: i.get('struttura'), chiave };
  const { impronta, chiaveNuova } = await i.call('ricostruzioni.check', input);
  i.say(`Impronta della chiave, da leggere al telefono con la comunità: ${impronta}`);
  const { bytes, pacchi, strutture } = await i.call('ricostruzioni.prepare', input);
  const file = resolve(i.get('in'));
  writeFileAtomic(file, bytes, { nuovo: true });
  const json = { file, pacchi, strutture, impronta, chiaveNuova };
  return { json, testo: `Ricostruzione di ${strutture.join(', ')} da ${pacchi} pacchi: ${file}` };
}

async function ricostruisci(i: Invocazione): Promise<Esito> {
  const json = await i.call('ricostruzioni.import', { bytes: readDato(i.argomenti[0] ?? '').bytes });
  const righe = json.strutture.map((s) => [s.codice, s.mesi.length, s.mesi.at(-1) ?? '', s.prossimoNumero]);
  const testa = ['struttura', 'mesi', 'ultimo', 'prossimo numero'];
  return { json, testo: [table(testa, righe), ...json.avvisi].join('\n') };
}

async function consegne(i: Invocazione): Promise<Esito> {
  const anno = Number(i.get('anno'));
  if (!Number.isInteger(anno)) throw new ErroreUso('--anno vuole un anno, per esempio 2025.');
  const json = await i.call('consegne.getAnno', { anno });
  const mesi = json.righe[0]?.celle.map((cella) => cella.mese.slice(5)) ?? [];
  const righe = json.righe.map((riga) => [riga.struttura, riga.nome, ...riga.celle.map((cella) => cella.stato)]);
  const avvisi = json.righe.flatMap((riga) =>
    riga.celle.flatMap((cella) => cella.avvisi.map((avviso) => `${riga.struttura} ${cella.mese}: ${avviso}`)),
  );
  return { json, testo: [table(['struttura', 'nome', ...mesi], righe), ...avvisi].join('\n') };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw toErroreFile(error, folder);
  }
}

export const comandiScambio: readonly Comando[] = [
  {
    nome: 'chiave-pubblica',
    sommario: 'stampa la chiave pubblica da dare all’altra parte',
    opzioni: {},
    run: chiavePubblica,
  },
  {
    nome: 'registra-chiave',
    sommario: 'accetta la chiave pubblica dell’altra parte',
    opzioni: {
      sostituisce: {
        aiuto: 'l’impronta è stata letta al telefono: prende il posto della chiave perduta della comunità',
      },
    },
    argomenti: { nome: 'FILE', min: 1, max: 1 },
    run: registraChiave,
  },
  {
    nome: 'rinnova-chiave',
    sommario: 'cambia le chiavi di questa installazione e stampa quella pubblica nuova',
    opzioni: {},
    run: rinnovaChiave,
  },
  {
    nome: 'esporta',
    sommario: 'scrive il pacco di un mese chiuso',
    opzioni: {
      struttura: { valore: 'CODICE', obbligatoria: true, aiuto: 'codice della struttura' },
      mese: { valore: 'AAAA-MM', obbligatoria: true, aiuto: 'il mese, già chiuso' },
      in: { valore: 'CARTELLA', obbligatoria: true, aiuto: 'dove scrivere il pacco' },
    },
    run: esporta,
  },
  {
    nome: 'importa',
    sommario: 'l’Accoglienza prende i pacchi',
    opzioni: {},
    argomenti: { nome: 'FILE', min: 1, max: Number.POSITIVE_INFINITY },
    run: importa,
  },
  {
    nome: 'prepara-ricostruzione',
    sommario:
      'l’Accoglienza rifà il registro di una comunità dai pacchi ricevuti, per la chiave del suo nuovo computer',
    opzioni: {
      struttura: { valore: 'CODICE', obbligatoria: true, aiuto: 'una struttura della comunità' },
      chiave: { valore: 'FILE', obbligatoria: true, aiuto: 'la chiave pubblica del nuovo computer' },
      in: { valore: 'FILE', obbligatoria: true, aiuto: 'il file da scrivere; non deve esserci già' },
    },
    run: preparaRicostruzione,
  },
  {
    nome: 'ricostruisci',
    sommario: 'la comunità prende la ricostruzione preparata dall’Accoglienza',
    opzioni: {},
    argomenti: { nome: 'FILE', min: 1, max: 1 },
    run: ricostruisci,
  },
  {
    nome: 'consegne',
    sommario: 'il tabellone dell’anno: che cosa è arrivato, da chi',
    opzioni: { anno: { valore: 'AAAA', obbligatoria: true, aiuto: 'l’anno' } },
    run: consegne,
  },
];
