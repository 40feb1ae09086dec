import { formatGiornoBreve, formatMese } from '../../domain/giorno-testo.ts';
import type { Output } from '../../electron/contract/index.ts';
import type { Etichette } from '../report/etichette.ts';
import { formatIstante, testi } from '../testi/index.ts';

const t = testi.fascicolo;

export type Fascicolo = Output<'fascicoli.get'>;
type Valore = string | number | boolean | null | readonly string[];

/** A part of the fascicolo as a table of words: the columns that hold something, and their rows. */
export interface Tavola {
  readonly titolo: string;
  readonly colonne: readonly string[];
  readonly righe: readonly (readonly string[])[];
}

/** Which list the values of a field come from. */
const LISTE: Readonly<Record<string, string>> = {
  ...{ utenza: 'utenza', statoCivile: 'stato_civile', istruzione: 'istruzione', occupazione: 'occupazione' },
  ...{ provenienza: 'provenienza', carcerazioni: 'carcerazioni', esito: 'esito', destinazione: 'destinazione' },
  ...{ sostanzePrimarie: 'sostanza', sostanzeSecondarie: 'sostanza', misura: 'misura', servizio: 'servizio' },
  ...{ abitazioneUscita: 'provenienza', occupazioneUscita: 'occupazione', titoloAccoglienza: 'titolo_minore' },
  ...{ area: 'area_attivita', tipo: 'visita', modalita: 'modalita', sezione: 'sezione' },
  ...{ tipoFamiglia: 'attivita_famiglie', ambito: 'area_obiettivo' },
  ...{ dipendenza: 'dipendenza', figliMinori: 'si_no', invalidita: 'si_no', hiv: 'si_no', hcv: 'si_no' },
};

export function inParole(campo: string, valore: Valore, etichetta: Etichette): string {
  if (valore === null) return '';
  if (typeof valore === 'boolean') return valore ? t.si : t.no;
  if (Array.isArray(valore)) return valore.map((voce) => inParole(campo, voce, etichetta)).join(', ');
  const testo = String(valore);
  if (/^\d{4}-\d{2}-\d{2}$/.test(testo)) return formatGiornoBreve(testo);
  if (campo === 'cittadinanza') return new Intl.DisplayNames('it', { type: 'region' }).of(testo) ?? testo;
  const lista = LISTE[campo];
  return lista === undefined ? testo : etichetta(lista, testo);
}

function nomeCampo(campo: string): string {
  const scheda: Readonly<Record<string, string>> = { ...testi.scheda.campi, ...testi.registro.campi };
  return t.campi[campo] ?? scheda[campo] ?? campo;
}

/** Rows of the same shape as a table; columns where nothing is written anywhere are left out. */
export function tavola(
  titolo: string,
  righe: readonly Readonly<Record<string, Valore>>[],
  etichetta: Etichette,
): Tavola {
  const campi = [...new Set(righe.flatMap((riga) => Object.keys(riga)))];
  const scritte = righe.map((riga) => campi.map((campo) => inParole(campo, riga[campo] ?? null, etichetta)));
  const piene = campi.map((_, index) => scritte.some((riga) => riga[index] !== ''));
  const soloPiene = <T>(lista: readonly T[]) => lista.filter((_, index) => piene[index]);
  return { titolo, colonne: soloPiene(campi).map(nomeCampo), righe: scritte.map(soloPiene) };
}

/** Facts of one thing, as name and value; what is not written is left out. */
export function fatti(dati: Readonly<Record<string, Valore>>, etichetta: Etichette): [nome: string, valore: string][] {
  return Object.entries(dati).flatMap(([campo, valore]) => {
    const testo = inParole(campo, valore, etichetta);
    return testo === '' ? [] : [[nomeCampo(campo), testo] as [string, string]];
  });
}

/** The days of a stay, month by month, each day with its number: `1 P, 2 P, 3 U`. */
export function presenzeInParole(presenze: Fascicolo['permanenze'][number]['presenze']): Tavola['righe'] {
  return presenze.map(({ mese, codici }) => [
    formatMese(mese),
    [...codici].flatMap((codice, index) => (codice === '.' ? [] : [`${index + 1} ${codice}`])).join(', '),
  ]);
}

