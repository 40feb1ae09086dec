import { describe, expect, test } from 'vitest';
import { contract } from '../../../electron/contract/index.ts';
import { chiaveDi, createQueryClient, invalidate } from '../../../renderer/api/index.ts';
import { restanoSecondi } from '../../../renderer/api/lavoro.ts';

describe('a command makes stale what reads what it changed', () => {
  test('only that, by the contract', async () => {
    const client = createQueryClient();
    const mese = chiaveDi('presenze.getMese', { struttura: 'A', mese: '2025-03' });
    const altro = chiaveDi('presenze.getMese', { struttura: 'A', mese: '2025-04' });
    const sessione = chiaveDi('sessione.get', {});
    const liste = chiaveDi('liste.get', {});
    for (const chiave of [mese, altro, sessione, liste, ['ricordo-griglia', 'A']]) client.setQueryData(chiave, {});
    await invalidate(client, 'ingressi.register', (chiave) => chiave === altro);
    const vecchie = client
      .getQueryCache()
      .getAll()
      .filter((q) => q.state.isInvalidated)
      .map((q) => q.queryKey);
    expect(vecchie).toEqual([mese]);
  });

  test('every command changes something that some query reads', () => {
    const lette = new Set(Object.values(contract).flatMap((e) => (e.tipo === 'query' ? e.legge : [])));
    for (const [nome, endpoint] of Object.entries(contract)) {
      if (endpoint.tipo === 'command')
        expect(
          endpoint.cambia.some((r) => lette.has(r)),
          nome,
        ).toBe(true);
    }
  });
});

test('time left: unknown in the first second and without a total, then at the pace so far', () => {
  expect(restanoSecondi(10, 100, 500)).toBeNull();
  expect(restanoSecondi(10, null, 5_000)).toBeNull();
  expect(restanoSecondi(0, 100, 5_000)).toBeNull();
  expect(restanoSecondi(25, 100, 5_000)).toBe(15);
  expect(restanoSecondi(100, 100, 5_000)).toBe(0);
});
