import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, formatGiornoEsteso } from '../../domain/giorno-testo.ts';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { formatIstante, testi } from '../testi/index.ts';
import css from './diario.module.css';
import type { RigaDiario } from './use-diario.ts';

const t = testi.diario;
/** A guess, until the line is measured, px. */
const ALTEZZA = 72;

function giornoDetto(data: Giorno, oggi: Giorno): string {
  const detto = formatGiornoEsteso(data);
  if (data === oggi) return `${t.oggi}, ${detto}`;
  return data === addGiorni(oggi, -1) ? `${t.ieri}, ${detto}` : detto;
}

/** When an addition was written: of one that came with a workbook, when it says. */
export function quandoAggiunta({ dalFoglio, atMs, data, ora }: RigaDiario['aggiunte'][number], oggi: Giorno): string {
  return dalFoglio ? `${formatGiornoBreve(data)}, ${ora}` : formatIstante(atMs, oggi);
}

/** Beside who signed: no account of this register did. */
export function DalFoglio() {
  return <span title={t.dalFoglioCosa}> ({t.dalFoglio})</span>;
}

interface PropsRiga {
  riga: RigaDiario;
  oggi: Giorno;
  /** the guest is the page's own: not said again at each line */
  senzaOspite: boolean;
  onAggiungi: ((riga: RigaDiario) => void) | undefined;
}

/** One line as it was written, with what was added to it. */
const Riga = memo(function Riga({ riga, oggi, senzaOspite, onAggiungi }: PropsRiga) {
  const formatNome = useFormatNome();
  const detto = useTestoDiscreto();
  const { ospite } = riga;
  return (
    <div className={css['riga']} data-nuova={riga.nuova || riga.aggiunte.some(({ nuova }) => nuova) || undefined}>
      <span className={css['ora']}>{riga.ora}</span>
      <div>
        <div className={css['capo']}>
          {ospite && !senzaOspite && (
            <Link to="/ospiti/$ospite" params={{ ospite: ospite.id }} search={{ sezione: 'diario' }}>
              <b>{formatNome(ospite.cognome, ospite.nome)}</b>
            </Link>
          )}
          {riga.importante && (
            <span className={css['segno']} data-tono="importante">
              {t.importante}
            </span>
          )}
          {riga.tipo === 'consegna' && (
            <span className={css['segno']} data-tono="consegna">
              {t.tipi.consegna}
            </span>
          )}
          {riga.nuova && (
            <span className={css['segno']} data-tono="nuova">
              {t.nuova}
            </span>
          )}
          <span className={css['segno']}>
            {riga.autore}
            {riga.dalFoglio && <DalFoglio />}
          </span>
        </div>
        <p className={css['testo']}>{detto(riga.testo)}</p>
        {riga.aggiunte.map((aggiunta) => (
          <div key={aggiunta.id} className={css['aggiunta']}>
            <span className={css['segno']}>
              {t.aggiuntaDi(aggiunta.autore, quandoAggiunta(aggiunta, oggi))}
              {aggiunta.dalFoglio && <DalFoglio />}
            </span>
            {aggiunta.nuova && (
              <>
                {' '}
                <span className={css['segno']} data-tono="nuova">
                  {t.nuova}
                </span>
              </>
            )}
            <p className={css['testo']}>{detto(aggiunta.testo)}</p>
          </div>
        ))}
      </div>
      {onAggiungi && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t.aggiungiA(formatGiornoBreve(riga.data), riga.ora)}
          onClick={() => onAggiungi(riga)}
        >
          {t.aggiungi}
        </Button>
      )}
    </div>
  );
});

interface Props extends Pick<PropsRiga, 'oggi' | 'senzaOspite' | 'onAggiungi'> {
  righe: readonly RigaDiario[];
  haAltre: boolean;
  onAltre: () => void;
}

/** The lines, newest first: only those in sight are drawn, more are asked for near the end. */
export function ElencoDiario({ righe, haAltre, onAltre, ...riga }: Props) {
  const scatola = useRef<HTMLDivElement>(null);
  const virtuale = useVirtualizer({
    count: righe.length,
    getScrollElement: () => scatola.current,
    estimateSize: () => ALTEZZA,
    getItemKey: (n) => righe[n]?.id ?? n,
    overscan: 8,
  });
  useEffect(() => {
    // arrows scroll it
    if (scatola.current) scatola.current.tabIndex = 0;
  }, []);
  const viste = virtuale.getVirtualItems();
  const ultima = viste.at(-1)?.index ?? 0;
  useEffect(() => {
    if (haAltre && ultima >= righe.length - 20) onAltre();
  }, [haAltre, ultima, righe.length, onAltre]);
  return (
    <div ref={scatola} className={css['elenco']} role="feed" aria-label={t.elenco}>
      <div className={css['spazio']} style={{ height: virtuale.getTotalSize() }} role="presentation">
        {viste.map(({ index, start, key }) => {
          const una = righe[index];
          if (!una) return null;
          return (
            <article
              key={key}
              ref={virtuale.measureElement}
              data-index={index}
              className={css['posto']}
              style={{ transform: `translateY(${start}px)` }}
              aria-posinset={index + 1}
              aria-setsize={haAltre ? -1 : righe.length}
            >
              {righe[index - 1]?.data !== una.data && (
                <div className={css['giorno']}>{giornoDetto(una.data, riga.oggi)}</div>
              )}
              <Riga riga={una} {...riga} />
            </article>
          );
        })}
      </div>
    </div>
  );
}
