import { conPredefiniti } from '../../db/predefinito.ts';
import type { Riga } from '../../db/scrittura.ts';
import { differenze } from '../../db/writes/bozza.ts';
import { avvisiCodiceFiscale } from '../../domain/codice-fiscale.ts';
import { nascitaDi, rigaNascita } from '../../domain/nascita.ts';
import { chiaveNome, gruppiDiPersone, type Identita, normalizeNome } from '../../domain/persona.ts';
import { isViva, type Piano } from './foglio-piano-base.ts';
import type { RigaLetta } from './foglio-tabelle.ts';

type RigaOspite = RigaLetta<'ospiti'>;
type Ospite = Riga<'ospiti'>;

/** Persons: rows the sheet's id already became are corrected, the others are new; who is the same person is only told. */
export function planOspiti(piano: Piano): void {
  const noti = new Map(piano.stato.ospiti.map((ospite) => [ospite.id, ospite]));
  const identita = new Map<string, Identita>();
  for (const ospite of piano.stato.ospiti) if (isViva(ospite)) identita.set(ospite.id, identitaDi(ospite));
  const nuovi: { readonly id: string; readonly riga: RigaOspite }[] = [];
  for (const riga of piano.letti.ospiti.righe) {
    const noto = noti.get(piano.stato.findRiferimento('ospiti', riga.id) ?? riga.id);
    if (noto && !isRiconoscibile(noto, riga)) {
      refuseAltro(piano, riga, noto);
      continue;
    }
    const identificato = noto ? updateOspite(piano, riga, noto) : insertOspite(piano, riga);
    identita.set(identificato.id, identificato);
    if (!noto) nuovi.push({ id: identificato.id, riga });
  }
  piano.persone = gruppiDiPersone(identita.values());
  remarkStessePersone(piano, nuovi, identita);
}

/** Two rows with the same id are about one person when at least a name, or a codice fiscale, or half of it agrees. */
function isRiconoscibile(noto: Ospite, riga: RigaOspite): boolean {
  if (noto.chiaveNome === chiaveNome(riga.cognome, riga.nome)) return true;
  if (noto.codiceFiscale !== null && noto.codiceFiscale === riga.codiceFiscale) return true;
  const parte = (a: string, b: string) => normalizeNome(a) === normalizeNome(b);
  return noto.dataNascita === riga.dataNascita && (parte(noto.cognome, riga.cognome) || parte(noto.nome, riga.nome));
}

function refuseAltro(piano: Piano, riga: RigaOspite, noto: Ospite): void {
  const messaggio = `L’id ${riga.id} è già di ${noto.cognome} ${noto.nome}: se il foglio è di un altro ufficio, cambiare gli id (per esempio con il codice della struttura davanti).`;
  piano.refuse('ospiti', riga.riga, 'id', riga.id, messaggio);
  piano.ospiti.refuse(riga.id, riga.riga);
}

function campiDi(riga: RigaOspite) {
  const { id: _, riga: __, ...campi } = riga;
  const { cognome, nome, sesso } = campi;
  const obbligatori = { cognome, nome, sesso, chiaveNome: chiaveNome(cognome, nome) };
  return { ...conPredefiniti<'ospiti'>('ospiti', campi), ...obbligatori, ...campiNascita(riga) };
}

/** Of a presumed date only the year is kept. A sheet without the column that gives another day than 1 January ascertains it. */
function campiNascita({ dataNascita, nascitaPresunta }: RigaOspite) {
  if (nascitaPresunta === true) return rigaNascita(dataNascita.slice(0, 4));
  return nascitaPresunta === undefined && dataNascita.endsWith('-01-01') ? { dataNascita } : rigaNascita(dataNascita);
}

