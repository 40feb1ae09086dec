import type { Modifica, Riga, Scrittura } from '../../db/scrittura.ts';
import { linkPersone } from '../../db/writes/persona.ts';
import { luogoNelCodice, normalizeCodiceFiscale } from '../../domain/codice-fiscale.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { type Giorno, isGiorno } from '../../domain/giorno.ts';
import { avvisiIdentificativo } from '../../domain/identificativo.ts';
import { nascitaDi, rigaNascita } from '../../domain/nascita.ts';
import { chiaveNome, nomeScritto, normalizeNome } from '../../domain/persona.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Contesto } from './contesto.ts';
import { findLuogo, type Luogo, scriviLuogo } from './luogo.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { modificaRiga } from './modifica.ts';
import { getRigaOspite } from './ospite-riga.ts';

type Campi = Parsed<'ospiti.save'>['dopo'];

/**
 * Corrects who a guest is; who becomes or stops being one person with them follows in the same gesture. Figures and parcels of
 * closed months are kept as they were made.
 * @throws ErroreApprodo `riga.sconosciuta`, `ospite.sconosciuto`, `identita.riservata`, `mese.altrui`
 */
export function saveOspite(ctx: Contesto, input: Parsed<'ospiti.save'>): Output<'ospiti.save'> {
  assertRegistroProprio(ctx);
  const ospite = getRigaOspite(ctx.store, input.id);
  if (ospite.tipoIdentificativo === 'ANON')
    throw new ErroreApprodo(
      'identita.riservata',
      'L’ospite è sotto codice: per correggere chi è, prima si torna al nome dalla sua pagina.',
    );
  if (input.dopo.tipoIdentificativo === 'ANON')
    throw new ErroreApprodo(
      'identita.riservata',
      'Per mettere l’ospite sotto codice si usa «Registra sotto codice»: chi è resta chiuso a parte.',
    );
  return modificaRiga(ctx, 'ospiti', 'ospiti.save', { ospiteId: input.id }, input, {
    // the form knows the birth date as one word, of which two columns are kept
    vista: (riga) => ({ ...riga, dataNascita: nascitaDi(riga) }),
    colonne: (dopo) => colonneDi(ospite, dopo as Campi),
    dopo: (tx, riga) => collega(ctx, tx, riga),
  });
}

function colonneDi(prima: Riga<'ospiti'>, dopo: Campi): Modifica<'ospiti'> {
  const { codiceFiscale, dataNascita, ...altri } = dopo;
  const cambia: Modifica<'ospiti'> = {
    ...Object.fromEntries(Object.entries(altri).filter(([, v]) => v !== undefined)),
  };
  if (dataNascita !== undefined) Object.assign(cambia, rigaNascita(dataNascita));
  if (codiceFiscale !== undefined) cambia.codiceFiscale = pulisci(codiceFiscale);
  if (dopo.cognome !== undefined || dopo.nome !== undefined)
    cambia.chiaveNome = chiaveNome(dopo.cognome ?? prima.cognome, dopo.nome ?? prima.nome);
  return cambia;
}

function pulisci(codice: string | null): string | null {
  const pulito = normalizeCodiceFiscale(codice ?? '');
  return pulito === '' ? null : pulito;
}

function collega(ctx: Contesto, tx: Scrittura, riga: Riga<'ospiti'>): string[] {
  const { cognome, nome, personaId } = riga;
  linkPersone(tx, [riga.id]);
  const dopo = tx.find('ospiti', riga.id)?.personaId;
  const avvisi = avvisiIdentita(riga, ctx.oggi());
  if (dopo !== personaId && dopo !== riga.id)
    avvisi.push(`${nomeScritto({ cognome, nome })} era già nel registro: è contato come una persona sola.`);
  return avvisi;
}

/** What is odd in who a guest is said to be, as it is written now: sentences, the place of birth of the code named. */
export function avvisiIdentita(riga: Riga<'ospiti'>, oggi: Giorno): string[] {
  if (riga.tipoIdentificativo === 'ANON') return [];
  const { cognome, nome, sesso, tipoIdentificativo, codiceFiscale, identificativoDal } = riga;
  const nascita = isGiorno(riga.dataNascita) ? riga.dataNascita : null;
  const luogo = riga.luogoNascitaCodice === null ? undefined : findLuogo(riga.luogoNascitaCodice, nascita);
  const nelCodice = luogoNelCodice(codiceFiscale ?? '');
  const dati = { cognome, nome, sesso, dataNascita: nascitaDi(riga), identificativoDal };
  const avvisi = avvisiIdentificativo({ ...dati, tipo: tipoIdentificativo, codice: codiceFiscale }, oggi);
  if (luogo && luogo.avviso !== '') avvisi.push(luogo.avviso);
  return luogo === undefined || nelCodice === undefined || avvisi.length > 0
    ? avvisi
    : avvisiLuogo(luogo, nelCodice, nascita);
}

/** A comune that was given another code is the same comune; a State is the one of then or the one of today. */
function avvisiLuogo(scritto: Luogo, nelCodice: string, nascita: Giorno | null): string[] {
  const altro = findLuogo(nelCodice, nascita);
  if (scritto.codici.includes(nelCodice)) return [];
  if (altro && normalizeNome(scritto.nome) === normalizeNome(altro.nome)) return [];
  const dove = altro ? `di chi è nato a ${scriviLuogo(altro)}` : 'di chi è nato in un luogo che non è nell’elenco';
  return [`Il codice fiscale è ${dove}: controllare il luogo di nascita e il codice.`];
}
