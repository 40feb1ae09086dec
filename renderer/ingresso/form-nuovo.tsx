import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { FormProvider, type Resolver, useFormContext, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno, parseGiorno } from '../../domain/giorno-testo.ts';
import { useCommand } from '../api/index.ts';
import { AvvertenzeDi } from '../avvertenza/avvertenze-di.tsx';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { CampoLista } from '../form/campo-lista.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { CampiCodice, CampiNascita, CampiRecapito } from '../identita/campi-identita.tsx';
import { PossibiliDoppioni } from '../identita/doppioni.tsx';
import { IDENTITA_VUOTA } from '../identita/valori.ts';
import { Riquadro } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import { CampoCognome, descriviOspite, type OspiteTrovato } from './campo-cognome.tsx';
import { CampoModulo } from './campo-modulo.tsx';
import type { FormProps } from './form-comune.ts';
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

/** A new person and their stay, as typed → as recorded. */
export function schemaNuovo(oggi: Giorno) {
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
    luogoNascita: testoFacoltativo,
    luogoNascitaCodice: testoFacoltativo,
    cittadinanza: testoFacoltativo,
    tipoIdentificativo: testoFacoltativo,
    codiceFiscale: testoFacoltativo,
    identificativoDal: z.string().transform((testo) => parseGiorno(testo, oggi) ?? null),
    residenza: testoFacoltativo,
    telefono: testoFacoltativo,
    identitaDaConfermare: z.boolean(),
    anonimo: z.boolean(),
  });
}

/** Nobody yet. */
export const PERSONA_VUOTA = { ...IDENTITA_VUOTA, anonimo: false };
export type ValoriPersona = typeof PERSONA_VUOTA;

/** Stands for the person's fields when they are not looked at: the ospite is known by id. */
export const PERSONA_NOTA: ValoriPersona = {
  ...PERSONA_VUOTA,
  ...{ cognome: '-', nome: '-', sesso: 'M', dataNascita: '1900-01-01' },
};

const VUOTO = {
  ...PERSONA_VUOTA,
  ospite: null as OspiteTrovato | null,
  dataIngresso: '',
  modulo: '',
  utenza: '',
  servizioInviante: '',
  entePagante: '',
};
type Valori = typeof VUOTO;
type Letti = z.output<ReturnType<typeof schemaNuovo>>;
/** Of the short form: whom the register already knows is among the values, and comes back with them. */
type LettiBreve = Letti & { ospite: OspiteTrovato | null };

/** Who is new, out of what was read, as the contract asks. */
export function chiDi({ anonimo, ...letti }: Letti) {
  const { dataIngresso: _, modulo: __, utenza: ___, servizioInviante: ____, entePagante: _____, ...chi } = letti;
  return { ...chi, ...(anonimo ? { anonimo } : {}) };
}

/** One resolver for the two cases: the person's fields count only while no known ospite is chosen. */
function resolverDi(oggi: Giorno): Resolver<Valori, unknown, LettiBreve> {
  const nuovo = zodResolver(schemaNuovo(oggi).extend({ ospite: z.custom<OspiteTrovato | null>() }));
  return (valori, contesto, opzioni) => nuovo({ ...valori, ...(valori.ospite ? PERSONA_NOTA : {}) }, contesto, opzioni);
}

/** The ospite chosen from the register. */
export function OspiteScelto({ ospite, onCambia }: { ospite: OspiteTrovato; onCambia: () => void }) {
  const formatNome = useFormatNome();
  const nome = formatNome(ospite.cognome, ospite.nome);
  return (
    <>
      <div className={css['scelto']}>
        <div>
          <span className={css['tenue']}>{t.ospiteScelto}</span>
          <b>{nome}</b>
          <span className={css['tenue']}>{descriviOspite(ospite)}</span>
          <AvvertenzeDi ospiti={[ospite.id]} />
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

/** The fields of somebody who is not in the register yet; whoever already is, is proposed while typing. */
export function PersonaNuova({
  oggi,
  onScelto,
  intera = false,
}: {
  oggi: Giorno;
  onScelto: (o: OspiteTrovato) => void;
  /** citizenship, residence and telephone too */
  intera?: boolean;
}) {
  const form = useFormContext<ValoriPersona>();
  const cognome = useWatch({ control: form.control, name: 'cognome' });
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
      <PossibiliDoppioni oggi={oggi} onScelto={onScelto} />
      <CampiNascita oggi={oggi} />
      <CampiCodice oggi={oggi} />
      {intera && <CampiRecapito />}
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
  const register = useCommand('ingressi.register');
  const formatNome = useFormatNome();
  const sospeso = useFormSospeso<Valori, LettiBreve>(`ingresso-breve:${struttura}`, {
    resolver: resolverDi(oggi),
    defaultValues: VUOTO,
  });
  const { form } = sospeso;
  const { setFocus } = form;
  const [ospite, dataIngresso, modulo] = useWatch({
    control: form.control,
    name: ['ospite', 'dataIngresso', 'modulo'],
  });
  const setOspite = (scelto: OspiteTrovato | null) => form.setValue('ospite', scelto, { shouldDirty: true });
  const scelto = ospite?.id ?? null;
  const prima = useRef(scelto);
  useEffect(() => {
    // the field that was typed in is gone: on to the next, or back to the first
    if (prima.current !== scelto) setFocus(scelto === null ? 'cognome' : 'dataIngresso');
    prima.current = scelto;
  }, [scelto, setFocus]);
  const invia = form.handleSubmit(async ({ ospite: scelta, ...letti }) => {
    const { cognome, nome, anonimo, dataIngresso, modulo, utenza, servizioInviante, entePagante } = letti;
    const stay = { dataIngresso, modulo, utenza, servizioInviante, entePagante };
    const chi = scelta ? { id: scelta.id } : chiDi(letti);
    const { ingressoId, avvisi, voce } = await register.mutateAsync({ struttura, ospite: chi, ...stay });
    sospeso.fatto();
    const nuovo = anonimo ? testi.anonimato.sottoCodice : formatNome(cognome, nome);
    const scritto = scelta ? formatNome(scelta.cognome, scelta.nome) : nuovo;
    p.onFatto({ frase: t.fatto.nuovo(scritto, formatGiorno(stay.dataIngresso)), avvisi, ingressoId, voce });
  });
  return (
    <ModuloForm
      sospeso={sospeso}
      onSubmit={(e) => void invia(e).catch(() => undefined)}
      errore={register.error}
      inCorso={register.isPending}
      azione={t.registra.nuovo}
      onAnnulla={p.onAnnulla}
    >
      {ospite ? (
        <OspiteScelto ospite={ospite} onCambia={() => setOspite(null)} />
      ) : (
        <FormProvider {...form}>
          <PersonaNuova oggi={oggi} onScelto={setOspite} />
        </FormProvider>
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
        scelto={modulo}
        campo={form.register('modulo')}
      />
      <Link to="/ingresso/$struttura" params={{ struttura }}>
        {t.guida.apriCosa}
      </Link>
      <fieldset className={css['gruppo']}>
        <legend>{t.facoltativi}</legend>
        <CampoLista
          label={t.utenza}
          lista="utenza"
          giorno={parseGiorno(dataIngresso, oggi)}
          fine={oggi}
          campo={form.register('utenza')}
        />
        <TextInput label={t.servizioInviante} {...form.register('servizioInviante')} />
        <TextInput label={t.entePagante} {...form.register('entePagante')} />
      </fieldset>
    </ModuloForm>
  );
}
