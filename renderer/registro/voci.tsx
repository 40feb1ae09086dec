import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import tabella from '../pannello/tabella.module.css';
import { AzioneRiga, Tabella } from '../pannello/tabella.tsx';
import { useNomeDiscreto, useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { formatIstante, testi } from '../testi/index.ts';
import { PrimaEDopo } from './cambi.tsx';
import css from './registro.module.css';
import { doveDi, notaDi, racconta, type Voce } from './voce-testo.ts';

const t = testi.registro;

interface PropsRighe {
  oggi: string;
  /** the guest of all of them, said above: no column repeats it, and only what is theirs is looked at */
  ospiteId?: string;
}

interface Props extends PropsRighe {
  voci: readonly Voce[];
}

function Riga({ voce, oggi, ospiteId, onApri }: { voce: Voce; onApri: () => void } & PropsRighe) {
  const nome = useNomeDiscreto();
  const scrivi = useTestoDiscreto();
  const { ospite, ruolo } = voce;
  return (
    <tr>
      <td className={tabella['intero']}>{formatIstante(voce.atMs, oggi)}</td>
      <td>
        {voce.utente}
        {ruolo !== null && <span className={css['tenue']}>, {testi.shell.ruoli[ruolo]}</span>}
      </td>
      <td>{racconta(voce)}</td>
      {ospiteId === undefined && (
        <td className={tabella['intero']}>
          {ospite && (
            <Link to="/ospiti/$ospite/visto" params={{ ospite: ospite.id }}>
              {ospite.nome === null ? ospite.codice : nome(ospite.nome)}
            </Link>
          )}
        </td>
      )}
      <td>{doveDi(voce)}</td>
      <td className={css['nota']}>{scrivi(notaDi(voce))}</td>
      <td className={css['soloSchermo']}>
        {voce.dettaglio && (
          <AzioneRiga dice={t.primaDopoDi(voce.seq)} onClick={onApri}>
            {t.primaDopo}
          </AzioneRiga>
        )}
      </td>
      <td className={tabella['numero']}>{voce.seq}</td>
    </tr>
  );
}

/** Lines of the log, each with what it changed beside it. */
export function Voci({ voci, oggi, ospiteId }: Props) {
  const [aperta, setAperta] = useState<Voce | null>(null);
  return (
    <>
      <Tabella
        colonne={[
          ...[t.quando, t.chi, t.che],
          ...(ospiteId === undefined ? [t.ospite] : []),
          ...[t.dove, t.nota],
          { titolo: t.primaDopo, className: css['soloSchermo'] },
          { titolo: t.numero, numero: true },
        ]}
      >
        {voci.map((voce) => (
          <Riga
            key={voce.seq}
            voce={voce}
            oggi={oggi}
            {...(ospiteId === undefined ? {} : { ospiteId })}
            onApri={() => setAperta(voce)}
          />
        ))}
      </Tabella>
      <PrimaEDopo voce={aperta} oggi={oggi} ospiteId={ospiteId} onChiudi={() => setAperta(null)} />
    </>
  );
}
