import { listPermanenzePersona, type PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { listAssenzeLunghe, listMisure, listSchede } from '../../db/reads/ospite.ts';
import { listModuli, listStrutture } from '../../db/reads/struttura.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { etaIl } from '../../domain/eta.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { nascitaDi } from '../../domain/nascita.ts';
import { giorniDiPermanenza } from '../../domain/permanenza.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { riferitoAl } from '../contract/scheda.ts';
import { listAvvertenze } from './avvertenza.ts';
import { listContatti } from './contatto.ts';
import type { Contesto } from './contesto.ts';
import { avvisiIdentita } from './ospite-identita.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { listRiservate } from './riservatezza.ts';
import { isLeggibile, type Sezioni, sezioniPer } from './sezione.ts';
import { listTappe } from './tappa.ts';

export type Cartella = Output<'ospiti.get'>;
type Scheda = Cartella['permanenze'][number]['scheda'];

/** A time away longer than this is drawn on the guest's path. */
const GIORNI_ASSENZA_LUNGA = 7;

/** Everything of one guest that who asks may read. @throws ErroreApprodo `ospite.sconosciuto` */
export function getOspite(ctx: Contesto, { ospiteId }: Parsed<'ospiti.get'>): Cartella {
  const { store } = ctx;
  const ospite = getRigaOspite(store, ospiteId);
  const sezioni = sezioniPer(ctx, ospiteId);
  const { cognome, nome, sesso, luogoNascita } = ospite;
  const { cittadinanza, codiceFiscale, tipoIdentificativo, personaId } = ospite;
  const { identificativoDal, luogoNascitaCodice, residenza, telefono, identitaDaConfermare } = ospite;
  const oggi = ctx.oggi();
  return {
    id: ospite.id,
    ...{ cognome, nome, sesso, dataNascita: nascitaDi(ospite), luogoNascita, cittadinanza },
    ...{ codiceFiscale, tipoIdentificativo },
    ...{ identificativoDal, luogoNascitaCodice, residenza, telefono, identitaDaConfermare },
    foto: ospite.fotoId !== null,
    avvertenze: listAvvertenze(store, personaId),
    avvisiIdentita: avvisiIdentita(ospite, oggi),
    assenzeLunghe: listAssenzeLunghe(store, personaId, oggi, GIORNI_ASSENZA_LUNGA),
    tappe: listTappe(ctx, personaId, sezioni),
    caseManager: caseManagerDi(store, personaId, oggi),
    eta: etaIl(ospite.dataNascita, oggi),
    permanenze: listPermanenzeOspite(ctx, personaId, sezioni),
    misure: sezioni.has('giuridica') ? listMisure(store, personaId).map(toMisura) : [],
    contatti: listContatti(store, personaId),
    ...listRiservate(ctx, ospiteId, sezioni),
  };
}

/** Who follows the guest in the stay that is going on. */
function caseManagerDi(store: Store, personaId: string, oggi: Giorno): string | null {
  const inCorso = [...listSchede(store, personaId).values()].find(
    ({ dataIngresso, dataDimissione }) => dataIngresso <= oggi && (dataDimissione === null || dataDimissione > oggi),
  );
  return inCorso?.caseManager ?? null;
}

function listPermanenzeOspite(ctx: Contesto, personaId: string, sezioni: Sezioni): Cartella['permanenze'] {
  const { store } = ctx;
  const schede = listSchede(store, personaId);
  const strutture = new Map(listStrutture(store).map((struttura) => [struttura.id, struttura]));
  const moduli = new Map(listModuli(store).map((modulo) => [modulo.id, modulo]));
  const permanenze = listPermanenzePersona(store, personaId).map((p) => ({
    ingressoId: p.id,
    struttura: {
      codice: strutture.get(p.strutturaId)?.codice ?? '',
      nome: strutture.get(p.strutturaId)?.nome ?? '',
    },
    ...pickPermanenza(p),
    giorni: giorniDiPermanenza(p, { dal: p.dataIngresso, al: ctx.oggi() }),
    moduli: p.assegnazioni.map(({ dal, moduloId }) => {
      const modulo = moduli.get(moduloId);
      return { dal, codice: modulo?.codice ?? '', nome: modulo?.nome ?? '', tipologia: modulo?.tipologia ?? '' };
    }),
    scheda: toScheda(schede.get(p.id), sezioni),
  }));
  return permanenze.toReversed();
}

function pickPermanenza(p: PermanenzaDelRegistro) {
  const { dataIngresso, dataDimissione, esito, destinazione, dataRelazione } = p;
  const { tipoIngresso, utenza, servizioInviante, entePagante } = p;
  return {
    ...{ dataIngresso, dataDimissione, esito, destinazione, dataRelazione },
    ...{ tipoIngresso, utenza, servizioInviante, entePagante },
  };
}

/** The scheda as it would be had nobody ever written what these sections do not show. */
export function toScheda(riga: Riga<'ingressi'> | undefined, sezioni: Sezioni): Scheda {
  const scheda: Scheda = {
    statoCivile: riga?.statoCivile ?? null,
    figliMinori: riga?.figliMinori ?? null,
    istruzione: riga?.istruzione ?? null,
    occupazione: riga?.occupazione ?? null,
    provenienza: riga?.provenienza ?? null,
    invalidita: riga?.invalidita ?? null,
    carcerazioni: riga?.carcerazioni ?? null,
    dipendenza: riga?.dipendenza ?? null,
    sostanzePrimarie: riga?.sostanzePrimarie ?? [],
    sostanzeSecondarie: riga?.sostanzeSecondarie ?? [],
    hiv: riga?.hiv ?? null,
    hcv: riga?.hcv ?? null,
    hivIl: riga?.hiv ? riferitoAl('hiv', riga) : null,
    hcvIl: riga?.hcv ? riferitoAl('hcv', riga) : null,
    invaliditaIl: riga?.invalidita ? riferitoAl('invalidita', riga) : null,
  };
  const visti = Object.entries(scheda).map(([campo, valore]) => [
    campo,
    isLeggibile(campo, sezioni) ? valore : Array.isArray(valore) ? [] : null,
  ]);
  return Object.fromEntries(visti) as Scheda;
}

function toMisura({ id, misura, dal, al, autorita, finePena }: Riga<'misure'>): Cartella['misure'][number] {
  return { id, misura, dal, al, autorita, finePena };
}
