import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Liste, VoceUfficio } from '../../domain/lista.ts';
import { Controllo, type FogliLetti } from './foglio-check.ts';
import type { LettoreCodici } from './foglio-codici.ts';
import { readCsv } from './foglio-csv.ts';
import type { Esito } from './foglio-esito.ts';
import { type FileFoglio, foglioIllegibile, LIMITI, type Lotto } from './foglio-grezzo.ts';
import { readIntestazione } from './foglio-intestazione.ts';
import { normalizeVoce } from './foglio-lista.ts';
import { FOGLI, isNomeFoglio, type NomeFoglio, tabellaDi } from './foglio-tabelle.ts';
import { readXlsx } from './foglio-xlsx.ts';

/** What reading stands on, besides the files. */
export interface AttornoLettura {
  readonly esito: Esito;
  readonly codici: LettoreCodici;
  /** absent: the lists as the program brings them */
  readonly liste?: Liste;
  /** those lists with the values of the workbook's own sheet voci_lista over them */
  readonly conVoci?: (voci: readonly VoceUfficio[]) => Liste;
  readonly oggi: Giorno;
  /** called after each batch of rows: the sheet, and how many rows of the workbook were read so far */
  readonly progress: (foglio: string, righe: number) => Promise<void>;
}

/** Sheets of the template that hold no data. */
const FOGLI_DI_SERVIZIO = new Set(['liste', 'istruzioni']);

/** The sheet meant by a title or a file name: «Attività», `Cambi modulo.csv`. */
function nomeFoglio(titolo: string): NomeFoglio | undefined {
  const nome = normalizeVoce(titolo).replaceAll(' ', '_');
  return isNomeFoglio(nome) ? nome : undefined;
}

/**
 * Reads and checks a workbook, row by row: one XLSX, or CSV files named like the sheets. What is wrong goes to `esito`;
 * what is good comes back, each row with its number.
 * @throws ErroreApprodo `foglio.illeggibile`, `foglio.troppo_grande`, `foglio.nessuno`
 */
export async function readFogli(file: readonly FileFoglio[], attorno: AttornoLettura): Promise<FogliLetti> {
  const totale = file.reduce((somma, { bytes }) => somma + bytes.byteLength, 0);
  if (totale > LIMITI.file)
    throw new ErroreApprodo(
      'foglio.troppo_grande',
      'I file sono troppo grandi: dividerli e importarli una parte alla volta.',
    );
  const lettura = new Lettura(attorno);
  for (const uno of primaLeVoci(file)) await lettura.readFile(uno);
  return lettura.end();
}

/** The sheet of the values an office added to the lists is read before the sheets that may hold them. */
const VOCI: NomeFoglio = 'voci_lista';

function primaLeVoci(file: readonly FileFoglio[]): readonly FileFoglio[] {
  const isVoci = ({ nome }: FileFoglio) => nomeFoglio(titoloDi(nome)) === VOCI;
  return [...file.filter(isVoci), ...file.filter((uno) => !isVoci(uno))];
}

/** `/qui/Cambi modulo.csv` → `Cambi modulo` */
function titoloDi(nome: string): string {
  return nome.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
}

class Lettura {
  private readonly attorno: AttornoLettura;
  private readonly letti: FogliLetti;
  private readonly aperti = new Set<NomeFoglio>();
  private liste: Liste | undefined;
  private righe = 0;

  constructor(attorno: AttornoLettura) {
    this.attorno = attorno;
    this.liste = attorno.liste;
    const vuoti = FOGLI.map((foglio) => [foglio, { righe: [], scartate: new Map<string, number>() }]);
    this.letti = Object.fromEntries(vuoti) as unknown as FogliLetti;
  }

