import { IconCheck, IconChevronLeft, IconChevronRight, IconLock, IconLockOpen } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { addMesi, annoDi, type Mese, meseDi, numeroMese } from '../../domain/giorno.ts';
import { nomeMese } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { testi } from '../testi/index.ts';
import css from './mese.module.css';

type RigaMese = Output<'mesi.list'>[number];
type Segno = keyof typeof testi.mese.statoMese;

/** The one word of a month in the strip. */
function segnoDi(riga: RigaMese, oggi: string): Segno {
  if (riga.stato === 'chiuso') return riga.esportato ? 'esportato' : 'chiuso';
  if (riga.stato === 'riaperto') return 'riaperto';
  return riga.mese > meseDi(oggi) ? 'futuro' : 'aperto';
}

/** Letters of a month's name that are seen; the others are only heard. */
const LETTERE = 3;

const ICONE = { chiuso: IconLock, esportato: IconCheck, riaperto: IconLockOpen, aperto: null, futuro: null } as const;

function MeseDellAnno({
  struttura,
  riga,
  attuale,
  oggi,
}: {
  struttura: string;
  riga: RigaMese;
  attuale: Mese;
  oggi: string;
}) {
  const segno = segnoDi(riga, oggi);
  const parola = testi.mese.statoMese[segno];
  const Icona = ICONE[segno];
  const nome = nomeMese(numeroMese(riga.mese));
  return (
    <li>
      <Link
        to="/mese/$struttura/$mese"
        params={{ struttura, mese: riga.mese }}
        className={css['meseVoce'] ?? ''}
        data-segno={segno}
        data-attuale={riga.mese === attuale || undefined}
        aria-current={riga.mese === attuale ? 'page' : undefined}
      >
        <b>
          {nome.slice(0, LETTERE)}
          <span className="visually-hidden">
            {nome.slice(LETTERE)} {annoDi(riga.mese)}
            {parola === '' ? '' : ','}
          </span>
        </b>
        <span>
          {Icona && <Icona size={12} aria-hidden />}
          {parola}
        </span>
      </Link>
    </li>
  );
}

/** The year as a thin strip: where each month is, one word each. */
export function MeseAnno({ struttura, mese, oggi }: { struttura: string; mese: Mese; oggi: string }) {
  const anno = annoDi(mese);
  const righe = useEndpoint('mesi.list', { struttura, anno }, { placeholderData: (prima) => prima }).data ?? [];
  const t = testi.mese;
  return (
    <nav className={css['anno']} aria-label={t.anno(anno)}>
      <Link
        to="/mese/$struttura/$mese"
        params={{ struttura, mese: addMesi(mese, -12) }}
        className={css['freccia'] ?? ''}
        aria-label={t.annoPrima(anno)}
      >
        <IconChevronLeft size={16} aria-hidden />
      </Link>
      <ol>
        {righe.map((riga) => (
          <MeseDellAnno key={riga.mese} struttura={struttura} riga={riga} attuale={mese} oggi={oggi} />
        ))}
      </ol>
      <Link
        to="/mese/$struttura/$mese"
        params={{ struttura, mese: addMesi(mese, 12) }}
        className={css['freccia'] ?? ''}
        aria-label={t.annoDopo(anno)}
      >
        <IconChevronRight size={16} aria-hidden />
      </Link>
    </nav>
  );
}
