import { IconAlertTriangle } from '@tabler/icons-react';
import { testi } from '../testi/index.ts';
import css from './avvertenza.module.css';

const t = testi.avvertenze;

interface Props {
  tipo: string;
  testo: string;
}

/** `Allergia: penicillina`: a mark with its words, never a colour alone. */
export function SegnoAvvertenza({ tipo, testo }: Props) {
  return (
    <span className={css['segno']} data-tipo={tipo}>
      <IconAlertTriangle size={14} aria-hidden />
      <span>
        {t.tipi[tipo] ?? tipo}: {testo}
      </span>
    </span>
  );
}
