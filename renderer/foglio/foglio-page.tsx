import { Switch } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Mese } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import { useFoglioOrizzontale } from '../pannello/foglio-stampa.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { PaginaCarta } from '../pannello/pagina-carta.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import { ErroreInPagina, Riquadro, Vuoto } from '../shell/avvisi.tsx';
import { useSessione } from '../shell/sessione.ts';
import { formatIstante, testi } from '../testi/index.ts';
import css from './foglio.module.css';
import { FoglioCarta } from './foglio-carta.tsx';
import { useSoloCodici } from './solo-codici.ts';

const t = testi.foglio;

interface Luogo {
  struttura: string;
  mese: Mese;
}

function useFoglio({ struttura, mese }: Luogo, soloCodici: boolean) {
  const griglia = useEndpoint('presenze.getMese', { struttura, mese });
  const scritta = useSoloCodici(griglia.data, soloCodici);
  const controllo = useEndpoint('mesi.check', { struttura, mese });
  const sessione = useSessione();
  const [adessoMs] = useState(Date.now);
  return { griglia, scritta, controllo, sessione, adessoMs };
}

function Corpo({ luogo, soloCodici }: { luogo: Luogo; soloCodici: boolean }) {
  const { griglia, scritta, controllo, sessione, adessoMs } = useFoglio(luogo, soloCodici);
  const errore = griglia.error ?? controllo.error;
  if (errore) {
    return (
      <ErroreInPagina
        errore={errore}
        onRiprova={() => {
          void griglia.refetch();
          void controllo.refetch();
        }}
      />
    );
  }
  if (!griglia.data || !scritta || !controllo.data || !sessione?.utente)
    return <Attesa righe={12} testo={testi.comune.caricamento} />;
  if (griglia.data.righe.length === 0) return <Vuoto titolo={t.vuoto(formatMese(luogo.mese))}>{t.vuotoCosa}</Vuoto>;
  const { stato, closedAtMs, bilancio } = controllo.data;
  const chiuso =
    stato === 'chiuso' ? t.chiuso(closedAtMs === null ? '' : formatIstante(closedAtMs, sessione.oggi)) : null;
  return (
    <>
      {chiuso === null && (
        <div className="solo-schermo">
          <Riquadro tono="info">{t.bozzaCosa}</Riquadro>
        </div>
      )}
      <Scorrevole className={css['tavolo']}>
        <FoglioCarta
          griglia={scritta}
          bilancio={bilancio}
          stampa={t.preparato(formatIstante(adessoMs, sessione.oggi), sessione.utente.nome)}
          chiuso={chiuso}
        />
      </Scorrevole>
    </>
  );
}

function FoglioDi(luogo: Luogo) {
  const { struttura, mese } = luogo;
  const titolo = t.titolo(struttura, formatMese(mese));
  const [soloCodici, setSoloCodici] = useState(false);
  useFoglioOrizzontale();
  const cosa = useMemo(() => ({ cosa: 'foglio' as const, struttura, mese }), [struttura, mese]);
  return (
    <PaginaCarta
      titolo={titolo}
      cosa={cosa}
      strumenti={
        <>
          <LinkBottone to="/griglia-carta/$struttura/$mese" params={{ struttura, mese }}>
            {testi.oggi.cartaApri}
          </LinkBottone>
          <LinkBottone to="/presenze/$struttura/$mese" params={{ struttura, mese }}>
            {t.tornaPresenze}
          </LinkBottone>
          <LinkBottone to="/mese/$struttura/$mese" params={{ struttura, mese }}>
            {t.tornaMese}
          </LinkBottone>
          <Switch label={t.soloCodici} checked={soloCodici} onChange={(e) => setSoloCodici(e.currentTarget.checked)} />
        </>
      }
    >
      <Corpo luogo={luogo} soloCodici={soloCodici} />
    </PaginaCarta>
  );
}

/** `#/foglio/:struttura/:mese`: the foglio presenze to print and sign. */
export function FoglioPage() {
  const { struttura, mese } = useParams({ strict: false });
  if (struttura === undefined || mese === undefined) return null;
  return <FoglioDi key={`${struttura} ${mese}`} struttura={struttura} mese={mese} />;
}
