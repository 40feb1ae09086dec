import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { NomeEndpoint, Risposta } from '../../../electron/contract/index.ts';
import { createQueryClient } from '../../../renderer/api/index.ts';
import { setTransport } from '../../../renderer/api/transport.ts';
import { theme } from '../../../renderer/theme/theme.ts';

/** What jsdom has not and the pages need. */
function completeJsdom(): void {
  window.matchMedia ??= (query: string) =>
    ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.scrollIntoView ??= () => {};
  document.elementFromPoint ??= () => null;
  if (!('fonts' in document)) {
    Object.defineProperty(document, 'fonts', { value: { addEventListener() {}, removeEventListener() {} } });
  }
}
completeJsdom();
// the machine may be busy: a wait ends when what it waits for is there
configure({ asyncUtilTimeout: 10_000 });

/** One call as the page made it. */
export interface Chiamata {
  readonly nome: NomeEndpoint;
  readonly input: unknown;
}

type Risponde = Partial<Record<NomeEndpoint, (input: never) => unknown>>;

/** A host in memory: answers by name, an ErroreRisposta thrown becomes a refusal. Returns what it was asked. */
export function ospita(risposte: Risponde): Chiamata[] {
  const chiamate: Chiamata[] = [];
  setTransport({
    async call(nome, input): Promise<Risposta<unknown>> {
      chiamate.push({ nome, input });
      const risponde = risposte[nome];
      if (!risponde) return { ok: false, errore: { codice: 'prova.assente', messaggio: `Manca ${nome}.` } };
      try {
        return { ok: true, valore: await risponde(input as never) };
      } catch (error) {
        const { codice, messaggio } = error as { codice?: string; messaggio?: string };
        if (codice === undefined) throw error;
        return { ok: false, errore: { codice, messaggio: messaggio ?? '' } };
      }
    },
    cancel() {},
    onProgress() {},
  });
  return chiamate;
}

/** Renders inside what every page stands on: theme, query cache, a router with the routes pages link to, at the address `da`. */
export async function mostra(
  ui: ReactNode,
  da = '/presenze/CASA00/2025-03',
): Promise<{ client: QueryClient; dove: () => string }> {
  const client = createQueryClient();
  const root = createRootRoute();
  const percorsi = [
    '/',
    '/presenze/$struttura/$mese',
    '/mese/$struttura/$mese',
    '/foglio/$struttura/$mese',
    '/ospiti',
    '/ospiti/$ospite',
    '/ospiti/$ospite/visto',
    '/diario/$struttura',
    '/diario/$struttura/carta',
    '/registro',
    '/dimissione/$ingresso',
    '/agenda/$struttura',
    '/consegne',
    '/consegne/$anno',
    '/report/$report',
    '/importa',
    '/impostazioni',
  ];
  const router = createRouter({
    routeTree: root.addChildren(
      percorsi.map((path) => createRoute({ getParentRoute: () => root, path, component: () => ui })),
    ),
    history: createMemoryHistory({ initialEntries: [da] }),
  });
  await router.load();
  render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={client}>
        {/* the app's own router type is another one: here only its links matter */}
        <RouterProvider router={router as never} />
        <Notifications />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { client, dove: () => router.state.location.href };
}
