import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { isMese } from '../domain/giorno.ts';
import { Porta } from './accesso/porta.tsx';
import { ErroreRotta, PaginaAssente } from './shell/errore-rotta.tsx';
import { Inizio, InizioMese, InizioPresenze } from './shell/inizio.tsx';

/** What a jump to the register may carry: the stay and the day to put the cursor on. */
interface RicercaPresenze {
  ingresso?: string;
  giorno?: string;
}

/** The period of a report, in the address. */
interface RicercaReport {
  dal?: string;
  al?: string;
  per?: string;
  [altro: string]: string | undefined;
}

function stringhe(ricerca: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(ricerca).flatMap(([k, v]) => (v == null ? [] : [[k, String(v)]])));
}

function vuoleMese({ params }: { params: { mese: string } }): void {
  if (!isMese(params.mese)) throw redirect({ to: '/' });
}

const root = createRootRoute({
  component: () => (
    <Porta>
      <Outlet />
    </Porta>
  ),
  notFoundComponent: PaginaAssente,
});
const rotta = <P extends string>(path: P) => ({ getParentRoute: () => root, path }) as const;

const routeTree = root.addChildren([
  createRoute({ ...rotta('/'), component: Inizio }),
  createRoute({ ...rotta('/presenze'), component: InizioPresenze }),
  createRoute({
    ...rotta('/presenze/$struttura/$mese'),
    beforeLoad: vuoleMese,
    validateSearch: (ricerca: Record<string, unknown>): RicercaPresenze => {
      const { ingresso, giorno } = stringhe(ricerca);
      return { ...(ingresso ? { ingresso } : {}), ...(giorno ? { giorno } : {}) };
    },
    component: lazyRouteComponent(() => import('./presenze/presenze-page.tsx'), 'PresenzePage'),
  }),
  createRoute({ ...rotta('/mese'), component: InizioMese }),
  createRoute({
    ...rotta('/mese/$struttura/$mese'),
    beforeLoad: vuoleMese,
    component: lazyRouteComponent(() => import('./mese/mese-page.tsx'), 'MesePage'),
  }),
  createRoute({
    ...rotta('/foglio/$struttura/$mese'),
    beforeLoad: vuoleMese,
    component: lazyRouteComponent(() => import('./foglio/foglio-page.tsx'), 'FoglioPage'),
  }),
  createRoute({
    ...rotta('/ospiti'),
    component: lazyRouteComponent(() => import('./ospite/ospiti-page.tsx'), 'OspitiPage'),
  }),
  createRoute({
    ...rotta('/ospiti/$ospite'),
    component: lazyRouteComponent(() => import('./ospite/ospite-page.tsx'), 'OspitePage'),
  }),
  createRoute({
    ...rotta('/ospiti/$ospite/fascicolo'),
    component: lazyRouteComponent(() => import('./fascicolo/fascicolo-page.tsx'), 'FascicoloPage'),
  }),
  createRoute({
    ...rotta('/ospiti/$ospite/visto'),
    component: lazyRouteComponent(() => import('./ospite/visto-page.tsx'), 'VistoPage'),
  }),
  createRoute({
    ...rotta('/registro'),
    component: lazyRouteComponent(() => import('./registro/registro-page.tsx'), 'RegistroPage'),
  }),
  createRoute({
    ...rotta('/consegne'),
    component: lazyRouteComponent(() => import('./consegne/consegne-page.tsx'), 'ConsegnePage'),
  }),
  createRoute({
    ...rotta('/consegne/$anno'),
    component: lazyRouteComponent(() => import('./consegne/consegne-page.tsx'), 'ConsegnePage'),
  }),
  createRoute({
    ...rotta('/report'),
    beforeLoad: () => {
      throw redirect({ to: '/report/$report', params: { report: 'giornate' }, replace: true });
    },
  }),
  createRoute({
    ...rotta('/report/$report'),
    validateSearch: (ricerca: Record<string, unknown>): RicercaReport => stringhe(ricerca),
    component: lazyRouteComponent(() => import('./report/report-page.tsx'), 'ReportPage'),
  }),
  createRoute({
    ...rotta('/importa'),
    component: lazyRouteComponent(() => import('./importa/importa-page.tsx'), 'ImportaPage'),
  }),
  createRoute({
    ...rotta('/impostazioni'),
    component: lazyRouteComponent(() => import('./impostazioni/impostazioni-page.tsx'), 'ImpostazioniPage'),
  }),
]);

/** One route per page; struttura and month live in the address. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultErrorComponent: ErroreRotta,
  defaultNotFoundComponent: PaginaAssente,
  defaultPendingMs: 400,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
