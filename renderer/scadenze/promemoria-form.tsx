import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { useCommand } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useQuiOUsciti } from '../form/usciti.ts';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvioIntero } from '../form/use-invio.ts';
import { FUTURO } from '../form/valori.ts';
import { avvisaErrore } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import type { Riga } from './gruppi.ts';

const t = testi.scadenze;

interface Props {
  struttura: string;
  /** null: a new one */
  riga: Riga | null;
  oggi: Giorno;
  onChiudi: () => void;
}

/** The guests it may be about: who is here today, who has just left, and who it is already about. */
function useOspiti(struttura: string, oggi: Giorno, riga: Riga | null) {
  const formatNome = useFormatNome();
  const { qui, usciti } = useQuiOUsciti(struttura, oggi);
  const suo = riga?.ospiteId && !usciti.has(riga.ospiteId) ? riga.ospiteId : null;
  const scelto = suo === null ? [] : [[suo, formatNome(riga?.cognome ?? '', riga?.nome ?? '')] as const];
  return { qui: new Map([...scelto, ...qui]), usciti };
}

function Opzioni({ nomi }: { nomi: ReadonlyMap<string, string> }) {
  return [...nomi].map(([id, nome]) => (
    <option key={id} value={id}>
      {nome}
    </option>
  ));
}

/** A reminder of one's own. */
export function PromemoriaForm({ struttura, riga, oggi, onChiudi }: Props) {
  const sospeso = useFormSospeso(`promemoria:${riga?.oggettoId ?? `${struttura}:nuovo`}`, {
    defaultValues: {
      testo: riga?.testo ?? '',
      entro: riga ? formatGiornoBreve(riga.entro) : '',
      ospiteId: riga?.ospiteId ?? '',
    },
  });
  const { form } = sospeso;
  const togli = useCommand('promemoria.remove');
  const detto = useSalvato();
  const ospiti = useOspiti(struttura, oggi, riga);
  const invio = useInvioIntero({
    sospeso,
    comando: 'promemoria.save',
    leggi: ({ testo, entro, ospiteId }) => {
      const giorno = parseGiorno(entro, oggi, FUTURO);
      if (giorno === undefined) return;
      return { struttura, id: riga?.oggettoId ?? null, testo, entro: giorno, ospiteId: ospiteId || null };
    },
    frase: t.promemoriaSalvato,
    onChiudi,
  });
  const onTogli = (id: string) =>
    togli.mutate(
      { id },
      {
        onSuccess: (salvato) => {
          sospeso.fatto();
          detto(t.promemoriaTolto, salvato);
          onChiudi();
        },
        onError: avvisaErrore,
      },
    );
  return (
    <FormLaterale titolo={riga ? t.promemoriaTitolo : t.promemoria} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <TextInput
        label={t.promemoriaCosa}
        autoComplete="off"
        data-autofocus
        error={form.formState.errors.testo?.message}
        {...form.register('testo', { validate: (v) => v.trim() !== '' || t.manca.testo })}
      />
      <CampoGiorno
        control={form.control}
        name="entro"
        label={t.entro}
        description={testi.form.giorno}
        oggi={oggi}
        futuro
        rules={{ validate: (v) => parseGiorno(v, oggi, FUTURO) !== undefined || testi.form.giornoIgnoto }}
      />
      <NativeSelect label={t.promemoriaOspite} {...form.register('ospiteId')}>
        <option value="">{t.promemoriaNessuno}</option>
        <Opzioni nomi={ospiti.qui} />
        {ospiti.usciti.size > 0 && (
          <optgroup label={testi.diario.usciti}>
            <Opzioni nomi={ospiti.usciti} />
          </optgroup>
        )}
      </NativeSelect>
      {riga && (
        <div>
          <Button variant="subtle" color="red" loading={togli.isPending} onClick={() => onTogli(riga.oggettoId)}>
            {t.togli}
          </Button>
        </div>
      )}
    </FormLaterale>
  );
}
