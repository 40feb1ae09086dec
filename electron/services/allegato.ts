import { createHash } from 'node:crypto';
import { findAllegatoFile, listAllegati as readAllegati } from '../../db/reads/allegato.ts';
import { findRuoliIdentita } from '../../db/reads/identita.ts';
import type { Riga } from '../../db/scrittura.ts';
import { setAllegatoFile } from '../../db/writes/allegato.ts';
import { MASSIMO_ALLEGATO, mimeAllegato, TIPI_ALLEGATO, type TipoAllegato } from '../../domain/allegato.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Sezione, sezioniDi } from '../contract/sezione.ts';
import { nomeSottoCodice } from './anonimo.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { getRiga, modificaRiga } from './modifica.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { type Sezioni, sezioniPer } from './sezione.ts';

type Allegato = Output<'allegati.list'>['allegati'][number];
type Tipo = Allegato['tipo'];

const DOCUMENTI = TIPI_ALLEGATO.filter((tipo): tipo is Tipo => tipo !== 'foto');

/** The section a kind of document belongs to: a medical one may say HIV or HCV on any page. */
const SEZIONE_DI: Partial<Readonly<Record<TipoAllegato, readonly Sezione[]>>> = {
  sanitario: ['hiv', 'hcv'],
  giuridico: ['giuridica'],
};

/** Whether a document of this kind may be read by who reads these sections. */
export function isTipoLeggibile(tipo: string, sezioni: Sezioni): boolean {
  return (SEZIONE_DI[toTipo(tipo)] ?? []).every((sezione) => sezioni.has(sezione));
}

/** A kind this version does not know is read by everybody who sees names, as `altro` is. */
function toTipo(tipo: string): Tipo {
  return DOCUMENTI.find((uno) => uno === tipo) ?? 'altro';
}

/** Of a guest under a code, documents are of who may open the identity: a scanned card says who it is. */
export function isVelato(ctx: Contesto, ospite: Riga<'ospiti'>): boolean {
  if (ospite.tipoIdentificativo !== 'ANON') return false;
  return !(findRuoliIdentita(ctx.store, ospite.id)?.includes(ctx.utente.ruolo) ?? false);
}

export function listAllegati(ctx: Contesto, { ospiteId }: Parsed<'allegati.list'>): Output<'allegati.list'> {
  const ospite = getRigaOspite(ctx.store, ospiteId);
  const sezioni = sezioniPer(ctx, ospiteId);
  const velato = isVelato(ctx, ospite);
  const righe = velato ? [] : readAllegati(ctx.store, ospite.personaId);
  return {
    allegati: righe.filter(({ tipo }) => isTipoLeggibile(tipo, sezioni)).map(toAllegato),
    // by role and not by guest: what is darkened must not show by its absence
    tipi: DOCUMENTI.filter((tipo) => isTipoLeggibile(tipo, new Set(sezioniDi(ctx.utente.ruolo)))),
  };
}

function toAllegato(riga: Riga<'allegati'>): Allegato {
  const { id, titolo, nomeFile, mime, dimensione, data, scadenza, createdAtMs } = riga;
  return { id, tipo: toTipo(riga.tipo), titolo, nomeFile, mime, dimensione, data, scadenza, createdAtMs };
}

