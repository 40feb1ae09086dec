import { countDiarioOspite } from '../../db/reads/diario.ts';
import { contract, type NomeEndpoint, type Output, type Parsed } from '../contract/index.ts';
import type { Ruolo } from '../contract/ruolo.ts';
import { listAllegati } from './allegato.ts';
import { listAttivitaOspite } from './attivita.ts';
import type { Contesto } from './contesto.ts';
import { getGiuridica } from './giuridica.ts';
import { listIncontriOspite } from './incontro.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { listProgetti } from './progetto.ts';
import { listRelazioni } from './relazione.ts';
import { listVisiteOspite } from './visita.ts';

/** Each is the length of the list that the section itself asks for: a figure and its rows cannot differ. @throws ErroreApprodo `ospite.sconosciuto` */
export function countSezioni(ctx: Contesto, input: Parsed<'ospiti.countSezioni'>): Output<'ospiti.countSezioni'> {
  getRigaOspite(ctx.store, input.ospiteId);
  const se = (serve: NomeEndpoint, conta: () => number) => (isConcesso(ctx, serve) ? conta() : null);
  return {
    salute: se('visite.listOspite', () => listVisiteOspite(ctx, input).visite.length),
    incontri: se('incontri.listOspite', () => listIncontriOspite(ctx, input).incontri.length),
    attivita: se('attivita.listOspite', () => listAttivitaOspite(ctx, input).attivita.length),
    diario: se('diario.list', () => countDiarioOspite(ctx.store, input.ospiteId)),
    progetto: se('progetti.list', () => listProgetti(ctx, input).progetti.length),
    relazioni: se('relazioni.list', () => listRelazioni(ctx, input).relazioni.length),
    giuridica: se('giuridica.get', () => {
      const { misure, udienze, violazioni } = getGiuridica(ctx, input);
      return misure.length + udienze.length + violazioni.length;
    }),
    documenti: se('allegati.list', () => listAllegati(ctx, input).allegati.length),
  };
}

function isConcesso({ utente }: Contesto, serve: NomeEndpoint): boolean {
  const { ruoli } = contract[serve];
  return ruoli === 'pubblico' || (ruoli as readonly Ruolo[]).includes(utente.ruolo);
}
