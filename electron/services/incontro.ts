import { listContattiDi } from '../../db/reads/agenda.ts';
import { listPartecipantiDi, listProtetti } from '../../db/reads/incontro.ts';
import { listIncontri } from '../../db/reads/ospite.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { stranezzaRelazione } from '../../domain/appuntamento.ts';
import { INCONTRI_CONTATTO } from '../../domain/contatto.ts';
import { INCONTRO_PROTETTO, isProtetto } from '../../domain/incontro.ts';
import { FAMIGLIA } from '../contract/incontro.ts';
import type { Output, Parsed } from '../contract/index.ts';
import {
  assertAppuntamento,
  assertOspiti,
  assertVoceDi,
  avvisiAssenti,
  avvisiVietati,
  codiciStrutture,
  idPartecipanti,
} from './appuntamento.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { getRiga, modificaRiga, trovaContese } from './modifica.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { getStruttura } from './struttura.ts';

type Incontro = Output<'incontri.get'>;

/** @throws ErroreApprodo `riga.sconosciuta` */
export function getIncontro(ctx: Contesto, { id }: Parsed<'incontri.get'>): Incontro {
  const [incontro] = toIncontri(ctx, [getRiga(ctx.store, 'incontri', id)]);
  return incontro as Incontro;
}

/** @throws ErroreApprodo `ospite.sconosciuto` */
export function listIncontriOspite(
  ctx: Contesto,
  { ospiteId }: Parsed<'incontri.listOspite'>,
): Output<'incontri.listOspite'> {
  const { personaId } = getRigaOspite(ctx.store, ospiteId);
  return { ospiteId, incontri: toIncontri(ctx, listIncontri(ctx.store, personaId)) };
}

/** The register of protected meetings. @throws ErroreApprodo `struttura.sconosciuta` */
export function listIncontriProtetti(
  ctx: Contesto,
  { struttura, dal, al }: Parsed<'incontri.listProtetti'>,
): Output<'incontri.listProtetti'> {
  return toIncontri(ctx, listProtetti(ctx.store, getStruttura(ctx.store, struttura).id, dal, al));
}

/** The persons around these guests, and whether they may be met. */
export function listIncontriContatti(
  ctx: Contesto,
  { ospiti }: Parsed<'incontri.listContatti'>,
): Output<'incontri.listContatti'> {
  return listContattiDi(ctx.store, ospiti).map(({ incontri, ...contatto }) => ({
    ...contatto,
    incontri: INCONTRI_CONTATTO.find((uno) => uno === incontri) ?? null,
  }));
}

/** @throws ErroreApprodo `mese.altrui`, `mese.chiuso`, `agenda.futuro`, `lista.voce`, `ospite.sconosciuto` */
export function registerIncontro(ctx: Contesto, input: Parsed<'incontri.register'>): Output<'incontri.register'> {
  assertRegistroProprio(ctx);
  const { struttura: codice, ospiti: scelti, ...incontro } = input;
  const { id: strutturaId } = getStruttura(ctx.store, codice);
  const ospiti = assertOspiti(ctx.store, scelti);
  assertVoci(ctx.store, incontro);
  assertAppuntamento(ctx, { ...incontro, strutturaId });
  return ctx.store.write(gesto(ctx, 'incontri.register', aboutDi(codice, ospiti)), (tx) => {
    const id = tx.insert('incontri', { ...incontro, ...protettoPerTipo(incontro), strutturaId });
    tx.setPartecipanti('incontri', id, ospiti);
    return { id, voce: tx.voce, avvisi: avvisiDi(ctx, getRiga(ctx.store, 'incontri', id), ospiti) };
  });
}

/** @throws ErroreApprodo as `registerIncontro`, and `riga.sconosciuta` */
export function saveIncontro(ctx: Contesto, input: Parsed<'incontri.save'>): Output<'incontri.save'> {
  assertRegistroProprio(ctx);
  const { id } = input;
  const riga = getRiga(ctx.store, 'incontri', id);
  const { ospiti: visti, ...visto } = input.prima;
  // one written before its kind said it: seen protected, it is what the row holds
  const prima = visto.protetto === isProtetto(riga) ? { ...visto, protetto: riga.protetto } : visto;
  const { ospiti: scelti, ...dopo } = input.dopo;
  const attuali = idPartecipanti(ctx.store, 'incontri', id);
  const ospiti = scelti ? assertOspiti(ctx.store, scelti).toSorted() : attuali;
  const chi = scelti && visti ? { id, prima: { ospiti: visti.toSorted() }, dopo: { ospiti } } : null;
  const contese = chi ? trovaContese(ctx.store, 'incontri', id, { ospiti: attuali }, chi) : [];
  if (contese.length > 0) return { id, voce: null, avvisi: [], contese };
  assertVoci(ctx.store, {
    servizio: dopo.servizio === riga.servizio ? undefined : dopo.servizio,
    modalita: dopo.modalita === riga.modalita ? undefined : dopo.modalita,
    tipoFamiglia: dopo.tipoFamiglia === riga.tipoFamiglia ? undefined : dopo.tipoFamiglia,
  });
  const about = aboutDi(codiciStrutture(ctx.store).get(riga.strutturaId) ?? '', ospiti);
  return modificaRiga(
    ctx,
    'incontri',
    'incontri.save',
    about,
    { id, prima, dopo },
    {
      colonne: (campi) => ({ ...campi, ...protettoPerTipo({ ...riga, ...campi }) }),
      controlla: (com_era, come_sara) => assertAppuntamento(ctx, com_era, come_sara),
      dopo: (tx, nuova) => {
        tx.setPartecipanti('incontri', id, ospiti);
        return avvisiDi(ctx, nuova, ospiti);
      },
    },
  );
}

