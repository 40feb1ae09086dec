import { Checkbox, TextInput } from '@mantine/core';
import { Controller } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { findGiornoStrano } from '../../domain/giorno-fatto.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvioIntero } from '../form/use-invio.ts';
import { leggiTesto } from '../form/valori.ts';
import { testi } from '../testi/index.ts';
import type { Riga } from './gruppi.ts';
import css from './scadenze.module.css';

const t = testi.scadenze;

interface Props {
  struttura: string;
  riga: Riga;
  oggi: Giorno;
  onChiudi: () => void;
}

/** A deadline met: on which day, and a note of where it is. */
export function SegnaForm({ struttura, riga, oggi, onChiudi }: Props) {
  const { voce, oggettoId, entro } = riga;
  const sospeso = useFormSospeso(`adempimento:${voce}:${oggettoId}:${entro}`, {
    defaultValues: { fattoIl: formatGiornoBreve(oggi), nota: '', aChi: [] as string[] },
  });
  const { form } = sospeso;
  const aDiversi = (riga.destinatari?.length ?? 0) > 1;
  const invio = useInvioIntero({
    sospeso,
    comando: 'adempimenti.register',
    leggi: ({ fattoIl, nota, aChi }) => {
      const giorno = parseGiorno(fattoIl, oggi, { passato: true });
      if (giorno === undefined) return;
      const destinatari = riga.destinatari && (aDiversi ? aChi : riga.destinatari);
      return { struttura, voce, oggettoId, entro, fattoIl: giorno, nota: leggiTesto(nota), destinatari };
    },
    frase: t.segnata,
    onChiudi,
  });
  return (
    <FormLaterale titolo={t.segnaTitolo} sospeso={sospeso} azione={t.segna} {...invio} onChiudi={onChiudi}>
      <p className={css['frase']}>
        {riga.testo} · {t.entro.toLocaleLowerCase('it')} {t.giorno(entro)}
      </p>
      {aDiversi && (
        <Controller
          control={form.control}
          name="aChi"
          rules={{ validate: (scelti) => scelti.length > 0 || t.mancaAChi }}
          render={({ field: { ref, ...field }, fieldState }) => (
            <Checkbox.Group label={t.aChi} description={t.aChiCosa} error={fieldState.error?.message} {...field}>
              <div className={css['aChi']}>
                {riga.destinatari?.map((a, n) => (
                  <Checkbox key={a} ref={n === 0 ? ref : undefined} value={a} label={a} />
                ))}
              </div>
            </Checkbox.Group>
          )}
        />
      )}
      <CampoGiorno
        control={form.control}
        name="fattoIl"
        label={t.fattoIl}
        description={testi.form.giorno}
        oggi={oggi}
        passato
        nota={(capito) => findGiornoStrano(capito, oggi)?.frase ?? null}
        rules={{
          validate: (v) => parseGiorno(String(v), oggi, { passato: true }) !== undefined || testi.form.giornoIgnoto,
        }}
      />
      <TextInput label={t.nota} description={t.notaCosa} autoComplete="off" {...form.register('nota')} />
    </FormLaterale>
  );
}
