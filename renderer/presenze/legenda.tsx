import { IconEraser } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { testi } from '../testi/index.ts';
import griglia from './griglia.module.css';
import css from './presenze.module.css';
import { type Codice, etichettaBreve } from './testo-cella.ts';
import type { AzioniRegistro } from './use-azioni.ts';

const t = testi.presenze;

interface Props {
  codici: readonly Codice[];
  classi: ReadonlyMap<string, string>;
  quieta: string;
  pennello: string | null;
  bloccata: boolean;
  mancanti: number;
  azioni: AzioniRegistro;
}

/** The codes and their meaning; a click takes one as the brush, a second click puts it down. */
export const Legenda = memo(function Legenda({ codici, classi, quieta, pennello, bloccata, mancanti, azioni }: Props) {
  const voce = (lettera: string, etichetta: string, segno: ReactNode, classe: string, prima = '') => (
    <button
      key={lettera}
      type="button"
      className={css['voce']}
      aria-pressed={pennello === lettera}
      title={etichetta}
      disabled={bloccata}
      onClick={() => azioni.pennello(pennello === lettera ? null : lettera)}
    >
      <span className={`${css['segno']} ${griglia['segno']} ${classe}`} aria-hidden>
        {segno}
      </span>
      {prima}
      {t.etichetteCorte[etichetta] ?? etichetta}
    </button>
  );
  return (
    <div className={css['legenda']}>
      <fieldset className={css['codici']}>
        <legend className="visually-hidden">{t.legenda}</legend>
        {codici.map((c) => {
          const classe = classi.get(c.voce) ?? '';
          const quieto = c.voce === quieta;
          const nome = etichettaBreve(c.etichetta);
          return voce(c.voce, nome, quieto ? '·' : c.voce, classe, quieto ? `${c.voce} ` : '');
        })}
        {voce('.', t.gomma, <IconEraser size={14} />, '')}
      </fieldset>
      {mancanti > 0 ? (
        <button
          type="button"
          className={css['voce']}
          data-manca
          title={`${t.vaiAlProssimo} (F7)`}
          onClick={azioni.prossimo}
        >
          <span className={css['segno']} data-manca aria-hidden />
          {t.daRegistrareQuanti(mancanti)}
        </button>
      ) : (
        <span className={css['completo']}>✓ {t.nienteDaRegistrare}</span>
      )}
    </div>
  );
});
