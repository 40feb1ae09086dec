import { type Assenza, assenzeDaiCodici, REGOLA_PREDEFINITA, trattoDi } from '../../domain/assenza.ts';
import { epochToGiorno, giornoToEpoch, type Mese, meseDi, primoGiorno } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { MESE_VUOTO, setCodice } from '../../domain/presenza.ts';
import type { IngressoNoto, Piano } from './foglio-piano-base.ts';
import type { Campi, Rifiuto } from './foglio-piano-campi.ts';
import { type Proposta, proposeRighe, type Regole, refuseRiga, writeRiga } from './foglio-piano-righe.ts';

type Candidata = Proposta<'assenze'> & { readonly ingresso: IngressoNoto; readonly assenza: Assenza };

/**
 * Assenze of the workbook beside the days of presenze as the workbook leaves them: the two say the same, or the assenza is
 * refused. Days with no code yet take the one of the assenza. What the grid says and no row does is left to the end of the
 * gesture (db/writes/assenza.ts).
 */
export function planAssenze(piano: Piano, regole: Regole): void {
  const candidate = proposeRighe(piano, 'assenze', regole).flatMap((proposta) => toCandidata(piano, proposta));
  let riempiti = 0;
  for (const [, sue] of Map.groupBy(candidate, ({ ingresso }) => ingresso.id)) riempiti += planPermanenza(piano, sue);
  if (riempiti > 0)
    piano.esito.remark(
      `Foglio assenze: nelle presenze sono stati scritti ${riempiti} codici, nei giorni che non ne avevano ancora.`,
    );
}

function toCandidata(piano: Piano, proposta: Proposta<'assenze'>): Candidata[] {
  const ingresso = piano.ingressi.resolve(String((proposta.riga as Campi)['ingresso']));
  return 'messaggio' in ingresso ? [] : [{ ...proposta, ingresso: ingresso.noto, assenza: toAssenza(proposta) }];
}

function toAssenza({ riga, nota, dopo }: Proposta<'assenze'>): Assenza {
  return assenzaDi(nota?.id ?? riga.id, dopo);
}

function assenzaDi(id: string, dopo: Campi): Assenza {
  const scritto = ['tipo', 'rientroPrevisto', 'accompagnatore', 'destinazione', 'motivo'];
  return {
    ...{ id, codice: String(dopo['codice']), uscita: String(dopo['uscita']) },
    rientro: typeof dopo['rientro'] === 'string' ? dopo['rientro'] : null,
    confermata: sino(dopo['confermata'], true),
    regola: {
      uscitaAssente: sino(dopo['uscitaAssente'], REGOLA_PREDEFINITA.uscitaAssente),
      rientroAssente: sino(dopo['rientroAssente'], REGOLA_PREDEFINITA.rientroAssente),
    },
    daGriglia: scritto.every((campo) => (dopo[campo] ?? null) === null),
  };
}

function sino(valore: unknown, altrimenti: boolean): boolean {
  return typeof valore === 'boolean' ? valore : altrimenti;
}

/** Writes the rows of one stay; returns how many days were given a code. */
function planPermanenza(piano: Piano, candidate: readonly Candidata[]): number {
  const [prima] = candidate;
  if (!prima) return 0;
  const { ingresso } = prima;
  let tenute = candidate;
  for (;;) {
    const griglia = new Griglia(piano, ingresso);
    const rifiutate = findContese(piano, tenute, griglia);
    if (rifiutate.size === 0) {
      for (const una of tenute) {
        const rifiuto = writeRiga(piano, 'assenze', una);
        if (rifiuto) refuseRiga(piano, 'assenze', una.riga, rifiuto);
      }
      return griglia.write(piano);
    }
    for (const [una, rifiuto] of rifiutate) refuseRiga(piano, 'assenze', una.riga, rifiuto);
    tenute = tenute.filter((una) => !rifiutate.has(una));
  }
}

