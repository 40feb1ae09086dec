import { Button } from '@mantine/core';
import { useState } from 'react';
import tabella from '../pannello/tabella.module.css';
import { AzioneRiga, Tabella } from '../pannello/tabella.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import type { Riga } from './gruppi.ts';
import { LinkScadenza } from './link-scadenza.tsx';
import css from './scadenze.module.css';

const t = testi.scadenze;

interface Props {
  etichetta: string;
  righe: readonly Riga[];
  /** null: read only */
  onSegna: ((riga: Riga) => void) | null;
  onPromemoria: (riga: Riga) => void;
}

/** What is to be done: the words lead to where the fact is written. */
function CheCosa({ riga, onPromemoria }: { riga: Riga; onPromemoria: (riga: Riga) => void }) {
  const scrivi = useTestoDiscreto();
  if (riga.voce === 'promemoria')
    return (
      <button type="button" className={css['comeLink']} onClick={() => onPromemoria(riga)}>
        {scrivi(riga.testo)}
      </button>
    );
  return <LinkScadenza riga={riga}>{scrivi(riga.testo)}</LinkScadenza>;
}

function Scadenza({ riga, onSegna, onPromemoria }: { riga: Riga } & Pick<Props, 'onSegna' | 'onPromemoria'>) {
  const formatNome = useFormatNome();
  const chi = riga.cognome === null ? t.tuttaLaCasa : formatNome(riga.cognome, riga.nome ?? '');
  return (
    <tr data-tardi={riga.giorni < 0 || undefined}>
      <td className={tabella['intero']}>{t.giorno(riga.entro)}</td>
      <td className={`${tabella['intero']} ${css['quanto']}`}>{t.mancano(riga.giorni)}</td>
      <th scope="row">{chi}</th>
      <td className={css['cosa']}>
        <CheCosa riga={riga} onPromemoria={onPromemoria} />
      </td>
      {onSegna && (
        <td className={tabella['numero']}>
          <AzioneRiga dice={t.segnaDi(`${riga.testo}, ${chi}`)} onClick={() => onSegna(riga)}>
            {t.segna}
          </AzioneRiga>
        </td>
      )}
    </tr>
  );
}

/** Many late lines would push out of sight what is due now. */
const RIGHE_PER_VOLTA = 15;

/** The deadlines of one group, the most late first. */
export function TabellaScadenze({ etichetta, righe, onSegna, onPromemoria }: Props) {
  const [quante, setQuante] = useState(RIGHE_PER_VOLTA);
  const altre = righe.length - quante;
  return (
    <>
      <Tabella
        className={css['tabella']}
        etichetta={etichetta}
        colonne={[t.entro, t.quanto, t.chi, t.che]}
        azioni={onSegna !== null}
      >
        {righe.slice(0, quante).map((riga) => (
          <Scadenza
            key={`${riga.voce} ${riga.oggettoId} ${riga.entro}`}
            riga={riga}
            onSegna={onSegna}
            onPromemoria={onPromemoria}
          />
        ))}
      </Tabella>
      {altre > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setQuante(righe.length)}>
          {t.altre(altre)}
        </Button>
      )}
    </>
  );
}
