import type { StatoCentrale } from '../../db/reads/centrale.ts';
import type { Pacco } from '../../db/reads/pacco.ts';
import type { Riga } from '../../db/scrittura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { type Mese, meseDi } from '../../domain/giorno.ts';
import { chiaveNome, stessaPersona } from '../../domain/persona.ts';
import type { Manifesto } from './manifesto.ts';
import type { PaccoLetto } from './pacco-read.ts';
import { type Operazione, type RigaPortata, unisci } from './piano-unione.ts';
import type { RigaPacco } from './righe.ts';

/**
 * What an incoming parcel would do, decided without touching the store. The central data are a function of the parcels
 * received, whatever their order: a row is as the parcel with the highest number that holds it; a month's facts live if
 * the month's winning revision holds them; a stay lives unless a later parcel, authoritative for a month the stay touches,
 * no longer holds it (electron/sync/README.md).
 */
export interface Piano {
  /** invariato: nothing to do, or an older revision; sostituito: takes the place of an earlier revision */
  readonly stato: 'importato' | 'invariato' | 'sostituito';
  readonly motivo?: string;
  /** already received, byte for byte the same content: there is nothing even to record */
  readonly replicato: boolean;
  readonly operazioni: readonly Operazione[];
  /** parcels of the month that this one replaces */
  readonly superati: readonly string[];
  /** ospiti whose identity is new or changed: who is one person with whom is decided after */
  readonly identitaCambiate: readonly string[];
  readonly avvisi: readonly string[];
}

/** @throws ErroreApprodo `pacco.biforcato` when that place of the chain is taken by other content */
export function pianifica({ manifesto: m, righe, impronta }: PaccoLetto, stato: StatoCentrale): Piano {
  if (stato.pacchi.some((pacco) => pacco.impronta === impronta))
    return { ...NIENTE, stato: 'invariato', replicato: true, motivo: 'già importato' };
  if (stato.pacchi.some((pacco) => pacco.numero === m.numero))
    throw new ErroreApprodo(
      'pacco.biforcato',
      `Il pacco numero ${m.numero} di ${m.struttura} è già arrivato con un contenuto diverso: forse la comunità ha ripristinato una copia vecchia; sentirla prima di importare.`,
    );
  const delMese = stato.pacchi.filter((pacco) => pacco.mese === m.mese);
  const vincente = delMese.every((pacco) => isPiuRecente(m, pacco));
  const applicati = mesiApplicati(stato.pacchi);
  if (vincente) applicati.set(m.mese, m.numero);
  const unione = new Unione(m, stato, applicati, vincente);
  const operazioni = unione.run(righe);
  return {
    stato: vincente ? (delMese.length > 0 ? 'sostituito' : 'importato') : 'invariato',
    ...(vincente ? {} : { motivo: `superato dalla revisione ${Math.max(...delMese.map((pacco) => pacco.revisione))}` }),
    replicato: false,
    operazioni,
    superati: vincente ? delMese.filter((pacco) => pacco.stato !== 'superato').map((pacco) => pacco.id) : [],
    identitaCambiate: operazioni
      .filter((o) => o.t === 'ospiti' && toccaIdentita(o))
      .map((o) => ('id' in o ? o.id : '')),
    avvisi: avvisiIntrinseci(m, righe.presenze, stato.codici),
  };
}

const NIENTE = { operazioni: [], superati: [], identitaCambiate: [], avvisi: [] };

function isPiuRecente(m: Manifesto, pacco: Pacco): boolean {
  return m.revisione === pacco.revisione ? m.numero > pacco.numero : m.revisione > pacco.revisione;
}

/** For each month, the number of its winning parcel: the highest revision. */
export function mesiApplicati(pacchi: readonly Pacco[]): Map<Mese, number> {
  const vincenti = new Map<Mese, Pacco>();
  for (const pacco of pacchi) {
    const altro = vincenti.get(pacco.mese);
    const vince =
      !altro ||
      pacco.revisione > altro.revisione ||
      (pacco.revisione === altro.revisione && pacco.numero > altro.numero);
    if (vince) vincenti.set(pacco.mese, pacco);
  }
  return new Map([...vincenti].map(([mese, pacco]) => [mese, pacco.numero]));
}

