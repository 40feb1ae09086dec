import { IconAlertTriangle, IconDots } from '@tabler/icons-react';
import { memo } from 'react';
import type { TabellaCodici } from '../../domain/presenza.ts';
import { testi } from '../testi/index.ts';
import { assentiDi, contoRiga } from './conti.ts';
import css from './griglia.module.css';
import { CELLA, CELLA_SCELTA } from './griglia-aria.ts';
import { type Codice, spiegaAssenze } from './testo-cella.ts';

const t = testi.presenze;

/** What every row of the month shares: one object, made once per month. */
export interface ComuneRighe {
  readonly giorni: number;
  /** `ven 14 mar`, index 0 = the 1st */
  readonly etichetteGiorno: readonly string[];
  /** index 0 = the 1st: Sundays and holidays */
  readonly festivi: readonly boolean[];
  /** day of today, 0 when it is in another month */
  readonly oggi: number;
  /** last day whose missing code is ringed */
  readonly mancantiFino: number;
  readonly etichette: ReadonlyMap<string, string>;
  readonly codici: readonly Codice[];
  readonly tabella: TabellaCodici;
  /** letter → class of its colours */
  readonly classi: ReadonlyMap<string, string>;
  /** the letter of ordinary presence, shown as a point; '' when there is none */
  readonly quieta: string;
}

/** Primitives only, so that a key repaints two rows and not sixty. */
export interface RigaProps {
  indice: number;
  nome: string;
  cognome: string;
  resto: string;
  modulo: string;
  moduloEsteso: string;
  /** what the scheda lacks, in words; '' when nothing */
  manca: string;
  /** the alerts of today, in words; '' when there is none */
  avvertenze: string;
  codici: string;
  primo: number;
  ultimo: number;
  /** day of the month of the ingresso and of the dimissione, 0 when in another month */
  ingresso: number;
  dimissione: number;
  /** column of the cursor, -1 when it is in another row */
  cursore: number;
  /** selected columns, 0 and -1 when none */
  selDa: number;
  selA: number;
  comune: ComuneRighe;
}

function statoDi(p: RigaProps, n: number, lettera: string): string {
  const { comune } = p;
  const parti: string[] = [];
  if (n < p.primo || n > p.ultimo) parti.push(t.fuori);
  else if (lettera === '.') parti.push(n <= comune.mancantiFino ? t.daRegistrare : t.nonRegistrata);
  else parti.push(comune.etichette.get(lettera) ?? lettera);
  if (n === p.ingresso) parti.push(t.ingresso);
  if (n === p.dimissione) parti.push(t.dimissione);
  return parti.join(', ');
}

function classeDi(p: RigaProps, n: number, lettera: string): string {
  const { comune } = p;
  const dentro = n >= p.primo && n <= p.ultimo;
  let classe = css['giorno'] ?? '';
  if (comune.festivi[n - 1]) classe += ` ${css['festivo']}`;
  if (n === comune.oggi) classe += ` ${css['oggi']}`;
  if (!dentro) classe += ` ${css['fuori']}`;
  else if (lettera !== '.') classe += ` ${comune.classi.get(lettera) ?? css['altro']}`;
  else if (n <= comune.mancantiFino) classe += ` ${css['manca']}`;
  if (n === p.ingresso) classe += ` ${css['ingresso']}`;
  if (n === p.dimissione) classe += ` ${css['dimissione']}`;
  return classe;
}

function cellaGiorno(p: RigaProps, n: number) {
  const lettera = p.codici.charAt(n - 1);
  const dentro = n >= p.primo && n <= p.ultimo;
  const scelta = n >= p.selDa && n <= p.selA;
  return (
    <td
      key={n}
      className={classeDi(p, n, lettera)}
      tabIndex={p.cursore === n ? 0 : -1}
      aria-label={t.cella(p.nome, p.comune.etichetteGiorno[n - 1] ?? '', statoDi(p, n, lettera))}
      {...(scelta ? CELLA_SCELTA : CELLA)}
    >
      {dentro && lettera !== '.' ? (lettera === p.comune.quieta ? '·' : lettera) : ''}
    </td>
  );
}

function Nome({ p }: { p: RigaProps }) {
  const etichetta = [t.riga(p.nome, p.moduloEsteso), p.avvertenze, p.manca].filter(Boolean).join(', ');
  return (
    <th scope="row" className={css['nome']} tabIndex={p.cursore === 0 ? 0 : -1} aria-label={etichetta}>
      <span className={css['nomeDentro']}>
        <span className={css['persona']}>
          <b>{p.cognome}</b> {p.resto}
        </span>
        {p.avvertenze !== '' && (
          <span className={css['avvertenza']} title={p.avvertenze}>
            <IconAlertTriangle size={14} aria-hidden />
          </span>
        )}
        {p.manca !== '' && <span className={css['punto']} title={p.manca} />}
        <button type="button" className={css['menu']} tabIndex={-1} aria-label={t.menuRiga(p.nome)} data-menu>
          <IconDots size={14} aria-hidden />
        </button>
        <span className={css['modulo']} title={p.moduloEsteso}>
          {p.modulo}
        </span>
      </span>
    </th>
  );
}

/** One guest: name, days, totals. */
export const GrigliaRiga = memo(function GrigliaRiga(p: RigaProps) {
  const { giorni, tabella, codici } = p.comune;
  const conto = contoRiga({ ingressoId: '', primo: p.primo, ultimo: p.ultimo, codici: p.codici }, tabella);
  const assenti = assentiDi(conto);
  const vuota = conto.giorni === conto.mancanti;
  return (
    <tr aria-rowindex={p.indice + 2}>
      <Nome p={p} />
      {Array.from({ length: giorni }, (_, i) => cellaGiorno(p, i + 1))}
      <td {...CELLA} className={css['totale']} data-primo>
        {vuota ? '' : conto.presenza}
      </td>
      <td {...CELLA} className={css['totale']} data-tenue title={spiegaAssenze(conto, codici)}>
        {assenti === 0 ? '' : assenti}
      </td>
      <td {...CELLA} className={css['totale']} data-tenue>
        {vuota ? '' : conto.pagate}
      </td>
    </tr>
  );
});
