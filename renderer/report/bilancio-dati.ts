import type { Bilancio, Comunita, FigureComunita, FigureCooperativa, FigureGiornate } from '../../domain/bilancio.ts';
import { ESITI, type Esito, type RigaEsito } from '../../domain/esito.ts';
import type { Gruppo } from '../../domain/gruppo.ts';
import type { SedeDga } from '../../domain/sede-dga.ts';
import type { Output } from '../../electron/contract/index.ts';
import { testi } from '../testi/index.ts';
import type { Apre, Colonna, Formato } from './cifre.ts';
import type { RigaCifre } from './tabella-cifre.tsx';

const t = testi.report;

/** The answer of `report.bilancio`: the contract leaves its shape to the domain, which promises it key by key. */
export function bilancioDi(dati: Output<'report.bilancio'>): Bilancio {
  return dati as unknown as Bilancio;
}

/** Which stays the figures of a row count. */
export type Parte = Pick<Apre, 'per' | 'chiave' | 'eta' | 'gruppo' | 'sede'>;

/** The figures of a struttura or of a group, with what opens them. */
export interface RigaBilancio {
  figure: FigureComunita | FigureCooperativa;
  parte: Parte;
}

type Campo = keyof (typeof t)['breve'] &
  (keyof FigureGiornate | 'etaMedia' | 'etaMin' | 'etaMax' | 'durataMediaGiorni');

const CAMPI: readonly Campo[] = [
  'presentiInizio',
  'ingressi',
  'trattati',
  'dimessi',
  'presentiFine',
  'giornatePresenza',
  'giornatePagate',
  'giornateOccupate',
  'mediaGiornaliera',
  'saturazioneAccreditati',
  'saturazioneDisponibili',
  'etaMedia',
  'etaMin',
  'etaMax',
  'durataMediaGiorni',
];

const FORMATI: Partial<Record<Campo, Formato>> = {
  mediaGiornaliera: 'decimo',
  saturazioneAccreditati: 'percento',
  saturazioneDisponibili: 'percento',
};

const APRIBILI: ReadonlySet<string> = new Set<Apre['figura']>([
  'presentiInizio',
  'ingressi',
  'trattati',
  'dimessi',
  'presentiFine',
  'giornatePresenza',
  'giornatePagate',
  'giornateOccupate',
]);

/** What a figure of a row opens. */
export function apreFigura(figura: string, parte: Parte, resto: Partial<Apre> = {}): Apre | null {
  return !APRIBILI.has(figura) ? null : { ...parte, ...resto, figura: figura as Apre['figura'] };
}

/** Flows, days, means and ages: formats.md §3, one column per key. */
export const COLONNE_BILANCIO: readonly Colonna<RigaBilancio>[] = CAMPI.map((campo) => ({
  id: campo,
  titolo: t.colonne[campo],
  breve: t.breve[campo],
  formato: FORMATI[campo] ?? 'intero',
  valore: ({ figure }) => figure[campo] ?? null,
  apre: ({ parte }) => apreFigura(campo, parte),
}));

const PERSONE: Colonna<RigaBilancio> = {
  id: 'persone',
  titolo: t.bilancio.persone_teste,
  breve: t.bilancio.persone_teste.toLowerCase(),
  formato: 'intero',
  valore: ({ figure }) => figure.persone.totale,
  apre: ({ parte }) => ({ ...parte, figura: 'persone' }),
};

/** The same with the heads first: a group says both what it counts in persons and in stays. */
export const COLONNE_GRUPPI: readonly Colonna<RigaBilancio>[] = [PERSONE, ...COLONNE_BILANCIO];

type Lettura = 'programmi' | 'persone';

function esitiDi(figure: FigureComunita | FigureCooperativa, lettura: Lettura): readonly RigaEsito[] {
  if (lettura === 'persone') return figure.esitiPersone;
  return 'esitiProgrammi' in figure ? figure.esitiProgrammi : figure.esiti;
}

/** The outcomes of a row in one reading, one column each, percent of the row's own total beside (rule 11). */
export function colonneEsiti(lettura: Lettura, etichette: (esito: Esito) => string): Colonna<RigaBilancio>[] {
  const figura: Apre['figura'] = lettura === 'persone' ? 'esitiPersone' : 'dimessi';
  const colonne = ESITI.map((esito): Colonna<RigaBilancio> => {
    const trova = ({ figure }: RigaBilancio) => esitiDi(figure, lettura).find((r) => r.esito === esito);
    return {
      id: esito,
      titolo: etichette(esito),
      breve: etichette(esito).toLowerCase(),
      formato: 'intero',
      valore: (riga) => trova(riga)?.n ?? 0,
      apre: ({ parte }) => ({ ...parte, figura, esito }),
      accanto: (riga) => {
        const voce = trova(riga);
        return voce ? `${voce.percentuale} %` : '';
      },
    };
  });
  const senza: Colonna<RigaBilancio> = {
    id: 'senzaEsito',
    titolo: t.bilancio.senzaEsito,
    breve: t.bilancio.senzaEsito,
    formato: 'intero',
    valore: ({ figure }) => figure.senzaEsito ?? 0,
    apre: ({ parte }) => ({ ...parte, figura: 'dimessi', esito: null }),
  };
  return lettura === 'programmi' ? [...colonne, senza] : colonne;
}

/** The strutture, their adults. */
export function righeComunita(comunita: readonly Comunita[]): RigaCifre<RigaBilancio>[] {
  return comunita.map((c) => ({
    chiave: c.codice,
    nome: c.nome,
    riga: { figure: c, parte: { per: 'struttura', chiave: c.codice, eta: 'adulti' } },
  }));
}

/** The strutture that have minors, only their minors. */
export function righeMinori(comunita: readonly Comunita[]): RigaCifre<RigaBilancio>[] {
  return comunita.flatMap((c) =>
    c.minori === null
      ? []
      : [
          {
            chiave: c.codice,
            nome: c.nome,
            riga: { figure: c.minori, parte: { per: 'struttura' as const, chiave: c.codice, eta: 'minori' as const } },
          },
        ],
  );
}

function rigaGruppo(figure: FigureCooperativa, gruppo: Gruppo, sede?: SedeDga): RigaCifre<RigaBilancio> {
  const chiave = sede === undefined ? gruppo : `${gruppo}.${sede}`;
  const parte = sede === undefined ? { gruppo } : { gruppo, sede };
  const nome = t.bilancio.gruppi[chiave] ?? chiave;
  return { chiave, nome, riga: { figure, parte }, parte: sede !== undefined };
}

/** The groups outside the cooperativa, gambling residential and territorial apart; groups with nobody are left out. */
export function righeAltri({ altri }: Bilancio): RigaCifre<RigaBilancio>[] {
  const { DGA } = altri;
  const righe = [
    rigaGruppo(DGA, 'DGA'),
    rigaGruppo(DGA.residenziale, 'DGA', 'residenziale'),
    rigaGruppo(DGA.territoriale, 'DGA', 'territoriale'),
    ...(DGA.altriModuli ? [rigaGruppo(DGA.altriModuli, 'DGA', 'altriModuli')] : []),
    rigaGruppo(altri.MINORE, 'MINORE'),
    rigaGruppo(altri.ADULTO, 'ADULTO'),
    rigaGruppo(altri.DUS_DUA_ALTRE_STRUTTURE, 'DUS_DUA_ALTRE_STRUTTURE'),
    rigaGruppo(altri.NON_INDICATA, 'NON_INDICATA'),
  ];
  return righe.filter(({ riga }) => riga.figure.trattati > 0);
}
