import { findApplicato, type StatoCentrale } from '../../db/reads/centrale.ts';
import type { Pacco } from '../../db/reads/pacco.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Mese } from '../../domain/giorno.ts';
import type { Manifesto } from './manifesto.ts';
import type { PaccoLetto } from './pacco-read.ts';
import { isConfigurazioneSospesa, pianificaConfigurazione } from './piano-configurazione.ts';
import type { Confronto } from './piano-confronto.ts';
import { pianificaFatti } from './piano-fatti.ts';
import { ospitiSospesi, pianificaOspiti } from './piano-ospiti.ts';
import { permanenzeSospese, pianificaPermanenze } from './piano-permanenze.ts';
import type { Operazione } from './piano-unione.ts';
import type { RigaPacco } from './righe.ts';

/**
 * What an incoming parcel would do, decided without touching the store. The central data are a function of the parcels in
 * force, one a month, whatever their order of arrival: a shared row is as the newest of them that holds it; a month's facts
 * are those of its parcel; a stay lives unless a newer one, in force for a month the stay touches, is without it
 * (electron/sync/README.md).
 */
export interface Piano {
  /** invariato: nothing to do, or an older revision; sostituito: takes the place of an earlier revision */
  readonly stato: 'importato' | 'invariato' | 'sostituito';
  readonly motivo?: string;
  /** already received, byte for byte the same content: there is nothing even to record */
  readonly replicato: boolean;
  readonly operazioni: readonly Operazione[];
  /** id of the parcel of the month that this one replaces */
  readonly sostituisce: string | null;
  readonly avvisi: readonly string[];
}

/** The plan needs what the other parcels in force say of these, which only the replaced parcel held. */
export interface ServonoAltri {
  readonly ospitiSospesi: readonly string[];
}

const NIENTE = { operazioni: [], sostituisce: null, avvisi: [] };

/**
 * @param altri the parcels in force of the struttura and of wherever its suspended ospiti have been; null when not read yet:
 * they are rarely needed, and the plan says so
 * @throws ErroreApprodo `pacco.biforcato` when that place of the chain is taken by other content
 */
export function pianifica(
  pacco: PaccoLetto,
  stato: StatoCentrale,
  altri: readonly PaccoLetto[] | null = null,
): Piano | ServonoAltri {
  const { manifesto: m, impronta } = pacco;
  if (stato.pacchi.some((noto) => noto.impronta === impronta))
    return { ...NIENTE, stato: 'invariato', replicato: true, motivo: 'già importato' };
  if (stato.pacchi.some((noto) => noto.numero === m.numero)) throw biforcato(m);
  const sostituito = findApplicato(stato.pacchi, m.mese);
  if (sostituito && !isPiuRecente(pacco, sostituito))
    return {
      ...{ ...NIENTE, stato: 'invariato', replicato: false },
      motivo: `superato dalla revisione ${sostituito.revisione}, già importata`,
    };
  const c = confronta(pacco, stato, sostituito, altri ?? []);
  if (altri === null && (permanenzeSospese(c).length > 0 || ospitiSospesi(c).length > 0 || isConfigurazioneSospesa(c)))
    return { ospitiSospesi: ospitiSospesi(c).map((ospite) => ospite.id) };
  return {
    stato: sostituito ? 'sostituito' : 'importato',
    replicato: false,
    operazioni: [...pianificaConfigurazione(c), ...pianificaOspiti(c), ...pianificaPermanenze(c), ...pianificaFatti(c)],
    sostituisce: sostituito?.id ?? null,
    avvisi: avvisiDelPacco(m, pacco.righe.presenze, stato.codici),
  };
}

function confronta(
  pacco: PaccoLetto,
  stato: StatoCentrale,
  sostituito: Pacco | undefined,
  altri: readonly PaccoLetto[],
): Confronto {
  const numeri = new Map<Mese, number>();
  for (const noto of stato.pacchi) if (noto.stato === 'applicato') numeri.set(noto.mese, noto.numero);
  numeri.set(pacco.manifesto.mese, pacco.manifesto.numero);
  const strutturaId = stato.struttura?.id ?? pacco.righe.strutture[0]?.id ?? '';
  return { pacco, stato, strutturaId, sostituito, numeri, fonti: [pacco, ...altri], moduli: new Map() };
}

/** The revision decides; between two equal ones (an old copy restored) the place in the chain. */
function isPiuRecente({ manifesto: m }: PaccoLetto, altro: Pacco): boolean {
  return m.revisione === altro.revisione ? m.numero > altro.numero : m.revisione > altro.revisione;
}

/** Two contents for one place of the chain: nobody but the community can say which is true. Its next export takes the next place. */
function biforcato({ struttura, numero }: Manifesto): ErroreApprodo {
  return new ErroreApprodo(
    'pacco.biforcato',
    `Il pacco numero ${numero} di ${struttura} è già arrivato con un altro contenuto, forse perché la comunità ha ripristinato una copia vecchia: mandarle la ricostruzione (si prepara dalle Impostazioni), oppure farle riaprire, richiudere ed esportare di nuovo il mese.`,
  );
}

function avvisiDelPacco(m: Manifesto, presenze: readonly RigaPacco<'presenze'>[], noti: ReadonlySet<string>): string[] {
  const avvisi: string[] = [];
  if (m.mancanti > 0) avvisi.push(m.mancanti === 1 ? '1 giorno senza codice' : `${m.mancanti} giorni senza codice`);
  const lettere = new Set(presenze.flatMap((riga) => [...riga.codici]));
  const ignote = [...lettere].filter((lettera) => lettera !== '.' && !noti.has(lettera)).sort();
  if (ignote.length > 0)
    avvisi.push(`Codici di presenza sconosciuti all’Accoglienza, non contati: ${ignote.join(', ')}`);
  return avvisi;
}
