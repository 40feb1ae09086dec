import { Popover } from '@mantine/core';
import { IconChevronDown, IconChevronLeft, IconChevronRight, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { annoDi, type Mese, meseDi } from '../../domain/giorno.ts';
import { formatMese, nomeMese } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import { testi } from '../testi/index.ts';
import css from './shell.module.css';

const MESI = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

interface Props {
  struttura: string;
  attuale: Mese;
  oggi: string;
  onScegli: (mese: Mese) => void;
}

/** The month the page is about: twelve months of a year, closed ones with their mark. */
export function MesePicker({ struttura, attuale, oggi, onScegli }: Props) {
  const [aperto, setAperto] = useState(false);
  const [anno, setAnno] = useState(annoDi(attuale));
  const apri = (apre: boolean) => {
    if (apre) setAnno(annoDi(attuale));
    setAperto(apre);
  };
  const scegli = (mese: Mese) => {
    setAperto(false);
    onScegli(mese);
  };
  return (
    <Popover opened={aperto} onChange={apri} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={`${css['scelta']} ${css['sceltaMese']}`}
          aria-label={testi.shell.cambiaMese(formatMese(attuale))}
          onClick={() => apri(!aperto)}
        >
          {formatMese(attuale)} <IconChevronDown size={14} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={testi.shell.mese}>
        <div className={css['anno']}>
          <button
            type="button"
            className={css['freccia']}
            aria-label={testi.shell.annoPrima}
            onClick={() => setAnno(anno - 1)}
          >
            <IconChevronLeft size={16} aria-hidden />
          </button>
          <b aria-live="polite">{anno}</b>
          <button
            type="button"
            className={css['freccia']}
            aria-label={testi.shell.annoDopo}
            onClick={() => setAnno(anno + 1)}
          >
            <IconChevronRight size={16} aria-hidden />
          </button>
        </div>
        <MesiDellAnno struttura={struttura} anno={anno} attuale={attuale} oggi={oggi} onScegli={scegli} />
        <button
          type="button"
          className={css['voceMese']}
          style={{ width: '100%' }}
          onClick={() => scegli(meseDi(oggi))}
        >
          {testi.shell.meseDiOggi}
        </button>
      </Popover.Dropdown>
    </Popover>
  );
}

function MesiDellAnno({ struttura, anno, attuale, oggi, onScegli }: Props & { anno: number }) {
  const stati = useEndpoint('mesi.list', { struttura, anno }).data;
  return (
    <div className={css['mesi']}>
      {MESI.map((numero) => {
        const mese = `${anno}-${String(numero).padStart(2, '0')}`;
        const stato = stati?.find((s) => s.mese === mese)?.stato ?? 'aperto';
        const parola = testi.shell.statoMese[stato];
        return (
          <button
            key={mese}
            type="button"
            className={css['voceMese']}
            data-attuale={mese === attuale || undefined}
            data-oggi={mese === meseDi(oggi) || undefined}
            aria-current={mese === attuale ? 'date' : undefined}
            data-autofocus={mese === attuale || undefined}
            onClick={() => onScegli(mese)}
          >
            {nomeMese(numero)}
            <span className="visually-hidden">
              {' '}
              {anno}
              {parola === '' ? '' : `, ${parola}`}
            </span>
            {stato === 'chiuso' && <IconLock size={12} aria-hidden />}
          </button>
        );
      })}
    </div>
  );
}
