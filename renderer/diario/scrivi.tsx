import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type Control, Controller } from 'react-hook-form';
import { TIPI_DIARIO, type TipoDiario } from '../../domain/diario.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { parseGiorno } from '../../domain/giorno-testo.ts';
import { parseOra } from '../../domain/ora-testo.ts';
import { normalizeNome } from '../../domain/persona.ts';
import { useCommand } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoOra } from '../form/campo-ora.tsx';
import { CampoTesto } from '../form/campo-testo.tsx';
import { Ripreso } from '../form/ripreso.tsx';
import { useQuiOUsciti } from '../form/usciti.ts';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { avvisa, ErroreInPagina } from '../shell/avvisi.tsx';
import { markSaved } from '../shell/salvataggio.ts';
import { formatOra, testi } from '../testi/index.ts';
import css from './diario.module.css';

const t = testi.diario;

interface Campi {
  testo: string;
  ospiteId: string | null;
  giorno: string;
  ora: string;
  tipo: TipoDiario;
  importante: boolean;
}

const VUOTO: Campi = { testo: '', ospiteId: null, giorno: '', ora: '', tipo: 'diario', importante: false };

interface Props {
  struttura: string;
  /** the page is about one guest: the lines are of them */
  ospiteId?: string;
  oggi: Giorno;
}

/** One more line: the text box is ready, Ctrl+Enter saves. Day and hour left empty are now. */
export function Scrivi({ struttura, ospiteId, oggi }: Props) {
  const sospeso = useFormSospeso<Campi>(`diario:${struttura}:${ospiteId ?? ''}`, { defaultValues: VUOTO });
  const { form } = sospeso;
  const aggiungi = useCommand('diario.add');
  const leggi = (testo: string) => parseGiorno(testo, oggi, { passato: true });
  const giorno = leggi(form.watch('giorno')) ?? oggi;
  const [scritte, setScritte] = useState(0);
  // after a line the next one: once the fields are empty again, the one being left too
  useEffect(() => {
    if (ospiteId === undefined || scritte > 0) form.setFocus('testo');
  }, [form, ospiteId, scritte]);
  const invia = form.handleSubmit(async ({ testo, ospiteId: scelto, giorno: detto, ora, tipo, importante }) => {
    await aggiungi.mutateAsync({
      ...{ struttura, testo: testo.trim(), tipo, importante },
      ospiteId: ospiteId ?? scelto,
      // empty is today: what is not understood was asked again
      data: leggi(detto) ?? oggi,
      ora: parseOra(ora) ?? formatOra(Date.now()),
    });
    // whether the page is still this one or not: a line that is written must not come back to be written twice
    markSaved();
    avvisa(t.salvata);
    sospeso.scarta();
    setScritte((n) => n + 1);
  });
  return (
    <form className={css['scrivi']} noValidate onSubmit={(e) => void invia(e).catch(() => undefined)}>
      <Ripreso sospeso={sospeso} />
      {aggiungi.error && <ErroreInPagina errore={aggiungi.error} />}
      <CampoTesto
        label={t.scrivi}
        description={t.segnaposto}
        campo={form.register('testo', { validate: (v) => v.trim() !== '' || t.manca })}
        error={form.formState.errors.testo?.message}
      />
      <div className={css['campi']}>
        {ospiteId === undefined && <CampoChi struttura={struttura} giorno={giorno} control={form.control} />}
        <div className={css['giornoCampo']}>
          <CampoGiorno
            control={form.control}
            name="giorno"
            label={t.giorno}
            description={t.adesso}
            oggi={oggi}
            passato
            rules={{ validate: (v) => v === '' || leggi(String(v)) !== undefined || testi.form.giornoIgnoto }}
          />
        </div>
        <div className={css['oraCampo']}>
          <CampoOra
            control={form.control}
            name="ora"
            label={t.ora}
            description={giorno === oggi ? undefined : t.oraDiAdesso}
          />
        </div>
        <Controller
          control={form.control}
          name="tipo"
          render={({ field }) => (
            <SegmentedControl
              aria-label={t.tipo}
              data={TIPI_DIARIO.map((value) => ({ value, label: t.tipi[value] }))}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <Checkbox label={t.importante} {...form.register('importante')} mb={7} />
        <Button type="submit" loading={aggiungi.isPending}>
          {t.salva}
        </Button>
      </div>
    </form>
  );
}

/** Who the line is about: a guest of that day, one who has just left, or nobody in particular. */
function CampoChi({ struttura, giorno, control }: { struttura: string; giorno: Giorno; control: Control<Campi> }) {
  const { qui, usciti } = useQuiOUsciti(struttura, giorno);
  const nomi = new Map([...qui, ...usciti]);
  const offerti = (chi: ReadonlyMap<string, string>) => [...chi].map(([value, label]) => ({ value, label }));
  const [cerca, setCerca] = useState('');
  const trova = (testo: string) => {
    const chiave = normalizeNome(testo);
    if (chiave === '') return undefined;
    return [...nomi].find(([, nome]) => normalizeNome(nome).includes(chiave))?.[0];
  };
  return (
    <Controller
      control={control}
      name="ospiteId"
      render={({ field }) => (
        <Select
          label={t.riguarda}
          placeholder={t.tuttaComunita}
          data={[...offerti(qui), ...(usciti.size > 0 ? [{ group: t.usciti, items: offerti(usciti) }] : [])]}
          value={field.value}
          onChange={field.onChange}
          ref={field.ref}
          searchable
          allowDeselect={false}
          onSearchChange={setCerca}
          // the first name found, however quickly Enter follows; never the whole form
          onKeyDown={(e) => {
            if (e.key !== 'Enter') return;
            if (!e.ctrlKey && !e.metaKey) e.preventDefault();
            const trovato = trova(cerca);
            if (trovato !== undefined) field.onChange(trovato);
          }}
          clearable
          selectFirstOptionOnChange
          nothingFoundMessage={testi.form.nessunOspite}
          clearButtonProps={{ 'aria-label': t.tuttaComunita }}
        />
      )}
    />
  );
}
