import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import type { Input } from '../../../electron/contract/index.ts';
import { chiaveDi, RETE_ASSENTE } from '../../../renderer/api/index.ts';
import { CodaSalvataggi } from '../../../renderer/presenze/coda-salvataggi.ts';
import type { GrigliaMese } from '../../../renderer/presenze/conti.ts';
import type { Gesto } from '../../../renderer/presenze/griglia-stato.ts';
import { useSalvataggio } from '../../../renderer/shell/salvataggio.ts';
import { ospita } from '../aiuti/finestra.tsx';
import { grigliaMese, rigaMese } from './mese-di-prova.ts';

const LUOGO = { struttura: 'CASA00', mese: '2025-03' };
const CHIAVE = chiaveDi('presenze.getMese', LUOGO);

function gesto(id: number, giorno: number, prima: string, dopo: string): Gesto {
  return { id, tipo: 'cella', cambi: [{ ingressoId: 'rossi', giorno, prima, dopo }] };
}

let client: QueryClient;
let coda: CodaSalvataggi;
const codici = () => client.getQueryData<GrigliaMese>(CHIAVE)?.righe[0]?.codici.slice(0, 3);
const salvato = () => vi.waitFor(() => expect(useSalvataggio.getState().inAttesa).toBe(0));

beforeEach(() => {
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  client.setQueryData(CHIAVE, grigliaMese([rigaMese('Rossi')]));
  coda = new CodaSalvataggi(client);
  useSalvataggio.setState({ inAttesa: 0, savedAtMs: null, errore: null });
});
afterEach(() => vi.useRealTimers());

describe('the queue of gestures', () => {
  test('one call a gesture, in order, one at a time; what is saved is in the cache', async () => {
    let inVolo = 0;
    const chiamate = ospita({
      'presenze.register': async () => {
        expect(++inVolo).toBe(1);
        await new Promise((fatto) => setTimeout(fatto, 5));
        inVolo--;
        return { cambiati: 1, atMs: 1_000 };
      },
    });
    coda.push(LUOGO, gesto(1, 1, '.', 'P'));
    coda.push(LUOGO, gesto(2, 2, '.', 'U'));
    coda.push(LUOGO, gesto(3, 1, 'P', '.'));
    expect(coda.inAttesa(LUOGO).map((g) => g.id)).toEqual([1, 2, 3]);
    expect(useSalvataggio.getState().inAttesa).toBe(3);
    await salvato();
    expect(chiamate.map((c) => c.input as Input<'presenze.register'>).map((i) => i.cambi)).toEqual([
      [{ ingressoId: 'rossi', giorno: '2025-03-01', codice: 'P', prima: null }],
      [{ ingressoId: 'rossi', giorno: '2025-03-02', codice: 'U', prima: null }],
      [{ ingressoId: 'rossi', giorno: '2025-03-01', codice: null, prima: 'P' }],
    ]);
    expect(codici()).toBe('.U.');
    expect(useSalvataggio.getState()).toMatchObject({ savedAtMs: 1_000, errore: null });
  });

  test('a refusal is told and taken back; the gestures after it are still sent', async () => {
    const rifiutati: number[] = [];
    coda.onRifiuto((_, g) => rifiutati.push(g.id));
    ospita({
      'presenze.register': ({ cambi }: Input<'presenze.register'>) => {
        if (cambi[0]?.codice === 'P') throw new ErroreApprodo('presenze.superato', 'Cambiato altrove.');
        return { cambiati: 1, atMs: 2_000 };
      },
    });
    coda.push(LUOGO, gesto(1, 1, '.', 'P'));
    coda.push(LUOGO, gesto(2, 2, '.', 'U'));
    await salvato();
    expect(rifiutati).toEqual([1]);
    expect(codici()).toBe('.U.');
  });

  test('a host that does not answer is asked again: nothing is lost, and the bottom line says so', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let giri = 0;
    ospita({
      'presenze.register': () => {
        if (++giri < 3) throw new ErroreApprodo(RETE_ASSENTE, 'Non risponde.');
        return { cambiati: 1, atMs: 3_000 };
      },
    });
    coda.push(LUOGO, gesto(1, 1, '.', 'P'));
    await vi.waitFor(() => expect(useSalvataggio.getState().errore).toMatch(/non risponde/));
    expect(useSalvataggio.getState().inAttesa).toBe(1);
    await vi.advanceTimersByTimeAsync(5_000);
    await salvato();
    expect(giri).toBe(3);
    expect(codici()).toBe('P..');
    expect(useSalvataggio.getState().errore).toBeNull();
  });

  test('an answer lost on the way back is not a conflict with oneself', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const rifiutati: number[] = [];
    coda.onRifiuto((_, g) => rifiutati.push(g.id));
    const scritto = grigliaMese([rigaMese('Rossi', { codici: `P${'.'.repeat(30)}` })]);
    let giri = 0;
    ospita({
      'presenze.register': () => {
        giri++;
        // written, but the page never hears; sent again, it starts from what is no longer there
        throw giri === 1
          ? new ErroreApprodo(RETE_ASSENTE, 'Non risponde.')
          : new ErroreApprodo('presenze.superato', 'Cambiato altrove.');
      },
      'presenze.getMese': () => scritto,
    });
    coda.push(LUOGO, gesto(1, 1, '.', 'P'));
    await vi.waitFor(() => expect(giri).toBe(1));
    await vi.advanceTimersByTimeAsync(3_000);
    await salvato();
    expect(giri).toBe(2);
    expect(rifiutati).toEqual([]);
  });
});
