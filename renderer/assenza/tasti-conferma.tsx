import { Button } from '@mantine/core';
import type { Giorno } from '../../domain/giorno.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './assenza.module.css';
import { useConferma } from './conferma.ts';
import type { RigaAssenza } from './uscita-form.tsx';

const t = testi.assenze;

/** The question of an exit planned: went, or not. */
export function TastiConferma({ riga, oggi }: { riga: RigaAssenza; oggi: Giorno }) {
  const { uscito, nonUscito } = useConferma(oggi);
  const formatNome = useFormatNome();
  const nome = formatNome(riga.cognome, riga.nome);
  return (
    <span className={css['azioni']}>
      <Button variant="subtle" size="compact-sm" aria-label={t.eUscitoChi(nome)} onClick={() => uscito(riga)}>
        {t.eUscito}
      </Button>
      <Button variant="subtle" size="compact-sm" aria-label={t.nonUscitoChi(nome)} onClick={() => nonUscito(riga)}>
        {t.nonUscito}
      </Button>
    </span>
  );
}
