import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Radio, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Controller, type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import type { ErroreApprodo } from '../../domain/errore.ts';
import type { Input, Output } from '../../electron/contract/index.ts';
import { call } from '../api/index.ts';
import { Riquadro } from '../shell/avvisi.tsx';
import type { Sessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import css from './accesso.module.css';
import { AiutoPassword } from './aiuto-password.tsx';
import { CampoPassword } from './campo-password.tsx';
import { LUNGHEZZA_MINIMA } from './forza-password.ts';

const t = testi.accesso;

const schema = z
  .object({
    ruolo: z.enum(['comunita', 'centrale']),
    utente: z.string().trim().min(1, t.manca.nome),
    password: z.string().min(1, t.manca.password).min(LUNGHEZZA_MINIMA, t.manca.corta),
    ripetuta: z.string(),
    struttura: z.enum(['adesso', 'dopo']),
    codice: z.string().trim(),
    nome: z.string().trim(),
  })
  .superRefine((v, ctx) => {
    const manca = (campo: string, message: string) => ctx.addIssue({ code: 'custom', path: [campo], message });
    if (v.password !== v.ripetuta) manca('ripetuta', t.diverse);
    if (v.ruolo !== 'comunita' || v.struttura !== 'adesso') return;
    if (v.codice === '') manca('codice', t.manca.codice);
    if (v.nome === '') manca('nome', t.manca.nomeStruttura);
  });
type Valori = z.infer<typeof schema>;
type Modulo = UseFormReturn<Valori>;

function Ruolo({ form }: { form: Modulo }) {
  return (
    <Controller
      name="ruolo"
      control={form.control}
      render={({ field }) => (
        <Radio.Group label={t.dove} {...field}>
          <div className={css['scelte']}>
            <Radio.Card value="comunita" className={css['scelta'] ?? ''}>
              <b>{t.comunita}</b>
              <span>{t.comunitaCosa}</span>
            </Radio.Card>
            <Radio.Card value="centrale" className={css['scelta'] ?? ''}>
              <b>{t.centrale}</b>
              <span>{t.centraleCosa}</span>
            </Radio.Card>
          </div>
        </Radio.Group>
      )}
    />
  );
}

function Password({ form }: { form: Modulo }) {
  const { errors } = form.formState;
  const [password, ripetuta, utente] = useWatch({ control: form.control, name: ['password', 'ripetuta', 'utente'] });
  const uguali = ripetuta !== '' && ripetuta === password;
  return (
    <>
      <CampoPassword
        label={t.password}
        autoComplete="new-password"
        {...form.register('password')}
        error={errors.password?.message}
      />
      <AiutoPassword password={password} chi={utente} />
      <CampoPassword
        label={t.passwordRipetuta}
        autoComplete="new-password"
        {...form.register('ripetuta')}
        error={uguali ? undefined : errors.ripetuta?.message}
      />
      <p className={css['nota']} role="status">
        {uguali ? <b className={css['bene']}>{t.uguali}</b> : ''} {t.passwordPersa}
      </p>
    </>
  );
}

function Struttura({ form }: { form: Modulo }) {
  const [ruolo, struttura] = useWatch({ control: form.control, name: ['ruolo', 'struttura'] });
  const { errors } = form.formState;
  if (ruolo !== 'comunita') return null;
  return (
    <>
      <Controller
        name="struttura"
        control={form.control}
        render={({ field }) => (
          <Radio.Group label={t.struttura} {...field}>
            <div className={css['elenco']}>
              <Radio value="dopo" label={t.strutturaDopo} description={t.strutturaDopoCosa} />
              <Radio value="adesso" label={t.strutturaAdesso} />
            </div>
          </Radio.Group>
        )}
      />
      {struttura === 'adesso' && (
        <div className={css['coppia']}>
          <TextInput
            label={t.codice}
            description={t.codiceCosa}
            {...form.register('codice')}
            error={errors.codice?.message}
          />
          <TextInput
            label={t.nomeStruttura}
            description={t.nomeStrutturaCosa}
            {...form.register('nome')}
            error={errors.nome?.message}
          />
        </div>
      )}
    </>
  );
}

/** First launch: who uses it, one name, one password, and the struttura if one wants. */
export function PrimoAvvio({
  onCreato,
  onRipristina,
}: {
  onCreato: (sessione: Sessione, chiaveRecupero: string) => void;
  onRipristina: () => void;
}) {
  const form = useForm<Valori>({
    resolver: zodResolver(schema),
    defaultValues: {
      ruolo: 'comunita',
      utente: '',
      password: '',
      ripetuta: '',
      struttura: 'dopo',
      codice: '',
      nome: '',
    },
  });
  // not `useCommand`: the session is told with its recovery key, or the key would never be seen
  const create = useMutation<Output<'sessione.create'>, ErroreApprodo, Input<'sessione.create'>>({
    mutationFn: (input) => call('sessione.create', input),
  });
  useEffect(() => {
    document.title = `${t.benvenuto} · ${testi.comune.approdo}`;
  }, []);
  const invia = form.handleSubmit((v) =>
    create
      .mutateAsync({
        ruolo: v.ruolo,
        utente: v.utente,
        password: v.password,
        ...(v.ruolo === 'comunita' && v.struttura === 'adesso'
          ? { struttura: { codice: v.codice, nome: v.nome } }
          : {}),
      })
      .then(
        ({ chiaveRecupero, ...sessione }) => onCreato(sessione, chiaveRecupero),
        () => undefined,
      ),
  );
  return (
    <main className={css['sfondo']}>
      <form className={css['foglio']} onSubmit={invia} noValidate>
        <p className={css['marca']}>{testi.comune.approdo}</p>
        <h1>{t.benvenuto}</h1>
        <p className={css['nota']}>{t.benvenutoCosa}</p>
        <div>
          <Button variant="default" onClick={onRipristina}>
            {testi.copie.hoUnaCopia}
          </Button>
        </div>
        <Ruolo form={form} />
        <TextInput
          label={t.nome}
          description={t.nomeCosa}
          autoComplete="name"
          {...form.register('utente')}
          error={form.formState.errors.utente?.message}
        />
        <Password form={form} />
        <Struttura form={form} />
        {create.error && <Riquadro tono="male">{create.error.messaggio}</Riquadro>}
        <Button type="submit" loading={create.isPending} size="md">
          {t.crea}
        </Button>
        <span role="status" className="visually-hidden">
          {create.isPending ? t.creazione : ''}
        </span>
      </form>
    </main>
  );
}
