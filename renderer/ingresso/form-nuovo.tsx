import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Controller, type Resolver, type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { avvisiCodiceFiscale } from '../../domain/codice-fiscale.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno, formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { useCommand, useEndpoint } from '../api/index.ts';
import { Riquadro } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import { CampoCognome, descriviOspite, type OspiteTrovato, useOspitiTrovati } from './campo-cognome.tsx';
import { CampoGiorno } from './campo-giorno.tsx';
import { CampoLista } from './campo-lista.tsx';
import { CampoModulo } from './campo-modulo.tsx';
import { findDoppione } from './doppione.ts';
import { type FormProps, useSporco } from './form-comune.ts';
import css from './ingresso.module.css';
import { ModuloForm } from './modulo-form.tsx';
import { nomeProprio } from './nome-proprio.ts';
import { schemaGiorno, schemaNascita, testoFacoltativo } from './schema-giorno.ts';

const t = testi.ingresso;
const SESSI = ['M', 'F', 'T'] as const;
type Sesso = (typeof SESSI)[number];

function schemaStay(oggi: Giorno) {
  return z.object({
    dataIngresso: schemaGiorno(oggi),
    modulo: testoFacoltativo,
    utenza: testoFacoltativo,
    servizioInviante: testoFacoltativo,
    entePagante: testoFacoltativo,
  });
}

function schemaNuovo(oggi: Giorno) {
  return schemaStay(oggi).extend({
    cognome: z.string().trim().min(1, t.manca.cognome).transform(nomeProprio),
    nome: z.string().trim().min(1, t.manca.nome).transform(nomeProprio),
    sesso: z.string().transform((testo, ctx): Sesso => {
      const sesso = SESSI.find((s) => s === testo);
      if (sesso !== undefined) return sesso;
      ctx.addIssue({ code: 'custom', message: t.manca.sesso });
      return z.NEVER;
    }),
    dataNascita: schemaNascita(oggi),
    codiceFiscale: testoFacoltativo,
    anonimo: z.boolean(),
  });
}

/** Stands for the person's fields when they are not looked at: the ospite is known by id. */
const PERSONA_NOTA = {
  cognome: '-',
  nome: '-',
  sesso: 'M',
  dataNascita: '1900-01-01',
  codiceFiscale: '',
  anonimo: false,
};

const VUOTO = {
  cognome: '',
  nome: '',
  sesso: '',
  dataNascita: '',
  codiceFiscale: '',
  anonimo: false,
  dataIngresso: '',
  modulo: '',
  utenza: '',
  servizioInviante: '',
  entePagante: '',
};
type Valori = typeof VUOTO;
type Letti = z.output<ReturnType<typeof schemaNuovo>>;
type Form = UseFormReturn<Valori, unknown, Letti>;

/** One resolver for the two cases: the person's fields count only while no known ospite is chosen. */
function resolverDi(oggi: Giorno, noto: boolean): Resolver<Valori, unknown, Letti> {
  const nuovo = zodResolver(schemaNuovo(oggi));
  if (!noto) return nuovo;
  return (valori, contesto, opzioni) => nuovo({ ...valori, ...PERSONA_NOTA }, contesto, opzioni);
}

/** The ospite chosen from the register. */
function OspiteScelto({ ospite, onCambia }: { ospite: OspiteTrovato; onCambia: () => void }) {
  const formatNome = useFormatNome();
  const nome = formatNome(ospite.cognome, ospite.nome);
  return (
    <>
      <div className={css['scelto']}>
        <div>
          <span className={css['tenue']}>{t.ospiteScelto}</span>
          <b>{nome}</b>
          <span className={css['tenue']}>{descriviOspite(ospite)}</span>
        </div>
        <Button variant="default" onClick={onCambia}>
          {t.cambiaOspite}
        </Button>
      </div>
      {ospite.presenteIn !== null && (
        <Riquadro tono="attenzione">{t.risultaPresente(nome, ospite.presenteIn)}</Riquadro>
      )}
    </>
  );
}

function Doppione({ form, oggi, onScelto }: { form: Form; oggi: Giorno; onScelto: (o: OspiteTrovato) => void }) {
  const [cognome, nome, nascita, codiceFiscale] = useWatch({
    control: form.control,
    name: ['cognome', 'nome', 'dataNascita', 'codiceFiscale'],
  });
  const formatNome = useFormatNome();
  const trovati = useOspitiTrovati(cognome);
  const dataNascita = parseGiorno(nascita, oggi, { passato: true });
  const simile = findDoppione(trovati, { cognome, nome, dataNascita, codiceFiscale });
  if (!simile) return null;
  return (
    <Riquadro
      tono="attenzione"
      azione={
        <Button variant="default" onClick={() => onScelto(simile)}>
          {t.usaQuesto}
        </Button>
      }
    >
      {t.doppione(formatNome(simile.cognome, simile.nome), formatGiornoBreve(simile.dataNascita))}
    </Riquadro>
  );
}

