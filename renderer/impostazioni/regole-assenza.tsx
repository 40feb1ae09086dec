import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { inForm, leggiGiorno, leggiTesto, regolaGiorno } from '../form/valori.ts';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { AzioneRiga, Tabella } from '../pannello/tabella.tsx';
import { avvisaErrore } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';

const t = testi.assenze;

type Regola = Output<'regoleAssenza.list'>['righe'][number];

interface PropsForm {
  regola: Regola | null;
  paganti: readonly string[];
  oggi: string;
  onChiudi: () => void;
}

const ETICHETTE: Readonly<Record<string, string>> = {
  ...{ entePagante: t.ente, dal: t.dal, al: t.al },
  ...{ uscitaAssente: t.uscitaAssente, rientroAssente: t.rientroAssente },
};

function RegolaForm({ regola, paganti, oggi, onChiudi }: PropsForm) {
  const sospeso = useFormSospeso(`regola-assenza:${regola?.id ?? 'nuova'}`, {
    defaultValues: {
      entePagante: regola?.entePagante ?? '',
      dal: formatGiornoBreve(regola?.dal ?? oggi),
      al: regola?.al ? formatGiornoBreve(regola.al) : '',
      uscitaAssente: regola?.uscitaAssente ?? true,
      rientroAssente: regola?.rientroAssente ?? false,
    },
  });
  const { control, register } = sospeso.form;
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: regola?.id ?? null,
    comandi: { registra: 'regoleAssenza.save', salva: 'regoleAssenza.save' },
    leggi: ({ entePagante, dal, al, ...conta }: ReturnType<typeof sospeso.base>) => ({
      entePagante: leggiTesto(entePagante),
      dal: leggiGiorno(dal, oggi) ?? '',
      al: leggiGiorno(al, oggi),
      ...conta,
    }),
    nuovo: (_v, campi) => ({ id: null, ...campi }),
    intero: (campi, prima) => ({ id: regola?.id ?? null, ...campi, prima }),
    frase: t.regolaSalvata,
    onChiudi,
  });
  const giorno = { control, oggi };
  return (
    <FormLaterale titolo={t.regolaTitolo} sospeso={sospeso} {...invio} onChiudi={onChiudi}>
      <Contese
        contese={contese}
        etichetta={(campo) => ETICHETTE[campo] ?? campo}
        mostra={(_campo, valore) => inForm(valore)}
        onScegli={scegli}
      />
      <TextInput
        label={t.ente}
        description={t.enteCosa}
        autoComplete="off"
        list="paganti"
        data-autofocus
        {...register('entePagante')}
      />
      <datalist id="paganti">
        {paganti.map((ente) => (
          <option key={ente} value={ente} />
        ))}
      </datalist>
      <CampoGiorno
        {...giorno}
        name="dal"
        label={t.dal}
        description={testi.form.giorno}
        rules={regolaGiorno(oggi, testi.form.giornoIgnoto)}
      />
      <CampoGiorno {...giorno} name="al" label={t.al} description={t.alCosa} rules={regolaGiorno(oggi)} />
      <Checkbox label={t.uscitaAssente} {...register('uscitaAssente')} />
      <Checkbox label={t.rientroAssente} {...register('rientroAssente')} />
    </FormLaterale>
  );
}

/** How the payers count the day of leaving and the day of return. */
export function RegoleAssenza({ oggi }: { oggi: string }) {
  const { data } = useEndpoint('regoleAssenza.list', {});
  const togli = useCommand('regoleAssenza.remove');
  const [aperta, setAperta] = useState<{ regola: Regola | null } | null>(null);
  const conta = (assente: boolean) => (assente ? t.assente : t.presente);
  const salvato = useSalvato();
  const onTogli = (id: string) =>
    togli.mutate({ id }, { onSuccess: (esito) => salvato(t.regolaTolta, esito), onError: avvisaErrore });
  return (
    <Pannello
      titolo={t.regole}
      azioni={
        <Button variant="default" onClick={() => setAperta({ regola: null })}>
          {t.regolaNuova}
        </Button>
      }
    >
      <p className={pannello['cosa']}>{t.regoleCosa}</p>
      <p className={pannello['cosa']}>{t.regolaPredefinita}</p>
      {data && data.righe.length > 0 && (
        <Tabella etichetta={t.regole} colonne={[t.ente, t.dal, t.al, t.giornoUscita, t.rientro]} azioni>
          {data.righe.map((regola) => {
            const chi = regola.entePagante ?? t.tutti;
            return (
              <tr key={regola.id}>
                <th scope="row">{chi}</th>
                <td>{formatGiornoBreve(regola.dal)}</td>
                <td>{regola.al && formatGiornoBreve(regola.al)}</td>
                <td>{conta(regola.uscitaAssente)}</td>
                <td>{conta(regola.rientroAssente)}</td>
                <td className={tabella['numero']}>
                  <AzioneRiga dice={t.correggiChi(chi)} onClick={() => setAperta({ regola })}>
                    {testi.comune.correggi}
                  </AzioneRiga>
                  <AzioneRiga dice={t.togliChi(chi)} onClick={() => onTogli(regola.id)}>
                    {t.togli}
                  </AzioneRiga>
                </td>
              </tr>
            );
          })}
        </Tabella>
      )}
      {aperta && (
        <RegolaForm regola={aperta.regola} paganti={data?.paganti ?? []} oggi={oggi} onChiudi={() => setAperta(null)} />
      )}
    </Pannello>
  );
}
