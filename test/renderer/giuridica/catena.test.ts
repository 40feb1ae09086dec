import { expect, test } from 'vitest';
import { cateneDi } from '../../../renderer/giuridica/catena.ts';

function permanenza(ingressoId: string, dataIngresso: string, dataDimissione: string | null, nome: string) {
  return { ingressoId, dataIngresso, dataDimissione, struttura: { codice: nome, nome } };
}

test('stays joined by a transfer are one, those apart are to be chosen from, the newest first', () => {
  const catene = cateneDi([
    permanenza('c', '2025-03-10', null, 'Alta'),
    permanenza('b', '2025-01-13', '2025-03-10', 'Bassa'),
    permanenza('a', '2023-01-01', '2023-06-30', 'Bassa'),
  ]);
  expect(catene).toEqual([
    { id: 'c', dal: '2025-01-13', al: null, strutture: 'Bassa, Alta', ingressi: ['b', 'c'] },
    { id: 'a', dal: '2023-01-01', al: '2023-06-30', strutture: 'Bassa', ingressi: ['a'] },
  ]);
});
