import { listRelazioni as readRelazioni } from '../../db/reads/progetto.ts';
import type { Modifica, Riga, Scrittura } from '../../db/scrittura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno, formatGiornoEsteso } from '../../domain/giorno-testo.ts';
import { nomeScritto } from '../../domain/persona.ts';
import { MODELLI_RELAZIONE, sezioneDelTipo, TIPI_RELAZIONE, type TipoRelazione } from '../../domain/relazione.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Sezione } from '../contract/sezione.ts';
import { codiceDi } from './codice-ospite.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { type Contesa, getRiga, modificaRiga, togliRiga, trovaContese } from './modifica.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { writeDocx } from './relazione-docx.ts';
import { loadQuadro } from './relazione-quadro.ts';
import { scriviSezione } from './relazione-testo.ts';
import { type Sezioni, sezioniPer } from './sezione.ts';

type Relazione = Riga<'relazioni'>;

/** The title on the document. */
const TITOLI: Readonly<Record<TipoRelazione, string>> = {
  aggiornamento: 'Relazione di aggiornamento',
  dimissione: 'Relazione di dimissione',
  // the article is not written: which norm wants it, and how, is da verificare
  art94ter: 'Relazione semestrale all’autorità giudiziaria',
  incontro_protetto: 'Relazione sugli incontri protetti',
};

/** @throws ErroreApprodo `ospite.sconosciuto` */
export function listRelazioni(ctx: Contesto, { ospiteId }: Parsed<'relazioni.list'>): Output<'relazioni.list'> {
  const { personaId } = getRigaOspite(ctx.store, ospiteId);
  const sezioni = sezioniPer(ctx, ospiteId);
  const visibili = readRelazioni(ctx.store, personaId).filter((riga) => isVisibile(riga.tipo, sezioni));
  return { relazioni: visibili.map((riga) => toElencata(ctx, riga)) };
}

/** @throws ErroreApprodo `riga.sconosciuta` */
export function getRelazione(ctx: Contesto, { id }: Parsed<'relazioni.get'>): Output<'relazioni.get'> {
  const { riga, sezioni, ospite } = getSua(ctx, id);
  return {
    ...toElencata(ctx, riga),
    ...{ ospiteId: ospite.id, cognome: ospite.cognome, nome: ospite.nome },
    sezioni: sezioniViste(riga, sezioni),
  };
}

/** @throws ErroreApprodo `ingresso.sconosciuto`, `relazione.periodo`, `permesso.sezione`, `mese.altrui` */
export function createRelazione(ctx: Contesto, input: Parsed<'relazioni.create'>): Output<'relazioni.create'> {
  assertRegistroProprio(ctx);
  const { ingressoId, tipo } = input;
  const quadro = loadQuadro(ctx, input);
  const ospiteId = quadro.ospite.id;
  const leggibili = sezioniPer(ctx, ospiteId);
  if (!isVisibile(tipo, leggibili))
    throw new ErroreApprodo(
      'permesso.sezione',
      'Questa relazione parla della posizione giuridica, che per questo ospite legge un altro ruolo: farla scrivere al responsabile.',
    );
  // what the author may not read is not written for them: whoever reads the section writes it
  const sezioni = MODELLI_RELAZIONE[tipo].map(({ titolo, fonte, riservata }) => ({
    ...{ titolo, riservata },
    testo: fonte === null || (riservata !== null && !leggibili.has(riservata)) ? '' : scriviSezione(fonte, quadro),
  }));
  return ctx.store.write(gesto(ctx, 'relazioni.create', { ospiteId }), (tx) => {
    const id = tx.insert('relazioni', { ingressoId, tipo, data: ctx.oggi(), sezioni, autore: ctx.utente.nome });
    return { id, voce: tx.voce, avvisi: [] };
  });
}

