import { Drawer } from '@mantine/core';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { Attesa } from '../pannello/pannello.tsx';
import { Tabella } from '../pannello/tabella.tsx';
import { useNomeDiscreto } from '../pannello/testo-discreto.ts';
import { type Etichette, useEtichette } from '../report/etichette.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { formatIstante, testi } from '../testi/index.ts';
import css from './registro.module.css';
import { nomeCampo, racconta, type Voce, valoreCampo } from './voce-testo.ts';

const t = testi.registro;

type Cambio = Output<'registro.get'>['cambi'][number];

/** One row of the register: each field before and after. */
function UnCambio({ cambio, etichetta }: { cambio: Cambio; etichetta: Etichette }) {
  const nome = useNomeDiscreto();
  const { cosa, tipo, di, campi } = cambio;
  return (
    <section className={css['cambio']}>
      <h3>
        {t.cose[cosa] ?? cosa}
        {di !== null && `, ${nome(di)}`} <span className={css['tenue']}>{t.tipoCambio[tipo]}</span>
      </h3>
      {campi.length > 0 && (
        <Tabella colonne={tipo === 'nuovo' ? [t.che, t.dopo] : [t.che, t.prima, t.dopo]}>
          {campi.map(({ campo, prima, dopo }) => (
            <tr key={campo}>
              <th scope="row">{nomeCampo(campo)}</th>
              {tipo !== 'nuovo' && <td>{valoreCampo(cosa, campo, prima, etichetta)}</td>}
              <td>{valoreCampo(cosa, campo, dopo, etichetta)}</td>
            </tr>
          ))}
        </Tabella>
      )}
    </section>
  );
}

function Cambi({ voce, ospiteId }: { voce: Voce; ospiteId: string | undefined }) {
  const input = { seq: voce.seq, ...(ospiteId === undefined ? {} : { ospiteId }) };
  const { data, error, refetch } = useEndpoint('registro.get', input);
  const etichetta = useEtichette();
  if (error) return <ErroreInPagina errore={error} onRiprova={() => void refetch()} />;
  if (!data) return <Attesa righe={4} testo={t.lettura} />;
  if (data.cambi.length === 0) return <p className={css['tenue']}>{t.nienteDaMostrare}</p>;
  return (
    <>
      {data.cambi.map((cambio) => (
        <UnCambio key={cambio.numero} cambio={cambio} etichetta={etichetta} />
      ))}
      {data.altri > 0 && <p className={css['tenue']}>{t.altri(data.altri)}</p>}
    </>
  );
}

interface Props {
  voce: Voce | null;
  oggi: string;
  /** only what the line did to this guest */
  ospiteId?: string | undefined;
  onChiudi: () => void;
}

/** Beside the list: what one line changed. */
export function PrimaEDopo({ voce, oggi, ospiteId, onChiudi }: Props) {
  return (
    <Drawer
      opened={voce !== null}
      onClose={onChiudi}
      size={640}
      title={<b>{voce && t.rigaTitolo(voce.seq)}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      {voce && (
        <>
          <p className={css['tenue']}>
            {formatIstante(voce.atMs, oggi)}: {voce.utente} {racconta(voce)}
          </p>
          <Cambi voce={voce} ospiteId={ospiteId} />
        </>
      )}
    </Drawer>
  );
}
