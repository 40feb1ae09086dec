import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { Aggiungi } from '../pannello/aggiungi.tsx';
import { Lettura } from '../pannello/lettura.tsx';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { CellaCorreggi, Tabella } from '../pannello/tabella.tsx';
import { testi } from '../testi/index.ts';
import { VoceForm } from './voce-form.tsx';

const t = testi.elenchi;

export type Elenco = Output<'liste.list'>[number];
export type Voce = Elenco['voci'][number];

/** The days on which a value may be chosen, in words. */
function quando({ dal, al }: Voce): string {
  if (dal !== null && al !== null) return t.dalAl(dal, al);
  if (dal !== null) return t.dal(dal);
  return al === null ? t.sempre : t.al(al);
}

/** How long, in words, for the lists whose values say it. */
function durata({ durataMassimaMesi: mesi, durataMassimaGiorni: giorni }: Voce): string {
  if (mesi !== null) return t.mesi(mesi);
  return giorni === null ? t.senzaLimite : t.giorni(giorni);
}

/** What a value says besides its words. */
function detto(dice: Elenco['dice'], voce: Voce): string {
  if (dice === 'durata') return durata(voce);
  return voce.relazioneOgniMesi === null ? t.senzaRelazioni : t.ogni(t.mesi(voce.relazioneOgniMesi));
}

interface PropsTabella {
  elenco: Elenco;
  oggi: Giorno;
  onCorreggi: ((voce: Voce) => void) | null;
}

function TabellaVoci({ elenco, oggi, onCorreggi }: PropsTabella) {
  const { dice } = elenco;
  const colonne = [t.voce, t.sinonimi, ...(dice ? [t.colonne[dice]] : []), t.quando, t.origine];
  return (
    <Tabella etichetta={elenco.titolo} colonne={colonne} azioni={onCorreggi !== null}>
      {elenco.voci.map((voce) => (
        <tr key={voce.voce} data-ritirata={(voce.al !== null && voce.al < oggi) || undefined}>
          <th scope="row">
            {voce.etichetta} <span className={pannello['tenue']}>{voce.voce}</span>
          </th>
          <td>{voce.sinonimi.join(', ')}</td>
          {dice && <td className={tabella['intero']}>{detto(dice, voce)}</td>}
          <td className={tabella['intero']}>
            {quando(voce)}
            {voce.al !== null && voce.al < oggi && <span className={pannello['tenue']}> · {t.ritirata}</span>}
          </td>
          <td className={tabella['intero']}>{t.origini[voce.origine] ?? voce.origine}</td>
          <CellaCorreggi dice={t.correggiVoce(voce.etichetta)} onCorreggi={onCorreggi && (() => onCorreggi(voce))} />
        </tr>
      ))}
    </Tabella>
  );
}

/** One list at a time, with its values: those of the program, those of the office. */
export function Elenchi({ oggi, puo }: { oggi: Giorno; puo: boolean }) {
  const liste = useEndpoint('liste.list', {});
  const { data } = liste;
  const [scelto, setScelto] = useState('servizio');
  const [aperta, setAperta] = useState<{ voce: Voce | null } | null>(null);
  const elenco = data?.find((uno) => uno.id === scelto) ?? data?.[0];
  const modificabile = puo && elenco !== undefined && !elenco.chiusa;
  return (
    <Pannello
      titolo={elenco?.titolo ?? t.elenco}
      accanto={elenco && t.quante(elenco.voci.length)}
      azioni={
        <>
          {data && (
            <NativeSelect aria-label={t.elenco} value={elenco?.id} onChange={(e) => setScelto(e.currentTarget.value)}>
              {data.map((uno) => (
                <option key={uno.id} value={uno.id}>
                  {uno.titolo}
                </option>
              ))}
            </NativeSelect>
          )}
          {modificabile && elenco.siAggiunge && (
            <Aggiungi onClick={() => setAperta({ voce: null })}>{t.aggiungi}</Aggiungi>
          )}
        </>
      }
    >
      {elenco?.chiusa && <p className={pannello['cosa']}>{t.chiuso}</p>}
      {elenco && !elenco.chiusa && !elenco.siAggiunge && (
        <p className={pannello['cosa']}>{elenco.siRitira ? t.soloParole : t.soloParoleCodici}</p>
      )}
      <Lettura di={liste} righe={10} testo={t.lettura}>
        {() =>
          elenco && (
            <TabellaVoci elenco={elenco} oggi={oggi} onCorreggi={modificabile ? (voce) => setAperta({ voce }) : null} />
          )
        }
      </Lettura>
      {elenco && aperta && <VoceForm elenco={elenco} voce={aperta.voce} oggi={oggi} onChiudi={() => setAperta(null)} />}
    </Pannello>
  );
}
