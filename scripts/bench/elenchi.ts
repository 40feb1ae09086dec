import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { addGiorni } from '../../domain/giorno.ts';
import { chiaveNome } from '../../domain/persona.ts';
import { closeStore } from '../../electron/services/archivio.ts';
import { type Contesto, gesto } from '../../electron/services/contesto.ts';
import { contestoOf, createDemo } from '../demo/comunita.ts';
import { OGGI } from './dati.ts';
import { mediana, percentile } from './giri.ts';
import { entra } from './griglia.ts';
import { Ospite } from './host.ts';
import { alMassimo, formatMs, formatNumero, type Riga } from './tavola.ts';

const CASA = 'CASA00';
const RIGHE = 10_000;
/** Two frames at 60 Hz: what an eye takes for smooth. */
const LIMITE_MS = 1000 / 30;
const DURATA_MS = 5000;
/** Pixels a second: a page of the window in a third of a second. */
const VELOCITA = 2400;
const TASTO_MS = 120;

interface Elenco {
  readonly nome: string;
  readonly indirizzo: string;
  /** what scrolls */
  readonly scorre: string;
  /** what one row is in the page */
  readonly riga: string;
  readonly apri?: (page: Page) => Promise<void>;
}

const ELENCHI: readonly Elenco[] = [
  {
    nome: 'Ospiti, tutti',
    indirizzo: '#/ospiti',
    scorre: 'section[class*="scorri"]',
    riga: 'section[class*="scorri"] tbody tr[data-index]',
    apri: (page) => page.getByText('Tutti', { exact: true }).click(),
  },
  {
    nome: 'Diario',
    indirizzo: `#/diario/${CASA}`,
    scorre: '[role="feed"]',
    riga: '[role="feed"] article',
  },
  {
    nome: 'Agenda, Cerca',
    indirizzo: `#/agenda/${CASA}?vista=cerca`,
    scorre: 'section[class*="elenco"]',
    riga: 'section[class*="elenco"] li',
  },
  { nome: 'Registro, una pagina', indirizzo: '#/registro', scorre: 'main', riga: 'main tbody tr' },
];

/** How smoothly lists of ten thousand rows scroll in a real Chromium, by wheel and by keyboard: the time between frames. */
export async function misuraElenchi(lavoro: string, chromiumPath: string): Promise<Riga[]> {
  const ospite = await Ospite.start(await makeElenchi(lavoro));
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await entra(browser, ospite.indirizzo);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const righe: Riga[] = [];
    for (const elenco of ELENCHI) righe.push(...(await misuraElenco(page, cdp, elenco)));
    return righe;
  } finally {
    await browser.close();
    await ospite.stop();
  }
}

async function misuraElenco(page: Page, cdp: CDPSession, elenco: Elenco): Promise<Riga[]> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, elenco.indirizzo);
  await elenco.apri?.(page);
  await page.locator(elenco.riga).first().waitFor();
  await page.waitForLoadState('networkidle');
  const dove = await page.locator(elenco.scorre).first().boundingBox();
  const [x, y] = [(dove?.x ?? 0) + (dove?.width ?? 0) / 2, (dove?.y ?? 0) + Math.min(dove?.height ?? 0, 600) / 2];
  const ferma = await quadri({ page, cdp }, () => page.waitForTimeout(DURATA_MS / 2));
  const rotella = await quadri({ page, cdp }, async () => {
    const yDistance = -(VELOCITA * DURATA_MS) / 1000;
    await cdp.send('Input.synthesizeScrollGesture', { x, y, yDistance, speed: VELOCITA, gestureSourceType: 'mouse' });
  });
  await assertScorso(page, elenco);
  const vive = await page.locator(elenco.riga).count();
  await page.evaluate((scorre) => {
    const elemento = document.querySelector(scorre);
    if (!(elemento instanceof HTMLElement)) return;
    elemento.scrollTo(0, 0);
    elemento.tabIndex = 0;
    elemento.focus();
  }, elenco.scorre);
  const tasti = await quadri({ page, cdp }, async () => {
    const fine = performance.now() + DURATA_MS;
    for (let n = 0; performance.now() < fine; n++) {
      await page.keyboard.press(n % 3 === 2 ? 'ArrowDown' : 'PageDown');
      await page.waitForTimeout(TASTO_MS);
    }
  });
  await assertScorso(page, elenco);
  return [
    riga(`${elenco.nome}: scorrere con la rotella (${formatNumero(vive, 0)} righe nella pagina)`, rotella, ferma),
    riga('— con la tastiera', tasti, ferma),
  ];
}

