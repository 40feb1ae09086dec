import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { isGiorno, isMese } from '../domain/giorno.ts';
import { AppShell } from './shell/app-shell.tsx';
import { ErroreRotta, PaginaAssente } from './shell/errore-rotta.tsx';
import {
  Inizio,
  InizioDiario,
  InizioMese,
  InizioMisure,
  InizioNotte,
  InizioOggi,
  InizioPresenze,
} from './shell/inizio.tsx';

/** What a jump to the register may carry: the stay and the day to put the cursor on. */
interface RicercaPresenze {
  ingresso?: string;
  giorno?: string;
  /** the short form to be opened on that stay */
  apri?: string;
}

/** Which section of a guest's record is open. */
interface RicercaOspite {
  sezione?: string;
  /** the part of the tab that takes the keyboard */
  campo?: string;
}

/** The day of the agenda, and how it is shown. */
interface RicercaAgenda {
  giorno?: string;
  vista?: string;
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

/** What of the diary is on paper, in the address. */
interface RicercaDiario {
  ospite?: string;
  testo?: string;
  tipo?: string;
  importanti?: boolean;
  nuove?: boolean;
  dal?: string;
  al?: string;
}

function leggiFiltroCarta(ricerca: Record<string, unknown>): RicercaDiario {
  const { ospite, testo, tipo, importanti, nuove, dal, al } = stringhe(ricerca);
  return {
    ...(ospite ? { ospite } : {}),
    ...(testo ? { testo } : {}),
    ...(tipo ? { tipo } : {}),
    ...(importanti === 'true' ? { importanti: true } : {}),
    ...(nuove === 'true' ? { nuove: true } : {}),
    ...(dal && isGiorno(dal) ? { dal } : {}),
    ...(al && isGiorno(al) ? { al } : {}),
  };
}

function vuoleMese({ params }: { params: { mese: string } }): void {
  if (!isMese(params.mese)) throw redirect({ to: '/' });
}

/** The address of the window: one, whoever is in. */
export const storia = createHashHistory();

const root = createRootRoute({
  component: () => (
    <AppShell>
      <Outlet />
    </AppShell>
  ),
  notFoundComponent: PaginaAssente,
});
const rotta = <P extends string>(path: P) => ({ getParentRoute: () => root, path }) as const;

const routeTree = root.addChildren([
  createRoute({ ...rotta('/'), component: Inizio }),
  createRoute({ ...rotta('/oggi'), component: InizioOggi }),
  createRoute({
    ...rotta('/oggi/$struttura'),
    component: lazyRouteComponent(() => import('./oggi/oggi-page.tsx'), 'OggiPage'),
  }),
  createRoute({ ...rotta('/notte'), component: InizioNotte }),
  createRoute({
    ...rotta('/notte/$struttura'),
    component: lazyRouteComponent(() => import('./notte/notte-page.tsx'), 'NottePage'),
  }),
  createRoute({
    ...rotta('/griglia-carta/$struttura/$mese'),
    beforeLoad: vuoleMese,
    component: lazyRouteComponent(() => import('./notte/griglia-carta-page.tsx'), 'GrigliaCartaPage'),
  }),
  createRoute({ ...rotta('/presenze'), component: InizioPresenze }),
  createRoute({
    ...rotta('/presenze/$struttura/$mese'),
    beforeLoad: vuoleMese,
    validateSearch: (ricerca: Record<string, unknown>): RicercaPresenze => {
      const { ingresso, giorno, apri } = stringhe(ricerca);
      return { ...(ingresso ? { ingresso } : {}), ...(giorno ? { giorno } : {}), ...(apri ? { apri } : {}) };
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
    validateSearch: (ricerca: Record<string, unknown>): RicercaOspite => {
      const { sezione, campo } = stringhe(ricerca);
      return { ...(sezione ? { sezione } : {}), ...(campo ? { campo } : {}) };
    },
    component: lazyRouteComponent(() => import('./ospite/ospite-page.tsx'), 'OspitePage'),
  }),
  createRoute({
    ...rotta('/ospiti/$ospite/fascicolo'),
    component: lazyRouteComponent(() => import('./fascicolo/fascicolo-page.tsx'), 'FascicoloPage'),
  }),
  createRoute({
    ...rotta('/ospiti/$ospite/progetto/$progetto'),
    component: lazyRouteComponent(() => import('./progetto/progetto-page.tsx'), 'ProgettoPage'),
  }),
  createRoute({
    ...rotta('/ospiti/$ospite/visto'),
    component: lazyRouteComponent(() => import('./ospite/visto-page.tsx'), 'VistoPage'),
  }),
  createRoute({ ...rotta('/diario'), component: InizioDiario }),
  createRoute({
    ...rotta('/diario/$struttura'),
    component: lazyRouteComponent(() => import('./diario/diario-page.tsx'), 'DiarioPage'),
  }),
  createRoute({
    ...rotta('/diario/$struttura/carta'),
    validateSearch: leggiFiltroCarta,
    component: lazyRouteComponent(() => import('./diario/diario-carta-page.tsx'), 'DiarioCartaPage'),
  }),
  createRoute({ ...rotta('/misure'), component: InizioMisure }),
  createRoute({
    ...rotta('/misure/$struttura'),
    validateSearch: (ricerca: Record<string, unknown>): { giorno?: string } => {
      const { giorno } = stringhe(ricerca);
      return giorno ? { giorno } : {};
    },
    component: lazyRouteComponent(() => import('./giuridica/misure-page.tsx'), 'MisurePage'),
  }),
  createRoute({
    ...rotta('/ospiti/$ospite/dichiarazione'),
    validateSearch: (ricerca: Record<string, unknown>): { ingresso?: string; udienza?: string } => {
      const { ingresso, udienza } = stringhe(ricerca);
      return { ...(ingresso ? { ingresso } : {}), ...(udienza ? { udienza } : {}) };
    },
    component: lazyRouteComponent(() => import('./giuridica/dichiarazione-page.tsx'), 'DichiarazionePage'),
  }),
  createRoute({
    ...rotta('/ospiti/$ospite/violazioni/$violazione'),
    component: lazyRouteComponent(() => import('./giuridica/avviso-page.tsx'), 'AvvisoPage'),
  }),
  createRoute({
    ...rotta('/relazioni/$relazione'),
    component: lazyRouteComponent(() => import('./relazione/relazione-page.tsx'), 'RelazionePage'),
  }),
  createRoute({
    ...rotta('/agenda'),
    component: lazyRouteComponent(() => import('./agenda/inizio-agenda.tsx'), 'InizioAgenda'),
  }),
  createRoute({
    ...rotta('/agenda/$struttura'),
    validateSearch: (ricerca: Record<string, unknown>): RicercaAgenda => {
      const { giorno, vista } = stringhe(ricerca);
      return { ...(isGiorno(giorno) ? { giorno } : {}), ...(vista ? { vista } : {}) };
    },
    component: lazyRouteComponent(() => import('./agenda/agenda-page.tsx'), 'AgendaPage'),
  }),
  createRoute({
    ...rotta('/ingresso/$struttura'),
    validateSearch: (ricerca: Record<string, unknown>): { con?: string } => {
      const { con } = stringhe(ricerca);
      return con ? { con } : {};
    },
    component: lazyRouteComponent(() => import('./ingresso/ingresso-page.tsx'), 'IngressoPage'),
  }),
  createRoute({
    ...rotta('/dimissione/$ingresso'),
    component: lazyRouteComponent(() => import('./dimissione/dimissione-page.tsx'), 'DimissionePage'),
  }),
  createRoute({
    ...rotta('/scadenze'),
    component: lazyRouteComponent(() => import('./scadenze/scadenze-page.tsx'), 'ScadenzePage'),
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
    ...rotta('/impostazioni/struttura'),
    component: lazyRouteComponent(() => import('./casa/casa-page.tsx'), 'CasaPage'),
  }),
  createRoute({
    ...rotta('/impostazioni/elenchi'),
    component: lazyRouteComponent(() => import('./elenchi/elenchi-page.tsx'), 'ElenchiPage'),
  }),
  createRoute({
    ...rotta('/impostazioni'),
    component: lazyRouteComponent(() => import('./impostazioni/impostazioni-page.tsx'), 'ImpostazioniPage'),
  }),
]);

/** One route per page; struttura and month live in the address. Each person of the window has a router of their own. */
export function createAppRouter() {
  return createRouter({
    routeTree,
    history: storia,
    defaultErrorComponent: ErroreRotta,
    defaultNotFoundComponent: PaginaAssente,
    defaultPendingMs: 400,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
