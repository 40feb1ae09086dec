import { Button, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { normalizeGruppo, ultimoGruppo } from '../../domain/chiave-recupero.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { useCommand } from '../api/index.ts';
import { Riquadro } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import { ChiaveScritta } from './chiave-scritta.tsx';
import css from './recupero.module.css';

const t = testi.recupero;

interface Props {
  chiave: string;
  /** of the installation, for the printed page */
  nome: string;
  oggi: Giorno;
  /** what the last button says */
  fine: string;
  onFatto: () => void;
}

/** What comes out of the printer, alone on its page. */
function Foglio({ chiave, nome, oggi }: Pick<Props, 'chiave' | 'nome' | 'oggi'>) {
  return (
    <div className={css['foglio']} data-foglio-chiave aria-hidden>
      <h1>{t.foglio.titolo}</h1>
      <p>
        {t.foglio.di(nome)}. {t.foglio.del(oggi)}.
      </p>
      <ChiaveScritta chiave={chiave} />
      <p>{t.foglio.lettere}</p>
      <p>{t.foglio.serve}</p>
      <p>{t.foglio.dove}</p>
      <p>{t.foglio.persa}</p>
    </div>
  );
}

/** A key just made: shown this once, printed, and its last group typed back from the paper. */
export function ChiaveNuova({ chiave, nome, oggi, fine, onFatto }: Props) {
  const [gruppo, setGruppo] = useState('');
  const [diverso, setDiverso] = useState(false);
  const conferma = useCommand('recupero.confirm');
  const invia = (e: FormEvent) => {
    e.preventDefault();
    const giusto = normalizeGruppo(gruppo) === ultimoGruppo(chiave);
    setDiverso(!giusto);
    if (giusto) conferma.mutate({ chiave }, { onSuccess: onFatto });
  };
  return (
    <form className={css['passi']} onSubmit={invia} noValidate>
      <p>{t.nuovaCosa}</p>
      <ChiaveScritta chiave={chiave} />
      <div className={css['bottoni']}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
          data-autofocus
        >
          {t.stampa}
        </Button>
      </div>
      <TextInput
        label={t.conferma}
        description={t.confermaCosa}
        value={gruppo}
        onChange={(e) => setGruppo(e.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={diverso ? t.confermaDiversa : undefined}
      />
      {conferma.error && <Riquadro tono="male">{conferma.error.messaggio}</Riquadro>}
      <Button type="submit" loading={conferma.isPending}>
        {fine}
      </Button>
      <Foglio chiave={chiave} nome={nome} oggi={oggi} />
    </form>
  );
}
