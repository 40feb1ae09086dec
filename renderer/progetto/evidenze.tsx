import { Button, Drawer, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { leggiGiorno, regolaGiorno, scriviGiorno } from '../form/valori.ts';
import ospite from '../ospite/ospite.module.css';
import { Attesa } from '../pannello/pannello.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { type Etichette, useEtichette } from '../report/etichette.ts';
import { avvisaErrore, ErroreInPagina } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import css from './progetto.module.css';
import type { Obiettivo } from './progetto.ts';

const t = testi.progetto;
type Fatto = Output<'evidenze.candidate'>['fatti'][number];
const LISTE: Readonly<Record<string, string>> = { visite: 'visita', incontri: 'servizio', attivita: 'area_attivita' };

/** `Visita del 5/3/2025, odontoiatrica, ASST`. */
export function fattoDetto({ tabella, data, voce, testo }: Fatto, etichetta: Etichette): string {
  const lista = LISTE[tabella];
  const che = voce !== null && lista !== undefined ? etichetta(lista, voce) : '';
  return [`${t.registri[tabella] ?? ''} ${scriviGiorno(data)}`, che, testo].filter((parte) => parte !== '').join(', ');
}

/** What of the registers is looked for: words and days. */
function useRicerca(obiettivoId: string, oggi: Giorno) {
  const { control, register, watch } = useForm({ defaultValues: { testo: '', dal: '', al: '' }, mode: 'onChange' });
  const { testo, dal, al } = watch();
  const [cercato] = useDebouncedValue(testo, 150);
  const [limite, setLimite] = useState(PER_VOLTA);
  const filtro = { testo: cercato, dal: leggiGiorno(dal, oggi, PASSATO), al: leggiGiorno(al, oggi, PASSATO) };
  const { data, error } = useEndpoint(
    'evidenze.candidate',
    { obiettivoId, ...filtro, limite },
    { staleTime: 0, placeholderData: (prima) => prima },
  );
  const cerca = testo !== '' || dal !== '' || al !== '';
  return { control, register, data, error, cerca, altre: () => setLimite((n) => n + PER_VOLTA) };
}

const PER_VOLTA = 60;
const PASSATO = { passato: true };

/** The guest's rows in the registers, the last first or those looked for, to link to a goal with one key each. */
export function ScegliEvidenza({
  obiettivo,
  oggi,
  onChiudi,
}: {
  obiettivo: Obiettivo;
  oggi: Giorno;
  onChiudi: () => void;
}) {
  const { control, register, data, error, cerca, altre } = useRicerca(obiettivo.id, oggi);
  const collega = useCommand('evidenze.add');
  const salvato = useSalvato();
  const etichetta = useEtichette();
  const detto = useTestoDiscreto();
  const giorno = { control, oggi, description: '', passato: true, rules: regolaGiorno(oggi) };
  const onCollega = ({ tabella, rigaId }: Fatto) =>
    // one line after the other, without waiting: each is said (`mutate` would call back for the last one only)
    void collega
      .mutateAsync({ obiettivoId: obiettivo.id, tabella, rigaId })
      .then((esito) => salvato(t.collegata, esito), avvisaErrore);
  return (
    <Drawer
      opened
      onClose={onChiudi}
      title={<b>{t.evidenzaTitolo}</b>}
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
    >
      <p>
        <b>{obiettivo.testo}</b>
      </p>
      <p className={ospite['frase']}>{t.evidenzaCosa}</p>
      <div className={css['cerca']}>
        <TextInput type="search" label={t.cercaEvidenza} autoComplete="off" data-autofocus {...register('testo')} />
        <CampoGiorno {...giorno} name="dal" label={t.dal} />
        <CampoGiorno {...giorno} name="al" label={t.finoA} />
      </div>
      {error && <ErroreInPagina errore={error} />}
      {!data && !error && <Attesa righe={6} testo={testi.comune.caricamento} />}
      {data?.fatti.length === 0 && <p className={ospite['frase']}>{cerca ? t.nessunaTrovata : t.nessunaCandidata}</p>}
      <ul className={css['elenco']}>
        {data?.fatti.map((fatto) => (
          <li key={`${fatto.tabella} ${fatto.rigaId}`}>
            <span>{detto(fattoDetto(fatto, etichetta))}</span>
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t.collegaQuesta(detto(fattoDetto(fatto, etichetta)))}
              onClick={() => onCollega(fatto)}
            >
              {t.collega}
            </Button>
          </li>
        ))}
      </ul>
      {data !== undefined && data.altri > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={altre}>
          {t.altreEvidenze(data.altri)}
        </Button>
      )}
    </Drawer>
  );
}
