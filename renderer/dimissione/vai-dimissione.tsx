import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { PropsAzione } from '../ospite/azioni.tsx';
import { isInCorso } from '../ospite/cartella.ts';
import { avvisa } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';

/** From the guest's header to the dimissione of the stay that is going on, or of the last one. */
export function VaiDimissione({ cartella, oggi, onChiudi }: PropsAzione) {
  const navigate = useNavigate();
  const { permanenze } = cartella;
  const permanenza = permanenze.find((p) => isInCorso(p, oggi)) ?? permanenze[0];
  const ingresso = permanenza?.ingressoId;
  useEffect(() => {
    onChiudi();
    if (ingresso === undefined) avvisa(testi.scheda.nessuna, 'attenzione');
    else void navigate({ to: '/dimissione/$ingresso', params: { ingresso } });
  }, [ingresso, navigate, onChiudi]);
  return null;
}