/** @throws ErroreApprodo `riga.sconosciuta`, `relazione.inviata`, `relazione.futura`, `relazione.prima`, `mese.altrui` */
export function saveRelazione(ctx: Contesto, input: Parsed<'relazioni.save'>): Output<'relazioni.save'> {
  assertRegistroProprio(ctx);
  const { riga, sezioni, ospite } = getSua(ctx, input.id);
  const inviata = input.dopo.inviataIl ?? null;
  if (inviata !== null && inviata > ctx.oggi())
    throw new ErroreApprodo('relazione.futura', 'Il giorno dell’invio non può essere nel futuro: controllare la data.');
  assertNonInviata(riga, input);
  if (inviata !== null) assertDopoLaDimissione(ctx, riga, inviata);
  const contese = [
    ...trovaContese(ctx.store, 'relazioni', riga.id, { ...riga }, input),
    ...conteseSezioni(ctx, riga, sezioni, input.sezioni),
  ];
  if (contese.length > 0) return { id: riga.id, voce: null, avvisi: [], contese };
  return modificaRiga(ctx, 'relazioni', 'relazioni.save', { ospiteId: ospite.id }, input, {
    colonne: (dopo) => ({ ...(dopo as Modifica<'relazioni'>), ...sezioniScritte(riga, input.sezioni) }),
    dopo: (tx, nuova) => registraInvio(tx, riga, nuova),
  });
}

/** @throws ErroreApprodo `riga.sconosciuta`, `relazione.inviata`, `mese.altrui` */
export function removeRelazione(ctx: Contesto, { id }: Parsed<'relazioni.remove'>): Output<'relazioni.remove'> {
  assertRegistroProprio(ctx);
  const { riga, ospite } = getSua(ctx, id);
  if (riga.inviataIl !== null) throw inviata();
  return ctx.store.write(gesto(ctx, 'relazioni.remove', { ospiteId: ospite.id }), (tx) =>
    togliRiga(tx, 'relazioni', id),
  );
}

/** @throws ErroreApprodo `riga.sconosciuta` */
export async function exportRelazione(
  ctx: Contesto,
  { id }: Parsed<'relazioni.export'>,
): Promise<Output<'relazioni.export'>> {
  const { riga, sezioni, ospite } = getSua(ctx, id);
  const tipo = tipoDi(riga);
  const { struttura } = toElencata(ctx, riga);
  ctx.store.write({ ...gesto(ctx, 'relazioni.export', { ospiteId: ospite.id }), sempre: true }, () => undefined);
  const nome = nomeScritto(ospite);
  const giorno = formatGiornoEsteso(riga.data);
  const bytes = await writeDocx({
    titolo: TITOLI[tipo],
    sottotitolo: [nome, struttura],
    piede: `${TITOLI[tipo]}, ${nome}, ${giorno}`,
    intestazione: [ctx.store.findImpostazione('nome') ?? '', struttura].filter((nome) => nome !== '').join(', '),
    destinatario: riga.destinatario,
    sezioni: sezioniViste(riga, sezioni),
    firma: { giorno, autore: riga.autore },
  });
  // the code, not the name: the name of a file is seen by whoever sees the folder
  return { nome: `relazione-${tipo}-${codiceDi(ctx.store, ospite.id)}-${riga.data}.docx`, bytes };
}

/** A report that tells of a section is known of only by who reads it. */
export function isVisibile(tipo: string, sezioni: Sezioni): boolean {
  const sezione = sezioneDelTipo(tipo);
  return sezione === null || sezioni.has(sezione);
}

/** A report that who asks may know of. @throws ErroreApprodo `riga.sconosciuta` */
function getSua(ctx: Contesto, id: string): { riga: Relazione; sezioni: Sezioni; ospite: Riga<'ospiti'> } {
  const riga = getRiga(ctx.store, 'relazioni', id);
  const ospite = getRigaOspite(ctx.store, getRiga(ctx.store, 'ingressi', riga.ingressoId).ospiteId);
  const sezioni = sezioniPer(ctx, ospite.id);
  if (!isVisibile(riga.tipo, sezioni)) getRiga(ctx.store, 'relazioni', '');
  return { riga, sezioni, ospite };
}

function tipoDi({ tipo }: Relazione): TipoRelazione {
  return TIPI_RELAZIONE.find((uno) => uno === tipo) ?? 'aggiornamento';
}

