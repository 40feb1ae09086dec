import { addGiorni } from '../../../domain/giorno.ts';
import { vociDi } from '../../../electron/foglio/foglio-lista.ts';
import { colonneDi, type NomeFoglio } from '../../../electron/foglio/foglio-tabelle.ts';
import type { RigaScritta } from './cartella.ts';

/** A source of choices that fast-check draws and shrinks. */
export type Sorte = (quanti: number) => number;

/** A row whose cells not given are filled at random, each with something its column takes. */
export function riga(foglio: NomeFoglio, sorte: Sorte, date: RigaScritta): RigaScritta {
  return Object.fromEntries(colonneDi(foglio).map(([nome]) => [nome, date[nome] ?? cellaBuona(foglio, nome, sorte)]));
}

const TESTI = [
  '',
  'Città di Cremona',
  "D'Angelò",
  '=1+1',
  '+39 030',
  '-',
  'a;b,c',
  'detta "Pina"',
  "'=x",
  'due\nrighe',
  '@',
  '1,5',
];

/** A text a column takes; references and dates are the caller’s to give. */
export function cellaBuona(foglio: NomeFoglio, nome: string, sorte: Sorte): string {
  const colonna = colonneDi(foglio).find(([altro]) => altro === nome)?.[1];
  if (!colonna) throw new Error(nome);
  const scegli = (valori: readonly string[]) => valori[sorte(valori.length)] ?? '';
  const vuota = !colonna.obbligatoria && sorte(3) === 0;
  if (vuota) return '';
  const { genere } = colonna;
  switch (genere.tipo) {
    case 'lista': {
      const una = () => scegli(vociDi(genere.lista).map((v) => v.voce));
      return colonna.multipla ? `${una()}|${una()}` : una();
    }
    case 'valori':
      return scegli(genere.valori);
    case 'siNo':
    case 'siNoTesto':
      return scegli(['si', 'no']);
    case 'intero':
      return String(genere.min + sorte(Math.min(20, genere.max - genere.min + 1)));
    case 'numero':
      return scegli(['1', '2,5', '0.25']);
    case 'paese':
      return scegli(['IT', 'RO', 'XX']);
    case 'giorno':
      return addGiorni('2025-01-01', sorte(100));
    case 'ora':
      return scegli(['09:30', '00:00', '23:59']);
    case 'codiceAssenza':
      return scegli(['U', 'R', 'T', 'C', 'A']);
    case 'comunicazioni':
      return scegli(['SERD=2025-03-02|tutore=', 'a\\|b=', 'x=y=12/03/2025']);
    case 'sezioni':
      return scegli(['## Anamnesi\n\\## no\ndue\n\n## Vuota\n## Fine\ntre', '## Sola']);
    case 'codice':
      return scegli(['B157', 'Z129']);
    case 'testo':
      return scegli(colonna.obbligatoria ? TESTI.filter(Boolean) : TESTI);
    default:
      return '';
  }
}
