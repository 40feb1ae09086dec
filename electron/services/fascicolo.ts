import { type LineaPersona, listLinee, loadRighePersona, type RighePersona } from '../../db/reads/fascicolo.ts';
import { findIdentita, findRuoliIdentita } from '../../db/reads/identita.ts';
import { listCodici } from '../../db/reads/presenza.ts';
import { listModuli, listStrutture } from '../../db/reads/struttura.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { nascitaDi } from '../../domain/nascita.ts';
import { isVoceGiuridica } from '../../domain/scadenza-regola.ts';
import { identita } from '../contract/anonimato.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { isTipoLeggibile, isVelato } from './allegato.ts';
import { codiceDi } from './codice-ospite.ts';
import { type Contesto, gesto } from './contesto.ts';
import { fileFascicolo } from './fascicolo-file.ts';
import { percorsoDi } from './fascicolo-permanenza.ts';
import { scrittiDi } from './fascicolo-scritti.ts';
import { toScheda } from './ospite.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { isSua } from './riservatezza.ts';
import { isLeggibile, type Sezioni, sezioniPer } from './sezione.ts';

export type Fascicolo = Output<'fascicoli.get'>;

/**
 * Every table that refers to a guest, and where what it holds is in the fascicolo. A new one without a place here fails
 * test/electron/services/fascicolo.test.ts.
 */
export const POSTO_NEL_FASCICOLO = {
  ospiti: 'persona',
  identita_riservate: 'persona',
  codici_ospiti: 'codice',
  ingressi: 'permanenze',
  assegnazioni: 'permanenze',
  presenze: 'permanenze',
  assenze: 'assenze',
  misure: 'misure',
  udienze: 'udienze',
  violazioni: 'violazioni',
  diario: 'diario',
  progetti: 'progetti',
  obiettivi: 'obiettivi',
  azioni: 'azioni',
  verifiche_progetto: 'verificheProgetto',
  evidenze: 'evidenze',
  relazioni: 'relazioni',
  visite: 'visite',
  incontri_ospiti: 'incontri',
  attivita_ospiti: 'attivita',
  note_riservate: 'note',
  oscuramenti: 'oscuramenti',
  copie_consegnate: 'copie',
  contatti: 'contatti',
  contatti_riservati: 'contatti',
  avvertenze: 'avvertenze',
  adempimenti: 'scadenze',
  promemoria: 'scadenze',
  alloggi: 'stanze',
  allegati: 'allegati',
  allegati_file: 'allegati',
  registro: 'registro',
} as const satisfies Readonly<Record<string, keyof Fascicolo>>;

/**
 * Everything of one person that who makes the copy may read. What was darkened to them, or sealed to others, is not here: the
 * copy of who darkened something is made by a role that still sees it (docs/sicurezza.md).
 * @throws ErroreApprodo `ospite.sconosciuto`
 */
export function getFascicolo(ctx: Contesto, { ospiteId }: Parsed<'fascicoli.get'>): Fascicolo {
  const { store } = ctx;
  const riga = getRigaOspite(store, ospiteId);
  const sezioni = sezioniPer(ctx, ospiteId);
  const righe = loadRighePersona(store, riga.personaId);
  const linee = listLinee(
    store,
    righe.ospiti.map(({ id }) => id),
  );
  return {
    formato: 'approdo-fascicolo',
    versione: 1,
    fatto: ctx.oggi(),
    installazione: store.findImpostazione('nome') ?? '',
    codice: codiceDi(store, ospiteId),
    persona: personaDi(ctx, riga),
    anonimo: riga.tipoIdentificativo === 'ANON',
    permanenze: righe.ingressi.map((ingresso) => toPermanenza(store, ingresso, righe, sezioni)),
    codiciPresenza: listCodici(store).map(({ voce, etichetta }) => ({ codice: voce, significato: etichetta })),
    assenze: righe.assenze.map(toAssenza),
    misure: sezioni.has('giuridica') ? righe.misure.map(toMisura) : [],
    ...fattiDi(store, righe),
    ...scrittiDi(store, righe, sezioni),
    note: sezioni.has('note')
      ? righe.note_riservate
          .filter((nota) => isSua(nota, ctx.utente.ruolo))
          .map(({ data, testo, autore }) => ({ data, testo, autore }))
      : [],
    oscuramenti: righe.oscuramenti
      .filter(({ sezione }) => isVisibile(sezione, sezioni))
      .map(({ sezione, dal, deletedAtMs, motivo }) => ({ sezione, dal, finoMs: deletedAtMs, motivo })),
    contatti: righe.contatti.map(({ legame, riservato }) => ({ legame, riservato })),
    avvertenze: righe.avvertenze.map(({ tipo, testo, dal, al }) => ({ tipo, testo, dal, al })),
    scadenze: scadenzeDi(righe, sezioni),
    stanze: righe.alloggi.map(({ dal, stanzaId, letto }) => ({
      dal,
      stanza: stanzaId === null ? null : (store.find('stanze', stanzaId)?.nome ?? null),
      letto,
    })),
    allegati: allegatiDi(ctx, riga, righe, sezioni),
    copie: righe.copie_consegnate.map(toCopia),
    registro: registroDi(linee, righe, sezioni),
  };
}

