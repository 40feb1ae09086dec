import { avvisiCodiceFiscale } from './codice-fiscale.ts';
import type { DatiControllo, PermanenzaControllo, RigaControllo } from './controllo-dati.ts';
import { rigaDi } from './controllo-presenze.ts';
import { etaIl } from './eta.ts';
import { giorniDelMese, periodoDelMese } from './giorno.ts';
import { formatGiornoBreve } from './giorno-testo.ts';
import { giornoDiNascita, isPresunta } from './nascita.ts';
import { maskDelMese } from './permanenza.ts';
import { MESE_VUOTO } from './presenza.ts';

/** A line that opens a field of the guest's record. */
function rigaCampo(p: PermanenzaControllo, testo: string, campo: string): RigaControllo {
  return { ...rigaDi(p, testo), campo };
}

/** Guests admitted in a hurry, whose identity nobody has confirmed since. */
export function trovaIdentita(d: DatiControllo): RigaControllo[] {
  return d.permanenze
    .filter((p) => p.anagrafica?.identitaDaConfermare)
    .map((p) => rigaCampo(p, 'identità da confermare', 'identita'));
}

/** Guests of whom only the year of birth is known, or guessed. Who is under a code has none to ascertain. */
export function trovaNascitePresunte(d: DatiControllo): RigaControllo[] {
  return d.permanenze.flatMap((p) => {
    const nascita = p.anagrafica?.dataNascita ?? '';
    return isPresunta(nascita)
      ? [rigaCampo(p, `data di nascita presunta (circa ${nascita}): accertarla`, 'identita')]
      : [];
  });
}

/** Codici fiscali that do not agree with the person, one line each with the first reason. Codes of who is under a code are not asked. */
export function trovaCodiciFiscali(d: DatiControllo): RigaControllo[] {
  return d.permanenze.flatMap((p) => {
    const chi = p.anagrafica;
    if (!chi?.codiceFiscale || !isFiscale(chi.tipoIdentificativo)) return [];
    const [avviso] = avvisiCodiceFiscale({ ...chi, codiceFiscale: chi.codiceFiscale });
    return avviso === undefined
      ? []
      : [rigaCampo(p, avviso.charAt(0).toLocaleLowerCase('it') + avviso.slice(1), 'identita')];
  });
}

/** STP, ENI and the codes of the anonymous are no codice fiscale. */
function isFiscale(tipo: string | null): boolean {
  return tipo === null || tipo === 'CF' || tipo === 'CFP';
}

/** Minors whose placement has no title, or whom nobody answers for. */
export function trovaMinori(d: DatiControllo): RigaControllo[] {
  return d.permanenze.flatMap((p) => {
    const chi = p.anagrafica;
    if (!chi || (p.utenza !== 'MINORE' && etaIl(giornoDiNascita(chi.dataNascita), p.dataIngresso) >= 18)) return [];
    const manca = [
      chi.titoloAccoglienza === null ? 'titolo dell’accoglienza' : '',
      chi.tutore === null && chi.responsabilitaGenitoriale === null ? 'tutore o responsabilità genitoriale' : '',
    ].filter(Boolean);
    return manca.length === 0 ? [] : [rigaCampo(p, `minore, manca ${manca.join(' e ')}`, 'minore')];
  });
}

/** Dimissioni of the month without a destination. */
export function trovaSenzaDestinazione(d: DatiControllo): RigaControllo[] {
  const { dal, al } = periodoDelMese(d.mese);
  return d.permanenze
    .filter((p) => p.dataDimissione !== null && p.dataDimissione >= dal && p.dataDimissione <= al)
    .filter((p) => p.anagrafica?.destinazione === null && p.esito !== 'trasferimento_interno')
    .map((p) =>
      rigaCampo(p, `dimissione del ${formatGiornoBreve(p.dataDimissione ?? '')} senza destinazione`, 'dimissione'),
    );
}

