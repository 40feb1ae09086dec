import { Button } from '@mantine/core';
import { type ComponentType, useEffect, useMemo, useState } from 'react';
import type { NomeEndpoint } from '../../electron/contract/index.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { NuovaVisita, NuovoIncontro } from '../agenda/azioni-ospite.tsx';
import { UscitaOspite } from '../assenza/uscita-ospite.tsx';
import { AvvertenzaForm } from '../avvertenza/avvertenza-form.tsx';
import { VaiDimissione } from '../dimissione/vai-dimissione.tsx';
import type { Tasto } from '../shell/pagina-store.ts';
import { canCall } from '../shell/pagine.ts';
import { isTastoLibero } from '../shell/tasto-libero.ts';
import { testi } from '../testi/index.ts';
import type { Cartella } from './cartella.ts';

export interface PropsAzione {
  cartella: Cartella;
  oggi: string;
  onChiudi: () => void;
}

/** A new fact about the guest, added from the header with one key. Its form lives in the folder of its noun. */
export interface AzioneOspite {
  readonly id: string;
  /** one letter, upper case */
  readonly tasto: string;
  readonly etichetta: string;
  /** who may call it sees the button */
  readonly serve: NomeEndpoint;
  readonly Form: ComponentType<PropsAzione>;
}

/** What may be added from the header of the guest's page, in order. */
export const AZIONI_OSPITE: readonly AzioneOspite[] = [
  { id: 'uscita', tasto: 'U', etichetta: testi.assenze.uscita, serve: 'assenze.register', Form: UscitaOspite },
  {
    id: 'visita',
    tasto: 'V',
    etichetta: testi.agenda.ospite.azioneVisita,
    serve: 'visite.register',
    Form: NuovaVisita,
  },
  {
    id: 'incontro',
    tasto: 'I',
    etichetta: testi.agenda.ospite.azioneIncontro,
    serve: 'incontri.register',
    Form: NuovoIncontro,
  },
  {
    id: 'avvertenza',
    tasto: 'L',
    etichetta: testi.avvertenze.aggiungi,
    serve: 'avvertenze.add',
    Form: AvvertenzaForm,
  },
  {
    id: 'dimissione',
    tasto: 'D',
    etichetta: testi.ingresso.menu.dimissione,
    serve: 'dimissioni.register',
    Form: VaiDimissione,
  },
];

/** The actions this role may take, which of them is open, and their keys. */
export function useAzioniOspite(ruolo: Ruolo | undefined) {
  const [aperta, setAperta] = useState<AzioneOspite | null>(null);
  const azioni = useMemo(
    () => AZIONI_OSPITE.filter(({ serve }) => ruolo !== undefined && canCall(ruolo, serve)),
    [ruolo],
  );
  const tasti = useMemo(
    () => azioni.map(({ tasto, etichetta }): Tasto => ({ tasti: tasto, testo: etichetta })),
    [azioni],
  );
  useEffect(() => {
    const onKeyDown = (e: KeyboardEvent) => {
      const azione = azioni.find(({ tasto }) => tasto === e.key.toUpperCase());
      if (!azione || !isTastoLibero(e)) return;
      e.preventDefault();
      setAperta(azione);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [azioni]);
  return { azioni, tasti, aperta, apri: setAperta, chiudi: () => setAperta(null) };
}

/** The buttons of the actions, each with its key. */
export function BottoniAzioni({
  azioni,
  onApri,
}: {
  azioni: readonly AzioneOspite[];
  onApri: (azione: AzioneOspite) => void;
}) {
  return azioni.map((azione) => (
    <Button key={azione.id} variant="default" aria-keyshortcuts={azione.tasto} onClick={() => onApri(azione)}>
      {azione.etichetta}&nbsp;<kbd>{azione.tasto}</kbd>
    </Button>
  ));
}