  async readFile({ nome, bytes }: FileFoglio): Promise<void> {
    const [a, b, c, d] = bytes;
    if (a === 0x50 && b === 0x4b)
      return this.readLotti(
        readXlsx(
          nome,
          bytes,
          (titolo) => this.accept(titolo),
          (titolo) => nomeFoglio(titolo) === VOCI,
        ),
        false,
      );
    if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0)
      throw foglioIllegibile(nome, 'è un vecchio .xls o è protetto da password. Salvarlo come .xlsx senza password.');
    const titolo = titoloDi(nome);
    if (this.accept(titolo)) await this.readLotti(readCsv(nome, titolo, bytes), true);
  }

  /** Whether a sheet is one of ours and not there yet; says so when it is neither. */
  private accept(titolo: string): boolean {
    const foglio = nomeFoglio(titolo);
    if (foglio === undefined) {
      if (!FOGLI_DI_SERVIZIO.has(normalizeVoce(titolo)))
        this.attorno.esito.remark(`Il foglio «${titolo}» non è tra quelli previsti: non è stato letto.`);
      return false;
    }
    const { soloUscita } = tabellaDi(foglio);
    if (soloUscita !== undefined) {
      this.attorno.esito.remark(`Il foglio «${foglio}» ${soloUscita}.`);
      return false;
    }
    if (this.aperti.has(foglio)) {
      const messaggio = `Il foglio «${foglio}» c’è due volte: è stato letto solo il primo; unirli in uno.`;
      this.attorno.esito.report({ foglio, riga: 0, colonna: '', valore: titolo, messaggio });
      return false;
    }
    this.aperti.add(foglio);
    this.attorno.esito.open(foglio);
    return true;
  }

  private async readLotti(lotti: AsyncIterable<Lotto> | Iterable<Lotto>, stretta: boolean): Promise<void> {
    const controlli = new Map<string, Controllo<NomeFoglio> | null>();
    for await (const { foglio: titolo, righe } of lotti) {
      const foglio = nomeFoglio(titolo);
      if (foglio === undefined) continue;
      let daLeggere = righe;
      if (!controlli.has(foglio)) {
        controlli.set(foglio, this.openFoglio(foglio, righe[0]?.celle ?? []));
        daLeggere = righe.slice(1);
      }
      const controllo = controlli.get(foglio);
      for (const riga of daLeggere)
        if (controllo) controllo.check(riga, stretta);
        else this.attorno.esito.drop(foglio, riga.riga);
      if (foglio === VOCI) this.addVoci();
      this.righe += daLeggere.length;
      await this.attorno.progress(foglio, this.righe);
    }
  }

  private addVoci(): void {
    const voci = this.letti.voci_lista.righe.map(({ valore, sinonimi, dal, al, origine, ...riga }) => ({
      ...{ ...riga, voce: valore, sinonimi: sinonimi ?? null, dal: dal ?? null, al: al ?? null },
      durataMassimaMesi: riga.durataMassimaMesi ?? null,
      durataMassimaGiorni: riga.durataMassimaGiorni ?? null,
      relazioneOgniMesi: riga.relazioneOgniMesi ?? null,
      origine: origine ?? 'locale',
    }));
    this.liste = this.attorno.conVoci?.(voci) ?? this.liste;
  }

  /** null when the header refuses the whole sheet. */
  private openFoglio(foglio: NomeFoglio, celle: readonly string[]): Controllo<NomeFoglio> | null {
    const { esito } = this.attorno;
    const intestazione = readIntestazione(foglio, celle);
    if (intestazione.ignorate.length > 0) esito.colonneIgnorate[foglio] = [...intestazione.ignorate];
    for (const colonna of intestazione.mancanti) {
      const messaggio = `Manca la colonna «${colonna}», che è obbligatoria: aggiungerla; il foglio non è stato importato.`;
      esito.report({ foglio, riga: 0, colonna, valore: '', messaggio });
    }
    for (const colonna of intestazione.ripetute) {
      const messaggio = `La colonna «${colonna}» c’è due volte: tenerne una sola; il foglio non è stato importato.`;
      esito.report({ foglio, riga: 0, colonna, valore: '', messaggio });
    }
    if (intestazione.mancanti.length > 0 || intestazione.ripetute.length > 0) return null;
    const attorno = { ...this.attorno, ...(this.liste ? { liste: this.liste } : {}) };
    return new Controllo<NomeFoglio>(foglio, intestazione, this.letti[foglio], attorno);
  }

  end(): FogliLetti {
    if (this.aperti.size === 0)
      throw new ErroreApprodo(
        'foglio.nessuno',
        `Non c’è nessuno dei fogli previsti (${FOGLI.join(', ')}): controllare i nomi dei fogli o dei file CSV.`,
      );
    return this.letti;
  }
}
