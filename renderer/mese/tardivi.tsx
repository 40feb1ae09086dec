import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import type { Mese } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { testi } from '../testi/index.ts';
import { APoco } from './a-poco.tsx';
import css from './mese.module.css';

const t = testi.mese.tardivi;

interface Luogo {
  struttura: string;
  mese: Mese;
}

type Riga = Output<'qualita.listTardivi'>['righe'][number];

/** Where those facts are read: the diary, the agenda of that day, the register. */
function Salto({ riga, struttura, mese, children }: Luogo & { riga: Riga; children: ReactNode }) {
  const { genere, giorno } = riga;
  if (genere === 'diario')
    return (
      <Link to="/diario/$struttura" params={{ struttura }}>
        {children}
      </Link>
    );
  if (genere === 'visita' || genere === 'incontro' || genere === 'attivita')
    return (
      <Link to="/agenda/$struttura" params={{ struttura }} search={{ giorno }}>
        {children}
      </Link>
    );
  return (
    <Link to="/presenze/$struttura/$mese" params={{ struttura, mese }} search={{ giorno }}>
      {children}
    </Link>
  );
}

function Righe({ righe, luogo, id }: { righe: readonly Riga[]; luogo: Luogo; id: string }) {
  return (
    <APoco
      id={id}
      righe={righe}
      chiave={(riga) => `${riga.genere} ${riga.giorno} ${riga.scrittoIl}`}
      mostra={(riga) => (
        <Salto {...luogo} riga={riga}>
          {t.riga(riga)}
        </Salto>
      )}
    />
  );
}

/** How much of a month was written days after: a fact, with its rows, never a reproach. Nothing by hand, nothing said. */
export function Tardivi(luogo: Luogo) {
  const { data } = useEndpoint('qualita.listTardivi', { ...luogo });
  const [aperte, setAperte] = useState(false);
  const id = useId();
  if (!data || data.totale === 0) return null;
  const { tardi, righe } = data;
  return (
    <Pannello titolo={t.titolo}>
      <p className={css['frase']}>
        {tardi === 0 ? t.nessuno(data) : t.alcuni(data)}{' '}
        {tardi > 0 && (
          <button
            type="button"
            className={css['comeLink']}
            aria-expanded={aperte}
            aria-controls={id}
            onClick={() => setAperte(!aperte)}
          >
            {aperte ? testi.mese.nascondi : testi.mese.mostra(righe.length)}
          </button>
        )}
      </p>
      {aperte && <Righe id={id} righe={righe} luogo={luogo} />}
    </Pannello>
  );
}
