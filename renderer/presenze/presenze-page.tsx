import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Mese } from '../../domain/giorno.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { useLuogo } from '../shell/luogo.ts';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { Registro } from './registro.tsx';

/** `#/presenze/:struttura/:mese`: the register of one month. */
export function PresenzePage() {
  const { struttura = '', mese = '' } = useLuogo();
  const { ingresso, giorno, apri } = useSearch({ strict: false });
  const sessione = useSessione();
  const navigate = useNavigate();
  // until the new month arrives the one before stays on screen: nothing jumps
  const { data, error, refetch } = useEndpoint(
    'presenze.getMese',
    { struttura, mese },
    { placeholderData: (precedente) => precedente },
  );
  const salto = useMemo(() => ({ ingresso, giorno, apri }), [ingresso, giorno, apri]);
  const codice = data?.struttura.codice ?? struttura;
  const onMese = useCallback(
    (altro: Mese) => void navigate({ to: '/presenze/$struttura/$mese', params: { struttura: codice, mese: altro } }),
    [navigate, codice],
  );
  // the address no longer asks for the jump once it is made
  const onSaltato = useCallback(() => void navigate({ to: '.', search: {}, replace: true }), [navigate]);
  const ruolo = sessione?.utente?.ruolo;
  if (!data || ruolo === undefined) {
    return (
      <Pagina titolo={testi.presenze.titolo(formatMese(mese))}>
        {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      </Pagina>
    );
  }
  return (
    <Registro
      key={`${data.struttura.codice} ${data.mese}`}
      dati={data}
      puoRegistrare={!data.solaLettura && canCall(ruolo, 'presenze.register')}
      puoAmmettere={!data.solaLettura && canCall(ruolo, 'ingressi.register')}
      salto={salto}
      onMese={onMese}
      onSaltato={onSaltato}
    />
  );
}
