import { Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { LEGGE_SEZIONE } from '../../electron/contract/sezione.ts';
import { useCommand } from '../api/index.ts';
import { FormLaterale } from '../form/form-laterale.tsx';
import { avvisa } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import { ChiLegge } from './chi-legge.tsx';
import css from './ospite.module.css';

const t = testi.ospite;

interface Props {
  ospiteId: string;
  ruolo: Ruolo;
  oggi: string;
  onChiudi: () => void;
}

/** One more sealed note. */
export function NotaForm({ ospiteId, ruolo, oggi, onChiudi }: Props) {
  const [testo, setTesto] = useState('');
  const [data, setData] = useState(formatGiornoBreve(oggi));
  const [ruoli, setRuoli] = useState<Ruolo[]>([...LEGGE_SEZIONE.note]);
  const [provato, setProvato] = useState(false);
  const comando = useCommand('note.register');
  const giorno = parseGiorno(data, oggi, { passato: true });
  const salva = (e: FormEvent) => {
    e.preventDefault();
    setProvato(true);
    if (testo.trim() === '' || giorno === undefined) return;
    const onSuccess = () => {
      markSaved();
      avvisa(t.notaSalvata);
      onChiudi();
    };
    comando.mutate({ ospiteId, data: giorno, testo: testo.trim(), ruoli }, { onSuccess });
  };
  return (
    <FormLaterale
      titolo={t.notaTitolo}
      // sealed when it is saved: in the meantime it lies in no draft, and closing asks before it is lost
      modificato={testo.trim() !== ''}
      azione={t.salvaNota}
      errore={comando.error}
      inCorso={comando.isPending}
      onInvia={salva}
      onChiudi={onChiudi}
    >
      <p className={css['frase']}>{t.notaCosa}</p>
      <Textarea
        label={t.notaTesto}
        value={testo}
        onChange={(e) => setTesto(e.currentTarget.value)}
        error={provato && testo.trim() === '' ? t.notaManca : undefined}
        maxLength={5000}
        autosize
        minRows={4}
        maxRows={12}
        data-autofocus
      />
      <TextInput
        label={t.notaData}
        value={data}
        onChange={(e) => setData(e.currentTarget.value)}
        error={provato && giorno === undefined ? t.dataIgnota : undefined}
      />
      <ChiLegge titolo={t.chiLegge} ruoli={LEGGE_SEZIONE.note} proprio={ruolo} scelti={ruoli} onScelti={setRuoli} />
    </FormLaterale>
  );
}