function toccaIdentita(o: Operazione): boolean {
  return (
    o.op === 'insert' ||
    (o.op === 'update' && ['chiaveNome', 'dataNascita', 'codiceFiscale'].some((k) => k in o.modifica))
  );
}

function avvisiIntrinseci(
  m: Manifesto,
  presenze: readonly RigaPacco<'presenze'>[],
  noti: ReadonlySet<string>,
): string[] {
  const avvisi: string[] = [];
  if (m.mancanti > 0) avvisi.push(m.mancanti === 1 ? '1 giorno senza codice' : `${m.mancanti} giorni senza codice`);
  const lettere = new Set(presenze.flatMap((riga) => [...riga.codici]));
  const ignote = [...lettere].filter((lettera) => lettera !== '.' && !noti.has(lettera)).sort();
  if (ignote.length > 0)
    avvisi.push(`Codici di presenza sconosciuti all’Accoglienza, non contati: ${ignote.join(', ')}`);
  return avvisi;
}

/** The merge of one parcel, table by table, parents first. */
class Unione {
  private readonly m: Manifesto;
  private readonly stato: StatoCentrale;
  private readonly applicati: ReadonlyMap<Mese, number>;
  private readonly vincente: boolean;
  private readonly strutturaId: string;
  private readonly moduli = new Map<string, string>();

  constructor(m: Manifesto, stato: StatoCentrale, applicati: ReadonlyMap<Mese, number>, vincente: boolean) {
    this.m = m;
    this.stato = stato;
    this.applicati = applicati;
    this.vincente = vincente;
    this.strutturaId = stato.struttura?.id ?? '';
  }

  run(righe: PaccoLetto['righe']): Operazione[] {
    const [riga] = righe.strutture;
    if (righe.strutture.length !== 1 || riga?.codice !== this.m.struttura)
      throw new ErroreApprodo(
        'pacco.contenuto',
        'Il pacco non contiene la struttura che dichiara: avvisare la comunità, che deve riesportarlo.',
      );
    return [
      ...this.struttura(riga),
      ...this.moduliEPosti(righe, this.strutturaId || riga.id),
      ...this.ospiti(righe.ospiti),
      ...this.permanenze(righe, this.strutturaId || riga.id),
      ...this.fatti(righe, this.strutturaId || riga.id),
    ];
  }

  private struttura({ id, ...valori }: RigaPacco<'strutture'>): Operazione[] {
    return unisci('strutture', this.m.numero, [{ id, valori, esistente: this.stato.struttura, viva: true }], []);
  }

  /** Moduli never go (an older month may need them); places are exactly those of the newest parcel. */
  private moduliEPosti({ moduli, posti }: PaccoLetto['righe'], strutturaId: string): Operazione[] {
    const perCodice = new Map(this.stato.moduli.map((modulo) => [modulo.codice, modulo]));
    const portati = moduli.map(({ id, ...valori }) => {
      const esistente = perCodice.get(valori.codice);
      this.moduli.set(id, esistente?.id ?? id);
      return { id, valori: { ...valori, strutturaId }, esistente, viva: true };
    });
    const piuNuovo = this.m.numero > (this.stato.struttura?.versione ?? -1);
    const perId = byId(this.stato.posti);
    const postiPortati = posti.map(({ id, moduloId, ...valori }) => ({
      ...{ id, valori: { ...valori, moduloId: this.getModulo(moduloId) }, esistente: perId.get(id), viva: piuNuovo },
    }));
    return [
      ...unisci('moduli', this.m.numero, portati, []),
      ...unisci('posti', this.m.numero, postiPortati, piuNuovo ? this.stato.posti : []),
    ];
  }

  /** One device may send the same ospite from several strutture: what orders its words is its own log, not the chain. */
  private ospiti(righe: readonly RigaPacco<'ospiti'>[]): Operazione[] {
    const perId = byId(this.stato.ospiti);
    const portati = righe.map(({ id, ...valori }) => ({
      id,
      valori: { ...valori, chiaveNome: chiaveNome(valori.cognome, valori.nome) },
      esistente: perId.get(id),
      viva: true,
    }));
    return unisci('ospiti', this.m.voce, portati, []).map((o) =>
      o.op === 'insert' ? { ...o, riga: { ...o.riga, personaId: o.id } } : o,
    );
  }

