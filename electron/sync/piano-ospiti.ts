import type { Riga } from '../../db/scrittura.ts';
import { normalizeCodiceFiscale } from '../../domain/codice-fiscale.ts';
import { chiaveNome } from '../../domain/persona.ts';
import type { PaccoLetto } from './pacco-read.ts';
import { type Confronto, isSospesa } from './piano-confronto.ts';
import {
  byId,
  isPiuNuova,
  NESSUNA_VERSIONE,
  type Operazione,
  type RigaEsistente,
  sostituisci,
  unisci,
  update,
} from './piano-unione.ts';
import type { RigaPacco } from './righe.ts';

/** Ospiti whose data came with the replaced parcel, and that this one does not simply overwrite. */
export function ospitiSospesi({ pacco, stato, sostituito }: Confronto): Riga<'ospiti'>[] {
  if (!sostituito) return [];
  const portati = new Set(pacco.righe.ospiti.map((ospite) => ospite.id));
  const { createdAtMs } = pacco.manifesto;
  return stato.ospiti.filter((riga) => isSospesa(riga, portati.has(riga.id), createdAtMs, sostituito.versione));
}

/**
 * Ospiti and their measures, as of the newest parcel in force that holds them. One device may send the same ospite from
 * several strutture: what orders its words is when it said them, not the chain of a struttura.
 */
export function pianificaOspiti(c: Confronto): Operazione[] {
  const noti = byId(c.stato.ospiti);
  const sospesi = new Set(ospitiSospesi(c).map((riga) => riga.id));
  const portati = c.pacco.righe.ospiti
    .filter((riga) => !sospesi.has(riga.id))
    .map((riga) => portaOspite(riga, c.pacco, noti.get(riga.id)));
  const senzaPacco: Operazione[] = [];
  for (const riga of ospitiSospesi(c)) {
    const pacco = findUltimo(c.fonti, riga.id);
    const erede = pacco && byId(pacco.righe.ospiti).get(riga.id);
    if (pacco && erede) portati.push(portaOspite(erede, pacco, { ...riga, versione: NESSUNA_VERSIONE }));
    else senzaPacco.push(update('ospiti', riga, { versione: NESSUNA_VERSIONE }, null));
  }
  const nuovi = portati.filter(isPiuNuova);
  return [...unisci('ospiti', portati).map(withPersona), ...senzaPacco, ...pianificaMisure(c, nuovi)];
}

type OspitePortato = ReturnType<typeof portaOspite>;

function portaOspite({ id, ...campi }: RigaPacco<'ospiti'>, pacco: PaccoLetto, esistente: RigaEsistente | undefined) {
  const codiceFiscale = campi.codiceFiscale === null ? null : normalizeCodiceFiscale(campi.codiceFiscale);
  const nascitaPresunta = campi.nascitaPresunta ?? false;
  const valori = { ...campi, nascitaPresunta, codiceFiscale, chiaveNome: chiaveNome(campi.cognome, campi.nome) };
  return { id, valori, versione: pacco.manifesto.createdAtMs, esistente, viva: null, pacco };
}

function withPersona(o: Operazione): Operazione {
  return o.op === 'insert' ? { ...o, riga: { ...o.riga, personaId: o.id } } : o;
}

function findUltimo(pacchi: readonly PaccoLetto[], ospiteId: string): PaccoLetto | undefined {
  const conLui = pacchi.filter(({ righe }) => righe.ospiti.some((ospite) => ospite.id === ospiteId));
  return conLui.toSorted((a, b) => b.manifesto.createdAtMs - a.manifesto.createdAtMs)[0];
}

/** The measures of an ospite are those of the parcel the ospite is as of. */
function pianificaMisure(c: Confronto, nuovi: readonly OspitePortato[]): Operazione[] {
  const note = byId(c.stato.misure);
  const ids = new Set(nuovi.map((ospite) => ospite.id));
  const portate = nuovi.flatMap(({ id: ospiteId, pacco, versione }) =>
    pacco.righe.misure
      .filter((misura) => misura.ospiteId === ospiteId)
      .map(({ id, ...valori }) => ({ id, valori, versione, esistente: note.get(id), viva: true })),
  );
  return sostituisci(
    'misure',
    portate,
    c.stato.misure.filter((misura) => ids.has(misura.ospiteId)),
  );
}