/** @throws ErroreApprodo `ospite.sconosciuto` */
export function deliverFascicolo(ctx: Contesto, input: Parsed<'fascicoli.deliver'>): Output<'fascicoli.deliver'> {
  const { ospiteId, richiedente, titolo, formato } = input;
  getRigaOspite(ctx.store, ospiteId);
  const nota = `${formato}, ${titolo}`;
  ctx.store.write(gesto(ctx, 'fascicoli.deliver', { ospiteId, nota }), (tx) =>
    tx.insert('copie_consegnate', {
      ...{ ospiteId, richiedente, titolo, formato },
      data: ctx.oggi(),
      consegnataDa: ctx.utente.nome,
    }),
  );
  // made after its line: the copy lists itself among those given
  return fileFascicolo(getFascicolo(ctx, { ospiteId }), formato);
}

/** What was said to be done, and what somebody asked to be reminded of; those about a measure only for who reads of them. */
function scadenzeDi(righe: RighePersona, sezioni: Sezioni): Fascicolo['scadenze'] {
  return [
    ...righe.adempimenti
      .filter(({ regola }) => sezioni.has('giuridica') || !isVoceGiuridica(regola))
      .map(({ regola, entro, fattoIl, nota }) => ({ regola, testo: null, entro, fattoIl, nota })),
    ...righe.promemoria.map(({ testo, entro, fattoIl }) => ({ regola: null, testo, entro, fattoIl, nota: null })),
  ];
}

/** Which documents are kept, of those who makes the copy may read. */
function allegatiDi(ctx: Contesto, riga: Riga<'ospiti'>, righe: RighePersona, sezioni: Sezioni): Fascicolo['allegati'] {
  if (isVelato(ctx, riga)) return [];
  return righe.allegati
    .filter(({ tipo }) => isTipoLeggibile(tipo, sezioni))
    .map(({ tipo, titolo, nomeFile, data, scadenza }) => ({ tipo, titolo, nomeFile, data, scadenza }));
}

/** Who the person is: of an anonymous guest, the sealed identity where the role may open it. */
function personaDi(ctx: Contesto, riga: Riga<'ospiti'>): Fascicolo['persona'] {
  const puo = findRuoliIdentita(ctx.store, riga.id)?.includes(ctx.utente.ruolo) ?? false;
  const chi = puo ? findIdentita(ctx.store, riga.id)?.dati : { ...riga, dataNascita: nascitaDi(riga) };
  return { ...identita.parse(chi), sesso: riga.sesso };
}

function toPermanenza(store: Store, p: Riga<'ingressi'>, righe: RighePersona, sezioni: Sezioni) {
  const moduli = new Map(listModuli(store).map(({ id, nome, codice }) => [id, `${nome} (${codice})`]));
  const { dataIngresso, dataDimissione, tipoIngresso, utenza, servizioInviante, entePagante } = p;
  const { esito, destinazione, dataRelazione } = p;
  return {
    struttura: dove(store, p.strutturaId),
    ...{ dataIngresso, dataDimissione, tipoIngresso, utenza, servizioInviante, entePagante },
    ...{ esito, destinazione, dataRelazione },
    ...percorsoDi(p, sezioni),
    conGenitore: p.genitoreId !== null,
    scheda: toScheda(p, sezioni),
    moduli: righe.assegnazioni
      .filter(({ ingressoId }) => ingressoId === p.id)
      .map(({ dal, moduloId }) => ({ dal, modulo: moduli.get(moduloId) ?? '' })),
    presenze: righe.presenze
      .filter(({ ingressoId }) => ingressoId === p.id)
      .map(({ mese, codici }) => ({ mese, codici }))
      .toSorted((a, b) => a.mese.localeCompare(b.mese)),
  };
}

function dove(store: Store, strutturaId: string): string {
  return listStrutture(store).find(({ id }) => id === strutturaId)?.nome ?? '';
}

function toAssenza(riga: Riga<'assenze'>): Fascicolo['assenze'][number] {
  const { tipo, codice, uscita, oraUscita, rientroPrevisto, oraPrevista, rientro, oraRientro } = riga;
  const { confermata, uscitaPrevista, oraUscitaPrevista } = riga;
  const { destinazione, motivo, accompagnatore } = riga;
  return {
    ...{ tipo, codice, uscita, oraUscita, confermata, uscitaPrevista, oraUscitaPrevista },
    ...{ rientroPrevisto, oraPrevista, rientro, oraRientro, destinazione, motivo },
    accompagnato: accompagnatore !== null,
  };
}

