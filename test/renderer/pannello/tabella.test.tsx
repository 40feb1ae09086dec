import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { useEndpoint } from '../../../renderer/api/index.ts';
import { Lettura } from '../../../renderer/pannello/lettura.tsx';
import { CellaCorreggi, Tabella } from '../../../renderer/pannello/tabella.tsx';
import { mostra, ospita } from '../aiuti/finestra.tsx';

afterEach(cleanup);

interface Riga {
  readonly nome: string;
  readonly giorni: number;
}

function Prova({ righe, onCorreggi }: { righe: readonly Riga[]; onCorreggi: ((riga: Riga) => void) | null }) {
  return (
    <Tabella
      etichetta="Soste"
      vuota="Nessuna sosta."
      colonne={[
        { titolo: 'Chi', nascosta: true },
        { titolo: 'Giorni', numero: true },
      ]}
      azioni={onCorreggi !== null}
    >
      {righe.map((riga) => (
        <tr key={riga.nome}>
          <th scope="row">{riga.nome}</th>
          <td>{riga.giorni}</td>
          <CellaCorreggi dice={`Correggi ${riga.nome}`} onCorreggi={onCorreggi && (() => onCorreggi(riga))} />
        </tr>
      ))}
    </Tabella>
  );
}

const RIGHE = [
  { nome: 'Alba', giorni: 3 },
  { nome: 'Bruno', giorni: 12 },
];

test('every column has its head, read aloud also where it is not seen; each button says whose it is', async () => {
  const corretti: string[] = [];
  await mostra(<Prova righe={RIGHE} onCorreggi={({ nome }) => corretti.push(nome)} />);
  const tabella = await screen.findByRole('table', { name: 'Soste' });
  const teste = within(tabella).getAllByRole('columnheader');
  expect(teste.map((testa) => testa.textContent)).toEqual(['Chi', 'Giorni', 'Azioni']);
  expect(teste.map((testa) => testa.querySelector('.visually-hidden') !== null)).toEqual([true, false, true]);
  expect(teste[1]?.className).toMatch(/numero/);
  await userEvent.click(within(tabella).getByRole('button', { name: 'Correggi Bruno' }));
  expect(corretti).toEqual(['Bruno']);
});

test('who may not correct has no column of buttons, and no empty cell in its place', async () => {
  await mostra(<Prova righe={RIGHE} onCorreggi={null} />);
  const tabella = await screen.findByRole('table', { name: 'Soste' });
  expect(within(tabella).getAllByRole('columnheader')).toHaveLength(2);
  for (const riga of within(tabella).getAllByRole('row').slice(1)) expect(riga.children).toHaveLength(2);
});

test('with no row the sentence is there in place of the table', async () => {
  await mostra(<Prova righe={[]} onCorreggi={null} />);
  await screen.findByText('Nessuna sosta.');
  expect(screen.queryByRole('table')).toBeNull();
});

function ProvaLettura() {
  const operatori = useEndpoint('operatori.list', { struttura: 'CASA00' });
  return <Lettura di={operatori}>{(tutti) => <p>Sono {tutti.length}.</p>}</Lettura>;
}

test('what is asked is on its way, then refused with one more try, then there', async () => {
  let risposte = 0;
  let arriva: (() => void) | undefined;
  ospita({
    'operatori.list': async () => {
      risposte += 1;
      await new Promise<void>((fatto) => {
        arriva = fatto;
      });
      if (risposte === 1) throw { codice: 'archivio.occupato', messaggio: 'L’archivio è occupato: riprovare.' };
      return [];
    },
  });
  await mostra(<ProvaLettura />);
  await screen.findByText('Lettura in corso…');
  arriva?.();
  await screen.findByText('L’archivio è occupato: riprovare.');
  expect(screen.queryByText('Lettura in corso…')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Riprova' }));
  await expect.poll(() => risposte).toBe(2);
  arriva?.();
  await screen.findByText('Sono 0.');
  expect(screen.queryByText('L’archivio è occupato: riprovare.')).toBeNull();
});
