import { useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { useSalvato } from '../form/salvato.tsx';
import { Lettura } from '../pannello/lettura.tsx';
import tabella from '../pannello/tabella.module.css';
import { AzioneRiga, Tabella } from '../pannello/tabella.tsx';
import { useNomeDiscreto, useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { avvisaErrore } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { formatIstante, testi } from '../testi/index.ts';
import css from './scadenze.module.css';

const t = testi.scadenze;
const COLONNE = [t.fattoIl, t.chi, t.cheCosa, t.nota, t.segnataDa];

type Fatta = Output<'adempimenti.list'>['righe'][number];

/** What was marked done by hand: seen again, and put back by whoever finds that it was a slip. */
export function Fatte({ struttura, oggi }: { struttura: string; oggi: Giorno }) {
  const [aperto, setAperto] = useState(false);
  return (
    <details className={css['fatte']} onToggle={(e) => setAperto(e.currentTarget.open)}>
      <summary>{t.fatte}</summary>
      {aperto && <Elenco struttura={struttura} oggi={oggi} />}
    </details>
  );
}

function Elenco({ struttura, oggi }: { struttura: string; oggi: Giorno }) {
  const fatte = useEndpoint('adempimenti.list', { struttura }, { staleTime: 0 });
  const { mutateAsync, isPending } = useCommand('adempimenti.undo');
  const salvato = useSalvato();
  // the row is gone from the page before the answer is
  const rimetti = ({ voceRegistro }: Fatta) =>
    void mutateAsync({ struttura, voceRegistro }).then((esito) => salvato(t.rimessa, esito), avvisaErrore);
  return (
    <Lettura di={fatte}>
      {({ righe }) => (
        <Tabella etichetta={t.fatte} colonne={COLONNE} azioni vuota={t.fatteNessuna}>
          {righe.map((riga) => (
            <Riga
              key={riga.voceRegistro}
              riga={riga}
              oggi={oggi}
              onRimetti={isPending ? () => undefined : () => rimetti(riga)}
            />
          ))}
        </Tabella>
      )}
    </Lettura>
  );
}

function Riga({ riga, oggi, onRimetti }: { riga: Fatta; oggi: Giorno; onRimetti: () => void }) {
  const formatNome = useFormatNome();
  const scrivi = useTestoDiscreto();
  const nomeVisto = useNomeDiscreto();
  const chi = riga.cognome === null ? t.tuttaLaCasa : formatNome(riga.cognome, riga.nome ?? '');
  return (
    <tr>
      <td className={tabella['intero']}>{formatGiornoBreve(riga.fattoIl)}</td>
      <th scope="row">{chi}</th>
      <td>{scrivi(riga.testo)}</td>
      <td>{scrivi(riga.nota ?? '')}</td>
      <td>
        {nomeVisto(riga.autore)}, {formatIstante(riga.atMs, oggi)}
      </td>
      <td className={tabella['numero']}>
        <AzioneRiga dice={t.rimettiDi(`${riga.testo}, ${chi}`)} onClick={onRimetti}>
          {t.rimetti}
        </AzioneRiga>
      </td>
    </tr>
  );
}
