import type { Giorno } from '../../domain/giorno.ts';
import { formatGiornoBreve, parseGiorno } from '../../domain/giorno-testo.ts';
import { accoglienzaMancante, campiMancanti } from '../../domain/profilo.ts';
import type { Output } from '../../electron/contract/index.ts';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { type CampoScheda, GIORNO_PROPRIO } from '../../electron/contract/scheda.ts';
import { leggeCampo } from '../../electron/contract/sezione.ts';

export type Scheda = Output<'ingressi.getScheda'>;
export type CampiScheda = Scheda['campi'];
type Elenco = 'sostanzePrimarie' | 'sostanzeSecondarie';

/** The scheda as it is typed: words, and lists of values. */
export type ValoriScheda = Record<Exclude<CampoScheda, Elenco>, string> & Record<Elenco, string[]>;

const ELENCHI: ReadonlySet<CampoScheda> = new Set<Elenco>(['sostanzePrimarie', 'sostanzeSecondarie']);
export const GIORNI: ReadonlySet<CampoScheda> = new Set<CampoScheda>([
  ...(['informativaIl', 'certificazioneIl', 'finePrevista', 'dichiaratoIl'] as const),
  ...Object.values(GIORNO_PROPRIO),
]);

/** The parts of the scheda, in the order of the paper one. */
export const PARTI = {
  percorso: [
    ...(['tipoIngresso', 'utenza', 'servizioInviante', 'entePagante', 'caseManager', 'finePrevista'] as const),
    ...(['certificazione', 'certificazioneIl', 'fasas', 'informativaIl'] as const),
  ],
  situazione: [
    ...(['dichiaratoIl', 'statoCivile', 'figliMinori', 'istruzione', 'occupazione'] as const),
    ...(['provenienza', 'carcerazioni'] as const),
  ],
  salute: [
    ...(['dipendenza', 'sostanzePrimarie', 'sostanzeSecondarie', 'hiv', 'hivIl', 'hcv', 'hcvIl'] as const),
    ...(['invalidita', 'invaliditaIl'] as const),
  ],
  minore: ['titoloAccoglienza', 'responsabilitaGenitoriale', 'tutore', 'scuola'],
} as const satisfies Readonly<Record<string, readonly CampoScheda[]>>;

export type Parte = keyof typeof PARTI;
const CAMPI: readonly CampoScheda[] = Object.values(PARTI).flat();

const GIORNI_PROPRI: ReadonlySet<string> = new Set(Object.values(GIORNO_PROPRIO));

/** The fields of a part that this role may read, and so write; the day of a declaration is drawn beside it, and is not one. */
export function campiDi(parte: Parte, ruolo: Ruolo): CampoScheda[] {
  return PARTI[parte].filter((campo) => leggeCampo(ruolo, campo) && !GIORNI_PROPRI.has(campo));
}

/** The scheda with nothing written. */
export const SCHEDA_VUOTA = valoriDi(null);

/** What is recorded, as it would have been typed. */
export function valoriDi(campi: CampiScheda | null): ValoriScheda {
  const valori = CAMPI.map((campo) => {
    const valore = campi?.[campo] ?? null;
    if (ELENCHI.has(campo)) return [campo, valore ?? []];
    return [campo, typeof valore === 'string' && GIORNI.has(campo) ? formatGiornoBreve(valore) : (valore ?? '')];
  });
  return Object.fromEntries(valori) as ValoriScheda;
}

/** What was typed, as the contract's fields. A day that does not exist is refused by the form before this. */
export function leggiScheda(valori: ValoriScheda, oggi: Giorno): CampiScheda {
  const campi = CAMPI.map((campo) => {
    const valore = valori[campo];
    if (Array.isArray(valore)) return [campo, valore];
    const testo = String(valore ?? '').trim();
    if (testo === '') return [campo, null];
    return [campo, GIORNI.has(campo) ? (parseGiorno(testo, oggi) ?? null) : testo];
  });
  return Object.fromEntries(campi) as CampiScheda;
}

/** Of a scheda, the fields that hold something: what an admission writes besides where and when. */
export function soloScritti(campi: CampiScheda): Partial<CampiScheda> {
  return Object.fromEntries(
    Object.entries(campi).filter(([, valore]) => valore !== null && !(Array.isArray(valore) && valore.length === 0)),
  );
}

/** The field that a task asks for: the end of the programme, else the first one still to be written; undefined: none. */
export function campoChiesto(chiesto: string | undefined, campi: CampiScheda, ruolo: Ruolo): CampoScheda | undefined {
  if (chiesto === 'durata') return 'finePrevista';
  const vuoto = (campo: CampoScheda) => (campi[campo] ?? '') === '' && leggeCampo(ruolo, campo);
  if (chiesto === 'minore') return PARTI.minore.find(vuoto);
  if (chiesto !== 'scheda') return undefined;
  return CAMPI.find((campo) => vuoto(campo) && quantiMancano({ ...campi, [campo]: '-' }) < quantiMancano(campi));
}

function quantiMancano(campi: CampiScheda): number {
  const { utenza, servizioInviante } = campi;
  const altri = campiMancanti(campi, utenza).length + accoglienzaMancante(campi, utenza).length;
  return altri + (servizioInviante === null ? 1 : 0);
}
