import { type ReactNode, useState } from 'react';
import { isInRitardo, isRelazioneInRitardo, stranezzaRelazione } from '../../domain/appuntamento.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { useEndpoint } from '../api/index.ts';
import { type Cartella, isInCorso } from '../ospite/cartella.ts';
import { Elenco } from '../ospite/elenchi.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { useEtichette } from '../report/etichette.ts';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { canCall } from '../shell/pagine.ts';
import { testi } from '../testi/index.ts';
import css from './agenda.module.css';
import { type Aperto, FormAperto } from './apri.tsx';
import type { Incontro } from './form-incontro.tsx';

const t = testi.agenda;
const C = t.campi;

interface Props {
  cartella: Cartella;
  ruolo: Ruolo;
  oggi: string;
}

type Genere = 'visita' | 'incontro' | 'attivita';
interface Fatto {
  readonly id: string;
  readonly data: string;
  readonly stato: keyof typeof t.statoDi;
}

/** The struttura where a new fact of this guest is recorded: where they are, or were last. */
export function strutturaDi(cartella: Cartella, oggi: string): string | undefined {
  const permanenza = cartella.permanenze.find((p) => isInCorso(p, oggi)) ?? cartella.permanenze[0];
  return permanenza?.struttura.codice;
}

/** The form over the tab, and how to open it. */
function useForm(genere: Genere, { cartella, ruolo, oggi }: Props) {
  const [aperto, setAperto] = useState<Aperto | null>(null);
  const struttura = strutturaDi(cartella, oggi);
  const puo = canCall(ruolo, 'visite.register');
  const { id, cognome, nome } = cartella;
  const form = aperto !== null && (
    <FormAperto
      aperto={aperto}
      struttura={struttura ?? ''}
      oggi={oggi}
      ospite={{ id, cognome, nome }}
      onChiudi={() => setAperto(null)}
    />
  );
  const data = (riga: Fatto): ReactNode => {
    const giorno = formatGiornoBreve(riga.data);
    if (!puo) return giorno;
    const onClick = () =>
      setAperto({ riga: { genere, id: riga.id, data: riga.data, gruppoId: null, scritta: true }, fatto: false });
    return (
      <button type="button" className={css['apri']} onClick={onClick}>
        {giorno}
      </button>
    );
  };
  return { form, data };
}

function Stato({ riga, oggi }: { riga: Fatto; oggi: string }) {
  return isInRitardo(riga, oggi) ? <span className={css['tardi']}>{t.inRitardo}</span> : t.statoDi[riga.stato];
}

function StatoIncontro({ incontro, oggi }: { incontro: Incontro; oggi: string }) {
  const { relazioneEntro, relazioneData } = incontro;
  const tardi = isRelazioneInRitardo(incontro, oggi) ? relazioneEntro : null;
  const strana = stranezzaRelazione(incontro, oggi) === null ? null : relazioneData;
  if (tardi === null && strana === null) return <Stato riga={incontro} oggi={oggi} />;
  const frase = tardi === null ? t.relazioneStrana : t.relazioneTardi;
  return <span className={css['tardi']}>{frase(formatGiornoBreve(tardi ?? strana ?? ''))}</span>;
}

const siNo = (valore: boolean | null) => (valore === null ? '' : valore ? testi.comune.si : testi.comune.no);
const quanti = (righe: readonly Fatto[], stato: Fatto['stato']) => righe.filter((riga) => riga.stato === stato).length;

type Visite = Output<'visite.listOspite'>['visite'];

function contiVisite(visite: Visite): string {
  const accompagnate = visite.filter((v) => v.stato === 'fatto' && v.accompagnamento === true).length;
  return t.ospite.contiVisite(quanti(visite, 'fatto'), accompagnate, quanti(visite, 'previsto'));
}

