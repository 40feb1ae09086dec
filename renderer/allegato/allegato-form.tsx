import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { ESTENSIONI_ALLEGATO, MASSIMO_ALLEGATO } from '../../domain/allegato.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand } from '../api/index.ts';
import type { FileDato } from '../file/file-letti.ts';
import { ScegliFile } from '../file/scegli-file.tsx';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvioCorretto } from '../form/use-invio.ts';
import { inForm, leggiGiorno, regolaGiorno, scriviGiorno } from '../form/valori.ts';
import type { Cartella } from '../ospite/cartella.ts';
import { testi } from '../testi/index.ts';
import css from './allegato.module.css';
import type { Allegato } from './documenti.tsx';

const t = testi.allegati;

type Tipi = Output<'allegati.list'>['tipi'];

interface Valori {
  tipo: string;
  titolo: string;
  data: string;
  scadenza: string;
}

function leggi({ tipo, titolo, data, scadenza }: Valori, tipi: Tipi, oggi: Giorno) {
  return {
    tipo: tipi.find((uno) => uno === tipo) ?? ('altro' as const),
    titolo: titolo.trim(),
    data: leggiGiorno(data, oggi),
    scadenza: leggiGiorno(scadenza, oggi),
  };
}

function Campi({ form, tipi, oggi }: { form: UseFormReturn<Valori>; tipi: Tipi; oggi: Giorno }) {
  const { errors } = form.formState;
  const giorno = { control: form.control, oggi, rules: regolaGiorno(oggi) };
  return (
    <>
      <TextInput
        label={t.che}
        description={t.cheCosa}
        autoComplete="off"
        data-autofocus
        error={errors.titolo?.message}
        {...form.register('titolo', { validate: (v) => v.trim() !== '' || t.mancaTitolo })}
      />
      <NativeSelect label={t.tipo} {...form.register('tipo')}>
        {tipi.map((tipo) => (
          <option key={tipo} value={tipo}>
            {t.tipi[tipo]}
          </option>
        ))}
      </NativeSelect>
      <CampoGiorno {...giorno} name="data" label={t.data} description={testi.form.giorno} />
      <CampoGiorno {...giorno} name="scadenza" label={t.scadenza} description={t.scadenzaCosa} />
    </>
  );
}

interface Props {
  tipi: Tipi;
  oggi: Giorno;
  onChiudi: () => void;
}

/** The bytes of a file chosen, or why not. @throws ErroreApprodo `file.*` */
async function leggiFile(file: FileDato): Promise<Uint8Array<ArrayBuffer>> {
  if (file.byte > MASSIMO_ALLEGATO) throw new ErroreApprodo('file.grande', t.grande);
  try {
    return await file.leggi();
  } catch {
    throw new ErroreApprodo('file.illeggibile', t.illeggibile);
  }
}

/** A file put with a guest. What is typed is kept if the panel closes; the file is chosen again. */
export function NuovoAllegatoForm({ cartella, tipi, oggi, onChiudi }: Props & { cartella: Cartella }) {
  const aggiungi = useCommand('allegati.add');
  const detto = useSalvato();
  const [file, setFile] = useState<FileDato | null>(null);
  const [errore, setErrore] = useState<ErroreApprodo | null>(null);
  const sospeso = useFormSospeso<Valori>(`allegato:${cartella.id}`, {
    defaultValues: { tipo: 'documento', titolo: '', data: '', scadenza: '' },
  });
  const { form } = sospeso;
  const invia = form.handleSubmit(async (valori) => {
    setErrore(null);
    if (!file) return setErrore(new ErroreApprodo('file.manca', t.mancaFile));
    try {
      const bytes = await leggiFile(file);
      const dati = { ospiteId: cartella.id, nomeFile: file.nome, bytes, ...leggi(valori, tipi, oggi) };
      const salvato = await aggiungi.mutateAsync(dati);
      sospeso.fatto();
      detto(t.salvato, salvato);
      onChiudi();
    } catch (e) {
      setErrore(e instanceof ErroreApprodo ? e : null);
    }
  });
  const scegli = (dati: FileDato[]) => {
    const [uno] = dati;
    if (!uno) return;
    setFile(uno);
    setErrore(null);
  };
  return (
    <FormLaterale
      titolo={t.aggiungiTitolo}
      sospeso={sospeso}
      errore={errore}
      inCorso={aggiungi.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <div className={css['scelta']}>
        <ScegliFile molti={false} accetta={ESTENSIONI_ALLEGATO.join(',')} onFile={scegli}>
          {t.scegli}
        </ScegliFile>
        <span role="status">{file ? `${file.nome} (${t.dimensione(file.byte)})` : ''}</span>
      </div>
      <p className={css['tenue']}>{t.fileCosa}</p>
      <Campi form={form} tipi={tipi} oggi={oggi} />
    </FormLaterale>
  );
}

/** What is said of a document: never its content. */
export function DatiAllegatoForm({ allegato, tipi, oggi, onChiudi }: Props & { allegato: Allegato }) {
  const sospeso = useFormSospeso<Valori>(`allegato-dati:${allegato.id}`, {
    defaultValues: {
      ...{ tipo: allegato.tipo, titolo: allegato.titolo },
      ...{ data: scriviGiorno(allegato.data), scadenza: scriviGiorno(allegato.scadenza) },
    },
  });
  const { contese, scegli, ...invio } = useInvioCorretto({
    ...{ sospeso, id: allegato.id, comando: 'allegati.save' },
    leggi: (valori: Valori) => leggi(valori, tipi, oggi),
    ...{ frase: t.salvato, onChiudi },
  });
  const mostra = (campo: string, valore: unknown) => {
    const testo = inForm(valore);
    return campo === 'tipo' ? (t.tipi[testo] ?? testo) : testo;
  };
  const nomi: Readonly<Record<string, string>> = { tipo: t.tipo, titolo: t.che, data: t.data, scadenza: t.scadenza };
  return (
    <FormLaterale titolo={t.correggiTitolo} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <Contese contese={contese} etichetta={(campo) => nomi[campo] ?? campo} mostra={mostra} onScegli={scegli} />
      <Campi form={sospeso.form} tipi={tipi} oggi={oggi} />
    </FormLaterale>
  );
}
