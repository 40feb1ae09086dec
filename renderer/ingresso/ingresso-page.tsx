import { Button, TextInput } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { FormProvider, useFormContext, useWatch } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoEsteso, parseGiorno } from '../../domain/giorno-testo.ts';
import { giornoDiNascita, parseNascita } from '../../domain/nascita.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { useEndpoint } from '../api/index.ts';
import { CampoStanza } from '../casa/campo-stanza.tsx';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import cssForm from '../form/form.module.css';
import { Ripreso } from '../form/ripreso.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { CampoScheda, type Scelte } from '../scheda/campo-scheda.tsx';
import { campiDi, type Parte } from '../scheda/valori.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { Pagina } from '../shell/pagina.tsx';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import type { OspiteTrovato } from './campo-cognome.tsx';
import { CampoModulo } from './campo-modulo.tsx';
import { OspiteScelto, PersonaNuova } from './form-nuovo.tsx';
import css from './guida.module.css';
import { CampoGenitore, NucleoScritto, useAltraPersona, useNomePersona } from './guida-nucleo.tsx';
import { GUIDA_VUOTA, isNessuno, mancantiDi, personaCorrente, problemiDi, type ValoriGuida } from './guida-valori.ts';
import { Precedente, usePrecedente } from './precedente.tsx';
import { useRegistraGuida } from './use-registra-guida.ts';

const t = testi.ingresso.guida;
/** How the host begins the remark about what the scheda lacks. */
const DA_COMPLETARE = 'Da completare:';

interface PropsGuida {
  struttura: string;
  oggi: Giorno;
  ruolo: Ruolo;
  /** the stay whose family is joined */
  con: string | null;
}

function Guida({ struttura, oggi, ruolo, con }: PropsGuida) {
  const sospeso = useFormSospeso<ValoriGuida>(`ingresso:${struttura}${con === null ? '' : `:${con}`}`, {
    defaultValues: GUIDA_VUOTA,
  });
  const { form } = sospeso;
  useEffect(() => form.setFocus('cognome'), [form]);
  const { registra, errore, inCorso } = useRegistraGuida(struttura, oggi, con);
  const dire = useSalvato();
  const navigate = useNavigate();
  const [dataIngresso, nucleo] = useWatch({ control: form.control, name: ['dataIngresso', 'nucleo'] });
  const giorno = parseGiorno(dataIngresso, oggi);
  const scelte = useEndpoint('ingressi.getScelte', { struttura, giorno: giorno ?? oggi }).data;
  const invia = form.handleSubmit(async (valori) => {
    const corrente = personaCorrente(valori);
    const basta = isNessuno(corrente) && valori.nucleo.length > 0;
    const problemi = problemiDi(corrente, valori.dataIngresso, oggi).filter(
      ({ campo }) => !basta || campo === 'dataIngresso',
    );
    for (const { campo, frase } of problemi) form.setError(campo, { message: frase });
    const [primo] = problemi;
    if (primo) return form.setFocus(primo.campo);
    const fatto = await registra(valori);
    sospeso.fatto();
    // what is to be completed is said by the scheda, which opens now
    dire(fatto.frase, { voce: fatto.voce, avvisi: fatto.avvisi.filter((avviso) => !avviso.includes(DA_COMPLETARE)) });
    void navigate({ to: '/ospiti/$ospite', params: { ospite: fatto.ospiteId }, search: { sezione: 'scheda' } });
  });
  const quanti = nucleo.length + 1;
  return (
    <FormProvider {...form}>
      <form noValidate className={css['guida']} onSubmit={(e) => void invia(e).catch(() => undefined)}>
        <Ripreso sospeso={sospeso} />
        <Chi oggi={oggi} con={con} />
        <Dove struttura={struttura} oggi={oggi} giorno={giorno} scelte={scelte} />
        <Scheda oggi={oggi} giorno={giorno} ruolo={ruolo} scelte={scelte} />
        {errore && <ErroreInPagina errore={errore} />}
        <div className={cssForm['fondo']}>
          <Button type="submit" loading={inCorso}>
            {quanti > 1 ? t.registraNucleo(quanti) : t.registra}
          </Button>
          <Manca oggi={oggi} ruolo={ruolo} />
        </div>
      </form>
    </FormProvider>
  );
}

