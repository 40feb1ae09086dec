import { Button } from '@mantine/core';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { formatIstante } from '../testi/istante.ts';
import css from './form.module.css';
import type { FormSospeso } from './use-form-sospeso.ts';

/** Says that what was left half-written is back, and lets it go. */
export function Ripreso({ sospeso }: { sospeso: Pick<FormSospeso, 'ripresoAtMs' | 'scarta'> }) {
  const oggi = useSessione()?.oggi ?? '';
  if (sospeso.ripresoAtMs === null) return null;
  return (
    <div className={css['ripreso']} role="status">
      <span>{testi.form.ripreso(formatIstante(sospeso.ripresoAtMs, oggi))}</span>
      <Button variant="subtle" size="compact-sm" onClick={sospeso.scarta}>
        {testi.form.ricomincia}
      </Button>
    </div>
  );
}
