import { resolve } from 'node:path';
import type { RuoloInstallazione } from '../services/archivio.ts';
import { createCopia, restoreCopia } from '../services/copia.ts';
import type { Comando, Esito, Invocazione } from './comando.ts';
import { cell } from './tabella.ts';

async function init(i: Invocazione): Promise<Esito> {
  const ruolo = i.get('ruolo') as RuoloInstallazione;
  const codice = i.find('struttura');
  const nome = i.find('nome');
  const stato = await i.host.create({
    ruolo,
    utente: i.find('utente') ?? (ruolo === 'centrale' ? 'Accoglienza' : 'Responsabile'),
    password: i.readPassword(),
    ...(nome === undefined ? {} : { nome }),
    ...(codice === undefined ? {} : { struttura: { codice, nome: nome ?? codice } }),
  });
  const json = { dati: i.dati, ruolo, nome: stato.nome, utente: stato.utente?.nome, struttura: codice ?? null };
  const { chiaveRecupero } = stato;
  const testo = [
    `Archivio di ${stato.nome} creato in ${i.dati}: entra ${stato.utente?.nome}.`,
    `Chiave di recupero, da scrivere su carta e mettere in cassaforte (non sarà più mostrata): ${chiaveRecupero}`,
  ];
  return { json: { ...json, chiaveRecupero }, testo: testo.join('\n') };
}

async function verifica(i: Invocazione): Promise<Esito> {
  const json = await i.call('verifica.run', {});
  const lines = [
    ...json.controlli.map((c) => `${c.esito ? 'bene ' : 'MALE '} ${c.nome}: ${c.dettaglio}`),
    ...json.avvisi.map((avviso) => `avviso ${avviso}`),
    json.esito ? 'Tutto torna.' : 'Qualcosa non torna: vedere le righe segnate MALE.',
  ];
  return { json, testo: lines.join('\n'), esito: json.esito };
}

async function copia(i: Invocazione): Promise<Esito> {
  const json = await createCopia(i.host.getArchivio(), resolve(i.get('in')));
  return { json, testo: `Copia verificata: ${json.file} (${cell(Math.ceil(json.byte / 1024))} kB).` };
}

async function provaRipristino(i: Invocazione): Promise<Esito> {
  const json = await i.call('copie.prova', { file: resolve(i.get('da')), password: i.readPassword() });
  return { json, testo: json.frase, esito: json.esito };
}

async function ripristina(i: Invocazione): Promise<Esito> {
  const { createdAtMs, messoDaParte } = await restoreCopia({
    dati: i.dati,
    da: resolve(i.get('da')),
    password: i.readPassword(),
    ...(i.has('al-posto') ? { alPosto: { atMs: Date.now() } } : {}),
  });
  const json = { dati: i.dati, createdAtMs, ...(messoDaParte === null ? {} : { messoDaParte }) };
  const when = new Date(createdAtMs).toLocaleString('it-IT');
  const prima = messoDaParte === null ? '' : ` L’archivio di prima è in ${messoDaParte}.`;
  return { json, testo: `Ripristinata in ${i.dati} la copia del ${when}: si apre con la sua password.${prima}` };
}

export const comandiArchivio: readonly Comando[] = [
  {
    nome: 'init',
    sommario: 'crea l’archivio cifrato, le sue chiavi e il primo accesso',
    apre: false,
    opzioni: {
      ruolo: { valore: 'RUOLO', obbligatoria: true, scelte: ['comunita', 'centrale'], aiuto: 'comunita o centrale' },
      struttura: { valore: 'CODICE', aiuto: 'codice della struttura di cui si tiene il registro' },
      nome: { valore: 'NOME', aiuto: 'nome della struttura' },
      utente: { valore: 'PERSONA', aiuto: 'nome di chi entra' },
    },
    run: init,
  },
  {
    nome: 'verifica',
    sommario: 'controlla quadratura, archivio, registro delle modifiche e catena dei pacchi',
    opzioni: {},
    run: verifica,
  },
  {
    nome: 'copia',
    sommario: 'fa una copia cifrata e verificata dell’archivio in un file',
    opzioni: { in: { valore: 'FILE', obbligatoria: true, aiuto: 'il file da scrivere; non deve esserci già' } },
    run: copia,
  },
  {
    nome: 'prova-ripristino',
    sommario: 'ripristina una copia in disparte, la controlla, dice che cosa si perderebbe e la toglie',
    opzioni: { da: { valore: 'FILE', obbligatoria: true, aiuto: 'la copia da provare' } },
    run: provaRipristino,
  },
  {
    nome: 'ripristina',
    sommario: 'rimette una copia in una cartella senza archivio',
    apre: false,
    opzioni: {
      da: { valore: 'FILE', obbligatoria: true, aiuto: 'il file fatto da copia' },
      'al-posto': { aiuto: 'al posto dell’archivio che c’è, che viene messo da parte' },
    },
    run: ripristina,
  },
];
