import { Fragment } from 'react';
import type { Periodo } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { testi } from '../testi/index.ts';
import type { Apre, Colonna, Formato } from './cifre.ts';
import type { Conta } from './piccoli.ts';
import { QuadroCifre } from './quadro-cifre.tsx';
import css from './report.module.css';

const t = testi.report;
const ti = t.indicatori;

type RigaIndicatori = Output<'report.indicatori'>['totale'];
type Campo = keyof typeof ti.colonne;

/** What a count opens: its part of `report.righe`. */
const APERTURE: Partial<Record<Campo, Apre>> = {
  trattati: { figura: 'trattati' },
  dimessi: { figura: 'dimessi' },
  conclusi: { figura: 'dimessi', esito: 'concluso' },
  allontanamenti: { figura: 'dimessi', esito: 'allontanamento' },
  relazioniOltre: { figura: 'dimessi', relazione: 'oltre' },
  giornateOccupate: { figura: 'giornateOccupate' },
};

const PERSONE: ReadonlySet<Campo> = new Set<Campo>(['conclusi', 'allontanamenti', 'relazioniOltre']);

const ACCANTO: Partial<Record<Campo, (riga: RigaIndicatori) => string>> = {
  percentoAllontanamenti: ({ percentoAllontanamenti, massimoAllontanamenti }) =>
    ti.limite(percentoAllontanamenti, massimoAllontanamenti),
  percentoRelazioni: ({ percentoRelazioni, massimoRelazioni }) => ti.limite(percentoRelazioni, massimoRelazioni),
  relazioniOltre: ({ relazioniSenzaData }) => ti.senzaData(relazioniSenzaData),
};

function formatoDi(campo: Campo): Formato {
  return campo.startsWith('percento') || campo.startsWith('saturazione') ? 'percento' : 'intero';
}

function apreDi(campo: Campo, { chiave }: RigaIndicatori): Apre | null {
  const parte = APERTURE[campo];
  if (parte === undefined) return null;
  return chiave === 'totale' ? parte : { ...parte, per: 'struttura', chiave };
}

/** The columns of the indicators: what each is made of, then the indicator. */
export function colonneIndicatori(): Colonna<RigaIndicatori>[] {
  return (Object.keys(ti.colonne) as Campo[]).map((campo) => {
    const accanto = ACCANTO[campo];
    return {
      id: campo,
      titolo: ti.colonne[campo],
      breve: ti.breve[campo],
      formato: formatoDi(campo),
      valore: (riga) => riga[campo],
      apre: (riga) => apreDi(campo, riga),
      ...(PERSONE.has(campo) ? { conta: (): Conta => 'persone' } : {}),
      ...(accanto ? { accanto } : {}),
    };
  });
}

/** How each indicator is computed, and against what. */
function Formule() {
  return (
    <dl className={css['letture']}>
      {ti.formule.map(([nome, formula]) => (
        <Fragment key={nome}>
          <dt>{nome}</dt>
          <dd>{formula}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** The quality indicators of the organisation's own system, from the facts of the period. */
export function Indicatori({ periodo }: { periodo: Periodo }) {
  const { data, error, refetch } = useEndpoint('report.indicatori', periodo, { placeholderData: (prima) => prima });
  const colonne = colonneIndicatori();
  const righe = (data?.righe ?? []).map((riga) => ({ chiave: riga.chiave, nome: riga.nome, riga }));
  const totale = data && { chiave: 'totale', nome: t.totale, riga: data.totale };
  return (
    <QuadroCifre
      titolo={t.nome.indicatori}
      nome={`indicatori-${periodo.dal}-${periodo.al}`}
      intestazione={t.perColonna.struttura}
      colonne={colonne}
      righe={righe}
      totale={totale}
      errore={error}
      onRiprova={() => void refetch()}
    >
      <Formule />
    </QuadroCifre>
  );
}