/** @throws ErroreApprodo `riga.sconosciuta`, `mese.altrui`, `mese.chiuso` */
export function removeIncontro(ctx: Contesto, { id }: Parsed<'incontri.remove'>): Output<'incontri.remove'> {
  assertRegistroProprio(ctx);
  const riga = getRiga(ctx.store, 'incontri', id);
  assertAppuntamento(ctx, { ...riga, stato: 'annullato' });
  const codice = codiciStrutture(ctx.store).get(riga.strutturaId) ?? '';
  const ospiti = idPartecipanti(ctx.store, 'incontri', id);
  return ctx.store.write(gesto(ctx, 'incontri.remove', aboutDi(codice, ospiti)), (tx) => {
    tx.remove('incontri', id);
    return { id, voce: tx.voce, avvisi: [] };
  });
}

interface Voci {
  readonly servizio?: string | undefined;
  readonly modalita?: string | undefined;
  readonly tipoFamiglia?: string | null | undefined;
}

function assertVoci(store: Store, voci: Voci): void {
  assertVoceDi(store, 'servizio', voci.servizio, 'Con chi è l’incontro');
  assertVoceDi(store, 'modalita', voci.modalita, 'Modalità');
  assertVoceDi(store, 'attivita_famiglie', voci.tipoFamiglia, 'Tipo di incontro con i famigliari');
}

/** The kind says by itself that a meeting is protected: nobody is asked twice. */
function protettoPerTipo({ tipoFamiglia }: { readonly tipoFamiglia?: string | null | undefined }) {
  return tipoFamiglia === INCONTRO_PROTETTO ? { protetto: true } : {};
}

function avvisiDi(ctx: Contesto, riga: Riga<'incontri'>, ospiti: readonly string[]): string[] {
  const avvisi = [...avvisiVietati(ctx.store, riga, ospiti), ...avvisiAssenti(ctx.store, riga, ospiti)];
  const strana = stranezzaRelazione(riga, ctx.oggi());
  if (strana !== null) avvisi.push(`Relazione: ${strana}`);
  if (riga.servizio === FAMIGLIA && riga.tipoFamiglia === null)
    avvisi.push('Non è detto che tipo di incontro con i famigliari è stato: si può completare quando si vuole.');
  if (riga.protetto && riga.stato === 'fatto' && (riga.operatori === null || riga.esito === null))
    avvisi.push('Di un incontro protetto servono chi ha osservato e che cosa si è visto: completare appena possibile.');
  if (riga.relazioneEntro !== null && riga.relazioneEntro < riga.data)
    avvisi.push('La relazione sarebbe da inviare prima dell’incontro: controllare entro quando.');
  return avvisi;
}

/** The log names the guest when the meeting is about one. */
function aboutDi(struttura: string, ospiti: readonly string[]) {
  return { struttura, ...(ospiti.length === 1 ? { ospiteId: ospiti[0] } : {}) };
}

/** Rows with their participants and struttura: one read for all of them. */
function toIncontri(ctx: Contesto, righe: readonly Riga<'incontri'>[]): Incontro[] {
  const codici = codiciStrutture(ctx.store);
  const chi = listPartecipantiDi(
    ctx.store,
    'incontri',
    righe.map(({ id }) => id),
  );
  return righe.map((riga) => {
    const { id, data, ora, servizio, tipoFamiglia, modalita, accompagnamento, partecipanti, operatori } = riga;
    const { oggetto, esito, relazioneEntro, relazioneData } = riga;
    return {
      ...{ id, data, ora, servizio, tipoFamiglia, modalita, accompagnamento, partecipanti, operatori },
      ...{ oggetto, esito, protetto: isProtetto(riga), relazioneEntro, relazioneData },
      struttura: codici.get(riga.strutturaId) ?? '',
      ospiti: (chi.get(id) ?? []).map(({ riga: _riga, ...ospite }) => ospite),
      stato: riga.stato as Incontro['stato'],
    };
  });
}
