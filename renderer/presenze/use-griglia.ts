import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Esito as EsitoDimissione } from '../../domain/esito.ts';
import { giorniDelMese } from '../../domain/giorno.ts';
import { maskDelMese } from '../../domain/permanenza.ts';
import { getCoda, type LuogoGesto } from './coda-salvataggi.ts';
import type { GrigliaMese } from './conti.ts';
import { type AzioneGriglia, reduceGriglia } from './griglia-reducer.ts';
import { type Cella, createStato, type Gesto, type RigaGriglia, type StatoGriglia } from './griglia-stato.ts';

export type DispatchGriglia = (azione: AzioneGriglia) => void;

/** The rows of the month as the grid edits them: the days of each stay come from the domain (rule 1). */
export function righeDi(dati: GrigliaMese): RigaGriglia[] {
  return dati.righe.map((riga) => {
    const permanenza = {
      dataIngresso: riga.dataIngresso,
      dataDimissione: riga.dataDimissione,
      esito: riga.esito as EsitoDimissione | null,
    };
    const mask = maskDelMese(permanenza, dati.mese);
    return { ingressoId: riga.ingressoId, primo: mask?.primo ?? 1, ultimo: mask?.ultimo ?? 0, codici: riga.codici };
  });
}

/** Gestures are numbered from here on by the next grid that opens. */
let prossimaSerie = 1;
const SERIE = 1_000_000;

interface Ricordo {
  annullabili: readonly Gesto[];
  ripetibili: readonly Gesto[];
}

function carica(stato: StatoGriglia, dati: GrigliaMese, bloccata: boolean, inAttesa: readonly Gesto[]): StatoGriglia {
  return reduceGriglia(stato, { tipo: 'carica', righe: righeDi(dati), inAttesa, bloccata });
}

interface Opzioni {
  dati: GrigliaMese;
  bloccata: boolean;
  cursore: Cella;
}

/**
 * The grid's state over the month in the cache. Each gesture goes to the queue as it is made; what the store holds, when it
 * changes, comes back under the gestures still on their way. The undo list survives leaving the month and coming back.
 */
export function useGriglia({ dati, bloccata, cursore }: Opzioni): [StatoGriglia, DispatchGriglia] {
  const client = useQueryClient();
  const coda = getCoda(client);
  const struttura = dati.struttura.codice;
  const luogo = useMemo<LuogoGesto>(() => ({ struttura, mese: dati.mese }), [struttura, dati.mese]);
  const chiaveRicordo = useMemo(() => ['ricordo-griglia', luogo.struttura, luogo.mese], [luogo]);
  const [vista, setVista] = useState(() => {
    const stato = createStato({
      righe: [],
      giorni: giorniDelMese(dati.mese),
      lettere: dati.codici.map((c) => c.voce).join(''),
      presente: dati.codici.find((c) => c.presente)?.voce ?? '',
      bloccata,
      prossimoId: SERIE * prossimaSerie++,
      ...client.getQueryData<Ricordo>(chiaveRicordo),
    });
    return {
      dati,
      bloccata,
      stato: reduceGriglia(carica(stato, dati, bloccata, coda.inAttesa(luogo)), { tipo: 'vai', cella: cursore }),
    };
  });
  let attuale = vista;
  if (vista.dati !== dati || vista.bloccata !== bloccata) {
    attuale = { dati, bloccata, stato: carica(vista.stato, dati, bloccata, coda.inAttesa(luogo)) };
    setVista(attuale);
  }
  const ultimo = useRef(attuale);
  useLayoutEffect(() => {
    ultimo.current = attuale;
  });

  const dispatch = useCallback<DispatchGriglia>(
    (azione) => {
      const { stato } = ultimo.current;
      const dopo = reduceGriglia(stato, azione);
      if (dopo === stato) return;
      ultimo.current = { ...ultimo.current, stato: dopo };
      setVista(ultimo.current);
      if (dopo.ultimo !== null && dopo.ultimo !== stato.ultimo) coda.push(luogo, dopo.ultimo);
    },
    [coda, luogo],
  );

  useEffect(
    () =>
      coda.onRifiuto((dove, gesto) => {
        if (dove.struttura === luogo.struttura && dove.mese === luogo.mese) dispatch({ tipo: 'rifiutato', gesto });
      }),
    [coda, luogo, dispatch],
  );
  useEffect(
    () => () => {
      const { annullabili, ripetibili } = ultimo.current.stato;
      client.setQueryData<Ricordo>(chiaveRicordo, { annullabili, ripetibili });
    },
    [client, chiaveRicordo],
  );
  return [attuale.stato, dispatch];
}
