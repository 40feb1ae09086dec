import { Tooltip } from '@mantine/core';
import { type KeyboardEvent, memo, type SyntheticEvent, useMemo, useRef, useState } from 'react';
import type { Mese } from '../../domain/giorno.ts';
import { testi } from '../testi/index.ts';
import css from './consegne.module.css';
import { type AnnoConsegne, fraseDi, parolaDi, type RigaConsegne, segnoDi } from './consegne-stato.ts';

const t = testi.consegne;

/** What the right panel is about: a cell, or a whole struttura. */
export interface Scelta {
  struttura: string;
  /** null: the whole year of the struttura */
  mese: Mese | null;
}

interface PropsRiga {
  riga: RigaConsegne;
  indice: number;
  ultimoDovuto: Mese;
  /** the chosen column: -1 none, 0 the struttura, 1… the months */
  scelta: number;
  /** the column that Tab reaches: -1 none */
  fuoco: number;
}

const RigaStruttura = memo(function RigaStruttura({ riga, indice, ultimoDovuto, scelta, fuoco }: PropsRiga) {
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={css['struttura']}
          data-posto={`${indice}-0`}
          tabIndex={fuoco === 0 ? 0 : -1}
          aria-pressed={scelta === 0}
        >
          <b>{riga.nome}</b>
          <span className={css['posti']}>{riga.posti > 0 ? t.posti(riga.posti) : ''}</span>
        </button>
      </th>
      {riga.celle.map((cella, i) => {
        const segno = segnoDi(cella, ultimoDovuto);
        const parola = parolaDi(cella, segno);
        const frase = fraseDi(riga, cella, ultimoDovuto);
        return (
          <td key={cella.mese}>
            <button
              type="button"
              className={css['cella']}
              data-posto={`${indice}-${i + 1}`}
              data-segno={segno}
              data-frase={frase}
              tabIndex={fuoco === i + 1 ? 0 : -1}
              aria-pressed={scelta === i + 1}
              aria-label={frase}
            >
              <i aria-hidden />
              {segno !== 'ricevuto' && segno !== 'futuro' && <span aria-hidden>{parola}</span>}
            </button>
          </td>
        );
      })}
    </tr>
  );
});

/** Where a key moves to, within the board. */
function spostamento(e: KeyboardEvent, righe: number, colonne: number, r: number, c: number): [number, number] | null {
  switch (e.key) {
    case 'ArrowUp':
      return [Math.max(0, r - 1), c];
    case 'ArrowDown':
      return [Math.min(righe - 1, r + 1), c];
    case 'ArrowLeft':
      return [r, Math.max(0, c - 1)];
    case 'ArrowRight':
      return [r, Math.min(colonne - 1, c + 1)];
    case 'Home':
      return [e.ctrlKey ? 0 : r, 0];
    case 'End':
      return [e.ctrlKey ? righe - 1 : r, colonne - 1];
    default:
      return null;
  }
}

function postoDi(target: EventTarget): { bottone: HTMLElement; r: number; c: number } | null {
  const bottone = target instanceof Element ? target.closest<HTMLElement>('[data-posto]') : null;
  const [r, c] = (bottone?.dataset['posto'] ?? '').split('-').map(Number);
  return bottone && r !== undefined && c !== undefined ? { bottone, r, c } : null;
}

interface Props {
  anno: AnnoConsegne;
  scelta: Scelta | null;
  onScegli: (scelta: Scelta) => void;
}

/** The board: strutture by month, one mark per cell, one Tab stop, arrows inside. */
export function TabellaConsegne({ anno, scelta, onScegli }: Props) {
  const [fuoco, setFuoco] = useState<[number, number]>([0, 1]);
  const [indicata, setIndicata] = useState<HTMLElement | null>(null);
  const tabella = useRef<HTMLTableElement>(null);
  const mesi = useMemo(() => anno.righe[0]?.celle.map((c) => c.mese) ?? [], [anno]);
  const riga = Math.min(fuoco[0], anno.righe.length - 1);

  const indica = (e: SyntheticEvent) => {
    const posto = postoDi(e.target);
    setIndicata(posto?.bottone.dataset['frase'] ? posto.bottone : null);
    if (posto && e.type === 'focus') setFuoco([posto.r, posto.c]);
  };
  const onKeyDown = (e: KeyboardEvent) => {
    const posto = postoDi(e.target);
    const verso = posto && spostamento(e, anno.righe.length, mesi.length + 1, posto.r, posto.c);
    if (e.key === 'Escape') setIndicata(null);
    if (!verso) return;
    e.preventDefault();
    tabella.current?.querySelector<HTMLElement>(`[data-posto="${verso[0]}-${verso[1]}"]`)?.focus();
  };
  const onClick = (e: SyntheticEvent) => {
    const posto = postoDi(e.target);
    const struttura = posto && anno.righe[posto.r]?.struttura;
    if (posto && struttura) onScegli({ struttura, mese: posto.c === 0 ? null : (mesi[posto.c - 1] ?? null) });
  };

  return (
    <>
      <div className={css['scorri']}>
        <table
          ref={tabella}
          className={css['tabella']}
          aria-label={t.tabella(anno.anno)}
          onMouseOver={indica}
          onMouseLeave={() => setIndicata(null)}
          onFocus={indica}
          onBlur={() => setIndicata(null)}
          onKeyDown={onKeyDown}
          onClick={onClick}
        >
          <thead>
            <tr>
              <th scope="col">{t.struttura}</th>
              {mesi.map((mese) => (
                <th key={mese} scope="col">
                  {t.mese(mese)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {anno.righe.map((r, i) => (
              <RigaStruttura
                key={r.struttura}
                riga={r}
                indice={i}
                ultimoDovuto={anno.ultimoDovuto}
                scelta={
                  scelta?.struttura === r.struttura ? (scelta.mese === null ? 0 : mesi.indexOf(scelta.mese) + 1) : -1
                }
                fuoco={i === riga ? fuoco[1] : -1}
              />
            ))}
          </tbody>
        </table>
      </div>
      {/* beside the scrolling table, which would cut it; in the page, so that it belongs to it */}
      {indicata && <Tooltip opened label={indicata.dataset['frase']} target={indicata} withinPortal={false} />}
    </>
  );
}
