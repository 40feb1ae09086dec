import { Button } from '@mantine/core';
import type { FormSospeso } from '../form/use-form-sospeso.ts';
import { useTogli } from '../form/use-togli.ts';
import { testi } from '../testi/index.ts';

const t = testi.progetto;

interface Props {
  comando: Parameters<typeof useTogli>[0];
  /** null: there is nothing to take away yet */
  id: string | null;
  frase: string;
  sospeso: Pick<FormSospeso, 'fatto'>;
  onChiudi: () => void;
}

/** Takes away what the form is about, typed by mistake: with what hangs from it, and one key brings it back. */
export function Togli({ comando, id, frase, sospeso, onChiudi }: Props) {
  const { togli, inCorso } = useTogli(comando, frase, () => {
    sospeso.fatto();
    onChiudi();
  });
  if (id === null) return null;
  return (
    <div>
      <Button variant="subtle" color="red" loading={inCorso} onClick={() => togli(id)}>
        {t.togli}
      </Button>
    </div>
  );
}