  private permanenze(righe: PaccoLetto['righe'], strutturaId: string): Operazione[] {
    const perId = byId(this.stato.ingressi);
    const portati = righe.ingressi.map(({ id, ...valori }) => ({
      id,
      valori: { ...valori, strutturaId },
      esistente: perId.get(id),
      viva: this.isViva(valori),
    }));
    const adottati = this.adotta(righe, perId);
    const ambito = this.stato.ingressi.filter(
      (riga) =>
        this.vincente && riga.strutturaId === this.strutturaId && !adottati.ids.has(riga.id) && this.toccaMese(riga),
    );
    return [
      ...unisci('ingressi', this.m.numero, portati, ambito),
      ...adottati.operazioni,
      ...this.assegnazioni(righe, perId),
    ];
  }

  /** The moduli of a stay are those of the parcel the stay is as of. */
  private assegnazioni(
    { assegnazioni }: PaccoLetto['righe'],
    stays: ReadonlyMap<string, Riga<'ingressi'>>,
  ): Operazione[] {
    const perId = byId(this.stato.assegnazioni);
    const nuova = (ingressoId: string) => this.m.numero > (stays.get(ingressoId)?.versione ?? -1);
    const portate = assegnazioni.map(({ id, moduloId, ...valori }) => ({
      id,
      valori: { ...valori, moduloId: this.getModulo(moduloId) },
      esistente: perId.get(id),
      viva: nuova(valori.ingressoId),
    }));
    const portati = new Set(assegnazioni.map((riga) => riga.ingressoId));
    const ambito = this.stato.assegnazioni.filter((riga) => portati.has(riga.ingressoId) && nuova(riga.ingressoId));
    return unisci('assegnazioni', this.m.numero, portate, ambito);
  }

  private fatti(righe: PaccoLetto['righe'], strutturaId: string): Operazione[] {
    const { numero, mese } = this.m;
    const chiave = new Map(this.stato.presenze.map((riga) => [riga.ingressoId, riga]));
    const presenze = righe.presenze.map(({ id, ...valori }) => ({
      ...{ id, valori: { ...valori, mese }, esistente: chiave.get(valori.ingressoId), viva: this.vincente },
    }));
    const del = <E extends { data: string; strutturaId: string }>(list: readonly E[]) =>
      this.vincente ? list.filter((riga) => meseDi(riga.data) === mese && riga.strutturaId === this.strutturaId) : [];
    const portate = <E extends Parameters<typeof unisci>[3][number]>(
      list: readonly ({ id: string } & Record<string, unknown>)[],
      esistenti: readonly E[],
    ): RigaPortata<E>[] => {
      const perId = byId(esistenti);
      return list.map(({ id, ospiti: _ospiti, ...valori }) => ({
        ...{ id, valori: { ...valori, strutturaId }, esistente: perId.get(id), viva: this.vincente },
      }));
    };
    const { visite, incontri, attivita } = this.stato;
    return [
      ...unisci('presenze', numero, presenze, this.vincente ? this.stato.presenze : []),
      ...unisci('visite', numero, portate(righe.visite, visite), del(visite)),
      ...unisci('incontri', numero, portate(righe.incontri, incontri), del(incontri)),
      ...unisci('attivita', numero, portate(righe.attivita, attivita), del(attivita)),
      ...this.partecipanti('incontri', righe.incontri, incontri),
      ...this.partecipanti('attivita', righe.attivita, attivita),
      ...this.misure(righe),
    ];
  }

  private partecipanti(
    t: 'incontri' | 'attivita',
    righe: readonly { id: string; ospiti: string[] }[],
    esistenti: readonly { id: string; versione: number }[],
  ): Operazione[] {
    const versioni = new Map(esistenti.map((riga) => [riga.id, riga.versione]));
    return righe.flatMap(({ id, ospiti }) => {
      if (this.m.numero <= (versioni.get(id) ?? -1)) return [];
      const prima = this.stato.partecipanti.get(id) ?? [];
      const uguali = prima.length === ospiti.length && prima.every((ospite, index) => ospite === ospiti[index]);
      return uguali ? [] : [{ op: 'partecipanti', t, id, ospiti }];
    });
  }

