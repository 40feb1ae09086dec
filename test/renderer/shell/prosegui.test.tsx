// @vitest-environment jsdom
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render, screen } from '@testing-library/react';
import { useSyncExternalStore } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Prosegui } from '../../../renderer/shell/prosegui.tsx';

/** What the first page waits for before it knows where to go. */
function attesa() {
  let pronto = false;
  const ascolta = new Set<() => void>();
  return {
    use: () =>
      useSyncExternalStore(
        (f) => {
          ascolta.add(f);
          return () => ascolta.delete(f);
        },
        () => pronto,
      ),
    arriva: () => {
      pronto = true;
      for (const f of ascolta) f();
    },
  };
}

function finestra() {
  const dato = attesa();
  const pagina = Promise.withResolvers<{ Altrove: () => React.JSX.Element }>();
  const root = createRootRoute();
  const rotta = <P extends string>(path: P) => ({ getParentRoute: () => root, path }) as const;
  const Inizio = () => (dato.use() ? <Prosegui to="/oggi" /> : <p>sceglie</p>);
  const routeTree = root.addChildren([
    createRoute({ ...rotta('/'), component: Inizio }),
    createRoute({ ...rotta('/oggi'), component: () => <p>la giornata</p> }),
    createRoute({ ...rotta('/altrove'), component: lazyRouteComponent(() => pagina.promise, 'Altrove') }),
  ]);
  const router = createRouter({ routeTree, history: createMemoryHistory({ initialEntries: ['/'] }) });
  render(<RouterProvider router={router} />);
  return { dato, router, apriAltrove: () => pagina.resolve({ Altrove: () => <p>altrove</p> }) };
}

afterEach(() => document.body.replaceChildren());

test('goes on as soon as it knows where', async () => {
  const { dato, router } = finestra();
  await screen.findByText('sceglie');
  act(dato.arriva);
  await screen.findByText('la giornata');
  expect(router.state.location.pathname).toBe('/oggi');
});

test('whoever went elsewhere meanwhile stays there, though the page there was not ready', async () => {
  const { dato, router, apriAltrove } = finestra();
  await screen.findByText('sceglie');
  void router.navigate({ to: '/altrove' });
  await act(async () => dato.arriva());
  apriAltrove();
  await screen.findByText('altrove');
  expect(router.state.location.pathname).toBe('/altrove');
});
