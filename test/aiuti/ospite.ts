import type { NuovaRiga } from '../../db/scrittura.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { registerIngresso } from '../../electron/services/ingresso.ts';

export interface OspiteDiProva {
  readonly ospiteId: string;
  readonly ingressoId: string;
}

/** One invented guest with a stay in CASA00, through the door everyone uses. */
export function ospiteDiProva(ctx: Contesto, altro: { cognome?: string; dataIngresso?: string } = {}): OspiteDiProva {
  return registerIngresso(ctx, {
    struttura: 'CASA00',
    ospite: {
      cognome: altro.cognome ?? 'Ferrari',
      nome: 'Bruno',
      sesso: 'M',
      dataNascita: '1983-07-14',
      luogoNascita: 'Brescia',
      cittadinanza: 'IT',
      codiceFiscale: null,
      tipoIdentificativo: null,
    },
    dataIngresso: altro.dataIngresso ?? '2025-01-13',
    modulo: 'CASA00-TR',
    tipoIngresso: 'nuovo',
    utenza: 'DUS',
    servizioInviante: 'SerD di prova',
    entePagante: 'ATS',
  });
}

/** What a workbook or a parcel would have written in the protected sections. */
export interface Riservato {
  readonly scheda?: Partial<NuovaRiga<'ingressi'>>;
  readonly misure?: readonly Omit<NuovaRiga<'misure'>, 'ospiteId'>[];
  readonly note?: readonly Omit<NuovaRiga<'note_riservate'>, 'ospiteId'>[];
}

export function scriviRiservato(ctx: Contesto, { ospiteId, ingressoId }: OspiteDiProva, riservato: Riservato): void {
  ctx.store.write({ azione: 'prova', accountId: null, utente: 'prova' }, (tx) => {
    tx.update('ingressi', ingressoId, riservato.scheda ?? {});
    for (const misura of riservato.misure ?? []) tx.insert('misure', { ospiteId, ...misura });
    for (const nota of riservato.note ?? []) tx.insert('note_riservate', { ospiteId, ...nota });
  });
}

/** The same context as somebody else. */
export function come(ctx: Contesto, ruolo: Contesto['utente']['ruolo'], nome = `${ruolo} di prova`): Contesto {
  return { ...ctx, utente: { accountId: `account-${ruolo}`, nome, ruolo } };
}
