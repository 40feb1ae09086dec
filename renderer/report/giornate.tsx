import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import type { Periodo } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { testi } from '../testi/index.ts';
import type { Apre, Colonna, Formato } from './cifre.ts';
import { QuadroCifre } from './quadro-cifre.tsx';
import css from './report.module.css';
import type { RigaCifre } from './tabella-cifre.tsx';

const t = testi.report;

type Giornate = Output<'report.giornate'>;
type RigaGiornate = Giornate['righe'][number];
export type Per = Giornate['per'];

/** Chiave that no row has: the total opens the rows of all. */
const TOTALE = 'totale';

type Campo = Exclude<keyof typeof t.breve, 'etaMedia' | 'etaMin' | 'etaMax' | 'durataMediaGiorni'>;
type Figura = Apre['figura'];

const FORMATI: Partial<Record<Campo, Formato>> = {
  mediaGiornaliera: 'decimo',
  saturazioneAccreditati: 'percento',
  saturazioneDisponibili: 'percento',
};

const APRIBILI: ReadonlySet<string> = new Set<Figura>([
  'presentiInizio',
  'ingressi',
  'trattati',
  'dimessi',
  'presentiFine',
  'giornatePresenza',
  'giornatePagate',
  'giornateOccupate',
  'giorniMancanti',
]);

const CAMPI: readonly Campo[] = [
  'presentiInizio',
  'ingressi',
  'entrateDaModulo',
  'trattati',
  'dimessi',
  'usciteVersoModulo',
  'presentiFine',
  'giornatePresenza',
  'giornatePagate',
  'giornateOccupate',
  'giorniMancanti',
  'mediaGiornaliera',
  'saturazioneAccreditati',
  'saturazioneDisponibili',
];

/**
 * What a figure of the row opens. The total by modulo counts a change of modulo on both sides, so its trattati are not
 * stays and cannot be opened as such.
 */
function apreDi(campo: Campo, per: Per, riga: RigaGiornate): Apre | null {
  if (!APRIBILI.has(campo)) return null;
  const figura = campo as Figura;
  if (riga.chiave !== TOTALE) return { figura, per, chiave: riga.chiave };
  return per === 'modulo' && campo === 'trattati' ? null : { figura, per };
}

/** The columns of the giornate; movements between moduli only where there are some, saturazione only where there are places. */
export function colonneGiornate(
  per: Per,
  totale: Pick<RigaGiornate, 'entrateDaModulo' | 'usciteVersoModulo'>,
): Colonna<RigaGiornate>[] {
  const movimenti = (totale.entrateDaModulo ?? 0) + (totale.usciteVersoModulo ?? 0) > 0;
  return CAMPI.filter((campo) => movimenti || (campo !== 'entrateDaModulo' && campo !== 'usciteVersoModulo'))
    .filter((campo) => per !== 'ente_pagante' || !campo.startsWith('saturazione'))
    .map((campo) => ({
      id: campo,
      titolo: t.colonne[campo],
      breve: t.breve[campo],
      formato: FORMATI[campo] ?? 'intero',
      valore: (riga) => riga[campo] ?? null,
      apre: (riga) => apreDi(campo, per, riga),
    }));
}

/** Two strutture may call a modulo the same: its codice tells them apart. */
function nomeDi(per: Per, riga: RigaGiornate): string {
  return per === 'modulo' && riga.chiave !== '' ? `${riga.nome} (${riga.chiave})` : riga.nome;
}

function righeDi(dati: Giornate): RigaCifre<RigaGiornate>[] {
  return dati.righe.map((riga) => ({ chiave: riga.chiave || '-', nome: nomeDi(dati.per, riga), riga }));
}

/** Flows and days by struttura, modulo or payer. */
export function Giornate({ periodo, per, onPer }: { periodo: Periodo; per: Per; onPer: (per: Per) => void }) {
  const { data, error, refetch } = useEndpoint(
    'report.giornate',
    { ...periodo, per },
    { placeholderData: (prima) => prima },
  );
  const id = useId();
  const colonne = colonneGiornate(data?.per ?? per, data?.totale ?? {});
  const righe = data ? righeDi(data) : [];
  const totale = data && { chiave: TOTALE, nome: t.totale, riga: data.totale };
  const scelta = (
    <span className={css['per']}>
      <span id={id}>{t.per}</span>
      <SegmentedControl
        aria-labelledby={id}
        size="xs"
        value={per}
        onChange={(scelto) => onPer(scelto as Per)}
        transitionDuration={0}
        data={(['struttura', 'modulo', 'ente_pagante'] as const).map((value) => ({ value, label: t.perNome[value] }))}
      />
    </span>
  );
  return (
    <QuadroCifre
      titolo={t.nome.giornate}
      accanto={scelta}
      nome={`giornate-${periodo.dal}-${periodo.al}-${per}`}
      intestazione={t.perColonna[data?.per ?? per]}
      colonne={colonne}
      righe={righe}
      totale={totale}
      errore={error}
      onRiprova={() => void refetch()}
    />
  );
}
