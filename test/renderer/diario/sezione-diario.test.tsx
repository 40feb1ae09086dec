import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SezioneDiario } from '../../../renderer/diario/sezione-diario.tsx';
import { Consegne } from '../../../renderer/oggi/consegne.tsx';
import type { Cartella } from '../../../renderer/ospite/cartella.ts';
import { mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

afterEach(cleanup);

const OGGI = '2025-04-03';
const HOST = {
  'sessione.get': () => sessione({ oggi: OGGI }),
  'sospesi.get': () => null,
  'diario.list': () => ({ righe: [], altre: null, finoAVoce: 0 }),
};

/** What of a record the tab looks at. */
function cartella(dataDimissione: string | null): Cartella {
  const stay = { struttura: { codice: 'CASA00', nome: 'Casa' }, dataIngresso: '2025-01-13', dataDimissione };
  return { id: 'o1', permanenze: [stay] } as unknown as Cartella;
}

test.each([
  [null, true],
  [OGGI, true],
  ['2025-03-04', true],
  ['2025-03-03', false],
])('of who left on %s one may still write: %s', async (dataDimissione, puo) => {
  ospita(HOST);
  await mostra(<SezioneDiario cartella={cartella(dataDimissione)} ruolo="educatore" oggi={OGGI} />);
  // the lines are there, with their paper and their additions, in any case
  await screen.findByRole('link', { name: 'Da stampare…' });
  expect(screen.queryAllByLabelText('Che cosa è successo')).toHaveLength(puo ? 1 : 0);
  expect(screen.queryAllByText(/uscito da più di 30 giorni/)).toHaveLength(puo ? 0 : 1);
});

test('a handover nobody has read is in Oggi whatever its day, once, told so', async () => {
  const riga = (id: string, data: string, nuova: boolean) => ({
    ...{ id, testo: `consegna ${id}`, autore: 'Bianchi Luca', atMs: 0, nuova, dalFoglio: false, data, ora: '21:00' },
    ...{ tipo: 'consegna', importante: false, struttura: 'Casa', ospite: null, aggiunte: [] },
  });
  const vecchia = riga('vecchia', '2025-03-20', true);
  const nuova = riga('nuova', OGGI, true);
  ospita({
    ...HOST,
    'diario.list': (input: { nuove?: boolean }) => ({
      ...{ altre: null, finoAVoce: 0 },
      righe: input.nuove ? [nuova, vecchia] : [nuova, riga('ieri', '2025-04-02', false)],
    }),
  });
  await mostra(<Consegne struttura="CASA00" oggi={OGGI} />);
  await screen.findByText(/consegna vecchia/);
  expect(screen.getAllByText(/^consegna /).map((una) => una.textContent?.split(' ')[1])).toEqual([
    'nuova',
    'ieri',
    'vecchia',
  ]);
  expect(screen.getAllByText('non ancora letta')).toHaveLength(2);
});
