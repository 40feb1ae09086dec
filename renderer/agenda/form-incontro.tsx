import { Button, Checkbox } from '@mantine/core';
import { statoPredefinito, stranezzaRelazione } from '../../domain/appuntamento.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { findSomiglianza, INCONTRO_PROTETTO } from '../../domain/incontro.ts';
import { FAMIGLIA } from '../../electron/contract/incontro.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoLista } from '../form/campo-lista.tsx';
import { CampoOra } from '../form/campo-ora.tsx';
import { CampoOspiti, type OspiteAltro, useChiSono, useNomiDi } from '../form/campo-ospiti.tsx';
import { CampoTesto } from '../form/campo-testo.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { SiNo } from '../form/si-no.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { inForm, leggiGiorno, leggiOra, leggiSiNo, leggiTesto, regolaGiorno } from '../form/valori.ts';
import { useEtichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';
import css from './agenda.module.css';
import { CampoStato, CampoSuggerito } from './campi.tsx';
import { etichettaCampo, mostraValore, useDaFatto, useStatoDalGiorno, useUsati } from './use-appuntamento.ts';

const t = testi.agenda;

export type Incontro = Output<'incontri.get'>;

interface Props {
  struttura: string;
  oggi: Giorno;
  giorno: Giorno;
  /** the one to correct; none: a new one */
  incontro?: Incontro | undefined;
  /** it is being told that it was done */
  fatto?: boolean | undefined;
  /** whose it is, when that is known: the guest's page */
  ospite?: OspiteAltro | undefined;
  onTogli?: (() => void) | undefined;
  onChiudi: () => void;
}

interface Valori {
  ospiti: string[];
  data: string;
  ora: string;
  servizio: string;
  tipoFamiglia: string;
  modalita: string;
  protetto: boolean;
  partecipanti: string;
  operatori: string;
  accompagnamento: string;
  oggetto: string;
  esito: string;
  relazioneEntro: string;
  relazioneData: string;
  stato: Incontro['stato'];
}

function valori({ incontro, ospite, giorno, oggi }: Props): Valori {
  return {
    ospiti: incontro?.ospiti.map(({ id }) => id).toSorted() ?? (ospite ? [ospite.id] : []),
    data: formatGiornoBreve(incontro?.data ?? giorno),
    ora: incontro?.ora ?? '',
    servizio: incontro?.servizio ?? '',
    tipoFamiglia: incontro?.tipoFamiglia ?? '',
    modalita: incontro?.modalita ?? 'presenza',
    // where the kind says it, it is not asked
    protetto: incontro?.protetto === true && incontro.tipoFamiglia !== INCONTRO_PROTETTO,
    partecipanti: incontro?.partecipanti ?? '',
    operatori: incontro?.operatori ?? '',
    accompagnamento: inForm(incontro?.accompagnamento),
    oggetto: incontro?.oggetto ?? '',
    esito: incontro?.esito ?? '',
    relazioneEntro: inForm(incontro?.relazioneEntro),
    relazioneData: inForm(incontro?.relazioneData),
    stato: incontro?.stato ?? statoPredefinito(giorno, oggi),
  };
}

/** The kind of meeting says by itself that it is protected. */
function isProtettoPerTipo({ servizio, tipoFamiglia }: Pick<Valori, 'servizio' | 'tipoFamiglia'>): boolean {
  return servizio === FAMIGLIA && tipoFamiglia === INCONTRO_PROTETTO;
}

function leggi(v: Valori, oggi: Giorno) {
  return {
    ospiti: [...v.ospiti].toSorted(),
    data: leggiGiorno(v.data, oggi) ?? '',
    ora: leggiOra(v.ora),
    servizio: v.servizio,
    tipoFamiglia: v.servizio === FAMIGLIA && v.tipoFamiglia !== '' ? v.tipoFamiglia : null,
    modalita: v.modalita,
    protetto: v.protetto || isProtettoPerTipo(v),
    partecipanti: leggiTesto(v.partecipanti),
    operatori: leggiTesto(v.operatori),
    accompagnamento: leggiSiNo(v.accompagnamento),
    oggetto: leggiTesto(v.oggetto),
    esito: leggiTesto(v.esito),
    relazioneEntro: leggiGiorno(v.relazioneEntro, oggi),
    relazioneData: leggiGiorno(v.relazioneData, oggi),
    stato: v.stato,
  };
}

/** The persons around the guests: offered, and said while they are typed when they may not be met. */
function usePersoneVicine(
  ospiti: readonly OspiteAltro[],
  { partecipanti, protetto }: { partecipanti: string; protetto: boolean },
) {
  const ids = ospiti.map(({ id }) => id).toSorted();
  const { data = [] } = useEndpoint('incontri.listContatti', { ospiti: ids }, { enabled: ids.length > 0 });
  const cognomi = ospiti.map(({ cognome }) => cognome);
  const avvisi = data.flatMap((persona) => {
    const { nome, legame, incontri } = persona;
    if (incontri !== 'vietato' && (incontri !== 'protetto' || protetto)) return [];
    const somiglia = findSomiglianza(partecipanti, persona, cognomi);
    return somiglia === null ? [] : [{ somiglia, frase: t.incontro.nonPuo[incontri][somiglia](nome, legame) }];
  });
  const sicuro = avvisi.find(({ somiglia }) => somiglia === 'nome') ?? avvisi[0];
  const nomi = data.filter(({ riservato }) => !riservato).map(({ nome, legame }) => `${nome} (${legame})`);
  return { avviso: sicuro?.frase, nomi };
}

/** A meeting with a service or with the family, to book, to write down after, or to correct. */
export function FormIncontro(props: Props) {
  const { struttura, oggi, giorno, incontro, fatto, ospite, onTogli, onChiudi } = props;
  const chiave = incontro ? `incontro:${incontro.id}` : `incontro:nuovo:${struttura}:${ospite?.id ?? ''}`;
  const sospeso = useFormSospeso<Valori>(chiave, { defaultValues: valori(props) });
  const { control, register, watch, formState } = sospeso.form;
  register('ospiti', { validate: (scelti) => scelti.length > 0 || t.manca.ospiti });
  useDaFatto(sospeso, fatto ?? false);
  const usati = useUsati(struttura);
  const etichetta = useEtichette();
  useStatoDalGiorno(sospeso, incontro === undefined, { data: 'data', ora: 'ora', stato: 'stato' }, oggi);
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: incontro?.id ?? null,
    comandi: { registra: 'incontri.register', salva: 'incontri.save' },
    leggi: (v: Valori) => leggi(v, oggi),
    nuovo: (_v, campi) => ({ struttura, ...campi }),
    frase: t.incontro.salvato,
    onChiudi,
  });
  const il = leggiGiorno(watch('data'), oggi) ?? giorno;
  const altri = [...(incontro?.ospiti ?? []), ...(ospite ? [ospite] : [])];
  const chiSono = useChiSono(struttura, il, altri);
  const nomeDi = useNomiDi(chiSono);
  const perTipo = isProtettoPerTipo({ servizio: watch('servizio'), tipoFamiglia: watch('tipoFamiglia') });
  const protetto = perTipo || watch('protetto');
  const scelti = watch('ospiti').map((id) => chiSono.get(id) ?? { id, cognome: '', nome: '' });
  const vicine = usePersoneVicine(scelti, { partecipanti: watch('partecipanti'), protetto });
  const inviata = { stato: watch('stato'), data: il, relazioneData: leggiGiorno(watch('relazioneData'), oggi) };
  const errori = formState.errors;
  return (
    <FormLaterale
      titolo={incontro ? t.incontro.titolo : t.incontro.nuovo}
      ospiti={watch('ospiti')}
      sospeso={sospeso}
      {...invio}
      onChiudi={onChiudi}
    >
      <Contese
        contese={contese}
        etichetta={etichettaCampo}
        mostra={mostraValore(etichetta, nomeDi)}
        onScegli={scegli}
      />
      <CampoOspiti
        control={control}
        name="ospiti"
        label={etichettaCampo('ospiti')}
        struttura={struttura}
        giorno={il}
        altri={altri}
      />
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
        label={etichettaCampo('servizio')}
        lista="servizio"
        giorno={il}
        campo={register('servizio', { validate: (v) => v !== '' || t.manca.servizio })}
        error={errori.servizio?.message}
      />
      {watch('servizio') === FAMIGLIA && (
        <CampoLista
          label={etichettaCampo('tipoFamiglia')}
          lista="attivita_famiglie"
          giorno={il}
          campo={register('tipoFamiglia')}
        />
      )}
      <CampoLista
        label={etichettaCampo('modalita')}
        lista="modalita"
        giorno={il}
        campo={register('modalita', { validate: (v) => v !== '' || t.manca.modalita })}
        error={errori.modalita?.message}
      />
      {perTipo ? (
        <p className={css['frase']} role="status">
          {t.incontro.protettoPerTipo}
        </p>
      ) : (
        <Checkbox label={etichettaCampo('protetto')} description={t.incontro.protettoCosa} {...register('protetto')} />
      )}
      <CampoSuggerito
        control={control}
        name="partecipanti"
        label={etichettaCampo('partecipanti')}
        usati={[...vicine.nomi, ...usati.partecipanti]}
        avviso={vicine.avviso}
        piu
      />
      <CampoSuggerito
        control={control}
        name="operatori"
        label={protetto ? t.incontro.chiOsserva : etichettaCampo('operatori')}
        usati={usati.operatori}
        piu
      />
      <SiNo control={control} name="accompagnamento" label={etichettaCampo('accompagnamento')} />
      <CampoTesto label={etichettaCampo('oggetto')} campo={register('oggetto')} righe={2} />
      <CampoTesto
        label={protetto ? t.incontro.cheSiEVisto : etichettaCampo('esito')}
        campo={register('esito')}
        righe={protetto ? 5 : 2}
      />
      <CampoGiorno
        control={control}
        name="relazioneEntro"
        label={etichettaCampo('relazioneEntro')}
        description={t.giornoFacoltativo}
        oggi={oggi}
        rules={regolaGiorno(oggi)}
      />
      <CampoGiorno
        control={control}
        name="relazioneData"
        label={etichettaCampo('relazioneData')}
        description={t.giornoFacoltativo}
        nota={() => stranezzaRelazione(inviata, oggi)}
        oggi={oggi}
        rules={regolaGiorno(oggi)}
      />
      <CampoStato control={control} name="stato" label={etichettaCampo('stato')} />
      {onTogli && (
        <div className={css['altro']}>
          <Button variant="subtle" size="compact-sm" onClick={onTogli}>
            {t.incontro.togli}
          </Button>
        </div>
      )}
    </FormLaterale>
  );
}
