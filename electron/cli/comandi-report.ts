import { periodoDellAnno } from '../../domain/giorno.ts';
import type { Output } from '../contract/index.ts';
import { PER } from '../contract/report.ts';
import { type Comando, ErroreUso, type Esito, type Invocazione } from './comando.ts';
import { cell, table } from './tabella.ts';

type Per = (typeof PER)[number];
type RigaGiornate = Output<'report.giornate'>['totale'];

async function giornate(i: Invocazione): Promise<Esito> {
  const per = (i.find('per') ?? 'struttura') as Per;
  const json = await i.call('report.giornate', { dal: i.get('dal'), al: i.get('al'), per });
  const testa = [
    ...[per.replace('_', ' '), 'nome', 'inizio', 'ingressi', 'trattati', 'dimessi', 'fine'],
    ...['presenza', 'pagate', 'occupate', 'mancanti', 'media', 'sat. accr. %', 'sat. disp. %'],
  ];
  const righe = [...json.righe, { ...json.totale, chiave: 'totale', nome: '' }].map(figures);
  return { json, testo: [`Giornate dal ${json.dal} al ${json.al}`, table(testa, righe)].join('\n') };
}

function figures(riga: RigaGiornate): (string | number | null)[] {
  return [
    ...[riga.chiave, riga.nome, riga.presentiInizio, riga.ingressi, riga.trattati, riga.dimessi, riga.presentiFine],
    ...[riga.giornatePresenza, riga.giornatePagate, riga.giornateOccupate, riga.giorniMancanti],
    ...[riga.mediaGiornaliera, riga.saturazioneAccreditati, riga.saturazioneDisponibili],
  ];
}

async function bilancio(i: Invocazione): Promise<Esito> {
  const json = await i.call('report.bilancio', periodo(i));
  const testa = ['codice', 'nome', ...CIFRE];
  const righe = json.comunita.map((comunita) => [
    comunita.codice,
    comunita.nome,
    ...CIFRE.map((k) => number(comunita[k])),
  ]);
  return {
    json,
    testo: [`Bilancio dal ${json.dal} al ${json.al}`, table(testa, righe), '', outline(json.cooperativa)].join('\n'),
  };
}

/** The year, or the two days; the two days win over the year. */
function periodo(i: Invocazione): { dal: string; al: string } {
  const anno = i.find('anno');
  if (anno !== undefined && !/^\d{4}$/.test(anno)) throw new ErroreUso('--anno vuole un anno, per esempio 2025.');
  const year = anno === undefined ? undefined : periodoDellAnno(Number(anno));
  const dal = i.find('dal') ?? year?.dal;
  const al = i.find('al') ?? year?.al;
  if (dal === undefined || al === undefined)
    throw new ErroreUso('Manca il periodo: indicare --anno, oppure --dal e --al.');
  return { dal, al };
}

const CIFRE = [
  ...['presentiInizio', 'ingressi', 'trattati', 'dimessi', 'presentiFine', 'giornatePresenza', 'giornatePagate'],
  ...['giornateOccupate', 'mediaGiornaliera', 'saturazioneAccreditati', 'saturazioneDisponibili'],
];

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** Nested figures, one a line, indented under their name. */
function outline(value: unknown, indent = ''): string {
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return `${indent}–`;
  if (typeof value !== 'object' || value === null) return `${indent}${cell(value as string | number | null)}`;
  return Object.entries(value)
    .map(([name, item]) =>
      typeof item === 'object' && item !== null
        ? `${indent}${name}\n${outline(item, `${indent}  `)}`
        : `${indent}${name}: ${cell(item as string | number | null)}`,
    )
    .join('\n');
}

export const comandiReport: readonly Comando[] = [
  {
    nome: 'report giornate',
    sommario: 'movimenti e giornate di un periodo',
    opzioni: {
      dal: { valore: 'AAAA-MM-GG', obbligatoria: true, aiuto: 'primo giorno' },
      al: { valore: 'AAAA-MM-GG', obbligatoria: true, aiuto: 'ultimo giorno, compreso' },
      per: { valore: 'COME', scelte: PER, aiuto: 'struttura, modulo o ente_pagante' },
    },
    run: giornate,
  },
  {
    nome: 'report bilancio',
    sommario: 'le cifre del bilancio di un anno o di un periodo',
    opzioni: {
      anno: { valore: 'AAAA', aiuto: 'l’anno' },
      dal: { valore: 'AAAA-MM-GG', aiuto: 'primo giorno' },
      al: { valore: 'AAAA-MM-GG', aiuto: 'ultimo giorno, compreso' },
    },
    run: bilancio,
  },
];
