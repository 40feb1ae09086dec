import type { Mese } from '../../domain/giorno.ts';
import { type Confronto, rigaAltrui } from './piano-confronto.ts';
import { byId, type Operazione, type RigaEsistente, sostituisci } from './piano-unione.ts';

type TabellaEvento = 'visite' | 'incontri' | 'attivita';

/**
 * The id here of a visita, an incontro, an attivita. The month is part of it: the same one may be dated in two months by two
 * parcels, each authoritative for its own, until the corrected revision of the other arrives.
 */
export function idEvento(id: string, mese: Mese): string {
  return `${id}.${mese}`;
}

/** The month's facts are exactly those of the parcel in force for the month. */
export function pianificaFatti(c: Confronto): Operazione[] {
  return [
    ...pianificaPresenze(c),
    ...pianificaEventi(c, 'visite'),
    ...pianificaEventi(c, 'incontri'),
    ...pianificaEventi(c, 'attivita'),
    ...pianificaPartecipanti(c, 'incontri'),
    ...pianificaPartecipanti(c, 'attivita'),
  ];
}

function pianificaPresenze({ pacco, stato }: Confronto): Operazione[] {
  const { mese, numero: versione } = pacco.manifesto;
  const perStay = new Map(stato.presenze.map((riga) => [riga.ingressoId, riga]));
  const portate = pacco.righe.presenze.map(({ id, ...campi }) => ({
    ...{ id, valori: { ...campi, mese }, versione, esistente: perStay.get(campi.ingressoId), viva: true },
  }));
  return sostituisci('presenze', portate, stato.presenze);
}

function pianificaEventi(c: Confronto, t: TabellaEvento): Operazione[] {
  const { mese, numero: versione, struttura } = c.pacco.manifesto;
  const esistenti: readonly (RigaEsistente & { readonly strutturaId: string })[] = c.stato[t];
  if (esistenti.some((riga) => riga.strutturaId !== c.strutturaId)) throw rigaAltrui(struttura);
  const noti = byId(esistenti);
  const righe: readonly ({ readonly id: string } & Record<string, unknown>)[] = c.pacco.righe[t];
  const portate = righe.map(({ id, ospiti: _partecipanti, ...campi }) => ({
    ...{ id: idEvento(id, mese), versione, esistente: noti.get(idEvento(id, mese)), viva: true },
    valori: { ...campi, strutturaId: c.strutturaId },
  }));
  return sostituisci(t, portate, esistenti);
}

function pianificaPartecipanti({ pacco, stato }: Confronto, t: 'incontri' | 'attivita'): Operazione[] {
  return pacco.righe[t].flatMap(({ id, ospiti }): Operazione[] => {
    const qui = idEvento(id, pacco.manifesto.mese);
    const prima = stato.partecipanti.get(qui) ?? [];
    const dopo = [...new Set(ospiti)].sort();
    const uguali = prima.length === dopo.length && prima.every((ospite, index) => ospite === dopo[index]);
    return uguali ? [] : [{ op: 'partecipanti', t, id: qui, ospiti: dopo }];
  });
}