/** The guest's visits: booked, done, called off. */
export function Salute(props: Props) {
  const { cartella, oggi } = props;
  const etichetta = useEtichette();
  const discreto = useTestoDiscreto();
  const { form, data: quando } = useForm('visita', props);
  const { data, error, refetch } = useEndpoint('visite.listOspite', { ospiteId: cartella.id }, { staleTime: 0 });
  if (error) return <ErroreInPagina errore={error} onRiprova={() => void refetch()} />;
  if (!data) return <Attesa righe={8} testo={t.lettura} />;
  return (
    <>
      <Elenco
        titolo={t.ospite.salute}
        vuoto={t.ospite.nessunaVisita}
        accanto={contiVisite(data.visite)}
        colonne={[
          C['data'],
          C['ora'],
          C['tipo'],
          C['luogo'],
          C['accompagnatore'],
          C['esito'],
          C['prossima'],
          C['stato'],
        ]}
        righe={data.visite}
        celle={(v) => [
          quando(v),
          v.ora,
          etichetta('visita', v.tipo),
          v.luogo,
          v.accompagnatore === null ? siNo(v.accompagnamento) : discreto(v.accompagnatore),
          discreto(v.esito ?? ''),
          v.prossima === null ? '' : formatGiornoBreve(v.prossima),
          <Stato key={v.id} riga={v} oggi={oggi} />,
        ]}
      />
      {form}
    </>
  );
}

/** The guest's meetings with services and family. */
export function IncontriOspite(props: Props) {
  const { cartella, oggi } = props;
  const etichetta = useEtichette();
  const discreto = useTestoDiscreto();
  const { form, data: quando } = useForm('incontro', props);
  const { data, error, refetch } = useEndpoint('incontri.listOspite', { ospiteId: cartella.id }, { staleTime: 0 });
  if (error) return <ErroreInPagina errore={error} onRiprova={() => void refetch()} />;
  if (!data) return <Attesa righe={8} testo={t.lettura} />;
  const { incontri } = data;
  return (
    <>
      <Elenco
        titolo={t.ospite.incontri}
        vuoto={t.ospite.nessunIncontro}
        accanto={incontri.length > 0 && t.ospite.conti(quanti(incontri, 'fatto'), quanti(incontri, 'previsto'))}
        colonne={[C['data'], C['ora'], C['servizio'], C['modalita'], C['oggetto'], C['esito'], C['stato']]}
        righe={incontri}
        celle={(i) => [
          quando(i),
          i.ora,
          i.tipoFamiglia === null ? etichetta('servizio', i.servizio) : etichetta('attivita_famiglie', i.tipoFamiglia),
          etichetta('modalita', i.modalita),
          discreto(i.oggetto ?? ''),
          discreto(i.esito ?? ''),
          <StatoIncontro key={i.id} incontro={i} oggi={oggi} />,
        ]}
      />
      {form}
    </>
  );
}

/** The activities the guest took part in. */
export function AttivitaOspite(props: Props) {
  const { cartella, oggi } = props;
  const etichetta = useEtichette();
  const { form, data: quando } = useForm('attivita', props);
  const { data, error, refetch } = useEndpoint('attivita.listOspite', { ospiteId: cartella.id }, { staleTime: 0 });
  if (error) return <ErroreInPagina errore={error} onRiprova={() => void refetch()} />;
  if (!data) return <Attesa righe={8} testo={t.lettura} />;
  const { attivita } = data;
  return (
    <>
      <Elenco
        titolo={t.ospite.attivita}
        vuoto={t.ospite.nessunaAttivita}
        accanto={attivita.length > 0 && t.ospite.contiAttivita(quanti(attivita, 'fatto'), quanti(attivita, 'previsto'))}
        colonne={[C['data'], C['ora'], C['area'], C['titolo'], C['ore'], C['stato']]}
        righe={attivita}
        celle={(a) => [
          quando(a),
          a.ora,
          etichetta('area_attivita', a.area),
          a.titolo,
          a.ore === null ? '' : String(a.ore).replace('.', ','),
          <Stato key={a.id} riga={a} oggi={oggi} />,
        ]}
      />
      {form}
    </>
  );
}
