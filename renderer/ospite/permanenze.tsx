import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { Tabella } from '../pannello/tabella.tsx';
import type { Etichette } from '../report/etichette.ts';
import { formatNumero, testi } from '../testi/index.ts';
import { describeModuli, type PermanenzaOspite } from './cartella.ts';

const t = testi.ospite;

interface Props {
  permanenze: readonly PermanenzaOspite[];
  scelta: string | undefined;
  etichetta: Etichette;
  onScegli: (ingressoId: string) => void;
}

function Riga({ p, scelta, etichetta, onScegli }: { p: PermanenzaOspite } & Omit<Props, 'permanenze'>) {
  const ingresso = formatGiornoBreve(p.dataIngresso);
  return (
    <tr>
      <th scope="row">{p.struttura.nome}</th>
      <td>{describeModuli(p, etichetta)}</td>
      <td>
        <button
          type="button"
          className={tabella['cifra']}
          aria-pressed={scelta === p.ingressoId}
          aria-label={t.mostraScheda(ingresso)}
          onClick={() => onScegli(p.ingressoId)}
        >
          {ingresso}
        </button>
      </td>
      <td className={tabella['intero']}>
        {p.dataDimissione === null ? t.inCorso : formatGiornoBreve(p.dataDimissione)}
      </td>
      <td>{p.esito === null ? '' : etichetta('esito', p.esito)}</td>
      <td className={tabella['numero']}>{formatNumero(p.giorni)}</td>
    </tr>
  );
}

/** Every stay of the person, newest first; a stay's date shows its scheda below. */
export function Permanenze(props: Props) {
  const { permanenze } = props;
  return (
    <Pannello titolo={t.permanenze}>
      <Tabella
        vuota={t.nessunaPermanenza}
        colonne={[t.struttura, t.modulo, t.ingresso, t.dimissione, t.esito, { titolo: t.giorni, numero: true }]}
      >
        {permanenze.map((p) => (
          <Riga key={p.ingressoId} p={p} {...props} />
        ))}
      </Tabella>
    </Pannello>
  );
}
