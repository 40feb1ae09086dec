import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import type { PropsSezione } from '../ospite/sezioni.tsx';
import { Lettura } from '../pannello/lettura.tsx';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { Tabella } from '../pannello/tabella.tsx';
import { canCall } from '../shell/pagine.ts';
import { testi } from '../testi/index.ts';
import { NuovaRelazioneForm } from './nuova-relazione-form.tsx';

const t = testi.relazione;
const COLONNE = [t.tipo, t.data, t.permanenza, t.destinatario, t.autore, t.stato];

/** The tab of a guest's page: the reports written about their stays. */
export function SezioneRelazioni({ cartella, ruolo, oggi }: PropsSezione) {
  const relazioni = useEndpoint('relazioni.list', { ospiteId: cartella.id }, { staleTime: 0 });
  const [nuova, setNuova] = useState(false);
  return (
    <Pannello
      titolo={t.titolo}
      azioni={
        canCall(ruolo, 'relazioni.create') &&
        cartella.permanenze.length > 0 && (
          <Button variant="default" size="compact-sm" onClick={() => setNuova(true)}>
            {t.nuova}
          </Button>
        )
      }
    >
      <Lettura di={relazioni} testo={t.lettura}>
        {(data) => (
          <Tabella vuota={t.nessuna} colonne={COLONNE} azioni>
            {data.relazioni.map((r) => (
              <tr key={r.id}>
                <td>
                  <b>{t.tipi[r.tipo]}</b>
                </td>
                <td>{formatGiornoBreve(r.data)}</td>
                <td>
                  {formatGiornoBreve(r.dataIngresso)}, {r.struttura}
                </td>
                <td>{r.destinatario}</td>
                <td>{r.autore}</td>
                <td>{r.inviataIl === null ? t.bozza : t.inviata(formatGiornoBreve(r.inviataIl))}</td>
                <td>
                  <LinkBottone
                    size="compact-sm"
                    to="/relazioni/$relazione"
                    params={{ relazione: r.id }}
                    aria-label={t.apriDi(t.tipi[r.tipo] ?? '', formatGiornoBreve(r.data))}
                  >
                    {t.apri}
                  </LinkBottone>
                </td>
              </tr>
            ))}
          </Tabella>
        )}
      </Lettura>
      {nuova && <NuovaRelazioneForm cartella={cartella} oggi={oggi} onChiudi={() => setNuova(false)} />}
    </Pannello>
  );
}