  /** The measures of an ospite are those of the parcel the ospite is as of. */
  private misure({ misure, ospiti }: PaccoLetto['righe']): Operazione[] {
    const noti = byId(this.stato.ospiti);
    const nuovo = (ospiteId: string) => this.m.voce > (noti.get(ospiteId)?.versione ?? -1);
    const perId = byId(this.stato.misure);
    const portate = misure.map(({ id, ...valori }) => ({
      ...{ id, valori, esistente: perId.get(id), viva: nuovo(valori.ospiteId) },
    }));
    const portati = new Set(ospiti.map((ospite) => ospite.id));
    const ambito = this.stato.misure.filter((riga) => portati.has(riga.ospiteId) && nuovo(riga.ospiteId));
    return unisci('misure', this.m.voce, portate, ambito);
  }

  /**
   * A stay that the workbook of the years before already told (same struttura, same day, same person) becomes the
   * parcel's: its presenze of months that no parcel owns pass to it, and the workbook's row goes.
   */
  private adotta(righe: PaccoLetto['righe'], noti: ReadonlyMap<string, Riga<'ingressi'>>) {
    const ids = new Set<string>();
    const operazioni: Operazione[] = [];
    const delFoglio = this.stato.ingressi.filter((riga) => riga.versione === 0 && riga.deletedAtMs === null);
    if (delFoglio.length === 0) return { ids, operazioni };
    const persone = byId(righe.ospiti);
    const personeFoglio = byId(this.stato.ospitiFoglio);
    for (const nuovo of righe.ingressi.filter((riga) => !noti.has(riga.id))) {
      const ospite = persone.get(nuovo.ospiteId);
      const vecchio = delFoglio.find((riga) => {
        const altro = personeFoglio.get(riga.ospiteId);
        return (
          riga.dataIngresso === nuovo.dataIngresso &&
          !ids.has(riga.id) &&
          ospite !== undefined &&
          altro !== undefined &&
          stessaPersona({ ...ospite, chiaveNome: chiaveNome(ospite.cognome, ospite.nome) }, altro)
        );
      });
      if (!vecchio) continue;
      ids.add(vecchio.id);
      for (const riga of this.stato.presenzeFoglio.filter(
        (p) => p.ingressoId === vecchio.id && !this.applicati.has(p.mese),
      ))
        operazioni.push({
          op: 'update',
          t: 'presenze',
          id: riga.id,
          modifica: { ingressoId: nuovo.id },
          viva: null,
          prima: {},
        });
      operazioni.push({
        op: 'update',
        t: 'ingressi',
        id: vecchio.id,
        modifica: {},
        viva: false,
        prima: { adottato: true },
      });
    }
    return { ids, operazioni };
  }

  /** In this parcel's version of the stay: no later parcel, authoritative for a month it touches, is without it. */
  private isViva({ dataIngresso, dataDimissione }: { dataIngresso: string; dataDimissione: string | null }): boolean {
    const primo = meseDi(dataIngresso);
    const ultimo = dataDimissione === null ? null : meseDi(dataDimissione);
    for (const [mese, numero] of this.applicati)
      if (mese >= primo && (ultimo === null || mese <= ultimo) && numero > this.m.numero) return false;
    return true;
  }

  private toccaMese({ dataIngresso, dataDimissione }: Riga<'ingressi'>): boolean {
    const { mese } = this.m;
    return meseDi(dataIngresso) <= mese && (dataDimissione === null || meseDi(dataDimissione) >= mese);
  }

  private getModulo(id: string): string {
    const modulo = this.moduli.get(id);
    if (modulo === undefined)
      throw new ErroreApprodo(
        'pacco.contenuto',
        'Nel pacco c’è un modulo che non è della struttura: avvisare la comunità, che deve riesportarlo.',
      );
    return modulo;
  }
}

function byId<E extends { readonly id: string }>(righe: readonly E[]): Map<string, E> {
  return new Map(righe.map((riga) => [riga.id, riga]));
}
