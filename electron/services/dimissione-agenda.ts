import { listPrenotati, listUdienzeDopo, type Prenotato } from '../../db/reads/dimissione.ts';
import type { PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { listMesiChiusi } from '../../db/reads/mese.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import { type Giorno, meseDi } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import type { Contesto } from './contesto.ts';
import { sezioniPer } from './sezione.ts';

export interface AgendaDopo {
  /** visite, and incontri with nobody else, booked for who leaves */
  readonly prenotati: readonly Prenotato[];
  /** days of the hearings who asks may know of: they are not the struttura's to call off */
  readonly udienze: readonly Giorno[];
}

/** What is booked after a dimissione on that day for those who leave. Closed months are left alone. */
export function agendaDopo(ctx: Contesto, permanenze: readonly PermanenzaDelRegistro[], giorno: Giorno): AgendaDopo {
  const [prima] = permanenze;
  if (!prima) return { prenotati: [], udienze: [] };
  const chiusi = new Set(listMesiChiusi(ctx.store, prima.strutturaId));
  const persone = permanenze.map(({ personaId }) => personaId);
  const prenotati = listPrenotati(ctx.store, prima.strutturaId, persone, giorno);
  const lette = permanenze.filter(({ ospiteId }) => sezioniPer(ctx, ospiteId).has('giuridica'));
  return {
    prenotati: prenotati.filter(({ data }) => !chiusi.has(meseDi(data))),
    udienze: lette.flatMap(({ personaId }) => listUdienzeDopo(ctx.store, personaId, giorno)).toSorted(),
  };
}

/** Calls them off, where asked, or says that they are still there. */
export function annullaPrenotati(
  ctx: Contesto,
  tx: Scrittura,
  permanenze: readonly PermanenzaDelRegistro[],
  {
    dataDimissione,
    annullaAppuntamenti = false,
  }: { dataDimissione: Giorno; annullaAppuntamenti?: boolean | undefined },
): string[] {
  const { prenotati, udienze } = agendaDopo(ctx, permanenze, dataDimissione);
  if (annullaAppuntamenti) for (const { tabella, id } of prenotati) tx.update(tabella, id, { stato: 'annullato' });
  const dopo = `dopo il ${formatGiornoBreve(dataDimissione)}`;
  const quanti = prenotati.length === 1 ? 'un appuntamento' : `${prenotati.length} appuntamenti`;
  const avvisi: string[] = [];
  if (prenotati.length > 0)
    avvisi.push(
      annullaAppuntamenti
        ? `In agenda, ${dopo}: annullat${prenotati.length === 1 ? 'o' : 'i'} ${quanti}.`
        : `In agenda, ${dopo}: rest${prenotati.length === 1 ? 'a' : 'ano'} ${quanti}, da annullare o da tenere.`,
    );
  if (udienze.length > 0)
    avvisi.push(`Udienze ${dopo}: ${udienze.map(formatGiornoBreve).join(', ')}. Avvisare l’autorità o il difensore.`);
  return avvisi;
}
