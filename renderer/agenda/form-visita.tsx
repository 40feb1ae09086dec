import { Button } from '@mantine/core';
import { accordaAccompagnamento, statoPredefinito } from '../../domain/appuntamento.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoLista } from '../form/campo-lista.tsx';
import { CampoOra } from '../form/campo-ora.tsx';
import type { OspiteAltro } from '../form/campo-ospiti.tsx';
import { CampoTesto } from '../form/campo-testo.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { SiNo } from '../form/si-no.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { inForm, leggiGiorno, leggiOra, leggiSiNo, leggiTesto, regolaGiorno } from '../form/valori.ts';
import { useEtichette } from '../report/etichette.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './agenda.module.css';
import { CampoOspite, CampoStato, CampoSuggerito } from './campi.tsx';
import { etichettaCampo, mostraValore, useChiAccompagna, useStatoDalGiorno, useUsati } from './use-appuntamento.ts';

const t = testi.agenda;

export type Visita = Output<'visite.get'>;

interface Props {
  struttura: string;
  oggi: Giorno;
  giorno: Giorno;
  /** the one to correct; none: a new one */
  visita?: Visita | undefined;
  /** whose it is, when that is known: the guest's page */
  ospite?: OspiteAltro | undefined;
  /** more that can be done with an old one */
  azioni?: { readonly onRipeti: () => void; readonly onTogli: () => void } | undefined;
  onChiudi: () => void;
}

interface Valori {
  ospiteId: string;
  data: string;
  ora: string;
  tipo: string;
  luogo: string;
  accompagnamento: string;
  accompagnatore: string;
  mezzo: string;
  esito: string;
  prossima: string;
  stato: Visita['stato'];
}

function valori({ visita, ospite, giorno, oggi }: Props): Valori {
  return {
    ospiteId: visita?.ospite.id ?? ospite?.id ?? '',
    data: formatGiornoBreve(visita?.data ?? giorno),
    ora: visita?.ora ?? '',
    tipo: visita?.tipo ?? '',
    luogo: visita?.luogo ?? '',
    accompagnamento: inForm(visita?.accompagnamento),
    accompagnatore: visita?.accompagnatore ?? '',
    mezzo: visita?.mezzo ?? '',
    esito: visita?.esito ?? '',
    prossima: inForm(visita?.prossima),
    stato: visita?.stato ?? statoPredefinito(giorno, oggi),
  };
}

function leggi(v: Valori, oggi: Giorno) {
  return {
    data: leggiGiorno(v.data, oggi) ?? '',
    ora: leggiOra(v.ora),
    tipo: v.tipo,
    luogo: leggiTesto(v.luogo),
    ...accordaAccompagnamento({
      accompagnamento: leggiSiNo(v.accompagnamento),
      accompagnatore: leggiTesto(v.accompagnatore),
    }),
    mezzo: leggiTesto(v.mezzo),
    esito: leggiTesto(v.esito),
    prossima: leggiGiorno(v.prossima, oggi),
    stato: v.stato,
  };
}

/** A health visit, to book, to write down after, or to correct. */
export function FormVisita(props: Props) {
  const { struttura, oggi, giorno, visita, ospite, azioni, onChiudi } = props;
  const chiave = visita ? `visita:${visita.id}` : `visita:nuova:${struttura}:${ospite?.id ?? ''}`;
  const sospeso = useFormSospeso<Valori>(chiave, { defaultValues: valori(props) });
  const { control, register, watch, formState } = sospeso.form;
  const usati = useUsati(struttura);
  const etichetta = useEtichette();
  const formatNome = useFormatNome();
  useStatoDalGiorno(sospeso, visita === undefined, { data: 'data', ora: 'ora', stato: 'stato' }, oggi);
  useChiAccompagna(sospeso);
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: visita?.id ?? null,
    comandi: { registra: 'visite.register', salva: 'visite.save' },
    leggi: (v: Valori) => leggi(v, oggi),
    nuovo: (v, campi) => ({ struttura, ospiteId: v.ospiteId, ...campi }),
    frase: t.visita.salvata,
    onChiudi,
  });
  const di = visita?.ospite ?? ospite;
  const il = leggiGiorno(watch('data'), oggi) ?? giorno;
  const errori = formState.errors;
  return (
    <FormLaterale
      titolo={`${visita ? t.visita.titolo : t.visita.nuova}${di ? `: ${formatNome(di.cognome, di.nome)}` : ''}`}
      ospiti={[di?.id ?? watch('ospiteId')]}
      sospeso={sospeso}
      {...invio}
      onChiudi={onChiudi}
    >
      <Contese contese={contese} etichetta={etichettaCampo} mostra={mostraValore(etichetta)} onScegli={scegli} />
      {!di && (
        <CampoOspite
          control={control}
          name="ospiteId"
          label={etichettaCampo('ospite')}
          struttura={struttura}
          giorno={il}
        />
      )}
      <div className={css['coppia']}>
        <CampoGiorno
          control={control}
          name="data"
          label={etichettaCampo('data')}
          description={t.giorno}
          oggi={oggi}
          rules={regolaGiorno(oggi, t.manca.data)}
        />
        <CampoOra control={control} name="ora" label={etichettaCampo('ora')} />
      </div>
      <CampoLista
        label={etichettaCampo('tipo')}
        lista="visita"
        giorno={il}
        campo={register('tipo', { validate: (v) => v !== '' || t.manca.tipo })}
        error={errori.tipo?.message}
      />
      <CampoSuggerito control={control} name="luogo" label={etichettaCampo('luogo')} usati={usati.luoghi} />
      <SiNo control={control} name="accompagnamento" label={etichettaCampo('accompagnamento')} />
      {watch('accompagnamento') !== 'no' && (
        <CampoSuggerito
          control={control}
          name="accompagnatore"
          label={etichettaCampo('accompagnatore')}
          usati={usati.accompagnatori}
        />
      )}
      <CampoSuggerito control={control} name="mezzo" label={etichettaCampo('mezzo')} usati={usati.mezzi} />
      <CampoTesto
        label={etichettaCampo('esito')}
        description={t.visita.diagnosiNo}
        campo={register('esito')}
        righe={2}
      />
      <CampoGiorno
        control={control}
        name="prossima"
        label={etichettaCampo('prossima')}
        description={t.giornoFacoltativo}
        oggi={oggi}
        rules={regolaGiorno(oggi)}
      />
      <CampoStato control={control} name="stato" label={etichettaCampo('stato')} />
      {azioni && (
        <div className={css['altro']}>
          <Button variant="subtle" size="compact-sm" onClick={azioni.onRipeti}>
            {t.visita.ripeti}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={azioni.onTogli}>
            {t.visita.togli}
          </Button>
        </div>
      )}
    </FormLaterale>
  );
}
