import { SegmentedControl } from '@mantine/core';
import { MINUTI_BLOCCO } from '../../electron/contract/blocco.ts';
import { tellSessioneCambiata, useCommand } from '../api/index.ts';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import { avvisa, ErroreInPagina } from '../shell/avvisi.tsx';
import { canCall } from '../shell/pagine.ts';
import { markSaved } from '../shell/salvataggio.ts';
import type { Sessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';

const t = testi.recupero;

/** After how many minutes without a gesture the register closes: decided by who manages the accounts, told to everyone. */
export function Blocco({ sessione }: { sessione: Sessione }) {
  const cambia = useCommand('blocco.set');
  const { utente, bloccoMinuti } = sessione;
  if (!utente || !canCall(utente.ruolo, 'blocco.set')) {
    return (
      <Pannello titolo={t.blocco}>
        <p className={pannello['cosa']}>{t.bloccoSolo(bloccoMinuti)}</p>
      </Pannello>
    );
  }
  const imposta = (valore: string) => {
    const minuti = MINUTI_BLOCCO.find((uno) => String(uno) === valore);
    if (minuti === undefined) return;
    const onSuccess = () => {
      markSaved();
      tellSessioneCambiata(false);
      avvisa(t.bloccoCambiato(minuti));
    };
    cambia.mutate({ minuti }, { onSuccess });
  };
  return (
    <Pannello titolo={t.blocco}>
      <div className={pannello['colonna']}>
        <p className={pannello['cosa']}>{t.bloccoCosa}</p>
        {cambia.error && <ErroreInPagina errore={cambia.error} />}
        <div>
          <SegmentedControl
            aria-label={t.bloccoDopo}
            value={String(bloccoMinuti)}
            onChange={imposta}
            transitionDuration={0}
            data={MINUTI_BLOCCO.map((minuti) => ({ value: String(minuti), label: t.bloccoMinuti(minuti) }))}
          />
        </div>
      </div>
    </Pannello>
  );
}