/** The rows that the days of the grid do not bear out; the days without a code are given one as it goes. */
function findContese(piano: Piano, candidate: readonly Candidata[], griglia: Griglia): Map<Candidata, Rifiuto> {
  const quadro = {
    permanenza: griglia.ingresso.stay,
    regola: () => REGOLA_PREDEFINITA,
    codici: piano.codiciAssenza,
    oggi: piano.oggi,
  };
  const contese = new Map<Candidata, Rifiuto>();
  for (const una of candidate) {
    const rifiuto = griglia.accordo(piano, una.assenza, trattoDi(una.assenza, quadro));
    if (rifiuto) contese.set(una, rifiuto);
  }
  if (contese.size > 0) return contese;
  const nominate = new Set(candidate.map(({ assenza }) => assenza.id));
  const altre = piano.stato.listAssenze(griglia.ingresso.id).filter(({ id }) => !nominate.has(id));
  const tutte = [...candidate.map(({ assenza }) => assenza), ...altre.map((riga) => assenzaDi(riga.id, riga))];
  const dette = new Map(assenzeDaiCodici(tutte, griglia.giorni, quadro).map((assenza) => [assenza.id, assenza]));
  for (const una of candidate) {
    const detta = dette.get(una.assenza.id);
    if (detta?.uscita === una.assenza.uscita && detta.rientro === una.assenza.rientro) continue;
    contese.set(una, { colonna: 'uscita', valore: una.assenza.uscita, messaggio: ATTORNO });
  }
  return contese;
}

const ATTORNO =
  'Nelle presenze l’assenza comincia o finisce in un altro giorno, o è di un’altra riga: correggere l’una o le altre.';

/** The codes of one stay, month by month, as the workbook leaves them. */
class Griglia {
  readonly ingresso: IngressoNoto;
  readonly giorni = new Map<number, string>();
  private readonly mesi: Map<Mese, { readonly id: string | null; codici: string }>;
  private readonly riempiti = new Map<Mese, number>();

  constructor(piano: Piano, ingresso: IngressoNoto) {
    this.ingresso = ingresso;
    const note = piano.stato.listPresenze(ingresso.id).map(({ id, mese, codici, deletedAtMs }) => {
      return [mese, { id, codici: deletedAtMs === null ? codici : MESE_VUOTO }] as const;
    });
    const scritte = piano.presenzeScritte.get(ingresso.id) ?? [];
    this.mesi = new Map([...note, ...Array.from(scritte, ([mese, riga]) => [mese, { ...riga }] as const)]);
    for (const [mese, { codici }] of this.mesi) {
      const primo = giornoToEpoch(primoGiorno(mese));
      for (let i = 0; i < codici.length; i++) if (codici[i] !== '.') this.giorni.set(primo + i, codici.charAt(i));
    }
  }

  /** Gives the days of an assenza their code where they have none; says which one is in the way. */
  accordo(
    piano: Piano,
    { codice }: Assenza,
    { inizio, fine }: { readonly inizio: number; readonly fine: number },
  ): Rifiuto | undefined {
    for (let giorno = inizio; giorno < fine; giorno++) {
      const suo = this.giorni.get(giorno);
      if (suo === codice) continue;
      const data = epochToGiorno(giorno);
      const mese = meseDi(data);
      if (suo !== undefined)
        return {
          colonna: 'codice',
          valore: codice,
          messaggio: `Nelle presenze il ${formatGiornoBreve(data)} è «${suo}»: correggere l’assenza, o il codice di quel giorno.`,
        };
      if (piano.bloccoDi(this.ingresso.strutturaId, mese) !== undefined)
        return { colonna: 'uscita', valore: data, messaggio: piano.messaggioBlocco(this.ingresso.strutturaId, mese) };
      this.set(mese, giorno, codice);
    }
    return undefined;
  }

  private set(mese: Mese, giorno: number, codice: string): void {
    this.giorni.set(giorno, codice);
    const riga = this.mesi.get(mese) ?? { id: null, codici: MESE_VUOTO };
    riga.codici = setCodice(riga.codici, epochToGiorno(giorno), codice);
    this.mesi.set(mese, riga);
    this.riempiti.set(mese, (this.riempiti.get(mese) ?? 0) + 1);
  }

  write(piano: Piano): number {
    let quanti = 0;
    for (const [mese, n] of this.riempiti) {
      const riga = this.mesi.get(mese);
      if (!riga) continue;
      quanti += n;
      if (riga.id === null)
        piano.bozza.insert('presenze', {
          id: piano.nuovoId(),
          ingressoId: this.ingresso.id,
          mese,
          codici: riga.codici,
        });
      else piano.bozza.update('presenze', riga.id, { codici: riga.codici, deletedAtMs: null });
    }
    return quanti;
  }
}
