import { listAssenzeIngresso } from '../../db/reads/assenza.ts';
import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { listPresenzeIngresso } from '../../db/reads/presenza.ts';
import { moduloDelGiorno } from '../../domain/assegnazione.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { isEsito } from '../../domain/esito.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { ultimoGiornoDiPermanenza } from '../../domain/permanenza.ts';
import { codiceDelGiorno, codiciFuoriPermanenza } from '../../domain/presenza.ts';
import { relazioneEntro } from '../../domain/scadenza-regola.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Contesto } from './contesto.ts';
import { dischargeAll } from './dimissione.ts';
import { agendaDopo } from './dimissione-agenda.ts';
import { getPermanenza } from './ingresso.ts';
import { regoleDi } from './regole.ts';

type Anteprima = Output<'dimissioni.preview'>;

/** What a dimissione on that day would do, nothing of it done. */
export function previewDimissione(ctx: Contesto, input: Parsed<'dimissioni.preview'>): Anteprima {
  const { dataDimissione } = input;
  const esito = isEsito(input.esito) ? input.esito : null;
  const permanenze = [...new Set([input.ingressoId, ...(input.insieme ?? [])])].map((id) =>
    getPermanenza(ctx.store, id),
  );
  const [prima] = permanenze;
  const { prenotati, udienze } = agendaDopo(ctx, permanenze, dataDimissione);
  const ostacolo = findOstacolo(ctx, input);
  const valida = prima !== undefined && dataDimissione >= prima.dataIngresso;
  return {
    ultimoGiorno: valida ? ultimoGiornoDiPermanenza({ ...prima, dataDimissione, esito }) : null,
    relazioneEntro: prima
      ? relazioneEntro(regoleDi(ctx.store), moduloDelGiorno(prima.assegnazioni, dataDimissione), dataDimissione)
      : null,
    membri: permanenze.map((p) => ({
      ...{ ingressoId: p.id, ospiteId: p.ospiteId, cognome: p.cognome, nome: p.nome },
      tolti: dataDimissione >= p.dataIngresso ? listTolti(ctx, { ...p, dataDimissione, esito }) : [],
      fuoriDal: findFuori(ctx, p.id, dataDimissione),
    })),
    agenda: { prenotati: prenotati.map(({ data }) => data), udienze: [...udienze] },
    ostacolo,
  };
}

/** Why it would be refused: the very gesture is tried, and undone. */
function findOstacolo(ctx: Contesto, input: Parsed<'dimissioni.preview'>): string | null {
  const dimissione = { ...input, destinazione: null, versoStruttura: null, versoModulo: null };
  try {
    ctx.store.prova((tx) => dischargeAll(ctx, tx, dimissione));
    return null;
  } catch (errore) {
    if (errore instanceof ErroreApprodo) return errore.messaggio;
    throw errore;
  }
}

function listTolti(ctx: Contesto, dopo: PermanenzaDelRegistro): Anteprima['membri'][number]['tolti'] {
  return listPresenzeIngresso(ctx.store, dopo.id).flatMap(({ mese, codici }) =>
    codiciFuoriPermanenza(dopo, mese, codici).map((giorno) => ({ giorno, codice: codiceDelGiorno(codici, giorno) })),
  );
}

/** The day of leaving of who would be discharged while away. */
function findFuori(ctx: Contesto, ingressoId: string, giorno: Giorno): Giorno | null {
  const aperta = listAssenzeIngresso(ctx.store, ingressoId).find(
    ({ uscita, rientro }) => uscita < giorno && (rientro === null || rientro > giorno),
  );
  return aperta?.uscita ?? null;
}