/** Stays open all the month with no code on any day, while the others have theirs: perhaps nobody wrote the dimissione. */
export function trovaDimenticate(d: DatiControllo): RigaControllo[] {
  if (d.permanenze.every((p) => p.codici === MESE_VUOTO)) return [];
  return d.permanenze
    .filter((p) => p.dataDimissione === null && p.codici === MESE_VUOTO && isInteroMese(p, d))
    .map((p) => rigaCampo(p, 'nessun codice in tutto il mese, e non è dimesso: è ancora qui?', 'dimissione'))
    .concat(righeSenzaCodici(d));
}

/** Where nobody has kept the grid for ten days nothing can be said of one guest. */
function righeSenzaCodici({ permanenze, senzaCodici = [] }: DatiControllo): RigaControllo[] {
  const aperte = permanenze.filter((p) => p.dataDimissione === null);
  if (senzaCodici.length >= aperte.length) return [];
  const ultimi = new Map(senzaCodici.map((una) => [una.ingressoId, una.ultimoCodice]));
  return aperte.flatMap((p) => {
    const ultimo = ultimi.get(p.ingressoId);
    if (ultimo === undefined) return [];
    const da = ultimo === null ? 'dall’ingresso' : `dopo il ${formatGiornoBreve(ultimo)}`;
    return [rigaCampo(p, `nessun codice ${da}, e non è fuori né dimesso: è ancora qui?`, 'dimissione')];
  });
}

function isInteroMese(p: PermanenzaControllo, { mese, finoA }: DatiControllo): boolean {
  const mask = maskDelMese(p, mese);
  const finito = finoA === undefined || finoA >= periodoDelMese(mese).al;
  return finito && mask?.primo === 1 && mask.ultimo === giorniDelMese(mese);
}

/** Times away whose planned return is past, exits planned of which nobody said whether they happened. */
export function trovaAssenzeOltre(d: DatiControllo): RigaControllo[] {
  const permanenze = new Map(d.permanenze.map((p) => [p.ingressoId, p]));
  return (d.assenzeOltre ?? []).flatMap(({ ingressoId, uscita, rientroPrevisto, confermata }) => {
    const p = permanenze.get(ingressoId);
    const testo = confermata
      ? `fuori dal ${formatGiornoBreve(uscita)}, rientro previsto il ${formatGiornoBreve(rientroPrevisto ?? uscita)} e non scritto`
      : `uscita prevista il ${formatGiornoBreve(uscita)}: è uscito?`;
    return p ? [rigaCampo(p, testo, 'assenze')] : [];
  });
}

const CAMPO_GENERE = { visita: 'visite', incontro: 'incontri', attivita: 'attivita' } as const;

/** Visits, meetings, activities that were booked for a day now past: done or not is not written, and so they are not counted. */
export function trovaSospesi(d: DatiControllo): RigaControllo[] {
  const nomi = new Map(d.permanenze.map((p) => [p.ospiteId, p]));
  return (d.appuntamentiSospesi ?? []).map(({ genere, data, voce, ospiteId }) => {
    const p = ospiteId === null ? undefined : nomi.get(ospiteId);
    const testo = `${voce} del ${formatGiornoBreve(data)}: fatto o annullato?`;
    const campo = CAMPO_GENERE[genere];
    return p ? { ...rigaDi(p, testo, data), campo } : { giorno: data, testo, campo };
  });
}

/** Meetings whose report was sent on a day that cannot be. */
export function trovaRelazioniStrane(d: DatiControllo): RigaControllo[] {
  const nomi = new Map(d.permanenze.map((p) => [p.ospiteId, p]));
  return (d.relazioniStrane ?? []).map(({ data, voce, stranezza, ospiteId }) => {
    const p = ospiteId === null ? undefined : nomi.get(ospiteId);
    const testo = `${voce} del ${formatGiornoBreve(data)}, relazione: ${stranezza}`;
    return p ? { ...rigaDi(p, testo, data), campo: 'incontri' } : { giorno: data, testo, campo: 'incontri' };
  });
}
