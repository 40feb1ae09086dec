import { formatGiorno, formatMese } from '../../domain/giorno-testo.ts';
import { nomeScritto } from '../../domain/persona.ts';
import type { Output } from '../contract/index.ts';
import type { Comando, Esito, Invocazione, Opzioni } from './comando.ts';
import { quanti, table } from './tabella.ts';

const MESE: Opzioni = {
  struttura: { valore: 'CODICE', obbligatoria: true, aiuto: 'codice della struttura' },
  mese: { valore: 'AAAA-MM', obbligatoria: true, aiuto: 'il mese' },
};

async function presenze(i: Invocazione): Promise<Esito> {
  const json = await i.call('presenze.getMese', { struttura: i.get('struttura'), mese: i.get('mese') });
  return { json, testo: griglia(json) };
}

function griglia(mese: Output<'presenze.getMese'>): string {
  const giorni = mese.posti.length;
  const testa = ['ospite', 'modulo', ...Array.from({ length: giorni }, (_, n) => String((n + 1) % 10)), 'ingresso'];
  const righe = mese.righe.map((riga) => [
    nomeScritto(riga),
    riga.moduli.at(-1)?.modulo ?? '–',
    ...riga.codici.slice(0, giorni),
    riga.ingressoId,
  ]);
  const legenda = mese.codici.map((codice) => `${codice.voce} ${codice.etichetta}`).join(', ');
  return [`${mese.struttura.nome}, ${formatMese(mese.mese)} (${mese.stato})`, table(testa, righe), legenda].join('\n');
}

async function registra(i: Invocazione): Promise<Esito> {
  const ingressoId = i.get('ingresso');
  const giorno = i.get('giorno');
  const dato = i.get('codice').trim();
  const { struttura, cognome, nome } = await i.call('ingressi.get', { ingressoId });
  const mese = giorno.slice(0, 7);
  const { codici } = await i.call('presenze.getMese', { struttura, mese });
  const codice = ['', '-', '.'].includes(dato) ? null : letterOf(dato, codici);
  const cambi = [{ ingressoId, giorno, codice }];
  const json = await i.call('presenze.register', { struttura, mese, gesto: 'cella', cambi });
  const what = codice === null ? 'nessun codice' : codice;
  const done = json.cambiati === 0 ? 'era già così' : 'registrato';
  return { json, testo: `${cognome} ${nome}, ${formatGiorno(giorno)}: ${what}, ${done}.` };
}

/** The code as the register writes it, whatever the case it was typed in. */
function letterOf(dato: string, codici: Output<'presenze.getMese'>['codici']): string {
  const same = (codice: { voce: string }) => codice.voce.toUpperCase() === dato.toUpperCase();
  return (codici.find((codice) => codice.voce === dato) ?? codici.find(same))?.voce ?? dato;
}

async function chiudiMese(i: Invocazione): Promise<Esito> {
  const json = await i.call('mesi.close', {
    struttura: i.get('struttura'),
    mese: i.get('mese'),
    conMancanti: i.has('con-mancanti'),
  });
  const missing = json.mancanti === 0 ? '' : `, con ${quanti(json.mancanti, 'giorno', 'giorni')} senza codice`;
  return { json, testo: `Chiuso ${formatMese(json.mese)}, revisione ${json.revisione}${missing}.` };
}

async function riapriMese(i: Invocazione): Promise<Esito> {
  const json = await i.call('mesi.reopen', {
    struttura: i.get('struttura'),
    mese: i.get('mese'),
    motivo: i.get('motivo'),
  });
  return {
    json,
    testo: `Riaperto ${formatMese(json.mese)}: la prossima chiusura sarà la revisione ${json.revisione + 1}.`,
  };
}

export const comandiRegistro: readonly Comando[] = [
  { nome: 'presenze', sommario: 'la griglia del mese', opzioni: MESE, run: presenze },
  {
    nome: 'registra',
    sommario: 'il codice di un giorno',
    opzioni: {
      ingresso: { valore: 'ID', obbligatoria: true, aiuto: 'id dell’ingresso, come lo dà presenze' },
      giorno: { valore: 'AAAA-MM-GG', obbligatoria: true, aiuto: 'il giorno' },
      codice: { valore: 'X', obbligatoria: true, aiuto: 'la lettera; - toglie il codice' },
    },
    run: registra,
  },
  {
    nome: 'chiudi-mese',
    sommario: 'chiude il mese',
    opzioni: { ...MESE, 'con-mancanti': { aiuto: 'chiude anche con giorni senza codice' } },
    run: chiudiMese,
  },
  {
    nome: 'riapri-mese',
    sommario: 'riapre un mese chiuso, per correggerlo',
    opzioni: { ...MESE, motivo: { valore: 'TESTO', obbligatoria: true, aiuto: 'perché: resta scritto nel registro' } },
    run: riapriMese,
  },
];
