import { Button } from '@mantine/core';
import { statoPredefinito } from '../../domain/appuntamento.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno, formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoLista } from '../form/campo-lista.tsx';
import { CampoOra } from '../form/campo-ora.tsx';
import { CampoOspiti, useChiSono, useNomiDi, useOspitiDelGiorno } from '../form/campo-ospiti.tsx';
import { Contese } from '../form/contese.tsx';
import { FormLaterale } from '../form/form-laterale.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { useInvio } from '../form/use-invio.ts';
import { leggiGiorno, leggiOra, leggiTesto, regolaGiorno } from '../form/valori.ts';
import { useEtichette } from '../report/etichette.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './agenda.module.css';
import { CampoStato, CampoSuggerito } from './campi.tsx';
import { CampiConduttori, leggiConduttori, type ValoriConduttori, valoriConduttori } from './conduttori.tsx';
import { etichettaCampo, mostraValore, oreDi, useDaFatto, useStatoDalGiorno, useUsati } from './use-appuntamento.ts';

const t = testi.agenda;

export type Attivita = Output<'attivita.get'>;
export type Gruppo = Output<'gruppi.list'>[number];

interface Props {
  struttura: string;
  oggi: Giorno;
  giorno: Giorno;
  /** the one to correct; none: a new one */
  attivita?: Attivita | undefined;
  /** a new meeting of a weekly group: what it is called, when, how long */
  gruppo?: Gruppo | undefined;
  /** who takes part in a new one, to begin with: those of the last time who are there */
  partecipanti?: readonly string[] | undefined;
  /** it is being told that it was done */
  fatto?: boolean | undefined;
  onTogli?: (() => void) | undefined;
  onChiudi: () => void;
}

interface Valori extends ValoriConduttori {
  ospiti: string[];
  data: string;
  ora: string;
  area: string;
  titolo: string;
  stato: Attivita['stato'];
}

function valori({ attivita, gruppo, partecipanti, giorno, oggi }: Props): Valori {
  const da = attivita ?? gruppo;
  return {
    ospiti: attivita?.ospiti.map(({ id }) => id).toSorted() ?? [...(partecipanti ?? [])],
    data: formatGiornoBreve(attivita?.data ?? giorno),
    ora: da?.ora ?? '',
    area: da?.area ?? '',
    titolo: da?.titolo ?? '',
    ...valoriConduttori(da),
    stato: attivita?.stato ?? statoPredefinito(giorno, oggi, oreDi(da?.ora ?? '')),
  };
}

function leggi(v: Valori, oggi: Giorno) {
  return {
    ospiti: [...v.ospiti].toSorted(),
    data: leggiGiorno(v.data, oggi) ?? '',
    ora: leggiOra(v.ora),
    area: v.area,
    titolo: leggiTesto(v.titolo),
    ...leggiConduttori(v),
    stato: v.stato,
  };
}

/** Who was there the last time and is there on that day, one click away; and who is not, said. */
function ComeUltima({
  struttura,
  prima,
  gruppoId,
  area,
  titolo,
  onScegli,
}: {
  struttura: string;
  prima: Giorno;
  gruppoId: string | null;
  area: string;
  titolo: string | null;
  onScegli: (ospiti: string[]) => void;
}) {
  const { data } = useEndpoint(
    'attivita.listUltimi',
    { struttura, prima, gruppoId, area, titolo },
    { enabled: gruppoId !== null || area !== '' },
  );
  const formatNome = useFormatNome();
  const presenti = usePresenti(struttura, prima);
  if (!data || data.data === null || data.ospiti.length === 0 || presenti === undefined) return null;
  const ciSono = data.ospiti.filter(({ id }) => presenti.has(id));
  const altrove = data.ospiti.filter(({ id }) => !presenti.has(id));
  return (
    <>
      {ciSono.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={css['sinistra'] ?? ''}
          onClick={() => onScegli(ciSono.map(({ id }) => id))}
        >
          {t.attivita.comeUltima(formatGiorno(data.data), ciSono.length)}
        </Button>
      )}
      {altrove.length > 0 && (
        <p className={css['frase']}>
          {t.attivita.nonPresenti(altrove.map(({ cognome, nome }) => formatNome(cognome, nome)).join(', '))}
        </p>
      )}
    </>
  );
}

/** Whom the grid gives present on a day; undefined until it is read. */
export function usePresenti(struttura: string, giorno: Giorno): ReadonlySet<string> | undefined {
  const { presenti, letti } = useOspitiDelGiorno(struttura, giorno);
  return letti ? new Set(presenti.map(({ ospiteId }) => ospiteId)) : undefined;
}

/** An activity or one meeting of a weekly group: who took part is one click away. */
export function FormAttivita(props: Props) {
  const { struttura, oggi, giorno, attivita, gruppo, fatto, onTogli, onChiudi } = props;
  const nuova = gruppo ? `${gruppo.id}:${giorno}` : struttura;
  const sospeso = useFormSospeso<Valori>(attivita ? `attivita:${attivita.id}` : `attivita:nuova:${nuova}`, {
    defaultValues: valori(props),
  });
  const { control, register, watch, formState, setValue } = sospeso.form;
  useDaFatto(sospeso, fatto ?? false);
  const usati = useUsati(struttura);
  const etichetta = useEtichette();
  useStatoDalGiorno(sospeso, attivita === undefined, { data: 'data', ora: 'ora', stato: 'stato' }, oggi);
  const { contese, scegli, ...invio } = useInvio({
    sospeso,
    id: attivita?.id ?? null,
    comandi: { registra: 'attivita.register', salva: 'attivita.save' },
    leggi: (v: Valori) => leggi(v, oggi),
    nuovo: (_v, campi) => ({ struttura, gruppoId: gruppo?.id ?? null, ...campi }),
    frase: t.attivita.salvata,
    onChiudi,
  });
  const il = leggiGiorno(watch('data'), oggi) ?? giorno;
  const altri = attivita?.ospiti ?? [];
  const nomeDi = useNomiDi(useChiSono(struttura, il, altri));
  const errori = formState.errors;
  return (
    <FormLaterale
      titolo={gruppo?.titolo ?? (attivita ? t.attivita.titolo : t.attivita.nuova)}
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
      <CampoLista
        label={etichettaCampo('area')}
        lista="area_attivita"
        giorno={il}
        campo={register('area', { validate: (v) => v !== '' || t.manca.area })}
        error={errori.area?.message}
      />
      <CampoSuggerito control={control} name="titolo" label={etichettaCampo('titolo')} usati={usati.titoli} />
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
      <CampoOspiti
        control={control}
        name="ospiti"
        label={etichettaCampo('ospiti')}
        struttura={struttura}
        giorno={il}
        altri={altri}
      />
      <ComeUltima
        struttura={struttura}
        prima={il}
        gruppoId={gruppo?.id ?? attivita?.gruppoId ?? null}
        area={watch('area')}
        titolo={leggiTesto(watch('titolo'))}
        onScegli={(ospiti) => setValue('ospiti', ospiti, { shouldDirty: true })}
      />
      <CampiConduttori control={control} register={register} errori={errori} usati={usati} />
      <CampoStato control={control} name="stato" label={etichettaCampo('stato')} />
      {onTogli && (
        <div className={css['altro']}>
          <Button variant="subtle" size="compact-sm" onClick={onTogli}>
            {attivita ? t.attivita.togli : t.attivita.nonSiTiene}
          </Button>
        </div>
      )}
    </FormLaterale>
  );
}
