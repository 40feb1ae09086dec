import { Checkbox } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno, formatGiornoEsteso } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { Riquadro } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './dimissione.module.css';
import type { ValoriDimissione } from './valori.ts';

const t = testi.dimissione;

interface Props {
  ingressoId: string;
  insieme: readonly string[];
  giorno: Giorno | undefined;
  esito: string;
  /** a transfer kept in this register: who is out is out over there too */
  trasferito: boolean;
}

/** What the dimissione would do, said before it is done: the days that go, the absence it closes, when the report is due. */
export function Effetti({ ingressoId, insieme, giorno, esito, trasferito }: Props) {
  const formatNome = useFormatNome();
  const scrivi = useTestoDiscreto();
  const { data } = useEndpoint(
    'dimissioni.preview',
    { ingressoId, insieme: [...insieme], dataDimissione: giorno ?? '', esito: esito || null },
    { enabled: giorno !== undefined, placeholderData: (prima) => prima },
  );
  if (giorno === undefined || !data)
    return (
      <Pannello titolo={t.parti.effetti}>
        <p className={css['tenue']}>{t.effettiDopo}</p>
      </Pannello>
    );
  const tolti = data.membri.filter((membro) => membro.tolti.length > 0);
  return (
    <Pannello titolo={t.parti.effetti}>
      {data.ostacolo !== null && <Riquadro tono="attenzione">{scrivi(data.ostacolo)}</Riquadro>}
      <ul className={css['effetti']} aria-live="polite">
        <li>{data.ultimoGiorno === null ? t.nessunGiorno : t.ultimo(formatGiornoEsteso(data.ultimoGiorno))}</li>
        {tolti.length === 0 && <li>{t.nienteSiPerde}</li>}
        {tolti.map((membro) => (
          <li key={membro.ingressoId} data-attenzione>
            {t.tolti(formatNome(membro.cognome, membro.nome), membro.tolti.length, giorniDi(membro.tolti))}
          </li>
        ))}
        {data.membri.map(
          (membro) =>
            membro.fuoriDal !== null && (
              <li key={membro.ingressoId}>
                {(trasferito ? t.fuoriTrasferito : t.fuori)(
                  formatNome(membro.cognome, membro.nome),
                  formatGiorno(membro.fuoriDal),
                )}
              </li>
            ),
        )}
        {data.relazioneEntro !== null && <li>{t.relazioneEntro(formatGiornoEsteso(data.relazioneEntro))}</li>}
        {data.agenda.udienze.length > 0 && (
          <li data-attenzione>{t.udienze(data.agenda.udienze.map(formatGiorno).join(', '))}</li>
        )}
      </ul>
      {data.agenda.prenotati.length > 0 && <Appuntamenti giorno={giorno} prenotati={data.agenda.prenotati} />}
    </Pannello>
  );
}

/** What is booked afterwards, and whether the same gesture calls it off. */
function Appuntamenti({ giorno, prenotati }: { giorno: Giorno; prenotati: readonly Giorno[] }) {
  const { register } = useFormContext<ValoriDimissione>();
  return (
    <Checkbox
      className={css['agenda']}
      label={t.annulla(formatGiorno(giorno))}
      description={t.prenotati(prenotati.length, prenotati.slice(0, NOMINATI).map(formatGiorno).join(', '))}
      {...register('annullaAppuntamenti')}
    />
  );
}

/** Days named one by one are read: beyond these, the first and the last. */
const NOMINATI = 4;

function giorniDi(tolti: readonly { giorno: Giorno; codice: string }[]): string {
  const detto = ({ giorno, codice }: { giorno: Giorno; codice: string }) => `${formatGiorno(giorno)} ${codice}`;
  const [primo, ultimo] = [tolti[0], tolti.at(-1)];
  if (tolti.length <= NOMINATI || !primo || !ultimo) return tolti.map(detto).join(', ');
  return `${detto(primo)} … ${detto(ultimo)}`;
}
