import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import tabella from '../pannello/tabella.module.css';
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
          <Button variant="subtle" size="compact-sm" aria-label={t.primaDopoDi(voce.seq)} onClick={onApri}>
            {t.primaDopo}
          </Button>
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
      <Scorrevole>
        <table className={tabella['tabella']}>
          <thead>
            <tr>
              <th scope="col">{t.quando}</th>
              <th scope="col">{t.chi}</th>
              <th scope="col">{t.che}</th>
              {ospiteId === undefined && <th scope="col">{t.ospite}</th>}
              <th scope="col">{t.dove}</th>
              <th scope="col">{t.nota}</th>
              <th scope="col" className={css['soloSchermo']}>
                {t.primaDopo}
              </th>
              <th scope="col" className={tabella['numero']}>
                {t.numero}
              </th>
            </tr>
          </thead>
          <tbody>
            {voci.map((voce) => (
              <Riga
                key={voce.seq}
                voce={voce}
                oggi={oggi}
                {...(ospiteId === undefined ? {} : { ospiteId })}
                onApri={() => setAperta(voce)}
              />
            ))}
          </tbody>
        </table>
      </Scorrevole>
      <PrimaEDopo voce={aperta} oggi={oggi} ospiteId={ospiteId} onChiudi={() => setAperta(null)} />
    </>
  );
}
