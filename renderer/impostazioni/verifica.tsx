import { Button } from '@mantine/core';
import { IconCheck, IconShieldCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useLavoro } from '../api/index.ts';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import { Tabella } from '../pannello/tabella.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { Avanzamento } from '../shell/avanzamento.tsx';
import { ErroreInPagina, Riquadro } from '../shell/avvisi.tsx';
import { formatIstante, testi } from '../testi/index.ts';
import css from './impostazioni.module.css';

const t = testi.impostazioni;

type Esito = Output<'verifica.run'>;

function TabellaControlli({ controlli }: { controlli: Esito['controlli'] }) {
  const scrivi = useTestoDiscreto();
  return (
    <Tabella etichetta={t.verifica} colonne={[t.controllo, t.esito, t.dettaglio]}>
      {controlli.map(({ nome, esito, dettaglio }) => (
        <tr key={nome}>
          <th scope="row">{nome}</th>
          <td className={css['esito']} data-esito={esito ? 'bene' : 'male'}>
            {esito ? <IconCheck size={16} aria-hidden /> : <IconX size={16} aria-hidden />} {esito ? t.bene : t.male}
          </td>
          <td>{scrivi(dettaglio)}</td>
        </tr>
      ))}
    </Tabella>
  );
}

function EsitoVerifica({ esito, atMs, oggi }: { esito: Esito; atMs: number; oggi: string }) {
  const scrivi = useTestoDiscreto();
  const falliti = esito.controlli.filter((c) => !c.esito).length;
  return (
    <>
      <Riquadro tono={esito.esito ? 'bene' : 'male'}>
        {esito.esito ? t.verificaBene(formatIstante(atMs, oggi)) : t.verificaMale(falliti)}
      </Riquadro>
      <TabellaControlli controlli={esito.controlli} />
      {esito.avvisi.length > 0 && (
        <div className={css['avvisi']}>
          <b>{t.avvisi}</b>
          <ul>
            {esito.avvisi.map((avviso) => (
              <li key={avviso}>{scrivi(avviso)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Everything that must hold, checked now on the data as they are. */
export function Verifica({ oggi }: { oggi: string }) {
  const lavoro = useLavoro();
  const verifica = useCommand('verifica.run', { lavoro });
  const [atMs, setAtMs] = useState(0);
  const interrotta = verifica.error instanceof ErroreApprodo && verifica.error.codice === 'lavoro.annullato';
  return (
    <Pannello
      titolo={t.verifica}
      azioni={
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={verifica.isPending}
          onClick={() => verifica.mutate({}, { onSuccess: () => setAtMs(Date.now()) })}
        >
          {t.verificaOra}
        </Button>
      }
    >
      <div className={pannello['colonna']}>
        <p className={pannello['cosa']}>{t.verificaCosa}</p>
        <Avanzamento lavoro={lavoro} />
        {interrotta && <Riquadro tono="info">{t.verificaInterrotta}</Riquadro>}
        {verifica.error && !interrotta && <ErroreInPagina errore={verifica.error} />}
        {verifica.data && <EsitoVerifica esito={verifica.data} atMs={atMs} oggi={oggi} />}
      </div>
    </Pannello>
  );
}
