import { Checkbox } from '@mantine/core';
import { accordaAccompagnamento } from '../../domain/appuntamento.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { useCommand } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoOra } from '../form/campo-ora.tsx';
import { CampoTesto } from '../form/campo-testo.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { SiNo } from '../form/si-no.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { inForm, leggiGiorno, leggiOra, leggiSiNo, leggiTesto, regolaGiorno } from '../form/valori.ts';
import { useEtichette } from '../report/etichette.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import { CampoSuggerito } from './campi.tsx';
import type { Visita } from './form-visita.tsx';
import { etichettaCampo, useChiAccompagna, useUsati } from './use-appuntamento.ts';

const t = testi.agenda;

/** How a booked visit went, in the few fields that matter, and the next one at once. */
export function FormFatta({ visita, oggi, onChiudi }: { visita: Visita; oggi: Giorno; onChiudi: () => void }) {
  const sospeso = useFormSospeso(`visita:fatta:${visita.id}`, {
    defaultValues: {
      esito: visita.esito ?? '',
      accompagnamento: inForm(visita.accompagnamento),
      accompagnatore: visita.accompagnatore ?? '',
      prossima: inForm(visita.prossima),
      prenota: true,
      oraProssima: visita.ora ?? '',
    },
  });
  const { control, register, watch, handleSubmit } = sospeso.form;
  useChiAccompagna(sospeso);
  const usati = useUsati(visita.struttura);
  const comando = useCommand('visite.done');
  const salvato = useSalvato();
  const etichetta = useEtichette();
  const formatNome = useFormatNome();
  const prossima = leggiGiorno(watch('prossima'), oggi);
  const invia = handleSubmit((v) => {
    const giorno = leggiGiorno(v.prossima, oggi);
    const prenota = v.prenota && giorno !== null;
    comando.mutate(
      {
        id: visita.id,
        esito: leggiTesto(v.esito),
        ...accordaAccompagnamento({
          accompagnamento: leggiSiNo(v.accompagnamento),
          accompagnatore: leggiTesto(v.accompagnatore),
        }),
        prossima: giorno,
        oraProssima: leggiOra(v.oraProssima),
        prenota,
      },
      {
        onSuccess: (esito) => {
          sospeso.fatto();
          salvato(prenota ? t.visita.fattaEPrenotata(formatGiorno(giorno)) : t.visita.fattaSalvata, esito);
          onChiudi();
        },
      },
    );
  });
  const cosa = `${etichetta('visita', visita.tipo)}, ${formatNome(visita.ospite.cognome, visita.ospite.nome)}`;
  return (
    <FormLaterale
      titolo={t.visita.fattaTitolo(cosa)}
      ospiti={[visita.ospite.id]}
      sospeso={sospeso}
      azione={t.visita.fattaSalva}
      errore={comando.error}
      inCorso={comando.isPending}
      onInvia={(e) => void invia(e)}
      onChiudi={onChiudi}
    >
      <CampoTesto
        label={etichettaCampo('esito')}
        description={t.visita.diagnosiNo}
        campo={register('esito')}
        righe={3}
      />
      <SiNo control={control} name="accompagnamento" label={etichettaCampo('accompagnamento')} />
      {watch('accompagnamento') !== 'no' && (
        <CampoSuggerito
          control={control}
          name="accompagnatore"
          label={etichettaCampo('accompagnatore')}
          usati={usati.accompagnatori}
        />
      )}
      <CampoGiorno
        control={control}
        name="prossima"
        label={etichettaCampo('prossima')}
        description={t.giornoFacoltativo}
        oggi={oggi}
        rules={{
          validate: (v: unknown) => {
            const errore = regolaGiorno(oggi).validate(v);
            const giorno = leggiGiorno(String(v ?? ''), oggi);
            return errore === true && giorno !== null && giorno <= visita.data ? t.manca.prossima : errore;
          },
        }}
      />
      {prossima !== null && (
        <>
          <Checkbox label={t.visita.prenota} description={t.visita.prenotaCosa} {...register('prenota')} />
          {watch('prenota') && <CampoOra control={control} name="oraProssima" label={t.visita.oraProssima} />}
        </>
      )}
    </FormLaterale>
  );
}
