import { formatGiornoBreve, formatGiornoEsteso } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import { GIORNO_PROPRIO, isDichiarato } from '../../electron/contract/scheda.ts';
import type { Etichette } from '../report/etichette.ts';
import { testi } from '../testi/index.ts';

const t = testi.ospite;

export type Cartella = Output<'ospiti.get'>;
export type PermanenzaOspite = Cartella['permanenze'][number];

/** Where the guest is today, in a line: the stay that is going on, else the last one that ended, else the one to come. */
export function situazione(permanenze: readonly PermanenzaOspite[], oggi: string, etichetta: Etichette): string {
  const inCorso = permanenze.find((p) => isInCorso(p, oggi));
  if (inCorso) {
    const modulo = inCorso.moduli.filter((m) => m.dal <= oggi).at(-1) ?? inCorso.moduli[0];
    const nome = modulo ? etichetta('tipologia_modulo', modulo.tipologia) : '';
    return t.presente(inCorso.struttura.nome, nome, formatGiornoEsteso(inCorso.dataIngresso), inCorso.giorni);
  }
  const ultima = permanenze.find((p) => p.dataDimissione !== null && p.dataDimissione <= oggi);
  if (ultima?.dataDimissione) return t.dimesso(ultima.struttura.nome, formatGiornoEsteso(ultima.dataDimissione));
  const prossima = permanenze.at(-1);
  return prossima ? t.futuro(prossima.struttura.nome, formatGiornoEsteso(prossima.dataIngresso)) : t.maiEntrato;
}

export function isInCorso({ dataIngresso, dataDimissione }: PermanenzaOspite, oggi: string): boolean {
  return dataIngresso <= oggi && (dataDimissione === null || dataDimissione > oggi);
}

/** `Terapeutico riabilitativo`; with more than one, each with its day. */
export function describeModuli({ moduli }: PermanenzaOspite, etichetta: Etichette): string {
  const nome = (tipologia: string) => etichetta('tipologia_modulo', tipologia);
  if (moduli.length < 2) return moduli.map((m) => nome(m.tipologia)).join('');
  return moduli
    .map((m, i) => (i === 0 ? nome(m.tipologia) : `${nome(m.tipologia)} dal ${formatGiornoBreve(m.dal)}`))
    .join(', ');
}

type Campo = keyof typeof t.campi;

/** Which list the values of a field come from. */
const LISTA: Partial<Record<Campo, string>> = {
  utenza: 'utenza',
  statoCivile: 'stato_civile',
  istruzione: 'istruzione',
  occupazione: 'occupazione',
  provenienza: 'provenienza',
  carcerazioni: 'carcerazioni',
  sostanzePrimarie: 'sostanza',
  sostanzeSecondarie: 'sostanza',
  esito: 'esito',
  destinazione: 'destinazione',
};

/** The fields of a stay that hold something, in words, in the order of the scheda. An empty one is not shown, whatever it is. */
export function campiDellaScheda(
  p: PermanenzaOspite,
  etichetta: Etichette,
): [campo: Campo, nome: string, valore: string][] {
  const { scheda, ...stay } = p;
  const valori: Record<string, unknown> = { ...stay, ...scheda };
  return (Object.keys(t.campi) as Campo[]).flatMap((campo) => {
    const valore = inParole(campo, valori[campo], etichetta);
    if (valore === '') return [];
    const giorno = isDichiarato(campo) ? scheda[GIORNO_PROPRIO[campo]] : null;
    const detto = giorno === null ? valore : t.dichiarato(valore, formatGiornoBreve(giorno));
    return [[campo, t.campi[campo], detto] as [Campo, string, string]];
  });
}

function inParole(campo: Campo, valore: unknown, etichetta: Etichette): string {
  if (Array.isArray(valore)) return valore.map((voce: string) => inParole(campo, voce, etichetta)).join(', ');
  if (typeof valore !== 'string' || valore === '') return '';
  if (campo.startsWith('data')) return formatGiornoBreve(valore);
  if (campo === 'servizioInviante' || campo === 'entePagante') return valore;
  return etichetta(LISTA[campo] ?? '', valore);
}
