import { type Browser, chromium, type Page } from 'playwright-core';
import { PASSWORD_DEMO } from '../demo/comunita.ts';
import { cronometra, mediana, percentile } from './giri.ts';
import { CASA, MESE, RIGHE } from './griglia-dati.ts';
import { Ospite } from './host.ts';
import { formatMs, type Riga } from './tavola.ts';

const INDIRIZZO = `#/presenze/${CASA}/${MESE}`;
const CELLE = RIGHE * 31;
const TASTI = 400;
const SEQUENZA = ['p', 'ArrowRight', 'u', 'ArrowDown', 'r', 'ArrowLeft', 's', 'ArrowDown'];

/** The real pages on the loopback host in a real Chromium: opening, typing, and the parcel of that month. */
export async function misuraGriglia(dati: string, chromiumPath: string, giri: number): Promise<Riga[]> {
  const ospite = await Ospite.start(dati);
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await entra(browser, ospite.indirizzo);
    const daPagina: number[] = [];
    const daZero: number[] = [];
    for (let giro = 0; giro <= giri; giro++) {
      daPagina.push(await apriDaPagina(page));
      daZero.push(await apriDaZero(page));
    }
    const tasti = await scrivi(page);
    await browser.close();
    const esportazioni = await esporta(ospite, giri);
    return [
      riga(`griglia ${RIGHE} × 31 in Chromium: da un’altra pagina a pronta`, formatMs(mediana(daPagina.slice(1)))),
      riga('— dal caricamento del programma, sessione aperta, a pronta', formatMs(mediana(daZero.slice(1)))),
      riga('— dal tasto al disegno, senza l’attesa del quadro', tempi(tasti.map((t) => t.lavoro)), 'p95 sotto 16 ms'),
      riga('— dal tasto alla fine del quadro a 60 Hz che lo mostra', tempi(tasti.map((t) => t.totale))),
      riga('— esportazione di quel mese (istantanea, firma, sigillo, fsync)', formatMs(mediana(esportazioni))),
    ];
  } finally {
    await browser.close();
    await ospite.stop();
  }
}

function riga(misura: string, approdo: string, confronto = '—'): Riga {
  return { misura, approdo, confronto, rapporto: null, limite: null };
}

function tempi(valori: readonly number[]): string {
  return `p95 ${formatMs(percentile(valori, 95))}, mediana ${formatMs(mediana(valori))}`;
}

export async function entra(browser: Browser, indirizzo: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'it-IT' });
  await page.goto(indirizzo);
  const navigazione = page.getByRole('navigation').first();
  const password = page.getByLabel('Password', { exact: true });
  await navigazione.or(password).first().waitFor();
  if (await password.isVisible()) {
    await password.fill(PASSWORD_DEMO);
    await page.keyboard.press('Enter');
  }
  await navigazione.waitFor();
  return page;
}

/** From the click that asks for the register to its sixty rows painted; the program is already on another page, freshly loaded. */
async function apriDaPagina(page: Page): Promise<number> {
  await page.evaluate(() => {
    location.hash = '#/impostazioni';
  });
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
  await page.waitForLoadState('networkidle');
  return page.evaluate(
    async ({ hash, celle }) => {
      const inizio = performance.now();
      location.hash = hash;
      while (document.querySelectorAll('[role="gridcell"]').length < celle) await new Promise(requestAnimationFrame);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      return performance.now() - inizio;
    },
    { hash: INDIRIZZO, celle: CELLE },
  );
}

/** From the navigation to the register painted: scripts, session, data and rows. */
async function apriDaZero(page: Page): Promise<number> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, INDIRIZZO);
  await page.reload({ waitUntil: 'commit' });
  return page.evaluate(async (celle) => {
    while (document.querySelectorAll('[role="gridcell"]').length < celle) await new Promise(requestAnimationFrame);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    return performance.now();
  }, CELLE);
}

/** Milliseconds of one key. */
interface Tasto {
  /** handlers, React, style, layout and paint: what the program costs */
  readonly lavoro: number;
  /** from the event's own instant (queueing included) to the end of the frame that shows it, its waiting included */
  readonly totale: number;
  /** whether that frame shows the letter in the cell it was typed in */
  readonly mostrato: boolean;
}

declare global {
  interface Window {
    tastiMisurati?: Tasto[];
  }
}

/** Types letters and arrows as when a month is typed row by row. The first keys compile the handlers and are left out. */
async function scrivi(page: Page): Promise<Tasto[]> {
  await page.evaluate(() => {
    const misurati: Tasto[] = [];
    window.tastiMisurati = misurati;
    let gestito = 0;
    // after React's own listeners and what they flush
    addEventListener('keydown', () => {
      gestito = performance.now();
    });
    addEventListener(
      'keydown',
      ({ timeStamp, key, target }) => {
        requestAnimationFrame(() => {
          const quadro = performance.now();
          const lettera = target instanceof HTMLElement ? target.textContent : '';
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            const fine = performance.now();
            const lavoro = gestito - timeStamp + (fine - quadro);
            misurati.push({ lavoro, totale: fine - timeStamp, mostrato: lettera === key.toUpperCase() });
          };
          port2.postMessage(null);
        });
      },
      true,
    );
  });
  await page.getByRole('gridcell').first().click();
  for (let n = 0; n < TASTI; n++) {
    await page.keyboard.press(SEQUENZA[n % SEQUENZA.length] ?? 'p');
    await page.waitForTimeout(25);
  }
  await page.waitForFunction((attesi) => (window.tastiMisurati?.length ?? 0) >= attesi, TASTI);
  const tutti = (await page.evaluate(() => window.tastiMisurati ?? [])).slice(20);
  const lettere = tutti.filter((_, n) => (SEQUENZA[(n + 20) % SEQUENZA.length] ?? '').length === 1);
  const mostrate = lettere.filter((tasto) => tasto.mostrato).length;
  // some cells are outside a stay and take nothing
  if (mostrate < lettere.length / 2)
    throw new Error(`only ${mostrate} of ${lettere.length} letters were in their frame`);
  return tutti;
}

/** Each round closes the month again and makes a new revision: an export asked twice gives back the same file. */
async function esporta(ospite: Ospite, giri: number): Promise<number[]> {
  const mese = { struttura: CASA, mese: MESE };
  const tempi: number[] = [];
  for (let giro = 0; giro <= giri; giro++) {
    if (giro > 0) await ospite.call('mesi.reopen', { ...mese, motivo: 'misura della velocità' });
    await ospite.call('mesi.close', { ...mese, conMancanti: true });
    tempi.push(await cronometra(() => ospite.call('pacchi.export', mese)));
  }
  return tempi.slice(1);
}
