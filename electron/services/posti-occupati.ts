import { listPermanenze, type PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import { listCodici, listPresenzeMese } from '../../db/reads/presenza.ts';
import { listModuli, listPosti, type Modulo } from '../../db/reads/struttura.ts';
import type { Store } from '../../db/store.ts';
import { moduloDelGiorno } from '../../domain/assegnazione.ts';
import { NON_REGISTRATA } from '../../domain/codice.ts';
import { type Giorno, meseDi } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import { isGiornoDiPermanenza } from '../../domain/permanenza.ts';
import { postiDelGiorno } from '../../domain/posti.ts';
import { codiceDelGiorno } from '../../domain/presenza.ts';

/** The letter of a day, by stay, where there is one. */
export function codiciDelGiorno(store: Store, strutturaId: string, giorno: Giorno): Map<string, string> {
  return new Map(
    listPresenzeMese(store, strutturaId, meseDi(giorno)).flatMap(({ ingressoId, codici }) => {
      const codice = codiceDelGiorno(codici, giorno);
      return codice === NON_REGISTRATA ? [] : [[ingressoId, codice] as const];
    }),
  );
}

/** Places kept on a day by these stays, by modulo (counting.md rule 2: C and A keep none). */
export function occupatiPerModulo(
  store: Store,
  permanenze: readonly PermanenzaDelRegistro[],
  codici: ReadonlyMap<string, string>,
  giorno: Giorno,
): Map<string | null, number> {
  const liberano = new Set(listCodici(store).flatMap((codice) => (codice.occupaPosto ? [] : [codice.voce])));
  const tengono = permanenze.filter((p) => !liberano.has(codici.get(p.id) ?? ''));
  const gruppi = Map.groupBy(tengono, (p) => moduloDelGiorno(p.assegnazioni, giorno));
  return new Map([...gruppi].map(([modulo, suoi]) => [modulo, suoi.length]));
}

/** What to say of the moduli where these stays are on that day, when more places are kept than there are. Never a refusal. */
export function avvisiPosti(store: Store, arrivati: readonly PermanenzaDelRegistro[], giorno: Giorno): string[] {
  const moduli = new Set(arrivati.map((p) => moduloDelGiorno(p.assegnazioni, giorno)));
  return listModuli(store).flatMap((modulo) => (moduli.has(modulo.id) ? avvisiOltre(store, modulo, giorno) : []));
}

/** What to say of a modulo on a day when more places are kept than there are. */
export function avvisiOltre(store: Store, modulo: Modulo, giorno: Giorno): string[] {
  const suoi = listPosti(store).filter((riga) => riga.moduloId === modulo.id);
  const { disponibili, accreditati } = postiDelGiorno(suoi, giorno);
  const occupati = occupatiIl(store, modulo.strutturaId, giorno).get(modulo.id) ?? 0;
  // no places written for that day: there is nothing to go beyond
  if (occupati <= disponibili || (disponibili === 0 && accreditati === 0)) return [];
  const quanti = occupati === 1 ? 'un posto occupato' : `${occupati} posti occupati`;
  return [
    `Il modulo ${modulo.nome} va oltre i suoi posti, ${formatGiorno(giorno)}: ${quanti} ${disponibili === 0 ? 'e nessuno disponibile' : `su ${disponibili}`}.`,
  ];
}

function occupatiIl(store: Store, strutturaId: string, giorno: Giorno): Map<string | null, number> {
  const permanenze = listPermanenze(store, giorno, giorno, strutturaId).filter((p) => isGiornoDiPermanenza(p, giorno));
  return occupatiPerModulo(store, permanenze, codiciDelGiorno(store, strutturaId, giorno), giorno);
}