/** @throws ErroreApprodo `ospite.sconosciuto`, `allegato.*`, `mese.altrui` */
export function addAllegato(ctx: Contesto, input: Parsed<'allegati.add'>): Output<'allegati.add'> {
  assertRegistroProprio(ctx);
  const { bytes, ...riga } = input;
  const ospite = getRigaOspite(ctx.store, input.ospiteId);
  assertRuolo(ctx, input.tipo);
  assertDate(input);
  const mime = getMime(input.nomeFile, bytes);
  // under a code the file's own name is not kept: it is often the person's
  const nomeFile = ospite.tipoIdentificativo === 'ANON' ? nomeSottoCodice(input.nomeFile) : soloNome(input.nomeFile);
  return ctx.store.write(gesto(ctx, 'allegati.add', { ospiteId: input.ospiteId }), (tx) => {
    const id = tx.insert('allegati', { ...riga, nomeFile, mime, ...impronta(bytes) });
    setAllegatoFile(tx, id, bytes);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

/** @throws ErroreApprodo `riga.sconosciuta`, `allegato.*`, `mese.altrui` */
export function saveAllegato(ctx: Contesto, input: Parsed<'allegati.save'>): Output<'allegati.save'> {
  assertRegistroProprio(ctx);
  const { ospiteId } = getLeggibile(ctx, input.id);
  return modificaRiga(ctx, 'allegati', 'allegati.save', { ospiteId }, input, {
    controlla: (_prima, dopo) => {
      assertRuolo(ctx, toTipo(dopo.tipo));
      assertDate(dopo);
    },
  });
}

/** Soft, as everything: the bytes stay in the store, for who has to prove what was there. @throws ErroreApprodo `riga.sconosciuta` */
export function removeAllegato(ctx: Contesto, { id }: Parsed<'allegati.remove'>): Output<'allegati.remove'> {
  assertRegistroProprio(ctx);
  const { ospiteId } = getLeggibile(ctx, id);
  return ctx.store.write(gesto(ctx, 'allegati.remove', { ospiteId }), (tx) => {
    tx.remove('allegati', id);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

/** @throws ErroreApprodo `riga.sconosciuta`, `allegato.rovinato` */
export function openAllegato(ctx: Contesto, { id, per }: Parsed<'allegati.open'>): Output<'allegati.open'> {
  const { ospiteId, nomeFile, mime, sha256 } = getLeggibile(ctx, id);
  const bytes = findAllegatoFile(ctx.store, id);
  if (!bytes || impronta(bytes).sha256 !== sha256)
    throw new ErroreApprodo(
      'allegato.rovinato',
      'Il contenuto di questo documento non è più quello salvato: riprenderlo da una copia o aggiungerlo di nuovo.',
    );
  // the line first: a document that was given is one the log knows was given
  const azione = per === 'vedere' ? 'allegati.open' : 'allegati.saveCopia';
  ctx.store.write({ ...gesto(ctx, azione, { ospiteId, nota: id }), sempre: true }, () => undefined);
  return { nome: nomeFile, mime, bytes };
}

export function getFoto(ctx: Contesto, { ospiteId }: Parsed<'allegati.getFoto'>): Output<'allegati.getFoto'> {
  const { fotoId } = getRigaOspite(ctx.store, ospiteId);
  const riga = fotoId === null ? undefined : ctx.store.find('allegati', fotoId);
  const bytes = riga && riga.deletedAtMs === null ? findAllegatoFile(ctx.store, riga.id) : undefined;
  return riga && bytes ? { mime: riga.mime, bytes } : null;
}

/** @throws ErroreApprodo `ospite.sconosciuto`, `allegato.*`, `mese.altrui` */
export function setFoto(ctx: Contesto, { ospiteId, bytes }: Parsed<'allegati.setFoto'>): Output<'allegati.setFoto'> {
  assertRegistroProprio(ctx);
  const ospite = getRigaOspite(ctx.store, ospiteId);
  if (ospite.tipoIdentificativo === 'ANON')
    throw new ErroreApprodo(
      'allegato.anonimo',
      'L’ospite è sotto codice: una fotografia direbbe chi è, e non si aggiunge.',
    );
  const mime = bytes && getMimeFoto(bytes);
  return ctx.store.write(gesto(ctx, 'allegati.setFoto', { ospiteId }), (tx) => {
    let fotoId: string | null = null;
    if (bytes && mime) {
      const nomeFile = `foto.${mime.split('/')[1]}`;
      fotoId = tx.insert('allegati', {
        ospiteId,
        tipo: 'foto',
        titolo: 'Fotografia',
        nomeFile,
        mime,
        ...impronta(bytes),
      });
      setAllegatoFile(tx, fotoId, bytes);
    }
    tx.update('ospiti', ospiteId, { fotoId });
    if (ospite.fotoId !== null) tx.remove('allegati', ospite.fotoId);
    return { id: fotoId ?? ospiteId, voce: tx.immagini.length > 0 ? tx.voce : null, avvisi: [] };
  });
}

/** A living document this role reads: of another one it is said that it is not there. @throws ErroreApprodo `riga.sconosciuta` */
function getLeggibile(ctx: Contesto, id: string): Riga<'allegati'> {
  const riga = getRiga(ctx.store, 'allegati', id);
  const ospite = getRigaOspite(ctx.store, riga.ospiteId);
  const visto = riga.tipo !== 'foto' && isTipoLeggibile(riga.tipo, sezioniPer(ctx, riga.ospiteId));
  if (!visto || isVelato(ctx, ospite)) return getRiga(ctx.store, 'allegati', '');
  return riga;
}

function assertRuolo(ctx: Contesto, tipo: Tipo): void {
  if (!isTipoLeggibile(tipo, new Set(sezioniDi(ctx.utente.ruolo))))
    throw new ErroreApprodo(
      'allegato.ruolo',
      'Un documento di questo tipo lo aggiunge chi lo può leggere: darlo al sanitario o al responsabile.',
    );
}

function assertDate({ data, scadenza }: { readonly data: string | null; readonly scadenza: string | null }): void {
  if (data !== null && scadenza !== null && scadenza < data)
    throw new ErroreApprodo(
      'allegato.date',
      `La scadenza viene prima del giorno del documento (${formatGiornoBreve(data)}): correggere una delle due date.`,
    );
}

function getMime(nomeFile: string, bytes: Uint8Array): string {
  if (bytes.length > MASSIMO_ALLEGATO)
    throw new ErroreApprodo('allegato.grande', 'Il file supera i 10 MB: ridurlo, o dividerlo in più file.');
  const mime = mimeAllegato(nomeFile, bytes);
  if (mime === undefined)
    throw new ErroreApprodo(
      'allegato.formato',
      'Questo file non è tra quelli accettati, o non è quello che dice il nome: usare JPEG, PNG, WebP, PDF, DOCX, ODT o TXT.',
    );
  return mime;
}

function getMimeFoto(bytes: Uint8Array): string {
  const mime = ['foto.jpeg', 'foto.png', 'foto.webp'].map((nome) => mimeAllegato(nome, bytes)).find(Boolean);
  if (mime === undefined || bytes.length > MASSIMO_ALLEGATO)
    throw new ErroreApprodo('allegato.formato', 'La fotografia non si legge: usare un’immagine JPEG, PNG o WebP.');
  return mime;
}

function impronta(bytes: Uint8Array) {
  return { dimensione: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Without folders: where it lay on somebody's computer is nobody's business. */
function soloNome(nomeFile: string): string {
  return nomeFile.split(/[\\/]/).at(-1) ?? nomeFile;
}
