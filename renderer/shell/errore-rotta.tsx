import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { testi } from '../testi/index.ts';
import { Riquadro } from './avvisi.tsx';
import { Pagina } from './pagina.tsx';

/** A page that broke: what happened, what is safe, one thing to do. Details go to the console, never on screen. */
export function ErroreRotta({ error }: { error: unknown }) {
  console.error(error);
  return (
    <Pagina titolo={testi.comune.approdo}>
      <Riquadro
        tono="male"
        azione={
          <Button variant="default" onClick={() => location.reload()}>
            {testi.comune.ricarica}
          </Button>
        }
      >
        {testi.comune.erroreImprevisto}
      </Riquadro>
    </Pagina>
  );
}

export function PaginaAssente() {
  return (
    <Pagina titolo={testi.shell.paginaAssente}>
      <p>{testi.shell.paginaAssenteCosa}</p>
      <p>
        <Link to="/">{testi.shell.inizio}</Link>
      </p>
    </Pagina>
  );
}
