import { moduloDelGiorno } from './assegnazione.ts';
import { NON_REGISTRATA } from './codice.ts';
import type { DatiControllo, PermanenzaControllo, RigaControllo } from './controllo-dati.ts';
import { type Giorno, giorniDelMese, giornoDelMese, type Mese, numeroGiorno } from './giorno.ts';
import { formatGiorno, formatMese } from './giorno-testo.ts';
import { maskDelMese } from './permanenza.ts';
import { postiDelGiorno } from './posti.ts';
import { codiciFuoriPermanenza, giorniMancanti } from './presenza.ts';

/** A line of the checklist about one stay. */
export function rigaDi(p: PermanenzaControllo, testo: string, giorno?: Giorno): RigaControllo {
  const riga = { ingressoId: p.ingressoId, ospiteId: p.ospiteId, testo: `${p.nome}: ${testo}` };
  return giorno === undefined ? riga : { ...riga, giorno };
}

/** Days of stay with nothing recorded, one line each. */
export function trovaGiorniSenzaCodice(d: DatiControllo): RigaControllo[] {
  return d.permanenze.flatMap((p) =>
    giorniMancanti(p, d.mese, p.codici, d.finoA).map((g) => rigaDi(p, `${formatGiorno(g)} senza codice`, g)),
  );
}

/** Codes on days that do not belong to the stay (rule 2 forbids them), one line each. */
export function trovaCodiciFuori(d: DatiControllo): RigaControllo[] {
  return d.permanenze.flatMap((p) =>
    codiciFuoriPermanenza(p, d.mese, p.codici).map((g) => {
      const n = numeroGiorno(g);
      const quando =
        n > giorniDelMese(d.mese) ? `giorno ${n}, che non esiste in ${formatMese(d.mese)}` : formatGiorno(g);
      return rigaDi(p, `${quando}: codice ${p.codici.charAt(n - 1)} fuori dalla permanenza`, g);
    }),
  );
}

/** Letters of days of stay that are not in the set of codes, one line each. */
export function trovaCodiciSconosciuti(d: DatiControllo): RigaControllo[] {
  const noti = new Set([NON_REGISTRATA, ...d.codici.map((c) => c.voce)]);
  return d.permanenze.flatMap((p) => {
    const righe: RigaControllo[] = [];
    const mask = maskDelMese(p, d.mese);
    for (let n = mask?.primo ?? 1; n <= (mask?.ultimo ?? 0); n++) {
      const codice = p.codici.charAt(n - 1);
      const g = giornoDelMese(d.mese, n);
      if (!noti.has(codice)) righe.push(rigaDi(p, `${formatGiorno(g)}: il codice ${codice} non esiste`, g));
    }
    return righe;
  });
}

/** The first day of the unbroken run of `codice` that ends with the month; null when the month does not end with it. */
function inizioSerieFinale(p: PermanenzaControllo, mese: Mese, codice: string): Giorno | null {
  const mask = maskDelMese(p, mese);
  if (mask?.ultimo !== giorniDelMese(mese)) return null;
  let n = mask.ultimo + 1;
  while (n > mask.primo && p.codici.charAt(n - 2) === codice) n--;
  return n > mask.ultimo ? null : giornoDelMese(mese, n);
}

/** Who is away without authorisation at the end of the month, with no dimissione: return or dimissione must be decided. */
export function trovaAllontanamentiAperti(d: DatiControllo): RigaControllo[] {
  return d.permanenze.flatMap((p) => {
    if (p.dataDimissione !== null) return [];
    const dal = inizioSerieFinale(p, d.mese, d.codiceAllontanamento ?? 'A');
    return dal === null ? [] : [rigaDi(p, `dal ${numeroGiorno(dal)}: rientro o dimissione?`, dal)];
  });
}

/** Places taken in each modulo on each day of the month (index 0 = day 1), non registrata included. */
function occupatiPerModulo(d: DatiControllo): Map<string, number[]> {
  const liberano = new Set(d.codici.filter((c) => !c.occupaPosto).map((c) => c.voce));
  const occupati = new Map<string, number[]>();
  for (const p of d.permanenze) {
    const mask = maskDelMese(p, d.mese);
    for (let n = mask?.primo ?? 1; n <= (mask?.ultimo ?? 0); n++) {
      if (liberano.has(p.codici.charAt(n - 1))) continue;
      const modulo = moduloDelGiorno(p.assegnazioni, giornoDelMese(d.mese, n));
      if (modulo === null) continue;
      const giorni = occupati.get(modulo) ?? new Array<number>(31).fill(0);
      giorni[n - 1] = (giorni[n - 1] ?? 0) + 1;
      occupati.set(modulo, giorni);
    }
  }
  return occupati;
}

/** Days on which a modulo keeps more places than it has available, one line each. A modulo without places recorded is skipped. */
export function trovaPostiSuperati(d: DatiControllo): RigaControllo[] {
  const occupati = occupatiPerModulo(d);
  return d.moduli.flatMap((m) => {
    const posti = d.posti.filter((p) => p.moduloId === m.id);
    const righe: RigaControllo[] = [];
    if (posti.length === 0) return righe;
    for (const [i, n] of (occupati.get(m.id) ?? []).entries()) {
      if (n === 0) continue;
      const g = giornoDelMese(d.mese, i + 1);
      const { disponibili } = postiDelGiorno(posti, g);
      if (n <= disponibili) continue;
      righe.push({ giorno: g, testo: `${m.nome}, ${formatGiorno(g)}: ${n} posti occupati su ${disponibili}` });
    }
    return righe;
  });
}
