import {
  IconArchive,
  IconCalendarCheck,
  IconCalendarEvent,
  IconChartBar,
  IconClockHour4,
  IconFileImport,
  IconGridDots,
  IconHistory,
  IconNotebook,
  IconSettings,
  IconSun,
  IconUsers,
} from '@tabler/icons-react';
import { contract, type NomeEndpoint } from '../../electron/contract/index.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import type { testi } from '../testi/index.ts';

/** The pages of the navigation, in order. Who sees one follows from who may call what it stands on. */
export interface VocePagina {
  readonly id: keyof typeof testi.shell.pagine;
  /** the address without struttura and month */
  readonly to:
    | '/oggi'
    | '/presenze'
    | '/ospiti'
    | '/diario'
    | '/agenda'
    | '/scadenze'
    | '/mese'
    | '/consegne'
    | '/report'
    | '/importa'
    | '/registro'
    | '/impostazioni';
  readonly icona: typeof IconGridDots;
  readonly serve: NomeEndpoint;
  readonly dove: readonly ('comunita' | 'centrale')[];
}

const PAGINE: readonly VocePagina[] = [
  { id: 'consegne', to: '/consegne', icona: IconArchive, serve: 'consegne.getAnno', dove: ['centrale'] },
  { id: 'oggi', to: '/oggi', icona: IconSun, serve: 'oggi.get', dove: ['comunita'] },
  { id: 'presenze', to: '/presenze', icona: IconGridDots, serve: 'presenze.getMese', dove: ['comunita', 'centrale'] },
  { id: 'ospiti', to: '/ospiti', icona: IconUsers, serve: 'ospiti.list', dove: ['comunita', 'centrale'] },
  { id: 'diario', to: '/diario', icona: IconNotebook, serve: 'diario.list', dove: ['comunita'] },
  { id: 'agenda', to: '/agenda', icona: IconCalendarEvent, serve: 'agenda.list', dove: ['comunita'] },
  { id: 'scadenze', to: '/scadenze', icona: IconClockHour4, serve: 'scadenze.list', dove: ['comunita'] },
  { id: 'mese', to: '/mese', icona: IconCalendarCheck, serve: 'mesi.check', dove: ['comunita'] },
  { id: 'report', to: '/report', icona: IconChartBar, serve: 'report.giornate', dove: ['comunita', 'centrale'] },
  { id: 'importa', to: '/importa', icona: IconFileImport, serve: 'fogli.preview', dove: ['comunita', 'centrale'] },
  { id: 'registro', to: '/registro', icona: IconHistory, serve: 'registro.list', dove: ['comunita', 'centrale'] },
  {
    id: 'impostazioni',
    to: '/impostazioni',
    icona: IconSettings,
    serve: 'accounts.changePassword',
    dove: ['comunita', 'centrale'],
  },
];

/** Whether an account may call an endpoint. */
export function canCall(ruolo: Ruolo, nome: NomeEndpoint): boolean {
  const { ruoli } = contract[nome];
  return ruoli === 'pubblico' || (ruoli as readonly Ruolo[]).includes(ruolo);
}

/** The pages of this installation for this account. */
export function listPagine(dove: 'comunita' | 'centrale', ruolo: Ruolo): VocePagina[] {
  return PAGINE.filter((p) => p.dove.includes(dove) && canCall(ruolo, p.serve));
}
