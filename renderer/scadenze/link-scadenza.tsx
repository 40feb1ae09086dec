import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Riga } from './gruppi.ts';
import { sezioneDi } from './salto.ts';

const DELLA_DIMISSIONE: ReadonlySet<string> = new Set(['relazione_dimissione', 'comunicazioni_dimissione']);
/** The field of the tab that meets a deadline. */
const CAMPO: Readonly<Record<string, string>> = { durata_massima: 'durata', stp_eni: 'identita' };

/** To where what meets a deadline is written; plain words where it is of nobody in particular. */
export function LinkScadenza({
  riga: { voce, ospiteId, ingressoId },
  children,
}: {
  riga: Pick<Riga, 'voce' | 'ospiteId' | 'ingressoId'>;
  children: ReactNode;
}) {
  if (ospiteId === null) return <>{children}</>;
  if (DELLA_DIMISSIONE.has(voce) && ingressoId !== null)
    return (
      <Link to="/dimissione/$ingresso" params={{ ingresso: ingressoId }}>
        {children}
      </Link>
    );
  const campo = CAMPO[voce];
  return (
    <Link
      to="/ospiti/$ospite"
      params={{ ospite: ospiteId }}
      search={{ sezione: sezioneDi(voce), ...(campo === undefined ? {} : { campo }) }}
    >
      {children}
    </Link>
  );
}
