import type { z } from 'zod';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { type Nascita, precedeNascita } from '../../domain/nascita.ts';
import { type CampoScheda, LISTA_CAMPO, type schedaParziale, VALORI_CAMPO } from '../contract/scheda.ts';
import { isVoce } from './lista.ts';
import { isLeggibile, type Sezioni } from './sezione.ts';

export type SchedaParziale = z.output<typeof schedaParziale>;

/**
 * Some fields of a scheda as they are to be written: only those given, each with a value its list knows.
 * @throws ErroreApprodo `lista.voce`
 */
export function schedaScritta(store: Store, scheda: SchedaParziale): SchedaParziale {
  const dati = Object.entries(scheda).filter(([, valore]) => valore !== undefined);
  for (const [campo, valore] of dati)
    for (const voce of Array.isArray(valore) ? valore : [valore])
      if (typeof voce === 'string') assertVoce(store, campo as CampoScheda, voce);
  return Object.fromEntries(dati);
}

/** @throws ErroreApprodo `lista.voce` */
export function assertVoce(store: Store, campo: CampoScheda, voce: string): void {
  const lista = LISTA_CAMPO[campo];
  const nota = lista === undefined ? (VALORI_CAMPO[campo]?.includes(voce) ?? true) : isVoce(lista, voce, store);
  if (nota) return;
  const cosa = campo === 'utenza' ? `La tipologia di utenza «${voce}»` : `La voce «${voce}»`;
  throw new ErroreApprodo('lista.voce', `${cosa} non è nell’elenco: sceglierla dall’elenco.`);
}

/** How the day of a declaration is called in a remark. */
const DICHIARATO = {
  dichiaratoIl: 'Dichiarato il',
  hivIl: 'HIV, dichiarato il',
  hcvIl: 'HCV, dichiarato il',
  invaliditaIl: 'Invalidità, dichiarata il',
} as const;

/** What to say of the days just written of the declarations that no declaration can have. Remarks, never a refusal. */
export function avvisiDichiarazioni(scheda: SchedaParziale, nascita: Nascita, oggi: Giorno): string[] {
  return (Object.keys(DICHIARATO) as (keyof typeof DICHIARATO)[]).flatMap((campo) => {
    const giorno = scheda[campo];
    const strano = giorno ? stranezza(giorno, nascita, oggi) : null;
    return giorno && strano
      ? [`${DICHIARATO[campo]} ${formatGiornoBreve(giorno)}: ${strano}. Controllare la data.`]
      : [];
  });
}

function stranezza(giorno: Giorno, nascita: Nascita, oggi: Giorno): string | null {
  if (giorno > oggi) return 'deve ancora venire';
  return precedeNascita(giorno, nascita) ? 'è prima della nascita' : null;
}

/**
 * Who may not read a field may not write it: neither over what others wrote, nor to blank it.
 * @throws ErroreApprodo `sezione.vietata`
 */
export function assertScrivibile(scheda: SchedaParziale, sezioni: Sezioni): void {
  const vietato = Object.entries(scheda).some(
    ([campo, valore]) =>
      !isLeggibile(campo, sezioni) && !(valore === null || (Array.isArray(valore) && valore.length === 0)),
  );
  if (vietato) throw vietata();
}

/** As `assertScrivibile`, for a correction: here an empty value is a deletion. @throws ErroreApprodo `sezione.vietata` */
export function assertCorreggibile(campi: Iterable<string>, sezioni: Sezioni): void {
  for (const campo of campi) if (!isLeggibile(campo, sezioni)) throw vietata();
}

function vietata(): ErroreApprodo {
  return new ErroreApprodo(
    'sezione.vietata',
    'Uno di questi campi non si scrive con questo accesso: lo scrive chi segue quella parte della scheda. Gli altri si possono salvare.',
  );
}
