import type { Bilancio, FigureCooperativa } from '../../domain/bilancio.ts';
import type { SessoContato } from '../../domain/bilancio-figure.ts';
import { ESITI, type Esito } from '../../domain/esito.ts';
import { VOCI_PROFILO, type VoceProfilo } from '../../domain/profilo.ts';
import { Pannello } from '../pannello/pannello.tsx';
import { testi } from '../testi/index.ts';
import { apreFigura } from './bilancio-dati.ts';
import { type Apre, type Colonna, type Formato, formatValore, type Valore } from './cifre.ts';
import type { Etichette } from './etichette.ts';
import css from './report.module.css';
import { BottoneCsv, type RigaCifre, TabellaCifre } from './tabella-cifre.tsx';

const t = testi.report.bilancio;
const c = testi.report.colonne;
const PARTE = { gruppo: 'COOPERATIVA' } as const;

/** One figure of the cooperativa: every one says what it counts, heads or stays (rule 7). */
interface Voce {
  valore: Valore;
  formato: Formato;
  unita: string;
  apre: Apre | null;
}

type RigaVoce = RigaCifre<Voce>;

function voce(
  nome: string,
  valore: Valore,
  unita: string,
  apre: Apre | null = null,
  formato: Formato = 'intero',
): RigaVoce {
  return { chiave: nome, nome, riga: { valore, formato, unita, apre }, parte: nome.startsWith('di cui') };
}

function vociDi(coop: FigureCooperativa): RigaVoce[] {
  const programmi = (figura: 'presentiInizio' | 'ingressi' | 'trattati' | 'dimessi' | 'presentiFine') =>
    voce(c[figura], coop[figura], t.unitaProgrammi, apreFigura(figura, PARTE));
  const giornate = (figura: 'giornatePresenza' | 'giornatePagate' | 'giornateOccupate') =>
    voce(c[figura], coop[figura], t.unitaGiorni, apreFigura(figura, PARTE));
  const persone = (nome: string, sesso: SessoContato) =>
    voce(nome, coop.persone[sesso], t.unitaTeste, { ...PARTE, figura: 'persone', sesso });
  return [
    voce(t.persone, coop.persone.totale, t.unitaTeste, { ...PARTE, figura: 'persone' }),
    persone(t.personeM, 'M'),
    persone(t.personeF, 'F'),
    persone(t.personeT, 'T'),
    voce(t.ingressiTeste, coop.ingressiTeste, t.unitaTeste, { ...PARTE, figura: 'ingressiTeste' }),
    programmi('presentiInizio'),
    programmi('ingressi'),
    programmi('trattati'),
    programmi('dimessi'),
    programmi('presentiFine'),
    giornate('giornatePresenza'),
    giornate('giornatePagate'),
    giornate('giornateOccupate'),
    voce(c.mediaGiornaliera, coop.mediaGiornaliera, t.unitaMedia, null, 'decimo'),
    voce(c.saturazioneAccreditati, coop.saturazioneAccreditati, t.unitaPercento, null, 'percento'),
    voce(c.saturazioneDisponibili, coop.saturazioneDisponibili, t.unitaPercento, null, 'percento'),
    voce(c.etaMedia, coop.etaMedia, t.unitaEta),
    voce(c.durataMediaGiorni, coop.durataMediaGiorni, t.unitaDurata),
  ];
}

/** Means and percents keep their decimal, which the column of whole numbers has not. */
function scritto({ valore, formato }: Voce): Valore {
  return formato === 'intero' ? valore : formatValore(valore, formato);
}

const COLONNE: readonly Colonna<Voce>[] = [
  {
    id: 'cifra',
    titolo: t.cifra,
    breve: t.cifra.toLowerCase(),
    formato: 'intero',
    valore: scritto,
    apre: (v) => v.apre,
    conta: (v) => (v.unita === t.unitaTeste || v.unita === t.unitaProgrammi ? 'persone' : 'altro'),
  },
  { id: 'unita', titolo: t.unita, breve: t.conta.toLowerCase(), formato: 'testo', valore: (v) => v.unita },
];

/** Rows that add up to another, by chiave: what a reader could compute a hidden one from. */
const SOMME = [
  { totale: t.persone, parti: [t.personeM, t.personeF, t.personeT] },
  { totale: c.trattati, parti: [c.presentiInizio, c.ingressi] },
  { totale: c.trattati, parti: [c.dimessi, c.presentiFine] },
];

/** Heads and stays of the cooperativa, each figure with its unit. */
export function Cooperativa({ bilancio, nomeFile }: { bilancio: Bilancio; nomeFile: string }) {
  const righe = vociDi(bilancio.cooperativa);
  return (
    <Pannello
      titolo={t.cooperativa}
      azioni={
        <BottoneCsv
          nome={`${nomeFile}-cooperativa`}
          intestazione={t.voce}
          colonne={COLONNE}
          righe={righe}
          somme={SOMME}
        />
      }
    >
      <p className={css['cosa']}>{t.cooperativaCosa}</p>
      <TabellaCifre etichetta={t.cooperativa} intestazione={t.voce} colonne={COLONNE} righe={righe} somme={SOMME} />
    </Pannello>
  );
}

