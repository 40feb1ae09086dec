import type { Riga } from '../../db/scrittura.ts';
import { differenze } from '../../db/writes/bozza.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { siAccavallano } from '../../domain/posti.ts';
import { isViva, type Piano } from './foglio-piano-base.ts';
import { chiaveCodice, type RigaLetta } from './foglio-tabelle.ts';

type RigaModulo = RigaLetta<'moduli'>;
type RigaPosti = Riga<'posti'>;

/** Rows of one codice are one modulo with several periods of places; the row that begins last names it. */
export function planModuli(piano: Piano): void {
  const noti = new Map(piano.stato.moduli.map((modulo) => [chiaveCodice(modulo.codice), modulo]));
  const posti = Map.groupBy(piano.stato.posti, (riga) => riga.moduloId);
  for (const [chiave, righe] of Map.groupBy(piano.letti.moduli.righe, (riga) => chiaveCodice(riga.codice))) {
    const noto = noti.get(chiave);
    planModulo(piano, righe, noto, noto ? (posti.get(noto.id) ?? []) : []);
  }
}

function planModulo(
  piano: Piano,
  righe: readonly RigaModulo[],
  noto: Riga<'moduli'> | undefined,
  postiNoti: readonly RigaPosti[],
): void {
  const buone = righe.filter((riga) => isDellaStruttura(piano, riga, righe, noto) && isPeriodo(piano, riga));
  const tenute = dropSovrapposti(piano, buone, postiNoti);
  const ultima = tenute.toSorted((a, b) => (a.validoDal < b.validoDal ? -1 : 1)).at(-1);
  if (!ultima) return;
  const struttura = piano.strutture.resolve(ultima.struttura);
  if ('messaggio' in struttura) return;
  const { nome, tipologia, codice } = ultima;
  const strutturaId = struttura.noto.id;
  const apertura = aperturaDi(tenute, ultima);
  const campi = { strutturaId, nome, tipologia, ...contaDi(ultima), ...apertura };
  const altrui = noto !== undefined && noto.versione > 0 && isViva(noto);
  const modifica = noto ? differenze<'moduli'>(noto, { ...campi, deletedAtMs: null }) : null;
  const moduloId = noto?.id ?? piano.nuovoId();
  if (!noto) piano.bozza.insert('moduli', { id: moduloId, codice, ...campi });
  else if (modifica && !altrui) piano.bozza.update('moduli', moduloId, modifica);
  const { dal = null, al = null } = { ...noto, ...(altrui ? {} : apertura) };
  piano.moduli.accept(codice, { id: moduloId, codice: noto?.codice ?? codice, strutturaId, dal, al });
  for (const riga of tenute)
    planPosti(piano, riga, moduloId, postiNoti, { altrui, cambiato: modifica !== null && !altrui });
}

/** An absent column leaves the stored value alone; an empty cell is the default. */
function contaDi(riga: RigaModulo): { conta?: string } {
  return riga.conta === undefined ? {} : { conta: riga.conta ?? 'adulti' };
}

/** When the modulo is open, wherever among its rows it is written; an absent column leaves the stored value alone. */
function aperturaDi(tenute: readonly RigaModulo[], ultima: RigaModulo): { dal?: Giorno | null; al?: Giorno | null } {
  const scritto = (campo: 'moduloDal' | 'moduloAl') =>
    ultima[campo] === undefined ? undefined : (tenute.findLast((riga) => riga[campo] != null)?.[campo] ?? null);
  const [dal, al] = [scritto('moduloDal'), scritto('moduloAl')];
  return { ...(dal === undefined ? {} : { dal }), ...(al === undefined ? {} : { al }) };
}

function isDellaStruttura(
  piano: Piano,
  riga: RigaModulo,
  righe: readonly RigaModulo[],
  noto: Riga<'moduli'> | undefined,
): boolean {
  const struttura = piano.strutture.resolve(riga.struttura);
  if ('messaggio' in struttura) return refuse(piano, riga, 'struttura', riga.struttura, struttura.messaggio);
  const prima = righe[0];
  if (prima && prima !== riga && chiaveCodice(prima.struttura) !== chiaveCodice(riga.struttura))
    return refuse(piano, riga, 'codice', riga.codice, altraStruttura(riga.codice, prima.struttura));
  if (noto && isViva(noto) && noto.strutturaId !== struttura.noto.id)
    return refuse(
      piano,
      riga,
      'codice',
      riga.codice,
      altraStruttura(riga.codice, piano.codiceStruttura(noto.strutturaId)),
    );
  return true;
}

function altraStruttura(codice: string, struttura: string): string {
  return `Il codice ${codice} è già di un modulo di ${struttura}: usare un codice diverso per ogni modulo.`;
}

