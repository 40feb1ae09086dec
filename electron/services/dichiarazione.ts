import { listPermanenzePersona, type PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { listCodici, listPresenzeIngresso } from '../../db/reads/presenza.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Periodo } from '../../domain/giorno.ts';
import { nascitaDi } from '../../domain/nascita.ts';
import { catenaDi } from '../../domain/permanenza.ts';
import { contaPermanenza } from '../../domain/permanenza-conto.ts';
import { tabellaCodici } from '../../domain/presenza.ts';
import type { Output, Parsed } from '../contract/index.ts';
import type { Contesto } from './contesto.ts';
import { getPermanenza } from './ingresso.ts';
import { getRiga } from './modifica.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { sezioniPer } from './sezione.ts';

/**
 * What the register knows of the presence of a guest in a period: over the stays joined by transfer to the one named, the whole
 * time in the organisation, and house by house.
 * @throws ErroreApprodo `ingresso.sconosciuto`, `dichiarazione.periodo`, `riga.sconosciuta`
 */
export function getDichiarazione(ctx: Contesto, input: Parsed<'dichiarazioni.get'>): Output<'dichiarazioni.get'> {
  const { store } = ctx;
  const p = getPermanenza(store, input.ingressoId);
  const ospite = getRigaOspite(store, p.ospiteId);
  const catena = catenaDi(listPermanenzePersona(store, p.personaId), p.id);
  const [prima = p, ultima = p] = [catena[0], catena.at(-1)];
  const dal = input.dal < prima.dataIngresso ? prima.dataIngresso : input.dal;
  const al = [input.al, ctx.oggi(), ultima.dataDimissione ?? input.al].toSorted()[0] ?? input.al;
  if (al < dal)
    throw new ErroreApprodo(
      'dichiarazione.periodo',
      'In questo periodo l’ospite non era nella struttura: controllare le due date.',
    );
  const { cognome, nome, sesso, luogoNascita, codiceFiscale } = ospite;
  const struttura = store.find('strutture', ultima.strutturaId);
  return {
    ospiteId: ospite.id,
    ...{ cognome, nome, sesso, dataNascita: nascitaDi(ospite), luogoNascita, codiceFiscale },
    anonimo: ospite.tipoIdentificativo === 'ANON',
    struttura: {
      nome: struttura?.nome ?? '',
      indirizzo: struttura?.indirizzo ?? null,
      cap: struttura?.cap ?? null,
      comune: struttura?.comune ?? null,
      provincia: struttura?.provincia ?? null,
      telefono: struttura?.telefono ?? null,
    },
    installazione: store.findImpostazione('nome') ?? '',
    ...{ dataIngresso: prima.dataIngresso, dataDimissione: ultima.dataDimissione, dal, al },
    ...conta(store, catena, { dal, al }),
    udienza: input.udienzaId === null ? null : udienzaDi(ctx, ospite.id, input.udienzaId),
  };
}

/** The days of the period, of all the stays and of each. */
function conta(store: Store, catena: readonly PermanenzaDelRegistro[], periodo: Periodo) {
  const codici = listCodici(store);
  const tabella = tabellaCodici(codici);
  const conti = catena.map((p) => {
    const mesi = new Map(listPresenzeIngresso(store, p.id).map(({ mese, codici: lettere }) => [mese, lettere]));
    return { p, conto: contaPermanenza(p, mesi, tabella, periodo) };
  });
  const somma = (di: (conto: (typeof conti)[number]['conto']) => number) =>
    conti.reduce((totale, { conto }) => totale + di(conto), 0);
  return {
    tappe: conti.map(({ p, conto }) => ({
      struttura: store.find('strutture', p.strutturaId)?.nome ?? '',
      ...{ dal: p.dataIngresso, al: p.dataDimissione },
      ...{ giorniPermanenza: conto.giorni, giorniPresenza: conto.presenza },
    })),
    giorniPermanenza: somma((conto) => conto.giorni),
    giorniPresenza: somma((conto) => conto.presenza),
    senzaCodice: somma((conto) => conto.mancanti),
    altri: codici.flatMap(({ presente, voce, etichetta }) => {
      const giorni = presente ? 0 : somma((conto) => conto.perCodice[voce] ?? 0);
      return giorni === 0 ? [] : [{ significato: etichetta, giorni }];
    }),
  };
}

/** Of who does not read the section, no hearing. */
function udienzaDi(ctx: Contesto, ospiteId: string, udienzaId: string): Output<'dichiarazioni.get'>['udienza'] {
  if (!sezioniPer(ctx, ospiteId).has('giuridica')) return null;
  const udienza = getRiga(ctx.store, 'udienze', udienzaId);
  if (getRigaOspite(ctx.store, udienza.ospiteId).personaId !== getRigaOspite(ctx.store, ospiteId).personaId)
    return null;
  const { data, ora, autorita, luogo } = udienza;
  return { data, ora, autorita, luogo };
}
