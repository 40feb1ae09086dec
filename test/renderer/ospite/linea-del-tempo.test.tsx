import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Cartella } from '../../../renderer/ospite/cartella.ts';
import { LineaDelTempo } from '../../../renderer/ospite/linea-del-tempo.tsx';
import { mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

afterEach(cleanup);

function permanenza(ingressoId: string, nome: string, dataIngresso: string, dataDimissione: string | null) {
  const struttura = { codice: ingressoId, nome };
  return { ...{ ingressoId, struttura, dataIngresso, dataDimissione }, giorni: 10, esito: null, moduli: [] };
}

/** The words beside the short bar of the stay that goes on, where there are. */
async function accanto(oggi: string): Promise<Element | null> {
  ospita({ 'liste.get': () => ({}), 'sessione.get': () => sessione({ oggi }) });
  const permanenze = [
    permanenza('b', 'Casa Ginestra', `${oggi.slice(0, 7)}-01`, null),
    permanenza('a', 'Casa Aurora', '2024-03-01', `${oggi.slice(0, 7)}-01`),
  ];
  const cartella = { permanenze, assenzeLunghe: [], misure: [], tappe: [] } as unknown as Cartella;
  await mostra(<LineaDelTempo cartella={cartella} oggi={oggi} />);
  return [...document.querySelectorAll('text')].find((testo) => testo.textContent.includes('Ginestra')) ?? null;
}

test('of who has just been moved the new struttura is never written over the one before', async () => {
  expect((await accanto('2025-03-03'))?.getAttribute('text-anchor')).toBe('start');
  cleanup();
  // in December there is no room on the right, and on the left is the other stay
  expect(await accanto('2025-12-20')).toBeNull();
});
