import { Switch } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Mese } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import fogli from '../foglio/foglio.module.css';
import { useFoglioOrizzontale } from '../pannello/foglio-stampa.ts';
import { Lettura } from '../pannello/lettura.tsx';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { PaginaCarta } from '../pannello/pagina-carta.tsx';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import { useSessione } from '../shell/sessione.ts';
import { formatIstante, testi } from '../testi/index.ts';
import { GrigliaCarta } from './griglia-carta.tsx';

const t = testi.oggi;

function GrigliaDi({ struttura, mese }: { struttura: string; mese: Mese }) {
  const sessione = useSessione();
  const griglia = useEndpoint('presenze.getMese', { struttura, mese });
  const [piena, setPiena] = useState(true);
  const [adessoMs] = useState(Date.now);
  const titolo = t.cartaTitolo(struttura, formatMese(mese));
  useFoglioOrizzontale();
  const cosa = useMemo(() => ({ cosa: 'griglia_carta' as const, struttura, mese }), [struttura, mese]);
  return (
    <PaginaCarta
      titolo={titolo}
      cosa={cosa}
      pronto={griglia.data !== undefined}
      strumenti={
        <>
          <Switch label={t.cartaPiena} checked={piena} onChange={(e) => setPiena(e.currentTarget.checked)} />
          <LinkBottone to="/presenze/$struttura/$mese" params={{ struttura, mese }}>
            {testi.foglio.tornaPresenze}
          </LinkBottone>
        </>
      }
    >
      <Lettura di={griglia} righe={12}>
        {(data) =>
          sessione?.utente && (
            <Scorrevole className={fogli['tavolo']}>
              <GrigliaCarta
                griglia={data}
                piena={piena}
                stampa={t.preparato(formatIstante(adessoMs, sessione.oggi), sessione.utente.nome)}
              />
            </Scorrevole>
          )
        }
      </Lettura>
    </PaginaCarta>
  );
}

/** `#/griglia-carta/:struttura/:mese`: the month's grid to fill by pen. */
export function GrigliaCartaPage() {
  const { struttura, mese } = useParams({ strict: false });
  if (struttura === undefined || mese === undefined) return null;
  return <GrigliaDi key={`${struttura} ${mese}`} struttura={struttura} mese={mese} />;
}