function toMisura(riga: Riga<'misure'>): Fascicolo['misure'][number] {
  const { misura, dal, al, autorita, finePena, provvedimento, prescrizioni } = riga;
  return { misura, dal, al, autorita, finePena, provvedimento, prescrizioni };
}

function toCopia(riga: Riga<'copie_consegnate'>): Fascicolo['copie'][number] {
  const { id, data, richiedente, titolo, formato, consegnataDa } = riga;
  type Copia = Fascicolo['copie'][number];
  return {
    id,
    data,
    richiedente,
    titolo: titolo as Copia['titolo'],
    formato: formato as Copia['formato'],
    consegnataDa,
  };
}

/** Visits, meetings, activities: never who else was there. */
function fattiDi(store: Store, righe: RighePersona): Pick<Fascicolo, 'visite' | 'incontri' | 'attivita'> {
  const strutture = new Map(listStrutture(store).map(({ id, nome }) => [id, nome]));
  const presso = ({ strutturaId }: { strutturaId: string }) => strutture.get(strutturaId) ?? '';
  return {
    visite: righe.visite.map((riga) => {
      const { data, stato, ora, tipo, luogo, accompagnamento, mezzo, esito, prossima } = riga;
      return { data, struttura: presso(riga), stato, ora, tipo, luogo, accompagnamento, mezzo, esito, prossima };
    }),
    incontri: righe.incontri.map((riga) => {
      const { data, stato, ora, servizio, tipoFamiglia, protetto, modalita, accompagnamento, oggetto } = riga;
      return {
        ...{ data, struttura: presso(riga), stato, ora, servizio, tipoFamiglia, protetto, modalita },
        ...{ accompagnamento, oggetto },
      };
    }),
    attivita: righe.attivita.map((riga) => {
      const { data, stato, ora, area, titolo, ore } = riga;
      return { data, struttura: presso(riga), stato, ora, area, titolo, ore };
    }),
  };
}

function isVisibile(sezione: string, sezioni: Sezioni): boolean {
  return [...sezioni].some((una) => una === sezione);
}

/** Columns every row carries: a change of them says nothing of the person. */
const DI_SERVIZIO: ReadonlySet<string> = new Set([
  ...['id', 'created_at_ms', 'updated_at_ms', 'dispositivo', 'voce', 'versione'],
  ...['persona_id', 'chiave_nome', 'ospite_id', 'ingresso_id', 'genitore_id', 'struttura_id'],
]);

/** The lines of the log about the person, with the fields they changed; what is darkened leaves no trace here either. */
function registroDi(linee: readonly LineaPersona[], righe: RighePersona, sezioni: Sezioni): Fascicolo['registro'] {
  const sue = new Map<string, string>();
  for (const [tabella, lista] of Object.entries(righe)) for (const { id } of lista) sue.set(id, tabella);
  return linee.flatMap(({ atMs, utente, azione, immagini }) => {
    if (!isAzioneVisibile(azione, sezioni)) return [];
    const cambiati = immagini.flatMap(({ t, id, dopo }) =>
      sue.get(id) === t && isTabellaVisibile(t, sezioni) ? campiDi(t, dopo, sezioni) : [],
    );
    return [{ atMs, utente, azione, cambiati }];
  });
}

/** The gestures on what is hidden are hidden whole, unless everything is seen. */
function isAzioneVisibile(azione: string, sezioni: Sezioni): boolean {
  if (azione.startsWith('note.')) return sezioni.has('note');
  return !azione.startsWith('oscuramenti.') || sezioni.size === TUTTE;
}

const TUTTE = 5;

function isTabellaVisibile(tabella: string, sezioni: Sezioni): boolean {
  if (['misure', 'udienze', 'violazioni', 'adempimenti'].includes(tabella)) return sezioni.has('giuridica');
  if (tabella === 'note_riservate') return sezioni.has('note');
  return tabella !== 'oscuramenti' || sezioni.size === TUTTE;
}

function campiDi(tabella: string, dopo: object | null, sezioni: Sezioni): string[] {
  return Object.keys(dopo ?? {})
    .filter((colonna) => !DI_SERVIZIO.has(colonna) && isLeggibile(toCamel(colonna), sezioni))
    .map((colonna) => `${tabella}.${colonna}`);
}

function toCamel(colonna: string): string {
  return colonna.replace(/_(\w)/g, (_, lettera: string) => lettera.toUpperCase());
}
