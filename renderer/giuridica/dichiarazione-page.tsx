import { Button, NativeSelect } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { addMesiAlGiorno, type Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, formatGiornoEsteso, parseGiorno } from '../../domain/giorno-testo.ts';
import { quandoNacque } from '../../domain/nascita.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { CampoGiorno } from '../form/campo-giorno.tsx';
import { regolaGiorno } from '../form/valori.ts';
import { AzioniAtto } from '../pannello/azioni-atto.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { useStampa } from '../pannello/stampa.ts';
import { ErroreInPagina, Riquadro } from '../shell/avvisi.tsx';
import { Pagina } from '../shell/pagina.tsx';
import { useSessione } from '../shell/sessione.ts';
import { useVista } from '../shell/vista.ts';
import { testi } from '../testi/index.ts';
import { type Catena, cateneDi } from './catena.ts';
import css from './giuridica.module.css';
import { Testata } from './testata.tsx';

const t = testi.atti;
const giorno = formatGiornoEsteso;
type Carta = Output<'dichiarazioni.get'>;

/** Since when, and until when: a discharge that is only booked is one to come. */
function accolto({ sesso, struttura, tappe, dataIngresso, dataDimissione }: Carta, oggi: Giorno): string {
  const stato = t.stato[sesso] ?? t.stato['T'] ?? '';
  const [dal, al] = [giorno(dataIngresso), dataDimissione === null ? null : giorno(dataDimissione)];
  const prevista = dataDimissione !== null && dataDimissione > oggi;
  if (tappe.length > 1) {
    if (al === null) return t.accoltoIn(dal);
    return prevista ? t.accoltoInFinoA(dal, al) : t.accoltoInFino(stato, dal, al);
  }
  if (al === null) return t.accolto(struttura.nome, dal);
  return prevista ? t.accoltoFinoA(struttura.nome, dal, al) : t.accoltoFino(stato, struttura.nome, dal, al);
}

/** The paper: the facts of the register, said. */
function Foglio({ d, oggi }: { d: Carta; oggi: string }) {
  const { udienza } = d;
  const nato = t.nato[d.sesso] ?? t.nato['T'] ?? '';
  return (
    <article className={css['atto']}>
      <Testata installazione={d.installazione} sede={d.struttura} />
      <h2>{t.dichiarazioneTitolo}</h2>
      <p>
        {t.siDichiara}{' '}
        <b>
          {d.cognome.toUpperCase()} {d.nome}
        </b>
        {d.anonimo ? '' : `, ${t.natoA(nato, d.luogoNascita, quandoNacque(d.dataNascita))}`}
        {d.codiceFiscale && !d.anonimo ? `, ${t.cf(d.codiceFiscale)}` : ''} {accolto(d, oggi)}
        {d.tappe.length > 1 ? ':' : '.'}
      </p>
      {d.tappe.length > 1 && (
        <ul>
          {d.tappe.map((una) => (
            <li key={una.dal}>
              {t.tappa(
                una.struttura,
                giorno(una.dal),
                una.al === null ? null : giorno(una.al),
                una.giorniPermanenza,
                una.giorniPresenza,
              )}
            </li>
          ))}
        </ul>
      )}
      <p>{t.nelPeriodo(giorno(d.dal), giorno(d.al), d.giorniPermanenza, d.giorniPresenza)}</p>
      {(d.altri.length > 0 || d.senzaCodice > 0) && (
        <>
          <p>{t.altri}</p>
          <ul>
            {d.altri.map(({ significato, giorni }) => (
              <li key={significato}>{t.altro(significato, giorni)}</li>
            ))}
            {d.senzaCodice > 0 && <li>{t.senzaCodice(d.senzaCodice)}</li>}
          </ul>
        </>
      )}
      <p>{udienza ? t.perUdienza(giorno(udienza.data), udienza.ora, udienza.autorita, udienza.luogo) : t.perUsi}</p>
      <div className={css['firma']}>
        <span>{t.dataFirma(formatGiornoBreve(oggi))}</span>
        <span>{t.firma}</span>
      </div>
    </article>
  );
}

