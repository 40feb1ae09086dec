import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { chiaveDi, useEndpoint } from '../api/index.ts';
import { AppShell } from '../shell/app-shell.tsx';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import type { Sessione } from '../shell/sessione.ts';
import css from './accesso.module.css';
import { Accesso } from './accesso-page.tsx';
import { PrimoAvvio } from './primo-avvio.tsx';
import { Ripristino } from './ripristino.tsx';

/** The door: first launch, login, or the register. The address stays, so that after the login one is where one was. */
export function Porta({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data, error, refetch } = useEndpoint('sessione.get', {});
  const [ripristina, setRipristina] = useState(false);
  const entra = (sessione: Sessione) => {
    setRipristina(false);
    client.setQueryData(chiaveDi('sessione.get', {}), sessione);
  };
  if (error && !data) {
    return (
      <div className={css['sfondo']}>
        <ErroreInPagina errore={error} onRiprova={() => void refetch()} />
      </div>
    );
  }
  if (!data) return null;
  if (ripristina && data.stato !== 'aperta')
    return <Ripristino oggi={data.oggi} onAperto={entra} onIndietro={() => setRipristina(false)} />;
  const onRipristina = () => setRipristina(true);
  if (data.stato === 'nuova') return <PrimoAvvio onCreato={entra} onRipristina={onRipristina} />;
  if (data.stato === 'chiusa') return <Accesso sessione={data} onAperto={entra} onRipristina={onRipristina} />;
  return <AppShell sessione={data}>{children}</AppShell>;
}
