import { listCodiciOspiti } from '../../db/reads/codice-ospite.ts';
import { listAzioni, listUtenti, listVoci, listVociPersona } from '../../db/reads/registro.ts';
import { type Immagine, unpackImmagini, type VoceRegistro } from '../../db/registro.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { addGiorni, annoDi, type Giorno, numeroGiorno, numeroMese } from '../../domain/giorno.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { tipoDi } from '../contract/registro.ts';
import { NOMINATIVI, RUOLI, type Ruolo } from '../contract/ruolo.ts';
import { type Contesto, gesto } from './contesto.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { describeImmagine, immagineVista, nomeOspite, ospiteDellaRiga } from './registro-immagine.ts';
import { type Lettore, lettoreDi } from './sezione.ts';

type Voce = Output<'registro.list'>['voci'][number];

/** What an answer shows of one line at most. */
const LIMITE_CAMBI = 300;
/** What may happen to a protected section, said to who may not know which: a change of the record. */
const RISERVATE = /^(oscuramenti|note|misure\.(save|remove)|udienze|violazioni)/;
const CARTELLA_CAMBIATA = 'ospiti.change';
/** Notes that a person of the office wrote, or the program about itself: no guest in them. */
const NOTE_SENZA_OSPITI = /^(sessione|accounts|chiavi|copie|pacchi)\./;

/** @throws ErroreApprodo `registro.periodo` */
export function listRegistro(ctx: Contesto, input: Parsed<'registro.list'>): Output<'registro.list'> {
  const { limite, utente, tipo, dal, al } = input;
  if (dal !== undefined && al !== undefined && al < dal)
    throw new ErroreApprodo('registro.periodo', 'Il periodo finisce prima di cominciare: controllare le due date.');
  const racconta = narratore(ctx);
  const filtro = {
    utente,
    azioni: tipo && listAzioni(ctx.store).filter((azione) => tipoDi(azione) === tipo),
    seq: input.ospiteId === undefined ? undefined : listVisibili(ctx, input.ospiteId).map(({ seq }) => seq),
    dalMs: dal === undefined ? undefined : inizioMs(dal),
    alMs: al === undefined ? undefined : inizioMs(addGiorni(al, 1)),
  };
  const voci: Voce[] = [];
  let prima = input.prima;
  for (;;) {
    const lette = listVoci(ctx.store, { ...filtro, prima }, limite + 1);
    for (const voce of lette) {
      const vista = isVisibile(racconta.lettore, ctx, voce) ? racconta.voce(voce) : undefined;
      if (vista && voci.length === limite) return { voci, altre: true };
      if (vista) voci.push(vista);
    }
    if (lette.length <= limite) return { voci, altre: false };
    prima = lette.at(-1)?.seq;
  }
}

export function listUtentiRegistro({ store }: Contesto): Output<'registro.listUtenti'> {
  return listUtenti(store);
}

/** @throws ErroreApprodo `registro.riga` */
export function getVoce(ctx: Contesto, { seq, ospiteId }: Parsed<'registro.get'>): Output<'registro.get'> {
  const { store } = ctx;
  const lettore = lettoreDi(ctx);
  const voce = store.registro.find(seq);
  if (!voce || !isVisibile(lettore, ctx, voce))
    throw new ErroreApprodo('registro.riga', 'Questa riga non è nel registro: ricaricare la pagina.');
  const tutte = unpackImmagini(voce.righe);
  const scelte = ospiteId === undefined ? tutte : tutte.filter(soloPersona(ctx, ospiteId));
  const viste = scelte.flatMap((immagine) => immagineVista(ctx, immagine, lettore.di) ?? []);
  const nomi = new Map<string, string>();
  const nomeDi = (id: string) => nomi.get(id) ?? nomi.set(id, nomeOspite(store, id)).get(id) ?? '';
  const cambi = viste
    .slice(0, LIMITE_CAMBI)
    .map((immagine, numero) => ({ numero, ...describeImmagine(store, immagine, nomeDi) }))
    .filter(({ tipo, campi }) => tipo !== 'cambiato' || campi.length > 0);
  return { ospiteId: ospiteId ?? voce.ospiteId, cambi, altri: Math.max(0, viste.length - LIMITE_CAMBI) };
}