/** `#/ospiti/:id/dichiarazione`: that a guest is here, for a hearing or for the guest. */
export function DichiarazionePage() {
  const { ospite = '' } = useParams({ strict: false });
  const { ingresso: chiesto, udienza } = useSearch({ strict: false }) as { ingresso?: string; udienza?: string };
  const oggi = useSessione()?.oggi ?? '';
  const [scelta, setScelta] = useState<string>();
  const { data, error } = useEndpoint('ospiti.get', { ospiteId: ospite });
  const catene = cateneDi(data?.permanenze ?? []);
  const catena =
    catene.find((c) => (scelta === undefined ? c.ingressi.includes(chiesto ?? '') : c.id === scelta)) ??
    catene.find(({ dal }) => dal <= oggi) ??
    catene[0];
  if (catena !== undefined)
    return (
      <Dichiarazione
        key={catena.id}
        {...{ ospite, catena, catene, oggi }}
        udienza={udienza ?? null}
        onScegli={setScelta}
      />
    );
  return (
    <Pagina titolo={t.dichiarazioneTitolo}>
      {error && <ErroreInPagina errore={error} />}
      {data ? <Riquadro tono="info">{t.senzaPermanenze}</Riquadro> : !error && <Attesa righe={8} testo={t.lettura} />}
    </Pagina>
  );
}

interface PropsDichiarazione {
  ospite: string;
  catena: Catena;
  catene: readonly Catena[];
  udienza: string | null;
  oggi: Giorno;
  onScegli: (catena: string) => void;
}

function Dichiarazione({ ospite, catena, catene, udienza, oggi, onScegli }: PropsDichiarazione) {
  const discreto = useVista((v) => v.discreto);
  // the last six months of the stay, until another period is asked for
  const fine = catena.al !== null && catena.al < oggi ? catena.al : oggi;
  const [periodo, setPeriodo] = useState(() => ({ dal: addMesiAlGiorno(fine, -6), al: fine }));
  const form = useForm({ defaultValues: { dal: formatGiornoBreve(periodo.dal), al: formatGiornoBreve(periodo.al) } });
  const { data, error } = useEndpoint(
    'dichiarazioni.get',
    { ingressoId: catena.id, ...periodo, udienzaId: udienza },
    { staleTime: 0 },
  );
  const stampa = useStampa(useMemo(() => ({ cosa: 'dichiarazione' as const, ospiteId: ospite }), [ospite]));
  const applica = form.handleSubmit(({ dal, al }) =>
    setPeriodo((prima) => ({ dal: parseGiorno(dal, oggi) ?? prima.dal, al: parseGiorno(al, oggi) ?? prima.al })),
  );
  const campo = {
    control: form.control,
    oggi,
    description: testi.form.giorno,
    rules: regolaGiorno(oggi, t.periodoSbagliato, t.periodoSbagliato),
  };
  return (
    <Pagina
      atto
      titolo={t.dichiarazioneTitolo}
      azioni={<AzioniAtto ospite={ospite} sezione="giuridica" torna={t.torna} stampa={t.stampa} onStampa={stampa} />}
    >
      <form className={css['strumenti']} noValidate onSubmit={(e) => void applica(e)}>
        {catene.length > 1 && (
          <NativeSelect label={t.permanenza} value={catena.id} onChange={(e) => onScegli(e.currentTarget.value)}>
            {catene.map(({ id, dal, al, strutture }) => (
              <option key={id} value={id}>
                {t.permanenzaDal(formatGiornoBreve(dal), al === null ? null : formatGiornoBreve(al), strutture)}
              </option>
            ))}
          </NativeSelect>
        )}
        <CampoGiorno {...campo} name="dal" label={t.periodoDal} />
        <CampoGiorno {...campo} name="al" label={t.periodoAl} />
        <Button type="submit" variant="default">
          {testi.registro.filtra}
        </Button>
      </form>
      {error && <ErroreInPagina errore={error} />}
      {!data && !error && <Attesa righe={8} testo={t.lettura} />}
      {data?.anonimo && <Riquadro tono="info">{t.anonimo}</Riquadro>}
      {data && (
        <div className={discreto ? 'solo-carta' : undefined}>
          <Foglio d={data} oggi={oggi} />
        </div>
      )}
    </Pagina>
  );
}