/** Who arrives: somebody known, somebody new, a family one after the other. */
function Chi({ oggi, con }: { oggi: Giorno; con: string | null }) {
  const form = useFormContext<ValoriGuida>();
  const altra = useAltraPersona();
  const formatNome = useFormatNome();
  const { data } = useEndpoint('ingressi.get', { ingressoId: con ?? '' }, { enabled: con !== null });
  const [ospite, dataIngresso] = useWatch({ control: form.control, name: ['ospite', 'dataIngresso'] });
  const precedente = usePrecedente(ospite?.id ?? null);
  const scegli = (scelto: OspiteTrovato | null) => {
    precedente.lascia();
    form.setValue('ospite', scelto, { shouldDirty: true });
    if (scelto !== null)
      form.setValue('tipoIngresso', scelto.ultimaDimissione === null ? 'nuovo' : 'rientro', { shouldDirty: true });
    setTimeout(() => form.setFocus(scelto === null ? 'cognome' : 'dataIngresso'), 0);
  };
  const aggiungi = () => {
    const problemi = problemiDi(personaCorrente(form.getValues()), dataIngresso, oggi).filter(
      ({ campo }) => campo !== 'dataIngresso',
    );
    for (const { campo, frase } of problemi) form.setError(campo, { message: frase });
    const [primo] = problemi;
    if (primo) form.setFocus(primo.campo);
    else altra();
  };
  return (
    <Pannello titolo={t.passi.chi} accanto={data && t.conChi(formatNome(data.cognome, data.nome))}>
      <NucleoScritto />
      <div className={cssForm['campi']}>
        {ospite ? (
          <div className={css['scelto']}>
            <OspiteScelto ospite={ospite} onCambia={() => scegli(null)} />
          </div>
        ) : (
          <PersonaNuova oggi={oggi} onScelto={scegli} intera />
        )}
        <CampoGenitore />
      </div>
      <p className={css['aggiungi']}>
        <Button variant="default" onClick={aggiungi}>
          {t.aggiungi}
        </Button>
        <span className={css['tenue']}>{t.aggiungiCosa}</span>
      </p>
    </Pannello>
  );
}

interface PropsDove {
  struttura: string;
  oggi: Giorno;
  giorno: Giorno | undefined;
  scelte: Scelte | undefined;
}

/** The day and the modulo: the bed it takes, why there may be fewer, until when it may last. */
function Dove({ struttura, oggi, giorno, scelte }: PropsDove) {
  const form = useFormContext<ValoriGuida>();
  const codice = useWatch({ control: form.control, name: 'modulo' });
  const modulo = scelte?.moduli.find((uno) => uno.codice === codice);
  return (
    <Pannello titolo={t.passi.dove}>
      <div className={`${cssForm['campi']} ${cssForm['larghi']}`}>
        <CampoGiorno
          control={form.control}
          name="dataIngresso"
          label={testi.ingresso.dataIngresso}
          description={testi.ingresso.dataCosa}
          oggi={oggi}
        />
        <CampoModulo
          struttura={struttura}
          giorno={giorno}
          vuoto={testi.ingresso.moduloDopo}
          error={undefined}
          scelto={codice}
          campo={form.register('modulo')}
        />
        {giorno !== undefined && <Stanza struttura={struttura} giorno={giorno} />}
      </div>
      {giorno !== undefined && modulo && (
        <p className={css['tenue']}>
          {modulo.motivo !== null && <span>{t.lavori(modulo.motivo)} </span>}
          {modulo.fineMassima !== null && t.durata(formatGiornoEsteso(modulo.fineMassima))}
        </p>
      )}
    </Pannello>
  );
}

/** Where they sleep from the first night, in a house whose rooms are written; it may be said afterwards. */
function Stanza({ struttura, giorno }: { struttura: string; giorno: Giorno }) {
  const { register, control } = useFormContext<ValoriGuida>();
  const stanzaId = useWatch({ control, name: 'stanzaId' });
  const stanze = useEndpoint('stanze.list', { struttura, giorno }).data?.stanze ?? [];
  if (!stanze.some((una) => una.inUso)) return null;
  return (
    <>
      <CampoStanza stanze={stanze} campo={register('stanzaId')} />
      {stanzaId !== '' && (
        <TextInput
          label={testi.casa.letto}
          description={testi.casa.lettoCosa}
          autoComplete="off"
          maxLength={20}
          {...register('letto')}
        />
      )}
    </>
  );
}