/** Whether an image is of a row of this person, under whatever ospite row. @throws ErroreApprodo `ospite.sconosciuto` */
function soloPersona({ store }: Contesto, ospiteId: string): (immagine: Immagine) => boolean {
  const { personaId } = getRigaOspite(store, ospiteId);
  return (immagine) => {
    const suo = ospiteDellaRiga(store, immagine);
    return suo !== undefined && store.find('ospiti', suo)?.personaId === personaId;
  };
}

/** Who read, changed, printed, exported the record of a guest. @throws ErroreApprodo `ospite.sconosciuto` */
export function listRegistroOspite(
  ctx: Contesto,
  { ospiteId }: Parsed<'registro.listOspite'>,
): Output<'registro.listOspite'> {
  const racconta = narratore(ctx);
  return { ospite: racconta.ospite(ospiteId), voci: listVisibili(ctx, ospiteId).map(racconta.voce) };
}

/** A print or a file with names is about to be made. */
export function registerStampa(ctx: Contesto, input: Parsed<'stampe.register'>): Output<'stampe.register'> {
  const { cosa, come, ospiteId, struttura, mese } = input;
  const about = {
    nota: `${cosa} ${come}`,
    ospiteId,
    ...(struttura === undefined ? {} : { struttura }),
    ...(mese === undefined ? {} : { mese }),
  };
  if (ospiteId !== undefined) getRigaOspite(ctx.store, ospiteId);
  ctx.store.write({ ...gesto(ctx, 'stampe.register', about), sempre: true }, () => undefined);
  return {};
}

/** The lines about one guest that who asks may know of, newest first. */
function listVisibili(ctx: Contesto, ospiteId: string): VoceRegistro[] {
  const { personaId } = getRigaOspite(ctx.store, ospiteId);
  const lettore = lettoreDi(ctx);
  return listVociPersona(ctx.store, personaId)
    .filter(({ voce, immagini }) => {
      if (!isVisibile(lettore, ctx, voce)) return false;
      if (voce.ospiteId !== null || immagini.length === 0 || !vedeNomi(ctx)) return true;
      return immagini.some((immagine) => immagineVista(ctx, immagine, lettore.di) !== undefined);
    })
    .map(({ voce }) => voce);
}

/**
 * Whether a line may be known of. One about one guest that did nothing but to rows of a section they do not read is not there;
 * the amministratore, who reads no content at all, is told that the record was changed.
 */
function isVisibile({ di }: Lettore, ctx: Contesto, voce: VoceRegistro): boolean {
  if (voce.ospiteId === null || voce.numeroRighe === 0 || !vedeNomi(ctx)) return true;
  return unpackImmagini(voce.righe).some((immagine) => immagineVista(ctx, immagine, di) !== undefined);
}

function vedeNomi({ utente }: Contesto): boolean {
  return (NOMINATIVI as readonly Ruolo[]).includes(utente.ruolo);
}

/** How lines are told to who asks. */
function narratore(ctx: Contesto) {
  const { store } = ctx;
  const nomi = vedeNomi(ctx);
  const codici = listCodiciOspiti(store);
  const ospite = (ospiteId: string): NonNullable<Voce['ospite']> => ({
    id: ospiteId,
    nome: nomi ? nomeOspite(store, ospiteId) : null,
    codice: codici.get(ospiteId) ?? '',
  });
  const voce = (riga: VoceRegistro): Voce => {
    const azione = nomi || !RISERVATE.test(riga.azione) ? riga.azione : CARTELLA_CAMBIATA;
    return {
      ...{ seq: riga.seq, atMs: riga.atMs, utente: riga.utente, dispositivo: riga.dispositivo, azione },
      ruolo: ruoloDi(ctx, riga.accountId),
      tipo: tipoDi(azione),
      struttura: riga.struttura,
      mese: riga.mese,
      nota: nomi || NOTE_SENZA_OSPITI.test(azione) || azione.startsWith('stampe.') ? riga.nota : null,
      ospite: riga.ospiteId === null ? null : ospite(riga.ospiteId),
      dettaglio: nomi && riga.numeroRighe > 0,
    };
  };
  return { ospite, voce, lettore: lettoreDi(ctx) };
}

function ruoloDi({ store }: Contesto, accountId: string | null): Ruolo | null {
  const ruolo = accountId === null ? undefined : store.find('accounts', accountId)?.ruolo;
  return RUOLI.find((uno) => uno === ruolo) ?? null;
}

/** Local midnight at the beginning of a day, epoch ms. */
export function inizioMs(giorno: Giorno): number {
  return new Date(annoDi(giorno), numeroMese(giorno) - 1, numeroGiorno(giorno)).getTime();
}
