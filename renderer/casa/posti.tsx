import { useState } from 'react';
import { aperteInsieme, isAperta } from '../../domain/apertura.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { Aggiungi } from '../pannello/aggiungi.tsx';
import pannello from '../pannello/pannello.module.css';
import { Pannello } from '../pannello/pannello.tsx';
import tabella from '../pannello/tabella.module.css';
import { CellaCorreggi, type Colonna, Tabella } from '../pannello/tabella.tsx';
import type { Struttura } from '../shell/luogo.ts';
import { testi } from '../testi/index.ts';
import { type Modulo, type Posti, PostiForm } from './posti-form.tsx';

const t = testi.casa;

/** The period that decides today, while the modulo is open: the one begun last of those that hold (domain/posti.ts). */
function attuale(struttura: Struttura, modulo: Modulo, oggi: Giorno): Posti | undefined {
  if (!isAperta(aperteInsieme(modulo, struttura), oggi)) return undefined;
  return modulo.posti
    .filter((p) => p.validoDal <= oggi && (p.validoAl === null || oggi <= p.validoAl))
    .toSorted((a, b) => (a.validoDal < b.validoDal ? 1 : -1))[0];
}

const COLONNE: readonly Colonna[] = [
  ...[t.modulo, t.dal, t.al],
  { titolo: t.accreditati, numero: true },
  { titolo: t.disponibili, numero: true },
  t.motivo,
];

interface PropsRiga {
  struttura: Struttura;
  modulo: Modulo;
  posti: Posti;
  oggi: Giorno;
  onCorreggi: (() => void) | null;
}

function Riga({ struttura, modulo, posti, oggi, onCorreggi }: PropsRiga) {
  const valgono = attuale(struttura, modulo, oggi)?.id === posti.id;
  const aperto = testi.casa.aperto(modulo.dal, modulo.al);
  return (
    <tr>
      <th scope="row">
        {modulo.nome} {aperto !== '' && <span className={pannello['tenue']}>{aperto}</span>}
      </th>
      <td className={tabella['intero']}>{t.giorno(posti.validoDal)}</td>
      <td className={tabella['intero']}>
        {t.finoA(posti.validoAl)} {valgono && <b>· {t.oggi}</b>}
      </td>
      <td className={tabella['numero']}>{posti.accreditati}</td>
      <td className={tabella['numero']}>{posti.disponibili}</td>
      <td>{posti.motivo}</td>
      <CellaCorreggi
        dice={`${testi.comune.correggi}: ${t.periodo(modulo.nome, posti.validoDal)}`}
        onCorreggi={onCorreggi}
      />
    </tr>
  );
}

/** The places of each modulo, period by period, the newest first. */
export function PannelloPosti({ struttura, oggi, puo }: { struttura: Struttura; oggi: Giorno; puo: boolean }) {
  const [aperto, setAperto] = useState<{ periodo: { modulo: Modulo; posti: Posti } | null } | null>(null);
  const righe = struttura.moduli.flatMap((modulo) =>
    modulo.posti.toSorted((a, b) => (a.validoDal < b.validoDal ? 1 : -1)).map((posti) => ({ modulo, posti })),
  );
  return (
    <Pannello
      titolo={t.posti}
      azioni={
        puo &&
        struttura.moduli.length > 0 && (
          <Aggiungi onClick={() => setAperto({ periodo: null })}>{t.aggiungiPosti}</Aggiungi>
        )
      }
    >
      <p className={pannello['cosa']}>{struttura.moduli.length === 0 ? t.nessunModulo : t.postiCosa}</p>
      {righe.length > 0 && (
        <Tabella etichetta={t.posti} colonne={COLONNE} azioni={puo}>
          {righe.map((periodo) => (
            <Riga
              key={periodo.posti.id}
              {...periodo}
              struttura={struttura}
              oggi={oggi}
              onCorreggi={puo ? () => setAperto({ periodo }) : null}
            />
          ))}
        </Tabella>
      )}
      {aperto && (
        <PostiForm struttura={struttura} periodo={aperto.periodo} oggi={oggi} onChiudi={() => setAperto(null)} />
      )}
    </Pannello>
  );
}