function isPeriodo(piano: Piano, riga: RigaModulo): boolean {
  const { moduloDal, moduloAl } = riga;
  if (moduloDal && moduloAl && moduloAl < moduloDal) {
    const chiude = `Il modulo chiude prima di aprire (${moduloDal}): correggere una delle due date.`;
    return refuse(piano, riga, 'modulo_al', moduloAl, chiude);
  }
  if (!riga.validoAl || riga.validoAl >= riga.validoDal) return true;
  const messaggio = `Il periodo finisce prima di cominciare (${riga.validoDal}): correggere una delle due date.`;
  return refuse(piano, riga, 'valido_al', riga.validoAl, messaggio);
}

/**
 * A row that ends after a later one has begun contradicts it, unless it stands inside the earlier one or one of the two says why
 * it is there (works): then the later counts in their common days (domain/posti.ts). A row without an end is closed by the next
 * one, as offices write them.
 */
function siContraddicono(a: Periodo, b: Periodo): boolean {
  return siAccavallano(a, b) && a.motivo === null && b.motivo === null;
}

function dropSovrapposti(piano: Piano, righe: readonly RigaModulo[], noti: readonly RigaPosti[]): RigaModulo[] {
  const scritte = new Set(righe.map((riga) => riga.validoDal));
  const altri = noti.filter((riga) => isViva(riga) && !scritte.has(riga.validoDal));
  const tenute: RigaModulo[] = [];
  for (const riga of righe) {
    const periodo = periodoDi(riga, noti);
    const altre = [...altri, ...tenute.map((altra) => periodoDi(altra, noti))];
    const contraria = altre.find((p) => siContraddicono(p, periodo));
    if (!contraria) tenute.push(riga);
    else {
      const messaggio = `Il periodo si sovrappone a quello dal ${contraria.validoDal} al ${contraria.validoAl ?? '…'} dello stesso modulo: correggere le date perché si seguano.`;
      refuse(piano, riga, 'valido_dal', riga.validoDal, messaggio);
    }
  }
  return tenute;
}

interface Periodo {
  readonly validoDal: Giorno;
  readonly validoAl: Giorno | null;
  readonly motivo: string | null;
}

/** Without a column for it, what is stored stays. */
function periodoDi(riga: RigaModulo, noti: readonly RigaPosti[]): Periodo {
  const noto = noti.find((p) => isViva(p) && p.validoDal === riga.validoDal);
  const validoAl = riga.validoAl === undefined ? (noto?.validoAl ?? null) : riga.validoAl;
  return { validoDal: riga.validoDal, validoAl, motivo: riga.motivo ?? noto?.motivo ?? null };
}

function planPosti(
  piano: Piano,
  riga: RigaModulo,
  moduloId: string,
  noti: readonly RigaPosti[],
  modulo: { readonly altrui: boolean; readonly cambiato: boolean },
): void {
  const stessi = noti.filter((p) => p.validoDal === riga.validoDal);
  const noto = stessi.find(isViva) ?? stessi[0];
  const { validoDal, postiAccreditati: accreditati } = riga;
  const disponibili = riga.postiDisponibili ?? accreditati;
  if (modulo.altrui) {
    remarkAltrui(piano, riga);
    return;
  }
  if (!noto) {
    const validoAl = riga.validoAl ?? null;
    const motivo = riga.motivo ?? null;
    piano.bozza.insert('posti', {
      id: piano.nuovoId(),
      moduloId,
      validoDal,
      validoAl,
      accreditati,
      disponibili,
      motivo,
    });
    piano.esito.count('inseriti', 'moduli');
    return;
  }
  const campi = {
    accreditati,
    ...(riga.validoAl === undefined ? {} : { validoAl: riga.validoAl }),
    ...(riga.postiDisponibili === undefined ? {} : { disponibili }),
    ...(riga.motivo === undefined ? {} : { motivo: riga.motivo }),
  };
  const modifica = differenze<'posti'>(noto, { ...campi, deletedAtMs: null });
  if (modifica) piano.bozza.update('posti', noto.id, modifica);
  piano.esito.count(modifica || modulo.cambiato ? 'aggiornati' : 'invariati', 'moduli');
}

function remarkAltrui(piano: Piano, riga: RigaModulo): void {
  piano.esito.remark(
    `Foglio moduli: ${riga.codice} arriva con i pacchi della struttura, che valgono più del foglio; le sue righe non l’hanno cambiato.`,
  );
  piano.esito.count('invariati', 'moduli');
}

function refuse(piano: Piano, riga: RigaModulo, colonna: string, valore: string, messaggio: string): false {
  piano.refuse('moduli', riga.riga, colonna, valore, messaggio);
  piano.moduli.refuse(riga.codice, riga.riga);
  return false;
}