/** What does not agree in the codice fiscale: a remark under the field. */
function RilieviCodice({ form, oggi }: { form: Form; oggi: Giorno }) {
  const [cognome, nome, sesso, nascita, codiceFiscale] = useWatch({
    control: form.control,
    name: ['cognome', 'nome', 'sesso', 'dataNascita', 'codiceFiscale'],
  });
  const dataNascita = parseGiorno(nascita, oggi, { passato: true });
  const noto = SESSI.find((s) => s === sesso);
  if (codiceFiscale.trim().length < 16 || !noto || dataNascita === undefined) return null;
  const rilievi = avvisiCodiceFiscale({ codiceFiscale, cognome, nome, sesso: noto, dataNascita });
  return rilievi.length === 0 ? null : <Riquadro tono="attenzione">{rilievi.join(' ')}</Riquadro>;
}

function PersonaNuova({ form, oggi, onScelto }: { form: Form; oggi: Giorno; onScelto: (o: OspiteTrovato) => void }) {
  const cognome = useWatch({ control: form.control, name: 'cognome' });
  const sessi = useEndpoint('liste.get', {}).data?.['sesso'] ?? [];
  const { errors } = form.formState;
  return (
    <>
      <CampoCognome
        campo={form.register('cognome')}
        valore={cognome}
        error={errors.cognome?.message}
        onScelto={onScelto}
      />
      <TextInput label={t.nome} autoComplete="off" {...form.register('nome')} error={errors.nome?.message} />
      <Doppione form={form} oggi={oggi} onScelto={onScelto} />
      <Controller
        name="sesso"
        control={form.control}
        render={({ field }) => (
          <Radio.Group label={t.sesso} error={errors.sesso?.message} {...field}>
            <div className={css['radio']}>
              {SESSI.map((s) => (
                <Radio key={s} value={s} label={sessi.find((v) => v.voce === s)?.etichetta ?? s} />
              ))}
            </div>
          </Radio.Group>
        )}
      />
      <CampoGiorno
        control={form.control}
        name="dataNascita"
        label={t.dataNascita}
        description={t.dataNascitaCosa}
        oggi={oggi}
        passato
      />
      <TextInput label={t.codiceFiscale} autoComplete="off" {...form.register('codiceFiscale')} />
      <RilieviCodice form={form} oggi={oggi} />
      <Checkbox
        label={testi.anonimato.nuovoAnonimo}
        description={testi.anonimato.nuovoAnonimoCosa}
        {...form.register('anonimo')}
      />
    </>
  );
}

/** Who arrives: a known ospite or a new one, the day, the modulo; the rest can wait. */
export function FormNuovo(p: FormProps) {
  const { struttura, oggi } = p;
  const [ospite, setOspite] = useState<OspiteTrovato | null>(null);
  const register = useCommand('ingressi.register');
  const formatNome = useFormatNome();
  const form: Form = useForm<Valori, unknown, Letti>({
    resolver: resolverDi(oggi, ospite !== null),
    defaultValues: VUOTO,
  });
  const { setFocus } = form;
  const scelto = ospite?.id ?? null;
  const prima = useRef(scelto);
  useEffect(() => {
    // the field that was typed in is gone: on to the next, or back to the first
    if (prima.current !== scelto) setFocus(scelto === null ? 'cognome' : 'dataIngresso');
    prima.current = scelto;
  }, [scelto, setFocus]);
  useSporco((form.formState.isDirty || ospite !== null) && !register.isSuccess, p.onSporco);
  const dataIngresso = useWatch({ control: form.control, name: 'dataIngresso' });
  const invia = form.handleSubmit(async ({ cognome, nome, sesso, dataNascita, codiceFiscale, anonimo, ...stay }) => {
    const chi = ospite
      ? { id: ospite.id }
      : { cognome, nome, sesso, dataNascita, codiceFiscale, ...(anonimo ? { anonimo } : {}) };
    const { ingressoId, avvisi } = await register.mutateAsync({ struttura, ospite: chi, ...stay });
    const nuovo = anonimo ? testi.anonimato.sottoCodice : formatNome(cognome, nome);
    const scritto = ospite ? formatNome(ospite.cognome, ospite.nome) : nuovo;
    p.onFatto({ frase: t.fatto.nuovo(scritto, formatGiorno(stay.dataIngresso)), avvisi, ingressoId });
  });
  return (
    <ModuloForm
      onSubmit={(e) => void invia(e).catch(() => undefined)}
      errore={register.error}
      inCorso={register.isPending}
      azione={t.registra.nuovo}
      onAnnulla={p.onAnnulla}
    >
      {ospite ? (
        <OspiteScelto ospite={ospite} onCambia={() => setOspite(null)} />
      ) : (
        <PersonaNuova form={form} oggi={oggi} onScelto={setOspite} />
      )}
      <CampoGiorno
        control={form.control}
        name="dataIngresso"
        label={t.dataIngresso}
        description={t.dataCosa}
        oggi={oggi}
      />
      <CampoModulo
        struttura={struttura}
        giorno={parseGiorno(dataIngresso, oggi)}
        vuoto={t.moduloDopo}
        error={undefined}
        campo={form.register('modulo')}
      />
      <fieldset className={css['gruppo']}>
        <legend>{t.facoltativi}</legend>
        <CampoLista label={t.utenza} lista="utenza" campo={form.register('utenza')} />
        <TextInput label={t.servizioInviante} {...form.register('servizioInviante')} />
        <TextInput label={t.entePagante} {...form.register('entePagante')} />
      </fieldset>
    </ModuloForm>
  );
}
