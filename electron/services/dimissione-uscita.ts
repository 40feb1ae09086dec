import { findArrivo } from '../../db/reads/dimissione.ts';
import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { listNucleo } from '../../db/reads/nucleo.ts';
import { type BozzaUscita, findBozzaUscita } from '../../db/reads/uscita.ts';
import type { Modifica, Riga, Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { moduloDelGiorno } from '../../domain/assegnazione.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Contesto } from './contesto.ts';
import { comunicazioniDi, comunicazioniViste, daComunicare } from './dimissione-comunicazioni.ts';
import { getPermanenza } from './ingresso.ts';
import { isVoce } from './lista.ts';
import { getRiga } from './modifica.ts';
import { regoleDi } from './regole.ts';

type Quadro = Output<'dimissioni.get'>;
type Dimissione = Parsed<'dimissioni.register'>;

/** What the form of a dimissione starts from. @throws ErroreApprodo `ingresso.sconosciuto` */
export function getDimissione(ctx: Contesto, { ingressoId }: Parsed<'dimissioni.get'>): Quadro {
  const p = getPermanenza(ctx.store, ingressoId);
  const bozza = p.dataDimissione === null ? findBozzaUscita(ctx.store, ingressoId) : undefined;
  const riga = { ...getRiga(ctx.store, 'ingressi', ingressoId), ...bozza };
  const struttura = ctx.store.find('strutture', p.strutturaId);
  const comunicazioni = comunicazioniViste(ctx, riga);
  const giorno = p.dataDimissione ?? ctx.oggi();
  const { ospiteId, cognome, nome, dataIngresso, utenza, entePagante } = p;
  const { dataDimissione, esito, destinazione, provenienza, occupazione } = p;
  return {
    ...{ ingressoId, ospiteId, cognome, nome, dataIngresso, utenza, entePagante },
    struttura: { codice: struttura?.codice ?? '', nome: struttura?.nome ?? '' },
    ...{ dataDimissione, esito, destinazione, provenienza, occupazione },
    uscita: {
      dataRelazione: p.dataRelazione,
      abitazioneUscita: riga.abitazioneUscita ?? null,
      occupazioneUscita: riga.occupazioneUscita ?? null,
      oggettiResi: riga.oggettiResi ?? null,
      documentiResi: riga.documentiResi ?? null,
      noteDimissione: riga.noteDimissione ?? null,
      comunicazioni: comunicazioni.map(({ a, fattaIl, giuridica }) => ({ a, fattaIl, giuridica: giuridica ?? false })),
    },
    daComunicare: daComunicare(ctx, p, riga, giorno).filter(({ a }) => !comunicazioni.some((gia) => gia.a === a)),
    relazioneDopo: relazioneDopo(ctx, p, giorno),
    arrivo: arrivoDi(ctx, p),
    famiglia: famigliaDi(ctx, p, riga),
  };
}

function relazioneDopo({ store }: Contesto, { assegnazioni }: PermanenzaDelRegistro, giorno: Giorno) {
  const regola = regoleDi(store)('relazione_dimissione', moduloDelGiorno(assegnazioni, giorno));
  return regola.attiva ? { giorni: regola.giorni, mesi: regola.mesi } : null;
}

const VUOTA: Partial<BozzaUscita> = {};

/**
 * The columns of the exit. The family shares day, outcome and destination; how one lives and works on leaving, what was given back,
 * the report are of the one the form is about, and each is told to their own service and payer.
 * @throws ErroreApprodo `lista.voce`, `dimissione.relazione_prima`
 */
export function toColonne(
  ctx: Contesto,
  tx: Scrittura,
  p: PermanenzaDelRegistro,
  { uscita = {}, ingressoId, dataDimissione }: Dimissione,
): Modifica<'ingressi'> {
  assertVoci(ctx.store, uscita);
  if (uscita.dataRelazione && uscita.dataRelazione < dataDimissione)
    throw new ErroreApprodo(
      'dimissione.relazione_prima',
      `La relazione di dimissione non può venire prima della dimissione (${formatGiorno(dataDimissione)}): controllare le due date.`,
    );
  const riga = tx.find('ingressi', p.id);
  if (!riga) return {};
  const { comunicazioni: scritte, ...propri } = uscita;
  const principale = p.id === ingressoId;
  // where no form showed it, what was written of an exit taken back holds
  const { comunicazioni: tenute, ...bozza } = (p.dataDimissione === null && findBozzaUscita(ctx.store, p.id)) || VUOTA;
  const date = principale ? scritte : undefined;
  const comunicazioni = comunicazioniDi(ctx, p, riga, dataDimissione, { date, tenute, insieme: scritte ?? [] });
  const colonne = { ...bozza, ...(principale ? propri : {}), comunicazioni };
  return Object.fromEntries(Object.entries(colonne).filter(([, valore]) => valore !== undefined));
}

/** Where the transfer has opened a stay, which goes with this one. */
function arrivoDi({ store }: Contesto, p: PermanenzaDelRegistro): Quadro['arrivo'] {
  const arrivo = findArrivo(store, p);
  const struttura = arrivo && store.find('strutture', arrivo.strutturaId);
  return struttura ? { codice: struttura.codice, nome: struttura.nome } : null;
}

function famigliaDi(ctx: Contesto, p: PermanenzaDelRegistro, riga: Riga<'ingressi'>): Quadro['famiglia'] {
  if (!riga.nucleoId) return [];
  return listNucleo(ctx.store, riga.nucleoId, p.strutturaId)
    .filter(
      (uno) => uno.ingressoId !== p.id && (uno.dataDimissione === null || uno.dataDimissione === p.dataDimissione),
    )
    .map(({ ingressoId, ospiteId, cognome, nome, dataDimissione }) => {
      return { ingressoId, ospiteId, cognome, nome, dataDimissione };
    });
}

/** @throws ErroreApprodo `lista.voce` */
function assertVoci(store: Store, { abitazioneUscita, occupazioneUscita }: NonNullable<Dimissione['uscita']>): void {
  const scelte = { provenienza: abitazioneUscita, occupazione: occupazioneUscita };
  for (const [lista, voce] of Object.entries(scelte))
    if (voce && !isVoce(lista, voce, store))
      throw new ErroreApprodo('lista.voce', `La voce «${voce}» non è nell’elenco: sceglierla dall’elenco.`);
}
