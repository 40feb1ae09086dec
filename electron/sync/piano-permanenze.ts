import type { Riga } from '../../db/scrittura.ts';
import type { PaccoLetto } from './pacco-read.ts';
import { type Confronto, findFonte, getModulo, isPermanenzaViva, isSospesa, toccaMese } from './piano-confronto.ts';
import { pianificaFoglio } from './piano-foglio.ts';
import {
  byId,
  isPiuNuova,
  isViva,
  NESSUNA_VERSIONE,
  type Operazione,
  type RigaEsistente,
  sostituisci,
  unisci,
  update,
} from './piano-unione.ts';
import type { RigaPacco } from './righe.ts';

/** Stays whose data came with the replaced parcel, and that this one does not simply overwrite. */
export function permanenzeSospese({ pacco, stato, strutturaId, sostituito }: Confronto): Riga<'ingressi'>[] {
  if (!sostituito) return [];
  const portate = new Set(pacco.righe.ingressi.map((riga) => riga.id));
  const { numero } = pacco.manifesto;
  return stato.ingressi.filter(
    (riga) => riga.strutturaId === strutturaId && isSospesa(riga, portate.has(riga.id), numero, sostituito.numero),
  );
}

/** Stays with their moduli, as of the newest parcel in force that holds them; what the month no longer holds goes. */
export function pianificaPermanenze(c: Confronto): Operazione[] {
  const note = byId(c.stato.ingressi);
  const sospese = permanenzeSospese(c);
  const idSospese = new Set(sospese.map((riga) => riga.id));
  const portate = c.pacco.righe.ingressi
    .filter((riga) => !idSospese.has(riga.id))
    .map((riga) => portaPermanenza(c, riga, c.pacco, note.get(riga.id)));
  const senzaPacco: Operazione[] = [];
  for (const riga of sospese) {
    const pacco = findFonte(c, ({ ingressi }) => ingressi.some((altra) => altra.id === riga.id));
    const erede = pacco && byId(pacco.righe.ingressi).get(riga.id);
    if (pacco && erede) portate.push(portaPermanenza(c, erede, pacco, { ...riga, versione: NESSUNA_VERSIONE }));
    else senzaPacco.push(update('ingressi', riga, { versione: NESSUNA_VERSIONE }, isViva(riga) ? false : null));
  }
  const nuove = portate.filter(isPiuNuova);
  const decise = new Set([...nuove, ...sospese].map((riga) => riga.id));
  return [
    ...unisci('ingressi', nuove),
    ...senzaPacco,
    ...riesamina(c, decise),
    ...pianificaFoglio(c),
    ...pianificaAssegnazioni(c, nuove),
  ];
}

/** The stays of the month whose data this parcel does not decide: it may still be the one that is without them. */
function riesamina(c: Confronto, decise: ReadonlySet<string>): Operazione[] {
  const { mese } = c.pacco.manifesto;
  return c.stato.ingressi.flatMap((riga) => {
    if (riga.versione <= 0 || decise.has(riga.id) || !toccaMese(riga, mese)) return [];
    const viva = isPermanenzaViva(c, riga, riga.versione);
    return viva === isViva(riga) ? [] : [update('ingressi', riga, {}, viva)];
  });
}

type PermanenzaPortata = ReturnType<typeof portaPermanenza>;

function portaPermanenza(
  c: Confronto,
  { id, ...campi }: RigaPacco<'ingressi'>,
  pacco: PaccoLetto,
  esistente: RigaEsistente | undefined,
) {
  const versione = pacco.manifesto.numero;
  const valori = { ...campi, strutturaId: c.strutturaId };
  return { id, valori, versione, esistente, viva: isPermanenzaViva(c, campi, versione), pacco };
}

/** The moduli of a stay are those of the parcel the stay is as of. */
function pianificaAssegnazioni(c: Confronto, nuove: readonly PermanenzaPortata[]): Operazione[] {
  const note = byId(c.stato.assegnazioni);
  const ids = new Set(nuove.map((stay) => stay.id));
  const portate = nuove.flatMap(({ id: ingressoId, pacco, versione }) =>
    pacco.righe.assegnazioni
      .filter((riga) => riga.ingressoId === ingressoId)
      .map(({ id, moduloId, ...campi }) => ({
        ...{ id, versione, esistente: note.get(id), viva: true },
        valori: { ...campi, moduloId: getModulo(c, pacco, moduloId) },
      })),
  );
  return sostituisci(
    'assegnazioni',
    portate,
    c.stato.assegnazioni.filter((riga) => ids.has(riga.ingressoId)),
  );
}
