import type { Endpoint } from '../../electron/contract/endpoint.ts';
import { contract, type NomeEndpoint } from '../../electron/contract/index.ts';
import { RUOLI } from '../../electron/contract/ruolo.ts';
import { COSA_SEZIONE, LEGGE_SEZIONE, SEZIONI } from '../../electron/contract/sezione.ts';

const TESTA = `# Chi può che cosa

Una riga per ogni richiesta che il programma accetta, una colonna per ogni ruolo. La tabella è scritta da \`npm run ruoli\` a partire
dal contratto (\`electron/contract\`): non si corregge a mano. Una prova rilegge questa pagina e bussa alla porta dei servizi con
ogni ruolo per ogni richiesta: quello che qui è «sì» passa, quello che è «no» è rifiutato.

- **direzione** vede cifre, mai nomi di ospiti. **amministratore** (di sistema) gestisce accessi e controlli, non vede dati degli ospiti.
- **chiunque**: risponde anche prima di entrare, quando l'archivio è chiuso.
- **letta**: leggerla è scritto nel registro (chi, quando, che cosa).
`;

/** The page docs/ruoli.md, from the contract: every endpoint × every role, none undecided. Markdown, ends with a newline. */
export function renderRuoli(): string {
  const head = ['richiesta', 'tipo', ...RUOLI, 'note'];
  const righe = (Object.keys(contract) as NomeEndpoint[]).map((nome) => rowOf(nome, contract[nome]));
  const rows = [head, head.map(() => '---'), ...righe].map((cells) => `| ${cells.join(' | ')} |`);
  return `${TESTA}\n${rows.join('\n')}\n\n${renderSezioni()}`;
}

const SEZIONI_TESTA = `## Sezioni riservate della cartella

Chi legge ogni sezione riservata della cartella di un ospite (\`electron/contract/sezione.ts\`). Dove è «no» la risposta è quella di
un ospite che lì non ha niente: stessa forma, stessi byte, senza dire che qualcosa è nascosto. A richiesta dell'ospite una
sezione si può oscurare ancora (solo ad alcuni di questi ruoli), mai allargare. Le cifre dei report contano tutti.
`;

/** Every section × every role. */
function renderSezioni(): string {
  const head = ['sezione', 'che cosa', ...RUOLI];
  const righe = SEZIONI.map((sezione) => [
    `\`${sezione}\``,
    COSA_SEZIONE[sezione],
    ...RUOLI.map((ruolo) => (LEGGE_SEZIONE[sezione].includes(ruolo) ? 'sì' : 'no')),
  ]);
  const rows = [head, head.map(() => '---'), ...righe].map((cells) => `| ${cells.join(' | ')} |`);
  return `${SEZIONI_TESTA}\n${rows.join('\n')}\n`;
}

type Tabella = Map<string, ReadonlyMap<string, string>>;

/** The table of endpoints of a page made by `renderRuoli`, as it is read: endpoint → role → what the page says. */
export function parseRuoli(pagina: string): Tabella {
  return parseTabella(pagina.split('\n## ')[0] ?? '');
}

/** The table of sections of the same page: section → role → what the page says. */
export function parseSezioni(pagina: string): Tabella {
  return parseTabella(pagina.split('\n## ')[1] ?? '');
}

function parseTabella(testo: string): Tabella {
  const [head = [], , ...righe] = testo
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(
    righe.map((cells) => [
      (cells[1] ?? '').replaceAll('`', ''),
      new Map(head.map((name, column) => [name, cells[column] ?? ''])),
    ]),
  );
}

function rowOf(nome: string, { ruoli, tipo, registrata }: Endpoint): string[] {
  const pubblico = ruoli === 'pubblico';
  const note = [...(pubblico ? ['chiunque'] : []), ...(registrata ? ['letta'] : [])];
  const cells = RUOLI.map((ruolo) => (pubblico || ruoli.includes(ruolo) ? 'sì' : 'no'));
  return [`\`${nome}\``, tipo === 'query' ? 'legge' : 'cambia', ...cells, note.join(', ') || '–'];
}