interface DueLetture {
  /** null: without outcome; undefined: all of them */
  esito: Esito | null | undefined;
  programmi: number;
  percentoProgrammi: number | null;
  persone: number;
  percentoPersone: number | null;
}

function dueLetture(coop: FigureCooperativa, nomi: Etichette): RigaCifre<DueLetture>[] {
  const righe = ESITI.map((esito) => {
    const a = coop.esitiProgrammi.find((r) => r.esito === esito);
    const b = coop.esitiPersone.find((r) => r.esito === esito);
    const riga = {
      esito,
      programmi: a?.n ?? 0,
      percentoProgrammi: a?.percentuale ?? 0,
      persone: b?.n ?? 0,
      percentoPersone: b?.percentuale ?? 0,
    };
    return { chiave: esito, nome: nomi('esito', esito), riga };
  });
  const senza = {
    esito: null,
    programmi: coop.senzaEsito ?? 0,
    percentoProgrammi: null,
    persone: 0,
    percentoPersone: null,
  };
  return coop.senzaEsito ? [...righe, { chiave: 'senza', nome: t.senzaEsito, riga: senza }] : righe;
}

/** Each column's own total: percents are of it, may not add to 100 and are never adjusted (rule 11). */
function totaleLetture(righe: readonly RigaCifre<DueLetture>[]): DueLetture {
  const somma = (campo: 'programmi' | 'persone') => righe.reduce((n, { riga }) => n + riga[campo], 0);
  return {
    esito: undefined,
    programmi: somma('programmi'),
    percentoProgrammi: null,
    persone: somma('persone'),
    percentoPersone: null,
  };
}

/** A line of the outcomes as a filter; the total has none. */
function soloEsito(r: DueLetture): Pick<Apre, 'esito'> {
  return r.esito === undefined ? {} : { esito: r.esito };
}

const COLONNE_LETTURE: readonly Colonna<DueLetture>[] = [
  {
    id: 'programmi',
    titolo: t.esitiProgrammi,
    breve: t.programmi,
    formato: 'intero',
    valore: (r) => r.programmi,
    apre: (r) => ({ ...PARTE, ...soloEsito(r), figura: 'dimessi' }),
  },
  {
    id: 'percentoProgrammi',
    titolo: `${t.esitiProgrammi} ${t.percento}`,
    breve: t.percento,
    formato: 'intero',
    valore: (r) => r.percentoProgrammi,
  },
  {
    id: 'persone',
    titolo: t.esitiPersone,
    breve: t.teste,
    formato: 'intero',
    valore: (r) => r.persone,
    apre: (r) => (r.esito === null ? null : { ...PARTE, ...soloEsito(r), figura: 'esitiPersone' }),
  },
  {
    id: 'percentoPersone',
    titolo: `${t.esitiPersone} ${t.percento}`,
    breve: t.percento,
    formato: 'intero',
    valore: (r) => r.percentoPersone,
  },
];

/** The outcomes of the cooperativa in both readings, each named (rule 10). */
export function EsitiDue({ bilancio, nomi, nomeFile }: { bilancio: Bilancio; nomi: Etichette; nomeFile: string }) {
  const righe = dueLetture(bilancio.cooperativa, nomi);
  const totale = { chiave: 'totale', nome: testi.report.totale, riga: totaleLetture(righe) };
  return (
    <Pannello
      titolo={t.esitiDue}
      azioni={
        <BottoneCsv
          nome={`${nomeFile}-esiti`}
          intestazione={t.esito}
          colonne={COLONNE_LETTURE}
          righe={[...righe, totale]}
        />
      }
    >
      <dl className={css['letture']}>
        <dt>{t.esitiProgrammi}</dt>
        <dd>{t.esitiProgrammiCosa}</dd>
        <dt>{t.esitiPersone}</dt>
        <dd>{t.esitiPersoneCosa}</dd>
      </dl>
      <TabellaCifre
        etichetta={t.esitiDue}
        intestazione={t.esito}
        colonne={COLONNE_LETTURE}
        righe={righe}
        totale={totale}
      />
    </Pannello>
  );
}

/** The heads under one value of a question of the profile. */
function colonnaProfilo(voce: VoceProfilo): Colonna<{ valore: string; n: number }> {
  return {
    id: voce,
    titolo: t.unitaTeste,
    breve: t.teste,
    formato: 'intero',
    valore: ({ n }) => n,
    apre: ({ valore }) => ({ ...PARTE, figura: 'persone', profilo: { voce, valore } }),
  };
}

/** The profile of the persons treated, one small table per question. */
export function Profilo({ bilancio, nomi }: { bilancio: Bilancio; nomi: Etichette }) {
  const { profilo } = bilancio.cooperativa;
  return (
    <Pannello titolo={t.profilo}>
      <p className={css['cosa']}>{t.profiloCosa}</p>
      <div className={css['profilo']}>
        {VOCI_PROFILO.map(([domanda]) => (
          <TabellaCifre
            key={domanda}
            etichetta={t.profiloNome[domanda] ?? domanda}
            intestazione={t.profiloNome[domanda] ?? domanda}
            colonne={[colonnaProfilo(domanda)]}
            righe={Object.entries(profilo[domanda]).map(([valore, n]) => ({
              chiave: valore,
              nome: nomi(domanda, valore),
              riga: { valore, n },
            }))}
          />
        ))}
      </div>
    </Pannello>
  );
}
