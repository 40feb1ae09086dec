import { annoDi, diffGiorni, giornoDa } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { Scorrevole } from '../pannello/scorrevole.tsx';
import tabella from '../pannello/tabella.module.css';
import type { Etichette } from '../report/etichette.ts';
import { formatNumero, testi } from '../testi/index.ts';
import { describeModuli, isInCorso, type PermanenzaOspite } from './cartella.ts';
import css from './ospite.module.css';

const t = testi.ospite;

/** The stays as a drawing: years below, a bar a stay, today as a line. The table under it says the same in words. */
function Linea({ permanenze, oggi }: { permanenze: readonly PermanenzaOspite[]; oggi: string }) {
  const primo = permanenze.at(-1)?.dataIngresso ?? oggi;
  const ultimo = [oggi, ...permanenze.map((p) => p.dataDimissione ?? oggi)].toSorted().at(-1) ?? oggi;
  const dal = giornoDa(annoDi(primo), 1, 1);
  const durata = diffGiorni(dal, giornoDa(annoDi(ultimo) + 1, 1, 1));
  const a = (giorno: string) => `${(100 * diffGiorni(dal, giorno)) / durata}%`;
  const largo = (p: PermanenzaOspite) =>
    `${(100 * Math.max(1, diffGiorni(p.dataIngresso, p.dataDimissione ?? oggi))) / durata}%`;
  const anni = Array.from({ length: annoDi(ultimo) - annoDi(dal) + 1 }, (_, i) => annoDi(dal) + i);
  return (
    <div className={css['linea']} aria-hidden>
      <div className={css['barre']}>
        {permanenze.map((p) => (
          <span
            key={p.ingressoId}
            className={css['permanenza']}
            data-aperta={isInCorso(p, oggi) || undefined}
            style={{ left: a(p.dataIngresso), width: largo(p) }}
          >
            {p.struttura.nome}
          </span>
        ))}
        <span className={css['oggi']} style={{ left: a(oggi) }} />
      </div>
      <div className={css['anni']}>
        {anni.map((anno) => (
          <span key={anno} style={{ left: a(giornoDa(anno, 1, 1)) }}>
            {anno}
          </span>
        ))}
      </div>
    </div>
  );
}

interface Props {
  permanenze: readonly PermanenzaOspite[];
  oggi: string;
  scelta: string | undefined;
  etichetta: Etichette;
  onScegli: (ingressoId: string) => void;
}

function Riga({ p, scelta, etichetta, onScegli }: { p: PermanenzaOspite } & Omit<Props, 'permanenze' | 'oggi'>) {
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
  const { permanenze, oggi } = props;
  return (
    <Pannello titolo={t.permanenze}>
      {permanenze.length === 0 ? (
        <p className={css['frase']}>{t.nessunaPermanenza}</p>
      ) : (
        <>
          <Linea permanenze={permanenze} oggi={oggi} />
          <Scorrevole>
            <table className={tabella['tabella']}>
              <thead>
                <tr>
                  <th scope="col">{t.struttura}</th>
                  <th scope="col">{t.modulo}</th>
                  <th scope="col">{t.ingresso}</th>
                  <th scope="col">{t.dimissione}</th>
                  <th scope="col">{t.esito}</th>
                  <th scope="col" className={tabella['numero']}>
                    {t.giorni}
                  </th>
                </tr>
              </thead>
              <tbody>
                {permanenze.map((p) => (
                  <Riga key={p.ingressoId} p={p} {...props} />
                ))}
              </tbody>
            </table>
          </Scorrevole>
        </>
      )}
    </Pannello>
  );
}
