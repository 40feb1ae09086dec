import { MantineThemeProvider, Portal } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Activity, memo, useLayoutEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { type Stanza, settleStanza } from './stanza.ts';

/** The inside of a room. Its only prop never changes: nothing from outside draws it again while it is away. */
const Interno = memo(function Interno({ stanza }: { stanza: Stanza }) {
  const tema = useMemo(
    () => ({ components: { Portal: Portal.extend({ defaultProps: { target: stanza.finestre } }) } }),
    [stanza],
  );
  // runs again every time the room comes back
  useLayoutEffect(() => {
    stanza.contenitore.append(stanza.finestre);
    settleStanza(stanza);
  }, [stanza]);
  return (
    <QueryClientProvider client={stanza.client}>
      <MantineThemeProvider theme={tema} inherit>
        <RouterProvider router={stanza.router} />
      </MantineThemeProvider>
    </QueryClientProvider>
  );
});

/** All the rooms of this window; one is in the document, or none. */
export function Stanze({ stanze, presente }: { stanze: readonly Stanza[]; presente: Stanza | null }) {
  return stanze.map((stanza) =>
    createPortal(
      <Activity mode={stanza === presente ? 'visible' : 'hidden'}>
        <Interno stanza={stanza} />
      </Activity>,
      stanza.contenitore,
      stanza.id,
    ),
  );
}
