import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { aperteInsieme, isAperta } from '../../domain/apertura.ts';
import { useEndpoint } from '../api/index.ts';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSemplice } from '../form/use-form-sospeso.ts';
import { useInvioCorretto, useInvioIntero } from '../form/use-invio.ts';
import { inForm } from '../form/valori.ts';
import pannello from '../pannello/pannello.module.css';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import type { Regola } from './regole.tsx';

const t = testi.elenchi;

type Valori = Pick<Regola, 'giorni' | 'mesi' | 'anticipo' | 'attiva'>;

function campiDi({ giorni, mesi, anticipo, attiva }: Valori) {
  return {
    quanto: String(mesi ?? giorni ?? ''),
    unita: mesi === null && giorni !== null ? 'giorni' : 'mesi',
    anticipo: String(anticipo),
    attiva,
  };
}

type Campi = ReturnType<typeof campiDi>;

function isIntero(testo: string, vuoto: boolean): boolean {
  return testo.trim() === '' ? vuoto : /^\d{1,4}$/.test(testo.trim());
}

function leggi({ quanto, unita, anticipo, attiva }: Campi, conLunghezza: boolean) {
  const n = quanto.trim() === '' || !conLunghezza ? null : Number(quanto);
  const lunghezza = unita === 'giorni' ? { giorni: n, mesi: null } : { giorni: null, mesi: n };
  return { ...lunghezza, anticipo: Number(anticipo), attiva };
}

const ETICHETTE: Readonly<Record<string, string>> = {
  giorni: `${t.quanto} (${t.unitaNomi.giorni})`,
  mesi: `${t.quanto} (${t.unitaNomi.mesi})`,
  anticipo: t.anticipoCampo,
  attiva: t.attiva,
};

/** The other's value, into the field it is typed in. */
function scriviCampo(form: UseFormReturn<Campi>, campo: string, valore: unknown): void {
  if (campo === 'attiva') form.setValue('attiva', valore === true, { shouldDirty: true });
  else if (campo === 'anticipo') form.setValue('anticipo', inForm(valore), { shouldDirty: true });
  else if (valore !== null) {
    form.setValue('quanto', inForm(valore), { shouldDirty: true });
    form.setValue('unita', campo, { shouldDirty: true });
  }
}

/** How a rule holds: for every modulo, or for one. */
export function RegolaForm({ regola, onChiudi }: { regola: Regola; onChiudi: () => void }) {
  const oggi = useSessione()?.oggi ?? '';
  const strutture = useEndpoint('strutture.list', {}).data ?? [];
  // a closed one is offered only where it has a rule of its own to correct
  const moduli = strutture.flatMap((s) =>
    s.moduli.filter(
      (m) => isAperta(aperteInsieme(m, s), oggi) || regola.perModulo.some((uno) => uno.modulo === m.codice),
    ),
  );
  const [modulo, setModulo] = useState('');
  const sospeso = useFormSemplice<Campi>(campiDi(regola));
  const { form } = sospeso;
  const { errors, isDirty } = form.formState;
  const quale = { voce: regola.voce, modulo: modulo || null };
  const frase = t.regolaSalvata(regola.etichetta);
  const { contese, scegli, ricomincia, ...invio } = useInvioCorretto({
    sospeso,
    id: regola.voce,
    comando: 'regoleScadenza.save',
    leggi: (v: Campi) => leggi(v, regola.conLunghezza),
    intero: (campi, prima) => ({ ...quale, ...campi, prima }),
    scrivi: (campo, valore) => scriviCampo(form, campo, valore),
    ...{ frase, onChiudi },
  });
  const { onInvia: ripristina, ...ripristino } = useInvioIntero({
    sospeso,
    comando: 'regoleScadenza.save',
    leggi: () => ({ ...quale, anticipo: regola.anticipo, attiva: true, ripristina: true }),
    ...{ frase, onChiudi },
  });
  const cambiaModulo = (codice: string) => {
    setModulo(codice);
    sospeso.riparti(campiDi(regola.perModulo.find((uno) => uno.modulo === codice) ?? regola));
    ricomincia();
  };
  const propria = modulo === '' || regola.perModulo.some((uno) => uno.modulo === modulo);
  return (
    <FormLaterale
      titolo={t.correggiRegola(regola.etichetta)}
      modificato={isDirty}
      {...invio}
      errore={invio.errore ?? ripristino.errore}
      onChiudi={onChiudi}
    >
      <Contese
        contese={contese}
        etichetta={(campo) => ETICHETTE[campo] ?? campo}
        mostra={(_campo, valore) => inForm(valore)}
        onScegli={scegli}
      />
      <p className={pannello['cosa']}>{regola.fonte === '' ? '' : t.fonte(regola.fonte)}</p>
      <NativeSelect label={t.vale} value={modulo} onChange={(e) => cambiaModulo(e.currentTarget.value)} data-autofocus>
        <option value="">{t.tutti}</option>
        {moduli.map((m) => (
          <option key={m.id} value={m.codice}>
            {t.perModulo(m.nome)}
          </option>
        ))}
      </NativeSelect>
      {regola.conLunghezza && (
        <div className={pannello['due']}>
          <TextInput
            label={t.quanto}
            description={t.quantoCosa}
            inputMode="numeric"
            autoComplete="off"
            error={errors.quanto?.message}
            {...form.register('quanto', { validate: (v) => isIntero(v, true) || t.numero })}
          />
          <NativeSelect label={t.unita} description={' '} {...form.register('unita')}>
            <option value="giorni">{t.unitaNomi.giorni}</option>
            <option value="mesi">{t.unitaNomi.mesi}</option>
          </NativeSelect>
        </div>
      )}
      <TextInput
        label={t.anticipoCampo}
        inputMode="numeric"
        autoComplete="off"
        error={errors.anticipo?.message}
        {...form.register('anticipo', { validate: (v) => isIntero(v, false) || t.numero })}
      />
      <Checkbox label={t.attiva} description={t.attivaCosa} {...form.register('attiva')} />
      {propria && (
        <div>
          <Button variant="subtle" loading={ripristino.inCorso} onClick={ripristina}>
            {t.ripristina}
          </Button>
        </div>
      )}
    </FormLaterale>
  );
}
