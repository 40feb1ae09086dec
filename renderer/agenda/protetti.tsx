import { Button, Select, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { isRelazioneInRitardo, stranezzaRelazione } from '../../domain/appuntamento.ts';
import { addMesiAlGiorno, type Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { useEndpoint } from '../api/index.ts';
import { Lettura } from '../pannello/lettura.tsx';
import { Pannello } from '../pannello/pannello.tsx';
import { useStampa } from '../pannello/stampa.ts';
import tabella from '../pannello/tabella.module.css';
import { Tabella } from '../pannello/tabella.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './agenda.module.css';
import type { DaAprire } from './apri.tsx';
import type { Incontro } from './form-incontro.tsx';

const t = testi.agenda;
const { quando, ospiti: chi, partecipanti, operatori, esito, relazione } = t.protetti;
const COLONNE = [quando, chi, partecipanti, operatori, esito, relazione];

function Relazione({ incontro, oggi }: { incontro: Incontro; oggi: Giorno }) {
  const { relazioneEntro, relazioneData } = incontro;
  if (relazioneData !== null) {
    const inviata = formatGiornoBreve(relazioneData);
    if (stranezzaRelazione(incontro, oggi) === null) return t.protetti.inviata(inviata);
    return <span className={css['tardi']}>{t.relazioneStrana(inviata)}</span>;
  }
  if (relazioneEntro === null) return null;
  const entro = formatGiornoBreve(relazioneEntro);
  return isRelazioneInRitardo(incontro, oggi) ? (
    <span className={css['tardi']}>{t.relazioneTardi(entro)}</span>
  ) : (
    t.relazioneEntro(entro)
  );
}

interface Props {
  struttura: string;
  oggi: Giorno;
  onApri: (riga: DaAprire) => void;
}

/** The register of protected meetings: who, who watched, what was seen. Printed as it is read. */
export function Protetti({ struttura, oggi, onApri }: Props) {
  const [dal, setDal] = useState(formatGiornoBreve(addMesiAlGiorno(oggi, -12)));
  const [al, setAl] = useState(formatGiornoBreve(addMesiAlGiorno(oggi, 3)));
  const [ospite, setOspite] = useState<string | null>(null);
  const [primo, ultimo] = [parseGiorno(dal, oggi), parseGiorno(al, oggi)];
  const protetti = useEndpoint(
    'incontri.listProtetti',
    { struttura, dal: primo ?? oggi, al: ultimo ?? oggi },
    { enabled: primo !== undefined && ultimo !== undefined, placeholderData: (prima) => prima, staleTime: 0 },
  );
  const { data } = protetti;
  const stampa = useStampa(useMemo(() => ({ cosa: 'incontri_protetti' as const, struttura }), [struttura]));
  const formatNome = useFormatNome();
  const discreto = useTestoDiscreto();
  const ospiti = new Map(data?.flatMap((uno) => uno.ospiti).map((uno) => [uno.id, formatNome(uno.cognome, uno.nome)]));
  const righe = data?.filter((uno) => ospite === null || uno.ospiti.some(({ id }) => id === ospite)) ?? [];
  return (
    <Pannello
      titolo={t.protetti.titolo}
      accanto={data && t.cerca.quanti(righe.length)}
      azioni={
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={stampa}>
          {t.stampa}
        </Button>
      }
    >
      <p className={`${css['frase']} solo-carta`}>
        {struttura}, {t.protetti.periodo(dal, al)}
      </p>
      <div className={`${css['barra']} solo-schermo`}>
        <TextInput
          label={t.cerca.dal}
          value={dal}
          onChange={(e) => setDal(e.currentTarget.value)}
          error={primo === undefined ? t.cerca.dataIgnota : undefined}
          w={140}
        />
        <TextInput
          label={t.cerca.al}
          value={al}
          onChange={(e) => setAl(e.currentTarget.value)}
          error={ultimo === undefined ? t.cerca.dataIgnota : undefined}
          w={140}
        />
        <Select
          label={t.protetti.ospite}
          placeholder={t.protetti.tutti}
          data={[...ospiti].map(([value, label]) => ({ value, label }))}
          value={ospite}
          onChange={setOspite}
          searchable
          clearable
          w={240}
        />
      </div>
      <Lettura di={protetti} righe={8} testo={t.lettura}>
        {() => (
          <Tabella vuota={t.protetti.nessuno} colonne={COLONNE}>
            {righe.map((incontro) => (
              <tr key={incontro.id}>
                <th scope="row" className={tabella['intero']}>
                  <button
                    type="button"
                    className={css['apri']}
                    onClick={() =>
                      onApri({
                        ...{ genere: 'incontro', id: incontro.id, data: incontro.data },
                        ...{ gruppoId: null, scritta: true },
                      })
                    }
                  >
                    {formatGiornoBreve(incontro.data)} {incontro.ora}
                  </button>
                  {incontro.stato !== 'fatto' && <span className={css['dettaglio']}>{t.statoDi[incontro.stato]}</span>}
                </th>
                <td>{incontro.ospiti.map((uno) => formatNome(uno.cognome, uno.nome)).join(', ')}</td>
                <td>{discreto(incontro.partecipanti ?? '')}</td>
                <td>{incontro.operatori}</td>
                <td className={css['testo']}>{discreto(incontro.esito ?? '')}</td>
                <td>
                  <Relazione incontro={incontro} oggi={oggi} />
                </td>
              </tr>
            ))}
          </Tabella>
        )}
      </Lettura>
    </Pannello>
  );
}