/** `ospiti.cognome`, `ospiti.nome` → `Ospite: cognome, nome`. */
function datiCambiati(cambiati: readonly string[]): string {
  const perTabella = Map.groupBy(cambiati, (uno) => uno.split('.')[0] ?? '');
  const frasi = [...perTabella].map(([tabella, campi]) => {
    const nomi = campi.map((uno) => nomeColonna(uno.slice(tabella.length + 1)).toLowerCase());
    return `${testi.registro.cose[tabella] ?? tabella}: ${[...new Set(nomi)].join(', ')}`;
  });
  return frasi.join('; ');
}

function nomeColonna(colonna: string): string {
  const campo = colonna.replace(/_id$/, '').replace(/_(\w)/g, (_, lettera: string) => lettera.toUpperCase());
  return testi.registro.campi[campo] ?? nomeCampo(campo);
}

/** Values that are in no list of the office, in words. */
const PAROLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  statoObiettivo: testi.progetto.stati,
  registro: testi.progetto.registri,
  relazione: testi.relazione.tipi,
  tipo: testi.diario.tipi,
};

function parole<R extends Readonly<Record<string, Valore>>>(riga: R): Record<string, Valore> {
  const dette = Object.entries(riga).map(([campo, valore]) => [campo, PAROLE[campo]?.[String(valore)] ?? valore]);
  return Object.fromEntries(dette) as Record<string, Valore>;
}

function nomeScadenza(regola: string): string {
  const voci: Readonly<Record<string, string>> = testi.scadenze.voci;
  return voci[regola] ?? regola;
}

/** Everything that is a list of its own. */
export function tavoleDi(f: Fascicolo, etichetta: Etichette, oggi: string): Tavola[] {
  const registro = f.registro.map(({ atMs, utente, azione, cambiati }) => ({
    quando: formatIstante(atMs, oggi),
    utente,
    azione: testi.registro.azioni[azione] ?? azione,
    cambiati: datiCambiati(cambiati),
  }));
  const oscuramenti = f.oscuramenti.map(({ finoMs, ...riga }) => ({
    ...riga,
    fino: finoMs === null ? null : formatIstante(finoMs, oggi),
  }));
  const s = t.sezioni;
  return [
    tavola(
      s.assenze,
      f.assenze.map((riga) => ({ ...riga, tipo: riga.tipo === null ? null : etichetta('assenza', riga.tipo) })),
      etichetta,
    ),
    tavola(s.misure, f.misure, etichetta),
    tavola(s.udienze, f.udienze, etichetta),
    tavola(s.violazioni, f.violazioni, etichetta),
    tavola(s.visite, f.visite, etichetta),
    tavola(s.incontri, f.incontri, etichetta),
    tavola(s.attivita, f.attivita, etichetta),
    tavola(s.diario, f.diario.map(parole), etichetta),
    tavola(s.progetti, f.progetti, etichetta),
    tavola(s.obiettivi, f.obiettivi.map(parole), etichetta),
    tavola(s.azioni, f.azioni, etichetta),
    tavola(s.verificheProgetto, f.verificheProgetto, etichetta),
    tavola(s.evidenze, f.evidenze.map(parole), etichetta),
    tavola(s.relazioni, f.relazioni.map(parole), etichetta),
    tavola(s.note, f.note, etichetta),
    tavola(s.oscuramenti, oscuramenti, etichetta),
    tavola(s.contatti, f.contatti, etichetta),
    tavola(
      s.avvertenze,
      f.avvertenze.map((riga) => ({ ...riga, tipo: testi.avvertenze.tipi[riga.tipo] ?? riga.tipo })),
      etichetta,
    ),
    tavola(
      s.scadenze,
      f.scadenze.map(({ regola, ...riga }) => ({ cosa: regola === null ? null : nomeScadenza(regola), ...riga })),
      etichetta,
    ),
    tavola(s.stanze, f.stanze, etichetta),
    tavola(
      s.allegati,
      f.allegati.map((riga) => ({ ...riga, tipo: testi.allegati.tipi[riga.tipo] ?? riga.tipo })),
      etichetta,
    ),
    tavola(s.registro, registro, etichetta),
  ];
}
