import { listRegoleScadenza } from '../../db/reads/scadenza.ts';
import { listModuli } from '../../db/reads/struttura.ts';
import type { Store } from '../../db/store.ts';
import type { Durate } from '../../domain/durata-modulo.ts';
import { type Regole, regolaPer } from '../../domain/scadenza-regola.ts';
import { regolaPredefinita } from '../lista/regole-scadenza.ts';
import { listVoci } from './lista.ts';

/** The rules of the deadlines as they hold now, for any modulo: whoever tells a day asks them here. */
export function regoleDi(store: Store): Regole {
  const righe = listRegoleScadenza(store).map((riga) => ({ ...riga, voce: riga.regola }));
  return (voce, moduloId) => regolaPer(regolaPredefinita(voce), righe, moduloId);
}

/** How long the programme of each modulo lasts, by its tipologia (list tipologia_modulo). */
export function durateDi(store: Store): Durate {
  const tipologie = new Map(listModuli(store).map(({ id, tipologia }) => [id, tipologia]));
  const durate = new Map(listVoci('tipologia_modulo', store).map((voce) => [voce.voce, voce]));
  return { tipologiaDi: (moduloId) => tipologie.get(moduloId), durataDi: (tipologia) => durate.get(tipologia) };
}
