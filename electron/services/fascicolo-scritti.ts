import type { RighePersona } from '../../db/reads/fascicolo.ts';
import { listAzioni, listEvidenze, listFattiDi, listObiettivi, listVerifiche } from '../../db/reads/progetto.ts';
import { listStrutture } from '../../db/reads/struttura.ts';
import type { Store } from '../../db/store.ts';
import { sezioneDelTipo } from '../../domain/relazione.ts';
import type { Output } from '../contract/index.ts';
import type { Sezione } from '../contract/sezione.ts';
import type { Sezioni } from './sezione.ts';

type Fascicolo = Output<'fascicoli.get'>;
type Progetti = Pick<Fascicolo, 'progetti' | 'obiettivi' | 'azioni' | 'verificheProgetto' | 'evidenze'>;
type Scritti = Progetti & Pick<Fascicolo, 'diario' | 'udienze' | 'violazioni' | 'relazioni'>;

/** What was written of a person, as far as it may be read: diary, hearings and violations, project, reports. */
export function scrittiDi(store: Store, righe: RighePersona, sezioni: Sezioni): Scritti {
  const strutture = new Map(listStrutture(store).map(({ id, nome }) => [id, nome]));
  const giuridica = sezioni.has('giuridica');
  return {
    diario: righe.diario.map(({ data, ora, strutturaId, tipo, testo, autore }) => {
      return { data, ora, struttura: strutture.get(strutturaId) ?? '', tipo, testo, autore };
    }),
    udienze: giuridica
      ? righe.udienze.map(({ data, ora, autorita, luogo, esito }) => ({ data, ora, autorita, luogo, esito }))
      : [],
    violazioni: giuridica
      ? righe.violazioni.map(({ data, fatto, comunicataA, comunicataIl }) => {
          return { data, fatto, comunicataA, comunicataIl };
        })
      : [],
    ...progettiDi(store, righe, strutture),
    relazioni: relazioniDi(righe, sezioni),
  };
}

function progettiDi(store: Store, righe: RighePersona, strutture: ReadonlyMap<string, string>): Progetti {
  const dove = new Map(righe.ingressi.map(({ id, strutturaId }) => [id, strutture.get(strutturaId) ?? '']));
  const progetti = new Map(righe.progetti.map((progetto) => [progetto.id, progetto.data]));
  const obiettivi = listObiettivi(store, [...progetti.keys()]);
  const testi = new Map(obiettivi.map(({ id, testo }) => [id, testo]));
  const evidenze = listEvidenze(store, [...testi.keys()]);
  const personaId = righe.ospiti[0]?.personaId ?? '';
  const fatti = listFattiDi(
    store,
    personaId,
    evidenze.map(({ rigaId }) => rigaId),
  );
  const giorni = new Map(fatti.map(({ rigaId, data }) => [rigaId, data]));
  return {
    progetti: righe.progetti.map(({ data, al, sintesi, redattoDa, condivisoCon, ingressoId }) => {
      return { data, al, sintesi, redattoDa, condivisoCon, struttura: dove.get(ingressoId) ?? '' };
    }),
    obiettivi: obiettivi.map(({ progettoId, area, testo, indicatore, entro, stato }) => {
      const progetto = progetti.get(progettoId) ?? '';
      return { progetto, ambito: area, testo, indicatore, entro, statoObiettivo: stato };
    }),
    azioni: listAzioni(store, [...testi.keys()]).map(({ obiettivoId, testo, chi, entro, fattaIl }) => {
      return { obiettivo: testi.get(obiettivoId) ?? '', testo, chi, entro, fattaIl };
    }),
    verificheProgetto: listVerifiche(store, [...progetti.keys()]).map((riga) => {
      const { progettoId, data, esito, partecipanti, prossima } = riga;
      return { progetto: progetti.get(progettoId) ?? '', data, esito, partecipanti, prossima };
    }),
    evidenze: evidenze.flatMap(({ obiettivoId, tabella, rigaId }) => {
      const data = giorni.get(rigaId);
      return data === undefined ? [] : [{ obiettivo: testi.get(obiettivoId) ?? '', registro: tabella, data }];
    }),
  };
}

/** Of a report, the sections that may be read; none of it where it tells by itself what may not be known. */
function relazioniDi(righe: RighePersona, sezioni: Sezioni): Fascicolo['relazioni'] {
  return righe.relazioni.flatMap(({ data, tipo, destinatario, autore, inviataIl, sezioni: tutte }) => {
    const riservata = sezioneDelTipo(tipo);
    if (riservata !== null && !sezioni.has(riservata)) return [];
    const lette = tutte.filter((una) => !una.riservata || sezioni.has(una.riservata as Sezione));
    const testo = lette.map((una) => `${una.titolo}\n${una.testo}`).join('\n\n');
    return [{ data, relazione: tipo, destinatario, autore, inviataIl, testo }];
  });
}
