import { listVociLista } from '../../db/reads/lista.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import {
  type DurateVoce,
  durateDaTenere,
  LISTE_FISSE,
  type Liste,
  normalizeVoce,
  type VoceLista,
} from '../../domain/lista.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { DEFINIZIONI } from '../lista/lista-programma.ts';
import { type Contesto, gesto } from './contesto.ts';
import { listeDi } from './lista.ts';
import { unisciScritti } from './modifica.ts';

type Elenco = Output<'liste.list'>[number];
type Campi = Omit<Elenco['voci'][number], 'voce' | 'origine'>;
type Salvataggio = Parsed<'vociLista.save'>;

/** The days of a presence code are those of the months that hold it: it is not retired. */
const SENZA_GIORNI = 'presenza';
/** What a value says besides its words, by list. */
const DICE: Readonly<Record<string, 'durata' | 'relazioni'>> = { tipologia_modulo: 'durata', misura: 'relazioni' };
const MASSIMO_VOCE = 40;
/** What a new value begins from. */
const VUOTA: Campi = {
  ...{ etichetta: '', sinonimi: [], dal: null, al: null },
  ...{ durataMassimaMesi: null, durataMassimaGiorni: null, relazioneOgniMesi: null },
};
type Durata = keyof DurateVoce;

/** Every list with all its values. */
export function listListe({ store }: Contesto): Output<'liste.list'> {
  const liste = listeDi(store);
  return liste.tutte().map(({ id, titolo, chiusa = false }) => ({
    ...{ id, titolo, chiusa, dice: DICE[id] ?? null },
    siAggiunge: !chiusa && !LISTE_FISSE.has(id),
    siRitira: !chiusa && id !== SENZA_GIORNI,
    voci: liste.voci(id).map((voce) => ({ voce: voce.voce, ...campiDi(voce), origine: voce.origine ?? 'programma' })),
  }));
}

/** A value as a form knows it. */
function campiDi({ etichetta, sinonimi, dal, al, ...durate }: VoceLista): Campi {
  return {
    ...{ etichetta, sinonimi: [...(sinonimi ?? [])], dal: dal ?? null, al: al ?? null },
    durataMassimaMesi: durate.durataMassimaMesi ?? null,
    durataMassimaGiorni: durate.durataMassimaGiorni ?? null,
    relazioneOgniMesi: durate.relazioneOgniMesi ?? null,
  };
}

/**
 * Adds a value, or changes label, synonyms, days and durations of one. Facts already written keep theirs. What somebody else
 * changed since it was seen (`prima`) is asked about: nothing is written.
 * @throws ErroreApprodo `lista.sconosciuta`, `lista.chiusa`, `lista.voce`, `lista.doppia`, `lista.periodo`, `lista.ufficio`
 */
export function saveVoceLista(ctx: Contesto, input: Salvataggio): Output<'vociLista.save'> {
  const { store } = ctx;
  const { lista } = input;
  const liste = listeDi(store);
  assertModificabile(liste, input);
  const nota = liste.voci(lista).find((una) => una.voce === input.voce);
  const attuale = nota && campiDi(nota);
  const riga = nota && findRiga(store, lista, nota.voce);
  const { campi: uniti, contese } = unisciScritti(
    store,
    { tabella: 'voci_lista', id: riga?.id, attuale: attuale ?? VUOTA },
    scrittiDi(input, attuale),
    nota && input.prima,
  );
  if (contese.length > 0 && nota)
    return { id: riga?.id ?? nota.voce, voceLista: nota.voce, voce: null, avvisi: [], contese };
  const campi = assertCampi(liste, input, uniti);
  if (riga?.origine === 'ufficio' && ctx.ruolo === 'comunita')
    throw new ErroreApprodo(
      'lista.ufficio',
      `«${riga.etichetta}» viene dall’Accoglienza e si cambia lì: aggiungere una voce propria.`,
    );
  const programma = DEFINIZIONI.find(({ id }) => id === lista)?.voci.find((una) => una.voce === nota?.voce);
  return scrivi(
    ctx,
    riga,
    { lista, valore: nota?.voce ?? nuovaVoce(liste, lista, campi.etichetta) },
    {
      ...campi,
      ...durateDaTenere(campi, programma),
    },
  );
}

/** What the form says. A duration that its list has not, or that is left out, is as it was. */
function scrittiDi(input: Salvataggio, attuale: Campi = VUOTA): Campi {
  const { lista, etichetta, sinonimi, dal, al } = input;
  const durata = (campo: Durata, dice: 'durata' | 'relazioni') => {
    const nuova = DICE[lista] === dice ? input[campo] : undefined;
    return nuova === undefined ? attuale[campo] : nuova;
  };
  return {
    ...{ etichetta, sinonimi, dal, al },
    durataMassimaMesi: durata('durataMassimaMesi', 'durata'),
    durataMassimaGiorni: durata('durataMassimaGiorni', 'durata'),
    relazioneOgniMesi: durata('relazioneOgniMesi', 'relazioni'),
  };
}

