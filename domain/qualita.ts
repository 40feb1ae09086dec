import type { CodiceControllo, VoceControllo } from './controllo-dati.ts';
import type { Giorno } from './giorno.ts';

/** One thing to put right: where, what is wrong, why it matters, which field opens. */
export interface CompitoQualita {
  readonly regola: CodiceControllo;
  /** what the tasks of the same check are called together */
  readonly titolo: string;
  readonly ospiteId: string | null;
  readonly ingressoId: string | null;
  readonly cosa: string;
  readonly perche: string;
  /** which field, or part of a page, is to be filled */
  readonly campo: string;
  /** the first day it is about */
  readonly giorno: Giorno | null;
  /** how many lines of the checklist it stands for */
  readonly n: number;
}

/** Where a check is put right, when its line does not say. */
const CAMPO: Partial<Record<CodiceControllo, string>> = {
  giorni_senza_codice: 'presenze',
  codici_fuori_permanenza: 'presenze',
  codici_sconosciuti: 'presenze',
  senza_modulo: 'modulo',
  modulo_chiuso: 'modulo',
  dimissione_senza_esito: 'dimissione',
  relazione_in_scadenza: 'dimissione',
  allontanamento_aperto: 'dimissione',
  scheda_incompleta: 'scheda',
  oltre_durata_massima: 'durata',
  eventi_incompleti: 'incontri',
};

/** Which field a check is put right in, where its line does not say. */
export function campoDelControllo(codice: CodiceControllo): string | undefined {
  return CAMPO[codice];
}

/** What is not any guest's, or is not a matter of missing data. */
const ESCLUSI: ReadonlySet<CodiceControllo> = new Set(['quadratura', 'posti_superati', 'permanenze_sovrapposte']);

/**
 * The checklist of a month as small tasks: one for each check and stay, however many its days. `perche` says of each check
 * why it matters.
 */
export function compitiDi(
  voci: readonly VoceControllo[],
  perche: (codice: CodiceControllo) => string,
): CompitoQualita[] {
  return voci
    .filter((voce) => voce.gravita !== 'ok' && !ESCLUSI.has(voce.codice))
    .flatMap((voce) => {
      const gruppi = Map.groupBy(voce.righe, (riga, indice) => riga.ingressoId ?? `${indice}`);
      return [...gruppi.values()].map((righe) => {
        const [prima] = righe;
        const testo = senzaNome(prima?.testo ?? '', prima?.ingressoId !== undefined);
        return {
          regola: voce.codice,
          titolo: voce.titolo,
          ospiteId: prima?.ospiteId ?? null,
          ingressoId: prima?.ingressoId ?? null,
          cosa: righe.length === 1 ? testo : `${voce.titolo.toLocaleLowerCase('it')}: ${righe.length}`,
          perche: perche(voce.codice),
          campo: prima?.campo ?? campoDelControllo(voce.codice) ?? 'presenze',
          giorno: prima?.giorno ?? null,
          n: righe.length,
        };
      });
    });
}

/** A line about a stay begins with whose it is (`rigaDi`): a task says it apart. */
function senzaNome(testo: string, conNome: boolean): string {
  const due = testo.indexOf(': ');
  return conNome && due >= 0 ? testo.slice(due + 2) : testo;
}
