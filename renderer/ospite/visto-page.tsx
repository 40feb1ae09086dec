import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useEndpoint } from '../api/index.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa, Pannello } from '../pannello/pannello.tsx';
import { useStampa } from '../pannello/stampa.ts';
import { useNomeDiscreto } from '../pannello/testo-discreto.ts';
import css from '../registro/registro.module.css';
import { Voci } from '../registro/voci.tsx';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { useSessione } from '../shell/sessione.ts';
import { formatIstante, testi } from '../testi/index.ts';

const t = testi.registro;

/** `#/ospiti/:id/visto`: who read, changed, printed, exported the record of a guest; to be printed and given. */
export function VistoPage() {
  const { ospite = '' } = useParams({ strict: false });
  const sessione = useSessione();
  const nome = useNomeDiscreto();
  const [adessoMs] = useState(Date.now);
  const { data, error, refetch } = useEndpoint('registro.listOspite', { ospiteId: ospite }, { staleTime: 0 });
  const stampa = useStampa(useMemo(() => ({ cosa: 'chi_ha_visto' as const, ospiteId: ospite }), [ospite]));
  const chi = data ? (data.ospite.nome === null ? data.ospite.codice : nome(data.ospite.nome)) : '';
  const utente = sessione?.utente;
  const oggi = sessione?.oggi ?? '';
  return (
    <Pagina
      titolo={data ? t.visto.titolo(chi) : t.visto.apri}
      azioni={
        <>
          {utente && canCall(utente.ruolo, 'ospiti.get') && (
            <LinkBottone to="/ospiti/$ospite" params={{ ospite }}>
              {t.visto.torna}
            </LinkBottone>
          )}
          <Button leftSection={<IconPrinter size={16} aria-hidden />} disabled={!data} onClick={stampa}>
            {t.visto.stampa}
          </Button>
        </>
      }
    >
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={12} testo={t.lettura} />}
      {data && (
        <Pannello titolo={chi} accanto={t.visto.cosa(data.voci.length)}>
          <Voci voci={data.voci} oggi={oggi} ospiteId={data.ospite.id} />
          <p className={css['piede']}>{t.visto.preparato(formatIstante(adessoMs, oggi), utente?.nome ?? '')}</p>
        </Pannello>
      )}
    </Pagina>
  );
}
