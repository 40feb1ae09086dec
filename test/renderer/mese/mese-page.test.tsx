import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import { MesePage } from '../../../renderer/mese/mese-page.tsx';
import type { Controllo } from '../../../renderer/mese/mese-stato.ts';
import { useVista } from '../../../renderer/shell/vista.ts';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';
import { bilancio, controllo, IN_ORDINE, MANCANTI, voce } from './mese-di-prova.ts';

const CHIAVE = { id: 'k', ruolo: 'centrale', nome: 'Accoglienza', strutture: [], impronta: 'aa bb', createdAtMs: 0 };
const CHIUSO = { stato: 'chiuso', revisione: 1, closedAtMs: Date.parse('2025-04-02T08:00:00') } as const;

const TARDIVI = {
  ...{ totale: 340, tardi: 13, dopoGiorni: 3 },
  righe: [
    { genere: 'diario', giorno: '2025-03-10', scrittoIl: '2025-03-21', giorni: 11, n: 1 },
    { genere: 'visita', giorno: '2025-03-12', scrittoIl: '2025-03-20', giorni: 8, n: 2 },
    { genere: 'presenza', giorno: '2025-03-18', scrittoIl: '2025-03-22', giorni: 4, n: 10 },
  ],
};

let chiamate: Chiamata[];
let stato: Controllo;

/** A host that keeps the state of one month, as the real one does. */
async function apri(iniziale: Controllo, altre: Parameters<typeof ospita>[0] = {}) {
  stato = iniziale;
  chiamate = ospita({
    'sessione.get': () => sessione(),
    'mesi.check': () => stato,
    'mesi.list': () => [],
    'pacchi.list': () => [],
    'chiavi.list': () => [CHIAVE],
    'qualita.listTardivi': () => TARDIVI,
    'mesi.close': ({ conMancanti }: { conMancanti: boolean }) => {
      if (!conMancanti && stato.voci.includes(MANCANTI)) throw new ErroreApprodo('mese.mancanti', 'Mancano 2 giorni.');
      stato = { ...stato, ...CHIUSO, mancanti: conMancanti ? 2 : 0 };
      return { mese: '2025-03', revisione: 1, mancanti: 0 };
    },
    'mesi.reopen': ({ motivo }: { motivo: string }) => {
      stato = { ...stato, stato: 'riaperto', motivo };
      return { mese: '2025-03', revisione: 1 };
    },
    ...altre,
  });
  return mostra(<MesePage />, '/mese/CASA00/2025-03');
}

const chieste = (nome: string) => chiamate.filter((c) => c.nome === nome).map((c) => c.input);

beforeEach(() => useVista.setState({ discreto: false }));
afterEach(cleanup);

