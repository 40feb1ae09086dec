import { chiusureNel } from './apertura.ts';
import { intervalliModulo, moduloDelGiorno, trattiDi } from './assegnazione.ts';
import type { DatiControllo, PermanenzaControllo, RigaControllo } from './controllo-dati.ts';
import { rigaDi } from './controllo-presenze.ts';
import { fineProgramma, massimaDelGiorno } from './durata-modulo.ts';
import { computeFlusso, type Flusso, quadra, quadraConPrecedente } from './flusso.ts';
import { addGiorni, diffGiorni, giornoDelMese, periodoDelMese } from './giorno.ts';
import { formatGiorno, formatGiornoBreve } from './giorno-testo.ts';
import { maskDelMese, siSovrappongono } from './permanenza.ts';
import { campiMancanti } from './profilo.ts';
import { relazioneEntro } from './scadenza-regola.ts';

/** Pairs of stays of one person that exist at once, one line each. */
export function trovaSovrapposte(d: DatiControllo): RigaControllo[] {
  const righe: RigaControllo[] = [];
  for (const gruppo of Map.groupBy(d.permanenze, (p) => p.personaId).values()) {
    for (const [i, a] of gruppo.entries()) {
      for (const b of gruppo.slice(i + 1)) {
        if (!siSovrappongono(a, b)) continue;
        const testo = `ingressi del ${formatGiornoBreve(a.dataIngresso)} e del ${formatGiornoBreve(b.dataIngresso)} insieme`;
        righe.push(rigaDi(b, testo, b.dataIngresso));
      }
    }
  }
  return righe;
}

/** Stretches of stay in the month with no modulo, one line each. */
export function trovaSenzaModulo(d: DatiControllo): RigaControllo[] {
  return d.permanenze.flatMap((p) => {
    const mask = maskDelMese(p, d.mese);
    if (!mask) return [];
    const primo = giornoDelMese(d.mese, mask.primo);
    const ultimo = giornoDelMese(d.mese, mask.ultimo);
    return trattiDi(p, p.assegnazioni)
      .filter((t) => t.moduloId === null && t.dal <= ultimo && (t.fine === null || t.fine > primo || t.fine === t.dal))
      .map((t) => {
        const dal = t.dal < primo ? primo : t.dal;
        return rigaDi(p, `senza modulo dal ${formatGiorno(dal)}`, dal);
      });
  });
}

/** Stretches of stay in the month in a modulo that was closed (it, or its struttura), one line each. */
export function trovaModuliChiusi(d: DatiControllo): RigaControllo[] {
  const moduli = new Map(d.moduli.map((modulo) => [modulo.id, modulo]));
  return d.permanenze.flatMap((p) =>
    intervalliModulo(p, p.assegnazioni, periodoDelMese(d.mese)).flatMap((tratto) => {
      const { nome, apertura } = moduli.get(tratto.moduloId ?? '') ?? {};
      const chiusure = apertura ? chiusureNel(tratto, apertura) : [];
      return chiusure.map(({ dal, frase }) => rigaDi(p, `in ${nome}, ${frase}`, dal));
    }),
  );
}

/** Stays with their dimissione in the month. */
function dimessiDi(d: DatiControllo): PermanenzaControllo[] {
  const { dal, al } = periodoDelMese(d.mese);
  return d.permanenze.filter((p) => p.dataDimissione !== null && p.dataDimissione >= dal && p.dataDimissione <= al);
}

/** Dimissioni of the month without an outcome. */
export function trovaSenzaEsito(d: DatiControllo): RigaControllo[] {
  return dimessiDi(d)
    .filter((p) => p.esito === null)
    .map((p) => rigaDi(p, `dimissione del ${formatGiornoBreve(p.dataDimissione ?? '')} senza esito`));
}

