import type { Endpoint } from '../../electron/contract/endpoint.ts';
import { contract, type NomeEndpoint } from '../../electron/contract/index.ts';
import { RUOLI } from '../../electron/contract/ruolo.ts';

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
  return `${TESTA}\n${rows.join('\n')}\n`;
}

/** The table of a page made by `renderRuoli`, as it is read: endpoint → role → what the page says. */
export function parseRuoli(pagina: string): Map<string, ReadonlyMap<string, string>> {
  const [head = [], , ...righe] = pagina
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