function insertOspite(piano: Piano, riga: RigaOspite): Identita {
  const id = piano.nuovoId();
  const campi = campiDi(riga);
  piano.bozza.insert('ospiti', { ...campi, id, personaId: id });
  piano.bozza.setRiferimento('ospiti', riga.id, id);
  piano.ospitiDaCollegare.push(id);
  piano.esito.count('inseriti', 'ospiti');
  accept(piano, riga, id);
  remarkCodiceFiscale(piano, riga);
  return identitaDi({ ...campiDi(riga), id, codiceFiscale: riga.codiceFiscale ?? null });
}

function updateOspite(piano: Piano, riga: RigaOspite, noto: Ospite): Identita {
  accept(piano, riga, noto.id);
  const modifica = differenze<'ospiti'>(noto, { ...campiDi(riga), deletedAtMs: null });
  const altrui = noto.versione > 0 && isViva(noto);
  if (modifica && altrui) {
    piano.esito.remark(
      `Foglio ospiti, riga ${riga.riga}: i dati di ${noto.cognome} ${noto.nome} arrivano con i pacchi della struttura, che valgono più del foglio; la riga non li ha cambiati.`,
    );
    piano.esito.count('invariati', 'ospiti');
    return identitaDi(noto);
  }
  piano.esito.count(modifica ? 'aggiornati' : 'invariati', 'ospiti');
  if (!modifica) return identitaDi(noto);
  piano.bozza.update('ospiti', noto.id, modifica);
  const { chiaveNome: nome, dataNascita, nascitaPresunta, codiceFiscale, deletedAtMs } = modifica;
  if ([nome, dataNascita, nascitaPresunta, codiceFiscale, deletedAtMs].some((campo) => campo !== undefined))
    piano.ospitiDaCollegare.push(noto.id);
  remarkCodiceFiscale(piano, riga);
  return identitaDi({
    ...noto,
    ...modifica,
    codiceFiscale: codiceFiscale === undefined ? noto.codiceFiscale : codiceFiscale,
  });
}

/** What decides who is one person: a presumed birth date does not. */
function identitaDi(chi: Identita & { readonly nascitaPresunta?: boolean | undefined }): Identita {
  const { id, chiaveNome: nome, codiceFiscale } = chi;
  return { id, chiaveNome: nome, dataNascita: chi.nascitaPresunta ? '' : chi.dataNascita, codiceFiscale };
}

function accept(piano: Piano, riga: RigaOspite, id: string): void {
  const { cognome, nome } = riga;
  const { dataNascita } = campiNascita(riga);
  piano.ospiti.accept(riga.id, { id, cognome, nome, dataNascita });
}

function remarkCodiceFiscale(piano: Piano, riga: RigaOspite): void {
  const { codiceFiscale, cognome, nome, sesso, tipoIdentificativo } = riga;
  const dataNascita = nascitaDi({ ...riga, nascitaPresunta: riga.nascitaPresunta ?? false });
  if (!codiceFiscale || (tipoIdentificativo && tipoIdentificativo !== 'CF' && tipoIdentificativo !== 'CFP')) return;
  for (const avviso of avvisiCodiceFiscale({ codiceFiscale, cognome, nome, sesso, dataNascita }))
    piano.esito.remark(`Foglio ospiti, riga ${riga.riga}: ${avviso}`);
}

/** A new row for a person who is already there stays a row of its own, counted as one person: it is only said. */
function remarkStessePersone(
  piano: Piano,
  nuovi: readonly { readonly id: string; readonly riga: RigaOspite }[],
  identita: ReadonlyMap<string, Identita>,
): void {
  const quanti = new Map<string, number>();
  for (const id of identita.keys()) {
    const persona = piano.persone.get(id) ?? id;
    quanti.set(persona, (quanti.get(persona) ?? 0) + 1);
  }
  for (const { id, riga } of nuovi)
    if ((quanti.get(piano.persone.get(id) ?? id) ?? 0) > 1)
      piano.esito.remark(
        `Foglio ospiti, riga ${riga.riga}: ${riga.cognome} ${riga.nome} c’è già con un altro id; restano due schede, contate come una persona sola.`,
      );
}