describe('a month still open', () => {
  test('each line says its count, opens its rows, and each row jumps to its cell', async () => {
    const user = userEvent.setup();
    const { dove } = await apri(controllo({ voci: [MANCANTI, IN_ORDINE] }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Chiudi marzo 2025' })).toBeTruthy();
    const apre = screen.getByRole('button', { name: /^giorni senza codice/ });
    expect(apre.getAttribute('aria-expanded')).toBe('false');
    await user.click(apre);
    await user.click(screen.getByRole('link', { name: /ORLANDI Marco: ven 21 mar/ }));
    expect(dove()).toContain('/presenze/CASA00/2025-03?ingresso=i2');
    expect(decodeURIComponent(dove())).toContain('2025-03-21');
  });

  const DI = { ingressoId: 'i1', ospiteId: 'o1', testo: 'ROSSI Anna: da vedere' };
  const GIORNO = { giorno: '2025-03-14' };
  test.each([
    ['senza_modulo', DI, '/presenze/CASA00/2025-03?ingresso=i1&apri=modulo'],
    ['modulo_chiuso', { ...DI, ...GIORNO }, '/presenze/CASA00/2025-03?ingresso=i1&giorno=2025-03-14&apri=modulo'],
    [
      'relazione_da_ricontrollare',
      { ...DI, ...GIORNO, campo: 'incontri' },
      '/agenda/CASA00?giorno=2025-03-14&vista=giorno',
    ],
    ['dimissione_senza_esito', DI, '/dimissione/i1'],
    ['relazione_in_scadenza', DI, '/dimissione/i1'],
    ['scheda_incompleta', { ...DI, campo: 'scheda' }, '/ospiti/o1?sezione=scheda&campo=scheda'],
    ['oltre_durata_massima', DI, '/ospiti/o1?sezione=scheda&campo=durata'],
    ['identita_da_confermare', { ...DI, campo: 'identita' }, '/ospiti/o1?sezione=percorso&campo=identita'],
    ['assenza_senza_rientro', { ...DI, campo: 'assenze' }, '/ospiti/o1?sezione=percorso&campo=assenze'],
    [
      'appuntamenti_in_sospeso',
      { ...GIORNO, campo: 'visite', testo: 'visita' },
      '/agenda/CASA00?giorno=2025-03-14&vista=giorno',
    ],
    ['posti_superati', { ...GIORNO, testo: 'TR: 4 su 3' }, '/presenze/CASA00/2025-03?giorno=2025-03-14'],
  ] as const)('%s opens where it is put right', async (codice, riga, atteso) => {
    const user = userEvent.setup();
    const { dove } = await apri(controllo({ voci: [voce(codice, 'avviso', [riga])] }));
    await user.click(
      await screen.findByRole('button', { expanded: false, name: new RegExp(`^${voce(codice, 'avviso').titolo}`) }),
    );
    await user.click(screen.getByRole('link', { name: riga.testo }));
    expect(decodeURIComponent(dove()).replaceAll('"', '')).toBe(atteso);
  });

  test('with nothing missing it closes at once, and only then says so', async () => {
    const user = userEvent.setup();
    await apri(controllo());
    await user.click(await screen.findByRole('button', { name: 'Chiudi marzo' }));
    expect(await screen.findByText(/Marzo 2025 è chiuso/)).toBeTruthy();
    expect(chieste('mesi.close')).toEqual([{ struttura: 'CASA00', mese: '2025-03', conMancanti: false }]);
    expect(await screen.findByRole('button', { name: 'Esporta il pacco' })).toBeTruthy();
  });

  test('with days without a code it says what closing means, and waits for the answer', async () => {
    const user = userEvent.setup();
    await apri(controllo({ voci: [MANCANTI, IN_ORDINE] }));
    await user.click(await screen.findByRole('button', { name: 'Chiudi marzo' }));
    const domanda = await screen.findByRole('dialog', { name: 'Chiudere marzo con 2 giorni senza codice?' });
    expect(within(domanda).getByText(/non contano come presenze/)).toBeTruthy();
    expect(chieste('mesi.close')).toEqual([]);
    await user.click(within(domanda).getByRole('button', { name: 'Chiudi con 2 giorni senza codice' }));
    expect(await screen.findByText(/Restano 2 giorni senza codice/)).toBeTruthy();
    expect(chieste('mesi.close')).toEqual([{ struttura: 'CASA00', mese: '2025-03', conMancanti: true }]);
  });

  test('what blocks keeps the button off and says why', async () => {
    await apri(controllo({ voci: [voce('quadratura', 'blocca', [{ testo: 'non torna' }])] }));
    const chiudi = await screen.findByRole('button', { name: 'Chiudi marzo' });
    expect(chiudi).toHaveProperty('disabled', true);
    const perche = document.getElementById(chiudi.getAttribute('aria-describedby') ?? '');
    expect(perche?.textContent).toMatch(/Una cosa impedisce di chiudere/);
  });

  test('a refusal leaves the month open and says its sentence', async () => {
    const user = userEvent.setup();
    await apri(controllo(), {
      'mesi.close': () => {
        throw new ErroreApprodo('mese.non_chiudibile', 'Il mese è cambiato intanto: ricontrollare.');
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Chiudi marzo' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Il mese è cambiato intanto: ricontrollare.');
    expect(screen.queryByText(/è chiuso/)).toBeNull();
  });

  test('a balance that fails is said in the title of the balance', async () => {
    await apri(controllo({ bilancio: bilancio('2025-03', { presentiFine: 21 }) }));
    expect(await screen.findByRole('heading', { name: 'Il conto non torna' })).toBeTruthy();
  });

  test('who does not answer for the community sees everything and closes nothing', async () => {
    await apri(controllo(), { 'sessione.get': () => sessione({ utente: { nome: 'E', ruolo: 'educatore' } }) });
    expect(await screen.findByText('Il mese lo chiude chi ha il ruolo di responsabile.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Chiudi marzo' })).toBeNull();
  });

  test('what was written late is a share with its rows, each leading to its day', async () => {
    const user = userEvent.setup();
    const { dove } = await apri(controllo());
    expect(await screen.findByText(/^Scritti più di 3 giorni dopo: 13 di 340 \(3,8 %\)\. Capita/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: /scritt/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Mostra le 3 righe' }));
    expect(screen.getAllByRole('link', { name: /dopo$/ }).map((link) => link.textContent)).toEqual([
      '1 pagina di diario di lun 10 mar, scritta ven 21 mar: 11 giorni dopo',
      '2 visite di mer 12 mar, scritte gio 20 mar: 8 giorni dopo',
      '10 presenze di mar 18 mar, scritte sab 22 mar: 4 giorni dopo',
    ]);
    await user.click(screen.getByRole('link', { name: /^2 visite/ }));
    expect(dove()).toContain('/agenda/CASA00');
    expect(decodeURIComponent(dove())).toContain('2025-03-12');
  });

  test('a month all written in time says so; one written by nobody says nothing', async () => {
    await apri(controllo(), { 'qualita.listTardivi': () => ({ totale: 40, tardi: 0, dopoGiorni: 3, righe: [] }) });
    expect(await screen.findByText(/^Tutto scritto a mano entro 3 giorni \(40\)/)).toBeTruthy();
    cleanup();
    await apri(controllo(), { 'qualita.listTardivi': () => ({ totale: 0, tardi: 0, dopoGiorni: 3, righe: [] }) });
    await screen.findByRole('button', { name: 'Chiudi marzo' });
    expect(screen.queryByRole('heading', { name: 'Quando si è scritto' })).toBeNull();
  });

  test('schermo discreto leaves initials', async () => {
    useVista.setState({ discreto: true });
    await apri(controllo({ voci: [MANCANTI] }));
    expect(await screen.findByText(/M\. E\.: gio 20 mar senza codice/)).toBeTruthy();
    expect(document.body.textContent).not.toContain('MAZZOLENI');
  });
});

describe('a closed month', () => {
  const chiuso = controllo({ ...CHIUSO });

  test('without the key of the central office it says so, and leads to where it is registered', async () => {
    await apri(chiuso, { 'chiavi.list': () => [] });
    expect(await screen.findByText(/chiave dell’Accoglienza non è ancora registrata/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Registra la chiave' }).getAttribute('href')).toContain('/impostazioni');
    expect(screen.getByRole('button', { name: 'Esporta il pacco' })).toHaveProperty('disabled', true);
  });

  test('the parcel says where it was written, its number, revision and fingerprint', async () => {
    const user = userEvent.setup();
    const esportato = {
      id: 'p',
      file: 'CASA00-2025-03-r1.approdo',
      percorso: '/dati/in-uscita/CASA00-2025-03-r1.approdo',
    };
    await apri(chiuso, {
      'pacchi.export': () => ({ ...esportato, mese: '2025-03', revisione: 1, numero: 14, sha256: 'abc123' }),
    });
    await user.click(await screen.findByRole('button', { name: 'Esporta il pacco' }));
    expect(await screen.findByText('/dati/in-uscita/CASA00-2025-03-r1.approdo')).toBeTruthy();
    for (const testo of ['14', 'abc123']) expect(screen.getByText(testo)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Salva una copia' })).toBeTruthy();
  });

  test('a parcel that could not be made is not said to be ready', async () => {
    const user = userEvent.setup();
    await apri(chiuso, {
      'pacchi.export': () => {
        throw new ErroreApprodo('disco.pieno', 'Il disco è pieno: liberare spazio e riprovare.');
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Esporta il pacco' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Il disco è pieno');
    expect(screen.queryByText(/Il pacco è pronto/)).toBeNull();
  });

  test('it reopens with a reason, not without', async () => {
    const user = userEvent.setup();
    await apri(chiuso);
    await user.click(await screen.findByRole('button', { name: 'Riapri marzo…' }));
    await user.click(await screen.findByRole('button', { name: 'Riapri marzo' }));
    expect(await screen.findByText('Scrivere il motivo, almeno tre lettere.')).toBeTruthy();
    expect(chieste('mesi.reopen')).toEqual([]);
    await user.type(screen.getByLabelText('Motivo della riapertura'), 'ricovero comunicato dopo');
    await user.click(screen.getByRole('button', { name: 'Riapri marzo' }));
    expect(await screen.findByText(/Riaperto: «ricovero comunicato dopo»/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Chiudi marzo' })).toBeTruthy();
  });
});

test('no axe violation, open and closed', async () => {
  await apri(controllo({ voci: [MANCANTI, IN_ORDINE] }));
  await screen.findByRole('button', { name: 'Chiudi marzo' });
  const regole = { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } };
  expect((await axe.run(document.body, regole)).violations.map((v) => v.id)).toEqual([]);
});