function toElencata({ store }: Contesto, riga: Relazione): Output<'relazioni.list'>['relazioni'][number] {
  const { id, ingressoId, data, destinatario, autore, inviataIl } = riga;
  const ingresso = getRiga(store, 'ingressi', ingressoId);
  return {
    ...{ id, ingressoId, tipo: tipoDi(riga), data, destinatario, autore, inviataIl },
    dataIngresso: ingresso.dataIngresso,
    struttura: store.find('strutture', ingresso.strutturaId)?.nome ?? '',
  };
}

function isLeggibile(riservata: string | null | undefined, sezioni: Sezioni): boolean {
  return !riservata || sezioni.has(riservata as Sezione);
}

/** The sections that may be read, each with its place in the whole. */
function sezioniViste({ sezioni: tutte }: Relazione, sezioni: Sezioni): Output<'relazioni.get'>['sezioni'] {
  return tutte.flatMap(({ titolo, testo, riservata }, n) =>
    isLeggibile(riservata, sezioni) ? [{ n, titolo, testo }] : [],
  );
}

/** What was sent is not rewritten: only the day of sending may still change. @throws ErroreApprodo `relazione.inviata` */
function assertNonInviata(riga: Relazione, { dopo, sezioni }: Parsed<'relazioni.save'>): void {
  if (riga.inviataIl === null || dopo.inviataIl === null) return;
  if (sezioni.length > 0 || 'data' in dopo || 'destinatario' in dopo) throw inviata();
}

/** @throws ErroreApprodo `relazione.prima` */
function assertDopoLaDimissione({ store }: Contesto, { tipo, ingressoId }: Relazione, inviataIl: Giorno): void {
  const uscita = tipo === 'dimissione' ? getRiga(store, 'ingressi', ingressoId).dataDimissione : null;
  if (uscita === null || inviataIl >= uscita) return;
  throw new ErroreApprodo(
    'relazione.prima',
    `La relazione di dimissione non può essere inviata prima della dimissione (${formatGiorno(uscita)}): controllare il giorno dell’invio.`,
  );
}

function inviata(): ErroreApprodo {
  return new ErroreApprodo(
    'relazione.inviata',
    'La relazione è già stata inviata e non si cambia più: togliere il giorno dell’invio, oppure farne un’altra.',
  );
}

type Cambiate = Parsed<'relazioni.save'>['sezioni'];

/** The sections that somebody else changed meanwhile; one that is not read cannot be written. @throws ErroreApprodo `riga.sconosciuta` */
function conteseSezioni({ store }: Contesto, riga: Relazione, sezioni: Sezioni, cambiate: Cambiate): Contesa[] {
  const voce = store.registro.find(riga.voce);
  return cambiate.flatMap(({ n, prima, dopo }) => {
    const attuale = riga.sezioni[n];
    if (!attuale || !isLeggibile(attuale.riservata, sezioni)) {
      getRiga(store, 'relazioni', '');
      return [];
    }
    if (attuale.testo === prima || attuale.testo === dopo) return [];
    return [{ campo: `sezioni.${n}`, mio: dopo, loro: attuale.testo, chi: voce?.utente ?? '', atMs: voce?.atMs ?? 0 }];
  });
}

function sezioniScritte(riga: Relazione, cambiate: Cambiate): Pick<Modifica<'relazioni'>, 'sezioni'> {
  if (cambiate.length === 0) return {};
  const nuove = new Map(cambiate.map(({ n, dopo }) => [n, dopo]));
  return { sezioni: riga.sezioni.map((una, n) => ({ ...una, testo: nuove.get(n) ?? una.testo })) };
}

/** The day a report of dimissione was sent is the day of the report of the stay: one fact, entered once. */
function registraInvio(tx: Scrittura, prima: Relazione, dopo: Relazione): string[] {
  if (dopo.tipo !== 'dimissione' || prima.inviataIl === dopo.inviataIl) return [];
  const ingresso = tx.find('ingressi', dopo.ingressoId);
  // a day written elsewhere is not taken away with this one
  if (dopo.inviataIl === null && ingresso?.dataRelazione !== prima.inviataIl) return [];
  tx.update('ingressi', dopo.ingressoId, { dataRelazione: dopo.inviataIl });
  return ingresso?.dataDimissione === null ? ['La dimissione di questa permanenza non è ancora registrata.'] : [];
}
