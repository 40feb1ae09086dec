import { listPermanenze, type PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { findMese } from '../../db/reads/mese.ts';
import { listCodici, listPresenzeMese } from '../../db/reads/presenza.ts';
import { listAnagrafiche, listAssenzeOltre, listRelazioniInviate, listSospesi } from '../../db/reads/qualita.ts';
import { listModuli, listPosti, type Struttura } from '../../db/reads/struttura.ts';
import type { Store } from '../../db/store.ts';
import { aperteInsieme } from '../../domain/apertura.ts';
import { stranezzaRelazione } from '../../domain/appuntamento.ts';
import type { AnagraficaControllo, DatiControllo } from '../../domain/controllo-dati.ts';
import { controllaMese, type VoceControllo } from '../../domain/controllo-mese.ts';
import { computeFlusso } from '../../domain/flusso.ts';
import { addMesi, type Giorno, type Mese, meseDi, periodoDelMese } from '../../domain/giorno.ts';
import type { Liste } from '../../domain/lista.ts';
import { nomeScritto } from '../../domain/persona.ts';
import { MESE_VUOTO } from '../../domain/presenza.ts';
import { listeDi } from './lista.ts';
import { listDimenticate } from './permanenza-dimenticata.ts';
import { regoleDi } from './regole.ts';
import { type Lettore, permanenzaVista } from './sezione.ts';

interface Opzioni {
  /** as who asks may know it: what a scheda lacks is no closing's business */
  readonly lettore?: Lettore;
  /** with today, the checks on who the guests are and on what was booked are made too */
  readonly oggi?: Giorno;
  /** days after this one are not missing yet */
  readonly finoA?: Giorno;
}

/** The checklist of a month of a struttura. */
export function controlloDi(store: Store, struttura: Struttura, mese: Mese, opzioni: Opzioni = {}): VoceControllo[] {
  const { lettore, oggi, finoA } = opzioni;
  const periodo = periodoDelMese(mese);
  const codici = new Map(listPresenzeMese(store, struttura.id, mese).map((riga) => [riga.ingressoId, riga.codici]));
  const moduli = listModuli(store)
    .filter((modulo) => modulo.strutturaId === struttura.id)
    .map((modulo) => ({ ...modulo, apertura: aperteInsieme(modulo, struttura) }));
  const ids = new Set(moduli.map((modulo) => modulo.id));
  const anagrafiche =
    oggi === undefined ? new Map<string, AnagraficaControllo>() : listAnagrafiche(store, periodo, struttura.id);
  const liste = listeDi(store);
  const vista = (chi: AnagraficaControllo & { ospiteId: string }) => (lettore ? permanenzaVista(chi, lettore) : chi);
  return controllaMese({
    mese,
    permanenze: listPermanenze(store, periodo.dal, periodo.al, struttura.id).map((p) => {
      const anagrafica = anagrafiche.get(p.id);
      return {
        ...daControllare(p, lettore),
        codici: codici.get(p.id) ?? MESE_VUOTO,
        ...(anagrafica === undefined ? {} : { anagrafica: vista({ ospiteId: p.ospiteId, ...anagrafica }) }),
      };
    }),
    moduli,
    posti: listPosti(store).filter((riga) => ids.has(riga.moduloId)),
    codici: listCodici(store),
    durateMassime: liste.voci('tipologia_modulo'),
    regole: regoleDi(store),
    flussoPrecedente: flussoPrima(store, struttura, mese),
    ...(finoA === undefined ? {} : { finoA }),
    ...(oggi === undefined ? {} : aperti(store, struttura.id, mese, oggi, liste)),
  });
}

function daControllare(p: PermanenzaDelRegistro, lettore: Lettore | undefined) {
  return {
    ingressoId: p.id,
    ospiteId: p.ospiteId,
    personaId: p.personaId,
    nome: nomeScritto(p),
    utenza: p.utenza,
    dataIngresso: p.dataIngresso,
    dataDimissione: p.dataDimissione,
    esito: p.esito,
    assegnazioni: p.assegnazioni,
    profilo: lettore ? permanenzaVista(p, lettore) : p,
    dataRelazione: p.dataRelazione,
    finePrevista: p.finePrevista,
  };
}

/** The flow with which the month before was closed; null when it was not. */
function flussoPrima(store: Store, struttura: Struttura, mese: Mese): DatiControllo['flussoPrecedente'] {
  const precedente = addMesi(mese, -1);
  if (findMese(store, struttura.id, precedente)?.stato !== 'chiuso') return null;
  const periodo = periodoDelMese(precedente);
  return computeFlusso(listPermanenze(store, periodo.dal, periodo.al, struttura.id), periodo);
}

/** What is still open of the month: returns not written, appointments of which nobody said whether they were done. */
function aperti(
  store: Store,
  strutturaId: string,
  mese: Mese,
  oggi: Giorno,
  liste: Liste,
): Pick<DatiControllo, 'assenzeOltre' | 'senzaCodici' | 'appuntamentiSospesi' | 'relazioniStrane'> {
  const periodo = periodoDelMese(mese);
  const fino = periodo.al < oggi ? periodo.al : oggi;
  const lista = { visita: 'visita', incontro: 'servizio', attivita: 'area_attivita' } as const;
  // of a month that is over, what it holds says it all
  const senzaCodici = meseDi(oggi) === mese ? listDimenticate(store, strutturaId, oggi) : [];
  return {
    senzaCodici,
    assenzeOltre: listAssenzeOltre(store, strutturaId, fino),
    appuntamentiSospesi: listSospesi(store, strutturaId, periodo, oggi).map((riga) => ({
      ...riga,
      voce: liste.etichetta(lista[riga.genere], riga.voce),
    })),
    relazioniStrane: listRelazioniInviate(store, strutturaId, periodo).flatMap((riga) => {
      const stranezza = stranezzaRelazione(riga, oggi);
      return stranezza === null ? [] : [{ ...riga, voce: liste.etichetta('servizio', riga.servizio), stranezza }];
    }),
  };
}
