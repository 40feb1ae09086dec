import { Button } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { FormProvider, useWatch } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno, formatGiornoEsteso, parseGiorno } from '../../domain/giorno-testo.ts';
import { useCommand, useEndpointOra } from '../api/index.ts';
import { AvvertenzeDi } from '../avvertenza/avvertenze-di.tsx';
import { Contese } from '../form/contese.tsx';
import { useCorrezione } from '../form/correzione.ts';
import { Ripreso } from '../form/ripreso.tsx';
import { useSalvato } from '../form/salvato.tsx';
import { useFormSospeso } from '../form/use-form-sospeso.ts';
import { PannelloIngresso } from '../ingresso/pannello-ingresso.tsx';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { useEtichette } from '../report/etichette.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { Pagina } from '../shell/pagina.tsx';
import { canCall } from '../shell/pagine.ts';
import { useSessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { CampiDimissione } from './campi.tsx';
import css from './dimissione.module.css';
import { Effetti } from './effetti.tsx';
import {
  campiDi,
  inForm,
  leggiDimissione,
  type Quadro,
  senzaProposte,
  TRASFERIMENTO,
  type ValoriDimissione,
  valoriDi,
} from './valori.ts';

const t = testi.dimissione;

const ETICHETTE: Readonly<Record<string, string>> = {
  ...{ dataDimissione: t.data, esito: t.esito, destinazione: t.destinazione, abitazioneUscita: t.abitazione },
  ...{ occupazioneUscita: t.occupazione, oggettiResi: t.oggetti, documentiResi: t.documenti, noteDimissione: t.note },
  ...{ dataRelazione: t.relazione, comunicazioni: t.parti.avvisare },
};
const LISTE: Readonly<Record<string, string>> = {
  ...{ esito: 'esito', destinazione: 'destinazione' },
  ...{ abitazioneUscita: 'provenienza', occupazioneUscita: 'occupazione' },
};

/** A value of a dimissione as people read it. */
function useMostra(): (campo: string, valore: unknown) => string {
  const etichetta = useEtichette();
  return (campo, valore) => {
    const detto = inForm(campo, valore);
    if (typeof detto !== 'string')
      return detto.map(({ a, fattaIl }) => (fattaIl === '' ? a : t.comunicata(a, fattaIl))).join('; ');
    const lista = LISTE[campo];
    return lista === undefined || detto === '' ? detto : etichetta(lista, detto);
  };
}

function Form({ quadro, oggi }: { quadro: Quadro; oggi: Giorno }) {
  const { ingressoId, ospiteId } = quadro;
  const nome = useFormatNome()(quadro.cognome, quadro.nome);
  const sospeso = useFormSospeso<ValoriDimissione>(`dimissione:${ingressoId}`, { defaultValues: valoriDi(quadro) });
  const { form } = sospeso;
  useEffect(() => form.setFocus('dataDimissione'), [form]);
  const registra = useCommand('dimissioni.register');
  const daSaputo = useMemo(() => ({ ...sospeso, base: () => senzaProposte(sospeso.base()) }), [sospeso]);
  const { correzione, contese, chiedi, scegli } = useCorrezione(
    daSaputo,
    (valori) => campiDi(valori, oggi),
    (campo, valore) => form.setValue(campo, inForm(campo, valore), { shouldDirty: true }),
  );
  const mostra = useMostra();
  const dire = useSalvato();
  const navigate = useNavigate();
  const [data, esito, insieme, verso] = useWatch({
    control: form.control,
    name: ['dataDimissione', 'esito', 'insieme', 'versoStruttura'],
  });
  const giorno = parseGiorno(data, oggi);
  const invia = form.handleSubmit(async (valori) => {
    const quando = parseGiorno(valori.dataDimissione, oggi);
    if (quando === undefined) return;
    const scritta = leggiDimissione(valori, ingressoId, quando, oggi);
    const esito = await registra.mutateAsync({ ...scritta, prima: correzione().prima });
    if (chiedi(esito)) return;
    sospeso.fatto();
    // undone by one key while it is the last thing done; later it is taken back by a riapertura, with its reason
    dire(t.registrata(nome, formatGiorno(quando)), esito);
    void navigate({ to: '/ospiti/$ospite', params: { ospite: ospiteId } });
  });
  return (
    <FormProvider {...form}>
      <form noValidate className={css['form']} onSubmit={(e) => void invia(e).catch(() => undefined)}>
        <Ripreso sospeso={sospeso} />
        <div className={css['colonne']}>
          <div className={css['colonna']}>
            <CampiDimissione quadro={quadro} oggi={oggi} giorno={giorno} />
          </div>
          <Effetti
            ingressoId={ingressoId}
            insieme={insieme}
            giorno={giorno}
            esito={esito}
            trasferito={esito === TRASFERIMENTO && verso !== ''}
          />
        </div>
        {/* beside the button that was pressed, not a screen above it */}
        <Contese contese={contese} etichetta={(campo) => ETICHETTE[campo] ?? campo} mostra={mostra} onScegli={scegli} />
        {registra.error && <ErroreInPagina errore={registra.error} />}
        <div className={css['fondo']}>
          <Button type="submit" loading={registra.isPending}>
            {quadro.dataDimissione === null ? t.registra : t.salvaCorrezione}
          </Button>
          <LinkBottone to="/ospiti/$ospite" params={{ ospite: ospiteId }}>
            {testi.ospite.apri}
          </LinkBottone>
        </div>
      </form>
    </FormProvider>
  );
}

/** How many times the stay was reopened under this page: what was written of the exit is then the draft of the next one. */
function useRiaperture(quadro: Quadro | undefined): number {
  const [quante, setQuante] = useState(0);
  const eraChiusa = useRef(false);
  const chiusa = quadro === undefined ? undefined : quadro.dataDimissione !== null;
  useEffect(() => {
    if (chiusa === undefined) return;
    if (eraChiusa.current && !chiusa) setQuante((n) => n + 1);
    eraChiusa.current = chiusa;
  }, [chiusa]);
  return quante;
}

/** `#/dimissione/:ingresso`: the whole of a dimissione, from the day to whom it is told. What is typed is kept until it is saved. */
export function DimissionePage() {
  const { ingresso = '' } = useParams({ strict: false });
  const sessione = useSessione();
  const formatNome = useFormatNome();
  const { data, error, refetch } = useEndpointOra('dimissioni.get', { ingressoId: ingresso });
  const [riapre, setRiapre] = useState(false);
  const riaperture = useRiaperture(data);
  const ruolo = sessione?.utente?.ruolo;
  const titolo = data?.dataDimissione == null ? t.titolo : t.correggi;
  const puoRiaprire = ruolo !== undefined && canCall(ruolo, 'dimissioni.reopen') && data?.dataDimissione != null;
  return (
    <Pagina
      titolo={data ? `${titolo}: ${formatNome(data.cognome, data.nome)}` : titolo}
      accanto={
        data && (
          <>
            <p className={css['chi']}>{t.chi(data.struttura.nome, formatGiornoEsteso(data.dataIngresso))}</p>
            <AvvertenzeDi ospiti={[data.ospiteId]} />
          </>
        )
      }
      azioni={
        puoRiaprire && (
          <Button variant="default" onClick={() => setRiapre(true)}>
            {t.riapri}
          </Button>
        )
      }
    >
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!data && !error && <Attesa righe={12} testo={t.lettura} />}
      {data && sessione && <Form key={`${data.ingressoId} ${riaperture}`} quadro={data} oggi={sessione.oggi} />}
      {data && sessione && (
        <PannelloIngresso
          form={riapre ? { tipo: 'riapertura', riga: data } : null}
          struttura={data.struttura.codice}
          oggi={sessione.oggi}
          onChiudi={() => setRiapre(false)}
        />
      )}
    </Pagina>
  );
}