/** Dimissioni of the month whose relazione is still to be written, with the day by which it is due. */
export function trovaRelazioniInScadenza(d: DatiControllo): RigaControllo[] {
  return dimessiDi(d)
    .filter((p) => p.dataRelazione === null)
    .flatMap((p) => {
      const dimissione = p.dataDimissione ?? '';
      const entro = relazioneEntro(d.regole, moduloDelGiorno(p.assegnazioni, dimissione), dimissione);
      if (entro === null) return [];
      const testo = `dimissione del ${formatGiornoBreve(dimissione)}, relazione entro il ${formatGiornoBreve(entro)}`;
      return [rigaDi(p, testo)];
    });
}

/** Stays that by the end of the month are past the end of their programme: the day agreed, or the longest the modulo allows. */
export function trovaOltreDurata(d: DatiControllo): RigaControllo[] {
  const tipologie = new Map(d.moduli.map((m) => [m.id, m.tipologia]));
  const limiti = new Map(d.durateMassime.map((l) => [l.voce, l]));
  const durate = { tipologiaDi: (id: string) => tipologie.get(id), durataDi: (voce: string) => limiti.get(voce) };
  return d.permanenze.flatMap((p) => {
    const mask = maskDelMese(p, d.mese);
    if (!mask) return [];
    const ultimo = giornoDelMese(d.mese, mask.ultimo);
    const massima = massimaDelGiorno(p, durate, ultimo);
    const fine = fineProgramma(p.finePrevista ?? null, massima?.fine ?? null, ultimo);
    if (!fine || fine.giorni >= 0) return [];
    if (!d.regole('durata_massima', moduloDelGiorno(p.assegnazioni, ultimo)).attiva) return [];
    if (fine.concordata) return [rigaDi(p, `programma concordato fino al ${formatGiornoBreve(fine.fine)}`)];
    const giorni = diffGiorni(p.dataIngresso, ultimo) + 1;
    const oltre = formatGiornoBreve(addGiorni(fine.fine, 1));
    const dal = massima?.dal ?? p.dataIngresso;
    const conta = dal === p.dataIngresso ? '' : ` (contata dal ${formatGiornoBreve(dal)})`;
    return [rigaDi(p, `${giorni} giorni dall’ingresso, durata massima del modulo${conta} superata dal ${oltre}`)];
  });
}

/** Stays whose scheda lacks fields, the missing ones named. */
export function trovaSchedeIncomplete(d: DatiControllo): RigaControllo[] {
  return d.permanenze.flatMap((p) => {
    const mancanti = campiMancanti(p.profilo, p.utenza);
    return mancanti.length === 0 ? [] : [rigaDi(p, `manca ${mancanti.join(', ')}`)];
  });
}

/** The flow of the month (rule 6). */
export function flussoDelMese(d: DatiControllo): Flusso {
  return computeFlusso(d.permanenze, periodoDelMese(d.mese));
}

/** Where the balance fails: within the month, or against the end of the month before. */
export function trovaSquadrature(d: DatiControllo): RigaControllo[] {
  const flusso = flussoDelMese(d);
  const righe: RigaControllo[] = [];
  if (!quadra(flusso)) {
    const { presentiInizio, ingressi, dimessi, presentiFine } = flusso;
    righe.push({ testo: `${presentiInizio} + ${ingressi} ingressi − ${dimessi} dimessi non fa ${presentiFine}` });
  }
  for (const p of d.permanenze) {
    if (p.dataDimissione === null || p.dataDimissione >= p.dataIngresso) continue;
    righe.push(rigaDi(p, `dimissione del ${formatGiornoBreve(p.dataDimissione)} prima dell’ingresso`));
  }
  if (d.flussoPrecedente && !quadraConPrecedente(d.flussoPrecedente, flusso)) {
    const prima = d.flussoPrecedente.presentiFine;
    righe.push({ testo: `presenti alla fine del mese prima: ${prima}; presenti al 1°: ${flusso.presentiInizio}` });
  }
  return righe;
}
