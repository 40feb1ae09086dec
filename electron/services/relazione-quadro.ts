import { listUdienze, listViolazioni } from '../../db/reads/giuridica.ts';
import { listMisure } from '../../db/reads/ospite.ts';
import { listPresenzeIngresso, listCodici as readCodici } from '../../db/reads/presenza.ts';
import { listAzioni, listObiettivi, listProgetti, listVerifiche } from '../../db/reads/progetto.ts';
import { type ContoFatti, countFatti, listAssenzePeriodo, listProtetti } from '../../db/reads/relazione.ts';
import { listModuli } from '../../db/reads/struttura.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { CodicePresenza } from '../../domain/codice.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { contaPermanenza } from '../../domain/permanenza-conto.ts';
import { type ContoMese, tabellaCodici } from '../../domain/presenza.ts';
import type { Contesto } from './contesto.ts';
import { getPermanenza } from './ingresso.ts';
import { listVoci } from './lista.ts';
import { getRigaOspite } from './ospite-riga.ts';

/** What the register knows of one stay in a period: what a report begins with. */
export interface QuadroRelazione {
  readonly ospite: Riga<'ospiti'>;
  readonly ingresso: Riga<'ingressi'>;
  readonly struttura: string;
  /** the label of a value; the value itself where the list has none */
  readonly etichetta: (lista: string, voce: string) => string;
  /** the modulo of the last day of the period */
  readonly modulo: string | null;
  /** the period asked for, cut to the stay */
  readonly dal: Giorno;
  readonly al: Giorno;
  readonly conto: ContoMese;
  readonly codici: readonly CodicePresenza[];
  readonly fatti: ContoFatti;
  readonly assenze: readonly Riga<'assenze'>[];
  readonly protetti: readonly Riga<'incontri'>[];
  readonly misure: readonly Riga<'misure'>[];
  readonly udienze: readonly Riga<'udienze'>[];
  readonly violazioni: readonly Riga<'violazioni'>[];
  /** the one in force at the end of the period; null: none was written */
  readonly progetto: Riga<'progetti'> | null;
  readonly obiettivi: readonly Riga<'obiettivi'>[];
  readonly azioni: readonly Riga<'azioni'>[];
  readonly verifiche: readonly Riga<'verifiche_progetto'>[];
}

/** @throws ErroreApprodo `ingresso.sconosciuto`, `relazione.periodo` */
export function loadQuadro(ctx: Contesto, input: { ingressoId: string; dal: Giorno; al: Giorno }): QuadroRelazione {
  const { store } = ctx;
  const p = getPermanenza(store, input.ingressoId);
  const ingresso = store.find('ingressi', p.id);
  const ospite = getRigaOspite(store, p.ospiteId);
  const dal = input.dal < p.dataIngresso ? p.dataIngresso : input.dal;
  const al = p.dataDimissione !== null && p.dataDimissione < input.al ? p.dataDimissione : input.al;
  if (!ingresso || al < dal)
    throw new ErroreApprodo(
      'relazione.periodo',
      'In questo periodo l’ospite non era nella struttura: controllare le due date.',
    );
  const codici = readCodici(store);
  const mesi = new Map(listPresenzeIngresso(store, p.id).map(({ mese, codici: lettere }) => [mese, lettere]));
  const periodo = { personaId: p.personaId, dal, al };
  const moduli = new Map(listModuli(store).map((modulo) => [modulo.id, modulo.nome]));
  const assegnazione = p.assegnazioni.findLast((una) => una.dal <= al);
  return {
    ...{ ospite, ingresso, dal, al, codici },
    etichetta: (lista, voce) => listVoci(lista, store).find((v) => v.voce === voce)?.etichetta ?? voce,
    struttura: store.find('strutture', p.strutturaId)?.nome ?? '',
    modulo: assegnazione ? (moduli.get(assegnazione.moduloId) ?? null) : null,
    conto: contaPermanenza(p, mesi, tabellaCodici(codici), { dal, al }),
    fatti: countFatti(store, periodo),
    assenze: listAssenzePeriodo(store, p.id, dal, al),
    protetti: listProtetti(store, periodo),
    misure: listMisure(store, p.personaId).filter((m) => m.dal <= al && (m.al === null || m.al >= dal)),
    udienze: listUdienze(store, p.personaId).filter(({ data }) => data >= dal && data <= al),
    violazioni: listViolazioni(store, p.personaId).filter(({ data }) => data >= dal && data <= al),
    ...progettoIl(ctx, p.personaId, p.id, al),
  };
}

/** The project in force on a day, with what hangs from it. */
function progettoIl(
  { store }: Contesto,
  personaId: string,
  ingressoId: string,
  giorno: Giorno,
): Pick<QuadroRelazione, 'progetto' | 'obiettivi' | 'azioni' | 'verifiche'> {
  const progetto = listProgetti(store, personaId).find((uno) => uno.ingressoId === ingressoId && uno.data <= giorno);
  if (!progetto) return { progetto: null, obiettivi: [], azioni: [], verifiche: [] };
  const obiettivi = listObiettivi(store, [progetto.id]);
  return {
    progetto,
    obiettivi,
    azioni: listAzioni(
      store,
      obiettivi.map(({ id }) => id),
    ),
    verifiche: listVerifiche(store, [progetto.id]).filter(({ data }) => data <= giorno),
  };
}