/** The scheda, as far as it is known on the first evening. */
function Scheda({ oggi, giorno, ruolo, scelte }: Omit<PropsDove, 'struttura'> & { ruolo: Ruolo }) {
  const form = useFormContext<ValoriGuida>();
  const [utenza, nascita, ospite] = useWatch({ control: form.control, name: ['utenza', 'dataNascita', 'ospite'] });
  const nata = parseNascita(nascita, oggi);
  const minore = utenza === 'MINORE' || (nata !== undefined && giornoDiNascita(nata) > diciottoAnniPrima(oggi));
  const parti: Parte[] = minore ? ['percorso', 'minore', 'situazione', 'salute'] : ['percorso', 'situazione', 'salute'];
  return (
    <Pannello titolo={t.passi.scheda} accanto={t.schedaDopo}>
      {ospite !== null && <Precedente key={ospite.id} ospiteId={ospite.id} />}
      {parti.map((parte) => (
        <fieldset key={parte} className={css['parte']}>
          <legend>{testi.scheda.parti[parte]}</legend>
          <div className={cssForm['campi']}>
            {campiDi(parte, ruolo).map((campo) => (
              <CampoScheda
                key={campo}
                control={form.control}
                campo={campo}
                oggi={oggi}
                dataIngresso={giorno ?? oggi}
                nascita={ospite?.dataNascita ?? nata}
                scelte={scelte}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </Pannello>
  );
}

function diciottoAnniPrima(oggi: Giorno): Giorno {
  return `${Number(oggi.slice(0, 4)) - 18}${oggi.slice(4)}`;
}

/** What is still needed to record, or to be complete: said while typing. */
function Manca({ oggi, ruolo }: { oggi: Giorno; ruolo: Ruolo }) {
  const form = useFormContext<ValoriGuida>();
  const valori = useWatch({ control: form.control }) as ValoriGuida;
  const nomeDi = useNomePersona();
  const corrente = personaCorrente(valori);
  const basta = isNessuno(corrente) && valori.nucleo.length > 0;
  const serve = problemiDi(corrente, valori.dataIngresso, oggi)
    .map(({ campo }) => campo)
    .filter((campo) => !basta || campo === 'dataIngresso');
  if (serve.length > 0)
    return (
      <p className={cssForm['manca']}>
        {t.daScrivere([...new Set(serve)].map((campo) => t.chiamati[campo]).join(', '))}
      </p>
    );
  const persone = isNessuno(corrente) ? valori.nucleo : [...valori.nucleo, corrente];
  // those of a family who lack the same are said together
  const perMancanti = Map.groupBy(persone, (p) => mancantiDi(p, valori, ruolo, oggi).join(', '));
  const manca = [...perMancanti].flatMap(([suoi, chi]) => {
    if (suoi === '') return [];
    return persone.length > 1 ? `${chi.map(nomeDi).join(', ')}: ${suoi}` : suoi;
  });
  return <p className={cssForm['manca']}>{manca.length > 0 ? t.daCompletare(manca.join('; ')) : t.tuttoScritto}</p>;
}

/** `#/ingresso/:struttura`: an admission in three short steps, of one or of a family. What is typed is kept until it is saved. */
export function IngressoPage() {
  const { struttura = '' } = useParams({ strict: false });
  const { con } = useSearch({ strict: false }) as { con?: string };
  const sessione = useSessione();
  const strutture = useEndpoint('strutture.list', {}).data;
  const nome = strutture?.find((uno) => uno.codice === struttura)?.nome;
  const ruolo = sessione?.utente?.ruolo;
  return (
    <Pagina titolo={t.titolo} accanto={nome && <p className={css['tenue']}>{t.in(nome)}</p>}>
      {sessione && ruolo && (
        <Guida
          key={`${struttura} ${con ?? ''}`}
          struttura={struttura}
          oggi={sessione.oggi}
          ruolo={ruolo}
          con={con ?? null}
        />
      )}
    </Pagina>
  );
}