/** A list that did not move was not measured. */
async function assertScorso(page: Page, { nome, scorre }: Elenco): Promise<void> {
  const scorso = await page.evaluate((dove) => document.querySelector(dove)?.scrollTop ?? 0, scorre);
  if (scorso < 1000) throw new Error(`${nome}: scrolled only ${scorso} px`);
}

function riga(misura: string, { tempi, processoreMs }: Quadri, ferma: Quadri): Riga {
  const p95 = percentile(tempi, 95);
  return {
    misura,
    approdo: `mediana ${formatMs(mediana(tempi))}, p95 ${formatMs(p95)}, il più lungo ${formatMs(Math.max(...tempi))}; di processore ${formatMs(processoreMs)} a quadro`,
    confronto: `ferma: p95 ${formatMs(percentile(ferma.tempi, 95))}; limite due quadri, 33,3 ms`,
    rapporto: p95 / LIMITE_MS,
    limite: alMassimo(1),
  };
}

declare global {
  interface Window {
    quadriMisurati?: number[];
  }
}

/** The frames drawn while something is done. */
interface Quadri {
  /** from each to the next, milliseconds */
  readonly tempi: readonly number[];
  /** what the page's own thread ran for one, milliseconds of processor: what else the machine does is not in it */
  readonly processoreMs: number;
}

async function quadri({ page, cdp }: { page: Page; cdp: CDPSession }, lavoro: () => Promise<unknown>): Promise<Quadri> {
  await page.evaluate(() => {
    const istanti: number[] = [];
    window.quadriMisurati = istanti;
    const segna = (istante: number) => {
      if (window.quadriMisurati !== istanti) return;
      istanti.push(istante);
      requestAnimationFrame(segna);
    };
    requestAnimationFrame(segna);
  });
  const prima = await lavoroMs(cdp);
  await lavoro();
  const dopo = await lavoroMs(cdp);
  const istanti = await page.evaluate(() => {
    const letti = window.quadriMisurati ?? [];
    delete window.quadriMisurati;
    return letti;
  });
  const tempi = istanti.slice(1).map((istante, n) => istante - (istanti[n] ?? istante));
  return { tempi, processoreMs: (dopo - prima) / tempi.length };
}

async function lavoroMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/** A community with ten thousand guests, lines of diary and visits of the last year: invented, written as an import would. */
async function makeElenchi(lavoro: string): Promise<string> {
  const archivio = await createDemo(join(lavoro, 'elenchi'), 'comunita', { codice: CASA, nome: 'Casa Aurora' });
  try {
    const ctx = contestoOf(archivio, OGGI);
    ctx.store.sqlite.pragma('synchronous = OFF');
    scriviTutto(ctx);
    // the log too has its ten thousand lines
    for (let n = 0; n < RIGHE; n++)
      ctx.store.write({ ...gesto(ctx, 'presenze.cella', { struttura: CASA, mese: '2025-12' }), sempre: true }, () => n);
    return archivio.dati;
  } finally {
    closeStore(archivio);
  }
}

function scriviTutto(ctx: Contesto): void {
  const strutturaId = ctx.store.select('strutture', 't.deleted_at_ms IS NULL', {})[0]?.id ?? '';
  ctx.store.write(gesto(ctx, 'fogli.import'), (tx) => {
    for (let n = 0; n < RIGHE; n++) {
      const data = addGiorni(OGGI, -(n % 360) - 1);
      const [cognome, nome, id] = [`Inventato${parola(n)}`, 'Prova', randomUUID()];
      const ospiteId = tx.insert('ospiti', {
        ...{ id, personaId: id, cognome, nome, chiaveNome: chiaveNome(cognome, nome) },
        ...{ sesso: 'M', dataNascita: '1985-03-01' },
      });
      tx.insert('ingressi', { ospiteId, strutturaId, dataIngresso: data, dataDimissione: addGiorni(data, 1) });
      tx.insert('visite', { ospiteId, strutturaId, data, tipo: 'mmg', stato: 'fatto', luogo: 'Ambulatorio' });
      const testo = `Giornata numero ${n}: colloquio breve in serata. ${'Ha partecipato alle attività. '.repeat(n % 4)}`;
      const firma = { autoreId: ctx.utente.accountId ?? '', autore: ctx.utente.nome };
      tx.insert('diario', { ...firma, strutturaId, ospiteId, tipo: 'diario', ora: '21:10', data, testo });
    }
  });
}

function parola(n: number): string {
  return Array.from(String(n), (cifra) => 'abcdefghij'[Number(cifra)]).join('');
}
