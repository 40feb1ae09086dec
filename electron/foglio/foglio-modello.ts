import type { Liste } from '../../domain/lista.ts';
import { LISTE_PROGRAMMA } from '../lista/lista-programma.ts';
import type { Colonna } from './foglio-colonna.ts';
import { descriviColonna } from './foglio-colonna.ts';
import { vociDi } from './foglio-lista.ts';
import { colonneDi, FOGLI_IN_ENTRATA, type NomeFoglio, TABELLE } from './foglio-tabelle.ts';
import { type FoglioDiServizio, letteraDi, writeXlsx } from './foglio-write.ts';

/**
 * The blank workbook an office starts from: how to fill it, the values of every list, then the sheets with their titles,
 * days formatted as dates, drop-downs where the values are few.
 */
export function makeModello(delRegistro: Liste = LISTE_PROGRAMMA): Promise<Uint8Array> {
  const liste = listeUsate();
  return writeXlsx({}, () => Promise.resolve(), {
    fogli: FOGLI_IN_ENTRATA,
    servizio: [istruzioni(), foglioListe(liste, delRegistro)],
    scelte: (foglio, nome) => scelteDi(foglio, nome, liste, delRegistro),
  });
}

function colonnaDi(foglio: NomeFoglio, nome: string): Colonna<unknown> | undefined {
  return colonneDi(foglio).find(([altro]) => altro === nome)?.[1];
}

function listeUsate(): readonly string[] {
  const colonne = FOGLI_IN_ENTRATA.flatMap((foglio) => colonneDi(foglio).map(([, colonna]) => colonna.genere));
  return [...new Set(colonne.flatMap((genere) => (genere.tipo === 'lista' ? [genere.lista] : []))), 'presenza'];
}

function istruzioni(): FoglioDiServizio {
  const righe = [['foglio', 'colonna', 'obbligatoria', 'che cosa si scrive']];
  for (const foglio of FOGLI_IN_ENTRATA) {
    righe.push([foglio, '', '', TABELLE[foglio].descrizione]);
    for (const [nome, colonna] of colonneDi(foglio)) {
      if (/^g([2-9]|\d\d)$/.test(nome)) continue;
      const titolo = nome === 'g1' ? 'g1 … g31' : nome;
      righe.push([foglio, titolo, colonna.obbligatoria ? 'si' : '', descriviColonna(colonna)]);
    }
  }
  return { nome: 'istruzioni', righe };
}

/** One column a list, its name on top. */
function foglioListe(liste: readonly string[], delRegistro: Liste): FoglioDiServizio {
  const colonne = liste.map((lista) => [lista, ...vociDi(lista, delRegistro).map((v) => v.voce)]);
  const altezza = Math.max(...colonne.map((colonna) => colonna.length));
  const righe = Array.from({ length: altezza }, (_, index) => colonne.map((colonna) => colonna[index] ?? ''));
  return { nome: 'liste', righe };
}

function scelteDi(foglio: NomeFoglio, nome: string, liste: readonly string[], delRegistro: Liste): string | undefined {
  const colonna = colonnaDi(foglio, nome);
  if (!colonna || colonna.multipla) return undefined;
  const { genere } = colonna;
  if (genere.tipo === 'valori') return `"${genere.valori.join(',')}"`;
  if (genere.tipo === 'siNo' || genere.tipo === 'siNoTesto') return '"si,no"';
  if (genere.tipo !== 'lista') return undefined;
  const lettera = letteraDi(liste.indexOf(genere.lista));
  return `liste!$${lettera}$2:$${lettera}$${vociDi(genere.lista, delRegistro).length + 1}`;
}
