/** The app itself, once main.tsx has prepared the ground. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Porta } from './accesso/porta.tsx';
import { createQueryClient } from './api/index.ts';
import { watchAppunti } from './stanza/appunti.ts';
import { cssVariablesResolver, theme } from './theme/theme.ts';

const radice = document.getElementById('app');
if (!radice) throw new Error('index.html has no #app');

watchAppunti();

createRoot(radice).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={createQueryClient()}>
        <Porta />
        <Notifications position="bottom-left" limit={4} notificationMaxHeight="60vh" transitionDuration={0} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