function assertCampi(liste: Liste, { lista, voce }: Salvataggio, campi: Campi): Campi {
  const { etichetta, dal, al } = campi;
  if (dal !== null && al !== null && al < dal)
    throw new ErroreApprodo(
      'lista.periodo',
      `L’ultimo giorno (${formatGiorno(al)}) viene prima del primo: correggere una delle due date.`,
    );
  if (lista === SENZA_GIORNI && (dal !== null || al !== null))
    throw new ErroreApprodo('lista.periodo', 'Un codice di presenza vale per ogni mese: togliere le date.');
  if (campi.durataMassimaMesi !== null && campi.durataMassimaGiorni !== null)
    throw new ErroreApprodo('lista.durata', 'La durata massima è in mesi o in giorni: lasciare uno dei due.');
  const sinonimi = [...new Set(campi.sinonimi)].filter((uno) => normalizeVoce(uno) !== normalizeVoce(etichetta));
  for (const parola of [etichetta, ...sinonimi]) assertLibera(liste, lista, voce, parola);
  return { ...campi, sinonimi };
}

function scrivi(
  ctx: Contesto,
  riga: Riga<'voci_lista'> | undefined,
  { lista, valore }: { lista: string; valore: string },
  valori: Campi,
): Output<'vociLista.save'> {
  return ctx.store.write(gesto(ctx, 'vociLista.save', { nota: lista }), (tx) => {
    const esito = { voceLista: valore, avvisi: [], contese: [] };
    if (!riga) {
      const origine = ctx.ruolo === 'centrale' ? 'ufficio' : 'locale';
      const ordine = prossimoOrdine(ctx.store, lista);
      return { id: tx.insert('voci_lista', { lista, valore, ...valori, ordine, origine }), voce: tx.voce, ...esito };
    }
    const cambiata = tx.update('voci_lista', riga.id, valori);
    return { id: riga.id, voce: cambiata ? tx.voce : null, ...esito };
  });
}

function assertModificabile(liste: Liste, { lista, voce }: Salvataggio): void {
  if (!liste.has(lista))
    throw new ErroreApprodo('lista.sconosciuta', `L’elenco «${lista}» non c’è: ricaricare la pagina.`);
  if (liste.isChiusa(lista))
    throw new ErroreApprodo(
      'lista.chiusa',
      'Questo elenco è chiuso: le sue voci sono quelle di cui i conti e i pacchi hanno bisogno, e non si cambiano.',
    );
  if (voce === null && LISTE_FISSE.has(lista))
    throw new ErroreApprodo(
      'lista.chiusa',
      'A questo elenco non si aggiungono voci, perché ognuna conta i giorni a modo suo: cambiare le parole di una che c’è.',
    );
  if (voce !== null && !liste.hasVoce(lista, voce))
    throw new ErroreApprodo('lista.voce', `«${voce}» non è in questo elenco: ricaricare la pagina.`);
}

/** A word may mean one value only, or the workbook's cells could not be read. */
function assertLibera(liste: Liste, lista: string, voce: string | null, parola: string): void {
  if (normalizeVoce(parola) === '')
    throw new ErroreApprodo('lista.voce', `«${parola}» non ha né lettere né cifre: scriverne almeno una.`);
  const altra = liste.find(lista, parola);
  if (altra === undefined || altra === voce) return;
  throw new ErroreApprodo(
    'lista.doppia',
    `«${parola}» c’è già in questo elenco: è «${liste.etichetta(lista, altra)}». Usare quella voce o un’altra parola.`,
  );
}

function nuovaVoce(liste: Liste, lista: string, etichetta: string): string {
  const base = normalizeVoce(etichetta).replaceAll(' ', '_').slice(0, MASSIMO_VOCE);
  let voce = base;
  for (let n = 2; liste.hasVoce(lista, voce); n++) voce = `${base}_${n}`;
  return voce;
}

function findRiga(store: Store, lista: string, voce: string): Riga<'voci_lista'> | undefined {
  return listVociLista(store).find((riga) => riga.lista === lista && riga.valore === voce);
}

function prossimoOrdine(store: Store, lista: string): number {
  return listVociLista(store).reduce((max, riga) => (riga.lista === lista ? Math.max(max, riga.ordine + 1) : max), 0);
}
