import { type RegolaScadenza, VOCI_REGOLA, type VoceRegola } from '../../domain/scadenza-regola.ts';
import dati from '../../resources/liste/scadenze-e-indicatori.json' with { type: 'json' };

interface Scritta {
  readonly voce: string;
  readonly etichetta: string;
  readonly giorni?: number;
  readonly ogniMesi?: number;
  /** as `giorni`, and again each time it is met */
  readonly ogniGiorni?: number;
  readonly anticipo?: number;
  readonly fonte: string;
}

/** A rule with its name and where it comes from. */
export interface RegolaPredefinita extends RegolaScadenza {
  readonly etichetta: string;
  readonly fonte: string;
}

/** How many days before a deadline is said, where the office has not said otherwise. */
const ANTICIPO = 30;
/** Those whose day is in the guest or in the modulo: they have no length of their own. */
const SENZA_LUNGHEZZA: ReadonlySet<VoceRegola> = new Set(['durata_massima', 'maggiore_eta']);

function leggi(voce: VoceRegola): RegolaPredefinita {
  const scritta = (dati.scadenze as readonly Scritta[]).find((una) => una.voce === voce);
  if (!scritta) throw new Error(`resources/liste has no deadline ${voce}`);
  const giorni = scritta.giorni ?? scritta.ogniGiorni ?? null;
  const mesi = SENZA_LUNGHEZZA.has(voce) ? null : (scritta.ogniMesi ?? null);
  const { etichetta, fonte } = scritta;
  const ripete = mesi !== null || scritta.ogniGiorni !== undefined;
  return { voce, etichetta, fonte, giorni, mesi, ripete, anticipo: scritta.anticipo ?? ANTICIPO, attiva: true };
}

/** The rules as the program brings them (resources/liste/scadenze-e-indicatori.json), in their order. */
export const REGOLE: readonly RegolaPredefinita[] = VOCI_REGOLA.map(leggi);

const PER_VOCE = new Map(REGOLE.map((regola) => [regola.voce, regola]));

export function regolaPredefinita(voce: VoceRegola): RegolaPredefinita {
  const regola = PER_VOCE.get(voce);
  if (!regola) throw new Error(`no rule ${voce}`);
  return regola;
}
