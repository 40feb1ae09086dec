import { useDebouncedValue } from '@mantine/hooks';
import { giornoDelMese } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import { AvvertenzeDi } from '../avvertenza/avvertenze-di.tsx';
import { formatIstante, testi } from '../testi/index.ts';
import { contoRiga, type GrigliaMese, type RigaMese } from './conti.ts';
import type { ComuneRighe } from './griglia-riga.tsx';
import { isDentro, type RigaGriglia } from './griglia-stato.ts';
import css from './presenze.module.css';
import { type Parole, spiegaGiorno, spiegaRiga } from './testo-cella.ts';

const t = testi.presenze;
/** How long the cursor rests before the log is asked who changed the cell. */
const ATTESA_MS = 200;

/** Who changed a day last. */
function Modifica({
  ingressoId,
  giorno,
  dati,
  parole,
}: {
  ingressoId: string;
  giorno: string;
  dati: GrigliaMese;
  parole: Parole;
}) {
  const [cella] = useDebouncedValue(`${ingressoId} ${giorno}`, ATTESA_MS);
  const ferma = cella === `${ingressoId} ${giorno}`;
  const { data } = useEndpoint('presenze.findModifica', { ingressoId, giorno }, { enabled: ferma });
  if (!ferma || data === undefined) return null;
  if (data === null) return <span> {t.mai}.</span>;
  const quando = formatIstante(data.atMs, dati.oggi);
  const chi = data.utente || t.modificaAnonima;
  const da = data.da === null || data.da === '.' ? '' : (parole.etichette.get(data.da) ?? data.da);
  return <span> {da === '' ? t.cambiata(chi, quando) : t.cambiataDa(chi, quando, da)}.</span>;
}

interface Props {
  dati: GrigliaMese;
  riga: RigaGriglia | undefined;
  meta: RigaMese | undefined;
  colonna: number;
  nome: string;
  parole: Parole;
  comune: ComuneRighe;
  /** what the last action had to say; the live region */
  esito: { n: number; testo: string; tono: 'quieto' | 'attenzione' } | null;
}

/** Under the grid, two lines always: the focused cell in words, and what the last action did. */
export function Striscia({ dati, riga, meta, colonna, nome, parole, comune, esito }: Props) {
  return (
    <div className={css['striscia']}>
      {riga && meta && (
        <p className={css['spiega']}>
          <b>{nome}</b>
          {colonna === 0 ? (
            <>: {spiegaRiga(meta, contoRiga(riga, comune.tabella), dati.codici)}.</>
          ) : (
            <>
              , {formatGiorno(giornoDelMese(dati.mese, colonna))}: {spiegaGiorno(riga, colonna, parole)}.
              {isDentro(riga, colonna) && (
                <Modifica
                  ingressoId={riga.ingressoId}
                  giorno={giornoDelMese(dati.mese, colonna)}
                  dati={dati}
                  parole={parole}
                />
              )}
            </>
          )}{' '}
          <AvvertenzeDi ospiti={[meta.ospiteId]} />
        </p>
      )}
      <p role="status" className={css['esito']} data-tono={esito?.tono}>
        {esito && <span key={esito.n}>{esito.testo}</span>}
      </p>
    </div>
  );
}
