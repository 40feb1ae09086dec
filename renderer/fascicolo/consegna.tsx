import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { IconFileTypeCsv, IconJson, IconPrinter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { type FORMATI, TITOLI } from '../../electron/contract/fascicolo.ts';
import { useCommand } from '../api/index.ts';
import { consegnaFile } from '../pannello/consegna-file.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { useStampa } from '../pannello/stampa.ts';
import { Tabella } from '../pannello/tabella.tsx';
import { avvisa, ErroreInPagina } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import css from './fascicolo.module.css';
import type { Fascicolo } from './tavole.ts';

const t = testi.fascicolo;
type Formato = (typeof FORMATI)[number];

const ICONE = { stampa: IconPrinter, json: IconJson, csv: IconFileTypeCsv };
const NOMI: Readonly<Record<Formato, string>> = { stampa: t.stampa, json: t.json, csv: t.csv };
const ORDINE: readonly Formato[] = ['stampa', 'json', 'csv'];

/** To whom and in which form: the register of copies is written before the copy exists. */
export function Consegna({ ospiteId }: { ospiteId: string }) {
  const { register, handleSubmit, formState } = useForm<{ richiedente: string; titolo: (typeof TITOLI)[number] }>({
    defaultValues: { richiedente: '', titolo: 'interessato' },
  });
  const consegna = useCommand('fascicoli.deliver');
  const stampa = useStampa(useMemo(() => ({ cosa: 'cartella' as const, ospiteId }), [ospiteId]));
  const fai = (formato: Formato) =>
    handleSubmit(({ richiedente, titolo }) =>
      consegna.mutate(
        { ospiteId, richiedente: richiedente.trim(), titolo, formato },
        {
          onSuccess: ({ nome, bytes }) => {
            markSaved();
            if (formato !== 'stampa') return consegnaFile(nome, bytes, testi.anonimato.salvato);
            avvisa(t.consegnata);
            // the list of copies on the page is drawn again before the paper
            setTimeout(stampa, 300);
          },
        },
      ),
    )();
  return (
    <Pannello titolo={t.consegna}>
      {consegna.error && <ErroreInPagina errore={consegna.error} />}
      <form
        className={css['consegna']}
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          void fai('stampa');
        }}
      >
        <TextInput
          label={t.richiedente}
          autoComplete="off"
          error={formState.errors.richiedente?.message}
          {...register('richiedente', { validate: (testo) => testo.trim() !== '' || t.manca })}
        />
        <NativeSelect
          label={t.titoloRichiesta}
          data={TITOLI.map((value) => ({ value, label: t.titoli[value] }))}
          {...register('titolo')}
        />
        <Group gap={8} className={css['bottoni'] ?? ''}>
          {ORDINE.map((formato) => {
            const Icona = ICONE[formato];
            return (
              <Button
                key={formato}
                variant={formato === 'stampa' ? 'filled' : 'default'}
                leftSection={<Icona size={16} aria-hidden />}
                loading={consegna.isPending && consegna.variables.formato === formato}
                onClick={() => void fai(formato)}
              >
                {NOMI[formato]}
              </Button>
            );
          })}
        </Group>
      </form>
    </Pannello>
  );
}

/** Who already has a copy. */
export function CopieConsegnate({ copie }: { copie: Fascicolo['copie'] }) {
  return (
    <Pannello titolo={t.copie}>
      <Tabella vuota={t.nessunaCopia} colonne={[t.data, t.richiedente, t.titoloRichiesta, t.formato, t.consegnataDa]}>
        {copie.map((copia) => (
          <tr key={copia.id}>
            <td>{formatGiornoBreve(copia.data)}</td>
            <td>{copia.richiedente}</td>
            <td>{t.titoli[copia.titolo]}</td>
            <td>{t.formati[copia.formato]}</td>
            <td>{copia.consegnataDa}</td>
          </tr>
        ))}
      </Tabella>
    </Pannello>
  );
}
