import type { Confronto } from './piano-confronto.ts';
import { byId, type Operazione, type RigaEsistente, sostituisci } from './piano-unione.ts';

type TabellaEvento = 'visite' | 'incontri' | 'attivita';

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
  const versione = c.pacco.manifesto.numero;
  const esistenti: readonly RigaEsistente[] = c.stato[t];
  const noti = byId(esistenti);
  const righe: readonly ({ readonly id: string } & Record<string, unknown>)[] = c.pacco.righe[t];
  const portate = righe.map(({ id, ospiti: _partecipanti, ...campi }) => ({
    ...{ id, versione, esistente: noti.get(id), viva: true },
    valori: { ...campi, strutturaId: c.strutturaId },
  }));
  return sostituisci(t, portate, esistenti);
}

function pianificaPartecipanti({ pacco, stato }: Confronto, t: 'incontri' | 'attivita'): Operazione[] {
  return pacco.righe[t].flatMap(({ id, ospiti }): Operazione[] => {
    const prima = stato.partecipanti.get(id) ?? [];
    const dopo = [...new Set(ospiti)].sort();
    const uguali = prima.length === dopo.length && prima.every((ospite, index) => ospite === dopo[index]);
    return uguali ? [] : [{ op: 'partecipanti', t, id, ospiti: dopo }];
  });
}
