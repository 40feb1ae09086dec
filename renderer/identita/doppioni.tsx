import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { formatNascita, parseNascita } from '../../domain/nascita.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { Riquadro } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './identita.module.css';
import type { ValoriIdentita } from './valori.ts';

const t = testi.identita;
const ATTESA_MS = 200;

export type Simile = Output<'ospiti.listSimili'>[number];

interface Props {
  oggi: Giorno;
  /** the one being corrected: never like themself */
  tranne?: string;
  /** choosing one instead of writing a new one */
  onScelto?: (simile: Simile) => void;
}

/** While somebody is being written: who in the register they may be, each with why. Inside a `FormProvider` of `ValoriIdentita`. */
export function PossibiliDoppioni({ oggi, tranne, onScelto }: Props) {
  const { control } = useFormContext<ValoriIdentita>();
  const [cognome, nome, nascita, codiceFiscale] = useWatch({
    control,
    name: ['cognome', 'nome', 'dataNascita', 'codiceFiscale'],
  });
  const formatNome = useFormatNome();
  const [chi] = useDebouncedValue(JSON.stringify([cognome, nome, nascita, codiceFiscale]), ATTESA_MS);
  const [c, n, d, cf] = JSON.parse(chi) as [string, string, string, string];
  const { data } = useEndpoint(
    'ospiti.listSimili',
    {
      ...{ cognome: c, nome: n, dataNascita: parseNascita(d, oggi) ?? null },
      ...{ codiceFiscale: cf.trim() === '' ? null : cf, tranne: tranne ?? null },
    },
    { enabled: c.trim().length >= 2, placeholderData: (prima) => prima },
  );
  if (!data || data.length === 0 || c.trim().length < 2) return null;
  return (
    <Riquadro tono="attenzione">
      <b>{t.doppioni}</b>
      <ul className={css['doppioni']} aria-label={t.doppioni}>
        {data.map((simile) => (
          <li key={simile.id}>
            <span>
              {t.doppione(
                formatNome(simile.cognome, simile.nome),
                formatNascita(simile.dataNascita),
                describeDove(simile),
                simile.perche,
              )}
            </span>
            {onScelto && (
              <Button variant="default" size="compact-sm" onClick={() => onScelto(simile)}>
                {t.usaQuesto}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Riquadro>
  );
}

function describeDove({ presenteIn, ultimaDimissione }: Simile): string {
  if (presenteIn !== null) return t.presenteIn(presenteIn);
  return ultimaDimissione === null ? '' : t.dimesso(formatGiornoBreve(ultimaDimissione));
}
