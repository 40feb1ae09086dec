import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { chiaveDi, useEndpoint } from '../api/index.ts';
import { AppShell } from '../shell/app-shell.tsx';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import type { Sessione } from '../shell/sessione.ts';
import css from './accesso.module.css';
import { Accesso } from './accesso-page.tsx';
import { PrimoAvvio } from './primo-avvio.tsx';

/** The door: first launch, login, or the register. The address stays, so that after the login one is where one was. */
export function Porta({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data, error, refetch } = useEndpoint('sessione.get', {});
  const entra = (sessione: Sessione) => client.setQueryData(chiaveDi('sessione.get', {}), sessione);
  if (error && !data) {
    return (
      <div className={css['sfondo']}>
        <ErroreInPagina errore={error} onRiprova={() => void refetch()} />
      </div>
    );
  }
  if (!data) return null;
  if (data.stato === 'nuova') return <PrimoAvvio onCreato={entra} />;
  if (data.stato === 'chiusa') return <Accesso sessione={data} onAperto={entra} />;
  return <AppShell sessione={data}>{children}</AppShell>;
}
