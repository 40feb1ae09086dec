import { useState } from 'react';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { Lettura } from '../pannello/lettura.tsx';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { CellaCorreggi, Tabella } from '../pannello/tabella.tsx';
import { testi } from '../testi/index.ts';
import { RegolaForm } from './regola-form.tsx';

const t = testi.elenchi;

export type Regola = Output<'regoleScadenza.list'>[number];
type Valori = Pick<Regola, 'giorni' | 'mesi' | 'anticipo' | 'attiva'>;

/** How long after, in words. */
function durata({ giorni, mesi }: Valori, ripete: boolean): string {
  if (giorni === null && mesi === null) return t.dalFatto;
  const testo = mesi === null ? t.giorni(giorni ?? 0) : t.mesi(mesi);
  return ripete ? t.ogni(testo) : testo;
}

function Riga({ nome, valori, regola }: { nome: string; valori: Valori; regola: Regola }) {
  const { predefinita } = regola;
  const uguale =
    valori.attiva &&
    valori.giorni === predefinita.giorni &&
    valori.mesi === predefinita.mesi &&
    valori.anticipo === predefinita.anticipo;
  return (
    <>
      <th scope="row">
        {nome} {uguale && <span className={pannello['tenue']}>{t.diPartenza}</span>}
      </th>
      <td className={tabella['intero']}>{valori.attiva ? durata(valori, regola.ripete) : t.spenta}</td>
      <td className={tabella['intero']}>{valori.attiva ? t.prima(valori.anticipo) : ''}</td>
    </>
  );
}

/** The rules from which deadlines follow, for every modulo and for some. */
export function Regole({ puo }: { puo: boolean }) {
  const regole = useEndpoint('regoleScadenza.list', {});
  const [aperta, setAperta] = useState<Regola | null>(null);
  return (
    <Pannello titolo={t.regole} accanto={t.regoleCosa}>
      <Lettura di={regole} righe={8} testo={t.lettura}>
        {(tutte) => (
          <Tabella etichetta={t.regole} colonne={[t.regola, t.durata, t.anticipo]} azioni={puo}>
            {tutte.flatMap((regola) => [
              <tr key={regola.voce}>
                <Riga nome={regola.etichetta} valori={regola} regola={regola} />
                <CellaCorreggi
                  dice={t.correggiRegola(regola.etichetta)}
                  onCorreggi={puo ? () => setAperta(regola) : null}
                />
              </tr>,
              ...regola.perModulo.map((suo) => (
                <tr key={`${regola.voce} ${suo.modulo}`} className={pannello['tenue']}>
                  <Riga nome={t.perModulo(suo.nome)} valori={suo} regola={regola} />
                  {puo && <td />}
                </tr>
              )),
            ])}
          </Tabella>
        )}
      </Lettura>
      {aperta && <RegolaForm regola={aperta} onChiudi={() => setAperta(null)} />}
    </Pannello>
  );
}
